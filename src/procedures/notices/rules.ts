import { deadline, workdaysBetween } from '../../platform/pure/calendar.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { maskResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const noticeKinds = ['formation', 'distribution', 'relief', 'disclosure', 'shares', 'assets', 'other'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeStates = ['running', 'objected', 'cleared', 'withdrawn'] as const;
export type NoticeState = (typeof noticeStates)[number];

export const objectionChannels = ['online', 'phone', 'paper', 'spoken'] as const;
export const objectionConcerns = ['content', 'maker'] as const;
export const objectionOutcomes = ['upheld', 'rejected', 'explained'] as const;
export type ObjectionConcern = (typeof objectionConcerns)[number];
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** A label in both languages, Chinese first. */
export type Label = readonly [zh: string, en: string];

export interface NoticeColumn {
  readonly title: Label;
  /** `fen` is shown in yuan; figures stand right */
  readonly kind: 'text' | 'fen' | 'count';
}

/** What stands in a cell: text, a whole number, or nothing; amounts in fen. */
export type NoticeCell = string | number | bigint | null;

/** A line above the table, for example who is in charge or where the money comes from. */
export interface NoticePair {
  readonly label: Label;
  readonly value: string;
}

export interface NoticeContent {
  readonly title: string;
  readonly body?: string | undefined;
  readonly pairs?: readonly NoticePair[] | undefined;
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly (readonly NoticeCell[])[];
}

/** A list as it hangs: every cell a text (amounts as digits of fen), no number of a person in full. */
export interface SheetContent {
  readonly title: string;
  readonly body: string | null;
  readonly pairs: readonly NoticePair[];
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly (readonly string[])[];
}

export const mostRows = 20_000;

/** The window of each kind of notice: a dated parameter, in working days, and its value where none is in force. */
export const windowRules: Readonly<Record<NoticeKind, { readonly parameter: string; readonly days: number }>> = {
  formation: { parameter: 'public_notice_days', days: 7 },
  distribution: { parameter: 'distribution_notice_days', days: 7 },
  relief: { parameter: 'distribution_notice_days', days: 7 },
  disclosure: { parameter: 'public_notice_days', days: 7 },
  shares: { parameter: 'public_notice_days', days: 7 },
  assets: { parameter: 'public_notice_days', days: 7 },
  other: { parameter: 'public_notice_days', days: 7 },
};

/** Working days to answer an objection. */
export const answerRule = { parameter: 'objection_answer_days', days: 5 } as const;

/** A light turns yellow this many working days before the last day. */
const nearWorkdays = 2;

export interface NoticeWindow {
  /** the last day, until 24:00 */
  readonly endsOn: LocalDate;
  readonly calendarKnown: boolean;
}

/** The window in working days of the Chinese calendar; the day of posting is not counted (Civil Code art. 201). */
export function windowOf(postedOn: LocalDate, windowDays: number): NoticeWindow {
  const { dueOn, calendarKnown } = deadline({ startOn: postedOn, count: windowDays, unit: 'workday' });
  return { endsOn: dueOn, calendarKnown };
}

/** The last day to answer what was received on a day. */
export function answerDueOn(receivedOn: LocalDate, days: number): LocalDate {
  return deadline({ startOn: receivedOn, count: days, unit: 'workday' }).dueOn;
}

export interface NoticeStanding {
  readonly endsOn: string;
  readonly withdrawnOn: string | null;
  readonly openObjections: number;
  readonly upheldObjections: number;
}

/**
 * Whether the next step may be taken: only when `cleared`, that is, the window is over and every objection answered. An
 * objection that was upheld leaves the notice `objected` for good: the list has to be put right and posted anew.
 */
export function noticeState(standing: NoticeStanding, today: LocalDate): NoticeState {
  if (standing.withdrawnOn !== null) return 'withdrawn';
  if (standing.openObjections > 0 || standing.upheldObjections > 0) return 'objected';
  return today <= standing.endsOn ? 'running' : 'cleared';
}

/** Working days left in the window after today: 0 on its last day and when it is over. */
export function workdaysLeft(endsOn: LocalDate, today: LocalDate): number {
  return today > endsOn ? 0 : Math.max(workdaysBetween(today, endsOn), 0);
}

/** The day a notice is taken down: today, or the day it was to be put up where that is still to come. */
export function downOn(postedOn: LocalDate, today: LocalDate): LocalDate {
  if (today < postedOn) return postedOn;
  return today;
}

export type AnswerLight = 'met' | 'near' | 'late' | 'none';

/** The light of an objection: met when answered in time, late past its day, near shortly before. */
export function answerLight(
  objection: { answerBy: LocalDate; answeredOn: LocalDate | null },
  today: LocalDate,
): AnswerLight {
  const { answerBy, answeredOn } = objection;
  if (answeredOn !== null) return answeredOn <= answerBy ? 'met' : 'late';
  if (today > answerBy) return 'late';
  return workdaysBetween(today, answerBy) <= nearWorkdays ? 'near' : 'none';
}

export type NoticeRefusal = Refusal<'notice_row_shape' | 'notice_too_long' | 'notice_cell_not_whole' | 'notice_empty'>;

/** What is going to hang: cells brought to text, and every number of a person masked, wherever it stands. */
export function toSheet(content: NoticeContent): Result<SheetContent, NoticeRefusal> {
  const { columns, rows } = content;
  if (rows.length > mostRows) return refuse(refusal('notice_too_long', 'rows', { most: mostRows }));
  if (columns.length === 0 && !content.body?.trim()) return refuse(refusal('notice_empty', 'body'));
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  if (uneven >= 0) return refuse(refusal('notice_row_shape', 'rows', { row: uneven + 1 }));
  const broken = rows.findIndex((row) => row.some((cell, at) => columns[at]?.kind !== 'text' && !isWhole(cell)));
  if (broken >= 0) return refuse(refusal('notice_cell_not_whole', 'rows', { row: broken + 1 }));
  return ok({
    title: maskNumbers(content.title.trim()),
    body: content.body?.trim() ? maskNumbers(content.body.trim()) : null,
    pairs: (content.pairs ?? []).map(({ label, value }) => ({ label, value: maskNumbers(value) })),
    columns,
    rows: rows.map((row) =>
      row.map((cell, at) => (columns[at]?.kind === 'text' ? maskNumbers(String(cell ?? '')) : String(cell ?? ''))),
    ),
  });
}

function isWhole(cell: NoticeCell | undefined): boolean {
  if (cell === null || typeof cell === 'bigint') return true;
  return typeof cell === 'number' ? Number.isSafeInteger(cell) : /^(?:0|-?[1-9]\d*)?$/.test(cell ?? '');
}

/**
 * Resident IDs, telephone numbers and bank cards inside a text, masked (Personal Information Protection Law art. 25:
 * nothing is published that need not be). Amounts, dates and short numbers are left alone.
 */
export function maskNumbers(text: string): string {
  return text
    .replace(/(?<![A-Za-z\d])\d{6} ?\d{8} ?\d{3}[\dXx](?![A-Za-z\d])/g, (found) => maskResidentId(found))
    .replace(/(?<![A-Za-z\d])(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![A-Za-z\d])/g, '$1****$2')
    .replace(/(?<![A-Za-z\d])\d{4}(?: ?\d{4}){2,3} ?\d{1,7}(?![A-Za-z\d])/g, (found) => {
      const digits = found.replaceAll(' ', '');
      return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
    });
}

const ticketLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const ticketLength = 10;

/** A ticket of ten characters that cannot be misread (no I, L, O, U), from as many random bytes. */
export function ticketOf(random: Uint8Array): string {
  if (random.length !== ticketLength) throw new RangeError(`${ticketLength} random bytes, not ${random.length}`);
  return Array.from(random, (byte) => ticketLetters.charAt(byte % 32)).join('');
}

/** The address of the public page of a notice, below the origin of the site. */
export function publicPath(notice: { readonly county: number; readonly id: string }): string {
  return `/p/notices/${notice.county}/${notice.id}`;
}
