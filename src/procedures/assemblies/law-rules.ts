/** Whose law counts the votes: cooperatives, collectives, villagers and the Party branch each have their own. */
export const assemblyForms = [
  'farmers_professional',
  'federation',
  'collective_economic',
  'village',
  'village_group',
  'party_branch',
] as const;
export type AssemblyForm = (typeof assemblyForms)[number];

export const organs = ['founding_assembly', 'members_assembly', 'representatives', 'board', 'supervisors'] as const;
export type Organ = (typeof organs)[number];

/** How weighty a motion is; which class a matter belongs to says `classOf` of `motion-rules.ts`. */
export const motionClasses = ['ordinary', 'special', 'unanimous', 'outsider_income'] as const;
export type MotionClass = (typeof motionClasses)[number];

/** A part of a whole: `strict` is 超过 and excludes the number itself, otherwise 以上 includes it (Civil Code art. 1259). */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly strict: boolean;
}

/** Whom a majority is counted over. */
export type MajorityBase = 'all_votes' | 'all_members' | 'attendees';

export interface Majority {
  readonly of: MajorityBase;
  readonly share: Share;
}

/** What one law says about one organ, from a day on until the day before `until`. */
export interface VoteLaw {
  readonly form: AssemblyForm;
  readonly organs: readonly Organ[];
  readonly from: string;
  readonly until: string | null;
  /** of the members who are entitled to vote */
  readonly quorum: Share;
  /** of the households, as the other way to a quorum */
  readonly householdQuorum?: Share;
  readonly majorities: Readonly<Partial<Record<MotionClass, Majority>>>;
  readonly clause: LawClause;
}

/**
 * Citations: COOP the Cooperatives Law, RCEO the law on collectives, VC the Villagers' Committees Law of 2018, PARTY the
 * regulation on Party branches of 2018, each with the article; their words stand under `clause.<citation>`.
 */
export const lawClauses = [
  'COOP 14',
  'COOP 22',
  'COOP 30',
  'COOP 32',
  'COOP 33',
  'COOP 40',
  'COOP 56',
  'COOP 60',
  'RCEO 15',
  'RCEO 27',
  'RCEO 28',
  'RCEO 31',
  'RCEO 32',
  'RCEO 46',
  'VC 24',
  'VC 21',
  'VC 22',
  'VC 25',
  'VC 26',
  'VC 28',
  'VC 2026',
  'PARTY 11',
  'PARTY before',
  'charter',
] as const;
export type LawClause = (typeof lawClauses)[number];

const all: Share = { numerator: 1, denominator: 1, strict: false };
const twoThirds: Share = { numerator: 2, denominator: 3, strict: false };
const half: Share = { numerator: 1, denominator: 2, strict: false };
const moreThanHalf: Share = { numerator: 1, denominator: 2, strict: true };
const threeQuarters: Share = { numerator: 3, denominator: 4, strict: false };

const cooperatives = '2007-07-01';
const villagers = '2010-10-28';
const collectives = '2025-05-01';
/** The amended Villagers' Committees Law; its new numbers of articles were not seen, its majorities are carried on. */
const villagersAmended = '2026-01-01';
const partyRegulation = '2018-10-28';

const votesOfCooperative = {
  ordinary: { of: 'all_votes', share: moreThanHalf },
  special: { of: 'all_votes', share: twoThirds },
} as const;
/** Where the law leaves it to the charter and the charter is silent: more than half of all. */
const usualMajority = {
  ordinary: { of: 'all_members', share: moreThanHalf },
  special: { of: 'all_members', share: moreThanHalf },
} as const;
const majorityPresent = {
  ordinary: { of: 'attendees', share: moreThanHalf },
  special: { of: 'attendees', share: moreThanHalf },
} as const;
const founders = {
  unanimous: { of: 'all_votes', share: all },
  ordinary: { of: 'all_votes', share: moreThanHalf },
} as const;
const twoThirdsOfAll = {
  ordinary: { of: 'all_members', share: twoThirds },
  special: { of: 'all_members', share: twoThirds },
} as const;

/**
 * The rows of the law. The Cooperatives Law of 2006 had the thresholds of 2017. Before the law on collectives their
 * matters were decided by the villagers under the Villagers' Committees Law, article 24, and by the charter.
 */
export const voteLaws: readonly VoteLaw[] = [
  ...(['farmers_professional', 'federation'] as const).flatMap((form): VoteLaw[] => [
    {
      form,
      organs: ['founding_assembly'],
      from: cooperatives,
      until: null,
      quorum: all,
      majorities: founders,
      clause: form === 'federation' ? 'COOP 56' : 'COOP 14',
    },
    {
      form,
      organs: form === 'federation' ? ['members_assembly'] : ['members_assembly', 'representatives'],
      from: cooperatives,
      until: null,
      quorum: twoThirds,
      majorities: votesOfCooperative,
      clause: form === 'federation' ? 'COOP 60' : 'COOP 30',
    },
    {
      form,
      organs: ['board', 'supervisors'],
      from: cooperatives,
      until: null,
      quorum: moreThanHalf,
      majorities: usualMajority,
      clause: 'COOP 33',
    },
  ]),
  {
    form: 'collective_economic',
    organs: ['founding_assembly', 'members_assembly'],
    from: villagers,
    until: collectives,
    quorum: moreThanHalf,
    householdQuorum: twoThirds,
    majorities: majorityPresent,
    clause: 'VC 24',
  },
  {
    form: 'collective_economic',
    organs: ['representatives'],
    from: villagers,
    until: collectives,
    quorum: twoThirds,
    majorities: majorityPresent,
    clause: 'VC 26',
  },
  {
    form: 'collective_economic',
    organs: ['board', 'supervisors'],
    from: villagers,
    until: collectives,
    quorum: moreThanHalf,
    majorities: usualMajority,
    clause: 'charter',
  },
  {
    form: 'collective_economic',
    organs: ['founding_assembly', 'members_assembly'],
    from: collectives,
    until: null,
    quorum: twoThirds,
    majorities: { ...twoThirdsOfAll, outsider_income: { of: 'all_members', share: threeQuarters } },
    clause: 'RCEO 27',
  },
  {
    form: 'collective_economic',
    organs: ['representatives'],
    from: collectives,
    until: null,
    // the law names none; two thirds of all have to agree, so that fewer cannot decide
    quorum: twoThirds,
    majorities: twoThirdsOfAll,
    clause: 'RCEO 28',
  },
  {
    form: 'collective_economic',
    organs: ['board'],
    from: collectives,
    until: null,
    quorum: twoThirds,
    majorities: usualMajority,
    clause: 'RCEO 31',
  },
  {
    form: 'collective_economic',
    organs: ['supervisors'],
    from: collectives,
    until: null,
    quorum: moreThanHalf,
    majorities: usualMajority,
    clause: 'RCEO 32',
  },
  ...villageLaws('VC 22', 'VC 26', 'VC 28').map((law) => ({ ...law, until: villagersAmended })),
  ...villageLaws('VC 2026', 'VC 2026', 'VC 2026').map((law) => ({
    ...law,
    from: villagersAmended,
  })),
  {
    form: 'party_branch',
    organs: ['members_assembly'],
    from: villagers,
    until: partyRegulation,
    quorum: half,
    majorities: { ordinary: { of: 'all_members', share: moreThanHalf } },
    clause: 'PARTY before',
  },
  {
    form: 'party_branch',
    organs: ['members_assembly'],
    from: partyRegulation,
    until: null,
    quorum: half,
    majorities: { ordinary: { of: 'all_members', share: moreThanHalf } },
    clause: 'PARTY 11',
  },
];

function villageLaws(assembly: LawClause, representatives: LawClause, group: LawClause): VoteLaw[] {
  const common = { from: villagers, until: null, majorities: majorityPresent };
  return [
    {
      ...common,
      form: 'village',
      organs: ['members_assembly'],
      quorum: moreThanHalf,
      householdQuorum: twoThirds,
      clause: assembly,
    },
    { ...common, form: 'village', organs: ['representatives'], quorum: twoThirds, clause: representatives },
    {
      ...common,
      form: 'village_group',
      organs: ['members_assembly'],
      quorum: twoThirds,
      householdQuorum: twoThirds,
      clause: group,
    },
  ];
}

/** What holds for an organ on a day; the latest law where no day is given. Undefined where no law is known. */
export function voteLawOn(form: AssemblyForm, organ: Organ, on?: string): VoteLaw | undefined {
  const rows = voteLaws.filter((law) => law.form === form && law.organs.includes(organ));
  if (on === undefined) return rows.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return rows.find((law) => law.from <= on && (law.until === null || on < law.until));
}

/** The smallest whole number that is such a part of `whole`: 2/3 of 31 is 21, more than half of 30 is 16. */
export function leastOf({ numerator, denominator, strict }: Share, whole: number): number {
  const part = BigInt(numerator) * BigInt(whole);
  const by = BigInt(denominator);
  return Number(strict ? part / by + 1n : (part + by - 1n) / by);
}

/** The smallest whole number that is at least so many basis points of `whole`. */
export function leastOfBp(bp: number, whole: number): number {
  return leastOf({ numerator: bp, denominator: 10_000, strict: false }, whole);
}

/** How somebody absent may be represented: by charter, by a member of the same household in writing, or not at all. */
export function proxyRuleOf(form: AssemblyForm): 'charter' | 'household' | 'none' {
  if (form === 'farmers_professional' || form === 'federation') return 'charter';
  return form === 'collective_economic' ? 'household' : 'none';
}
