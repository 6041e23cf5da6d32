import { demoInsurance, loadDemoInsurance } from '../../activities/insurance/seed.ts';
import { demoLandUses, loadDemoLandUses } from '../../activities/land-uses/seed.ts';
import { demoLoans, loadDemoLoans } from '../../activities/loans/seed.ts';
import { demoRewards, demoSchemes, loadDemoRewards } from '../../activities/rewards/seed.ts';
import { type DemoOrder, seedFunds } from '../../ledgers/funds/seed.ts';
import type { Role } from '../../platform/access/roles.ts';
import { words as roleWords } from '../../platform/access/words.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { demoLand, loadDemoLand } from '../../registers/land/seed.ts';
import { scoreFundOrder } from '../../reports/appraisals/order-contract.ts';
import type { DemoPerson } from './desk.ts';
import type { PeopledVillage } from './heads.ts';
import type { PublicMoneyLoad } from './money-load.ts';
import { branchOff, idOn } from './random.ts';
import { coverRisk } from './risk-fund.ts';
import { spendGrant } from './spending.ts';

/** the standard of article 11 for a key poor village and a year */
const grantFen = 20_000_000n;

/** What the city gives and lends, what is insured, and the land: articles 11 to 14 and 18. */
export async function loadPublicMoney(load: PublicMoneyLoad): Promise<void> {
  const apart = (): PublicMoneyLoad => ({ ...load, random: branchOff(load.random) });
  const person = (role: Role) => ({ id: personOf(load.accounts, role), name: roleWords[`role.${role}`][0] });
  const own = apart();
  const parts = [loadLand, lend, insure, reward].map((part) => ({ part, own: apart() }));
  const [released] = await Promise.all([releaseFunds(own), ...parts.map((one) => one.part(one.own))]);
  await spendGrant(apart(), person);
  await coverRisk(apart(), person);
  await scoreReleased(load, { released, by: person('finance') });
}

/** What the money of the years that are over was to achieve, scored when it was due. */
async function scoreReleased(
  { desk, until }: PublicMoneyLoad,
  { released, by }: { readonly released: readonly DemoOrder[]; readonly by: DemoPerson },
): Promise<void> {
  for (const { county, id, dueOn } of released) {
    const on = addDays(localDate(dueOn), 20);
    if (on <= until) await desk.ask(scoreFundOrder, { on, by, params: { county, id }, body: {} });
  }
}

async function releaseFunds(load: PublicMoneyLoad): Promise<readonly DemoOrder[]> {
  const { desk, random, from, until, accounts, keyPoor, units } = load;
  const released: DemoOrder[] = [];
  if (keyPoor.length === 0) return released;
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    const occurredOn = localDate(`${year}-03-20`);
    if (occurredOn < from || occurredOn > until) continue;
    const orders = await desk.onDay(occurredOn, (tx) =>
      seedFunds(tx, {
        ...{ city: units.city, villages: keyPoor, year, occurredOn, grantFen },
        ...{ makerId: personOf(accounts, 'city_office'), checkerId: personOf(accounts, 'banner_office') },
        nextId: () => idOn(random, occurredOn),
      }),
    );
    released.push(...orders);
  }
  return released;
}

async function loadLand({ desk, random, from, until, accounts, villages }: PublicMoneyLoad): Promise<void> {
  const span = { from, until, villageBy: personOf(accounts, 'village_clerk') };
  const uses = { from, until, askedBy: span.villageBy, answeredBy: personOf(accounts, 'department') };
  for (const rows of byBanner(villages)) {
    const land = rows.map((village) =>
      demoLand(
        random,
        { place: village.place, isPastoral: village.isPastoral, households: householdsOf(village) },
        span,
      ),
    );
    const asked = rows.flatMap(({ place }) => demoLandUses(random, place, uses));
    await desk.now(async (tx) => {
      await loadDemoLand(tx, land);
      await loadDemoLandUses(tx, asked);
    });
  }
}

async function lend({ desk, random, from, until, accounts, villages, units }: PublicMoneyLoad): Promise<void> {
  const people = { clerkBy: personOf(accounts, 'village_clerk'), bankBy: personOf(accounts, 'bank') };
  const span = { from, until, bank: units.bank, ...people };
  for (const rows of byBanner(villages)) {
    const loans = rows.map((village) =>
      demoLoans(random, { place: village.place, households: householdsOf(village) }, span),
    );
    await desk.now((tx) => loadDemoLoans(tx, span, loans));
  }
}

async function insure({ desk, random, from, until, accounts, villages, units }: PublicMoneyLoad): Promise<void> {
  const span = {
    ...{ from, until, insurer: units.insurer, officeBy: personOf(accounts, 'banner_office') },
    ...{ villageBy: personOf(accounts, 'village_clerk'), insurerBy: personOf(accounts, 'insurer') },
  };
  for (const rows of byBanner(villages)) {
    const insured = rows.map((village) =>
      demoInsurance(random, { ...village, households: householdsOf(village) }, span),
    );
    await desk.now((tx) => loadDemoInsurance(tx, span, insured));
  }
}

async function reward({ desk, random, from, until, accounts, villages }: PublicMoneyLoad): Promise<void> {
  const span = {
    ...{ from, until, villageBy: personOf(accounts, 'village_clerk') },
    townshipBy: personOf(accounts, 'township_clerk'),
  };
  for (const rows of byBanner(villages)) {
    const banner = Math.floor((rows[0]?.place ?? 0) / 1_000_000) * 1_000_000;
    const schemes = demoSchemes(random, banner, from);
    const rewards = rows.map((village) =>
      demoRewards(random, { place: village.place, households: householdsOf(village) }, { span, schemes }),
    );
    await desk.now((tx) => loadDemoRewards(tx, schemes, rewards));
  }
}

function byBanner(villages: readonly PeopledVillage[]): Iterable<readonly PeopledVillage[]> {
  return Map.groupBy(villages, ({ place }) => Math.floor(place / 1_000_000)).values();
}

function householdsOf({ heads }: PeopledVillage) {
  return heads.map(({ householdId, name, poor }) => ({
    ...{ id: householdId, name },
    poor: poor ? ('yes' as const) : ('no' as const),
  }));
}

function personOf(accounts: ReadonlyMap<Role, string>, role: Role): string {
  const id = accounts.get(role);
  if (!id) throw new Error(`the demo has an account for ${role}`);
  return id;
}
