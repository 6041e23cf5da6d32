import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { demoLand, loadDemoLand } from './seed.ts';
import { type LandWorld, landWorld, village } from './world.testing.ts';

let world: LandWorld;
beforeAll(async () => {
  world = await landWorld('2020-01-06');
});
afterAll(() => world.close());

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it('makes the same land from the same numbers, and land that the tables take', async () => {
  const cooperative = { id: world.cooperativeId, name: '甲村养殖合作社' };
  const households = [...world.homes].map((id, at) => ({ id, name: `H${at + 1}` }));
  const more = Array.from({ length: 8 }, (_, at) => ({ id: crypto.randomUUID(), name: `户${at}` }));
  const of = { place: village, isPastoral: true, households: [...households, ...more], cooperative };
  const span = { from: localDate('2018-01-01'), until: localDate('2019-12-31'), villageBy: world.clerk.accountId };
  const make = () => demoLand(dice(7), { ...of, corner: [110.2, 39.6] }, span);
  expect(make()).toEqual(make());
  const made = make();
  expect(made.transfers.length).toBeGreaterThan(0);
  await world.database.act(actorAt('village_clerk', village), async (tx) => ok(await loadDemoLand(tx, [made])));
  const sums = await world.database.read(actorAt('village_clerk', village), async (tx) => {
    const { rows } = await sql<{ paidFen: bigint; receivedFen: bigint; parcels: number }>`
      select (select sum(paid_fen) from land_rent) as paid_fen, (select sum(amount_fen) from land_rent_payment) as received_fen,
        (select count(*)::int from land_parcel where drawn_mu > 0) as parcels`.execute(tx.db);
    return rows[0];
  });
  expect(sums?.parcels).toBe(10);
  expect(sums?.paidFen).toBe(sums?.receivedFen);
  expect(sums?.paidFen).toBeGreaterThan(0n);
});
