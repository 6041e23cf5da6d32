import type { RecordKey } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { AssemblyForm, Organ } from './law-rules.ts';
import { type MeetingCall, openMeeting } from './meeting-store.ts';
import { barOf, type Matter } from './motion-rules.ts';
import { placeMotion, recordMotion, renewOffer, withdrawMotion } from './motion-store.ts';
import type { RollEntry } from './roll-store.ts';
import { type MotionResult, numberText } from './rules.ts';
import {
  type DecidedMotion,
  findDecided,
  findPending,
  listStandings,
  type MotionSubject,
  type PendingMotion as PendingRow,
} from './standing-store.ts';
import { words } from './words.ts';

export type { MeetingCall } from './meeting-store.ts';
export type { RollEntry } from './roll-store.ts';
export type { MotionSubject } from './standing-store.ts';

/** What a meeting decided about a subject; `digest` is that of the content voted on, for the caller to compare. */
export interface Resolution {
  readonly motionId: string;
  readonly assemblyId: string;
  readonly digest: string;
  /** `2019-3`: the third resolution of that year */
  readonly number: string;
  readonly heldOn: string;
  /** carried by a meeting that was called and attended as its law demands */
  readonly passed: boolean;
  readonly result: MotionResult;
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly assemblyTitle: string;
  readonly entitled: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
  readonly votesRequired: number;
  readonly votesTotal: number;
}

/** The resolution of the last closed meeting that voted on a subject, carried or not; undefined when none did. */
export async function findResolution(tx: Tx, subject: MotionSubject): Promise<Resolution | undefined> {
  return resolutionOf(await findDecided(tx, subject));
}

function resolutionOf(row: DecidedMotion | undefined): Resolution | undefined {
  if (!row || row.assemblyId === null || row.result === null) return undefined;
  return {
    motionId: row.id,
    assemblyId: row.assemblyId,
    digest: row.digest ?? '',
    number: numberText(row) ?? '',
    heldOn: row.heldOn,
    passed: row.result === 'passed',
    result: row.result,
    form: row.form,
    organ: row.organ,
    assemblyTitle: row.assemblyTitle,
    entitled: row.entitled,
    votesFor: row.votesFor ?? 0,
    votesAgainst: row.votesAgainst ?? 0,
    votesAbstained: row.votesAbstained ?? 0,
    votesRequired: row.votesRequired ?? 0,
    votesTotal: row.votesWhole ?? 0,
  };
}

/** A motion about a subject that no meeting has decided yet: waiting, or on the agenda of a meeting to come. */
export interface PendingMotion {
  readonly motionId: string;
  readonly digest: string;
  readonly assemblyId: string | null;
  readonly heldOn: string | null;
}

export async function findPendingMotion(tx: Tx, subject: MotionSubject): Promise<PendingMotion | undefined> {
  return pendingOf(await findPending(tx, subject));
}

function pendingOf(row: PendingRow | undefined): PendingMotion | undefined {
  return row && { motionId: row.id, digest: row.digest ?? '', assemblyId: row.assemblyId, heldOn: row.heldOn };
}

/** Where the questions about a subject stand: what was decided last, and what no meeting has decided yet. */
export interface MotionStanding {
  readonly resolution: Resolution | undefined;
  readonly pending: PendingMotion | undefined;
}

/** Both answers for each kind of question about a subject, in the order of the kinds. */
export async function listMotionStandings(
  tx: Tx,
  of: Omit<MotionSubject, 'subjectType'>,
  subjectTypes: readonly string[],
): Promise<readonly MotionStanding[]> {
  const standings = await listStandings(tx, of, subjectTypes);
  return standings.map(({ decided, pending }) => ({
    resolution: resolutionOf(decided),
    pending: pendingOf(pending),
  }));
}

/** What somebody wants decided. */
export interface MotionOffer extends MotionSubject {
  readonly place: number;
  /** whose meeting decides; absent: the village's */
  readonly cooperativeId?: string | undefined;
  readonly matter: Matter;
  readonly title: string;
  readonly body?: string | undefined;
  /** SHA-256 in hex over what is decided (`digestOf` of platform/db/digest.ts) */
  readonly digest: string;
  /** address of the subject's page */
  readonly page?: string | undefined;
}

/**
 * Offers a motion to the next meeting: whoever calls it finds it among those that wait. Offered again, the waiting one
 * gets today's content; one that is on an agenda already stays as it was and a new one waits.
 */
export async function offerMotion(tx: Tx, offer: MotionOffer): Promise<{ readonly motionId: string }> {
  const pending = await findPending(tx, offer);
  const content = { title: offer.title, body: offer.body ?? null, digest: offer.digest, page: offer.page ?? null };
  if (pending && (pending.assemblyId === null || pending.digest === offer.digest)) {
    const change = { key: { county: pending.county, id: pending.id }, reason: words['said.renewed'][0] };
    if (pending.digest !== offer.digest) await renewOffer(tx, change, content);
    return { motionId: pending.id };
  }
  const motionId = newRecordId(tx);
  const { county, place, matter, subjectType, subjectId } = offer;
  const at = { county, place, cooperativeId: offer.cooperativeId ?? null, assemblyId: null, ordinal: null };
  await recordMotion(tx, { ...at, id: motionId, matter, subjectType, subjectId, ...content });
  return { motionId };
}

/** Takes a waiting offer back, for example because the plan it was about is given up. */
export async function takeBackMotion(tx: Tx, subject: MotionSubject, reason: string): Promise<void> {
  const pending = await findPending(tx, subject);
  if (!pending) return;
  const change = { key: { county: pending.county, id: pending.id }, reason };
  if (pending.assemblyId !== null) await placeMotion(tx, change, undefined);
  await withdrawMotion(tx, change);
}

/**
 * Calls a meeting about one subject, with its motion on the agenda and, where given, its roll: the founders' assembly of
 * a formation plan, the Party branch that studies it. Refuses what its law does not let that organ decide.
 */
export async function callAssemblyOn(
  tx: Tx,
  call: MeetingCall,
  about: { readonly offer: MotionOffer; readonly roll?: readonly RollEntry[] | undefined },
): Promise<Result<{ readonly assemblyId: string }, Refusal>> {
  const opened = await openMeeting(tx, call, about.roll);
  if (!opened.ok) return opened;
  const { form, organ, heldOn } = opened.value;
  const bar = barOf(form, organ, { matter: about.offer.matter, on: heldOn });
  if (bar) return refuse({ code: bar.code });
  const { motionId } = await offerMotion(tx, { ...about.offer, county: countyOf(placeOf(call.place)) });
  const change = { key: { county: opened.value.county, id: motionId }, reason: words['said.placed'][0] };
  await placeMotion(tx, change, { assemblyId: call.id, ordinal: 1 });
  return ok({ assemblyId: call.id });
}

/** Titles of meetings by id. */
export function listAssemblyTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'assembly', column: 'title' }, keys);
}
