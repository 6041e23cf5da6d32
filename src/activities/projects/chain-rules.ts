import { addWorkdays, workdaysBetween } from '../../platform/pure/calendar.ts';
import { type LocalDate, localDate } from '../../platform/pure/period.ts';

/** The steps of a project in their order; each is gated by the proof of the one before. */
export const projectSteps = [
  'library',
  'review',
  'notice',
  'award',
  'start',
  'progress',
  'acceptance',
  'handover',
] as const;
export type ProjectStep = (typeof projectSteps)[number];

/** What was found about a step. `from` is when it began, `on` when it was proven. */
export interface Proof {
  readonly state: 'proven' | 'running' | 'failed';
  /** content it is about; null where it cannot be about any other */
  readonly digest: string | null;
  readonly from: string | null;
  readonly on: string | null;
  readonly id: string | null;
  readonly page: string | null;
  /** what is said about it, with words under `proof.<code>` */
  readonly note: { readonly code: string; readonly values: Readonly<Record<string, string | number>> };
}

export type Proofs = Readonly<Partial<Record<ProjectStep, Proof>>>;

/**
 * `done`; `running` and `failed` as the proof says; `stale` when it is about another version of the project, `early` when
 * it came before the step before was proven; `open` is next, `locked` waits for the one before.
 */
export const stepStates = ['done', 'running', 'failed', 'stale', 'early', 'open', 'locked'] as const;
export type StepState = (typeof stepStates)[number];

/** Who has to act for a step to be reached. */
export const stepHolders: Readonly<Record<ProjectStep, 'township' | 'banner' | 'village'>> = {
  library: 'township',
  review: 'banner',
  notice: 'village',
  award: 'village',
  start: 'village',
  progress: 'village',
  acceptance: 'township',
  handover: 'township',
};

/** Working days for each step after the one before was proven; the work itself is due on its planned last day. */
export type StepDays = Readonly<Record<Exclude<ProjectStep, 'progress'>, number>>;

export const stepLights = ['met', 'near', 'late', 'none'] as const;
export type StepLight = (typeof stepLights)[number];

export interface ChainStep {
  readonly step: ProjectStep;
  readonly state: StepState;
  readonly holder: (typeof stepHolders)[ProjectStep];
  /** null while the step before is not proven */
  readonly dueOn: string | null;
  readonly light: StepLight;
  readonly proof: Proof | undefined;
}

export interface ChainQuestion {
  readonly digest: string;
  readonly proofs: Proofs;
  readonly proposedOn: string;
  readonly plannedThrough: string;
  readonly days: StepDays;
  readonly today: string;
}

/** The chain of proofs of a project with this digest: no step counts before the one before it is proven. */
export function chainOf(question: ChainQuestion): readonly ChainStep[] {
  let after: string | null = question.proposedOn;
  return projectSteps.map((step) => {
    const proof = question.proofs[step];
    const state = after === null ? 'locked' : stateOf(proof, question.digest, after);
    const dueOn = after === null ? null : dueOf(step, after, question);
    const doneOn = state === 'done' ? (proof?.on ?? after) : null;
    after = doneOn;
    return { step, state, holder: stepHolders[step], dueOn, light: lightOf(dueOn, doneOn, question.today), proof };
  });
}

function stateOf(proof: Proof | undefined, digest: string, after: string): StepState {
  if (!proof) return 'open';
  if (proof.digest !== null && proof.digest !== digest) return 'stale';
  if (proof.state !== 'proven') return proof.state;
  return proof.from !== null && proof.from < after ? 'early' : 'done';
}

function dueOf(step: ProjectStep, after: string, { days, plannedThrough }: ChainQuestion): string {
  if (step !== 'progress') return addWorkdays(localDate(after), days[step]);
  return plannedThrough > after ? plannedThrough : after;
}

/** Yellow in the last three working days, red after the last one; a step that was late stays late. */
function lightOf(dueOn: string | null, doneOn: string | null, today: string): StepLight {
  if (dueOn === null) return 'none';
  if (doneOn !== null) return doneOn <= dueOn ? 'met' : 'late';
  if (today > dueOn) return 'late';
  return workdaysBetween(today as LocalDate, dueOn as LocalDate) <= 3 ? 'near' : 'none';
}

/** The first step that is not done; undefined when all are. */
export function nextStep(chain: readonly ChainStep[]): ChainStep | undefined {
  return chain.find(({ state }) => state !== 'done');
}

export type StepBar =
  | { readonly code: `project_needs_${ProjectStep}` | 'project_step_done' | 'project_step_running' }
  | undefined;

/** Why a step cannot be begun now; undefined when it is its turn. */
export function barOf(chain: readonly ChainStep[], step: ProjectStep): StepBar {
  const next = nextStep(chain);
  if (chain.find((one) => one.step === step)?.state === 'done') return { code: 'project_step_done' };
  if (next?.step !== step) return { code: `project_needs_${next?.step ?? step}` };
  return next.state === 'running' && asked.has(step) ? { code: 'project_step_running' } : undefined;
}

/** Steps that somebody else is deciding while they run; at the others the village works on. */
const asked: ReadonlySet<ProjectStep> = new Set(['library', 'review', 'notice']);

/** Whether everything up to and with a step is proven. */
export function hasReached(chain: readonly ChainStep[], step: ProjectStep): boolean {
  return chain.find((one) => one.step === step)?.state === 'done';
}

/** A step as it was written down. */
export interface RecordedStep {
  readonly step: ProjectStep;
  readonly digest: string;
}

export interface StepChange<R extends RecordedStep> {
  readonly step: ProjectStep;
  /** what no longer stands */
  readonly ends: R | undefined;
  /** what stands from now on */
  readonly begins: { readonly proof: Proof; readonly dueOn: string } | undefined;
}

/** What has to be written down for the record to say what the chain says; nothing when it does already. */
export function stepChanges<R extends RecordedStep>(state: {
  readonly chain: readonly ChainStep[];
  readonly steps: readonly R[];
  readonly digest: string;
}): readonly StepChange<R>[] {
  const { chain, steps, digest } = state;
  return chain.flatMap(({ step, state: standing, proof, dueOn }) => {
    const known = steps.find((row) => row.step === step);
    const stands = standing === 'done' && known?.digest === digest;
    const begins = standing === 'done' && !stands && proof && dueOn !== null ? { proof, dueOn } : undefined;
    const ends = stands ? undefined : known;
    return ends || begins ? [{ step, ends, begins }] : [];
  });
}
