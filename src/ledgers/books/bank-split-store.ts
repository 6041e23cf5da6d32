import { createHash } from 'node:crypto';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type NewRow, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type BankLineRow, type BankPosting, everything, listPostings, matchOf } from './bank-store.ts';
import { words } from './words.ts';

export interface Split {
  readonly revision: number;
  readonly parts: readonly { readonly voucherId: string; readonly ordinal: number }[];
}

/**
 * Matches one payment with several open postings that add up to it. Each becomes a line of its own, so that the key that
 * keeps a posting from being matched twice holds for parts as for whole lines.
 */
export async function splitByHand(tx: Tx, line: BankLineRow, split: Split): Promise<Result<true, Refusal>> {
  if (line.matchedHow !== null) return refuse({ code: 'bank_matched' });
  const chosen = await findPostings(tx, line, split.parts);
  if (!chosen.ok) return chosen;
  const sum = sumFen(chosen.value.map(({ amountFen }) => amountFen));
  if (sum !== line.amountFen) {
    const values = { sum: formatYuan(sum), amount: formatYuan(line.amountFen) };
    return refuse({ code: 'bank_split_sum', field: 'parts', values });
  }
  const { county, id } = line;
  const set = { ...matchOf(tx, 'by_hand'), split_in: chosen.value.length };
  const reason = words['bank.split'][0];
  const done = await revise(tx, 'bank_line', { key: { county, id, revision: split.revision }, set, reason });
  if (!done) return refuse({ code: 'stale' });
  try {
    await recordMany(
      tx,
      'bank_line',
      chosen.value.map((posting, at) => toPart(tx, line, { posting, at })),
    );
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error, 'bank_line_match')) return refuse({ code: 'bank_posting', field: 'parts' });
    throw error;
  }
}

async function findPostings(
  tx: Tx,
  line: BankLineRow,
  parts: Split['parts'],
): Promise<Result<readonly BankPosting[], Refusal>> {
  const book = { county: line.county, id: line.bookId };
  const open = await listPostings(tx, book, { code: line.code, ...everything });
  const known = new Map(open.rows.map((posting) => [`${posting.voucherId} ${posting.ordinal}`, posting]));
  const chosen: BankPosting[] = [];
  for (const [at, { voucherId, ordinal }] of parts.entries()) {
    const posting = known.get(`${voucherId} ${ordinal}`);
    if (!posting || chosen.includes(posting)) return refuse({ code: 'bank_posting', field: `parts.${at}` });
    chosen.push(posting);
  }
  return ok(chosen);
}

function toPart(
  tx: Tx,
  line: BankLineRow,
  { posting, at }: { readonly posting: BankPosting; readonly at: number },
): NewRow {
  const id = newRecordId<'bank_line'>({ now: new Date(tx.now.getTime() + at) });
  return {
    ...{ county: line.county, id, place: line.place, cooperative_id: line.cooperativeId, book_id: line.bookId },
    ...{ code: line.code, occurred_on: line.occurredOn, amount_fen: posting.amountFen, balance_fen: null },
    ...{ counterparty: line.counterparty, memo: line.memo, serial: line.serial },
    ...{ voucher_id: posting.voucherId, ordinal: posting.ordinal, ...matchOf(tx, 'by_hand') },
    fingerprint: createHash('sha256').update(`part ${id}`).digest('hex'),
    part_of: line.id,
  };
}
