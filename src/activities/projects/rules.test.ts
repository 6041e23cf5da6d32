import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { proposeProject } from './rules.ts';

const today = localDate('2018-06-01');
const draft = { id: 'x', place: 150622100201, name: 'A', startsOn: '2018-06-01' };

it('accepts what began in a village until today', () => {
  expect(proposeProject(draft, today)).toEqual({ ok: true, value: draft });
});

it.each([
  ['project_place', 'place', { place: 150622100000 }],
  ['project_in_future', 'startsOn', { startsOn: '2018-06-02' }],
])('refuses with %s', (code, field, wrong) => {
  expect(proposeProject({ ...draft, ...wrong }, today)).toEqual({ ok: false, refusal: { code, field } });
});
