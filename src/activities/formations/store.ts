import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import type { FormationState, FormationStep, Plan } from './rules.ts';

export interface FormationRow extends Plan {
  readonly county: number;
  readonly id: string;
  readonly placeName: string;
  readonly branchName: string | null;
  readonly draftedOn: string;
  readonly contact: string | null;
  readonly note: string | null;
  readonly state: FormationState;
  readonly cooperativeId: string | null;
  readonly registeredOn: string | null;
  readonly abandonedOn: string | null;
  readonly abandonedReason: string | null;
  readonly revision: number;
}

export interface FormationListRow extends FormationRow {
  readonly founders: number;
  readonly capitalFen: bigint;
  /** steps reached and still standing */
  readonly reached: readonly FormationStep[];
}

export interface FormationFilters {
  readonly q?: string | undefined;
  readonly kind?: CooperativeKind | undefined;
  readonly state?: FormationState | undefined;
  readonly step?: FormationStep | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'name' | 'draftedOn' | 'place' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`f.county, f.id, f.place, coalesce(p.name, '') as place_name, b.name as branch_name, f.kind, f.name,
  f.address, f.business, f.branch_id, f.drafted_on, f.shares_method, f.surplus_method, f.par_value_fen,
  f.surplus_reserve_bp, f.reserve_quantified_by, f.expansion_bp, f.relief_bp, f.welfare_reserve_bp, f.patronage_bp,
  f.additional_votes_bp, f.quorum_bp, f.ordinary_bp, f.special_bp, f.exit_notice_months, f.unit_exit_notice_months,
  f.time_weighted, f.uplift_mechanism, f.uplift_bp, f.uplift_note, f.contact, f.note, f.state, f.cooperative_id,
  f.registered_on, f.abandoned_on, f.abandoned_reason, f.revision`;

const source = sql`from formation as f left join place as p on p.code = f.place
  left join party_branch as b on b.county = f.county and b.id = f.branch_id`;

const capital = sql`cash_fen + household_grant_fen + cropland_fen + forest_fen + grassland_fen + goods_fen`;

export async function listFormations(
  tx: Tx,
  query: FormationFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly FormationListRow[]; total: number }> {
  const found = sql`${source} where ${conditions(query)}`;
  const sorted = { name: sql`f.name`, draftedOn: sql`f.drafted_on`, place: sql`f.place` }[query.sort ?? 'draftedOn'];
  const direction = sql.raw((query.order ?? (query.sort ? 'asc' : 'desc')) === 'desc' ? 'desc' : 'asc');
  const { rows } = await sql<FormationListRow>`
    select ${columns},
      (select count(*) from formation_founder as x where x.county = f.county and x.formation_id = f.id) as founders,
      (select coalesce(sum(${capital}), 0)::bigint from formation_founder as x
        where x.county = f.county and x.formation_id = f.id) as capital_fen,
      array(select s.step from formation_step as s
        where s.county = f.county and s.formation_id = f.id and s.ended_on is null) as reached
    ${found} order by ${sorted} ${direction}, f.id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: FormationFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`f.kind = ${filters.kind}`);
  if (filters.state) parts.push(sql`f.state = ${filters.state}`);
  if (filters.step) {
    parts.push(sql`exists (select from formation_step as s where s.county = f.county and s.formation_id = f.id
      and s.step = ${filters.step} and s.ended_on is null)`);
  }
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`f.place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(f.name like ${text} or p.name like ${text} or b.name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findFormation(tx: Tx, key: RecordKey): Promise<FormationRow | undefined> {
  const { rows } = await sql<FormationRow>`
    select ${columns} ${source} where f.county = ${key.county} and f.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The plan while it is open, held until the end of the transaction: changes, proofs and registration wait for one another. */
export async function holdOpenFormation(tx: Tx, key: RecordKey): Promise<FormationRow | undefined> {
  const { rows } = await sql`
    select id from formation where county = ${key.county} and id = ${key.id} and state = 'open' for update`.execute(
    tx.db,
  );
  return rows.length === 0 ? undefined : findFormation(tx, key);
}

/** Plans that are under way, for the job that records their proofs. */
export async function listOpenKeys(tx: Tx): Promise<readonly { readonly county: number; readonly id: string }[]> {
  const { rows } = await sql<{ county: number; id: string }>`
    select county, id from formation where state = 'open' order by county, id`.execute(tx.db);
  return rows;
}

export type PlanFields = Omit<Plan, 'place' | 'kind'> & {
  readonly draftedOn: string;
  readonly contact: string | null;
  readonly note: string | null;
};

export async function recordFormation(
  tx: Tx,
  plan: PlanFields & { readonly county: number; readonly id: string; readonly place: number; readonly kind: string },
): Promise<void> {
  const { county, id, place, kind } = plan;
  const row: NewRow = { county, id, place, kind, ...planColumns(plan), state: 'open' };
  await record(tx, 'formation', row);
}

function planColumns(plan: PlanFields): Row {
  return {
    name: plan.name,
    address: plan.address,
    business: plan.business,
    branch_id: plan.branchId,
    drafted_on: plan.draftedOn,
    shares_method: plan.sharesMethod,
    surplus_method: plan.surplusMethod,
    par_value_fen: plan.parValueFen,
    surplus_reserve_bp: plan.surplusReserveBp,
    reserve_quantified_by: plan.reserveQuantifiedBy,
    expansion_bp: plan.expansionBp,
    relief_bp: plan.reliefBp,
    welfare_reserve_bp: plan.welfareReserveBp,
    patronage_bp: plan.patronageBp,
    additional_votes_bp: plan.additionalVotesBp,
    quorum_bp: plan.quorumBp,
    ordinary_bp: plan.ordinaryBp,
    special_bp: plan.specialBp,
    exit_notice_months: plan.exitNoticeMonths,
    unit_exit_notice_months: plan.unitExitNoticeMonths,
    time_weighted: plan.timeWeighted,
    uplift_mechanism: plan.upliftMechanism,
    uplift_bp: plan.upliftBp,
    uplift_note: plan.upliftNote,
    contact: plan.contact,
    note: plan.note,
  };
}

interface Change {
  readonly key: RecordKey;
  readonly reason: string;
}

/** False when somebody changed it meanwhile; the same for the functions below. */
export async function correctFormation(tx: Tx, { key, reason }: Change, plan: PlanFields): Promise<boolean> {
  return (await revise(tx, 'formation', { key, set: planColumns(plan), reason })) !== undefined;
}

export async function abandonFormation(tx: Tx, { key, reason }: Change, on: string): Promise<boolean> {
  const set = { state: 'abandoned', abandoned_on: on, abandoned_reason: reason };
  return (await revise(tx, 'formation', { key, set, reason })) !== undefined;
}

export async function registerFormation(
  tx: Tx,
  { key, reason }: Change,
  made: { readonly cooperativeId: string; readonly registeredOn: string },
): Promise<boolean> {
  const set = { state: 'registered', cooperative_id: made.cooperativeId, registered_on: made.registeredOn };
  return (await revise(tx, 'formation', { key, set, reason })) !== undefined;
}
