import type { Version } from '../db/history.ts';
import type { EventRow, PublishedChange, RecordEvent } from './audit-store.ts';
import { isCommitted } from './verify-event.ts';

/** One change of a record in the form that a page shows; `act` is a code. */
export interface HistoryEntry {
  readonly at: Date;
  readonly by: string;
  readonly role?: string | undefined;
  readonly act: string;
  readonly reason?: string | undefined;
  readonly address?: string | undefined;
  readonly event?: { readonly county: number; readonly id: string } | undefined;
  readonly changes: readonly FieldChange[];
}

export interface FieldChange {
  /** camelCase, as the field is called in contracts */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly personal: boolean;
}

export interface HistorySource {
  /** all states of the record that the reader may see; empty for tables without a twin */
  readonly versions: readonly Version[];
  /** events that name the record */
  readonly events: readonly RecordEvent[];
  /** the event of each state by {@link momentOf}, also where it does not name the record */
  readonly moments: ReadonlyMap<string, EventRow>;
  readonly names: ReadonlyMap<string, string>;
  readonly personal: ReadonlySet<string>;
  readonly table: string;
  readonly id: string;
}

type Image = Readonly<Record<string, unknown>>;

/** What a personal value is shown as; that it changed is seen, what it was is not. */
export const masked = '***';

/**
 * Tells the history of a record, newest first: its states say what changed, the events who did it, why and from
 * where. A state whose event lies outside the reader's range is told with name and time alone.
 */
export function tellHistory(source: HistorySource): readonly HistoryEntry[] {
  const states = [...source.versions].sort(
    (a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || revisionOf(a) - revisionOf(b),
  );
  const told = states.map((state, at) => tellState(source, state, states[at - 1]));
  const last = states.at(-1);
  if (last?.retiredAt && last.retiredBy)
    told.push(tellWithdrawal(source, last, { at: last.retiredAt, by: last.retiredBy }));
  const covered = new Set(told.flatMap((entry) => (entry.event ? [entry.event.id] : [])));
  const others = source.events.filter((event) => !covered.has(event.id)).map((event) => tellEvent(source, event));
  return [...told, ...others].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Key of the act that wrote a state. */
export function momentOf(accountId: string, at: Date): string {
  return `${accountId} ${at.getTime()}`;
}

function tellState(source: HistorySource, state: Version, before: Version | undefined): HistoryEntry {
  const event = source.moments.get(momentOf(state.recordedBy, state.recordedAt));
  return {
    ...who(source, event, { at: state.recordedAt, by: state.recordedBy }),
    act: event?.act ?? (before ? 'history.corrected' : 'history.recorded'),
    reason: event?.reason ?? before?.reason ?? undefined,
    changes: compare(source.personal, before?.image ?? {}, state.image),
  };
}

function tellWithdrawal(source: HistorySource, state: Version, { at, by }: { at: Date; by: string }): HistoryEntry {
  const event = source.moments.get(momentOf(by, at));
  return {
    ...who(source, event, { at, by }),
    act: event?.act ?? 'history.withdrawn',
    reason: event?.reason ?? state.reason ?? undefined,
    changes: [],
  };
}

function tellEvent(source: HistorySource, event: RecordEvent): HistoryEntry {
  const own = event.changes.filter((change) => change.id === source.id && change.table === source.table);
  return {
    ...who(source, event, { at: event.recordedAt, by: event.accountId }),
    act: event.act,
    reason: event.reason ?? undefined,
    changes: own.flatMap((change) => changesOf(source.personal, change)),
  };
}

function changesOf(personal: ReadonlySet<string>, change: PublishedChange): readonly FieldChange[] {
  const noted = Object.entries(change.note ?? {}).map(([column, value]) => ({
    field: camelCase(column),
    from: null,
    to: value,
    personal: false,
  }));
  return [...noted, ...compare(personal, change.before ?? {}, change.after ?? {})];
}

function who(source: HistorySource, event: EventRow | undefined, { at, by }: { at: Date; by: string }) {
  return {
    at,
    by: event?.actorName ?? source.names.get(by) ?? '',
    role: event?.role,
    address: event?.address,
    event: event && { county: event.county, id: event.id },
  };
}

/** Columns that say where and when, not what. */
const bookkeeping = new Set([
  'county',
  'id',
  'revision',
  'recorded_at',
  'recorded_by',
  'retired_at',
  'retired_by',
  'reason',
]);

function compare(personal: ReadonlySet<string>, before: Image, after: Image): readonly FieldChange[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => !bookkeeping.has(column),
  );
  return columns.flatMap((column): FieldChange[] => {
    const [from, to] = [before[column] ?? null, after[column] ?? null];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const hidden = personal.has(column) || [from, to].some((value) => isCommitted(value) || isBytes(value));
    const field = camelCase(column);
    if (!hidden) return [{ field, from, to, personal: false }];
    return [{ field, from: from === null ? null : masked, to: to === null ? null : masked, personal: true }];
  });
}

/** Sealed values and fingerprints as the database writes bytes in JSON. */
function isBytes(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('\\x');
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function revisionOf(version: Version): number {
  return Number(version.image.revision ?? 0);
}
