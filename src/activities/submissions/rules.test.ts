import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkday } from '../../platform/pure/calendar.ts';
import { type LocalDate, type Month, addDays, lastDay, shiftMonth } from '../../platform/pure/period.ts';
import {
  type LockQuestion,
  dueOn,
  isLocked,
  lightOf,
  lockedAfter,
  maxUnlockDays,
  proposeConfirm,
  proposeDecision,
  proposeUnlock,
} from './rules.ts';

const calendar = { dueDay: 10, graceDays: 5 };
const levels = ['village', 'township', 'banner', 'city'] as const;
const months = fc.integer({ min: 0, max: 100 }).map((count) => shiftMonth('2018-01' as Month, count));

describe('dueOn', () => {
  it('is the tenth of the next month, or the next working day', () => {
    expect(dueOn('2018-03' as Month, 'village', calendar)).toBe('2018-04-10');
    // 2018-02-10 was a Saturday, the 11th a working Sunday before the Spring Festival
    expect(dueOn('2018-01' as Month, 'village', calendar)).toBe('2018-02-11');
  });

  it('is a working day of the next month or just after, later for each level', () => {
    fc.assert(
      fc.property(months, (month) => {
        const days = levels.map((level) => dueOn(month, level, calendar));
        for (const day of days) expect(isWorkday(day)).toBe(true);
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(4);
        expect((days[0] ?? '') > lastDay(month)).toBe(true);
      }),
      { seed: 19 },
    );
  });
});

describe('locking', () => {
  const due = dueOn('2018-03' as Month, 'village', calendar);
  const question = (today: LocalDate, unlockedUntil?: LocalDate): LockQuestion => ({ today, due, calendar, unlockedUntil });

  it('locks the day after grace, and an unlock closes by itself', () => {
    const last = lockedAfter(due, calendar);
    expect(isLocked(question(last))).toBe(false);
    expect(isLocked(question(addDays(last, 1)))).toBe(true);
    expect(isLocked(question(addDays(last, 1), addDays(last, 3)))).toBe(false);
    expect(isLocked(question(addDays(last, 4), addDays(last, 3)))).toBe(true);
  });

  it('once locked stays locked without an unlock', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (early, later) => {
        if (!isLocked(question(addDays(due, early)))) return;
        expect(isLocked(question(addDays(due, early + later)))).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('opens for a limited time only', () => {
    expect(proposeUnlock('2018-05-01' as LocalDate, '2018-05-01' as LocalDate)).toMatchObject({ refusal: { code: 'unlock_past' } });
    expect(proposeUnlock('2018-05-01' as LocalDate, addDays('2018-05-01' as LocalDate, maxUnlockDays + 1))).toMatchObject({
      refusal: { code: 'unlock_too_long' },
    });
    expect(proposeUnlock('2018-05-01' as LocalDate, addDays('2018-05-01' as LocalDate, maxUnlockDays)).ok).toBe(true);
  });
});

describe('proposeConfirm', () => {
  const due = dueOn('2018-03' as Month, 'village', calendar);
  const base = { month: '2018-03' as Month, due, calendar, childrenMissing: 0, state: 'open', today: '2018-04-02' as LocalDate } as const;

  it.each([
    [{}, undefined],
    [{ today: '2018-03-31' as LocalDate }, 'submission_month_open'],
    [{ today: '2018-06-01' as LocalDate }, 'submission_locked'],
    [{ today: '2018-06-01' as LocalDate, state: 'returned' as const }, undefined],
    [{ state: 'approved' as const }, 'submission_already_approved'],
    [{ childrenMissing: 2 }, 'submission_children_missing'],
  ])('with %j is refused as %s', (change, code) => {
    const result = proposeConfirm({ ...base, ...change });
    expect(result.ok ? undefined : result.refusal.code).toBe(code);
  });
});

describe('proposeDecision', () => {
  const base = { state: 'confirmed', level: 'village', deciderLevel: 'township', confirmedBy: 'a', decidedBy: 'b' } as const;

  it('is for the level directly above, and never for who confirmed', () => {
    for (const level of levels) {
      for (const deciderLevel of levels) {
        const result = proposeDecision({ ...base, level, deciderLevel });
        const expected = level === 'city' ? deciderLevel === 'city' : levels.indexOf(deciderLevel) === levels.indexOf(level) + 1;
        expect(result.ok).toBe(expected);
      }
    }
    expect(proposeDecision({ ...base, decidedBy: 'a' })).toMatchObject({ refusal: { code: 'own_work' } });
    expect(proposeDecision({ ...base, state: 'returned' })).toMatchObject({ refusal: { code: 'submission_not_confirmed' } });
  });
});

describe('lightOf', () => {
  const due = '2018-04-10' as LocalDate;
  const base = { month: '2018-03' as Month, due, state: 'open' } as const;

  it.each([
    ['2018-03-20', {}, 'not_due'],
    ['2018-04-02', {}, 'not_due'],
    ['2018-04-06', {}, 'due_soon'],
    ['2018-04-11', {}, 'overdue'],
    ['2018-05-01', { state: 'confirmed' as const, confirmedOn: due }, 'on_time'],
    ['2018-05-01', { state: 'approved' as const, confirmedOn: '2018-04-12' as LocalDate }, 'overdue'],
    ['2018-04-09', { state: 'returned' as const, confirmedOn: '2018-04-02' as LocalDate }, 'due_soon'],
    ['2018-04-11', { exempt: true }, 'exempt'],
  ])('on %s with %j is %s', (today, change, light) => {
    expect(lightOf({ ...base, ...change, today: today as LocalDate })).toBe(light);
  });
});
