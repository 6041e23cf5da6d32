import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { AssemblyForm, Organ } from './law-rules.ts';
import type { AssemblyState, RollKind } from './rules.ts';
import type { Attendance, CharterVotes } from './vote-rules.ts';

export interface AssemblyRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string | null;
  readonly cooperativeName: string | null;
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly title: string;
  readonly venue: string | null;
  readonly startsAt: string | null;
  readonly noticedOn: LocalDate;
  readonly documentsOn: LocalDate | null;
  readonly heldOn: LocalDate;
  readonly rollKind: RollKind;
  readonly proxyLimit: number;
  readonly entitled: number | null;
  readonly households: number | null;
  readonly women: number | null;
  readonly present: number | null;
  readonly proxies: number | null;
  readonly presentHouseholds: number | null;
  readonly additionalVotes: number | null;
  readonly additionalVotesPresent: number | null;
  readonly quorumBp: number | null;
  readonly ordinaryBp: number | null;
  readonly specialBp: number | null;
  readonly additionalVotesBp: number | null;
  readonly chairName: string | null;
  readonly recorderName: string | null;
  readonly counterNames: string | null;
  readonly minutes: string | null;
  readonly state: AssemblyState;
  readonly quorumMet: boolean | null;
  readonly closedOn: LocalDate | null;
  readonly closedBy: string | null;
  readonly revision: number;
}

export interface AssemblyListRow extends AssemblyRow {
  readonly motions: number;
  readonly passed: number;
}

export interface AssemblyFilters {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly cooperativeId?: string | undefined;
  readonly form?: AssemblyForm | undefined;
  readonly organ?: Organ | undefined;
  readonly state?: AssemblyState | undefined;
  readonly sort?: 'heldOn' | 'title' | 'place' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`a.county, a.id, a.place, coalesce(p.name, '') as place_name, a.cooperative_id, c.name as cooperative_name,
  a.form, a.organ, a.title, a.venue, a.starts_at, a.noticed_on, a.documents_on, a.held_on, a.roll_kind, a.proxy_limit,
  a.entitled, a.households, a.women, a.present, a.proxies, a.present_households, a.additional_votes,
  a.additional_votes_present, a.quorum_bp, a.ordinary_bp, a.special_bp, a.additional_votes_bp, a.chair_name,
  a.recorder_name, a.counter_names, a.minutes, a.state, a.quorum_met, a.closed_on, a.closed_by, a.revision`;

const source = sql`from assembly as a left join place as p on p.code = a.place
  left join cooperative as c on c.county = a.county and c.id = a.cooperative_id`;

export async function listAssemblies(
  tx: Tx,
  query: AssemblyFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly AssemblyListRow[]; total: number }> {
  const found = sql`${source} where ${conditions(query)}`;
  const sorted = { heldOn: sql`a.held_on`, title: sql`a.title`, place: sql`a.place` }[query.sort ?? 'heldOn'];
  const direction = sql.raw((query.order ?? (query.sort ? 'asc' : 'desc')) === 'desc' ? 'desc' : 'asc');
  const { rows } = await sql<AssemblyListRow>`
    select ${columns}, (select count(*) from motion as m where m.county = a.county and m.assembly_id = a.id) as motions,
      (select count(*) from motion as m where m.county = a.county and m.assembly_id = a.id and m.result = 'passed') as passed
    ${found} order by ${sorted} ${direction}, a.id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: AssemblyFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.form) parts.push(sql`a.form = ${filters.form}`);
  if (filters.organ) parts.push(sql`a.organ = ${filters.organ}`);
  if (filters.state) parts.push(sql`a.state = ${filters.state}`);
  if (filters.cooperativeId) parts.push(sql`a.cooperative_id = ${filters.cooperativeId}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`a.place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(a.title like ${text} or p.name like ${text} or c.name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findAssembly(tx: Tx, key: RecordKey): Promise<AssemblyRow | undefined> {
  const { rows } = await sql<AssemblyRow>`
    select ${columns} ${source} where a.county = ${key.county} and a.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/**
 * The meeting while it is open, held until the end of the transaction: roll, votes and closing wait for one another, so
 * that nothing is written to a meeting that is being closed. Undefined when it is closed or called off.
 */
export async function holdOpenAssembly(tx: Tx, key: RecordKey): Promise<AssemblyRow | undefined> {
  const { rows } = await sql`
    select id from assembly where county = ${key.county} and id = ${key.id} and state = 'called' for update`.execute(
    tx.db,
  );
  return rows.length === 0 ? undefined : findAssembly(tx, key);
}

/** What is written when a meeting is called or corrected. */
export interface Meeting {
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly venue: string | null;
  readonly noticedOn: string;
  readonly documentsOn: string | null;
  readonly rollKind: RollKind;
  readonly proxyLimit: number;
  readonly entitled: number | null;
  readonly households: number | null;
  readonly women: number | null;
}

export interface NewAssembly extends Meeting {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly form: AssemblyForm;
  readonly organ: Organ;
}

export async function recordAssembly(tx: Tx, assembly: NewAssembly): Promise<void> {
  const row: NewRow = {
    county: assembly.county,
    id: assembly.id,
    place: assembly.place,
    cooperative_id: assembly.cooperativeId,
    form: assembly.form,
    organ: assembly.organ,
    ...meetingColumns(assembly),
    state: 'called',
  };
  await record(tx, 'assembly', row);
}

function meetingColumns(meeting: Meeting): Row {
  return {
    title: meeting.title,
    held_on: meeting.heldOn,
    starts_at: meeting.startsAt,
    venue: meeting.venue,
    noticed_on: meeting.noticedOn,
    documents_on: meeting.documentsOn,
    roll_kind: meeting.rollKind,
    proxy_limit: meeting.proxyLimit,
    entitled: meeting.entitled,
    households: meeting.households,
    women: meeting.women,
  };
}

interface Change {
  readonly key: RecordKey;
  readonly reason: string;
}

/** False when somebody changed it meanwhile; the same for the functions below. */
export async function correctAssembly(tx: Tx, { key, reason }: Change, meeting: Meeting): Promise<boolean> {
  return (await revise(tx, 'assembly', { key, set: meetingColumns(meeting), reason })) !== undefined;
}

export async function cancelAssembly(tx: Tx, { key, reason }: Change): Promise<boolean> {
  return (await revise(tx, 'assembly', { key, set: { state: 'cancelled' }, reason })) !== undefined;
}

export async function recordCounts(tx: Tx, { key, reason }: Change, counts: Attendance): Promise<boolean> {
  return (await revise(tx, 'assembly', { key, set: countColumns(counts), reason })) !== undefined;
}

function countColumns(counts: Attendance): Row {
  return {
    entitled: counts.entitled,
    households: counts.households,
    present: counts.present,
    proxies: counts.proxies,
    present_households: counts.presentHouseholds,
    additional_votes: counts.additionalVotes,
    additional_votes_present: counts.additionalVotesPresent,
  };
}

export interface Closing {
  readonly counts: Attendance;
  readonly quorumMet: boolean;
  readonly charter: CharterVotes;
  readonly chairName: string;
  readonly recorderName: string;
  readonly counterNames: string | null;
  readonly minutes: string | null;
}

export async function closeAssembly(tx: Tx, { key, reason }: Change, closing: Closing): Promise<boolean> {
  const { charter } = closing;
  const set = {
    ...countColumns(closing.counts),
    quorum_met: closing.quorumMet,
    quorum_bp: charter.quorumBp ?? null,
    ordinary_bp: charter.ordinaryBp ?? null,
    special_bp: charter.specialBp ?? null,
    additional_votes_bp: charter.additionalVotesBp ?? null,
    chair_name: closing.chairName,
    recorder_name: closing.recorderName,
    counter_names: closing.counterNames,
    minutes: closing.minutes,
    state: 'closed',
    closed_on: todayInShanghai(tx.now),
    closed_at: tx.now,
    closed_by: tx.actor.accountId,
  };
  return (await revise(tx, 'assembly', { key, set, reason })) !== undefined;
}

export async function reopenAssembly(tx: Tx, { key, reason }: Change): Promise<boolean> {
  const set = { state: 'called', quorum_met: null, closed_on: null, closed_at: null, closed_by: null };
  return (await revise(tx, 'assembly', { key, set, reason })) !== undefined;
}

/** Files kept with a meeting: the photo of the signed sheet proves it. Undefined for members, who read no files. */
export async function countFiles(tx: Tx, key: RecordKey): Promise<number | undefined> {
  if (!tx.actor.range) return undefined;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from attachment
    where county = ${key.county} and subject_type = 'assembly' and subject_id = ${key.id}`.execute(tx.db);
  return rows[0]?.total ?? 0;
}
