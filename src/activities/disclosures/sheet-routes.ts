import { noteAct, noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { storedItems } from './contract.ts';
import { listPeriods } from './draw-store.ts';
import type { DisclosedItem } from './figures-rules.ts';
import { disclosureItems } from './items-rules.ts';
import { listOwed, type OwedDisclosure, type OwedQuery } from './owed-store.ts';
import { type PeriodKind, periodValues } from './rules.ts';
import * as contract from './sheet-contract.ts';
import { findUnit, type Unit } from './source-store.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostExported = 50_000;

export const sheetRoutes: readonly Handler[] = [
  handle(contract.exportDisclosures, async ({ tx, actor, query, language }) => {
    const { year, sort: _sort, ...filters } = query;
    const scope = { periods: await listPeriods(tx, year), limit: mostExported, offset: 0 };
    const { rows } = await listOwed(tx, filters satisfies OwedQuery, scope);
    noteTakenOut(tx, 'disclosure', { ...query, exported: rows.length });
    const lines = rows.map((row) => toLine(row, language));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: contract.owedSheet, rows: lines, ...options });
    return ok({ fileName: `${speak(words.title, language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.exportItems, async ({ tx, actor, params, language }) => {
    const found = await findWhole(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    note(tx, found.row, { exported: found.items.length });
    const rows = found.items.map((item): ExportRow => ({ ...printItem(item, language), amountFen: item.amountFen }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: contract.itemSheet, rows, ...options });
    return ok({ fileName: `${titleOf(found, language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.printDisclosure, async ({ tx, params, language }) => {
    const found = await findWhole(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    note(tx, found.row, { printed: found.items.length });
    const content = await renderPdf(documentOf(tx, found, language));
    return ok({ fileName: `${titleOf(found, language)}.pdf`, contentType: 'application/pdf', content });
  }),
];

interface Whole {
  readonly row: store.DisclosureRow;
  readonly unit: Unit;
  readonly items: readonly DisclosedItem[];
  readonly signatures: readonly store.StoredSignature[];
}

async function findWhole(tx: Tx, key: { readonly county: number; readonly id: string }): Promise<Whole | undefined> {
  const row = await store.findDisclosure(tx, key);
  const unit = row && (await findUnit(tx, row));
  if (!row || !unit) return undefined;
  return { row, unit, items: storedItems.parse(row.items), signatures: await store.listSignatures(tx, row) };
}

/** An export or a print leaves its trace. */
function note(
  tx: Tx,
  { county, id, place }: { readonly county: number; readonly id: string; readonly place: number },
  said: { readonly [what: string]: number },
): void {
  noteAct(tx, 'disclosure', { key: { county, id }, place, note: said });
}

export function periodName(
  { period, startsOn }: { readonly period: PeriodKind; readonly startsOn: string },
  language: Language,
): string {
  return speak(words[`period.${period}`], language, periodValues(startsOn));
}

function titleOf({ row, unit }: Whole, language: Language): string {
  return speak(words['disclosure.title'], language, { name: unit.name, period: periodName(row, language) });
}

function toLine(row: OwedDisclosure, language: Language): ExportRow {
  return {
    ...row,
    form: coded('form', row.form, language),
    state: coded('state', row.state, language),
    light: coded('light', row.light, language),
    span: periodName(row, language),
  };
}

/** The texts of an item: what is not kept apart says so, and nothing stands for nothing. */
export function printItem(item: DisclosedItem, language: Language) {
  const { code, areaMu, count, within, source } = item;
  const known: Readonly<Record<string, WordPair>> = words;
  const name = known[`item.${code}`];
  const contained = within && speak(words['value.within'], language, { item: within });
  return {
    class: coded('class', disclosureItems.find((one) => one.code === code)?.class ?? 'other', language),
    name: `${code} ${name ? speak(name, language) : ''}`.trim(),
    measure: measureOf(areaMu, count, language),
    source: source ? coded('source', source, language) : '',
    remark: [item.remark, contained].filter(Boolean).join(' '),
  };
}

function measureOf(areaMu: number | null, count: number | null, language: Language): string {
  if (areaMu !== null) return speak(words['value.mu'], language, { area: areaMu.toFixed(2) });
  return count === null ? '' : speak(words['value.contracts'], language, { count });
}

function documentOf(tx: Tx, whole: Whole, language: Language): ListDocument {
  const { row, items, signatures } = whole;
  const say = (key: keyof typeof words) => speak(words[key], language);
  const signed = signatures.map(({ name, opinion, remark }) => {
    return `${name} ${coded('opinion', opinion, language)} ${remark ?? ''}`.trim();
  });
  const on = signatures[0]?.signedOn ?? '';
  return {
    kind: 'list',
    title: titleOf(whole, language),
    subtitle: speak(words['print.subtitle'], language, { from: row.startsOn, to: row.endsOn, due: row.dueOn }),
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('field.class'), align: 'left' },
          { title: say('field.item'), align: 'left' },
          { title: `${say('field.amountFen')} ${say('unit.yuan')}`, align: 'right' },
          { title: say('field.measure'), align: 'right' },
          { title: say('field.remark'), align: 'left' },
        ],
        rows: items.map((item) => {
          const text = printItem(item, language);
          return [text.class, text.name, printAmount(item, language), text.measure, text.remark];
        }),
      },
      {
        kind: 'paragraph',
        text:
          signed.length > 0
            ? speak(words['print.checked'], language, { on, who: signed.join('; ') })
            : say('print.sign'),
      },
    ],
  };
}

function printAmount({ amountFen, source }: DisclosedItem, language: Language): string {
  if (amountFen !== null) return formatYuan(amountFen);
  return source === null ? speak(words['value.notKept'], language) : '';
}

function coded(list: string, code: string, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : code;
}

async function collect(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
