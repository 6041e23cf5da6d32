import { assembliesRules } from './compute-assemblies.ts';
import { assetsRules } from './compute-assets.ts';
import { booksRules } from './compute-books.ts';
import { cooperativesRules } from './compute-cooperatives.ts';
import { distributionsRules } from './compute-distributions.ts';
import { fundsRules } from './compute-funds.ts';
import { insuranceRules } from './compute-insurance.ts';
import { loansRules } from './compute-loans.ts';
import { platformRules } from './compute-platform.ts';
import { programmeRules } from './compute-programme.ts';
import type { ComputeRule } from './compute-rule.ts';
import { sharesRules } from './compute-shares.ts';

/** Every rule that `silian compute` answers; a feature adds its own to one of the lists, or brings a new list. */
export const computeRules: readonly ComputeRule[] = [
  ...platformRules,
  ...programmeRules,
  ...booksRules,
  ...distributionsRules,
  ...assembliesRules,
  ...assetsRules,
  ...cooperativesRules,
  ...sharesRules,
  ...fundsRules,
  ...loansRules,
  ...insuranceRules,
];

export function findRule(name: string): ComputeRule | undefined {
  return computeRules.find((rule) => rule.name === name);
}
