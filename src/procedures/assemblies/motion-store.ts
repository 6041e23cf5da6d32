import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { Matter } from './motion-rules.ts';
import type { MotionResult } from './rules.ts';
import type { AssemblyRow } from './store.ts';

export interface MotionRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly assemblyId: string | null;
  readonly ordinal: number | null;
  readonly matter: Matter;
  readonly title: string;
  readonly body: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly digest: string | null;
  readonly page: string | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
  readonly votesRequired: number | null;
  readonly votesWhole: number | null;
  readonly result: MotionResult | null;
  readonly decidedOn: string | null;
  readonly resolutionYear: number | null;
  readonly resolutionNumber: number | null;
  readonly revision: number;
}

export const motionColumns = sql`m.county, m.id, m.place, m.cooperative_id, m.assembly_id, m.ordinal, m.matter, m.title, m.body,
  m.subject_type, m.subject_id, m.digest, m.page, m.votes_for, m.votes_against, m.votes_abstained, m.votes_required,
  m.votes_whole, m.result, m.decided_on, m.resolution_year, m.resolution_number, m.revision`;

/** The agenda of a meeting, in order. */
export async function listMotions(tx: Tx, assembly: RecordKey): Promise<readonly MotionRow[]> {
  const { rows } = await sql<MotionRow>`
    select ${motionColumns} from motion as m where m.county = ${assembly.county} and m.assembly_id = ${assembly.id}
    order by m.ordinal`.execute(tx.db);
  return rows;
}

export async function findMotion(tx: Tx, key: RecordKey): Promise<MotionRow | undefined> {
  const { rows } = await sql<MotionRow>`
    select ${motionColumns} from motion as m where m.county = ${key.county} and m.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface OfferedRow extends MotionRow {
  readonly placeName: string;
  readonly cooperativeName: string | null;
  readonly offeredOn: string;
}

/** What waits for a meeting, the oldest first. */
export async function listOffered(
  tx: Tx,
  query: {
    readonly q?: string | undefined;
    readonly cooperativeId?: string | undefined;
    readonly sort?: 'title' | 'place' | undefined;
    readonly order?: 'asc' | 'desc' | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly OfferedRow[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [sql`m.assembly_id is null`];
  if (query.cooperativeId) parts.push(sql`m.cooperative_id = ${query.cooperativeId}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(m.title like ${text} or p.name like ${text} or c.name like ${text})`);
  }
  const found = sql`from motion as m left join place as p on p.code = m.place
    left join cooperative as c on c.county = m.county and c.id = m.cooperative_id where ${sql.join(parts, sql` and `)}`;
  const sorted = query.sort === 'title' ? sql`m.title` : query.sort === 'place' ? sql`m.place` : sql`m.recorded_at`;
  const { rows } = await sql<OfferedRow>`
    select ${motionColumns}, coalesce(p.name, '') as place_name, c.name as cooperative_name,
      (m.recorded_at at time zone 'Asia/Shanghai')::date as offered_on
    ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, m.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface NewMotion {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly assemblyId: string | null;
  readonly ordinal: number | null;
  readonly matter: Matter;
  readonly title: string;
  readonly body: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly digest: string | null;
  readonly page: string | null;
}

export async function recordMotion(tx: Tx, motion: NewMotion): Promise<void> {
  const row: NewRow = {
    county: motion.county,
    id: motion.id,
    place: motion.place,
    cooperative_id: motion.cooperativeId,
    assembly_id: motion.assemblyId,
    ordinal: motion.ordinal,
    matter: motion.matter,
    title: motion.title,
    body: motion.body,
    subject_type: motion.subjectType,
    subject_id: motion.subjectId,
    digest: motion.digest,
    page: motion.page,
  };
  await record(tx, 'motion', row);
}

interface Change {
  readonly key: RecordKey;
  readonly reason: string;
}

/** False when somebody changed it meanwhile; the same for the functions below. */
export async function correctMotion(
  tx: Tx,
  { key, reason }: Change,
  fields: Pick<NewMotion, 'matter' | 'title' | 'body'>,
): Promise<boolean> {
  const { matter, title, body } = fields;
  return (await revise(tx, 'motion', { key, set: { matter, title, body }, reason })) !== undefined;
}

/** Puts an offered motion on an agenda, or takes it off again with its votes. */
export async function placeMotion(
  tx: Tx,
  { key, reason }: Change,
  at: { readonly assemblyId: string; readonly ordinal: number } | undefined,
): Promise<boolean> {
  const none = { votes_for: null, votes_against: null, votes_abstained: null };
  const set = { assembly_id: at?.assemblyId ?? null, ordinal: at?.ordinal ?? null, ...none };
  return (await revise(tx, 'motion', { key, set, reason })) !== undefined;
}

/** Takes a motion off an agenda: one about a subject waits again, unless a newer one waits already. */
export async function releaseMotion(tx: Tx, motion: MotionRow, change: Change): Promise<boolean> {
  const { county, subjectType, subjectId } = motion;
  const { rows } = await sql`
    select id from motion where county = ${county} and subject_type = ${subjectType} and subject_id = ${subjectId}
      and assembly_id is null`.execute(tx.db);
  const waits = subjectType !== null && rows.length === 0;
  return waits ? placeMotion(tx, change, undefined) : withdrawMotion(tx, change);
}

export async function withdrawMotion(tx: Tx, { key, reason }: Change): Promise<boolean> {
  return (await withdraw(tx, 'motion', { key, reason })) !== undefined;
}

/** Gives an offered motion the content of today. */
export async function renewOffer(
  tx: Tx,
  { key, reason }: Change,
  offer: Pick<NewMotion, 'title' | 'body' | 'digest' | 'page'>,
): Promise<boolean> {
  const { title, body, digest, page } = offer;
  return (await revise(tx, 'motion', { key, set: { title, body, digest, page }, reason })) !== undefined;
}

export interface Votes {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

export async function recordVotes(tx: Tx, { key, reason }: Change, votes: Votes): Promise<boolean> {
  const set: Row = {
    votes_for: votes.votesFor,
    votes_against: votes.votesAgainst,
    votes_abstained: votes.votesAbstained,
  };
  return (await revise(tx, 'motion', { key, set, reason })) !== undefined;
}

export interface Decision {
  readonly result: MotionResult;
  readonly required: number;
  readonly whole: number;
  readonly number: number;
}

export async function decideMotion(
  tx: Tx,
  { key, reason }: Change,
  { assembly, decision }: { readonly assembly: AssemblyRow; readonly decision: Decision },
): Promise<boolean> {
  const set = {
    result: decision.result,
    votes_required: decision.required,
    votes_whole: decision.whole,
    decided_on: assembly.heldOn,
    resolution_series: assembly.form,
    resolution_year: Number(assembly.heldOn.slice(0, 4)),
    resolution_number: decision.number,
  };
  return (await revise(tx, 'motion', { key, set, reason })) !== undefined;
}

/** Takes back what a meeting decided, for it to be counted again; the resolution keeps its number. */
export async function undecideMotion(tx: Tx, { key, reason }: Change): Promise<boolean> {
  const set = { votes_required: null, votes_whole: null, decided_on: null, result: null };
  return (await revise(tx, 'motion', { key, set, reason })) !== undefined;
}

/** The first number that is free; the unique key decides when two meetings are closed at once. */
export async function nextResolutionNumber(tx: Tx, assembly: AssemblyRow): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(resolution_number), 0) as last from motion
    where county = ${assembly.county} and place = ${assembly.place}
      and cooperative_id is not distinct from ${assembly.cooperativeId} and resolution_series = ${assembly.form}
      and resolution_year = ${Number(assembly.heldOn.slice(0, 4))}`.execute(tx.db);
  return (rows[0]?.last ?? 0) + 1;
}
