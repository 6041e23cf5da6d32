import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { proposeLandUse } from './rules.ts';

const today = localDate('2018-06-01');
const draft = { id: 'x', place: 150622100201, name: 'A', startsOn: '2018-06-01' };

it('accepts what began in a village until today', () => {
  expect(proposeLandUse(draft, today)).toEqual({ ok: true, value: draft });
});

it.each([
  ['land_use_place', 'place', { place: 150622100000 }],
  ['land_use_in_future', 'startsOn', { startsOn: '2018-06-02' }],
])('refuses with %s', (code, field, wrong) => {
  expect(proposeLandUse({ ...draft, ...wrong }, today)).toEqual({ ok: false, refusal: { code, field } });
});
