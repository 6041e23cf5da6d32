import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, testDatabase } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { listDifferences } from './check-store.ts';
import { feature } from './feature.ts';
import { city, village } from './funds.testing.ts';
import { seedFunds } from './seed.ts';
import { listMovements } from './view-store.ts';

it('releases the grant of the example year to every key poor village', async () => {
  const database = await testDatabase([measure, places, feature], { clock: () => new Date('2018-06-01T02:00:00Z') });
  const payer = actorAt('finance', city);
  const villages = [village, village + 1, village + 2];
  await database.act(payer, async (tx) => {
    await seedFunds(tx, {
      ...{ city, villages, year: 2018, occurredOn: '2018-05-02', grantFen: 20_000_000n },
      ...{ makerId: randomUUID(), checkerId: randomUUID(), nextId: () => randomUUID() },
    });
    return ok(true);
  });
  const moved = await database.read(payer, (tx) => listMovements(tx, { kind: 'allocation', limit: 50, offset: 0 }));
  expect(moved).toMatchObject({ total: 6, sumFen: 75_000_000n });
  expect(await database.read(payer, listDifferences)).toEqual([]);
  await database.drop();
});
