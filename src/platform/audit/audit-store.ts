import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/tx.ts';

export interface EventRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly recordedAt: Date;
  readonly accountId: string;
  readonly actorName: string;
  readonly role: string;
  readonly act: string;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly reason: string | null;
  readonly address: string;
  readonly requestId: string;
}

export interface ListedEvent extends EventRow {
  readonly records: number;
  readonly bulkRows: number;
  readonly sealNumber: number | null;
}

export interface EventQuery {
  readonly q?: string | undefined;
  readonly act?: string | undefined;
  readonly accountId?: string | undefined;
  readonly recordType?: string | undefined;
  readonly recordId?: string | undefined;
  readonly county?: number | undefined;
  readonly range?: { readonly lo: number; readonly hi: number } | undefined;
  /** days in Asia/Shanghai, both included */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A count goes no further: nobody pages through more, and counting a whole city's trail is slow. */
const countLimit = 10_000;

/** Events inside the reader's range, newest first. */
export async function listEvents(tx: Tx, query: EventQuery): Promise<{ rows: readonly ListedEvent[]; total: number }> {
  const where = conditions(query);
  const { rows } = await sql<ListedEvent>`
    select e.county, e.id, e.place, e.recorded_at, e.account_id, e.actor_name, e.role, e.act, e.record_type, e.record_id,
      e.reason, e.address, e.request_id, json_array_length(e.changes) as records,
      coalesce((select sum((change -> 'bulk' ->> 'rows')::int) from json_array_elements(e.changes) as change), 0) as bulk_rows,
      l.seal_number
    from audit_event e left join audit_seal_leaf l on l.county = e.county and l.event_id = e.id
    where ${where} order by e.recorded_at desc, e.id desc limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select from audit_event e where ${where} limit ${countLimit}) as found`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: EventQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  const { q, act, accountId, recordType, recordId, county, range, from, to } = query;
  if (act !== undefined) parts.push(sql`e.act = ${act}`);
  if (accountId !== undefined) parts.push(sql`e.account_id = ${accountId}`);
  if (recordType !== undefined) parts.push(sql`e.record_type = ${recordType}`);
  if (recordId !== undefined) parts.push(aboutRecord(recordId));
  if (county !== undefined) parts.push(sql`e.county = ${county}`);
  if (range !== undefined) parts.push(sql`e.place between ${range.lo} and ${range.hi}`);
  if (from !== undefined) parts.push(sql`e.recorded_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
  if (to !== undefined) parts.push(sql`e.recorded_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  if (q) parts.push(sql`(e.actor_name = ${q} or e.request_id = ${q} or strpos(e.reason, ${q}) > 0)`);
  return sql.join(parts, sql` and `);
}

function aboutRecord(id: string): RawBuilder<unknown> {
  return sql`(e.record_id = ${id} or (json_array_length(e.changes) > 1
    and jsonb_path_query_array(e.changes::jsonb, '$[*].id') @> ${JSON.stringify([id])}::jsonb))`;
}

/** One change as the trail published it. */
export interface PublishedChange {
  readonly table: string;
  readonly id?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly note?: Readonly<Record<string, unknown>>;
}

export interface RecordEvent extends EventRow {
  readonly changes: readonly PublishedChange[];
}

export interface RecordRef {
  readonly table: string;
  readonly county: number;
  readonly id: string;
}

/** Events that name the record, with their changes; newest first. */
export async function listRecordEvents(tx: Tx, ref: RecordRef): Promise<readonly RecordEvent[]> {
  const { rows } = await sql<RecordEvent>`
    select e.county, e.id, e.place, e.recorded_at, e.account_id, e.actor_name, e.role, e.act, e.record_type, e.record_id,
      e.reason, e.address, e.request_id, e.changes
    from audit_event e where e.county = ${ref.county} and ${aboutRecord(ref.id)}
    order by e.recorded_at desc, e.id desc limit 200`.execute(tx.db);
  return rows;
}

/** The event of an act known by who did it and when: bulk writes do not name their records. */
export async function findEventAt(
  tx: Tx,
  act: { readonly accountId: string; readonly at: Date },
): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select county, id, place, recorded_at, account_id, actor_name, role, act, record_type, record_id, reason, address, request_id
    from audit_event where account_id = ${act.accountId} and recorded_at = ${act.at} order by id limit 1`.execute(
    tx.db,
  );
  return rows[0];
}

export async function listAccountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whether an event is inside the reader's range. */
export async function eventVisible(tx: Tx, event: { readonly county: number; readonly id: string }): Promise<boolean> {
  const { rows } = await sql`select from audit_event where county = ${event.county} and id = ${event.id}`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** Takes the salts and sealed values of one record's personal columns out of the trail; returns how many. */
export async function dropCommitments(tx: Tx, ref: RecordRef): Promise<number> {
  const { rows } = await sql`
    with about as (
      select e.county, e.id, c.ordinal - 1 as change
      from audit_event e, json_array_elements(e.changes) with ordinality as c (change, ordinal)
      where e.county = ${ref.county} and ${aboutRecord(ref.id)}
        and c.change ->> 'id' = ${ref.id} and c.change ->> 'table' = ${ref.table}
    )
    delete from audit_commitment c using about a
    where c.county = a.county and c.event_id = a.id and split_part(c.path, '.', 1)::bigint = a.change
    returning 1`.execute(tx.db);
  return rows.length;
}
