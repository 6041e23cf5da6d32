import type { Headline } from './rules.ts';

/** What stands first on the page of a place; a target names a dated parameter of the measure, or is a plain value. */
export const headlines: readonly Headline[] = [
  { indicator: 'poor_households' },
  { indicator: 'poverty_incidence' },
  { indicator: 'key_poor_villages_in_model_ratio', target: { parameter: 'model_coverage_key_poor_bp' } },
  { indicator: 'villages_without_secretary', target: { value: 0 } },
  { indicator: 'village_report_completeness', target: { value: 10_000 } },
];

/** Columns of the table of places below. */
export const columnIndicators: readonly string[] = [
  'villages',
  'households',
  'poor_households',
  'poverty_incidence',
  'villages_without_secretary',
];

/** What maps and tiles show first. */
export const firstMapIndicator = 'lifted_out_ratio';
