import { listRecordTitles } from '../../indicators/public.ts';
import { recordAddress } from '../../indicators/rules.ts';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { FactKind } from '../../platform/feature.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { TitleSources } from '../../platform/record-titles.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { findHousehold, type HouseholdHead, listHouseholdTitles } from '../../registers/households/public.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import * as contract from './contract.ts';
import { addUpIncome, chooseEntries, factOfKind, type IncomeKind, yearsOf } from './rules.ts';
import { incomeSheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Each fact kind brings the page of its records, `titles` what these are called. */
export function routesFor(factKinds: readonly FactKind[], titles: TitleSources): readonly Handler[] {
  const pages = new Map(factKinds.map((kind) => [kind.name, kind.recordPage]));
  const addressOf = (row: store.ReceivedRow) => recordAddress(pages.get(factOfKind[row.kind]) ?? '', row);
  return [income({ addressOf, titles }), incomeExport(titles)];
}

interface Records {
  readonly addressOf: (row: store.ReceivedRow) => string;
  readonly titles: TitleSources;
}

function income({ addressOf, titles }: Records): Handler {
  return handle(contract.getIncome, async ({ tx, params, query, decide, allowed }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const { place } = household;
    const barred = decide('household_income.read', { place });
    if (barred) return refuse(barred);
    const received = await store.listReceived(tx, params);
    const year = query.year ?? thisYear(tx);
    const ofYear = chooseEntries(received, { year });
    const names = await listRecordTitles(tx, ofYear, { titles, allowed: (act) => !decide(act, { place }) });
    const places = await listPlaceNames(tx, [place]);
    return ok({
      ...{ county: household.county, id: household.id, number: household.number, place, year },
      name: await nameOf(tx, household),
      placeName: places.get(place) ?? '',
      years: yearsOf(received, year),
      ...addUpIncome(ofYear),
      entries: ofYear.map((row) => ({
        ...{ kind: row.kind, occurredOn: row.occurredOn, amountFen: row.amountFen },
        ...{ recordType: row.recordType, recordId: row.recordId },
        title: names.get(row.recordId) ?? null,
        address: addressOf(row),
      })),
      allowed: allowed(['household_income.export'], { place }),
    });
  });
}

function incomeExport(titles: TitleSources): Handler {
  return handle(contract.exportIncome, async ({ tx, actor, params, query, language, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const { place } = household;
    const barred = decide('household_income.export', { place });
    if (barred) return refuse(barred);
    const year = query.year ?? thisYear(tx);
    const rows = chooseEntries(await store.listReceived(tx, params), { ...query, year });
    const names = await listRecordTitles(tx, rows, { titles, allowed: (act) => !decide(act, { place }) });
    noteAct(tx, 'household', { key: params, place, note: { ...query, year, exported: rows.length } });
    const title = speak(words['sheet.of'], language, { name: await nameOf(tx, household), year });
    const options = { spec: incomeSheet, title, language, exportedBy: actor.name, exportedAt: tx.now };
    const lines = rows.map((row) => toLine(row, names.get(row.recordId)));
    return ok({ fileName: `${title}.xlsx`, contentType: xlsx, content: await collect({ ...options, rows: lines }) });
  });
}

function thisYear(tx: Tx): number {
  return Number(todayInShanghai(tx.now).slice(0, 4));
}

async function nameOf(tx: Tx, household: HouseholdHead): Promise<string> {
  return (await listHouseholdTitles(tx, [household])).get(household.id) ?? household.number;
}

function toLine(
  row: { occurredOn: string; kind: IncomeKind; amountFen: bigint },
  title: string | undefined,
): ExportRow {
  return { occurredOn: row.occurredOn, kind: row.kind, title: title ?? null, amountFen: row.amountFen };
}

async function collect(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
