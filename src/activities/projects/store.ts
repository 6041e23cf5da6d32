import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { ProjectStep } from './chain-rules.ts';
import type { EndLevel, ProjectKind, ProjectPlan, ProjectState } from './rules.ts';

export interface ProjectRow extends ProjectPlan {
  readonly county: number;
  readonly id: string;
  readonly placeName: string;
  readonly cooperativeName: string | null;
  readonly contact: string | null;
  readonly proposedOn: string;
  readonly madeBy: string;
  readonly state: ProjectState;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly contractedFen: bigint;
  readonly paidFen: bigint;
  readonly assetPaidFen: bigint;
  readonly assetBookedFen: bigint;
  readonly revision: number;
}

export interface ProjectListRow extends ProjectRow {
  /** the last step that stands; null before the library */
  readonly step: ProjectStep | null;
}

export interface ProjectFilters {
  readonly q?: string | undefined;
  readonly kind?: ProjectKind | undefined;
  readonly state?: ProjectState | undefined;
  readonly step?: ProjectStep | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'name' | 'number' | 'budgetFen' | 'paidFen' | 'proposedOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`county, id, place, place_name, cooperative_id, cooperative_name, number, name, kind, purpose, content, scale,
  benefit, households, poor_households, budget_fen, planned_from, planned_through, award_method, person_in_charge, contact,
  proposed_on, made_by, state, ended_on, ended_reason, contracted_fen, paid_fen, asset_paid_fen, asset_booked_fen, revision`;

const source = sql`(
    select r.*, coalesce(p.name, '') as place_name, c.name as cooperative_name,
      (select s.step from project_step s where s.county = r.county and s.project_id = r.id and s.ended_on is null
        order by array_position(array['library', 'review', 'notice', 'award', 'start', 'progress', 'acceptance', 'handover'],
          s.step) desc limit 1) as step
    from project r left join place p on p.code = r.place
    left join cooperative c on c.county = r.county and c.id = r.cooperative_id
  ) as r`;

const sortColumns = {
  name: 'name',
  number: 'number',
  budgetFen: 'budget_fen',
  paidFen: 'paid_fen',
  proposedOn: 'proposed_on',
} as const;

/** One page of projects, newest proposal first, with the step that each has reached. */
export async function listProjects(
  tx: Tx,
  query: ProjectFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ProjectListRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'proposedOn']);
  const direction = sql.raw((query.order ?? (query.sort ? 'asc' : 'desc')) === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ProjectListRow>`select ${columns}, step ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: ProjectFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.step) parts.push(sql`step = ${filters.step}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const like = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(name like ${like} or number like ${like} or place_name like ${like} or cooperative_name like ${like})`,
    );
  }
  return sql.join(parts, sql` and `);
}

export async function findProject(tx: Tx, key: RecordKey): Promise<ProjectRow | undefined> {
  const { rows } =
    await sql<ProjectRow>`select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(
      tx.db,
    );
  return rows[0];
}

/** The project, held until the transaction ends: who comes second sees what the first one left. */
export async function holdProject(tx: Tx, key: RecordKey): Promise<ProjectRow | undefined> {
  await sql`select id from project where county = ${key.county} and id = ${key.id} for update`.execute(tx.db);
  return findProject(tx, key);
}

/** Projects that are under way, for the job that records their proofs. */
export async function listOpenKeys(tx: Tx): Promise<readonly { readonly county: number; readonly id: string }[]> {
  const { rows } = await sql<{ county: number; id: string }>`
    select county, id from project where state = 'open' order by county, id`.execute(tx.db);
  return rows;
}

export type ProjectFields = ProjectPlan & { readonly contact: string | null };

export async function recordProject(tx: Tx, id: string, fields: ProjectFields): Promise<void> {
  await record(tx, 'project', {
    ...{ county: Math.floor(fields.place / 1_000_000), id, place: fields.place, ...planColumns(fields) },
    ...{ proposed_on: todayInShanghai(tx.now), made_by: tx.actor.accountId, state: 'open' },
    ...{ ended_on: null, ended_reason: null, ended_by: null, ended_at_level: null },
    ...{ contracted_fen: 0n, paid_fen: 0n, asset_paid_fen: 0n, asset_booked_fen: 0n },
  });
}

function planColumns(fields: Omit<ProjectFields, 'place'>): Row {
  return {
    cooperative_id: fields.cooperativeId,
    number: fields.number,
    name: fields.name,
    kind: fields.kind,
    purpose: fields.purpose,
    content: fields.content,
    scale: fields.scale,
    benefit: fields.benefit,
    households: fields.households,
    poor_households: fields.poorHouseholds,
    budget_fen: fields.budgetFen,
    planned_from: fields.plannedFrom,
    planned_through: fields.plannedThrough,
    award_method: fields.awardMethod,
    person_in_charge: fields.personInCharge,
    contact: fields.contact,
  };
}

/** False when somebody changed it meanwhile. */
export async function correctProject(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: Omit<ProjectFields, 'place'>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'project', { key, set: planColumns(change.fields), reason: change.reason })) !== undefined;
}

export interface Ending {
  readonly state: 'refused' | 'withdrawn' | 'closed';
  /** of the office that turned it down, of the village that took it back; none for a closing */
  readonly level: EndLevel | null;
  readonly reason: string;
}

/** Ends a project: turned down, taken back or closed. The proposal stays with its reason. False when it changed. */
export async function endProject(tx: Tx, key: RecordKey, ending: Ending): Promise<boolean> {
  const { state, level, reason } = ending;
  const set = {
    ...{ state, ended_on: todayInShanghai(tx.now), ended_by: tx.actor.accountId },
    ...{ ended_reason: state === 'closed' ? null : reason, ended_at_level: level },
  };
  return (await revise(tx, 'project', { key, set, reason })) !== undefined;
}

/** What contracts, payments and the asset register add to a held project. */
export interface Counters {
  readonly contractedFen?: bigint;
  readonly paidFen?: bigint;
  readonly assetPaidFen?: bigint;
  readonly assetBookedFen?: bigint;
}

/** Adds to the counters of a held project; the limits are constraints of the table. False when it is not the one held. */
export async function countProject(
  tx: Tx,
  project: ProjectRow,
  added: Counters & { readonly reason: string },
): Promise<boolean> {
  const { county, id, revision } = project;
  const set = {
    contracted_fen: project.contractedFen + (added.contractedFen ?? 0n),
    paid_fen: project.paidFen + (added.paidFen ?? 0n),
    asset_paid_fen: project.assetPaidFen + (added.assetPaidFen ?? 0n),
    asset_booked_fen: project.assetBookedFen + (added.assetBookedFen ?? 0n),
  };
  return (await revise(tx, 'project', { key: { county, id, revision }, set, reason: added.reason })) !== undefined;
}
