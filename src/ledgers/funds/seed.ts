import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import { ensurePlaceAccounts } from './account-store.ts';
import { recordFund, recordFundDocument } from './document-store.ts';
import { type OrderGoal, setOrderGoals } from './goal-store.ts';
import { carryOut, findOrder, type NewOrder, recordOrder, settleOrder } from './order-store.ts';
import type { FundKind, Purpose } from './rules.ts';

/** What the example data is made of: the city, its key poor villages, and three people of the finance office. */
export interface DemoFunds {
  readonly city: number;
  /** key poor villages on the day of the transaction */
  readonly villages: readonly number[];
  readonly year: number;
  readonly occurredOn: string;
  readonly makerId: string;
  readonly checkerId: string;
  readonly grantFen: bigint;
  nextId(): string;
}

interface DemoDocument {
  readonly kind: FundKind;
  readonly fund: string;
  readonly title: string;
  readonly purposes: readonly Purpose[];
  readonly standard: boolean;
  readonly perVillageFen: bigint;
  readonly goals: readonly OrderGoal[];
}

/** An order of the example that handed money down, and the last day on which one of its goals is due. */
export interface DemoOrder {
  readonly county: number;
  readonly id: string;
  readonly dueOn: string;
}

/**
 * Records the city's funds with one document each for a year, takes their money in, and releases it to every key poor
 * village: the standard grant, and farming money beside it. The actor of the transaction carries the orders out. Answers
 * those whose goals are to be scored.
 */
export async function seedFunds(tx: Tx, demo: DemoFunds): Promise<readonly DemoOrder[]> {
  const released: DemoOrder[] = [];
  for (const document of documentsOf(demo)) {
    const documentId = await seedDocument(tx, demo, document);
    const totalFen = document.perVillageFen * BigInt(demo.villages.length);
    const uppers = await ensurePlaceAccounts(tx, [demo.city]);
    const upper = uppers.get(demo.city);
    const accounts = await ensurePlaceAccounts(tx, demo.villages);
    if (!upper) throw new Error('the city has an account');
    const head = { upper, documentId, occurredOn: demo.occurredOn, tiltId: null };
    const number = `鄂财农指〔${demo.year}〕${document.standard ? 12 : 31}`;
    const receipt = {
      ...head,
      id: demo.nextId(),
      kind: 'receipt' as const,
      number: `${number}-1号`,
      title: document.title,
      standardYear: null,
      lines: [{ account: upper, amountFen: totalFen }],
    };
    await seedOrder(tx, demo, { order: receipt, goals: [] });
    const allocation = {
      ...head,
      id: demo.nextId(),
      kind: 'allocation' as const,
      number: `${number}-2号`,
      title: document.title,
      standardYear: document.standard ? demo.year : null,
      lines: [...accounts.values()].map((account) => ({ account, amountFen: document.perVillageFen })),
    };
    await seedOrder(tx, demo, { order: allocation, goals: document.goals });
    released.push({ county: upper.county, id: allocation.id, dueOn: `${demo.year}-12-31` });
  }
  return released;
}

function documentsOf({ grantFen, year }: DemoFunds): readonly DemoDocument[] {
  const dueOn = `${year}-12-31`;
  const up = { direction: 'up', unit: 'fen', dueOn } as const;
  const poor = { direction: 'down', unit: 'household', dueOn, indicator: 'poor_households', target: 4 } as const;
  const used = { ...up, indicator: 'funds_used', target: 15_000_000 };
  const rent = { ...up, indicator: 'land_rent_paid', target: 4_000_000 };
  const insured = { ...up, unit: 'household', indicator: 'households_insured', target: 15 };
  return [
    {
      ...{ kind: 'poverty_industry', fund: '市产业扶贫专项资金', title: '扶贫重点嘎查村产业扶贫资金' },
      ...{ purposes: ['industry', 'breeding_stock', 'machinery', 'production_building', 'risk_fund'] },
      ...{ standard: true, perVillageFen: grantFen },
      goals: [
        { ...poor, weightBp: 6_000 },
        { ...used, weightBp: 4_000 },
      ],
    },
    {
      ...{ kind: 'agriculture', fund: '涉农涉牧整合资金', title: '涉农涉牧资金（产业发展）' },
      ...{
        purposes: ['industry', 'breeding_stock', 'training', 'insurance_premium', 'interest_subsidy', 'reward', 'land'],
      },
      ...{ standard: false, perVillageFen: 5_000_000n },
      goals: [
        { ...rent, weightBp: 5_000 },
        { ...insured, weightBp: 5_000 },
      ],
    },
  ];
}

async function seedDocument(tx: Tx, demo: DemoFunds, document: DemoDocument): Promise<string> {
  const county = countyOf(demo.city as Place);
  const [fundId, id] = [demo.nextId(), demo.nextId()];
  await recordFund(tx, {
    ...{ county, id: fundId, place: demo.city, kind: document.kind, level: 'city', source: 'development' },
    ...{ name: `${document.fund}（${demo.year}）`, startsOn: `${demo.year}-01-01`, endsOn: null },
  });
  await recordFundDocument(tx, {
    ...{ county, id, place: demo.city, fundId, number: `鄂财农〔${demo.year}〕${document.standard ? 12 : 31}号` },
    ...{ title: document.title, issuedOn: demo.occurredOn, startsOn: demo.occurredOn, endsOn: null },
    ...{ amountFen: document.perVillageFen * BigInt(demo.villages.length), standard: document.standard },
    ...{ purposes: document.purposes, payeeKinds: [], places: [demo.city as Place], managementBp: 100 },
  });
  return id;
}

/** One makes, with goals, another checks, the actor carries out. */
async function seedOrder(
  tx: Tx,
  demo: DemoFunds,
  { order, goals }: { readonly order: NewOrder; readonly goals: readonly OrderGoal[] },
): Promise<void> {
  const as = (accountId: string): Tx => ({ ...tx, actor: { ...tx.actor, accountId } });
  const key = { county: countyOf(order.upper.place as Place), id: order.id };
  const maker = as(demo.makerId);
  await recordOrder(maker, order);
  const made = await findOrder(tx, key);
  if (made && goals.length > 0) await setOrderGoals(maker, made, { goals, reason: 'goals set' });
  const revision = goals.length > 0 ? 2 : 1;
  const checked = await settleOrder(as(demo.checkerId), { ...key, revision }, { state: 'checked', opinion: null });
  const stored = await findOrder(tx, key);
  const done = checked && stored ? await carryOut(tx, stored) : undefined;
  if (!done?.ok) throw new Error(`a demo order is carried out: ${done ? done.refusal.code : 'not checked'}`);
}
