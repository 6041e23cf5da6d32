import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { barOf, checkRepresentation, classOf, type Matter } from './motion-rules.ts';
import { clocksOf, countRoll, formOfKind, proposeMeeting, resultOf } from './rules.ts';

const days = { collectiveNotice: 10, villagersNotice: 10, cooperativeDocuments: 15, collectiveDocuments: 10 };

function meeting(over: object = {}) {
  return {
    form: 'collective_economic',
    organ: 'members_assembly',
    heldOn: localDate('2025-06-20'),
    noticedOn: localDate('2025-06-10'),
    documentsOn: null,
    ...over,
  } as Parameters<typeof clocksOf>[0];
}

describe('the clocks of a meeting', () => {
  it('count ten days of notice without the day it was given', () => {
    expect(clocksOf(meeting(), ['project'], days)).toEqual([
      {
        kind: 'notice',
        days: 10,
        latestOn: '2025-06-10',
        givenOn: '2025-06-10',
        met: true,
        clause: 'RCEO 27',
      },
    ]);
    const [late] = clocksOf(meeting({ noticedOn: '2025-06-11' }), [], days);
    expect(late).toMatchObject({ met: false });
  });

  it('go by the villagers’ law before there was one on collectives, and for villages', () => {
    const before = { ...days, collectiveNotice: undefined };
    expect(clocksOf(meeting(), [], before)).toMatchObject([{ clause: 'VC 21' }]);
    expect(clocksOf(meeting({ form: 'village' }), [], days)).toMatchObject([{ clause: 'VC 21' }]);
    expect(clocksOf(meeting({ form: 'village', organ: 'representatives' }), [], days)).toEqual([]);
  });

  it('ask for open papers 15 or 10 days before, when the matter has papers', () => {
    const cooperative = meeting({ form: 'farmers_professional', documentsOn: '2025-06-05' });
    expect(clocksOf(cooperative, ['election'], days)).toEqual([]);
    expect(clocksOf(cooperative, ['distribution_plan'], days)).toMatchObject([
      { kind: 'documents', days: 15, latestOn: '2025-06-05', met: true, clause: 'COOP 40' },
    ]);
    const collective = clocksOf(meeting({ documentsOn: '2025-06-11' }), ['annual_report'], days);
    expect(collective.map(({ kind, met, clause }) => [kind, met, clause])).toEqual([
      ['notice', true, 'RCEO 27'],
      ['documents', false, 'RCEO 46'],
    ]);
    expect(clocksOf(meeting({ organ: 'board' }), ['annual_report'], days)).toEqual([]);
  });

  it('undo a resolution that was taken without them', () => {
    const short = clocksOf(meeting({ noticedOn: '2025-06-12' }), ['annual_report'], days);
    expect(resultOf('passed', 'project', short)).toBe('notice_short');
    expect(resultOf('rejected', 'project', short)).toBe('rejected');
    const noPapers = clocksOf(meeting(), ['annual_report'], days);
    expect(resultOf('passed', 'annual_report', noPapers)).toBe('documents_late');
    expect(resultOf('passed', 'project', noPapers)).toBe('passed');
  });

  it('do not run where no number is in force', () => {
    expect(clocksOf(meeting(), ['annual_report'], {})).toEqual([]);
  });
});

describe('a meeting', () => {
  const today = localDate('2025-06-12');
  it.each([
    ['assembly_organ_unknown', 'organ', { form: 'federation', organ: 'representatives' }],
    ['assembly_notice_after', 'noticedOn', { noticedOn: '2025-06-21' }],
    ['assembly_notice_future', 'noticedOn', { noticedOn: '2025-06-13' }],
    ['assembly_documents_after', 'documentsOn', { documentsOn: '2025-06-21' }],
  ])('is refused with %s at %s', (code, field, over) => {
    expect(proposeMeeting(meeting(over), today)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('may be called, also with short notice, which it then shows', () => {
    expect(proposeMeeting(meeting({ noticedOn: '2025-06-12' }), today).ok).toBe(true);
  });

  it('goes by the law of its organisation', () => {
    expect(formOfKind('shareholding_economic')).toBe('collective_economic');
    expect(formOfKind('federation')).toBe('federation');
    expect(formOfKind('company')).toBeUndefined();
  });
});

describe('a motion', () => {
  it.each([
    ['farmers_professional', 'founding_assembly', 'charter_adoption', 'unanimous'],
    ['farmers_professional', 'founding_assembly', 'election', 'ordinary'],
    ['farmers_professional', 'members_assembly', 'charter_change', 'special'],
    ['farmers_professional', 'members_assembly', 'federation', 'special'],
    ['farmers_professional', 'members_assembly', 'distribution_plan', 'ordinary'],
    ['farmers_professional', 'board', 'charter_change', 'ordinary'],
    ['collective_economic', 'members_assembly', 'outsider_income', 'outsider_income'],
    ['collective_economic', 'members_assembly', 'merger_dissolution', 'special'],
    ['village', 'members_assembly', 'project', 'ordinary'],
  ] as const)('of %s in the %s on %s is %s', (form, organ, matter, expected) => {
    expect(classOf(form, organ, matter)).toBe(expected);
  });

  it.each(['charter_change', 'membership', 'quantification', 'land_compensation', 'merger_dissolution'] as const)(
    'on %s is kept from the representatives of a collective (art. 28)',
    (matter: Matter) => {
      const motion = { matter, on: '2025-06-20' };
      expect(barOf('collective_economic', 'representatives', motion)).toMatchObject({ code: 'motion_reserved' });
      expect(barOf('collective_economic', 'members_assembly', motion)).toBeUndefined();
    },
  );

  it('is not decided by a board where the law gives it to the assembly, nor by an organ that is not there', () => {
    const motion = { matter: 'distribution_plan', on: '2019-03-01' } as const;
    expect(barOf('farmers_professional', 'board', motion)).toMatchObject({ code: 'motion_reserved' });
    expect(barOf('farmers_professional', 'board', { ...motion, matter: 'project' })).toBeUndefined();
    expect(barOf('farmers_professional', 'representatives', motion)).toBeUndefined();
    expect(barOf('federation', 'representatives', motion)).toMatchObject({ code: 'motion_organ_unknown' });
    expect(
      barOf('collective_economic', 'members_assembly', { matter: 'outsider_income', on: '2019-03-01' }),
    ).toMatchObject({ code: 'motion_organ_unknown' });
  });
});

describe('representatives', () => {
  const counted = { members: 200, households: 300, representatives: 51, women: 17 };
  it.each([
    ['farmers_professional', {}, []],
    ['farmers_professional', { members: 150 }, ['representatives_not_allowed']],
    ['farmers_professional', { members: 151 }, []],
    ['farmers_professional', { representatives: 50 }, ['representatives_too_few']],
    ['federation', {}, ['representatives_not_allowed']],
    ['collective_economic', { representatives: 21 }, []],
    ['collective_economic', { representatives: 20 }, ['representatives_too_few']],
    ['collective_economic', { households: 700, representatives: 46 }, ['representatives_too_few']],
    ['village', { representatives: 20, women: 7 }, []],
    ['village', { representatives: 20, women: 6 }, ['women_too_few']],
    ['village', { representatives: 19, women: 7 }, ['representatives_too_few']],
  ] as const)('of %s with %j: %j', (form, over, codes) => {
    const faults = checkRepresentation(form, { ...counted, ...over }, '2025-06-20');
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });
});

it('counts a roll by persons, households and votes', () => {
  const roll = [
    { mode: 'present', additionalVotes: 2, householdId: 'a' },
    { mode: 'online', additionalVotes: 0, householdId: 'b' },
    { mode: 'proxy', additionalVotes: 1, householdId: 'c' },
    { mode: 'absent', additionalVotes: 4, householdId: 'a' },
    { mode: 'absent', additionalVotes: 0, householdId: null },
  ] as const;
  expect(countRoll(roll)).toEqual({
    entitled: 5,
    households: 3,
    present: 2,
    proxies: 1,
    presentHouseholds: 2,
    additionalVotes: 7,
    additionalVotesPresent: 3,
  });
});
