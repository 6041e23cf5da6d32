import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedFunds } from '../../ledgers/funds/seed.ts';
import { actorAt } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import type { FoundAlert } from './alert-fact-rules.ts';
import { listLotFacts, listMovementFacts, listPaymentFacts } from './alert-fact-store.ts';
import { detect } from './alert-rules.ts';
import { readAlertLimits } from './alert-store.ts';
import { seededNumbers } from './audit-rules.ts';
import { type PlantedCase, seedMisuse } from './misuse-seed.ts';
import { city, cooperativeOf, county, openWorld, type World } from './projects.testing.ts';

const places = [
  ...Array.from({ length: 12 }, (_, at) => 150_622_100_201 + Math.floor(at / 6) * 1_000 + (at % 6)),
  150_623_100_201,
];
const households = 16;
const payer = actorAt('finance', 150_600_000_000);

let world: World;
let planted: readonly PlantedCase[];
let found: readonly FoundAlert[];

beforeAll(async () => {
  world = await openWorld();
  await world.setDay('2020-01-06');
  const villages = await peopleVillages();
  const people = { village: randomUUID(), township: randomUUID(), banner: randomUUID(), finance: payer.accountId };
  await world.database.act(payer, async (tx) => {
    await seedFunds(tx, {
      ...{ city: 150_600_000_000, villages: places, year: 2018, occurredOn: '2018-05-02', grantFen: 20_000_000n },
      ...{ makerId: people.village, checkerId: people.township, nextId: () => randomUUID() },
    });
    return ok(true);
  });
  const next = seededNumbers('misuse');
  const random = () => next(1_000_000) / 1_000_000;
  planted = (await world.database.act(payer, async (tx) =>
    ok(await seedMisuse(tx, { villages, people, random, year: 2018 })),
  )) as readonly PlantedCase[];
  found = await world.database.read(city, async (tx) => {
    const window = { from: '2018-01-01', through: '2019-12-31' };
    const payments = await listPaymentFacts(tx, window);
    const movements = await listMovementFacts(tx, window);
    const facts = { payments, movements, lots: await listLotFacts(tx, {}), on: '2019-12-31' };
    return detect(facts, await readAlertLimits(tx, '2020-01-06'));
  });
});
afterAll(() => world.close());

function countyAt(place: number): number {
  return Math.floor(place / 1_000_000);
}

/** Sixteen households of two people in each village; in some of them one has died, one is a cadre. */
async function peopleVillages() {
  const owner = await world.database.connectOwner();
  const villages = [];
  for (const [at, place] of places.entries()) {
    const ids = Array.from({ length: households }, (_, index) => ({ id: randomUUID(), name: `户主${at}之${index}` }));
    await owner.query(
      `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
       select $1, u.id, $2, u.n::text, '2015-01-01', 'registered', 1, now(), gen_random_uuid()
       from unnest($3::uuid[]) with ordinality as u (id, n)`,
      [countyAt(place), place, ids.map(({ id }) => id)],
    );
    await owner.query(
      `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number, id_number_hash,
         id_number_masked, id_last4, sex, birth_on, relation, joined_on, joined_kind, left_on, left_reason, revision, recorded_at, recorded_by)
       select $1, gen_random_uuid(), $2, u.id, p.name, p.name, p.name, '', '', '', sha256((u.id || p.name)::bytea), '', '0000', 'male',
         '1960-01-01', p.relation, '2015-01-01', 'registered', p.died, case when p.died is not null then 'died' end, 1, now(),
         gen_random_uuid()
       from unnest($3::uuid[], $4::text[]) with ordinality as u (id, name, n)
       cross join lateral (values (u.name, '01', null::date),
         ('配偶' || u.name, '02', case when u.n = 16 and $5 then '2018-03-01'::date end)) as p (name, relation, died)`,
      [countyAt(place), place, ids.map(({ id }) => id), ids.map(({ name }) => name), at === 2],
    );
    if (at === 3) await join(place, [5, 0]);
    if (at === 4) await join(place, [5, 16]);
    if (at === 5) await appoint(place, ids[15]?.name ?? '');
    villages.push({ place, households: ids.map((one, index) => ({ ...one, poor: index < 5 })) });
  }
  await owner.end();
  return villages;
}

async function appoint(place: number, name: string): Promise<void> {
  const owner = await world.database.connectOwner();
  await owner.query(
    `with b as (insert into party_branch (county, id, place, name, kind, starts_on, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, '党支部', 'village', '2015-01-01', 1, now(), gen_random_uuid()) returning county, id, place)
     insert into branch_post (county, id, place, branch_id, post, person_name, starts_on, revision, recorded_at, recorded_by)
     select county, gen_random_uuid(), place, id, 'secretary', $3, '2016-01-01', 1, now(), gen_random_uuid() from b`,
    [county, place, name],
  );
  await owner.end();
}

/** A cooperative without a poor member: so many at its beginning, so many within weeks of the payments. */
async function join(place: number, [first, then]: readonly [number, number]): Promise<void> {
  const id = await cooperativeOf(world.database, place);
  const owner = await world.database.connectOwner();
  await owner.query(
    `insert into membership (county, id, place, cooperative_id, form, number, kind, name, pinyin, initials, member_place, joined_on, joined_by,
       revision, recorded_at, recorded_by)
     select $1, gen_random_uuid(), $2, $3, 'farmers_professional', n::text, 'other_person', '成员' || n, '', '', $2,
       case when n <= $4::int then '2018-01-02'::date else '2018-08-20' end, 'founding', 1, now(), gen_random_uuid()
     from generate_series(1, $4::int + $5::int) as n`,
    [county, place, id, first, then],
  );
  await owner.end();
}

it('plants what the quality list names, where the registers have room for it', () => {
  const rules = new Set(planted.map(({ rule }) => rule));
  expect([...rules].sort()).toEqual(
    ['split', 'round_sum', 'payee_twice', 'payee_unknown', 'payee_dead', 'invoice_twice', 'cadre_household']
      .concat(['moved_and_back', 'shared_account', 'year_end', 'list_repeated', 'other_account', 'same_phone'])
      .concat(['no_poor_member', 'members_jump', 'same_photo'])
      .sort(),
  );
  expect(planted.every(({ entries }) => entries.length > 0)).toBe(true);
});

it('is found case by case, with at most one alert in ten false', () => {
  const isOf = (one: FoundAlert, { rule, entries }: PlantedCase) =>
    one.rule === rule && entries.every((entry) => one.entries.includes(entry));
  expect(planted.filter((one) => !found.some((alert) => isOf(alert, one)))).toEqual([]);
  // what lies since the grant came is idle, whether anybody planted it or not
  const judged = found.filter(({ rule }) => rule !== 'idle_year');
  const guilty = new Set(planted.flatMap(({ entries }) => entries));
  const wrong = judged.filter(({ entries }) => !entries.some((entry) => guilty.has(entry)));
  expect(wrong.length * 10).toBeLessThanOrEqual(judged.length);
  expect(found.filter(({ rule }) => rule === 'idle_year')).toHaveLength(places.length * 2 + 1);
});

it('pays only out of projects that have been through every step before, for the poor that there are', async () => {
  const projects = await world.database.read(city, async (tx) => {
    const { rows } = await sql<{ poor: number; steps: string; startedOn: string; paidOn: string; isCounted: boolean }>`
      select p.poor_households as poor, s.steps, s.started_on, m.paid_on,
        p.paid_fen = m.amount and c.paid_fen = c.amount_fen as is_counted
      from project as p
      join project_contract as c on c.county = p.county and c.project_id = p.id
      cross join lateral (select string_agg(step, ' ' order by reached_on) as steps,
        max(reached_on) filter (where step = 'start') as started_on from project_step where county = p.county and project_id = p.id
        and ended_on is null) as s
      cross join lateral (select min(occurred_on) as paid_on, sum(amount_fen) as amount from fund_movement
        where project_county = p.county and project_id = p.id and kind = 'payment') as m`.execute(tx.db);
    return rows;
  });
  expect(projects).toHaveLength(places.length);
  for (const { startedOn, paidOn, ...project } of projects) {
    expect(project).toEqual({ poor: 5, steps: 'library review notice award start', isCounted: true });
    expect(startedOn < paidOn).toBe(true);
  }
});
