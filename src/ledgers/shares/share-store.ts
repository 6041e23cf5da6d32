import { type NewRow, record, recordMany } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type EntryLine, postEntries } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CooperativeRow, MembershipRow } from '../../registers/cooperatives/public.ts';
import { ensureShareBook, type ShareClassRow } from './class-store.ts';
import type { LotRow } from './lot-store.ts';
import { changeLot, type Move, writeMoves } from './move-store.ts';
import { holdersCode, holdsAfter, issuedCode, type MoveKind, type ShareSource } from './rules.ts';

/** Shares that somebody newly holds. */
export interface NewLot {
  readonly lotId: string;
  readonly membership: MembershipRow;
  readonly share: Pick<ShareClassRow, 'id' | 'kind'>;
  readonly kind: MoveKind;
  readonly source: ShareSource;
  readonly sourceDocument: string | null;
  readonly valuationId: string | null;
  readonly fromLotId: string | null;
  readonly expiresOn: string | null;
  readonly acquiredOn: string;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

/** What changes on a lot that is there: differences, negative for what leaves it. */
export interface LotChange {
  readonly lot: LotRow;
  readonly membership: MembershipRow;
  readonly kind: MoveKind;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

export interface SharePosting {
  readonly cooperative: CooperativeRow;
  readonly occurredOn: string;
  readonly memo: string;
  /** the act it follows from */
  readonly source: { readonly type: string; readonly id: string };
  readonly opening?: boolean;
  readonly lots: readonly NewLot[];
  readonly changes: readonly LotChange[];
}

export interface PostedShares {
  /** null where only money moved */
  readonly entryId: string | null;
  readonly number: number | null;
}

/**
 * Posts movements of shares: lots and their remains, the double entry of the share ledger, and a line of reasons for
 * each. All in the act’s transaction; holders and issued shares always add up, and nobody goes below zero on any day.
 */
export async function postShares(tx: Tx, posting: SharePosting): Promise<Result<PostedShares, Refusal>> {
  for (const change of posting.changes)
    if (!holdsAfter(change.lot, change)) return refuse(refusal('share_too_few', 'shares'));
  const posted = await postLines(tx, posting);
  if (!posted.ok) return posted;
  for (const change of posting.changes)
    if (!(await changeLot(tx, { ...change, reason: posting.memo }))) return refuse({ code: 'stale' });
  await recordLots(tx, posting);
  await recordMoves(tx, posting, posted.value.entryId);
  return posted;
}

async function postLines(tx: Tx, posting: SharePosting): Promise<Result<PostedShares, Refusal>> {
  const { cooperative, occurredOn, memo, source } = posting;
  const lines = linesOf(posting);
  if (lines.length === 0) return ok({ entryId: null, number: null });
  const book = await ensureShareBook(tx, cooperative);
  const id = newRecordId(tx);
  const entry = { id, occurredOn, series: 'shares', memo, sourceType: source.type, sourceId: source.id, lines };
  const posted = await postEntries(tx, book, [entry]);
  if (!posted.ok) return posted;
  return ok({ entryId: id, number: posted.value[0]?.number ?? null });
}

/** One line for each holder and class that changes, and one for what is issued or taken back of the class. */
function linesOf(posting: SharePosting): readonly EntryLine[] {
  const holders = new Map<string, EntryLine>();
  const issued = new Map<string, bigint>();
  const add = (classId: string, membershipId: string, shares: number) => {
    const code = holdersCode(classId);
    const known = holders.get(`${code} ${membershipId}`);
    const amount = (known?.amount ?? 0n) + BigInt(shares);
    holders.set(`${code} ${membershipId}`, { code, sub: membershipId, amount });
    issued.set(classId, (issued.get(classId) ?? 0n) - BigInt(shares));
  };
  for (const lot of posting.lots) add(lot.share.id, lot.membership.id, lot.shares);
  for (const { lot, membership, shares } of posting.changes) add(lot.classId, membership.id, shares);
  const totals = [...issued].map(([classId, amount]) => ({ code: issuedCode(classId), amount }));
  return [...holders.values(), ...totals].filter((line) => line.amount !== 0n);
}

async function recordLots(tx: Tx, posting: SharePosting): Promise<void> {
  const { cooperative, lots, opening = false } = posting;
  const rows = lots.map(
    (lot): NewRow => ({
      county: cooperative.county,
      id: lot.lotId,
      place: cooperative.place,
      member_place: lot.membership.memberPlace,
      cooperative_id: cooperative.id,
      membership_id: lot.membership.id,
      household_id: lot.membership.householdId,
      class_id: lot.share.id,
      source: lot.source,
      source_document: lot.sourceDocument,
      valuation_id: lot.valuationId,
      from_lot_id: lot.fromLotId,
      opening,
      acquired_on: lot.acquiredOn,
      expires_on: lot.expiresOn,
      issued_shares: lot.shares,
      shares: lot.shares,
      agreed_fen: lot.agreedFen,
      paid_fen: lot.paidFen,
    }),
  );
  const [only] = rows;
  if (rows.length === 1 && only) await record(tx, 'share_lot', only);
  else await recordMany(tx, 'share_lot', rows);
}

async function recordMoves(tx: Tx, posting: SharePosting, entryId: string | null): Promise<void> {
  const moves: Move[] = [
    ...posting.changes.map(({ lot, ...change }) => ({
      ...change,
      lotId: lot.id,
      classId: lot.classId,
      classKind: lot.classKind,
      source: lot.source,
    })),
    ...posting.lots.map((lot) => ({ ...lot, classId: lot.share.id, classKind: lot.share.kind })),
  ];
  await writeMoves(tx, posting, { moves, entryId });
}
