import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../platform/access/actor.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { seededNumbers } from './audit-rules.ts';
import { demoStages } from './chain-seed.ts';
import { county, openWorld, village, type World } from './projects.testing.ts';
import { recordAllProjectProofs } from './public.ts';
import { seedProjects } from './seed.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.setDay('2018-12-03');
});
afterAll(() => world.close());

it('takes each project as far as its stage, so that nobody has anything to put right', async () => {
  const { clerk, town, banner, finance, auditor } = world.people();
  const people = {
    village: clerk.accountId,
    township: town.accountId,
    banner: banner.accountId,
    finance: finance.accountId,
  };
  const next = seededNumbers('demo');
  const random = () => next(1_000_000) / 1_000_000;
  const actor = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, clerk.accountId);
  const villagers = Array.from({ length: 12 }, (_, person) => ({ name: `村民${person}` }));
  const sites = demoStages.map(() => ({ place: village, households: 12, poorHouseholds: 8, villagers }));
  await world.database.act(actor, async (tx) => {
    await seedProjects(tx, { sites, people, random, from: localDate('2018-04-09') });
    return ok(true);
  });
  const { rows } = (await auditor.get('/projects?sort=number')).body as {
    rows: { number: string; state: string; step: string | null }[];
  };
  expect(Object.fromEntries(rows.map(({ number, state, step }) => [number, `${state} ${step}`]))).toEqual({
    ...{ '2018-001': 'open start', '2018-002': 'open notice', '2018-003': 'open library', '2018-004': 'refused null' },
    ...{ '2018-005': 'open award', '2018-006': 'open review', '2018-007': 'withdrawn null', '2018-008': 'open null' },
  });
  expect(await recordAllProjectProofs(world.database)).toBe(0);
  expect((await auditor.get(`/projects/outcomes?place=${village}`)).body).toMatchObject({
    rows: [{ proposed: 8, refused: 1, withdrawn: 1 }],
  });
  expect(Math.floor(village / 1_000_000)).toBe(county);
});
