import { sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { BasisMember } from './run-rules.ts';

/** One frozen member, with what the pages show of him. */
export interface BasisRow extends BasisMember {
  readonly memberPlace: number;
  readonly number: string;
  readonly name: string;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly residentId: string | null;
  readonly contributionFen: bigint;
  readonly shares: bigint;
  readonly floorFen: bigint;
}

/** Writes a snapshot; its number tells it from earlier ones, which stay. */
export async function recordBasis(
  tx: Tx,
  distribution: RecordKey & { readonly place: number; readonly cooperativeId: string; readonly snapshot: number },
  rows: readonly BasisRow[],
): Promise<void> {
  const { county, id, place, cooperativeId, snapshot } = distribution;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce).map((row) => ({
      county,
      distribution_id: id,
      snapshot,
      rank: row.rank,
      membership_id: row.membershipId,
      place,
      member_place: row.memberPlace,
      cooperative_id: cooperativeId,
      number: row.number,
      name: row.name,
      household_county: row.householdCounty,
      household_id: row.householdId,
      resident_id: row.residentId,
      poor: row.poor,
      patronage_fen: row.patronageFen,
      contribution_fen: row.contributionFen,
      contribution_weight: row.contributionWeight,
      reserve_share_fen: row.reserveShareFen,
      shares: row.shares,
      shares_weight: row.sharesWeight,
      uplift_weight: row.upliftWeight,
      gives_on_bp: row.givesOnBp,
      receives_on: row.receivesOn,
      floor_fen: row.floorFen,
      recorded_at: tx.now,
      recorded_by: tx.actor.accountId,
    }));
    await insertRows(tx, { table: 'distribution_basis', types: 'distribution_basis' }, part);
  }
}

const rowsAtOnce = 20_000;

/** All members of a snapshot in their order. Only names in `_fen` come as bigint, and weights need one. */
export async function listBasis(tx: Tx, at: RecordKey & { readonly snapshot: number }): Promise<readonly BasisRow[]> {
  const { rows } = await sql<
    BasisRow & { contributionWeightFen: bigint; sharesWeightFen: bigint; upliftWeightFen: bigint; sharesFen: bigint }
  >`
    select rank, membership_id, member_place, number, name, household_county, household_id, resident_id, poor, patronage_fen,
      contribution_fen, contribution_weight as contribution_weight_fen, reserve_share_fen, shares as shares_fen,
      shares_weight as shares_weight_fen, uplift_weight as uplift_weight_fen, gives_on_bp, receives_on, floor_fen
    from distribution_basis where county = ${at.county} and distribution_id = ${at.id} and snapshot = ${at.snapshot}
    order by rank`.execute(tx.db);
  return rows.map(({ contributionWeightFen, sharesWeightFen, upliftWeightFen, sharesFen, ...row }) => ({
    ...row,
    contributionWeight: contributionWeightFen,
    sharesWeight: sharesWeightFen,
    upliftWeight: upliftWeightFen,
    shares: sharesFen,
  }));
}
