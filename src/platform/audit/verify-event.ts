import { createHash } from 'node:crypto';
import { leafHash } from '../db/trail.ts';
import type { Vault } from '../db/vault.ts';
import { timeOfUuid } from '../pure/ids.ts';
import type { TrailCommitment, TrailEvent } from './verify-store.ts';

export interface CheckedEvent {
  /** leaf hash recomputed from the columns */
  readonly hash: Buffer;
  /** milliseconds since 1970 */
  readonly recordedAt: number;
  readonly kinds: readonly ('event_changed' | 'event_inserted' | 'commitment_missing')[];
}

/**
 * Rebuilds the leaf from the columns, in the form in which `db/trail.ts` hashed it. `erased` names records
 * (`table county id`) whose personal values an act has erased.
 */
export function checkEvent(event: TrailEvent, erased: ReadonlySet<string>): CheckedEvent {
  const { changes, paths, recordedAt } = event;
  const hash = leafHash({ ...event, recordedAt: toInstant(recordedAt) });
  const millis = toMillis(recordedAt);
  const kinds: CheckedEvent['kinds'][number][] = [];
  if (hash.toString('hex') !== event.leafHash) kinds.push('event_changed');
  if (timeOfUuid(event.id) !== millis) kinds.push('event_inserted');
  const expected = changes.includes('"committed"') ? committedValues(changes, erased) : { kept: 0, erasable: 0 };
  if (paths < expected.kept || paths > expected.kept + expected.erasable) kinds.push('commitment_missing');
  return { hash, recordedAt: millis, kinds };
}

/** Whether a kept personal value still is the one the trail committed to. */
export function opensToCommitted(vault: Vault, { salt, sealed, committed }: TrailCommitment): boolean {
  try {
    const plain = vault.open(Buffer.from(sealed, 'hex'));
    return createHash('sha256').update(Buffer.from(salt, 'hex')).update(plain).digest('hex') === committed;
  } catch {
    return false;
  }
}

/** Milliseconds since 1970 of an instant with microseconds. */
export function toMillis(instant: string): number {
  return Date.parse(`${instant.slice(0, 23)}Z`);
}

/** The trail writes whole milliseconds; an instant with more stays as it is and cannot hash to the same leaf. */
function toInstant(instant: string): string {
  return instant.endsWith('000') ? `${instant.slice(0, 23)}Z` : `${instant}Z`;
}

interface PublishedChange {
  readonly table: string;
  readonly county: number;
  readonly id?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** How many personal values must still open, and how many may have been erased. */
function committedValues(text: string, erased: ReadonlySet<string>): { kept: number; erasable: number } {
  let kept = 0;
  let erasable = 0;
  for (const change of readChanges(text)) {
    const count = [change.before, change.after].flatMap((side) => Object.values(side ?? {})).filter(isCommitted).length;
    if (erased.has(`${change.table} ${change.county} ${change.id}`)) erasable += count;
    else kept += count;
  }
  return { kept, erasable };
}

function readChanges(text: string): readonly PublishedChange[] {
  const changes: unknown = JSON.parse(text);
  return Array.isArray(changes) ? changes : [];
}

/** A personal value as the trail shows it: the hash of salt and value. */
export function isCommitted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'committed' in value;
}
