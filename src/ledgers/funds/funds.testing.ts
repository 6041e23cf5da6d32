import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase } from '../../platform/db/testing.ts';
import type { TestClient } from '../../platform/http/testing.ts';
import { type Place, placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { type FundAccountRow, type NewFundAccount, openFundAccount } from './account-store.ts';
import { type NewFundDocument, recordFund, recordFundDocument } from './document-store.ts';
import { holdOrder, type OrderGoal, setOrderGoals } from './goal-store.ts';
import { type FundPayment, moveFunds } from './money-store.ts';

export const city = 150600000000;
export const banner = 150622000000;
export const township = 150622100000;
export const village = 150622100201;
export const neighbour = 150622100202;

/** Three people of the finance office: who makes, who checks, who carries out. */
export const maker = randomUUID();
export const checker = randomUUID();
export const finance: Actor = actorAt('finance', city);

export const fundId = randomUUID();

export async function setUpFund(database: TestDatabase): Promise<void> {
  await database.act(finance, async (tx) => {
    await recordFund(tx, {
      county: 150600,
      id: fundId,
      place: city,
      kind: 'poverty_industry',
      level: 'city',
      source: 'development',
      name: '市产业扶贫专项资金',
      startsOn: '2018-01-01',
      endsOn: null,
    });
    return ok(true);
  });
}

/** A document of the city for breeding stock in the whole banner, unless told otherwise. */
export async function documentOf(database: TestDatabase, change: Partial<NewFundDocument> = {}): Promise<string> {
  const id = randomUUID();
  await database.act(finance, async (tx) => {
    await recordFundDocument(tx, {
      county: 150600,
      id,
      place: city,
      fundId,
      number: `鄂财农〔2018〕${id.slice(0, 8)}号`,
      title: '产业扶贫资金',
      issuedOn: '2018-03-01',
      amountFen: 1_200_000_000n,
      standard: false,
      purposes: ['industry', 'breeding_stock'],
      payeeKinds: [],
      places: [placeOf(banner)],
      startsOn: '2018-03-01',
      endsOn: '2019-12-31',
      managementBp: 100,
      ...change,
    });
    return ok(true);
  });
  return id;
}

export function accountAt(
  database: TestDatabase,
  place: number,
  change: Partial<NewFundAccount> = {},
): Promise<FundAccountRow> {
  const kind = place % 1_000 === 0 ? 'office' : 'village';
  const account = { kind, place: place as Place, name: `账户${place}`, discipline: 'fifo', ...change } as const;
  return database.act(finance, async (tx) => ok(await openFundAccount(tx, account)));
}

export interface Flow {
  readonly from?: RecordKey;
  readonly to?: RecordKey;
  readonly documentId?: string;
  readonly amountFen: bigint;
  readonly occurredOn?: string;
  readonly kind?: 'receipt' | 'allocation' | 'recall' | 'return';
}

/** Moves money as the finance office would; a refusal is thrown. */
export function move(database: TestDatabase, { occurredOn = '2018-03-05', ...flow }: Flow) {
  const kind = flow.kind ?? (flow.from ? 'allocation' : 'receipt');
  return database.act(finance, (tx) =>
    moveFunds(tx, [
      {
        ...flow,
        id: randomUUID(),
        kind,
        occurredOn,
        memo: '拨付',
        makerId: maker,
        checkerId: checker,
        source: { type: 'test', id: randomUUID() },
      },
    ]),
  );
}

/** A payment for breeding stock to an enterprise, unless told otherwise. */
export function paymentOf(account: RecordKey, change: Partial<FundPayment> = {}): FundPayment {
  return {
    id: randomUUID(),
    account,
    amountFen: 10_000n,
    occurredOn: '2018-04-02',
    purpose: 'breeding_stock',
    payee: { kind: 'enterprise', county: 150622, id: randomUUID(), name: '种羊场' },
    memo: '购买种羊',
    makerId: maker,
    checkerId: checker,
    source: { type: 'test', id: randomUUID() },
    ...change,
  };
}

/** One goal that an order rests on: each place shall come to assets of 600,000 yuan. */
export const goalOfOrder: OrderGoal = {
  indicator: 'asset_value_operating',
  direction: 'up',
  unit: 'fen',
  target: 60_000_000,
  weightBp: 10_000,
  dueOn: '2018-12-31',
};

/** Sets the goals of an order that was made; its revision is one more afterwards. */
export function setGoalsOf(database: TestDatabase, key: RecordKey, goals: readonly OrderGoal[] = [goalOfOrder]) {
  return database.act(finance, async (tx) => {
    const order = await holdOrder(tx, key);
    return ok(order !== undefined && (await setOrderGoals(tx, order, { goals, reason: 'goals set' })));
  });
}

/** What a page reads, in the shape that the test looks at. */
export async function readAs<T>(seat: TestClient, path: string): Promise<T> {
  return (await seat.get(path)).body as T;
}
