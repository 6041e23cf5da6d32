import { platformRules } from './compute-platform.ts';
import { programmeRules } from './compute-programme.ts';
import type { ComputeRule } from './compute-rule.ts';

/** Every rule that `silian compute` answers; a feature adds its own to one of the lists, or brings a new list. */
export const computeRules: readonly ComputeRule[] = [...platformRules, ...programmeRules];

export function findRule(name: string): ComputeRule | undefined {
  return computeRules.find((rule) => rule.name === name);
}
