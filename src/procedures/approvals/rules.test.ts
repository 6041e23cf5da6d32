import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { answerDueOn, lightOf, proposeDecision } from './rules.ts';

const question = { state: 'asked', digest: 'a1', deciderRole: 'township_clerk' } as const;
const decision = { role: 'township_clerk', digest: 'a1', verdict: 'approved', opinion: null } as const;

it('counts working days, the day of asking left out', () => {
  // Friday before National Day 2019: 29 September was worked, 1 to 7 October were not
  expect(answerDueOn(localDate('2019-09-27'), 5)).toBe('2019-10-10');
});

it.each([
  ['asked', null, '2019-06-03', 'none'],
  ['asked', null, '2019-06-05', 'near'],
  ['asked', null, '2019-06-10', 'near'],
  ['asked', null, '2019-06-11', 'late'],
  ['approved', '2019-06-10', '2019-07-01', 'met'],
  ['refused', '2019-06-11', '2019-07-01', 'late'],
  ['withdrawn', null, '2019-07-01', 'none'],
] as const)('shows %s, decided on %s, on %s as %s', (state, decidedOn, today, light) => {
  const dueOn = localDate('2019-06-10');
  expect(lightOf({ state, dueOn, decidedOn: decidedOn && localDate(decidedOn) }, localDate(today))).toBe(light);
});

it('takes the decision of the role that was asked, about what was asked', () => {
  expect(proposeDecision(question, decision)).toEqual({ ok: true, value: true });
  expect(proposeDecision(question, { ...decision, verdict: 'refused', opinion: '缺出资清单' }).ok).toBe(true);
});

it.each([
  ['approval_closed', { state: 'approved' }, {}],
  ['approval_closed', { state: 'withdrawn' }, {}],
  ['approval_other_role', {}, { role: 'banner_office' }],
  ['approval_changed', { digest: 'b2' }, {}],
  ['approval_opinion_missing', {}, { verdict: 'refused' }],
] as const)('refuses with %s', (code, wrong, other) => {
  expect(proposeDecision({ ...question, ...wrong }, { ...decision, ...other })).toMatchObject({
    ok: false,
    refusal: { code },
  });
});
