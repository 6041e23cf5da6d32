import { expect, it } from 'vitest';
import { answer, compute } from './compute.testing.ts';

const cooperative = { form: 'farmers_professional', entitled: 30, present: 20 };

it('counts a vote by the law of the form and says why it is not carried', async () => {
  expect(await answer('assembly-vote', { ...cooperative, votesFor: 16 })).toMatchObject({
    quorum: { ways: [{ population: 'members', whole: 30, required: 20, present: 20, met: true }], clause: 'COOP 30' },
    majority: { of: 'all_votes', whole: 30, required: 16, votesFor: 16, met: true },
    result: 'passed',
    refusals: [],
  });
  expect(await answer('assembly-vote', { ...cooperative, present: 19, votesFor: 15 })).toMatchObject({
    result: 'no_quorum',
    refusals: [
      { code: 'vote_no_quorum', clause: 'COOP 30', message: '20 are needed, 19 came: no quorum.' },
      { code: 'vote_rejected', clause: 'COOP 30', message: '16 votes are needed, 15 were in favour.' },
    ],
  });
  expect(await answer('assembly-vote', { ...cooperative, additionalVotes: 7, votesFor: 20 })).toMatchObject({
    result: 'not_valid',
    refusals: [{ code: 'vote_additional_votes_exceeded', clause: 'COOP 22' }],
  });
  expect(
    await answer('assembly-vote', { form: 'village', entitled: 300, present: 151, proxies: 9, votesFor: 76 }),
  ).toMatchObject({
    result: 'passed',
    notes: [{ code: 'proxies_not_counted' }],
  });
});

it('goes by the law of the day', async () => {
  const collective = { form: 'collective_economic', entitled: 300, present: 200, votesFor: 150 };
  expect(await answer('assembly-vote', { ...collective, on: '2025-04-30' })).toMatchObject({ result: 'passed' });
  expect(await answer('assembly-vote', { ...collective, on: '2025-05-01' })).toMatchObject({ result: 'rejected' });
});

it.each([
  ['present', { ...cooperative, present: 31 }],
  ['votesFor', { ...cooperative, votesFor: 21 }],
  ['motionClass', { ...cooperative, motionClass: 'unanimous' }],
  ['form', { ...cooperative, form: 'federation', organ: 'representatives' }],
  ['form', { ...cooperative, form: 'church' }],
  ['entitled', { ...cooperative, entitled: -1 }],
  ['charter.quorumBp', { ...cooperative, charter: { quorumBp: 10_001 } }],
])('refuses with 2, naming %s', async (field, input) => {
  const ran = await compute('assembly-vote', input);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err.startsWith(`${field}: `)).toBe(true);
});
