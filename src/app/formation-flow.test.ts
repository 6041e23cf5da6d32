import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature } from '../activities/formations/feature.ts';
import { recordAllProofs } from '../activities/formations/public.ts';
import { routes } from '../activities/formations/routes.ts';
import { feature as measure } from '../measure/feature.ts';
import { ensureParameters } from '../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../platform/http/testing.ts';
import { ok } from '../platform/pure/result.ts';
import { feature as approvals } from '../procedures/approvals/feature.ts';
import { routes as approvalRoutes } from '../procedures/approvals/routes.ts';
import { feature as assemblies } from '../procedures/assemblies/feature.ts';
import { routes as assemblyRoutes } from '../procedures/assemblies/routes.ts';
import { feature as notices } from '../procedures/notices/feature.ts';
import { feature as cooperatives } from '../registers/cooperatives/feature.ts';
import { routes as cooperativeRoutes } from '../registers/cooperatives/routes.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as branches } from '../registers/party-branches/feature.ts';
import { feature as places } from '../registers/places/feature.ts';

const county = 150622;
const village = 150622100201;
const features = [measure, places, households, branches, cooperatives, approvals, assemblies, notices, feature];
const handlers = [...cooperativeRoutes, ...approvalRoutes, ...assemblyRoutes, ...routes];

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let town: TestClient;
let banner: TestClient;
let now = 0;

beforeAll(async () => {
  setDay('2019-06-03');
  database = await testDatabase(features, { clock: tick });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村')) as p (c, n)`);
  await owner.end();
  app = await testServer(database, { features, handlers });
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: 150622100000 });
  banner = await app.signIn('banner_office', { place: 150622000000 });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Every look at the clock is a second later. */
function tick(): Date {
  now += 1000;
  return new Date(now);
}

/** Nine in the morning of a day in China; sessions are kept awake by the requests. */
function setDay(day: string): void {
  now = Date.parse(`${day}T01:00:00Z`);
}

/** Later days end the sessions of earlier ones. */
async function goTo(day: string): Promise<void> {
  setDay(day);
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: 150622100000 });
  banner = await app.signIn('banner_office', { place: 150622000000 });
}

function planBody(over: object = {}) {
  return {
    id: randomUUID(),
    place: village,
    kind: 'farmers_professional',
    name: `合作社${randomUUID().slice(0, 6)}`,
    draftedOn: '2019-06-03',
    sharesMethod: '每股 100 元，现金、草牧场入股',
    surplusMethod: '以纯利润为基数，预留扩大生产和救助后按交易量返还六成',
    parValueFen: 10_000,
    surplusReserveBp: 1_000,
    reserveQuantifiedBy: 'patronage',
    expansionBp: 500,
    reliefBp: 300,
    welfareReserveBp: 0,
    patronageBp: 6_000,
    additionalVotesBp: 2_000,
    exitNoticeMonths: 3,
    unitExitNoticeMonths: 6,
    upliftMechanism: 'household_grant',
    ...over,
  };
}

function founderBody(number: string, over: object = {}) {
  return {
    id: randomUUID(),
    number,
    kind: 'farmer',
    name: `设立人${number}`,
    memberPlace: village,
    cashFen: 100_000,
    householdGrantFen: 50_000,
    ...over,
  };
}

interface View {
  readonly revision: number;
  readonly digest: string;
  readonly ready: boolean;
  readonly state: string;
  readonly chain: readonly { readonly step: string; readonly state: string; readonly page: string | null }[];
  readonly founders: readonly { readonly id: string; readonly revision: number }[];
  readonly checks: readonly { readonly code: string; readonly ok: boolean }[];
  readonly allowed: readonly string[];
}

/** A plan as clerks take it through its steps. */
function formation(over: object = {}) {
  const body = planBody(over);
  const address = `/formations/${county}/${body.id}`;
  const view = async () => (await clerk.get(address)).body as unknown as View;
  const send = (path: string, given: object = {}) => clerk.send('POST', `${address}${path}`, given);
  return {
    body,
    address,
    view,
    send,
    states: async () => (await view()).chain.map(({ state }) => state),
    async draft(founders = 5) {
      expect((await clerk.send('POST', '/formations', body)).status).toBe(200);
      for (let at = 1; at <= founders; at += 1) {
        expect((await send('/founders', founderBody(`00${at}`))).status).toBe(200);
      }
    },
    submit: async () => send('/submit', { digest: (await view()).digest }),
    async meet(step: 'party_study' | 'resolution', votesFor?: number) {
      const assemblyId = randomUUID();
      const days = { heldOn: today(), noticedOn: today() };
      const convened = await send('/convene', { step, assemblyId, ...days });
      if (convened.status !== 200) return convened;
      const meeting = `/assemblies/${county}/${assemblyId}`;
      const people = Array.from({ length: 5 }, (_, at) => ({ id: randomUUID(), name: `党员${at + 1}` }));
      if (step === 'party_study') await clerk.send('POST', `${meeting}/roll`, { people });
      const { rows } = (await clerk.get(`${meeting}/roll`)).body as { rows: { id: string }[] };
      await clerk.send('PUT', `${meeting}/roll`, {
        marks: rows.map(({ id }) => ({ id, revision: 1, mode: 'present' })),
      });
      const { motions } = (await clerk.get(meeting)).body as { motions: { id: string; revision: number }[] };
      const [motion] = motions;
      const ballot = {
        revision: motion?.revision,
        votesFor: votesFor ?? rows.length,
        votesAgainst: 0,
        votesAbstained: 0,
      };
      await clerk.send('PUT', `${meeting}/motions/${motion?.id}/votes`, ballot);
      return clerk.send('POST', `${meeting}/close`, { revision: 1, chairName: '苏和', recorderName: '其木格' });
    },
    async approve(verdict = 'approved') {
      const { approvalId } = (await send('/review')).body as { approvalId: string };
      const decision = { revision: 1, digest: (await view()).digest, verdict, opinion: '已核对条款' };
      return town.send('POST', `/approvals/${county}/${approvalId}/decide`, decision);
    },
    async register(extra: object = {}) {
      const { revision, digest } = await view();
      const cooperativeId = randomUUID();
      const entry = { revision, digest, cooperativeId, registeredOn: today(), ...extra };
      return banner.send('POST', `${address}/register`, entry);
    },
  };
}

function today(): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

describe('a formation', () => {
  it('goes from plan to registration on the proofs of its steps, and makes the cooperative in the last', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    expect(await plan.states()).toEqual(['open', 'locked', 'locked', 'locked', 'locked', 'locked']);
    expect((await plan.submit()).status).toBe(200);
    expect((await plan.meet('party_study')).status).toBe(200);
    expect((await plan.meet('resolution')).status).toBe(200);
    expect(await plan.states()).toEqual(['done', 'done', 'done', 'open', 'locked', 'locked']);
    const posted = await plan.send('/notice', { postedOn: '2019-06-03' });
    expect(posted.body).toMatchObject({ endsOn: '2019-06-13' });
    expect(await plan.states()).toEqual(['done', 'done', 'done', 'running', 'locked', 'locked']);
    expect((await plan.send('/review')).body.code).toBe('formation_needs_notice');
    await goTo('2019-06-14');
    expect((await plan.approve()).status).toBe(200);
    const registered = await plan.register({ chairperson: '苏和' });
    expect(registered.status).toBe(200);
    const { cooperativeId } = registered.body as { cooperativeId: string };
    expect(await plan.view()).toMatchObject({ state: 'registered', cooperativeId, allowed: [] });
    expect(await plan.states()).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    const made = await clerk.get(`/cooperatives/${county}/${cooperativeId}`);
    expect(made.body).toMatchObject({
      name: plan.body.name,
      members: 5,
      chairperson: '苏和',
      registeredOn: '2019-06-14',
    });
    const charters = await clerk.get(`/cooperatives/${county}/${cooperativeId}/charters`);
    expect(charters.body).toMatchObject({ rows: [{ patronageBp: 6_000, resolutionNumber: '2019-1' }] });
    const facts = await database.read(actorAt('village_clerk', village), async (tx) => {
      const { rows } = await sql<{ step: string; occurredOn: string; endedOn: string | null }>`
        select dims ->> 'step' as step, occurred_on, ended_on from fact_formation_step
        where record_id = ${plan.body.id} and retired_at is null order by occurred_on, step`.execute(tx.db);
      return rows.map(({ step, occurredOn, endedOn }) => [step, occurredOn, endedOn]);
    });
    expect(facts).toEqual([
      ['draft', '2019-06-03', null],
      ['party_study', '2019-06-03', null],
      ['resolution', '2019-06-03', null],
      ['notice', '2019-06-13', null],
      ['registration', '2019-06-14', null],
      ['review', '2019-06-14', null],
    ]);
  });

  it('25 takes no step before the proof of the one before, whatever is pressed', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft(4);
    expect((await plan.view()).ready).toBe(false);
    expect((await plan.submit()).body.code).toBe('formation_not_ready');
    expect((await plan.meet('party_study')).body.code).toBe('formation_needs_draft');
    await plan.send('/founders', founderBody('005'));
    await plan.submit();
    expect((await plan.meet('resolution')).body.code).toBe('formation_needs_party_study');
    expect((await plan.send('/notice', { postedOn: '2019-06-03' })).body.code).toBe('formation_needs_party_study');
    expect((await plan.send('/review')).body.code).toBe('formation_needs_party_study');
    expect((await plan.register()).body.code).toBe('formation_needs_party_study');
    await plan.meet('party_study', 2);
    expect((await plan.view()).chain[1]).toMatchObject({ state: 'failed', note: { code: 'rejected' } });
    expect((await plan.meet('resolution')).body.code).toBe('formation_needs_party_study');
    await plan.meet('party_study');
    // founders have to be all there and agree
    await plan.meet('resolution', 4);
    expect((await plan.states()).slice(2)).toEqual(['failed', 'locked', 'locked', 'locked']);
    await plan.meet('resolution');
    expect((await plan.states()).slice(2)).toEqual(['done', 'open', 'locked', 'locked']);
  });

  it('falls back when the plan is changed: notice and question are taken back, steps end, proofs begin anew', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    await plan.submit();
    await plan.meet('party_study');
    await plan.meet('resolution');
    await plan.send('/notice', { postedOn: '2019-06-03' });
    const { id: _id, place: _place, kind: _kind, ...fields } = plan.body;
    const contact = { ...fields, contact: '苏和 138', revision: (await plan.view()).revision, reason: '补联系人' };
    await clerk.send('PUT', plan.address, contact);
    expect((await plan.states()).slice(0, 4)).toEqual(['done', 'done', 'done', 'running']);
    const change = { ...contact, reliefBp: 500, revision: (await plan.view()).revision, reason: '提高救助比例' };
    expect((await clerk.send('PUT', plan.address, change)).status).toBe(200);
    const chain = (await plan.view()).chain.map(({ step, state }) => `${step} ${state}`);
    expect(chain.slice(0, 4)).toEqual(['draft open', 'party_study locked', 'resolution locked', 'notice locked']);
    const ended = await database.read(actorAt('village_clerk', village), async (tx) => {
      const { rows } = await sql<{ total: number }>`
        select count(*) as total from formation_step where formation_id = ${plan.body.id} and ended_on is null`.execute(
        tx.db,
      );
      return rows[0]?.total;
    });
    expect(ended).toBe(0);
    await plan.submit();
    expect((await plan.states())[1]).toBe('stale');
    await plan.meet('party_study');
    await plan.meet('resolution');
    await plan.send('/notice', { postedOn: '2019-06-03' });
    await goTo('2019-06-14');
    await plan.approve();
    const [first] = (await plan.view()).founders;
    const more = { ...founderBody('001', { cashFen: 200_000 }), revision: first?.revision, reason: '增资' };
    await clerk.send('PUT', `${plan.address}/founders/${first?.id}`, more);
    expect(await plan.states()).toEqual(['open', 'locked', 'locked', 'locked', 'locked', 'locked']);
    expect((await plan.register()).body.code).toBe('formation_needs_draft');
  });

  it('is registered once, also when sixteen press at the same time', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    await plan.submit();
    await plan.meet('party_study');
    await plan.meet('resolution');
    await plan.send('/notice', { postedOn: '2019-06-03' });
    await goTo('2019-06-14');
    await plan.approve();
    const early = await plan.register({ registeredOn: '2019-06-13' });
    expect(early.body).toMatchObject({ code: 'formation_registered_early', errors: [{ field: 'registeredOn' }] });
    const changed = await plan.register({ digest: 'a'.repeat(64) });
    expect(changed.body).toMatchObject({ code: 'formation_changed' });
    expect((await clerk.send('POST', `${plan.address}/register`, {})).status).toBe(403);
    const replies = await Promise.all(Array.from({ length: 16 }, () => plan.register()));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const made = await clerk.get(`/cooperatives?q=${encodeURIComponent(plan.body.name)}`);
    expect(made.body.total).toBe(1);
  });

  it('that the township refuses is mended and sent again', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    await plan.submit();
    await plan.meet('party_study');
    await plan.meet('resolution');
    await plan.send('/notice', { postedOn: '2019-06-03' });
    await goTo('2019-06-14');
    expect((await plan.approve('refused')).status).toBe(200);
    expect((await plan.view()).chain[4]).toMatchObject({ state: 'failed', note: { code: 'reviewRefused' } });
    expect((await plan.approve()).status).toBe(200);
    expect((await plan.states())[4]).toBe('done');
  });

  it('writes its steps down by itself when proofs come in', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    await plan.submit();
    await plan.meet('party_study');
    expect((await clerk.get(`/formations?step=party_study&q=${encodeURIComponent(plan.body.name)}`)).body.total).toBe(
      0,
    );
    expect(await recordAllProofs(database)).toBeGreaterThan(0);
    const listed = await clerk.get(`/formations?step=party_study&q=${encodeURIComponent(plan.body.name)}`);
    expect(listed.body).toMatchObject({
      total: 1,
      rows: [{ founders: 5, capitalFen: 750_000, reached: ['draft', 'party_study'], next: 'resolution' }],
    });
    expect(await recordAllProofs(database)).toBe(0);
  });

  it('is given up with its reason and leaves nothing hanging', async () => {
    await goTo('2019-06-03');
    const plan = formation();
    await plan.draft();
    await plan.submit();
    await plan.meet('party_study');
    await plan.meet('resolution');
    await plan.send('/notice', { postedOn: '2019-06-03' });
    const { revision } = await plan.view();
    expect((await plan.send('/abandon', { revision, reason: '并入邻村合作社' })).status).toBe(200);
    expect(await plan.view()).toMatchObject({ state: 'abandoned', allowed: [] });
    expect((await plan.submit()).body.code).toBe('formation_over');
    expect((await plan.states())[3]).toBe('locked');
  });
});
