import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { proposeFund } from './rules.ts';

const today = localDate('2018-06-01');
const draft = { id: 'x', place: 150622100201, name: 'A', startsOn: '2018-06-01' };

it('accepts what began in a village until today', () => {
  expect(proposeFund(draft, today)).toEqual({ ok: true, value: draft });
});

it.each([
  ['fund_place', 'place', { place: 150622100000 }],
  ['fund_in_future', 'startsOn', { startsOn: '2018-06-02' }],
])('refuses with %s', (code, field, wrong) => {
  expect(proposeFund({ ...draft, ...wrong }, today)).toEqual({ ok: false, refusal: { code, field } });
});
