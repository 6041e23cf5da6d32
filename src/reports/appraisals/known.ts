import { catalogue, findIndicator } from '../../indicators/public.ts';
import type { KnownIndicator } from '../../ledgers/funds/goal-rules.ts';

/** What a goal may name. */
export const indicators: readonly KnownIndicator[] = catalogue.map(({ code, direction }) => ({ code, direction }));

/** The unit in which an indicator counts; ratios are in basis points. */
export function unitOf(code: string): string {
  const indicator = findIndicator(code);
  return indicator?.kind === 'counted' ? indicator.unit : 'bp';
}
