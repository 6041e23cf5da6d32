import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { type CooperativeRow, listMembers, type MembershipRow } from '../../registers/cooperatives/public.ts';
import { legalFormOf } from '../../registers/cooperatives/rules.ts';
import { listShareClasses, recordShareClasses, type ShareClassRow } from './class-store.ts';
import { type ClassKind, rulesOfKind, type ShareSource } from './rules.ts';
import { type NewLot, postShares } from './share-store.ts';
import { findPolicy, freezePolicy, listUplifted, markIssued, type PolicyFields, recordPolicy } from './uplift-store.ts';

type Random = () => number;

/** Contributions of one member in fen: what he paid in himself, and what was granted to his household. */
export interface DemoContribution {
  readonly membershipId: string;
  readonly paidFen: bigint;
  readonly grantedFen: bigint;
}

const parFen = 10_000n;

const classNames: Readonly<Record<ClassKind, string>> = {
  member: '成员股',
  collective: '集体股',
  land: '土地股',
  forest: '林地股',
  grassland: '草牧场股',
  cash: '现金股',
  household_grant: '到户资金股',
  quantified: '成员股（量化）',
};

/** Opens the classes of an organisation and issues what its members hold; returns what each of them has paid in. */
export async function loadDemoShares(
  tx: Tx,
  random: Random,
  { cooperative, isPastoral }: { readonly cooperative: CooperativeRow; readonly isPastoral: boolean },
): Promise<readonly DemoContribution[]> {
  const { county, id: cooperativeId, registeredOn: on, kind } = cooperative;
  const members = await listMembers(tx, { county, cooperativeId, on });
  const inKind = kind === 'farmers_professional' && isPastoral;
  await openClasses(tx, random, { cooperative, inKind });
  const classes = await listShareClasses(tx, { county, cooperativeId });
  const lots = members.flatMap((membership) => lotsOf({ random, on, classes, inKind }, membership));
  granted(
    await postShares(tx, {
      ...{ cooperative, occurredOn: on, memo: '设立时认缴出资', opening: false, lots, changes: [] },
      source: { type: 'cooperative', id: cooperativeId },
    }),
  );
  const paid = Map.groupBy(lots, ({ membership }) => membership.id);
  return members.map(({ id }) => {
    const paidFen = (paid.get(id) ?? []).reduce((sum, lot) => sum + lot.paidFen, 0n);
    return { membershipId: id, paidFen, grantedFen: 0n };
  });
}

async function openClasses(
  tx: Tx,
  random: Random,
  { cooperative, inKind }: { readonly cooperative: CooperativeRow; readonly inKind: boolean },
): Promise<void> {
  const drafts = classesOf(cooperative, inKind).map((kind) => ({
    ...{ id: nextId(tx, random), kind, name: classNames[kind], parFen, ...rulesOfKind(kind) },
    ...{ documentNumber: '章程第三章', startsOn: cooperative.registeredOn },
  }));
  await recordShareClasses(tx, cooperative, drafts);
}

function classesOf({ kind }: CooperativeRow, inKind: boolean): readonly ClassKind[] {
  switch (kind) {
    case 'farmers_professional':
      return ['member', 'collective', 'household_grant', ...(inKind ? (['grassland'] as const) : [])];
    case 'shareholding_economic':
      return ['quantified', 'collective'];
    case 'collective_economic_organization':
      return ['quantified'];
    case 'asset_income_project':
      return ['collective', 'household_grant'];
    default:
      return ['cash'];
  }
}

interface Issuing {
  readonly random: Random;
  readonly on: string;
  readonly classes: readonly ShareClassRow[];
  readonly inKind: boolean;
}

function lotsOf({ random, on, classes, inKind }: Issuing, membership: MembershipRow): readonly NewLot[] {
  const share = (kind: ClassKind) => classes.find((one) => one.kind === kind);
  const lot = (of: ClassKind, source: ShareSource, shares: number): readonly NewLot[] => {
    const found = share(of);
    if (!found) return [];
    const fen = of === 'quantified' ? 0n : BigInt(shares) * parFen;
    const termed = of === 'grassland' ? { expiresOn: addDays(localDate(on), 3_652) } : { expiresOn: null };
    return [
      {
        ...{ lotId: idOf(random, on), membership, share: found, kind: 'subscribe', source, acquiredOn: on, ...termed },
        ...{ sourceDocument: '成员出资清册', valuationId: null, fromLotId: null },
        ...{ shares, agreedFen: fen, paidFen: fen },
      },
    ];
  };
  if (membership.kind === 'collective') return lot('collective', 'collective_property', 200 + 20 * step(random, 20));
  const own = share('member') ? lot('member', 'cash', 10 + 5 * step(random, 25)) : lot('cash', 'cash', 50);
  const brought = inKind && random() < 0.3 ? lot('grassland', 'grassland', 20 + 10 * step(random, 12)) : [];
  return [...own, ...brought, ...lot('quantified', 'collective_property', 10)];
}

/** How a demo organisation gives its registered-poor members more, from a day on. */
export type DemoUplift = Pick<PolicyFields, 'mechanism' | 'grantFen' | 'upliftBp' | 'floorFen'>;

/** The way that suits the form of an organisation; undefined where nothing does. */
export function demoUplift(cooperative: Pick<CooperativeRow, 'kind'>): DemoUplift {
  const none = { grantFen: 0n, upliftBp: 0, floorFen: 0n };
  if (cooperative.kind === 'asset_income_project') return { ...none, mechanism: 'household_grant', grantFen: 500_000n };
  if (cooperative.kind === 'shareholding_economic') return { ...none, mechanism: 'collective_share', upliftBp: 3_000 };
  if (legalFormOf(cooperative.kind) === 'collective_economic')
    return { ...none, mechanism: 'quantification', upliftBp: 2_000 };
  return { ...none, mechanism: 'household_grant', grantFen: 500_000n };
}

/**
 * Decides an uplift, draws its list and issues its shares, all on the transaction's day; returns what was contributed
 * from the grants. Nothing where no member is registered as poor that day.
 */
export async function loadDemoUplift(
  tx: Tx,
  random: Random,
  { cooperative, on }: { readonly cooperative: CooperativeRow; readonly on: string },
): Promise<readonly DemoContribution[]> {
  const { county, id: cooperativeId } = cooperative;
  const uplift = demoUplift(cooperative);
  const classes = await listShareClasses(tx, { county, cooperativeId });
  const share = classes.find(
    ({ kind }) => kind === (uplift.mechanism === 'quantification' ? 'quantified' : 'household_grant'),
  );
  const id = nextId(tx, random);
  await recordPolicy(tx, cooperative, {
    ...{ id, ...uplift, name: policyNames[uplift.mechanism], classId: share?.id ?? null },
    ...{ resolutionNumber: `${on.slice(0, 4)}年成员大会第2号决议`, recordOn: on, startsOn: on, endsOn: null },
    ...{ includeLifted: false, endsWithPoverty: false },
  });
  const policy = await findPolicy(tx, { county, id });
  if (!policy) throw new Error('a demo policy was recorded');
  const frozen = await freezePolicy(tx, cooperative, { policy, frozenOn: on, parFen });
  if (!frozen.ok) throw new Error(`a demo uplift keeps to the rules: ${frozen.refusal.code}`);
  return share ? issueUplift(tx, random, { cooperative, on, share, policyId: id }) : [];
}

const policyNames: Readonly<Record<PolicyFields['mechanism'], string>> = {
  household_grant: '产业扶持资金折股到户',
  quantification: '经营性资产量化向贫困户倾斜',
  collective_share: '集体股收益转赠贫困户',
  floor_dividend: '保底分红',
};

interface UpliftIssue {
  readonly cooperative: CooperativeRow;
  readonly on: string;
  readonly share: ShareClassRow;
  readonly policyId: string;
}

async function issueUplift(
  tx: Tx,
  random: Random,
  { cooperative, on, share, policyId }: UpliftIssue,
): Promise<readonly DemoContribution[]> {
  const { county, id: cooperativeId } = cooperative;
  const policy = await findPolicy(tx, { county, id: policyId });
  const members = new Map((await listMembers(tx, { county, cooperativeId, on })).map((one) => [one.id, one]));
  const lots = (await listUplifted(tx, { county, id: policyId })).flatMap((line): readonly NewLot[] => {
    const membership = members.get(line.membershipId);
    if (!membership || line.upliftShares === 0) return [];
    return [
      {
        ...{ lotId: nextId(tx, random), membership, share, kind: 'uplift', acquiredOn: on, expiresOn: null },
        source: share.kind === 'quantified' ? 'collective_property' : 'household_grant',
        ...{ sourceDocument: policy?.resolutionNumber ?? null, valuationId: null, fromLotId: null },
        ...{ shares: line.upliftShares, agreedFen: line.upliftFen, paidFen: line.upliftFen },
      },
    ];
  });
  if (!policy || lots.length === 0) return [];
  granted(
    await postShares(tx, {
      ...{ cooperative, occurredOn: on, memo: policy.name, source: { type: 'uplift_policy', id: policyId } },
      ...{ lots, changes: [] },
    }),
  );
  await markIssued(tx, policy, {
    issuedOn: on,
    lots: new Map(lots.map(({ membership, lotId }) => [membership.id, lotId])),
  });
  return lots.map(({ membership, paidFen }) => ({ membershipId: membership.id, paidFen: 0n, grantedFen: paidFen }));
}

function step(random: Random, steps: number): number {
  return Math.floor(random() * steps);
}

function nextId(tx: Tx, random: Random): string {
  return seededId(tx.now.getTime(), random);
}

function idOf(random: Random, day: string): string {
  return seededId(Date.parse(`${day}T01:00:00Z`), random);
}

function granted<T>(result: Result<T, Refusal>): void {
  if (!result.ok) throw new Error(`a demo share keeps to the rules: ${result.refusal.code}`);
}
