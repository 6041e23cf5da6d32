import { findParameter } from '../../measure/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { isLocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import {
  answerRule,
  downOn,
  type NoticeContent,
  type NoticeKind,
  type NoticeState,
  noticeState,
  toSheet,
  windowOf,
  windowRules,
} from './rules.ts';
import { findLastNotice, type NoticeSubject, recordNotice, withdrawNotice as withdrawRow } from './store.ts';
import { words } from './words.ts';

export type { NoticeSubject } from './store.ts';

export interface NoticeRequest extends NoticeSubject, NoticeContent {
  readonly place: number;
  /** the cooperative whose manager may read and post it */
  readonly organisationId?: string | undefined;
  /** SHA-256 in hex over what is decided after the notice (`digestOf` of platform/db/digest.ts) */
  readonly digest: string;
  readonly kind: NoticeKind;
  /** `YYYY-MM-DD`, at the earliest today: a window does not begin in the past */
  readonly postedOn: string;
  /** working days; the dated parameter of the kind where nothing is said */
  readonly windowDays?: number | undefined;
  /** address of the subject's page, for example `/distributions/150622/0190…` */
  readonly page?: string | undefined;
  /** who is in charge and whom to call */
  readonly contact?: string | undefined;
}

export interface OpenedNotice {
  readonly noticeId: string;
  /** the last day of the window */
  readonly endsOn: string;
}

/**
 * Puts up a notice. The same content asked for again while it hangs is the same notice; other content takes the sheet
 * down and begins a new window. Numbers of persons are masked before anything is stored.
 */
export async function openNotice(tx: Tx, request: NoticeRequest): Promise<Result<OpenedNotice, Refusal>> {
  const { postedOn, county } = request;
  const today = todayInShanghai(tx.now);
  if (!isLocalDate(postedOn) || postedOn < today) return refuse({ code: 'notice_posted_before', field: 'postedOn' });
  const sheet = toSheet(request);
  if (!sheet.ok) return sheet;
  const contentDigest = digestOf(sheet.value);
  const last = await findLastNotice(tx, request);
  if (last && last.withdrawnOn === null) {
    if (last.digest === request.digest && last.contentDigest === contentDigest)
      return ok({ noticeId: last.id, endsOn: last.endsOn });
    const reason = words.superseded[0];
    await withdrawRow(
      tx,
      { county, id: last.id, revision: last.revision },
      { withdrawnOn: downOn(last.postedOn, today), reason },
    );
  }
  const windowDays = request.windowDays ?? (await windowDaysOf(tx, request.kind, postedOn));
  const id = newRecordId(tx);
  const window = windowOf(postedOn, windowDays);
  await recordNotice(tx, {
    ...{ county, id, place: request.place, organisationId: request.organisationId ?? null },
    ...{ subjectType: request.subjectType, subjectId: request.subjectId, digest: request.digest, kind: request.kind },
    ...{ sheet: sheet.value, contentDigest, page: request.page ?? null, contact: request.contact ?? null },
    ...{ postedOn, windowDays, ...window },
  });
  return ok({ noticeId: id, endsOn: window.endsOn });
}

async function windowDaysOf(tx: Tx, kind: NoticeKind, day: string): Promise<number> {
  const rule = windowRules[kind];
  return (await findParameter(tx, rule.parameter, day))?.value ?? rule.days;
}

/** Working days within which an objection received on a day is answered. */
export async function answerDaysOn(tx: Tx, day: string): Promise<number> {
  return (await findParameter(tx, answerRule.parameter, day))?.value ?? answerRule.days;
}

/** What is known of a subject's notice; the caller compares `digest` with that of what he is about to do. */
export interface FoundNotice {
  readonly noticeId: string;
  readonly digest: string;
  /** over everything that stands on the sheet */
  readonly contentDigest: string;
  readonly postedOn: string;
  readonly endsOn: string;
  /** `cleared` only when the window is over, every objection answered and none upheld */
  readonly state: NoticeState;
  readonly openObjections: number;
  readonly upheldObjections: number;
  readonly makerId: string;
}

/** The notice of a subject that hangs, else the last one that was withdrawn. */
export async function findNotice(tx: Tx, subject: NoticeSubject): Promise<FoundNotice | undefined> {
  const row = await findLastNotice(tx, subject);
  if (!row) return undefined;
  const { digest, contentDigest, postedOn, endsOn, openObjections, upheldObjections } = row;
  const state = noticeState(row, todayInShanghai(tx.now));
  return {
    ...{ noticeId: row.id, digest, contentDigest, postedOn, endsOn, state },
    ...{ openObjections, upheldObjections, makerId: row.madeBy },
  };
}

/** Takes the notice of a subject down, for example because the plan is given up; nothing when none hangs. */
export async function withdrawNotice(tx: Tx, subject: NoticeSubject, reason: string): Promise<void> {
  const row = await findLastNotice(tx, subject);
  if (!row || row.withdrawnOn !== null) return;
  const key = { county: row.county, id: row.id, revision: row.revision };
  await withdrawRow(tx, key, { withdrawnOn: downOn(row.postedOn, todayInShanghai(tx.now)), reason });
}

/** Titles of notices by id. */
export function listNoticeTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'notice', column: 'title' }, keys);
}
