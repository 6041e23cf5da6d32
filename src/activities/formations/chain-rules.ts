import { type FormationStep, formationSteps } from './rules.ts';

/** What was found about a step: a resolution, a notice, an approval. `from` is when it began, `on` when it was proven. */
export interface Proof {
  readonly state: 'proven' | 'running' | 'failed';
  /** content it is about; null where it cannot be about any other */
  readonly digest: string | null;
  readonly from: string | null;
  readonly on: string | null;
  readonly id: string | null;
  readonly page: string | null;
  /** what is said about it, with words under `proof.<code>` */
  readonly note: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } | null;
}

export type Proofs = Readonly<Partial<Record<FormationStep, Proof>>>;

/**
 * `done`; `running` and `failed` as the proof says; `stale` when it is about another version of the plan, `early` when it
 * came before the step before was proven; `open` is next, `locked` waits for the one before.
 */
export const stepStates = ['done', 'running', 'failed', 'stale', 'early', 'open', 'locked'] as const;
export type StepState = (typeof stepStates)[number];

/** Who has to act for a step to be reached. */
export const stepHolders: Readonly<Record<FormationStep, 'village' | 'branch' | 'founders' | 'township' | 'banner'>> = {
  draft: 'village',
  party_study: 'branch',
  resolution: 'founders',
  notice: 'village',
  review: 'township',
  registration: 'banner',
};

export interface ChainStep {
  readonly step: FormationStep;
  readonly state: StepState;
  readonly holder: (typeof stepHolders)[FormationStep];
  readonly proof: Proof | undefined;
}

/** The chain of proofs for a plan with this digest: no step counts before the one before it is proven. */
export function chainOf(digest: string, proofs: Proofs): readonly ChainStep[] {
  let open = true;
  let after: string | null = null;
  return formationSteps.map((step) => {
    const proof = proofs[step];
    const state = open ? stateOf(proof, digest, after) : 'locked';
    open &&= state === 'done';
    if (state === 'done') after = proof?.on ?? after;
    return { step, state, holder: stepHolders[step], proof };
  });
}

function stateOf(proof: Proof | undefined, digest: string, after: string | null): StepState {
  if (!proof) return 'open';
  if (proof.digest !== null && proof.digest !== digest) return 'stale';
  if (proof.state !== 'proven') return proof.state;
  return proof.from !== null && after !== null && proof.from < after ? 'early' : 'done';
}

/** The first step that is not done; undefined when all are. */
export function nextStep(chain: readonly ChainStep[]): ChainStep | undefined {
  return chain.find(({ state }) => state !== 'done');
}

/** Why a step cannot be begun now; undefined when it is its turn. */
export function barOf(
  chain: readonly ChainStep[],
  step: FormationStep,
):
  | { readonly code: `formation_needs_${FormationStep}` | 'formation_step_done' | 'formation_step_running' }
  | undefined {
  const next = nextStep(chain);
  const own = chain.find((one) => one.step === step);
  if (own?.state === 'done') return { code: 'formation_step_done' };
  if (next?.step !== step) return { code: `formation_needs_${next?.step ?? step}` };
  return next.state === 'running' ? { code: 'formation_step_running' } : undefined;
}

/** A step as it was written down. */
export interface RecordedStep {
  readonly step: FormationStep;
  readonly digest: string;
}

export interface StepChange<R extends RecordedStep> {
  readonly step: FormationStep;
  /** what no longer stands */
  readonly ends: R | undefined;
  /** what stands from now on */
  readonly begins: Proof | undefined;
}

/** What has to be written down for the record to say what the chain says; nothing when it does already. */
export function stepChanges<R extends RecordedStep>(state: {
  readonly chain: readonly ChainStep[];
  readonly steps: readonly R[];
  readonly digest: string;
}): readonly StepChange<R>[] {
  const { chain, steps, digest } = state;
  return chain.flatMap(({ step, state: standing, proof }) => {
    const known = steps.find((row) => row.step === step);
    const stands = standing === 'done' && known?.digest === digest;
    const begins = standing === 'done' && !stands ? proof : undefined;
    const ends = stands ? undefined : known;
    return ends || begins ? [{ step, ends, begins }] : [];
  });
}
