import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { type ImportPlan, planImport, type RowError } from '../../platform/sheets/import.ts';
import type { CellError, ValuesOf } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language, WordPair } from '../../platform/words.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { proposeDocument } from './document-rules.ts';
import {
  type FundRow,
  hasDocumentNumber,
  listFunds,
  type NewFundDocument,
  recordFundDocument,
} from './document-store.ts';
import { readCodes, readPlaces } from './import-rules.ts';
import { payeeKinds, permittedPurposes } from './rules.ts';
import { documentSheet, lineSheet } from './sheet-contract.ts';
import { words } from './words.ts';

export interface SheetFile {
  readonly bytes: Buffer;
  readonly language: Language;
}

const pairs: Readonly<Record<string, WordPair>> = words;

/** Documents of a workbook. Numbers that are recorded stay as they are; `writes` false is a dry run. */
export async function importDocuments(tx: Tx, file: SheetFile, writes: boolean): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(file.bytes, documentSheet, { language: file.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const funds = new Map((await listFunds(tx)).map((fund) => [fund.name, fund]));
  const drafts = new Map<number, NewFundDocument>();
  const plan = await planImport<typeof documentSheet>({
    spec: documentSheet,
    rows: checkRows(reading.value.rows(), documentSheet),
    async decide({ rowNumber, values }) {
      const draft = draftOf(tx, values, funds.get(values.fundName.trim()));
      if (!draft.ok) return { action: 'reject', errors: [draft.refusal] };
      if (await hasDocumentNumber(tx, draft.value.number)) return { action: 'unchanged' };
      drafts.set(rowNumber, draft.value);
      return { action: 'insert' };
    },
    ...(writes
      ? {
          async apply(rows) {
            for (const { rowNumber } of rows) {
              const draft = drafts.get(rowNumber);
              if (draft) await recordFundDocument(tx, draft);
            }
          },
        }
      : {}),
  });
  const { inserted, unchanged, rejected } = plan;
  return inserted + unchanged + rejected === 0 ? refuse({ code: 'import_empty', field: 'file' }) : ok(plan);
}

function draftOf(
  tx: Tx,
  values: ValuesOf<typeof documentSheet>,
  fund: FundRow | undefined,
): Result<NewFundDocument, RowError> {
  const { range } = tx.actor;
  if (!fund || !range || fund.place < range.lo || fund.place > range.hi) {
    return refuse({ key: 'fundName', code: 'fund_unknown' });
  }
  const purposes = readCodes(values.purposes, permittedPurposes, (code) => pairs[`code.purpose.${code}`]);
  if (!purposes.ok) return refuse({ key: 'purposes', ...purposes.refusal });
  const payees = readCodes(values.payeeKinds ?? '', payeeKinds, (code) => pairs[`code.payeeKind.${code}`]);
  if (!payees.ok) return refuse({ key: 'payeeKinds', ...payees.refusal });
  const places = readPlaces(values.places);
  if (!places.ok) return refuse({ key: 'places', ...places.refusal });
  const document = {
    county: fund.county,
    id: newRecordId(tx),
    place: fund.place,
    fundId: fund.id,
    number: values.number.trim(),
    title: values.title.trim(),
    issuedOn: values.issuedOn,
    amountFen: values.amountFen,
    standard: values.standard === 'true',
    purposes: purposes.value,
    payeeKinds: payees.value,
    places: places.value,
    startsOn: values.startsOn,
    endsOn: values.endsOn ?? null,
    managementBp: values.managementBp ?? 100,
  };
  const proposed = proposeDocument(document, fund.place);
  return proposed.ok ? ok(document) : refuse({ key: proposed.refusal.field ?? '', code: proposed.refusal.code });
}

export interface ReadLine {
  readonly place: number;
  readonly placeName: string;
  readonly amountFen: bigint;
}

/** The lines of an allocation list; rows that cannot be read are told, not taken. */
export async function readOrderLines(
  tx: Tx,
  file: SheetFile,
): Promise<Result<{ readonly lines: readonly ReadLine[]; readonly errors: readonly CellError[] }, Refusal>> {
  const reading = await readRows(file.bytes, lineSheet, { language: file.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const errors: CellError[] = [];
  const rows: { readonly rowNumber: number; readonly place: number; readonly amountFen: bigint }[] = [];
  for await (const row of checkRows(reading.value.rows(), lineSheet)) {
    const place = row.values && parsePlace(row.values.place);
    if (row.values && place?.ok && row.values.amountFen > 0n) {
      rows.push({ rowNumber: row.rowNumber, place: place.value, amountFen: row.values.amountFen });
    } else if (row.values) errors.push({ rowNumber: row.rowNumber, key: 'place', code: 'fund_place_unknown' });
    else errors.push(...row.errors);
  }
  const names = await listPlaceNames(
    tx,
    rows.map(({ place }) => place),
  );
  const lines: ReadLine[] = [];
  for (const { rowNumber, place, amountFen } of rows) {
    const placeName = names.get(place);
    if (placeName === undefined) errors.push({ rowNumber, key: 'place', code: 'fund_place_unknown' });
    else lines.push({ place, placeName, amountFen });
  }
  return ok({ lines, errors });
}
