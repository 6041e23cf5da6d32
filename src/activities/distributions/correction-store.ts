import { sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import { markMonth, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { DistributionRow } from './store.ts';

/** What one member should have got; amounts in digits of fen, as they are kept until they are posted. */
export interface ProposedLine {
  readonly membershipId: string;
  readonly refundFen: string;
  readonly remainderFen: string;
}

export interface CorrectionRow {
  readonly county: number;
  readonly id: string;
  readonly distributionId: string;
  readonly cause: string;
  readonly proposed: readonly ProposedLine[];
  readonly state: 'proposed' | 'posted';
  readonly madeBy: string;
  readonly makerName: string;
  readonly postedOn: string | null;
  readonly voucherId: string | null;
  readonly revision: number;
}

export async function listCorrections(tx: Tx, distribution: RecordKey): Promise<readonly CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select c.county, c.id, c.distribution_id, c.cause, c.proposed, c.state, c.made_by, coalesce(m.name, '') as maker_name,
      c.posted_on, c.voucher_id, c.revision
    from dividend_correction c left join account m on m.id = c.made_by
    where c.county = ${distribution.county} and c.distribution_id = ${distribution.id}
    order by c.recorded_at limit 200`.execute(tx.db);
  return rows;
}

export async function recordCorrection(
  tx: Tx,
  distribution: DistributionRow,
  draft: { readonly id: string; readonly cause: string; readonly proposed: readonly ProposedLine[] },
): Promise<void> {
  const { county, place, cooperativeId, id } = distribution;
  await record(tx, 'dividend_correction', {
    ...{ county, id: draft.id, place, cooperative_id: cooperativeId, distribution_id: id, cause: draft.cause },
    ...{ proposed: draft.proposed, state: 'proposed', made_by: tx.actor.accountId },
  });
}

/** What members have been awarded so far: as declared, with every correction posted since. */
export interface Award {
  readonly membershipId: string;
  readonly memberPlace: number;
  readonly householdId: string | null;
  readonly form: string;
  readonly year: number;
  readonly poor: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly refundFen: bigint;
  /** with what the collective gave on */
  readonly remainderFen: bigint;
}

export async function listAwards(
  tx: Tx,
  distribution: RecordKey,
  membershipIds: readonly string[],
): Promise<readonly Award[]> {
  const { rows } = await sql<Award>`
    select d.membership_id, d.member_place, d.household_id, d.form, d.year, d.poor, m.number, m.name,
      d.patronage_refund_fen + coalesce(c.refund, 0) as refund_fen,
      d.remainder_fen + d.given_on_fen + coalesce(c.remainder, 0) as remainder_fen
    from dividend d left join membership m on m.county = d.county and m.id = d.membership_id
    left join (
      select membership_id, sum(new_refund_fen - old_refund_fen) as refund,
        sum(new_remainder_fen - old_remainder_fen) as remainder
      from dividend_change where county = ${distribution.county} and distribution_id = ${distribution.id}
      group by membership_id
    ) c on c.membership_id = d.membership_id
    where d.county = ${distribution.county} and d.distribution_id = ${distribution.id}
      and d.membership_id = any(${membershipIds}::uuid[]) order by d.rank`.execute(tx.db);
  return rows;
}

export interface PostedChange {
  readonly award: Award;
  readonly refundFen: bigint;
  readonly remainderFen: bigint;
}

/** Posts a correction: its rows, and who posted it. False when it changed meanwhile. */
export async function postCorrection(
  tx: Tx,
  correction: { readonly distribution: DistributionRow; readonly row: CorrectionRow },
  posting: { readonly changes: readonly PostedChange[]; readonly postedOn: string; readonly voucherId: string | null },
): Promise<boolean> {
  const { distribution, row } = correction;
  const { changes, postedOn, voucherId } = posting;
  const { county, id, revision } = row;
  const set = { state: 'posted', posted_on: postedOn, posted_by: tx.actor.accountId, voucher_id: voucherId };
  if (!(await revise(tx, 'dividend_correction', { key: { county, id, revision }, set, reason: row.cause })))
    return false;
  await insertRows(
    tx,
    { table: 'dividend_change', types: 'dividend_change' },
    changes.map(({ award, refundFen, remainderFen }) => ({
      county,
      correction_id: id,
      membership_id: award.membershipId,
      distribution_id: distribution.id,
      place: distribution.place,
      member_place: award.memberPlace,
      cooperative_id: distribution.cooperativeId,
      household_id: award.householdId,
      form: award.form,
      year: award.year,
      poor: award.poor,
      posted_on: postedOn,
      old_refund_fen: award.refundFen,
      new_refund_fen: refundFen,
      old_remainder_fen: award.remainderFen,
      new_remainder_fen: remainderFen,
      recorded_at: tx.now,
      recorded_by: tx.actor.accountId,
    })),
  );
  for (const place of new Set([distribution.place, ...changes.map(({ award }) => award.memberPlace)]))
    markMonth(tx, place, postedOn);
  return true;
}

/** One posted change, for the notice that tells each member old, new and difference (row 41). */
export interface ChangeRow {
  readonly membershipId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly memberPlace: number;
  readonly oldFen: bigint;
  readonly newFen: bigint;
}

export async function listChanges(tx: Tx, correction: RecordKey): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.membership_id, m.number, m.name, c.member_place, c.old_refund_fen + c.old_remainder_fen as old_fen,
      c.new_refund_fen + c.new_remainder_fen as new_fen
    from dividend_change c left join membership m on m.county = c.county and m.id = c.membership_id
    where c.county = ${correction.county} and c.correction_id = ${correction.id}
    order by length(m.number), m.number collate "C"`.execute(tx.db);
  return rows;
}
