import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkday } from '../../platform/pure/calendar.ts';
import { canonicalJson } from '../../platform/pure/canonical.ts';
import { addDays, type LocalDate, lastDay, type Month, shiftMonth } from '../../platform/pure/period.ts';
import {
  digestText,
  dueOn,
  holdOf,
  isLocked,
  type LockQuestion,
  lightOf,
  lockedAfter,
  maxUnlockDays,
  proposeApproval,
  proposeConfirm,
  proposeReturn,
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
  const question = (today: LocalDate, unlockedUntil?: LocalDate): LockQuestion => ({
    today,
    due,
    calendar,
    unlockedUntil,
  });

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
    expect(proposeUnlock('2018-05-01' as LocalDate, '2018-05-01' as LocalDate)).toMatchObject({
      refusal: { code: 'unlock_past' },
    });
    expect(
      proposeUnlock('2018-05-01' as LocalDate, addDays('2018-05-01' as LocalDate, maxUnlockDays + 1)),
    ).toMatchObject({
      refusal: { code: 'unlock_too_long' },
    });
    expect(proposeUnlock('2018-05-01' as LocalDate, addDays('2018-05-01' as LocalDate, maxUnlockDays)).ok).toBe(true);
  });
});

describe('proposeConfirm', () => {
  const due = dueOn('2018-03' as Month, 'village', calendar);
  const base = {
    month: '2018-03' as Month,
    due,
    calendar,
    childrenMissing: 0,
    state: 'open',
    today: '2018-04-02' as LocalDate,
  } as const;

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

describe('proposeApproval', () => {
  const base = {
    state: 'confirmed',
    level: 'village',
    deciderLevel: 'township',
    confirmedBy: 'a',
    decidedBy: 'b',
  } as const;

  it('is for the level directly above, and never for who confirmed', () => {
    for (const level of levels) {
      for (const deciderLevel of levels) {
        const result = proposeApproval({ ...base, level, deciderLevel });
        const expected =
          level === 'city' ? deciderLevel === 'city' : levels.indexOf(deciderLevel) === levels.indexOf(level) + 1;
        expect(result.ok).toBe(expected);
      }
    }
    expect(proposeApproval({ ...base, decidedBy: 'a' })).toMatchObject({ refusal: { code: 'own_work' } });
    expect(proposeApproval({ ...base, state: 'returned' })).toMatchObject({
      refusal: { code: 'submission_not_confirmed' },
    });
  });
});

describe('proposeReturn', () => {
  const base = { level: 'village', deciderLevel: 'township', confirmedBy: 'a', decidedBy: 'b' } as const;

  it.each([
    ['confirmed', 'open', undefined],
    ['confirmed', 'confirmed', undefined],
    ['approved', 'open', undefined],
    ['approved', 'returned', undefined],
    ['approved', 'confirmed', 'submission_sent_on'],
    ['approved', 'approved', 'submission_sent_on'],
    ['returned', 'open', 'submission_not_confirmed'],
    ['open', 'open', 'submission_not_confirmed'],
  ] as const)('of a report that is %s under one that is %s answers %s', (state, aboveState, code) => {
    const result = proposeReturn({ ...base, state, aboveState });
    expect(result.ok ? undefined : result.refusal.code).toBe(code);
  });

  it('never reaches over a level, nor back to an approved city report', () => {
    const wrong = proposeReturn({ ...base, state: 'confirmed', aboveState: 'open', deciderLevel: 'banner' });
    expect(wrong).toMatchObject({ refusal: { code: 'submission_wrong_level' } });
    const city = proposeReturn({ ...base, level: 'city', deciderLevel: 'city', state: 'approved', aboveState: 'open' });
    expect(city).toMatchObject({ refusal: { code: 'submission_sent_on' } });
  });
});

describe('lightOf', () => {
  const due = '2018-04-10' as LocalDate;
  const base = { month: '2018-03' as Month, due, state: 'open' } as const;
  const sent = { sentOn: '2018-04-02' as LocalDate };

  it.each([
    ['2018-03-20', {}, 'none'],
    // 2018-04-05 to 07 were Qingming holidays, the 8th a working Sunday
    ['2018-04-04', {}, 'near'],
    ['2018-04-03', {}, 'none'],
    ['2018-04-10', {}, 'near'],
    ['2018-04-11', {}, 'late'],
    ['2018-05-01', { state: 'confirmed' as const, sentOn: due }, 'met'],
    ['2018-05-01', { state: 'approved' as const, sentOn: '2018-04-12' as LocalDate }, 'late'],
    ['2018-04-09', { state: 'returned' as const, ...sent }, 'near'],
    ['2018-04-12', { state: 'returned' as const, ...sent }, 'late'],
    ['2018-04-12', { state: 'returned' as const, ...sent, answerBy: '2018-04-13' as LocalDate }, 'near'],
  ])('on %s with %j is %s', (today, change, light) => {
    expect(lightOf({ ...base, ...change, today: today as LocalDate })).toBe(light);
  });
});

describe('holdOf', () => {
  const base = {
    today: '2018-04-15' as LocalDate,
    due: '2018-04-10' as LocalDate,
    aboveDue: '2018-04-11' as LocalDate,
    childrenMissing: 0,
  };

  it.each([
    ['open', {}, 'self', 5],
    ['open', { childrenMissing: 3 }, 'below', 5],
    ['confirmed', {}, 'above', 4],
    ['returned', { answerBy: '2018-04-13' as LocalDate }, 'self', 2],
    ['returned', { answerBy: '2018-04-18' as LocalDate }, 'self', 0],
    ['approved', {}, 'nobody', 0],
  ] as const)('%s with %j is held by %s for %i days', (state, change, by, lateDays) => {
    expect(holdOf({ ...base, ...change, state })).toEqual({ by, lateDays });
  });
});

describe('digestText', () => {
  const figures = [
    { indicator: 'b', value: 2, rowCount: 2, rowsDigest: 'y' },
    { indicator: 'a', value: 1, rowCount: 1, rowsDigest: 'x' },
  ];
  const below = [
    { place: 2, digest: 'q' },
    { place: 1, digest: 'p' },
  ];

  it('is the canonical form of what it says', () => {
    const [b, a] = figures;
    const [q, p] = below;
    expect(digestText(figures, below)).toBe(canonicalJson({ figures: [a, b], below: [p, q] }));
  });

  it('does not depend on order, and tells every difference', () => {
    const text = digestText(figures, below);
    expect(digestText([...figures].reverse(), [...below].reverse())).toBe(text);
    const others = [
      digestText(figures.slice(1), below),
      digestText(figures, below.slice(1)),
      digestText(figures, [
        { place: 1, digest: 'p' },
        { place: 2, digest: 'other' },
      ]),
      digestText(
        figures.map((one) => ({ ...one, rowsDigest: 'z' })),
        below,
      ),
    ];
    expect(new Set([text, ...others]).size).toBe(5);
  });
});
