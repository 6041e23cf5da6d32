import { type AssemblyForm, type LawClause, type MotionClass, type Organ, voteLawOn } from './law-rules.ts';

/** What a motion is about; the class it is voted in and who may decide it follow from this. */
export const matters = [
  'formation_plan',
  'charter_adoption',
  'election',
  'charter_change',
  'merger_dissolution',
  'federation',
  'annual_report',
  'distribution_plan',
  'loss_plan',
  'reserve',
  'investment',
  'membership',
  'expulsion',
  'quantification',
  'land_contracting',
  'land_compensation',
  'collective_income',
  'project',
  'outsider_income',
  'other',
] as const;
export type Matter = (typeof matters)[number];

/** The papers of these have to lie open before the assembly (Cooperatives Law art. 40, collectives art. 46). */
export const documentMatters: readonly Matter[] = ['annual_report', 'distribution_plan', 'loss_plan'];

/** Cooperatives Law art. 14 (unanimous), 30 (two thirds); law on collectives art. 15 (three quarters). */
export function classOf(form: AssemblyForm, organ: Organ, matter: Matter): MotionClass {
  if (form === 'farmers_professional' || form === 'federation') {
    const founds = matter === 'formation_plan' || matter === 'charter_adoption';
    if (organ === 'founding_assembly') return founds ? 'unanimous' : 'ordinary';
    const special = matter === 'charter_change' || matter === 'merger_dissolution' || matter === 'federation';
    return special && (organ === 'members_assembly' || organ === 'representatives') ? 'special' : 'ordinary';
  }
  if (form === 'collective_economic') {
    if (matter === 'outsider_income') return 'outsider_income';
    return matter === 'charter_change' || matter === 'merger_dissolution' ? 'special' : 'ordinary';
  }
  return 'ordinary';
}

/** Powers of the assembly alone: law on collectives art. 28 with 26 no. 1, 3, 8, 10 and 12. */
const keptFromRepresentatives: readonly Matter[] = [
  'formation_plan',
  'charter_adoption',
  'charter_change',
  'membership',
  'expulsion',
  'quantification',
  'land_contracting',
  'land_compensation',
  'merger_dissolution',
  'outsider_income',
];
/** What the law does not give to an assembly of its own. */
const openToBoards: readonly Matter[] = ['project', 'other'];

export type MotionBar = { readonly code: 'motion_reserved' | 'motion_organ_unknown'; readonly clause: LawClause };

/** Why an organ may not decide a matter on a day; undefined when it may. */
export function barOf(form: AssemblyForm, organ: Organ, motion: { matter: Matter; on: string }): MotionBar | undefined {
  const law = voteLawOn(form, organ, motion.on);
  if (!law) return { code: 'motion_organ_unknown', clause: form === 'federation' ? 'COOP 60' : 'charter' };
  if (!(classOf(form, organ, motion.matter) in law.majorities))
    return { code: 'motion_organ_unknown', clause: law.clause };
  const isBoard = organ === 'board' || organ === 'supervisors';
  if (isBoard && !openToBoards.includes(motion.matter)) return { code: 'motion_reserved', clause: law.clause };
  const isKept = law.clause === 'RCEO 28' && keptFromRepresentatives.includes(motion.matter);
  return isKept ? { code: 'motion_reserved', clause: law.clause } : undefined;
}

export interface Representation {
  /** members of the organisation, or households of the village */
  readonly members: number;
  readonly households: number;
  readonly representatives: number;
  /** women among them; undefined where nobody counted */
  readonly women?: number | undefined;
}

export interface RepresentationFault {
  readonly code: 'representatives_not_allowed' | 'representatives_too_few' | 'women_too_few';
  readonly actual: number;
  readonly bound: number;
  readonly clause: LawClause;
}

/**
 * Whether representatives may sit and are enough: Cooperatives Law art. 32 (more than 150 members, at least 51
 * representatives), law on collectives art. 28 (more than 20), villagers art. 25 (a third women). One for each 5 to 15
 * households gives the fewest there may be.
 */
export function checkRepresentation(form: AssemblyForm, counted: Representation, on: string): RepresentationFault[] {
  const { members, households, representatives, women } = counted;
  const atLeast = (bound: number, clause: LawClause): RepresentationFault[] =>
    representatives < bound ? [{ code: 'representatives_too_few', actual: representatives, bound, clause }] : [];
  const law = voteLawOn(form, 'representatives', on);
  if (!law) return [{ code: 'representatives_not_allowed', actual: members, bound: 0, clause: 'COOP 60' }];
  if (form === 'farmers_professional') {
    const clause = 'COOP 32';
    if (members <= 150) return [{ code: 'representatives_not_allowed', actual: members, bound: 151, clause }];
    return atLeast(51, clause);
  }
  const fewest = Math.ceil(households / 15);
  if (law.clause === 'RCEO 28') return atLeast(Math.max(21, fewest), law.clause);
  const womenBound = Math.ceil(representatives / 3);
  const tooFewWomen = women !== undefined && women < womenBound;
  return [
    ...atLeast(fewest, 'VC 25'),
    ...(tooFewWomen ? [{ code: 'women_too_few', actual: women, bound: womenBound, clause: 'VC 25' } as const] : []),
  ];
}
