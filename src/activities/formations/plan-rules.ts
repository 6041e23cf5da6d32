import { type CharterLimits, checkCharter } from '../../registers/cooperatives/charter-rules.ts';
import {
  type BreachCode,
  type CompositionLimits,
  checkComposition,
} from '../../registers/cooperatives/composition-rules.ts';
import { legalFormOf } from '../../registers/cooperatives/rules.ts';
import { capitalOf, type Founder, type Plan, sumCapital } from './rules.ts';

export const planCheckCodes = [
  'members_too_few',
  'farmers_too_few',
  'units_too_many',
  'public_affairs_member',
  'federation_too_few',
  'federation_foreign_member',
  'founders_named',
  'shares_method',
  'surplus_method',
  'capital',
  'everybody_contributes',
  'in_kind_valued',
  'charter',
  'one_vote_each',
  'uplift',
  'uplift_source',
  'expansion',
  'relief',
  'name_collective',
  'branch',
] as const;
export type PlanCheckCode = (typeof planCheckCodes)[number];

/** One clause beside the plan: whether it is kept; `must` holds the plan back until it is. */
export interface PlanCheck {
  readonly code: PlanCheckCode;
  /** COOP Cooperatives Law, RCEO law on collectives, REG market entities, A37 accounting, M the measure; article */
  readonly clause: string;
  readonly must: boolean;
  readonly ok: boolean;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a plan is checked against, on which day. */
export interface PlanSetting {
  readonly on: string;
  readonly composition: CompositionLimits;
  readonly charter: CharterLimits;
  /** parts of names that only bodies of public administration bear */
  readonly publicNames: readonly string[];
  /** what the name of a collective has to say */
  readonly collectiveName: string;
  /** founders whose household is registered as poor on that day */
  readonly poorFounders: number;
}

const collectivesLaw = '2025-05-01';

/**
 * Checks a plan clause by clause (domain rules of formation and membership, article 9 of the measure). Everything is
 * answered, also what is kept, so that the list can stand beside the plan.
 */
export function checkPlan(plan: Plan, founders: readonly Founder[], setting: PlanSetting): readonly PlanCheck[] {
  return [
    ...compositionChecks(plan, founders, setting),
    ...contentChecks(plan, founders),
    ...charterChecks(plan, setting),
    ...upliftChecks(plan, founders, setting),
    ...measureChecks(plan, setting),
  ];
}

/** Whether nothing that must be kept is broken. */
export function isReady(checks: readonly PlanCheck[]): boolean {
  return checks.every(({ must, ok }) => ok || !must);
}

type Values = PlanCheck['values'];

function must(code: PlanCheckCode, clause: string, found: { ok: boolean; values?: Values }): PlanCheck {
  return { code, clause, must: true, ok: found.ok, values: found.values ?? {} };
}

function should(code: PlanCheckCode, clause: string, ok: boolean): PlanCheck {
  return { code, clause, must: false, ok, values: {} };
}

const breachClauses: Readonly<Record<BreachCode, string>> = {
  members_too_few: 'COOP 12',
  farmers_too_few: 'COOP 20',
  units_too_many: 'COOP 20',
  public_affairs_member: 'COOP 19',
  federation_too_few: 'COOP 56',
  federation_foreign_member: 'COOP 56',
};
const breachesOfForm: Readonly<Record<string, readonly BreachCode[]>> = {
  farmers_professional: ['members_too_few', 'farmers_too_few', 'units_too_many', 'public_affairs_member'],
  federation: ['federation_too_few', 'federation_foreign_member', 'public_affairs_member'],
};

function compositionChecks(plan: Plan, founders: readonly Founder[], setting: PlanSetting): PlanCheck[] {
  const { on, composition: limits, publicNames } = setting;
  const named = founders.map((founder) => ({ ...founder, unitKind: unitKindOf(founder, publicNames) }));
  const { breaches } = checkComposition(named, { kind: plan.kind, on, limits });
  const looked = (breachesOfForm[plan.kind] ?? []).map((code) => {
    const breach = breaches.find((one) => one.code === code);
    const values: Values = breach ? { actual: breach.actual, bound: breach.bound } : {};
    return must(code, breachClauses[code], { ok: breach === undefined, values });
  });
  return looked.length > 0 ? looked : [must('founders_named', 'M 9.2', { ok: founders.length > 0 })];
}

/** A Party branch or villagers' committee is known by its name, whatever kind was ticked. */
function unitKindOf({ kind, unitKind, name }: Founder, publicNames: readonly string[]): Founder['unitKind'] {
  const isPublic = kind !== 'farmer' && kind !== 'other_person' && publicNames.some((part) => name.includes(part));
  return isPublic ? 'public_affairs' : unitKind;
}

function contentChecks(plan: Plan, founders: readonly Founder[]): PlanCheck[] {
  const cooperative = legalFormOf(plan.kind) === 'farmers_professional';
  const { totalFen } = sumCapital(founders);
  const empty = founders.filter((founder) => capitalOf(founder) === 0n);
  const unvalued = founders.filter((one) => inKindOf(one) > 0n && !one.inKindNote?.trim());
  const needsCapital = legalFormOf(plan.kind) !== 'collective_economic';
  return [
    must('shares_method', 'M 9.2', { ok: isSaid(plan.sharesMethod) }),
    must('surplus_method', 'M 9.3', { ok: isSaid(plan.surplusMethod) }),
    ...(needsCapital ? [must('capital', 'COOP 12', { ok: totalFen > 0n })] : []),
    ...(cooperative
      ? [
          {
            ...should('everybody_contributes', 'COOP 23', empty.length === 0),
            values: { count: empty.length, first: empty[0]?.name ?? '' },
          },
        ]
      : []),
    must('in_kind_valued', 'A37 17', {
      ok: unvalued.length === 0,
      values: { count: unvalued.length, first: unvalued[0]?.name ?? '' },
    }),
  ];
}

function inKindOf({ croplandFen, forestFen, grasslandFen, goodsFen }: Founder): bigint {
  return croplandFen + forestFen + grasslandFen + goodsFen;
}

function isSaid(text: string | null): boolean {
  return text !== null && text.trim().length >= 2;
}

function charterChecks(plan: Plan, { on, charter }: PlanSetting): PlanCheck[] {
  const checked = checkCharter(plan.kind, { ...plan, startsOn: on }, charter);
  const values: Values = checked.ok ? {} : { refusal: checked.refusal.code, ...checked.refusal.values };
  const clause = legalFormOf(plan.kind) === 'collective_economic' ? 'RCEO 42' : 'COOP 44';
  const checks = [must('charter', clause, { ok: checked.ok, values })];
  if (plan.kind === 'federation') checks.push(must('one_vote_each', 'COOP 60', { ok: plan.additionalVotesBp === 0 }));
  return checks;
}

/** Article 9: registered-poor members hold somewhat more, by a lawful way; none is possible only with its reason. */
function upliftChecks(plan: Plan, founders: readonly Founder[], { poorFounders }: PlanSetting): PlanCheck[] {
  const { upliftMechanism: mechanism, upliftNote } = plan;
  const decided = mechanism !== 'none' || poorFounders === 0 || isSaid(upliftNote);
  const checks = [must('uplift', 'M 9.6', { ok: decided, values: { poor: poorFounders } })];
  if (mechanism === 'household_grant') {
    const { householdGrantFen } = sumCapital(founders);
    checks.push(must('uplift_source', 'A37 57', { ok: householdGrantFen > 0n }));
  }
  if (mechanism === 'quantification') {
    const collective = legalFormOf(plan.kind) === 'collective_economic';
    checks.push(must('uplift_source', 'RCEO 40', { ok: collective }));
  }
  if (mechanism === 'collective_share') {
    const hasCollective = founders.some(({ kind }) => kind === 'collective');
    checks.push(must('uplift_source', 'RCEO 6', { ok: hasCollective }));
  }
  if (mechanism === 'floor_dividend') checks.push(must('uplift_source', 'M 9.6', { ok: plan.upliftBp !== null }));
  return checks;
}

function measureChecks(plan: Plan, { on, collectiveName }: PlanSetting): PlanCheck[] {
  const collective = legalFormOf(plan.kind) === 'collective_economic';
  const byContract = legalFormOf(plan.kind) === undefined;
  const named = plan.name.includes(collectiveName);
  return [
    ...(byContract
      ? []
      : [
          must('expansion', 'M 9.4', { ok: plan.expansionBp > 0 || plan.surplusReserveBp > 0 }),
          must('relief', 'M 9.5', { ok: plan.reliefBp > 0 }),
        ]),
    ...(collective
      ? [
          on >= collectivesLaw
            ? must('name_collective', 'RCEO 21', { ok: named })
            : should('name_collective', 'RCEO 21', named),
        ]
      : []),
    should('branch', 'M 10.1.1', plan.branchId !== null),
  ];
}
