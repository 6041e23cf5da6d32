import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { AlertState, FoundAlert } from './alert-fact-rules.ts';

interface KnownCase {
  readonly rule: string;
  readonly entries: readonly string[];
  readonly state: AlertState;
}

export type CasePlan<K extends KnownCase> =
  | { readonly kind: 'known'; readonly known: K }
  | { readonly kind: 'extend'; readonly known: K }
  | { readonly kind: 'open' };

/**
 * What a finding is beside the cases there are: known when a case of its rule holds all of it, more of an open case that
 * holds a part, else a case of its own (also when only a decided case holds a part: what came after is new).
 */
export function planCase<K extends KnownCase>(found: FoundAlert, cases: readonly K[]): CasePlan<K> {
  const same = cases.filter(({ rule }) => rule === found.rule);
  const whole = same.find(({ entries }) => found.entries.every((entry) => entries.includes(entry)));
  if (whole) return { kind: 'known', known: whole };
  const open = same.find(
    ({ state, entries }) => state === 'open' && entries.some((one) => found.entries.includes(one)),
  );
  return open ? { kind: 'extend', known: open } : { kind: 'open' };
}

export type DecideRefusal = Refusal<'alert_decided' | 'alert_misuse_missing' | 'alert_misuse_given'>;

/** Whether a case may be decided so: once, and with the kind of misuse when and only when it is one. */
export function proposeAlertDecision(
  state: AlertState,
  decision: { readonly state: 'confirmed' | 'cleared'; readonly misuse: string | null },
): Result<true, DecideRefusal> {
  if (state !== 'open') return refuse(refusal('alert_decided'));
  if (decision.state === 'confirmed' && decision.misuse === null)
    return refuse(refusal('alert_misuse_missing', 'misuse'));
  if (decision.state === 'cleared' && decision.misuse !== null) return refuse(refusal('alert_misuse_given', 'misuse'));
  return ok(true);
}
