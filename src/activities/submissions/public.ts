import { getParameter } from '../../measure/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, type Month, lastDay, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeLevel } from '../../platform/pure/place.ts';
import type { PlaceRow } from '../../registers/places/public.ts';
import { type ReportCalendar, type SubmissionLevel, dueOn, lightOf } from './rules.ts';
import * as store from './store.ts';

export { type ConfirmedReport, type SubmissionRow, findSubmission, findUnlockedUntil, listSubmissions, recordConfirmation } from './store.ts';

/** The monthly report's calendar in force on the day after the month. */
export async function readCalendar(tx: Tx, month: Month): Promise<ReportCalendar> {
  const day = lastDay(month);
  return {
    dueDay: await getParameter(tx, 'monthly_report_due_day', day),
    graceDays: await getParameter(tx, 'monthly_report_grace_days', day),
  };
}

/** The reports of places for one month as the pages show them; a place that has not confirmed is `open`. */
export async function viewSubmissions(tx: Tx, places: readonly PlaceRow[], month: Month) {
  const today = todayInShanghai(tx.now);
  const calendar = await readCalendar(tx, month);
  const rows = await store.listSubmissions(tx, { places: places.map((place) => place.code), months: [month] });
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  const returns = Map.groupBy(await store.listReturns(tx, rows.map((row) => row.id)), (one) => one.submissionId);
  const names = await store.listAccountNames(tx, rows.map((row) => row.confirmedBy));
  return places.map((place) => {
    const row = byPlace.get(place.code);
    const level = levelOf(place.code);
    const due = row?.dueOn ?? dueOn(month, level, calendar);
    const open = (row ? returns.get(row.id) : undefined)?.filter((one) => one.snapshot === row?.snapshot && row.state === 'returned') ?? [];
    return {
      county: Math.floor(place.code / 1_000_000),
      id: row?.id ?? null,
      place: place.code,
      placeName: place.name,
      level,
      month,
      state: row?.state ?? ('open' as const),
      snapshot: row?.snapshot ?? 0,
      cutoff: row?.cutoff.toISOString() ?? null,
      digest: row?.digest ?? null,
      remark: row?.remark ?? null,
      dueOn: due,
      confirmedOn: row?.confirmedOn ?? null,
      confirmedBy: row ? (names.get(row.confirmedBy) ?? null) : null,
      approvedOn: row?.approvedOn ?? null,
      light: lightOf({ state: row?.state ?? 'open', due, month, today, confirmedOn: row?.confirmedOn, exempt: isExempt(place, month) }),
      returns: open.map(({ indicator, reason, answerBy }) => ({ indicator, reason, answerBy })),
      revision: row?.revision ?? null,
    };
  });
}

/** One light per place and month. */
export async function viewLights(tx: Tx, places: readonly PlaceRow[], months: readonly Month[]) {
  const today = todayInShanghai(tx.now);
  const rows = await store.listSubmissions(tx, { places: places.map((place) => place.code), months });
  const byCell = new Map(rows.map((row) => [`${row.place} ${row.month}`, row]));
  const calendars = new Map<Month, ReportCalendar>();
  for (const month of months) calendars.set(month, await readCalendar(tx, month));
  return places.map((place) => ({
    place: place.code,
    placeName: place.name,
    lights: months.map((month) => {
      const row = byCell.get(`${place.code} ${month}`);
      const calendar = calendars.get(month) ?? { dueDay: 10, graceDays: 0 };
      const due = row?.dueOn ?? dueOn(month, levelOf(place.code), calendar);
      return lightOf({ state: row?.state ?? 'open', due, month, today, confirmedOn: row?.confirmedOn, exempt: isExempt(place, month) });
    }),
  }));
}

/** A place that did not exist in the month, or is no village of the countryside, reports nothing. */
function isExempt(place: PlaceRow, month: Month): boolean {
  const day: LocalDate = lastDay(month);
  if (place.startsOn > day || (place.endsOn !== null && place.endsOn <= day)) return true;
  return place.level === 'village' && !place.rural;
}

function levelOf(place: number): SubmissionLevel {
  const level = placeLevel(place as Place);
  return level === 'province' ? 'city' : level;
}
