import type { Tx } from '../../platform/db/transact.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { type DemoPeople, type DemoPlan, type DemoSite, demoStages, moneyOf, takeProject } from './chain-seed.ts';

const kinds = [
  ['基础母羊繁育', 'breeding', 'breeding_stock', '购买基础母羊并分户饲养', '种羊场'],
  ['标准化棚圈', 'facility', 'production_building', '新建标准化棚圈和贮草棚', '建筑工程公司'],
  ['饲草料加工', 'processing', 'machinery', '购置饲草料加工机械', '农牧机械公司'],
  ['肉牛养殖', 'breeding', 'breeding_stock', '购买育成母牛', '良种牛繁育公司'],
] as const;

export interface DemoProjects {
  readonly sites: readonly DemoSite[];
  readonly people: DemoPeople;
  readonly random: () => number;
  /** the first of them was proposed on this day; each was taken on as people would have, seventy days at most */
  readonly from: LocalDate;
}

/**
 * One project for each village, at every stage in turn; a started one is contracted with money of the standard grant
 * where its village has an account (`ledgers/funds/seed.ts`), and only then.
 */
export async function seedProjects(tx: Tx, { sites, people, random, from }: DemoProjects): Promise<void> {
  for (const [at, site] of sites.entries()) {
    const stage = demoStages[at % demoStages.length] ?? 'proposed';
    const proposedOn = addDays(from, at % 20);
    const money = await moneyOf(tx, site.place, proposedOn);
    const number = `${from.slice(0, 4)}-${String(at + 1).padStart(3, '0')}`;
    await takeProject(
      tx,
      { ...site, stage, number, proposedOn, money, plan: planOf(random, proposedOn) },
      { random, people },
    );
  }
}

function planOf(random: () => number, proposedOn: LocalDate): DemoPlan {
  const [name, kind, purpose, content, party] = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
  const budgetFen = BigInt(120 + Math.floor(random() * 60)) * 100_000n;
  const plannedThrough = addDays(proposedOn, 200);
  return { name, kind, purpose, content, party, budgetFen, contractFen: budgetFen, plannedThrough };
}
