import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssemblyForm, type MotionClass, type Organ, voteLawOn, voteLaws } from './law-rules.ts';
import { type Attendance, countQuorum, judgeVote, type VoteSetting } from './vote-rules.ts';

function people(over: Partial<Attendance> = {}): Attendance {
  const none = { households: 0, present: 0, proxies: 0, presentHouseholds: 0 };
  return { entitled: 30, ...none, additionalVotes: 0, additionalVotesPresent: 0, ...over };
}

function votes(votesFor: number, votesAgainst = 0, votesAbstained = 0) {
  return { votesFor, votesAgainst, votesAbstained };
}

function outcome(...[setting, motionClass, attendance, votesFor]: OutcomeCase): string {
  const judged = judgeVote(setting, motionClass, { attendance, ballot: votes(votesFor) });
  return judged.ok ? judged.value.result : judged.refusal.code;
}

type OutcomeCase = [setting: VoteSetting, motionClass: MotionClass, attendance: Attendance, votesFor: number];

/** form, organ, class, day, entitled, present → least present, least votes for it when everybody who counts is there */
type Row = readonly [AssemblyForm, Organ, MotionClass, string, number, quorum: number, votes: number];
const rows: readonly Row[] = [
  // COOP 14: all founders there, the charter unanimous, elections by more than half
  ['farmers_professional', 'founding_assembly', 'unanimous', '2019-03-01', 30, 30, 30],
  ['farmers_professional', 'founding_assembly', 'ordinary', '2019-03-01', 30, 30, 16],
  // COOP 30: two thirds of the members there; more than half, or two thirds, of all votes
  ['farmers_professional', 'members_assembly', 'ordinary', '2019-03-01', 30, 20, 16],
  ['farmers_professional', 'members_assembly', 'ordinary', '2019-03-01', 31, 21, 16],
  ['farmers_professional', 'members_assembly', 'special', '2019-03-01', 30, 20, 20],
  ['farmers_professional', 'members_assembly', 'special', '2019-03-01', 31, 21, 21],
  ['farmers_professional', 'representatives', 'ordinary', '2019-03-01', 51, 34, 26],
  ['farmers_professional', 'representatives', 'special', '2019-03-01', 51, 34, 34],
  ['farmers_professional', 'board', 'ordinary', '2019-03-01', 5, 3, 3],
  ['federation', 'founding_assembly', 'unanimous', '2019-03-01', 3, 3, 3],
  ['federation', 'members_assembly', 'ordinary', '2019-03-01', 4, 3, 3],
  ['federation', 'members_assembly', 'special', '2019-03-01', 4, 3, 3],
  // RCEO 27, 28, 31, 15
  ['collective_economic', 'members_assembly', 'ordinary', '2025-05-01', 300, 200, 200],
  ['collective_economic', 'members_assembly', 'special', '2025-05-01', 301, 201, 201],
  ['collective_economic', 'members_assembly', 'outsider_income', '2025-05-01', 301, 201, 226],
  ['collective_economic', 'founding_assembly', 'ordinary', '2025-05-01', 300, 200, 200],
  ['collective_economic', 'representatives', 'ordinary', '2025-05-01', 31, 21, 21],
  ['collective_economic', 'board', 'ordinary', '2025-05-01', 7, 5, 4],
  ['collective_economic', 'supervisors', 'ordinary', '2025-05-01', 3, 2, 2],
  // before it, by the villagers: more than half there, more than half of those there
  ['collective_economic', 'members_assembly', 'ordinary', '2025-04-30', 300, 151, 151],
  ['collective_economic', 'representatives', 'ordinary', '2019-03-01', 30, 20, 16],
  // VC18 22, 26, 28
  ['village', 'members_assembly', 'ordinary', '2019-03-01', 300, 151, 151],
  ['village', 'members_assembly', 'ordinary', '2026-01-01', 300, 151, 151],
  ['village', 'representatives', 'ordinary', '2019-03-01', 31, 21, 16],
  ['village_group', 'members_assembly', 'ordinary', '2019-03-01', 60, 40, 31],
  // Party branch regulation 11: half there, more than half of all who may vote
  ['party_branch', 'members_assembly', 'ordinary', '2019-03-01', 21, 11, 11],
  ['party_branch', 'members_assembly', 'ordinary', '2019-03-01', 20, 10, 11],
];

describe('every row of the law at its boundary', () => {
  it.each(rows)('%s %s %s on %s, of %i: %i there, %i in favour', (...row) => {
    const [form, organ, motionClass, on, entitled, quorum, least] = row;
    const setting = { form, organ, on };
    const here = (present: number) => countQuorum(setting, people({ entitled, present }));
    expect(here(quorum)).toMatchObject({ ok: true, value: { met: true } });
    expect(here(quorum - 1)).toMatchObject({ ok: true, value: { met: false } });
    const full = people({ entitled, present: entitled });
    expect(outcome(setting, motionClass, full, least)).toBe('passed');
    expect(outcome(setting, motionClass, full, least - 1)).toBe('rejected');
    expect(outcome(setting, motionClass, people({ entitled, present: quorum - 1 }), quorum - 1)).toBe('no_quorum');
  });

  it('has no two laws for one organ on one day, and none missing between two', () => {
    for (const law of voteLaws) {
      for (const organ of law.organs) {
        expect(voteLawOn(law.form, organ, law.from)).toBe(law);
        if (law.until) expect(voteLawOn(law.form, organ, law.until)?.from).toBe(law.until);
      }
    }
  });

  it('knows no law before the first, none for an organ that is not there, and no class it does not name', () => {
    const none = people({ present: 30 });
    expect(outcome({ form: 'village', organ: 'members_assembly', on: '2010-10-27' }, 'ordinary', none, 1)).toBe(
      'vote_law_unknown',
    );
    expect(outcome({ form: 'federation', organ: 'representatives' }, 'ordinary', none, 1)).toBe('vote_law_unknown');
    expect(outcome({ form: 'party_branch', organ: 'members_assembly' }, 'special', none, 1)).toBe(
      'motion_class_unknown',
    );
  });

  it('takes the law in force at last where no day is given', () => {
    const setting = { form: 'collective_economic', organ: 'members_assembly' } as const;
    expect(outcome(setting, 'ordinary', people({ present: 30 }), 19)).toBe('rejected');
    expect(outcome(setting, 'ordinary', people({ present: 30 }), 20)).toBe('passed');
  });
});

describe('a quorum', () => {
  it('of villagers is there by households as well as by adults (VC18 22)', () => {
    const setting = { form: 'village', organ: 'members_assembly', on: '2019-03-01' } as const;
    const counted = (presentHouseholds: number) =>
      countQuorum(setting, people({ entitled: 300, households: 100, present: 70, presentHouseholds }));
    expect(counted(67)).toMatchObject({ value: { met: true, ways: [{ met: false }, { met: true, required: 67 }] } });
    expect(counted(66)).toMatchObject({ value: { met: false } });
    const byHouseholds = people({ entitled: 300, households: 100, present: 70, presentHouseholds: 67 });
    expect(outcome(setting, 'ordinary', byHouseholds, 36)).toBe('passed');
    expect(outcome(setting, 'ordinary', byHouseholds, 35)).toBe('rejected');
  });

  it('counts proxies where the law of the form knows them, and not among villagers', () => {
    const attendance = people({ present: 14, proxies: 6 });
    const cooperative = { form: 'farmers_professional', organ: 'members_assembly' } as const;
    expect(outcome(cooperative, 'ordinary', attendance, 20)).toBe('passed');
    expect(outcome({ ...cooperative, form: 'village' }, 'ordinary', attendance, 14)).toBe('no_quorum');
    expect(outcome({ ...cooperative, form: 'village' }, 'ordinary', attendance, 15)).toBe('votes_exceed_present');
  });
});

describe('additional votes', () => {
  const setting = { form: 'farmers_professional', organ: 'members_assembly' } as const;

  it('count in the votes of all (COOP 22, 30)', () => {
    const attendance = people({ present: 20, additionalVotes: 6, additionalVotesPresent: 6 });
    expect(outcome(setting, 'ordinary', attendance, 19)).toBe('passed');
    expect(outcome(setting, 'ordinary', attendance, 18)).toBe('rejected');
    expect(outcome(setting, 'special', attendance, 24)).toBe('passed');
    expect(outcome(setting, 'special', attendance, 23)).toBe('rejected');
  });

  it('are at most a fifth of the basic votes, or what a stricter charter says', () => {
    const attendance = (additionalVotes: number) => people({ present: 30, additionalVotes });
    expect(outcome(setting, 'ordinary', attendance(6), 30)).toBe('passed');
    expect(outcome(setting, 'ordinary', attendance(7), 30)).toBe('not_valid');
    const charter = { additionalVotesBp: 1_000 };
    expect(outcome({ ...setting, charter }, 'ordinary', attendance(3), 30)).toBe('passed');
    expect(outcome({ ...setting, charter }, 'ordinary', attendance(4), 30)).toBe('not_valid');
    const generous = { ...setting, charter: { additionalVotesBp: 5_000 } };
    expect(outcome(generous, 'ordinary', attendance(7), 30)).toBe('not_valid');
  });

  it('are unknown to federations and collectives: one member, one vote', () => {
    const attendance = people({ present: 30, additionalVotes: 1 });
    for (const form of ['federation', 'collective_economic'] as const)
      expect(outcome({ ...setting, form }, 'ordinary', attendance, 30)).toBe('not_valid');
  });
});

describe('a charter', () => {
  const setting = { form: 'farmers_professional', organ: 'members_assembly' } as const;
  it('raises a threshold and never lowers one', () => {
    const strict = { ...setting, charter: { quorumBp: 8_000, ordinaryBp: 6_000, specialBp: 7_500 } };
    expect(outcome(strict, 'ordinary', people({ present: 23 }), 23)).toBe('no_quorum');
    expect(outcome(strict, 'ordinary', people({ present: 24 }), 17)).toBe('rejected');
    expect(outcome(strict, 'ordinary', people({ present: 24 }), 18)).toBe('passed');
    expect(outcome(strict, 'special', people({ present: 24 }), 22)).toBe('rejected');
    expect(outcome(strict, 'special', people({ present: 24 }), 23)).toBe('passed');
    const loose = { ...setting, charter: { quorumBp: 3_000, ordinaryBp: 1_000, specialBp: 5_000 } };
    expect(outcome(loose, 'ordinary', people({ present: 19 }), 19)).toBe('no_quorum');
    expect(outcome(loose, 'special', people({ present: 20 }), 19)).toBe('rejected');
    const judged = judgeVote(loose, 'ordinary', { attendance: people({ present: 20 }), ballot: votes(16) });
    expect(judged).toMatchObject({ value: { result: 'passed', findings: [{ code: 'charter_without_effect' }] } });
  });
});

describe('what cannot be', () => {
  const setting = { form: 'farmers_professional', organ: 'members_assembly' } as const;
  it.each([
    ['present', people({ present: 25, proxies: 6 }), votes(0)],
    ['presentHouseholds', people({ presentHouseholds: 1 }), votes(0)],
    ['additionalVotesPresent', people({ additionalVotesPresent: 1 }), votes(0)],
    ['votesFor', people({ present: 20 }), votes(18, 2, 1)],
  ])('is refused at %s', (field, attendance, ballot) => {
    expect(judgeVote(setting, 'ordinary', { attendance, ballot })).toMatchObject({ ok: false, refusal: { field } });
  });
});

describe('laws of the count', () => {
  const settings = fc.record({
    form: fc.constantFrom(...new Set(voteLaws.map(({ form }) => form))),
    organ: fc.constantFrom(...new Set(voteLaws.flatMap(({ organs }) => organs))),
    charter: fc.record({
      quorumBp: fc.option(fc.integer({ min: 1, max: 10_000 })),
      ordinaryBp: fc.option(fc.integer({ min: 1, max: 10_000 })),
      specialBp: fc.option(fc.integer({ min: 1, max: 10_000 })),
    }),
  });
  const meeting = fc.integer({ min: 0, max: 5_000 }).chain((entitled) =>
    fc.record({
      attendance: fc.record({
        entitled: fc.constant(entitled),
        households: fc.integer({ min: 0, max: 1_000 }),
        present: fc.integer({ min: 0, max: entitled }),
        proxies: fc.constant(0),
        presentHouseholds: fc.constant(0),
        additionalVotes: fc.constant(0),
        additionalVotesPresent: fc.constant(0),
      }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );
  const classes = fc.constantFrom('ordinary', 'special', 'unanimous', 'outsider_income') as fc.Arbitrary<MotionClass>;

  it('never passes with fewer votes than before, nor with nobody in favour', () => {
    fc.assert(
      fc.property(settings, classes, meeting, (setting, motionClass, { attendance, share }) => {
        const inFavour = Math.floor(share * attendance.present);
        const judged = judgeVote(setting, motionClass, { attendance, ballot: votes(inFavour) });
        if (!judged.ok) return;
        if (judged.value.result === 'passed') {
          expect(inFavour).toBeGreaterThan(0);
          const more = judgeVote(setting, motionClass, { attendance, ballot: votes(attendance.present) });
          expect(more).toMatchObject({ value: { result: 'passed' } });
        }
      }),
    );
  });

  it('asks for the least whole number that is the share, compared as rationals', () => {
    fc.assert(
      fc.property(settings, classes, meeting, (setting, motionClass, { attendance }) => {
        const bare = { ...setting, charter: {} };
        const judged = judgeVote(bare, motionClass, { attendance, ballot: votes(0) });
        const law = voteLawOn(setting.form, setting.organ)?.majorities[motionClass];
        if (!judged.ok || !law) return;
        const { required, whole } = judged.value.majority;
        const { numerator, denominator, strict } = law.share;
        const enough = (count: number) =>
          strict ? count * denominator > numerator * whole : count * denominator >= numerator * whole;
        expect(enough(required)).toBe(true);
        expect(required === 1 || !enough(required - 1)).toBe(true);
      }),
    );
  });

  it('is only made stricter by a charter', () => {
    fc.assert(
      fc.property(settings, classes, meeting, (setting, motionClass, { attendance }) => {
        const ballot = votes(attendance.present);
        const with_ = judgeVote(setting, motionClass, { attendance, ballot });
        const without = judgeVote({ ...setting, charter: undefined }, motionClass, { attendance, ballot });
        if (with_.ok && with_.value.result === 'passed') expect(without).toMatchObject({ value: { result: 'passed' } });
      }),
    );
  });
});
