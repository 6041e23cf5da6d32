import type { Role } from '../../platform/access/roles.ts';
import { words } from '../../platform/access/words.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import type { DemoCooperative } from '../../registers/cooperatives/seed.ts';
import { type Bookkeeping, type KeptCooperative, keepBooks } from './bookkeeping.ts';
import { type CooperativeWorld, foundCooperatives } from './cooperatives.ts';
import type { DemoPerson, Desk } from './desk.ts';
import type { PeopledVillage } from './heads.ts';
import { proposeMemberships } from './memberships.ts';
import { leaveOpenWork } from './open-work.ts';
import { branchOff } from './random.ts';
import { giveReliefs } from './reliefs.ts';
import { distributeSurplus } from './surplus.ts';
import { callAssemblies, discloseFinances, planFormations, promiseReturns, surveyAssets } from './village-work.ts';

export interface CooperativeLoad {
  readonly desk: Desk;
  readonly random: () => number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** of the demo, by role */
  readonly accounts: ReadonlyMap<string, string>;
}

export function cooperativeWorld(
  villages: readonly PeopledVillage[],
  of: { readonly seat: number; readonly from: LocalDate },
): CooperativeWorld {
  const seat = villages.find(({ place }) => place === of.seat);
  if (!seat) throw new Error('the demo accounts sit in a village with people');
  return { villages, seat, from: of.from };
}

/** Where the manager and the herder of the demo sit: the first cooperative, and one of its poor members. */
export function memberSeat(plan: readonly DemoCooperative[]): {
  readonly cooperativeId: string;
  readonly household: { readonly county: number; readonly id: string };
} {
  const [first] = plan;
  const member = first?.members.find(({ id }) => first.poor.has(id)) ?? first?.members[0];
  const { householdCounty: county, householdId: id } = member ?? {};
  if (!first || !county || !id) throw new Error('the first demo cooperative has members');
  return { cooperativeId: first.entry.id, household: { county, id } };
}

/** what founding looks people up in */
const asked = ['place', 'household', 'poverty_registration', 'resident_key'] as const;

/** Cooperatives with all that they do, and what villages own, plan and disclose. */
export async function loadCooperatives(
  { accounts, ...load }: CooperativeLoad,
  { world, plan }: { readonly world: CooperativeWorld; readonly plan: readonly DemoCooperative[] },
): Promise<void> {
  const person = (role: Role): DemoPerson => ({ id: accounts.get(role) ?? '', name: words[`role.${role}`][0] });
  const keeping: Bookkeeping = { ...load, maker: person('village_accountant'), checker: person('township_clerk') };
  await load.desk.analyze(asked);
  const apart = (): Bookkeeping => ({ ...keeping, random: branchOff(load.random) });
  const [founded] = await Promise.all([
    foundCooperatives(load.desk, branchOff(load.random), { plan, from: load.from }),
    surveyAssets(apart(), world),
  ]);
  const kept = await keepBooks(keeping, founded);
  await load.desk.analyze();
  // what one of these writes none of the others reads
  await Promise.all([liveOn(apart(), world, kept), promiseReturns(apart(), founded), planFormations(apart(), world)]);
}

/** What those do that keep books, in the order of its days. */
async function liveOn(keeping: Bookkeeping, world: CooperativeWorld, kept: readonly KeptCooperative[]): Promise<void> {
  await giveReliefs(keeping, await distributeSurplus(keeping, kept));
  await callAssemblies(keeping, kept);
  await discloseFinances(keeping, kept);
  await proposeMemberships(keeping, world, kept);
  await leaveOpenWork(keeping, kept);
}
