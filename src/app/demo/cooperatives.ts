import { type DemoContribution, loadDemoShares, loadDemoUplift } from '../../ledgers/shares/seed.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import {
  type DemoCooperative,
  demoCooperative,
  demoFederation,
  demoRegistrationDay,
  loadDemoCooperative,
} from '../../registers/cooperatives/seed.ts';
import type { Desk } from './desk.ts';
import type { PeopledVillage } from './heads.ts';
import { inLanes } from './lanes.ts';

/** A registered organisation of the demo with what each member has paid in. */
export interface FoundedCooperative {
  readonly made: DemoCooperative;
  readonly row: CooperativeRow;
  readonly contributions: readonly DemoContribution[];
}

export interface CooperativeWorld {
  readonly villages: readonly PeopledVillage[];
  /** where the accounts of the demo sit: it has the most */
  readonly seat: PeopledVillage;
  readonly from: LocalDate;
}

/** Every so many villages of the banner where the demo sits have an organisation, and of the others. */
const everyNear = 5;
const everyFar = 11;
/** the forms in turn, as common as they were in 2018 */
const turns: readonly CooperativeKind[] = [
  'farmers_professional',
  'collective_economic_organization',
  'farmers_professional',
  'asset_income_project',
  'farmers_professional',
  'shareholding_economic',
  'farmers_professional',
  'farmers_professional',
  'collective_economic_organization',
  'asset_income_project',
  'farmers_professional',
  'company',
];
/** of a village's 27 households; larger ones have members in the next villages too */
const sizes = [9, 14, 19, 24, 32, 45] as const;
/** too few: found on the day of its registration, to be cured within six months */
const shrunkEvery = 47;

/** What is registered in the demo, in the order of its villages; the seat's own stand first. */
export function planCooperatives(random: () => number, world: CooperativeWorld): readonly DemoCooperative[] {
  const { villages, seat, from } = world;
  const before = addDays(from, -1_900);
  const wish = (kind: CooperativeKind, most: number, days = 1_700) => ({
    ...{ kind, most },
    registeredOn: demoRegistrationDay(random, before, days),
  });
  const own = (['farmers_professional', 'collective_economic_organization', 'asset_income_project'] as const).map(
    (kind, at) => demoCooperative(random, around(villages, seat, at === 0 ? 3 : 1), wish(kind, at === 0 ? 52 : 24)),
  );
  const others = villages
    .filter(
      (village, at) =>
        at % (banner(village) === banner(seat) ? everyNear : everyFar) === 2 &&
        village !== seat &&
        village.heads.length > 8,
    )
    .map((village, at) => {
      const kind = turns[at % turns.length] ?? 'farmers_professional';
      const most = at % shrunkEvery === shrunkEvery - 1 ? 3 : pick(random, sizes);
      const isWide = kind === 'farmers_professional' && most > 24;
      // one in eight came into being while the demo runs
      const days = random() < 0.12 ? 2_450 : 1_700;
      return demoCooperative(random, around(villages, village, isWide ? 2 : 1), wish(kind, most, days));
    });
  return [...own, ...others, ...federate(random, { villages, from, made: [...own, ...others] })];
}

/** Two banners where three cooperatives have joined hands. */
function federate(
  random: () => number,
  of: {
    readonly villages: readonly PeopledVillage[];
    readonly from: LocalDate;
    readonly made: readonly DemoCooperative[];
  },
): readonly DemoCooperative[] {
  const standing = of.made.filter(({ entry }) => entry.kind === 'farmers_professional' && entry.registeredOn < of.from);
  const byCounty = Map.groupBy(standing, ({ entry }) => banner(entry));
  return [...byCounty.values()]
    .filter((all) => all.length >= 4)
    .slice(0, 2)
    .flatMap((all) => {
      const village = of.villages.find(({ place }) => place === all[0]?.entry.place);
      const registeredOn = addDays(of.from, 120);
      return village ? [demoFederation(random, village, { members: all.slice(0, 4), registeredOn })] : [];
    });
}

/** A village and those beside it in the same township, as many as are wanted. */
function around(
  villages: readonly PeopledVillage[],
  village: PeopledVillage,
  wanted: number,
): readonly [PeopledVillage, ...PeopledVillage[]] {
  const township = (one: PeopledVillage) => Math.floor(one.place / 1_000);
  const others = villages.filter((one) => one !== village && township(one) === township(village));
  return [village, ...others.slice(0, wanted - 1)];
}

/** On this day the assemblies decided how the poor get more. */
export const upliftedOn = localDate('2018-03-15');

/** Registers what was planned, issues the shares and decides the uplifts, each on its own day. */
export async function foundCooperatives(
  desk: Desk,
  random: () => number,
  { plan, from }: { readonly plan: readonly DemoCooperative[]; readonly from: LocalDate },
): Promise<readonly FoundedCooperative[]> {
  // a federation comes after those that join it
  const [first, then] = [
    plan.filter(({ entry }) => entry.kind !== 'federation'),
    plan.filter(({ entry }) => entry.kind === 'federation'),
  ];
  const found = (some: readonly DemoCooperative[]) =>
    inLanes(some, random, (made, of) => foundOne(desk, made, { ...of, from }));
  return [...(await found(first)), ...(await found(then))];
}

async function foundOne(
  desk: Desk,
  made: DemoCooperative,
  { at, random, from }: { readonly at: number; readonly random: () => number; readonly from: LocalDate },
): Promise<FoundedCooperative> {
  const registeredOn = localDate(made.entry.registeredOn);
  const known = registeredOn < from ? addDays(from, -20) : addDays(registeredOn, 3);
  const founded = await desk.onDay(known, async (tx) => {
    const row = await loadDemoCooperative(tx, made);
    const contributions = await loadDemoShares(tx, random, { cooperative: row, isPastoral: made.isPastoral });
    return { made, row, contributions };
  });
  return isUplifted(founded, at) ? uplift(desk, random, founded) : founded;
}

/** Two in three of those that had poor members by then. */
function isUplifted({ made, row }: FoundedCooperative, at: number): boolean {
  const suits = row.kind !== 'company' && row.kind !== 'federation';
  return suits && made.poor.size > 0 && row.registeredOn < upliftedOn && at % 3 !== 2;
}

async function uplift(desk: Desk, random: () => number, founded: FoundedCooperative): Promise<FoundedCooperative> {
  const { row, contributions } = founded;
  const granted = await desk.onDay(upliftedOn, (tx) =>
    loadDemoUplift(tx, random, { cooperative: row, on: upliftedOn }),
  );
  const byMember = new Map(granted.map((one) => [one.membershipId, one.grantedFen]));
  return {
    ...founded,
    contributions: contributions.map((one) => ({ ...one, grantedFen: byMember.get(one.membershipId) ?? 0n })),
  };
}

function banner({ place }: Pick<PeopledVillage, 'place'>): number {
  return Math.floor(place / 1_000_000);
}

function pick<T>(random: () => number, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)] as T;
}
