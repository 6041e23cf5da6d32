import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { FindingState, Misuse } from './audit-rules.ts';

export interface FindingRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly number: string;
  readonly source: 'audit' | 'discipline' | 'supervision';
  readonly misuse: Misuse;
  readonly title: string;
  readonly detail: string;
  readonly amountFen: bigint;
  readonly recoveredFen: bigint;
  readonly entryType: 'payment' | 'payment_order' | 'project' | 'misuse_alert' | null;
  readonly entryCounty: number | null;
  readonly entryId: string | null;
  readonly responsible: string;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly state: FindingState;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly answererName: string | null;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
  readonly closingOpinion: string | null;
  readonly reopened: number;
  readonly revision: number;
}

export interface FindingFilters {
  readonly q?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly misuse?: Misuse | undefined;
  readonly source?: FindingRow['source'] | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'foundOn' | 'dueOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`county, id, place, place_name, number, source, misuse, title, detail, amount_fen, recovered_fen, entry_type,
  entry_county, entry_id, responsible, found_on, due_on, state, answer, answered_on, answered_by, answerer_name, closed_on,
  closer_name as closed_by, closing_opinion, reopened, revision`;

const source = sql`(
    select f.*, coalesce(p.name, '') as place_name, a.name as answerer_name, c.name as closer_name
    from finding f left join place p on p.code = f.place left join account a on a.id = f.answered_by
    left join account c on c.id = f.closed_by
  ) as f`;

const sortColumns = { foundOn: 'found_on', dueOn: 'due_on', amountFen: 'amount_fen' } as const;

/** One page of findings, the last found first. */
export async function listFindings(
  tx: Tx,
  query: FindingFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly FindingRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'foundOn']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<FindingRow>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: FindingFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.misuse) parts.push(sql`misuse = ${filters.misuse}`);
  if (filters.source) parts.push(sql`source = ${filters.source}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const like = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title like ${like} or number like ${like} or place_name like ${like} or responsible like ${like})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findFinding(tx: Tx, key: RecordKey): Promise<FindingRow | undefined> {
  const { rows } =
    await sql<FindingRow>`select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(
      tx.db,
    );
  return rows[0];
}

export type FindingDraft = Pick<
  FindingRow,
  | 'id'
  | 'place'
  | 'number'
  | 'source'
  | 'misuse'
  | 'title'
  | 'detail'
  | 'amountFen'
  | 'entryType'
  | 'entryCounty'
  | 'entryId'
  | 'responsible'
  | 'foundOn'
  | 'dueOn'
>;

export async function recordFinding(tx: Tx, draft: FindingDraft): Promise<void> {
  await record(tx, 'finding', {
    ...{ county: Math.floor(draft.place / 1_000_000), id: draft.id, place: draft.place, number: draft.number },
    ...{ source: draft.source, misuse: draft.misuse, title: draft.title, detail: draft.detail },
    ...{ amount_fen: draft.amountFen, entry_type: draft.entryType, entry_county: draft.entryCounty },
    ...{ entry_id: draft.entryId, responsible: draft.responsible, found_on: draft.foundOn, due_on: draft.dueOn },
    ...{ state: 'open', answer: null, answered_on: null, answered_by: null, recovered_fen: 0n },
    ...{ closed_on: null, closed_by: null, closing_opinion: null, reopened: 0 },
  });
}

/** False when somebody changed it meanwhile. */
export async function answerFinding(
  tx: Tx,
  key: RecordKey,
  given: { readonly answer: string; readonly recoveredFen: bigint },
): Promise<boolean> {
  const set = {
    ...{ state: 'answered', answer: given.answer, recovered_fen: given.recoveredFen },
    ...{ answered_on: todayInShanghai(tx.now), answered_by: tx.actor.accountId },
  };
  return (await revise(tx, 'finding', { key, set, reason: 'answered' })) !== undefined;
}

/** Closed, or open again with one more time it was sent back. False when somebody changed it meanwhile. */
export async function reviewFinding(
  tx: Tx,
  finding: FindingRow,
  review: { readonly revision: number; readonly verdict: 'closed' | 'returned'; readonly opinion: string },
): Promise<boolean> {
  const { county, id, reopened } = finding;
  const { revision, verdict, opinion } = review;
  const closing = { state: 'closed', closed_on: todayInShanghai(tx.now), closed_by: tx.actor.accountId };
  const set = {
    ...(verdict === 'closed' ? closing : { state: 'open', reopened: reopened + 1 }),
    closing_opinion: opinion,
  };
  return (await revise(tx, 'finding', { key: { county, id, revision }, set, reason: opinion })) !== undefined;
}
