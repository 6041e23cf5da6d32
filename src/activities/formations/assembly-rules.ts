import type { AssemblyForm, Organ } from '../../procedures/assemblies/law-rules.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';

/**
 * Whose resolution founds an organisation: all founders of a cooperative, unanimously (COOP 14); the members of a
 * collective (RCEO 22, 26) or, where there is none yet, the villagers (VC 24, RCEO 64); the villagers for a company or an
 * asset-income project the collective puts its property into.
 */
export function assemblyOf(
  kind: CooperativeKind,
  by: 'founders' | 'villagers',
): { readonly form: AssemblyForm; readonly organ: Organ } {
  if (kind === 'farmers_professional' || kind === 'federation') return { form: kind, organ: 'founding_assembly' };
  const collective = kind === 'shareholding_economic' || kind === 'collective_economic_organization';
  if (collective && by === 'founders') return { form: 'collective_economic', organ: 'founding_assembly' };
  return { form: 'village', organ: 'members_assembly' };
}
