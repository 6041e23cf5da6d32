import type { PartyKind } from '../rules.ts';
import { splitKey } from './views.ts';

/** The key of whom a form chose from a register; nothing for whom it named. */
export function partyOf(
  kind: PartyKind,
  chosen: { readonly household?: string | null | undefined; readonly cooperative?: string | null | undefined },
): { readonly county: number | null; readonly id: string | null } {
  const value = kind === 'household' ? chosen.household : kind === 'cooperative' ? chosen.cooperative : undefined;
  return value ? splitKey(value) : { county: null, id: null };
}
