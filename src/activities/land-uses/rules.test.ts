import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import {
  type AskedLand,
  answerDueOn,
  guaranteeOf,
  proposeAnswer,
  proposeExtension,
  proposeSecuring,
  useLight,
  waitingDays,
} from './rules.ts';

const asked: AskedLand & { areaMu: number } = {
  state: 'asked',
  requestedOn: '2019-05-06',
  dueOn: '2019-06-03',
  extendedOn: null,
  answeredOn: null,
  securedOn: null,
  areaMu: 30,
};
const granted = { ...asked, state: 'granted', answeredOn: '2019-05-20' } as const;
const on = localDate;

describe('the clock of an answer', () => {
  it('counts working days, not the holidays between them', () => {
    // 1 to 4 May 2019 were free, 28 April and 5 May were worked
    expect(answerDueOn('2019-04-26', 5)).toBe('2019-05-06');
    expect(answerDueOn('2019-05-06', 20)).toBe('2019-06-03');
  });

  it.each([
    ['2019-05-20', 'waiting', 'none', 14],
    ['2019-05-30', 'waiting', 'near', 24],
    ['2019-06-03', 'waiting', 'near', 28],
    ['2019-06-04', 'overdue', 'late', 29],
  ])('shows on %s that it is %s', (today, state, light, days) => {
    expect([guaranteeOf(asked, on(today)), useLight(asked, on(today)), waitingDays(asked, on(today))]).toEqual([
      state,
      light,
      days,
    ]);
  });

  it('stops when the land was handed over, refused or no longer wanted', () => {
    const today = on('2019-12-31');
    expect(waitingDays(granted, today)).toBe(239);
    expect(waitingDays({ ...granted, securedOn: '2019-06-05' }, today)).toBe(30);
    expect(waitingDays({ ...asked, state: 'refused', answeredOn: '2019-05-16' }, today)).toBe(10);
    expect(waitingDays({ ...asked, state: 'withdrawn' }, today)).toBe(0);
  });
});

describe('what the department does', () => {
  it('is put off once, in time', () => {
    expect(proposeExtension(asked, on('2019-06-03')).ok).toBe(true);
    expect(proposeExtension(asked, on('2019-06-04'))).toMatchObject({ refusal: { code: 'use_overdue' } });
    expect(proposeExtension({ ...asked, extendedOn: '2019-05-30' }, on('2019-06-03'))).toMatchObject({
      refusal: { code: 'use_extended' },
    });
  });

  it.each([
    ['use_in_future', { answeredOn: '2019-06-04' }],
    ['use_before_request', { answeredOn: '2019-05-05' }],
    ['use_grant_missing', { grantedMu: null }],
    ['use_grant_missing', { answerDocument: null }],
    ['use_grant_above', { grantedMu: 30.01 }],
    ['use_reason_missing', { granted: false }],
  ])('answers not with %s', (code, wrong) => {
    const answer = { answeredOn: '2019-06-03', granted: true, grantedMu: 20, answerDocument: '文', answerReason: null };
    expect(proposeAnswer(asked, answer, on('2019-06-03')).ok).toBe(true);
    expect(proposeAnswer(asked, { ...answer, ...wrong }, on('2019-06-03'))).toMatchObject({ refusal: { code } });
  });

  it('hands over what was granted, once', () => {
    expect(proposeSecuring(granted, '2019-05-20', on('2019-06-03')).ok).toBe(true);
    expect(proposeSecuring(granted, '2019-05-19', on('2019-06-03'))).toMatchObject({
      refusal: { code: 'use_before_answer' },
    });
    expect(proposeSecuring(asked, '2019-05-20', on('2019-06-03'))).toMatchObject({
      refusal: { code: 'use_not_granted' },
    });
    expect(proposeSecuring({ ...granted, securedOn: '2019-05-21' }, '2019-05-22', on('2019-06-03'))).toMatchObject({
      refusal: { code: 'use_secured' },
    });
  });
});
