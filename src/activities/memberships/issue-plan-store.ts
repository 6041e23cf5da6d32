import { findPolicy, listUplifted, upliftOn } from '../../ledgers/shares/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { listMembers } from '../../registers/cooperatives/public.ts';
import { bookLines, findClass, type Ground, nothing, type Plan, type PlannedLot } from './ground-store.ts';
import { contributionLines } from './voucher-rules.ts';

const issued = { household_grant: 'household_grant', quantification: 'collective_property' } as const;

/**
 * Issues what a frozen uplift list says: shares from a household's grant, or more quantified shares. Whoever left, or by
 * the policy’s own terms no longer counts on the day, gets none (quality 78).
 */
export async function planUplift(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { cooperative, terms } = ground;
  const policy = await findPolicy(tx, { county: cooperative.county, id: terms.policyId ?? '' });
  if (policy?.cooperativeId !== cooperative.id) return refuse(refusal('act_policy', 'policyId'));
  const source = issued[policy.mechanism as keyof typeof issued];
  const share = await findClass(tx, ground, policy.classId);
  if (!source || !share) return refuse(refusal('act_policy_no_shares', 'policyId'));
  if (policy.frozenOn === null) return refuse(refusal('act_policy_open', 'policyId'));
  if (policy.issuedOn !== null) return refuse(refusal('act_policy_issued', 'policyId'));
  const entitled = await listEntitled(tx, ground, policy.id);
  if (!entitled.ok) return entitled;
  const rows = (await listUplifted(tx, policy)).filter(({ membershipId }) => entitled.value.has(membershipId));
  const lots = rows.flatMap(({ membershipId, upliftShares, upliftFen }): PlannedLot[] => {
    const shares = Number(upliftShares);
    if (shares === 0) return [];
    const paidFen = source === 'household_grant' ? BigInt(upliftFen) : 0n;
    return [
      {
        ...{ membershipId, share, kind: 'uplift', source, sourceDocument: policy.resolutionNumber, valuationId: null },
        ...{ fromLotId: null, expiresOn: null, acquiredOn: terms.occurredOn, shares, agreedFen: paidFen, paidFen },
      },
    ];
  });
  if (lots.length === 0) return refuse(refusal('act_nobody', 'policyId'));
  const lines = await paidIn(tx, ground, { lots, parFen: share.parFen });
  return lines.ok ? ok({ ...nothing, lots, lines: lines.value, policy }) : lines;
}

/** Who on the list is a member and counts on the day of the act. */
async function listEntitled(
  tx: Tx,
  { cooperative, terms }: Ground,
  policyId: string,
): Promise<Result<ReadonlySet<string>, Refusal>> {
  const at = { county: cooperative.county, cooperativeId: cooperative.id, on: terms.occurredOn };
  const inForce = (await upliftOn(tx, at)).filter((one) => one.policyId === policyId);
  const unknown = inForce.filter(({ certain }) => !certain).length;
  if (unknown > 0) return refuse(refusal('uplift_unknown', undefined, { count: unknown }));
  const members = new Set((await listMembers(tx, at)).map(({ id }) => id));
  return ok(new Set(inForce.map(({ membershipId }) => membershipId).filter((id) => members.has(id))));
}

/** The same number of shares to every person who is a member: the founders’ subscription, or quantified property. */
export async function planIssueAll(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { cooperative, terms } = ground;
  const share = await findClass(tx, ground, terms.classId);
  if (!share) return refuse(refusal('act_class', 'classId'));
  const quantified = share.kind === 'quantified';
  if (!quantified && share.kind !== 'member' && share.kind !== 'cash')
    return refuse(refusal('act_class_not_all', 'classId'));
  const at = { county: cooperative.county, cooperativeId: cooperative.id, on: terms.occurredOn };
  const members = (await listMembers(tx, at)).filter(({ kind }) => kind === 'farmer' || kind === 'other_person');
  const shares = terms.shares ?? 0;
  const paidFen = quantified ? 0n : BigInt(shares) * share.parFen;
  const lots = members.map(
    ({ id }): PlannedLot => ({
      ...{ membershipId: id, share, kind: quantified ? 'quantify' : 'subscribe', valuationId: null, fromLotId: null },
      ...{ source: quantified ? 'collective_property' : 'cash', sourceDocument: null, expiresOn: null },
      ...{ acquiredOn: terms.occurredOn, shares, agreedFen: paidFen, paidFen },
    }),
  );
  if (lots.length === 0) return refuse(refusal('act_nobody', 'classId'));
  const closed = share.endsOn !== null && share.endsOn <= terms.occurredOn;
  if (share.startsOn > terms.occurredOn || closed) return refuse(refusal('share_class_closed', 'classId'));
  const lines = await paidIn(tx, ground, { lots, parFen: share.parFen });
  return lines.ok ? ok({ ...nothing, lots, lines: lines.value }) : lines;
}

async function paidIn(
  tx: Tx,
  ground: Ground,
  issue: { readonly lots: readonly PlannedLot[]; readonly parFen: bigint },
) {
  const { lots, parFen } = issue;
  if (lots.every(({ paidFen }) => paidFen === 0n)) return ok([]);
  const paid = { counter: ground.terms.counter ?? 'bank', assetId: null };
  const capital = lots.map((lot) => ({ lot: { ...lot, parFen }, paidBefore: 0n }));
  return bookLines(tx, ground, ({ chart }) => contributionLines(chart, capital, paid));
}
