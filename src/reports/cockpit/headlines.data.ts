import type { Headline } from './rules.ts';

/** What stands first on the page of a place; a target names a dated parameter of the measure, or is a plain value. */
export const headlines: readonly Headline[] = [
  { indicator: 'households' },
  { indicator: 'residents' },
  { indicator: 'poor_households' },
  { indicator: 'lifted_out_ratio' },
  { indicator: 'key_poor_villages_in_model_ratio', target: { parameter: 'model_coverage_key_poor_bp' } },
  { indicator: 'villages_without_secretary', target: { value: 0 } },
];

/** Columns of the table of places below. */
export const columnIndicators: readonly string[] = ['households', 'poor_households', 'lifted_out_ratio'];

/** What maps and tiles show first. */
export const firstMapIndicator = 'poor_households';
