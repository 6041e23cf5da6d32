import { sql } from 'kysely';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { reverseEntry } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { listMemberships } from '../../registers/cooperatives/public.ts';
import { ensureShareBook } from './class-store.ts';
import { type LotRow, listLotsById } from './lot-store.ts';
import { changeLot, type Move, type MoveHead, writeMoves } from './move-store.ts';
import { holdsAfter } from './rules.ts';
import type { PostedShares } from './share-store.ts';

interface StoredMove {
  readonly id: string;
  readonly membershipId: string;
  readonly lotId: string;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
  readonly entryId: string | null;
}

/**
 * Takes back everything an act moved: the entry in red, each lot as it was, each line with its reversal, once. Refused
 * where the shares have moved on meanwhile.
 */
export async function reverseShares(
  tx: Tx,
  reversal: MoveHead & { readonly ofSource: string },
): Promise<Result<PostedShares, Refusal>> {
  const { county } = reversal.cooperative;
  const { rows: stored } = await sql<StoredMove>`
    select m.id, m.membership_id, m.lot_id, m.shares, m.agreed_fen, m.paid_fen, m.entry_id from share_move as m
    where m.county = ${county} and m.source_id = ${reversal.ofSource} and m.kind <> 'reversal'
      and not exists (select from share_move as r where r.county = m.county and r.reverses_id = m.id)`.execute(tx.db);
  if (stored.length === 0) return refuse({ code: 'share_nothing_to_reverse' });
  const moves = await turnRound(tx, county, stored);
  if (!moves) return refuse({ code: 'not_found' });
  for (const move of moves) {
    if (!holdsAfter(move.lot, move)) return refuse({ code: 'share_moved_on' });
    if (!(await changeLot(tx, { ...move, reason: reversal.memo }))) return refuse({ code: 'stale' });
  }
  const entryId = stored.find((move) => move.entryId !== null)?.entryId ?? null;
  const posted = await reverseIfPosted(tx, reversal, entryId);
  if (!posted.ok) return posted;
  await writeMoves(tx, reversal, { moves, entryId: posted.value.entryId });
  return posted;
}

async function turnRound(
  tx: Tx,
  county: number,
  stored: readonly StoredMove[],
): Promise<readonly (Move & { readonly lot: LotRow })[] | undefined> {
  const lots = new Map((await listLotsById(tx, county, idsOf(stored, 'lotId'))).map((lot) => [lot.id, lot]));
  const members = new Map(
    (await listMemberships(tx, county, idsOf(stored, 'membershipId'))).map((one) => [one.id, one]),
  );
  const moves: (Move & { readonly lot: LotRow })[] = [];
  for (const move of stored) {
    const lot = lots.get(move.lotId);
    const membership = members.get(move.membershipId);
    if (!lot || !membership) return undefined;
    moves.push({
      lot,
      membership,
      classId: lot.classId,
      classKind: lot.classKind,
      lotId: lot.id,
      source: lot.source,
      kind: 'reversal',
      shares: -move.shares,
      agreedFen: -move.agreedFen,
      paidFen: -move.paidFen,
      reversesId: move.id,
    });
  }
  return moves;
}

async function reverseIfPosted(
  tx: Tx,
  { cooperative, occurredOn, memo, source }: MoveHead,
  entryId: string | null,
): Promise<Result<PostedShares, Refusal>> {
  if (entryId === null) return ok({ entryId: null, number: null });
  const book = await ensureShareBook(tx, cooperative);
  const newEntry = newRecordId(tx);
  const reversed = await reverseEntry(tx, book, { entryId, newId: newEntry, occurredOn, memo, source });
  return reversed.ok ? ok({ entryId: newEntry, number: reversed.value.number }) : reversed;
}

function idsOf<K extends string>(rows: readonly Readonly<Record<K, string>>[], key: K): readonly string[] {
  return [...new Set(rows.map((row) => row[key]))];
}
