import { type RawBuilder, sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { RewardState, SchemeKind, UnitKind } from './rules.ts';

export interface RewardRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly kind: SchemeKind;
  readonly unitKind: UnitKind;
  readonly output: string;
  readonly applicantKind: 'household' | 'cooperative';
  readonly householdId: string | null;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly poor: 'yes' | 'no' | 'unknown';
  readonly producedOn: string;
  readonly units: number;
  readonly rateFen: bigint;
  readonly amountFen: bigint;
  readonly state: RewardState;
  readonly appliedOn: string;
  readonly checkBy: string;
  readonly checkedOn: string | null;
  readonly checkedBy: string | null;
  readonly finding: string | null;
  readonly listId: string | null;
  readonly batchId: string | null;
  readonly paymentId: string | null;
  readonly paidOn: string | null;
  readonly closedFor: string | null;
  readonly madeBy: string;
  readonly revision: number;
}

export interface RewardFilters {
  readonly q?: string | undefined;
  readonly state?: RewardState | undefined;
  readonly kind?: SchemeKind | undefined;
  readonly schemeId?: string | undefined;
  readonly place?: number | undefined;
  readonly light?: 'met' | 'near' | 'late' | 'none' | undefined;
  readonly sort?: 'appliedOn' | 'amountFen' | 'name' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** The days against which a clock is read. */
export interface Days {
  readonly today: string;
  readonly tomorrow: string;
}

const source = sql`(
    select r.*, coalesce(s.title, '') as scheme_title, coalesce(s.output, '') as output, coalesce(p.name, '') as place_name
    from reward r left join reward_scheme s on s.id = r.scheme_id left join place p on p.code = r.place
  ) as r`;

const columns = sql`county, id, place, place_name, scheme_id, scheme_title, kind, unit_kind, output, applicant_kind,
  household_id, cooperative_id, name, poor, produced_on, units, rate_fen, amount_fen, state, applied_on, check_by,
  checked_on, checked_by, finding, list_id, batch_id, payment_id, paid_on, closed_for, made_by, revision`;

const sortColumns = { appliedOn: 'applied_on', amountFen: 'amount_fen', name: 'name' } as const;

export async function listRewards(
  tx: Tx,
  days: Days,
  query: RewardFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RewardRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query, days)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'appliedOn']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<RewardRow>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: RewardFilters, { today, tomorrow }: Days): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.schemeId) parts.push(sql`scheme_id = ${filters.schemeId}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.light) {
    parts.push(sql`case when checked_on is not null then case when checked_on <= check_by then 'met' else 'late' end
      when state <> 'applied' then 'none' when check_by < ${today}::date then 'late'
      when check_by <= ${tomorrow}::date then 'near' else 'none' end = ${filters.light}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(name like ${text} or scheme_title like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findReward(tx: Tx, key: RecordKey): Promise<RewardRow | undefined> {
  const { rows } = await sql<RewardRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface UnitLine {
  readonly id: string;
  readonly key: string;
  readonly quantity: number;
  readonly released: boolean;
}

export async function listUnits(tx: Tx, reward: RecordKey): Promise<readonly UnitLine[]> {
  const { rows } = await sql<UnitLine>`
    select id, unit_key as key, quantity, released from reward_unit
    where county = ${reward.county} and reward_id = ${reward.id} order by unit_key`.execute(tx.db);
  return rows;
}

export type NewReward = Pick<
  RewardRow,
  | 'county'
  | 'id'
  | 'place'
  | 'schemeId'
  | 'kind'
  | 'unitKind'
  | 'applicantKind'
  | 'householdId'
  | 'cooperativeId'
  | 'name'
  | 'poor'
  | 'producedOn'
  | 'units'
  | 'rateFen'
  | 'amountFen'
  | 'appliedOn'
  | 'checkBy'
>;

export async function recordReward(
  tx: Tx,
  reward: NewReward,
  units: readonly { readonly key: string; readonly quantity: number }[],
): Promise<void> {
  const { county, id, place, cooperativeId } = reward;
  await record(tx, 'reward', {
    ...{ county, id, place, scheme_id: reward.schemeId, kind: reward.kind, unit_kind: reward.unitKind },
    ...{ applicant_kind: reward.applicantKind, household_id: reward.householdId, cooperative_id: cooperativeId },
    ...{ name: reward.name, poor: reward.poor, produced_on: reward.producedOn, units: reward.units },
    ...{ rate_fen: reward.rateFen, amount_fen: reward.amountFen, state: 'applied', applied_on: reward.appliedOn },
    ...{ check_by: reward.checkBy, checked_on: null, checked_by: null, finding: null, list_id: null, batch_id: null },
    ...{ payment_id: null, paid_on: null, paid_by: null, closed_for: null, made_by: tx.actor.accountId },
  });
  await recordMany(
    tx,
    'reward_unit',
    units.map(({ key, quantity }) => ({
      ...{ county, id: newRecordId(tx), place, reward_id: id, cooperative_id: cooperativeId },
      ...{ unit_kind: reward.unitKind, unit_key: key, quantity, released: false },
    })),
  );
}

export async function reviseReward(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'reward', { key, ...change })) !== undefined;
}

export async function releaseUnits(tx: Tx, county: number, units: readonly UnitLine[]): Promise<void> {
  const ids = units.map(({ id }) => id);
  await reviseAlike(tx, 'reward_unit', { county, ids, set: { released: true }, reason: 'released' });
}

/** Applications of a village under a scheme that the township accepted and that hang nowhere yet. */
export async function listChecked(
  tx: Tx,
  at: { readonly place: number; readonly schemeId: string },
): Promise<readonly RewardRow[]> {
  const { rows } = await sql<RewardRow>`
    select ${columns} from ${source}
    where place = ${at.place} and scheme_id = ${at.schemeId} and state = 'checked' order by name, id limit 5000`.execute(
    tx.db,
  );
  return rows;
}

/** What hangs together. */
export async function listOfList(tx: Tx, list: RecordKey): Promise<readonly RewardRow[]> {
  const { rows } = await sql<RewardRow>`
    select ${columns} from ${source} where county = ${list.county} and list_id = ${list.id} order by name, id`.execute(
    tx.db,
  );
  return rows;
}

/** Moves applications from one step to the next. Returns how many there still were at the first. */
export function moveRewards(
  tx: Tx,
  rewards: readonly RewardRow[],
  change: { readonly from: RewardState; readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<number> {
  const county = rewards[0]?.county ?? 0;
  const ids = rewards.map(({ id }) => id);
  const { from, set, reason } = change;
  return reviseAlike(tx, 'reward', { county, ids, only: { state: from }, set, reason });
}

/** Over who gets how much for what. */
export async function digestList(tx: Tx, list: RecordKey): Promise<string> {
  const rewards = await listOfList(tx, list);
  return digestOf(rewards.map(({ id, units, amountFen }) => ({ id, units: String(units), amountFen })));
}

/** Name and village of a household as the register has them; undefined outside the reader’s range. */
export async function findApplicant(
  tx: Tx,
  household: RecordKey,
): Promise<{ readonly name: string; readonly place: number } | undefined> {
  const { rows } = await sql<{ name: string; place: number }>`
    select coalesce(r.name, h.number) as name, h.place from household h
    left join resident r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.county = ${household.county} and h.id = ${household.id} and h.left_on is null limit 1`.execute(tx.db);
  return rows[0];
}
