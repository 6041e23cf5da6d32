import { findParameter } from '../../measure/public.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { listFlaggedPlaces } from '../../registers/places/public.ts';
import { importDocuments, readOrderLines } from './import-store.ts';
import * as orders from './order-contract.ts';
import * as contract from './sheet-contract.ts';
import { words } from './words.ts';
import { xlsx } from './workbook-store.ts';

const mostErrors = 200;

/** What comes in by workbook: documents, and the lines of an order. */
export const sheetRoutes: readonly Handler[] = [
  handle(contract.checkDocuments, async ({ tx, file, language }) =>
    reported(await importDocuments(tx, { bytes: file.bytes, language }, false), language),
  ),

  handle(contract.takeDocuments, async ({ tx, file, language }) =>
    reported(await importDocuments(tx, { bytes: file.bytes, language }, true), language),
  ),

  handle(contract.documentTemplate, async ({ language }) => {
    const content = await writeTemplate(contract.documentSheet, { language });
    return ok({ fileName: `${speak(words['documents.title'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(orders.readLines, async ({ tx, file, language }) => {
    const read = await readOrderLines(tx, { bytes: file.bytes, language });
    if (!read.ok) return read;
    const spec = contract.lineSheet;
    const errors = read.value.errors.slice(0, mostErrors).map((fault) => ({
      row: fault.rowNumber,
      message: describeError(fault, { spec, language, words }),
    }));
    const lines = [...read.value.lines];
    return ok({ lines, totalFen: sumFen(lines.map(({ amountFen }) => amountFen)), errors });
  }),

  handle(orders.linesTemplate, async ({ tx, query, language }) => {
    const day = query.on ?? todayInShanghai(tx.now);
    const range = tx.actor.range ?? { lo: 0, hi: 0 };
    const villages =
      query.standard === 'true' ? await listFlaggedPlaces(tx, 'key_poor_village', { day, ...range }) : [];
    const grant = await findParameter(tx, 'key_poor_village_grant_fen', day);
    const amountFen = BigInt(grant?.value ?? 0);
    const knownRows = villages.map((place) => ({ place: String(place), amountFen }));
    const content = await writeTemplate(contract.lineSheet, { language, knownRows });
    return ok({ fileName: `${speak(words['lines.title'], language)}.xlsx`, contentType: xlsx, content });
  }),
];

function reported(taken: Result<ImportPlan, Refusal>, language: Language) {
  if (!taken.ok) return taken;
  const spec = contract.documentSheet;
  const { errors, errorCount: _count, ...counts } = taken.value;
  return ok({
    ...counts,
    errors: errors.slice(0, mostErrors).map((fault) => {
      const column = spec.columns.find(({ key }) => key === fault.key);
      return {
        row: fault.rowNumber,
        ...(column ? { column: speak(column.title, language) } : {}),
        message: describeError({ ...fault, key: '' }, { spec, language, words }),
      };
    }),
  });
}
