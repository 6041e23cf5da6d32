import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../platform/access/actor.ts';
import { transact } from '../../platform/db/transact.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { proposeCheck } from './check-rules.ts';
import { demoAssets, loadDemoAssets } from './seed.ts';
import { type AssetWorld, assetWorld, sister, village } from './world.testing.ts';

const span = {
  from: localDate('2018-01-01'),
  until: localDate('2019-11-30'),
  villageBy: randomUUID(),
  townshipBy: randomUUID(),
};
let world: AssetWorld;

beforeAll(async () => {
  world = await assetWorld('2019-12-02');
  const actor = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, randomUUID());
  const random = numbers(7);
  const made = [village, sister].flatMap((place, at) =>
    demoAssets(random, { place, isPastoral: at === 0, people: ['巴特尔', '娜仁花'] }, span),
  );
  await transact(world.database, { actor, act: 'demo.load' }, async (tx) => ok(await loadDemoAssets(tx, made)));
});
afterAll(() => world.close());

function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it('makes the same villages from the same numbers', () => {
  const one = demoAssets(numbers(3), { place: village, isPastoral: true, people: [] }, span);
  expect(demoAssets(numbers(3), { place: village, isPastoral: true, people: [] }, span)).toEqual(one);
});

it('makes assets, contracts and surveys that the pages show', async () => {
  const assets = await world.clerk.get(`/assets?place=${village}`);
  expect(assets.body.total).toBeGreaterThan(2);
  expect(assets.body.rows).toContainEqual(expect.objectContaining({ light: 'met' }));
  const contracts = await world.office.get('/asset-contracts');
  expect(contracts.body.total).toBeGreaterThan(1);
  const [contract] = contracts.body.rows as { county: number; id: string }[];
  const view = await world.office.get(`/asset-contracts/${contract?.county}/${contract?.id}`);
  expect(view.body.receipts).toContainEqual(expect.objectContaining({ state: 'stands' }));
  const surveys = await world.office.get('/asset-surveys?year=2018');
  expect(surveys.body.rows).toContainEqual(expect.objectContaining({ place: village, state: 'accepted' }));
});

it('makes yearly lines as the rules would have proposed them', () => {
  const { assets, checks } = demoAssets(numbers(11), { place: village, isPastoral: false, people: [] }, span);
  expect(checks.length).toBeGreaterThan(0);
  for (const { row } of checks) {
    const asset = assets.find((one) => one.row.id === row.asset_id)?.row;
    if (!asset) throw new Error('a line belongs to an asset');
    const proposed = proposeCheck({
      asset: {
        bookValueFen: asset.book_value_fen as bigint,
        verifiedValueFen: asset.verified_value_fen as bigint | null,
        bookAreaMu: asset.book_area_mu as number,
        areaMu: asset.area_mu as number,
        acquiredOn: asset.acquired_on as string | null,
        leftOn: null,
      },
      year: row.year as number,
      previous: undefined,
      cause: row.cause as string | null,
    });
    expect(proposed).toEqual(
      ok({
        openingFen: row.opening_fen,
        increaseFen: row.increase_fen,
        decreaseFen: row.decrease_fen,
        closingFen: row.closing_fen,
        openingMu: row.opening_mu,
        increaseMu: row.increase_mu,
        decreaseMu: row.decrease_mu,
        closingMu: row.closing_mu,
        finding: row.finding,
      }),
    );
  }
});
