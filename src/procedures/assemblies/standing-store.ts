import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { AssemblyForm, Organ } from './law-rules.ts';
import { type MotionRow, motionColumns } from './motion-store.ts';

export interface MotionSubject {
  readonly county: number;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** A motion about a subject that is not decided: offered, or on the agenda of a meeting that is not over. */
export interface PendingMotion extends MotionRow {
  readonly heldOn: string | null;
}

const meeting = sql`join assembly as a on a.county = m.county and a.id = m.assembly_id`;
const isPending = sql`m.result is null and (a.state is null or a.state = 'called')`;
const nextFirst = sql`m.assembly_id nulls last, a.held_on`;
const isDecided = sql`m.result is not null and a.state = 'closed'`;
const lastFirst = sql`a.held_on desc, a.closed_at desc, m.id desc`;

export async function findPending(tx: Tx, subject: MotionSubject): Promise<PendingMotion | undefined> {
  const { rows } = await sql<PendingMotion>`
    select ${motionColumns}, a.held_on from motion as m left ${meeting}
    where m.county = ${subject.county} and m.subject_type = ${subject.subjectType}
      and m.subject_id = ${subject.subjectId} and ${isPending}
    order by ${nextFirst} limit 1`.execute(tx.db);
  return rows[0];
}

export interface DecidedMotion extends MotionRow {
  readonly heldOn: string;
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly entitled: number;
  readonly assemblyTitle: string;
}

/** The motion about a subject that the last closed meeting decided. */
export async function findDecided(tx: Tx, subject: MotionSubject): Promise<DecidedMotion | undefined> {
  const { rows } = await sql<DecidedMotion>`
    select ${motionColumns}, a.held_on, a.form, a.organ, a.entitled, a.title as assembly_title
    from motion as m ${meeting} where m.county = ${subject.county} and m.subject_type = ${subject.subjectType}
      and m.subject_id = ${subject.subjectId} and ${isDecided}
    order by ${lastFirst} limit 1`.execute(tx.db);
  return rows[0];
}

/** What became of the motions about a subject: the last that a meeting decided, and the one that is not decided. */
export interface Standing {
  readonly decided: DecidedMotion | undefined;
  readonly pending: PendingMotion | undefined;
}

/** Both for each kind of question about a subject, in the order of the kinds. */
export async function listStandings(
  tx: Tx,
  of: Omit<MotionSubject, 'subjectType'>,
  subjectTypes: readonly string[],
): Promise<readonly Standing[]> {
  const about = sql`m.county = ${of.county} and m.subject_type = any(${[...subjectTypes]}::text[])
    and m.subject_id = ${of.subjectId}`;
  const shown = sql`${motionColumns}, a.held_on, a.form, a.organ, a.entitled, a.title as assembly_title`;
  const { rows } = await sql<PendingMotion | DecidedMotion>`
    (select distinct on (m.subject_type) ${shown} from motion as m ${meeting} where ${about} and ${isDecided}
      order by m.subject_type, ${lastFirst})
    union all
    (select distinct on (m.subject_type) ${shown} from motion as m left ${meeting} where ${about} and ${isPending}
      order by m.subject_type, ${nextFirst})`.execute(tx.db);
  return subjectTypes.map((type) => {
    const found = rows.filter(({ subjectType }) => subjectType === type);
    return { decided: found.find(wasDecided), pending: found.find(({ result }) => result === null) };
  });
}

function wasDecided(row: PendingMotion | DecidedMotion): row is DecidedMotion {
  return row.result !== null;
}
