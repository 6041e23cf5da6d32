import { formatYuan } from '../../platform/pure/money.ts';
import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const projectKinds = [
  'breeding',
  'planting',
  'processing',
  'facility',
  'machinery',
  'tourism',
  'training',
  'other',
] as const;
export type ProjectKind = (typeof projectKinds)[number];

export const projectStates = ['open', 'refused', 'withdrawn', 'closed'] as const;
export type ProjectState = (typeof projectStates)[number];

/** By tender, or by the villagers’ discussion of one matter (一事一议). */
export const awardMethods = ['tender', 'discussion'] as const;
export type AwardMethod = (typeof awardMethods)[number];

/** The levels of office that a proposal is turned down at; its own village takes it back. */
export const endLevels = ['village', 'township', 'banner'] as const;
export type EndLevel = (typeof endLevels)[number];

/** Who is chosen, contracted with or paid. */
export const partyKinds = ['enterprise', 'cooperative', 'household', 'person', 'agency'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface Party {
  readonly partyKind: PartyKind;
  readonly partyCounty: number | null;
  readonly partyId: string | null;
  readonly partyName: string;
}

/** The columns by which what belongs to a project stands with it. */
export function headOf(project: {
  readonly county: number;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly id: string;
}) {
  const { county, place, cooperativeId, id } = project;
  return { county, place, cooperative_id: cooperativeId, project_id: id };
}

export function partyColumns({ partyKind, partyCounty, partyId, partyName }: Party) {
  return { party_kind: partyKind, party_county: partyCounty, party_id: partyId, party_name: partyName };
}

/** Whose a project is, for the question of rights: its place, and the cooperative that carries it out. */
export function subjectOf({ place, cooperativeId }: { readonly place: number; readonly cooperativeId: string | null }) {
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}

/** What a project is and what is decided about; money counters and the state are not part of it. */
export interface ProjectPlan {
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly number: string;
  readonly name: string;
  readonly kind: ProjectKind;
  /** code of the earmark's purposes */
  readonly purpose: string;
  readonly content: string;
  readonly scale: string | null;
  readonly benefit: string;
  readonly households: number;
  readonly poorHouseholds: number;
  readonly budgetFen: bigint;
  readonly plannedFrom: string;
  readonly plannedThrough: string;
  readonly awardMethod: AwardMethod;
  readonly personInCharge: string;
}

/** The content a digest is made of. */
export function projectContent(plan: ProjectPlan): ProjectPlan {
  const { place, cooperativeId, number, name, kind, purpose, content, scale, benefit } = plan;
  const { households, poorHouseholds, budgetFen, plannedFrom, plannedThrough, awardMethod, personInCharge } = plan;
  return {
    ...{ place, cooperativeId, number, name, kind, purpose, content, scale, benefit },
    ...{ households, poorHouseholds, budgetFen, plannedFrom, plannedThrough, awardMethod, personInCharge },
  };
}

export type PlanRefusal = Refusal<'project_place' | 'project_days' | 'project_households'>;

/** Checks a proposal before it is written: one village, days in their order, no more poor households than households. */
export function proposeProject(
  plan: Pick<ProjectPlan, 'place' | 'plannedFrom' | 'plannedThrough' | 'households' | 'poorHouseholds'>,
): Result<true, PlanRefusal> {
  if (!isPlace(plan.place) || placeLevel(plan.place) !== 'village') return refuse(refusal('project_place', 'place'));
  if (plan.plannedThrough < plan.plannedFrom) return refuse(refusal('project_days', 'plannedThrough'));
  return plan.poorHouseholds > plan.households ? refuse(refusal('project_households', 'poorHouseholds')) : ok(true);
}

/** What a closing looks at. */
export interface ClosingQuestion {
  readonly state: ProjectState;
  readonly assetPaidFen: bigint;
  readonly assetBookedFen: bigint;
  readonly openContracts: number;
  readonly openOrders: number;
}

export type ClosingRefusal = Refusal<
  'project_ended' | 'project_assets_missing' | 'project_contracts_open' | 'project_orders_open'
>;

/**
 * Whether a project may be closed: nothing is open any more, and everything bought with its money stands in the asset
 * register. What is missing is named in fen (`missingFen`).
 */
export function proposeClosing(question: ClosingQuestion): Result<true, ClosingRefusal> {
  const { state, assetPaidFen, assetBookedFen, openContracts, openOrders } = question;
  if (state !== 'open') return refuse(refusal('project_ended'));
  if (openOrders > 0) return refuse(refusal('project_orders_open', undefined, { count: openOrders }));
  if (openContracts > 0) return refuse(refusal('project_contracts_open', undefined, { count: openContracts }));
  const missingFen = assetPaidFen - assetBookedFen;
  if (missingFen <= 0n) return ok(true);
  return refuse(refusal('project_assets_missing', undefined, { missing: formatYuan(missingFen) }));
}

export type AwardRefusal = Refusal<
  'award_method' | 'award_bidders' | 'award_document' | 'award_undecided' | 'award_beyond_budget' | 'award_future'
>;

export interface AwardDraft {
  readonly method: AwardMethod;
  readonly bidders: number | null;
  readonly documentNumber: string | null;
  readonly amountFen: bigint;
  readonly decidedOn: string;
}

/** Fewer bidders than this: the tender is invited anew (law on tenders, article 28). */
export const fewestBidders = 3;

/**
 * Checks who was chosen: by the method the project was approved with; a tender with three bidders and its document, a
 * discussion with the resolution that carried this very project.
 */
export function proposeAward(
  project: { readonly awardMethod: AwardMethod; readonly budgetFen: bigint; readonly awardedFen: bigint },
  award: AwardDraft,
  known: { readonly resolved: boolean; readonly today: string },
): Result<true, AwardRefusal> {
  if (award.method !== project.awardMethod) return refuse(refusal('award_method', 'method'));
  if (award.decidedOn > known.today) return refuse(refusal('award_future', 'decidedOn'));
  if (award.method === 'tender') {
    if ((award.bidders ?? 0) < fewestBidders) return refuse(refusal('award_bidders', 'bidders'));
    if (award.documentNumber === null) return refuse(refusal('award_document', 'documentNumber'));
  } else if (!known.resolved) return refuse(refusal('award_undecided'));
  if (project.awardedFen + award.amountFen > project.budgetFen)
    return refuse(refusal('award_beyond_budget', 'amountFen'));
  return ok(true);
}
