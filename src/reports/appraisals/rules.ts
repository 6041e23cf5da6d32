import type { Indicator } from '../../indicators/rules.ts';

/** The unit in which an indicator counts; ratios, and what is not known, are in basis points. */
export function unitOf(indicator: Indicator | undefined): string {
  return indicator?.kind === 'counted' ? indicator.unit : 'bp';
}
