import { sql } from 'kysely';
import type { Tx } from '../platform/db/transact.ts';
import { noteReference } from './store.ts';

/** A question on the measure as it stands now. */
export interface InterpretationRow {
  readonly id: string;
  readonly revision: number;
  readonly clause: string;
  readonly question: string;
  readonly answer: string | null;
  readonly askedOn: string;
  readonly answeredOn: string | null;
  readonly documentNumber: string | null;
  readonly recordedAt: Date;
}

export type InterpretationDraft = Omit<InterpretationRow, 'revision' | 'recordedAt'>;

export interface InterpretationQuery {
  readonly q?: string | undefined;
  readonly article?: number | undefined;
  readonly state?: 'open' | 'answered' | undefined;
  readonly sort?: 'askedOn' | 'answeredOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Interpretations as they stand, those asked last first. */
export async function listInterpretationRows(
  tx: Tx,
  query: InterpretationQuery,
): Promise<{ rows: InterpretationRow[]; total: number }> {
  const filtered = sql`from (
      select distinct on (id) * from interpretation order by id, revision desc
    ) as i where ${conditions(query)}`;
  const sorted = sql`${sql.ref(query.sort === 'answeredOn' ? 'answered_on' : 'asked_on')} ${sql.raw(query.order === 'asc' ? 'asc' : 'desc')} nulls last`;
  const { rows } = await sql<InterpretationRow>`
    select id, revision, clause, question, answer, asked_on, answered_on, document_number, recorded_at
    ${filtered} order by ${sorted}, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${filtered}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** How many interpretations stand under each article. */
export async function countInterpretations(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ article: number; total: number }>`
    select split_part(clause, '.', 1)::int as article, count(*) as total
    from (select distinct on (id) id, clause, withdrawn from interpretation order by id, revision desc) as i
    where not withdrawn group by 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.article, row.total]));
}

export async function recordInterpretationRow(tx: Tx, draft: InterpretationDraft): Promise<void> {
  const row = { ...draft, revision: 1, recordedAt: tx.now, recordedBy: tx.actor.accountId };
  await tx.db.insertInto('interpretation').values(row).execute();
  noteReference(tx, 'interpretation', { id: draft.id, after: row });
}

/**
 * A new revision of an interpretation, only while `revision` still is the last one.
 * @returns the new revision, or undefined when somebody else was first or there is no such interpretation
 */
export async function correctInterpretationRow(
  tx: Tx,
  change: { draft: InterpretationDraft; revision: number; withdrawn: boolean; reason: string },
): Promise<number | undefined> {
  const { draft, revision, withdrawn, reason } = change;
  const { rows } = await sql<{ revision: number }>`
    insert into interpretation (id, revision, clause, question, answer, asked_on, answered_on, document_number,
      withdrawn, reason, recorded_at, recorded_by)
    select ${draft.id}, revision + 1, ${draft.clause}, ${draft.question}, ${draft.answer}, ${draft.askedOn}::date,
      ${draft.answeredOn}::date, ${draft.documentNumber}, ${withdrawn}, ${reason}, ${tx.now}, ${tx.actor.accountId}
    from interpretation as last
    where id = ${draft.id} and revision = ${revision} and not withdrawn
      and not exists (select 1 from interpretation as later where later.id = last.id and later.revision > last.revision)
    on conflict (id, revision) do nothing
    returning revision`.execute(tx.db);
  const [written] = rows;
  if (!written) return undefined;
  noteReference(tx, 'interpretation', { id: draft.id, after: { ...draft, revision: written.revision, withdrawn } });
  return written.revision;
}

function conditions(query: InterpretationQuery) {
  const found = [sql`not withdrawn`];
  if (query.article !== undefined) found.push(sql`split_part(clause, '.', 1)::int = ${query.article}`);
  if (query.state !== undefined) found.push(query.state === 'open' ? sql`answer is null` : sql`answer is not null`);
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(sql`(question ilike ${like} or answer ilike ${like} or document_number ilike ${like})`);
  }
  return sql.join(found, sql` and `);
}
