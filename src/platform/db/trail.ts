import { createHash, hash } from 'node:crypto';
import { canonicalJson } from '../pure/canonical.ts';
import { toJsonFen } from '../pure/money.ts';
import { arrayLiteral } from './array-literal.ts';
import type { Parameter, Statement } from './prepared.ts';
import { freshBytes } from './random.ts';
import { newRecordId } from './record-id.ts';
import type { Change, Row, Tx } from './tx.ts';

interface Commitment {
  readonly path: string;
  readonly salt: Buffer;
  readonly sealed: Buffer | null;
}

interface Replay {
  readonly key: string;
  readonly reply: unknown;
}

/** The columns that stand in the leaf hash, in the form that `silian audit verify` rebuilds from the table. */
export interface AuditLeaf {
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
  /** canonical JSON; the table keeps this very text, so that nothing is lost between writing and verifying */
  readonly changes: string;
}

/**
 * SHA-256 over the canonical form of an audit event (DESIGN §7): the columns as one JSON object with its keys in
 * order, written out by hand because `silian audit verify` does it millions of times.
 */
export function leafHash(leaf: AuditLeaf): Buffer {
  const text = JSON.stringify;
  const form = `{"accountId":${text(leaf.accountId)},"act":${text(leaf.act)},"actorName":${text(leaf.actorName)},"address":${text(leaf.address)},"changes":${leaf.changes},"county":${leaf.county},"id":${text(leaf.id)},"place":${leaf.place},"positionId":${text(leaf.positionId)},"reason":${text(leaf.reason)},"recordId":${text(leaf.recordId)},"recordType":${text(leaf.recordType)},"recordedAt":${text(leaf.recordedAt)},"requestId":${text(leaf.requestId)},"role":${text(leaf.role)}}`;
  return hash('sha256', form, 'buffer');
}

/** What is written together with an event, where there is any of it: `$1` to `$16` are the event's own. */
interface Part {
  readonly name: string;
  readonly values: readonly Parameter[];
  /** of the names of its values */
  readonly text: (names: readonly string[]) => string;
}

/** The audit event, its commitments, the stale months and the answer for a repeated key: one statement, to be sent last. */
export function trailStatement(tx: Tx, replay: Replay | undefined): Statement {
  const commitments: Commitment[] = [];
  const leaf = makeLeaf(tx, commitments);
  const parts = [
    ...(commitments.length > 0 ? [committing(commitments)] : []),
    ...(tx.stale.size > 0 ? [marking(tx.stale)] : []),
    ...(replay ? [answering(replay)] : []),
  ];
  let last = 16;
  const texts = parts.map(({ name, values, text }) => `${name} as (${text(values.map(() => `$${++last}`))})`);
  return {
    name: ['trail', ...parts.map(({ name }) => name)].join('_'),
    text: `${texts.length > 0 ? `with ${texts.join(', ')} ` : ''}${inserting}`,
    values: [
      ...[
        leaf.county,
        leaf.id,
        leaf.place,
        leaf.recordedAt,
        leaf.accountId,
        leaf.positionId,
        leaf.actorName,
        leaf.role,
      ],
      ...[
        leaf.act,
        leaf.recordType,
        leaf.recordId,
        leaf.reason,
        leaf.address,
        leaf.requestId,
        leaf.changes,
        leafHash(leaf),
      ],
      ...parts.flatMap(({ values }) => values),
    ],
  };
}

const inserting = `insert into audit_event (county, id, place, recorded_at, account_id, position_id, actor_name, role, act,
    record_type, record_id, reason, address, request_id, changes, leaf_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

function committing(commitments: readonly Commitment[]): Part {
  return {
    name: 'committed',
    values: [
      arrayLiteral(commitments.map(({ path }) => path)),
      arrayLiteral(commitments.map(({ salt }) => salt)),
      arrayLiteral(commitments.map(({ sealed }) => sealed)),
    ],
    text: ([paths, salts, sealed]) => `insert into audit_commitment (county, event_id, path, salt, sealed)
      select $1, $2, * from unnest(${paths}::text[], ${salts}::bytea[], ${sealed}::bytea[])`,
  };
}

function marking(stale: Tx['stale']): Part {
  return {
    name: 'marked',
    values: [arrayLiteral([...stale.keys()]), arrayLiteral([...stale.values()])],
    text: ([places, months]) => `insert into figure_dirty (county, place, from_month, marked_at)
      select place / 1000000, place, month, $4 from unnest(${places}::bigint[], ${months}::text[]) as s (place, month)
      on conflict (county, place, from_month) do update set marked_at = excluded.marked_at`,
  };
}

function answering({ key, reply }: Replay): Part {
  return {
    name: 'answered',
    values: [replyText(reply), key],
    text: ([answer, name]) =>
      `update idempotency_key set reply = ${answer}::jsonb where account_id = $5 and key = ${name}`,
  };
}

/** The answer as it travels, so that a repeated key gets the very same one; an amount beyond 2^53 as digits. */
function replyText(reply: unknown): string {
  return JSON.stringify({ value: reply ?? null }, (_, member: unknown) =>
    typeof member === 'bigint' ? toJsonFen(member) : member,
  );
}

function makeLeaf(tx: Tx, commitments: Commitment[]): AuditLeaf {
  const subject = tx.trail[0];
  const place = subject?.place ?? tx.actor.range?.lo ?? 0;
  const changes = tx.trail.map((change, index) => publish(tx, { change, index }, commitments));
  return {
    county: Math.floor(place / 1_000_000),
    id: newRecordId(tx),
    place,
    recordedAt: tx.now.toISOString(),
    accountId: tx.actor.accountId,
    positionId: tx.actor.positionId,
    actorName: tx.actor.name,
    role: tx.actor.role,
    act: tx.act,
    recordType: subject?.table ?? null,
    recordId: subject?.id ?? null,
    reason: tx.reason ?? null,
    address: tx.actor.address,
    requestId: tx.actor.requestId,
    changes: canonicalJson(changes),
  };
}

/** The change as the trail shows it: personal values as salted commitments, so that a person can be erased. */
function publish(tx: Tx, { change, index }: { change: Change; index: number }, commitments: Commitment[]): Row {
  const personal = new Set(tx.tables.get(change.table)?.personal ?? []);
  const side = (name: 'before' | 'after', row: Row | undefined) =>
    row &&
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, commit(`${index}.${name}.${column}`, column, value)]),
    );
  function commit(path: string, column: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (!personal.has(column)) return plain(value);
    const salt = freshBytes(16);
    const text = canonicalJson(plain(value));
    commitments.push({ path, salt, sealed: tx.vault.seal(text) });
    return { committed: createHash('sha256').update(salt).update(text).digest('hex') };
  }
  return { ...change, before: side('before', change.before), after: side('after', change.after) };
}

/** A column's value as it stands in canonical JSON: instants as ISO text, bytes as hex. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}
