import type { ChainStep } from './chain-rules.ts';
import type { PlanCheck } from './plan-rules.ts';
import { isReady } from './plan-rules.ts';
import { type Capital, capitalOf, sumCapital } from './rules.ts';

interface State<F, M extends Capital> {
  readonly formation: F;
  readonly founders: readonly M[];
  readonly digest: string;
  readonly checks: readonly PlanCheck[];
  readonly chain: readonly ChainStep[];
}

/** A plan as its page shows it: founders with their sums, clauses, and the chain with what each proof says. */
export function stateView<F extends object, M extends Capital>({
  formation,
  founders,
  digest,
  checks,
  chain,
}: State<F, M>) {
  return {
    ...formation,
    founders: founders.map((founder) => ({ ...founder, totalFen: capitalOf(founder) })),
    capital: sumCapital(founders),
    digest,
    ready: isReady(checks),
    checks: checks.map((check) => ({ ...check, values: { ...check.values } })),
    chain: chain.map(({ step, state, holder, proof }) => ({
      step,
      state,
      holder,
      on: proof?.on ?? proof?.from ?? null,
      page: proof?.page ?? null,
      note: proof?.note ? { code: proof.note.code, values: { ...proof.note.values } } : null,
    })),
  };
}
