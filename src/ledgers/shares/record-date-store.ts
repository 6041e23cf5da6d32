import type { Tx } from '../../platform/db/transact.ts';
import { type CooperativeRow, listMembers, type MembershipRow } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import { listShareClasses, type ShareClassRow } from './class-store.ts';
import { listHoldings } from './holding-store.ts';
import { isPoor, type UpliftMember } from './uplift-rules.ts';

/** Members as a policy sees them on its record date, and how many of them nobody here may know about. */
export interface RecordDate {
  readonly members: readonly (UpliftMember & { readonly membership: MembershipRow })[];
  /** linked with a household outside the reader’s range */
  readonly unknown: number;
  /** persons who are not linked with any household */
  readonly unlinked: number;
}

export async function readRecordDate(
  tx: Tx,
  cooperative: CooperativeRow,
  at: { readonly on: string; readonly includeLifted: boolean },
): Promise<RecordDate> {
  const { county, id: cooperativeId } = cooperative;
  const memberships = await listMembers(tx, { county, cooperativeId, on: at.on });
  const classes = await listShareClasses(tx, { county, cooperativeId });
  const held = sharesByMember(classes, await listHoldings(tx, { county, cooperativeId, on: at.on }));
  const households = memberships.flatMap(({ householdCounty, householdId }) =>
    householdCounty === null || householdId === null ? [] : [{ county: householdCounty, id: householdId }],
  );
  const states = await listPovertyStates(tx, households, at.on);
  const people = memberships.filter(({ kind }) => kind === 'farmer' || kind === 'other_person');
  return {
    members: memberships.map((membership) => ({
      id: membership.id,
      membership,
      poor: isPoor(states.get(membership.householdId ?? '') ?? null, at.includeLifted),
      isCollective: membership.kind === 'collective',
      shares: held.get(membership.id)?.shares ?? 0n,
      quantifiedShares: held.get(membership.id)?.quantified ?? 0n,
    })),
    unknown: people.filter(({ householdId }) => householdId !== null && !states.has(householdId)).length,
    unlinked: people.filter(({ householdId }) => householdId === null).length,
  };
}

function sharesByMember(
  classes: readonly ShareClassRow[],
  holdings: readonly { readonly membershipId: string; readonly classId: string; readonly shares: number }[],
): ReadonlyMap<string, { shares: bigint; quantified: bigint }> {
  const byId = new Map(classes.map((share) => [share.id, share]));
  const held = new Map<string, { shares: bigint; quantified: bigint }>();
  for (const { membershipId, classId, shares } of holdings) {
    const share = byId.get(classId);
    if (!share?.dividend) continue;
    const known = held.get(membershipId) ?? { shares: 0n, quantified: 0n };
    const quantified = share.kind === 'quantified' ? BigInt(shares) : 0n;
    held.set(membershipId, { shares: known.shares + BigInt(shares), quantified: known.quantified + quantified });
  }
  return held;
}
