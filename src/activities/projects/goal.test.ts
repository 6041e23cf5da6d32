import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitFunds, type FundPayment, payFunds } from '../../ledgers/funds/public.ts';
import { actorAt } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { city, county, openWorld, payDirectly, projectOf, village, type World } from './projects.testing.ts';

const payer = actorAt('finance', 150_600_000_000);
let world: World;
let project: ReturnType<typeof projectOf>;
beforeAll(async () => {
  world = await openWorld();
  project = projectOf(world);
  await project.noticed();
});
afterAll(() => world.close());

const supplier = { kind: 'enterprise', county, id: randomUUID(), name: '种羊场' } as const;

async function pay(over: Partial<FundPayment>): Promise<unknown> {
  const paid = await transact(world.database, { actor: payer, act: 'payment_order.pay' }, (tx) =>
    payFunds(tx, {
      ...{ id: randomUUID(), account: world.account, amountFen: 1_000n, occurredOn: '2018-04-20', payee: supplier },
      ...{
        purpose: 'breeding_stock',
        usedAt: village,
        memo: '购买种羊',
        makerId: randomUUID(),
        checkerId: randomUUID(),
      },
      source: { type: 'test', id: randomUUID() },
      ...over,
    }),
  );
  return paid.ok ? 'ok' : paid.refusal.code;
}

async function commit(): Promise<unknown> {
  const done = await transact(world.database, { actor: payer, act: 'project.record' }, (tx) =>
    commitFunds(tx, {
      ...{
        id: randomUUID(),
        account: world.account,
        project: { county, id: project.body.id },
        contractId: randomUUID(),
      },
      ...{ amountFen: 1_000n, occurredOn: '2018-04-20', memo: '种羊场' },
    }),
  );
  return done.ok ? 'ok' : done.refusal.code;
}

describe('money without a goal', () => {
  it('is neither paid nor promised, whatever asks for it, and the attempt stands with the auditor', async () => {
    const of = { project: { county, id: project.body.id } };
    expect([await pay({}), await pay(of), await commit()]).toEqual(
      Array.from({ length: 3 }, () => 'fund_without_goal'),
    );
    const kept = await world.database.read(city, (tx) =>
      sql<{ code: string }>`select code from fund_refusal where code = 'fund_without_goal'`.execute(tx.db),
    );
    expect(kept.rows).toHaveLength(3);
    await project.withGoals();
    expect([await pay({}), await pay(of), await commit()]).toEqual(['fund_without_goal', 'ok', 'ok']);
  });

  it('goes when the goals of its project stand', async () => {
    expect(await payDirectly(world, { payee: supplier, amountFen: 500n, occurredOn: '2018-04-20' })).toMatch(/-/);
  });
});
