import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';

export const povertyStates = ['registered', 'lifted_out', 'relapsed', 'deregistered'] as const;
export type PovertyState = (typeof povertyStates)[number];

/** What a new state does to the count: only the first four are events of the reports. */
export const povertyChanges = ['entry', 'exit', 'relapse', 'removal', 'reclassified', 'carried'] as const;
export type PovertyChange = (typeof povertyChanges)[number];

export const povertyStandards = ['national', 'regional', 'city'] as const;
export const povertyKinds = ['general', 'low_income_support', 'extreme_poverty'] as const;
/** Causes as the registries list them (domain §4.2), with the two of the later lists. */
export const povertyCauses = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'land',
  'water',
  'skills',
  'labour',
  'funds',
  'transport',
  'motivation',
  'other',
  'marriage',
  'bereavement',
] as const;
export type PovertyCause = (typeof povertyCauses)[number];

/** One state of a household from a day on; `endsOn` is the first day it no longer holds. */
export interface PovertySpan {
  readonly id: string;
  readonly state: PovertyState;
  readonly standard: string;
  readonly kind: string;
  readonly mainCause: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface PovertyDraft {
  readonly state: PovertyState;
  readonly standard: string;
  readonly kind: string;
  readonly mainCause: string;
  readonly startsOn: string;
}

export interface HouseholdSpan {
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

export type PovertyRefusal = Refusal<
  | 'poverty_transition'
  | 'poverty_same_state'
  | 'poverty_date_order'
  | 'date_in_future'
  | 'date_before_joined'
  | 'household_closed'
>;

export interface PovertyStep {
  readonly change: PovertyChange;
  /** the state that ends on the day the new one begins */
  readonly closes: PovertySpan | undefined;
}

/**
 * Decides whether a household may enter a state on a day, and what that ends: registered → lifted out → fallen back →
 * lifted out …, taken off the register from any of them. The same state again is a reclassification when standard, kind
 * or cause differ.
 */
export function proposePoverty(
  known: { readonly spans: readonly PovertySpan[]; readonly household: HouseholdSpan; readonly today: string },
  draft: PovertyDraft,
): Result<PovertyStep, PovertyRefusal> {
  const { household, today } = known;
  const field = 'startsOn';
  if (household.leftOn !== null) return refuse({ code: 'household_closed' });
  if (draft.startsOn > today) return refuse({ code: 'date_in_future', field });
  if (draft.startsOn < household.joinedOn)
    return refuse({ code: 'date_before_joined', field, values: { date: household.joinedOn } });
  const latest = latestSpan(known.spans);
  const after = latest && (latest.endsOn ?? latest.startsOn);
  if (after !== undefined && draft.startsOn < after)
    return refuse({ code: 'poverty_date_order', field, values: { date: after } });
  const current = latest?.endsOn === null ? latest : undefined;
  if (current && draft.startsOn === current.startsOn) {
    return refuse({ code: 'poverty_date_order', field, values: { date: current.startsOn } });
  }
  const change = changeOf(current, draft);
  return change.ok ? ok({ change: change.value, closes: current }) : change;
}

/** The states one may go to from the current one; undefined: not on the register. */
export function nextStates(current: PovertyState | undefined): readonly PovertyState[] {
  return transitions.filter(([from]) => from === current).map(([, to]) => to);
}

/** The state that holds on a day among spans already read as known at one instant. */
export function spanOn<S extends PovertySpan>(spans: readonly S[], day: string): S | undefined {
  return spans.find((span) => span.startsOn <= day && (span.endsOn === null || span.endsOn > day));
}

export type RedatingRefusal = Refusal<'poverty_date_order' | 'date_in_future' | 'date_before_joined'>;

/** A corrected first day stays between the first day of the state before and the last day of its own. */
export function checkRedating(
  known: { readonly spans: readonly PovertySpan[]; readonly household: HouseholdSpan; readonly today: string },
  change: { readonly id: string; readonly startsOn: string },
): Result<{ readonly before: PovertySpan | undefined }, RedatingRefusal> {
  const field = 'startsOn';
  const span = known.spans.find(({ id }) => id === change.id);
  const before = known.spans.find(({ endsOn }) => endsOn !== null && endsOn === span?.startsOn);
  if (change.startsOn > known.today) return refuse({ code: 'date_in_future', field });
  if (change.startsOn < known.household.joinedOn) {
    return refuse({ code: 'date_before_joined', field, values: { date: known.household.joinedOn } });
  }
  const floor = latestSpan(
    known.spans.filter((other) => other.id !== change.id && other.startsOn < (span?.startsOn ?? '')),
  );
  const tooEarly = floor && change.startsOn <= (floor === before ? floor.startsOn : (floor.endsOn ?? floor.startsOn));
  const tooLate = span?.endsOn != null && change.startsOn >= span.endsOn;
  if (tooEarly || tooLate) {
    return refuse({
      code: 'poverty_date_order',
      field,
      values: { date: tooLate ? (span?.endsOn ?? '') : (floor?.startsOn ?? '') },
    });
  }
  return ok({ before });
}

export function latestSpan<S extends PovertySpan>(spans: readonly S[]): S | undefined {
  return spans.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1);
}

type Transition = readonly [from: PovertyState | undefined, to: PovertyState, change: PovertyChange];

const transitions: readonly Transition[] = [
  [undefined, 'registered', 'entry'],
  ['registered', 'lifted_out', 'exit'],
  ['relapsed', 'lifted_out', 'exit'],
  ['lifted_out', 'relapsed', 'relapse'],
  ['registered', 'deregistered', 'removal'],
  ['lifted_out', 'deregistered', 'removal'],
  ['relapsed', 'deregistered', 'removal'],
  ['deregistered', 'registered', 'entry'],
];

function changeOf(current: PovertySpan | undefined, draft: PovertyDraft): Result<PovertyChange, PovertyRefusal> {
  if (current?.state === draft.state) {
    const same =
      current.standard === draft.standard && current.kind === draft.kind && current.mainCause === draft.mainCause;
    return same ? refuse({ code: 'poverty_same_state', field: 'state' }) : ok('reclassified');
  }
  const found = transitions.find(([from, to]) => from === current?.state && to === draft.state);
  return found ? ok(found[2]) : refuse({ code: 'poverty_transition', field: 'state' });
}
