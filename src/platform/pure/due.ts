import { addWorkdays } from './calendar.ts';
import type { LocalDate } from './period.ts';

/** What is not done is late after its due day, near within this many working days of it. */
export const nearWorkdays = 3;

export type DueLight = 'met' | 'near' | 'late' | 'none' | 'exempt';

export function dueLight(due: LocalDate, today: LocalDate): DueLight {
  if (today > due) return 'late';
  return due <= addWorkdays(today, nearWorkdays) ? 'near' : 'none';
}
