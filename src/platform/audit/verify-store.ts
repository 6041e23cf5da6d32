import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Workplace } from '../db/transact.ts';

/*
 * Verification reads every row once, as COPY text, in one snapshot: it trusts nothing but the bytes and keeps
 * nothing in memory. It runs as the recount's role, which reads all and changes no event.
 */

/** Fields of one row as text; null where the column is null. */
type TextRow = readonly (string | null)[];

/** An event as the table holds it, with nothing computed; hashes as hex, the instant to the microsecond in UTC. */
export interface TrailEvent {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly recordedAt: string;
  readonly accountId: string;
  readonly positionId: string;
  readonly actorName: string;
  readonly role: string;
  readonly act: string;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly reason: string | null;
  readonly address: string;
  readonly requestId: string;
  /** JSON */
  readonly changes: string;
  readonly leafHash: string;
  /** how many commitments are kept for it */
  readonly paths: number;
}

export interface TrailSeal {
  readonly number: number;
  readonly sealedAt: string;
  readonly leafCount: number;
  readonly algorithm: string;
  readonly root: string;
  readonly previous: string;
  readonly head: string;
}

export interface TrailLeaf {
  readonly sealNumber: number;
  readonly ordinal: number;
  readonly county: number;
  readonly eventId: string;
  readonly leafHash: string;
  /** undefined: the seal holds a leaf whose event is gone */
  readonly event: TrailEvent | undefined;
}

export interface TrailCommitment {
  readonly county: number;
  readonly eventId: string;
  readonly path: string;
  readonly salt: string;
  readonly sealed: string;
  /** what the event says at this path; empty when it says nothing */
  readonly committed: string;
}

/** Rows in pages as they arrive. */
type Pages<T> = AsyncGenerator<readonly T[]>;

export interface TrailReader {
  seals(): Pages<TrailSeal>;
  leaves(): Pages<TrailLeaf>;
  unsealed(): Pages<TrailEvent>;
  commitments(): Pages<TrailCommitment>;
  /** `table county id` of records whose personal values were erased by an act that stands in the trail itself */
  erasures(): Pages<string>;
}

/** Runs `work` over one repeatable snapshot of the trail. */
export async function readTrail<T>(place: Workplace, work: (reader: TrailReader) => Promise<T>): Promise<T> {
  const client = await place.pool.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; set local statement_timeout = 0;
      set local work_mem = '128MB'; set local timezone = 'UTC'`);
    return await work({
      seals: () => copyRows(client, seals, toSeal),
      leaves: () => copyRows(client, leaves, toLeaf),
      unsealed: () => copyRows(client, unsealed, toEvent),
      commitments: () => copyRows(client, commitments, toCommitment),
      erasures: () => copyRows(client, erasures, (row) => row.join(' ')),
    });
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

const seals = `select number, to_char(sealed_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), leaf_count, algorithm,
    encode(root, 'hex'), encode(previous, 'hex'), encode(head, 'hex')
  from audit_seal order by number`;

/** The columns of one event in the order in which `verify.ts` reads them. */
const eventColumns = `e.county, e.id, e.place, to_char(e.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.account_id, e.position_id,
  e.actor_name, e.role, e.act, e.record_type, e.record_id, e.reason, e.address, e.request_id, e.changes, encode(e.leaf_hash, 'hex'),
  case when c.paths is null then 0 else c.paths end`;

const committed = `left join (select county, event_id, count(*) as paths from audit_commitment group by county, event_id) c
  on c.county = e.county and c.event_id = e.id`;

const leaves = `select l.seal_number, l.ordinal, l.county, l.event_id, encode(l.leaf_hash, 'hex'), ${eventColumns}
  from audit_seal_leaf l left join audit_event e on e.county = l.county and e.id = l.event_id ${committed}
  order by l.seal_number, l.ordinal`;

const unsealed = `select ${eventColumns}
  from audit_event e ${committed}
  where not exists (select from audit_seal_leaf l where l.county = e.county and l.event_id = e.id)
  order by e.county, e.id`;

const commitments = `select c.county, c.event_id, c.path, encode(c.salt, 'hex'), encode(c.sealed, 'hex'),
    e.changes #>> (string_to_array(c.path, '.') || array['committed'])
  from audit_commitment c left join audit_event e on e.county = c.county and e.id = c.event_id`;

const erasures = `select change ->> 'table', change ->> 'county', change ->> 'id'
  from audit_event e, json_array_elements(e.changes) as change
  where change -> 'note' -> 'erasedValues' is not null`;

function toSeal(row: TextRow): TrailSeal {
  const text = reader(row);
  return {
    number: Number(text(0)),
    sealedAt: text(1),
    leafCount: Number(text(2)),
    algorithm: text(3),
    root: text(4),
    previous: text(5),
    head: text(6),
  };
}

function toLeaf(row: TextRow): TrailLeaf {
  const text = reader(row);
  return {
    sealNumber: Number(text(0)),
    ordinal: Number(text(1)),
    county: Number(text(2)),
    eventId: text(3),
    leafHash: text(4),
    event: row[5] === null ? undefined : toEvent(row.slice(5)),
  };
}

function toEvent(row: TextRow): TrailEvent {
  const text = reader(row);
  return {
    county: Number(text(0)),
    id: text(1),
    place: Number(text(2)),
    recordedAt: text(3),
    accountId: text(4),
    positionId: text(5),
    actorName: text(6),
    role: text(7),
    act: text(8),
    recordType: row[9] ?? null,
    recordId: row[10] ?? null,
    reason: row[11] ?? null,
    address: text(12),
    requestId: text(13),
    changes: text(14),
    leafHash: text(15),
    paths: Number(text(16)),
  };
}

function toCommitment(row: TextRow): TrailCommitment {
  const text = reader(row);
  return {
    county: Number(text(0)),
    eventId: text(1),
    path: text(2),
    salt: text(3),
    sealed: text(4),
    committed: text(5),
  };
}

function reader(row: TextRow): (at: number) => string {
  return (at) => row[at] ?? '';
}

async function* copyRows<T>(client: pg.ClientBase, query: string, read: (row: TextRow) => T): Pages<T> {
  const stream: Readable = client.query(copyTo(`copy (${query}) to stdout`));
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + String(chunk);
    const end = text.lastIndexOf('\n');
    rest = text.slice(end + 1);
    if (end >= 0)
      yield text
        .slice(0, end)
        .split('\n')
        .map((line) => read(line.split('\t').map(toField)));
  }
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function toField(text: string): string | null {
  if (!text.includes('\\')) return text;
  if (text === '\\N') return null;
  return text.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}
