import { sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type NewRow, recordMany, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { lastDay, localDate, type Month, monthOf, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { chargeLines, dueCharges, firstMonth, lacksUse } from './card-rules.ts';
import { type CardRow, listCards, listUses } from './card-store.ts';
import type { BookRow } from './store.ts';
import { recordDraft, type VoucherRow } from './voucher-store.ts';
import { words } from './words.ts';

/** The template that a voucher of depreciation names. */
export const depreciationTemplate = 'depreciation';

const mostCards = 10_000;

export interface ChargeRow {
  readonly cardId: string;
  readonly month: string;
  readonly amountFen: bigint;
  readonly voucherId: string;
}

/** Depreciation that is booked or waits in a draft, by book. */
export async function listCharges(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'id'>,
  cardId?: string,
): Promise<readonly ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`
    select card_id, month, amount_fen, voucher_id from depreciation_charge
    where county = ${book.county} and book_id = ${book.id} and ${cardId ? sql`card_id = ${cardId}` : sql`true`}
    order by month`.execute(tx.db);
  return rows;
}

interface Due {
  readonly card: CardRow;
  readonly month: Month;
  readonly amountFen: bigint;
}

/** What is due through a month and not booked, and how many assets still lack the units they worked in it. */
export async function readDue(
  tx: Tx,
  book: BookRow,
  through: Month,
): Promise<{ readonly due: readonly Due[]; readonly lacking: number }> {
  const { rows: cards } = await listCards(tx, book, { limit: mostCards, offset: 0 });
  if (cards.length === 0) return { due: [], lacking: 0 };
  const uses = await listUses(tx, book);
  const charges = Map.groupBy(await listCharges(tx, book), ({ cardId }) => cardId);
  const due = cards.flatMap((card) => {
    const charged = new Map((charges.get(card.id) ?? []).map(({ month, amountFen }) => [month, amountFen]));
    const charging = { from: firstMonth(book.startsOn), through, uses: uses.get(card.id) ?? [], charged };
    return dueCharges(card, charging).map(({ month, amountFen }) => ({ card, month, amountFen }));
  });
  const lacking = cards.filter((card) => lacksUse(card, { month: through, uses: uses.get(card.id) ?? [] })).length;
  return { due, lacking };
}

/**
 * Writes the depreciation of a month, with what earlier months left undone, as one draft for somebody else to check.
 * Each asset and month once: a second run finds nothing to write, and two at once are kept apart by the key.
 */
export async function prepareDepreciation(
  tx: Tx,
  book: BookRow,
  month: Month,
): Promise<Result<{ readonly voucherId: string }, Refusal>> {
  const occurredOn = lastDay(month);
  if (occurredOn <= book.closedThrough) {
    return refuse({ code: 'voucher_closed', field: 'month', values: { through: book.closedThrough } });
  }
  if (occurredOn > todayInShanghai(tx.now)) return refuse({ code: 'month_not_over', field: 'month' });
  const { due } = await readDue(tx, book, month);
  if (due.length === 0) return refuse({ code: 'depreciation_nothing', field: 'month' });
  const lines = chargeLines(book.chart, due);
  if (!lines.ok) return lines;
  const voucherId = newRecordId<'voucher'>(tx);
  const [memo] = words['depreciation.memo'];
  await recordDraft(tx, book, {
    ...{ id: voucherId, series: 'usual', template: depreciationTemplate, occurredOn, papers: 0 },
    lines: lines.value.map(({ code, sub, amountFen }) => ({
      ...{ memo, code, sub, quantity: null },
      ...{ debitFen: amountFen > 0n ? amountFen : 0n, creditFen: amountFen < 0n ? -amountFen : 0n },
    })),
  });
  return recordCharges(tx, book, { due, voucherId });
}

async function recordCharges(
  tx: Tx,
  { county, id: bookId, place, cooperativeId }: BookRow,
  { due, voucherId }: { readonly due: readonly Due[]; readonly voucherId: string },
): Promise<Result<{ readonly voucherId: string }, Refusal>> {
  const rows = due.map(({ card, month, amountFen }) => ({
    ...{ county, id: newRecordId<'charge'>(tx), place, cooperative_id: cooperativeId },
    ...{ book_id: bookId, card_id: card.id, month, amount_fen: amountFen, voucher_id: voucherId },
  }));
  try {
    await recordMany(tx, 'depreciation_charge', rows as NewRow[]);
    return ok({ voucherId });
  } catch (error) {
    if (isUniqueViolation(error, 'depreciation_charge_once'))
      return refuse({ code: 'depreciation_nothing', field: 'month' });
    throw error;
  }
}

/** The charges of a voucher that was withdrawn or taken back are due again. */
export async function releaseCharges(tx: Tx, voucher: VoucherRow, reason: string): Promise<void> {
  if (voucher.template !== depreciationTemplate) return;
  const { rows } = await sql<{ id: string }>`
    select id from depreciation_charge where county = ${voucher.county} and voucher_id = ${voucher.id}`.execute(tx.db);
  for (const { id } of rows) {
    await withdraw(tx, 'depreciation_charge', { key: { county: voucher.county, id }, reason });
  }
}

/** Books with cards whose last month is over and not closed: the nightly run writes their drafts. */
export async function listBooksToDepreciate(tx: Tx): Promise<readonly { county: number; id: string; month: Month }[]> {
  const month = shiftMonth(monthOf(localDate(todayInShanghai(tx.now))), -1);
  const { rows } = await sql<{ county: number; id: string }>`
    select b.county, b.id from book as b join ledger_book as l on l.county = b.county and l.id = b.id
    where l.closed_through < ${lastDay(month)}
      and exists (select from asset_card as k where k.county = b.county and k.book_id = b.id)
    order by b.county, b.id`.execute(tx.db);
  return rows.map((row) => ({ ...row, month }));
}
