import { chartFor } from '../../ledgers/books/chart-rules.ts';
import { type BookRow, findBooks } from '../../ledgers/books/public.ts';
import {
  findLot,
  findShareClass,
  type LotChange,
  type LotRow,
  type NewLot,
  type PolicyRow,
  type ShareClassRow,
} from '../../ledgers/shares/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type CooperativeRow, findMembership, type MembershipRow } from '../../registers/cooperatives/public.ts';
import type { ActTerms } from './rules.ts';
import type { SettlementResult } from './voucher-rules.ts';

/** A lot to be; whose it is may become a member by the same act. */
export interface PlannedLot extends Omit<NewLot, 'lotId' | 'membership'> {
  readonly membershipId: string;
}

/** What an act does to both ledgers and to the list of members. */
export interface Plan {
  readonly lots: readonly PlannedLot[];
  readonly changes: readonly LotChange[];
  readonly lines: readonly EntryLine[];
  /** a thing that comes into the books with its own detail */
  readonly asset?: { readonly id: string; readonly name: string; readonly documentNumber: string };
  readonly settlement?: SettlementResult;
  readonly leavesOn?: string;
  readonly policy?: PolicyRow;
}

export const nothing: Plan = { lots: [], changes: [], lines: [] };

/** Where an act is planned. */
export interface Ground {
  readonly cooperative: CooperativeRow;
  readonly terms: ActTerms;
  /** id of the act; one who becomes a member by it gets it as the id of the membership */
  readonly actId: string;
  /** of a notice to leave that was recorded before */
  readonly leavesOn: string | null;
  /** of one who is to become a member, in hex; a preview knows none */
  readonly idNumberHash: string | null;
}

type Written = Result<readonly EntryLine[], Refusal>;

/**
 * Voucher lines in the chart of the books. Companies and asset-income projects keep books of other standards: none are
 * written. Refused where the organisation has to keep books and does not.
 */
export async function bookLines(
  tx: Tx,
  { cooperative, terms }: Ground,
  write: (book: BookRow) => Written | Promise<Written>,
): Promise<Written> {
  if (chartFor(cooperative.kind, terms.occurredOn) === undefined) return ok([]);
  const { county, id: cooperativeId } = cooperative;
  const book = await findBooks(tx, { county, cooperativeId, on: terms.occurredOn });
  return book ? write(book) : refuse(refusal('books_missing', 'occurredOn'));
}

/** One who is a member on the day of the act. */
export async function findHolder(
  tx: Tx,
  { cooperative, terms }: Ground,
  field: 'membershipId' | 'toMembershipId',
): Promise<Result<MembershipRow, Refusal>> {
  const membership = await findMembership(tx, { county: cooperative.county, id: terms[field] ?? '' });
  if (membership?.cooperativeId !== cooperative.id) return refuse(refusal('act_member', field));
  const { joinedOn, leftOn } = membership;
  const holds = joinedOn <= terms.occurredOn && (leftOn === null || leftOn > terms.occurredOn);
  return holds ? ok(membership) : refuse(refusal('act_not_member', field));
}

/** A lot of the member with enough left in it. */
export async function findOwnLot(tx: Tx, { cooperative, terms }: Ground): Promise<Result<LotRow, Refusal>> {
  const lot = await findLot(tx, { county: cooperative.county, id: terms.lotId ?? '' });
  if (lot?.cooperativeId !== cooperative.id || lot.membershipId !== terms.membershipId)
    return refuse(refusal('act_lot', 'lotId'));
  if (lot.shares === 0) return refuse(refusal('act_lot_empty', 'lotId'));
  return terms.shares !== null && terms.shares > lot.shares
    ? refuse(refusal('share_too_few', 'shares', { count: lot.shares }))
    : ok(lot);
}

export async function findClass(
  tx: Tx,
  { cooperative }: Ground,
  id: string | null,
): Promise<ShareClassRow | undefined> {
  const share = id === null ? undefined : await findShareClass(tx, { county: cooperative.county, id });
  return share?.cooperativeId === cooperative.id ? share : undefined;
}
