import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { residentIdCheckDigit } from '../../platform/pure/resident-id.ts';
import type { PovertyChange, PovertyState } from './poverty-rules.ts';
import type { schoolings } from './rules.ts';

/** A number in [0, 1), the same for the same seed. */
export type Random = () => number;

/** The first day of the events and the last. */
export interface DemoSpan {
  readonly from: string;
  readonly until: string;
}

/** One made-up person of a family, and what became of them. */
export interface Figure {
  readonly relation: string;
  readonly birthOn: LocalDate;
  readonly sex: 'male' | 'female';
  readonly joinedOn: string;
  readonly joinedKind: string;
  readonly left?: { readonly on: string; readonly reason: string };
}

export interface DemoState {
  readonly state: PovertyState;
  readonly change: PovertyChange;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Head, mostly a spouse, children, sometimes a parent; and what two years brought: births, deaths, marriages, moves. */
export function demoFamily(
  random: Random,
  known: { readonly joinedOn: string; readonly span: DemoSpan; readonly movedOn?: string | undefined },
): Figure[] {
  const { joinedOn, span, movedOn } = known;
  const headAge = 32 + Math.floor(random() * 42);
  const present = (relation: string, age: number, sex: Figure['sex']): Figure => {
    const birthOn = birth(random, age);
    const [, later = birthOn] = [birthOn, joinedOn].toSorted();
    return { relation, birthOn, sex, joinedOn: later, joinedKind: 'registered' };
  };
  const headSex = random() < 0.82 ? 'male' : 'female';
  const married = random() < 0.86;
  const figures = [present('01', headAge, headSex)];
  if (married)
    figures.push(present('02', headAge - 4 + Math.floor(random() * 6), headSex === 'male' ? 'female' : 'male'));
  const children = Math.floor(random() * (headAge < 60 ? 3 : 2));
  for (let child = 0; child < children; child++) {
    const age = headAge - 23 - child * 3;
    const sex = random() < 0.52 ? 'male' : 'female';
    if (age >= 1) figures.push(present(sex === 'male' ? '03' : '04', age, sex));
  }
  const withParent = headAge < 58 && random() < 0.25;
  const parentSex = random() < 0.4 ? 'male' : 'female';
  if (withParent) figures.push(present(parentSex === 'male' ? '11' : '12', headAge + 24, parentSex));
  if (movedOn) return figures.map((figure) => ({ ...figure, left: { on: movedOn, reason: 'moved' } }));
  const stayed = figures.map((figure, order) => (order === 0 ? figure : leaving(random, figure, span)));
  return [...stayed, ...newcomers(random, { span, headAge, married })];
}

/** The course of a household through the register: most poor ones are lifted out, a few fall back, a few are new. */
export function demoCourse(
  random: Random,
  known: { readonly span: DemoSpan; readonly share: number; readonly movedOn?: string | undefined },
): DemoState[] {
  const { span, share, movedOn } = known;
  const wasPoor = random() < share;
  if (!wasPoor && random() > 0.015) return [];
  const first = wasPoor ? `${2014 + Math.floor(random() * 4)}-12-01` : demoDay(random, span);
  const steps: { state: PovertyState; change: PovertyChange; startsOn: string }[] = [
    { state: 'registered', change: 'entry', startsOn: first },
  ];
  const push = (state: PovertyState, change: PovertyChange, startsOn: string) => {
    const last = steps.at(-1)?.startsOn ?? first;
    const fits = startsOn > last && startsOn <= span.until;
    if (fits) steps.push({ state, change, startsOn });
    return fits;
  };
  if (random() < 0.03) push('deregistered', 'removal', demoDay(random, span));
  else if (random() < 0.85) {
    const lifted = push('lifted_out', 'exit', demoDay(random, span));
    const relapsedOn = random() < 0.06 ? demoDay(random, span) : undefined;
    if (lifted && relapsedOn !== undefined) push('relapsed', 'relapse', relapsedOn);
  }
  const ends = [...steps.slice(1).map((step) => step.startsOn), null];
  const states = steps.map((step, order) => ({ ...step, endsOn: ends[order] ?? null }));
  if (movedOn === undefined) return states;
  return states
    .filter((state) => state.startsOn < movedOn)
    .map((state) => ({ ...state, endsOn: earlier(state.endsOn, movedOn) }));
}

/** Schooling, health and work of a made-up person of an age; a little of it is missing on purpose. */
export function demoStatus(random: Random, age: number) {
  const isAdult = age >= 18;
  const learned = age > 60 ? (['01', '02', '02'] as const) : (['02', '03', '03', '04', '05'] as const);
  const healthy = ['healthy', 'healthy', 'healthy', 'healthy', 'chronic'] as const;
  const aged = ['healthy', 'healthy', 'chronic', 'severe_illness', 'disabled'] as const;
  const away = ['in_township', 'in_banner', 'outside_region'] as const;
  return {
    education: random() < 0.04 ? null : age < 7 ? ('06' as const) : pickOne(random, learned),
    schooling: schoolOf(age),
    health: pickOne(random, age > 55 ? aged : healthy),
    labour: age < 16 || age > 70 ? ('none' as const) : random() < 0.12 ? ('skilled' as const) : ('ordinary' as const),
    employment: isAdult && random() < 0.3 ? pickOne(random, away) : ('none' as const),
    politicalStatus: isAdult && random() < 0.09 ? ('party_member' as const) : ('masses' as const),
    medicalInsured: random() < 0.97,
    pensionInsured: age >= 16 ? random() < 0.85 : null,
  };
}

/** A resident id whose check digit is right; people of one region, day and sex differ by `serial`, 0 to 499. */
export function demoIdNumber(person: {
  readonly region: number;
  readonly birthOn: string;
  readonly serial: number;
  readonly sex: Figure['sex'];
}): string {
  const order = (person.serial % 500) * 2 + (person.sex === 'male' ? 1 : 0);
  const first17 = `${person.region}${person.birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
}

export function pickOne<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

/** A day of the span, some weeks before its end. */
export function demoDay(random: Random, { from, until }: DemoSpan): string {
  const days = Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return addDays(localDate(from), 5 + Math.floor(random() * Math.max(1, days - 30)));
}

function leaving(random: Random, figure: Figure, span: DemoSpan): Figure {
  const age = 2018 - Number(figure.birthOn.slice(0, 4));
  if (age > 72 && random() < 0.12) return { ...figure, left: { on: demoDay(random, span), reason: 'died' } };
  const marries = figure.relation === '04' && age > 20 && age < 32;
  if (marries && random() < 0.25) return { ...figure, left: { on: demoDay(random, span), reason: 'married_out' } };
  const grown = figure.relation === '03' && age > 22;
  return grown && random() < 0.05 ? { ...figure, left: { on: demoDay(random, span), reason: 'moved' } } : figure;
}

function newcomers(random: Random, home: { span: DemoSpan; headAge: number; married: boolean }): Figure[] {
  const found: Figure[] = [];
  const on = localDate(demoDay(random, home.span));
  const sex = random() < 0.52 ? 'male' : 'female';
  const relation = sex === 'male' ? '03' : '04';
  if (home.married && home.headAge < 42 && random() < 0.14)
    found.push({ relation, sex, birthOn: on, joinedOn: on, joinedKind: 'born' });
  if (home.headAge > 46 && random() < 0.05) {
    found.push({ relation: '05', sex: 'female', birthOn: birth(random, 24), joinedOn: on, joinedKind: 'married_in' });
  }
  return found;
}

function birth(random: Random, age: number): LocalDate {
  return addDays(localDate(`${2017 - age}-01-01`), Math.floor(random() * 360));
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}

function schoolOf(age: number): (typeof schoolings)[number] {
  if (age < 3 || age > 22) return 'none';
  if (age < 7) return 'preschool';
  if (age < 13) return 'primary';
  return age < 16 ? 'junior' : 'senior';
}
