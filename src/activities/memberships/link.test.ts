import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMembership } from '../../registers/cooperatives/public.ts';
import {
  city,
  county,
  type Made,
  make,
  neighbour,
  openWorld,
  poorHousehold,
  village,
  type World,
} from './memberships.testing.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** The member is known by a number, and the same number lives in a household. */
async function livesIn(of: Made, member: number, householdId: string): Promise<string> {
  const id = randomUUID();
  const owner = await world.database.connectOwner();
  await owner.query(
    `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number, id_number_hash,
       id_number_masked, id_last4, sex, birth_on, relation, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '苏和', '苏和', '苏和', 'suhe', 'sh', 'x', $5, '150***', '1234', 'male', '1980-01-01', '01', '2015-01-01',
       'registered', 1, now(), gen_random_uuid())`,
    [county, id, village, householdId, Buffer.from(id)],
  );
  await owner.query(
    `update membership set id_number = 'x', id_number_hash = $1, id_number_masked = '150***', household_id = null,
       household_county = null where id = $2`,
    [Buffer.from(id), of.members[member]],
  );
  await owner.end();
  return id;
}

it('finds by number which household a member belongs to, takes it over, and names those who are gone', async () => {
  const of = await make(world, { members: 3 });
  const household = await poorHousehold(world, of, 0);
  const resident = await livesIn(of, 0, household);
  const address = `/household-links/${county}/${of.id}`;
  const before = (await world.clerk.get(address)).body;
  expect(before).toMatchObject({
    linked: 0,
    rows: [
      { number: '001', hasNumber: true, found: { name: '苏和', placeName: '甲村' } },
      { number: '002', hasNumber: false, found: null },
      { number: '003', hasNumber: false, found: null },
    ],
  });
  expect((await world.clerk.send('POST', address, {})).body).toEqual({ linked: 1 });
  const key = { county, id: of.members[0] ?? '' };
  expect(await world.database.read(city, (tx) => findMembership(tx, key))).toMatchObject({
    ...{ householdId: household, householdCounty: county, residentId: resident, memberPlace: village },
  });
  const owner = await world.database.connectOwner();
  await owner.query(`update resident set left_on = '2019-05-01', left_reason = 'died' where id = $1`, [resident]);
  await owner.end();
  expect((await world.clerk.get(address)).body).toMatchObject({
    linked: 1,
    gone: [{ number: '001', leftOn: '2019-05-01', leftReason: 'died' }],
  });
});

it('lets people choose the household of a member without a number, and only where they work', async () => {
  const of = await make(world, { members: 3 });
  const household = await poorHousehold(world, of, 2);
  const address = `/household-links/${county}/${of.id}/${of.members[1]}`;
  const body = { householdId: household, revision: 1, reason: '本人确认' };
  const other = await world.signIn('village_clerk', neighbour);
  expect((await other.send('PUT', address, body)).status).toBe(404);
  const unknown = await world.clerk.send('PUT', address, { ...body, householdId: randomUUID() });
  expect(unknown.body).toMatchObject({ code: 'link_household', errors: [{ field: 'householdId' }] });
  expect((await world.clerk.send('PUT', address, body)).status).toBe(200);
  expect((await world.clerk.send('PUT', address, body)).body.code).toBe('stale');
  const key = { county, id: of.members[1] ?? '' };
  expect(await world.database.read(city, (tx) => findMembership(tx, key))).toMatchObject({ householdId: household });
});
