import { expect, it } from 'vitest';
import { compute } from './compute.testing.ts';

const terms = { startsOn: '2018-01-01', throughOn: '2020-12-31', rentFen: 1_000_001 };

it('writes the lines of a term, whose parts add up to the rent of each period', async () => {
  const ran = await compute('rent-schedule', {
    ...terms,
    instalments: 2,
    dueDays: 10,
    escalation: { stepBp: 1_000, stepPeriods: 2 },
  });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { lines, totalFen } = JSON.parse(ran.out);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toEqual({
    number: 1,
    startsOn: '2018-01-01',
    throughOn: '2018-06-30',
    dueOn: '2018-01-11',
    amountFen: 500_001,
  });
  expect(lines[4].amountFen + lines[5].amountFen).toBe(1_100_001);
  expect(totalFen).toBe(3_100_003);
});

it('takes what is missing as nothing', async () => {
  const ran = await compute('rent-schedule', { startsOn: '2018-01-01', throughOn: '2018-12-31' });
  expect(JSON.parse(ran.out)).toMatchObject({ lines: [{ number: 1, amountFen: 0 }], totalFen: 0 });
});

it.each([
  ['startsOn', { ...terms, startsOn: '2018-02-30' }],
  ['throughOn', { ...terms, throughOn: '2017-12-31' }],
  ['rentFen', { ...terms, rentFen: -1 }],
  ['rentFen', { ...terms, rentFen: 0.5 }],
  ['rentFen', { ...terms, rentFen: Number.MAX_SAFE_INTEGER }],
  ['instalments', { ...terms, instalments: 5 }],
  ['escalation.stepBp', { ...terms, escalation: { stepPeriods: 1 } }],
])('refuses with 2, naming %s', async (field, input) => {
  const ran = await compute('rent-schedule', input);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err.startsWith(`${field}: `)).toBe(true);
});
