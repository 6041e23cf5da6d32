import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { county, type Ground, makeCooperative, meetingOf, openGround, village } from './assemblies.testing.ts';
import {
  callAssemblyOn,
  findPendingMotion,
  findResolution,
  type MotionOffer,
  offerMotion,
  takeBackMotion,
} from './public.ts';

let ground: Ground;
let cooperativeId: string;
beforeAll(async () => {
  ground = await openGround();
  cooperativeId = await makeCooperative(ground);
});
afterAll(async () => {
  await ground.close();
});

function clerk() {
  return actorAt('village_clerk', village, { accountId: ground.clerk.accountId });
}

function offerOf(over: Partial<MotionOffer> = {}): MotionOffer {
  return {
    county,
    place: village,
    cooperativeId,
    subjectType: 'distribution',
    subjectId: randomUUID(),
    matter: 'project',
    title: '2018年盈余分配方案',
    digest: 'a'.repeat(64),
    page: '/distributions/150622/1',
    ...over,
  };
}

async function offer(given: MotionOffer): Promise<string> {
  return (await ground.database.act(clerk(), async (tx) => ok(await offerMotion(tx, given)))).motionId;
}

function resolution(given: MotionOffer) {
  return ground.database.read(clerk(), (tx) => findResolution(tx, given));
}

describe('an offered motion', () => {
  it('waits, is put on an agenda, and becomes a resolution about its digest', async () => {
    const given = offerOf();
    const motionId = await offer(given);
    expect((await ground.clerk.get(`/motions?cooperativeId=${cooperativeId}`)).body).toMatchObject({
      total: 1,
      rows: [{ id: motionId, title: given.title, page: given.page }],
    });
    expect(await resolution(given)).toBeUndefined();
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    const take = { motionId, revision: 1 };
    expect((await ground.clerk.send('POST', `${meeting.address}/motions/take`, take)).status).toBe(200);
    const again = await ground.clerk.send('POST', `${meeting.address}/motions/take`, { ...take, revision: 2 });
    expect(again.body.code).toBe('motion_taken');
    const pending = await ground.database.read(clerk(), (tx) => findPendingMotion(tx, given));
    expect(pending).toMatchObject({ motionId, assemblyId: meeting.id, heldOn: '2019-06-03' });
    await meeting.attend(30);
    await meeting.vote(28, { votesAbstained: 2 });
    await meeting.close();
    expect(await resolution(given)).toMatchObject({
      motionId,
      assemblyId: meeting.id,
      digest: given.digest,
      passed: true,
      heldOn: '2019-06-03',
      votesFor: 28,
      votesAbstained: 2,
      votesRequired: 16,
      votesTotal: 30,
      organ: 'members_assembly',
    });
    expect(await ground.database.read(clerk(), (tx) => findPendingMotion(tx, given))).toBeUndefined();
  });

  it('gets today’s content while it waits, and keeps its own once it is on an agenda', async () => {
    const given = offerOf();
    const first = await offer(given);
    expect(await offer({ ...given, digest: 'b'.repeat(64), title: '方案第二稿' })).toBe(first);
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await ground.clerk.send('POST', `${meeting.address}/motions/take`, { motionId: first, revision: 2 });
    const second = await offer({ ...given, digest: 'c'.repeat(64) });
    expect(second).not.toBe(first);
    await meeting.attend(30);
    await meeting.vote(30);
    await meeting.close();
    expect((await resolution(given))?.digest).toBe('b'.repeat(64));
    await ground.database.act(clerk(), async (tx) => ok(await takeBackMotion(tx, given, '不再提出')));
    expect(await ground.database.read(clerk(), (tx) => findPendingMotion(tx, given))).toBeUndefined();
  });

  it('waits again when its meeting is called off', async () => {
    const given = offerOf();
    const motionId = await offer(given);
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await ground.clerk.send('POST', `${meeting.address}/motions/take`, { motionId, revision: 1 });
    await meeting.addMotion();
    await ground.clerk.send('POST', `${meeting.address}/cancel`, { revision: 1, reason: '改期' });
    const pending = await ground.database.read(clerk(), (tx) => findPendingMotion(tx, given));
    expect(pending).toMatchObject({ motionId, assemblyId: null });
  });

  it('is not put to the meeting of another body', async () => {
    const motionId = await offer(offerOf());
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ form: 'village', rollKind: 'counted', entitled: 100 });
    const reply = await ground.clerk.send('POST', `${meeting.address}/motions/take`, { motionId, revision: 1 });
    expect(reply.status).toBe(404);
  });

  it('of which the last closed meeting counts, also when it says no', async () => {
    const given = offerOf();
    for (const votes of [30, 3]) {
      const motionId = await offer({ ...given, digest: String(votes).padStart(64, 'd') });
      const meeting = meetingOf(ground.clerk);
      await meeting.call({ cooperativeId });
      const { rows } = (await ground.clerk.get('/motions?limit=200')).body as {
        rows: { id: string; revision: number }[];
      };
      const revision = rows.find((row) => row.id === motionId)?.revision;
      await ground.clerk.send('POST', `${meeting.address}/motions/take`, { motionId, revision });
      await meeting.attend(30);
      await meeting.vote(votes);
      await meeting.close();
    }
    expect(await resolution(given)).toMatchObject({ passed: false, result: 'rejected', votesFor: 3 });
  });

  it('keeps its matter, and can be changed in words and taken off', async () => {
    const motionId = await offer(offerOf());
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await ground.clerk.send('POST', `${meeting.address}/motions/take`, { motionId, revision: 1 });
    const change = { revision: 2, matter: 'reserve', title: '方案（修订）', reason: '改字' };
    const address = `${meeting.address}/motions/${motionId}`;
    expect((await ground.clerk.send('PUT', address, change)).body).toMatchObject({ code: 'motion_matter_fixed' });
    expect((await ground.clerk.send('PUT', address, { ...change, matter: 'project' })).status).toBe(200);
    expect((await ground.clerk.send('POST', `${address}/drop`, { revision: 3, reason: '下次再议' })).status).toBe(200);
    expect((await meeting.view()).motions).toEqual([]);
  });
});

describe('what the law keeps from an organ', () => {
  it('is not put on its agenda', async () => {
    const board = meetingOf(ground.clerk);
    await board.call({ cooperativeId, organ: 'board', title: '理事会' });
    expect((await board.addMotion({ matter: 'distribution_plan' })).body).toMatchObject({
      code: 'motion_reserved',
      errors: [{ field: 'matter' }],
    });
    expect((await board.addMotion()).status).toBe(200);
    const federation = await makeCooperative(ground, { kind: 'federation', members: 3 });
    const representatives = await meetingOf(ground.clerk).call({ cooperativeId: federation, organ: 'representatives' });
    expect(representatives.body).toMatchObject({ code: 'assembly_organ_unknown', errors: [{ field: 'organ' }] });
    const unregistered = await meetingOf(ground.clerk).call({ form: 'farmers_professional' });
    expect(unregistered.body).toMatchObject({ code: 'assembly_needs_cooperative' });
  });
});

describe('a meeting about one subject', () => {
  it('is called with its motion and its roll: the founders’ assembly', async () => {
    const given = { ...offerOf({ matter: 'formation_plan', subjectType: 'formation' }), cooperativeId: undefined };
    const assemblyId = randomUUID();
    const call = {
      id: assemblyId,
      place: village,
      cooperativeId: null,
      form: 'farmers_professional',
      organ: 'founding_assembly',
      title: '设立大会',
      heldOn: '2019-06-03',
      startsAt: null,
      venue: '村委会',
      noticedOn: '2019-06-01',
      documentsOn: null,
      rollKind: 'named',
      proxyLimit: 0,
      entitled: null,
      households: null,
      women: null,
    } as const;
    const roll = Array.from({ length: 5 }, (_, at) => ({ number: `00${at + 1}`, name: `设立人${at + 1}` }));
    const called = await ground.database.act(clerk(), (tx) => callAssemblyOn(tx, call, { offer: given, roll }));
    expect(called).toEqual({ assemblyId });
    const meeting = { ...meetingOf(ground.clerk), address: `/assemblies/${county}/${assemblyId}` };
    const view = async () =>
      (await ground.clerk.get(meeting.address)).body as { motions: { id: string; revision: number }[] };
    const before = await view();
    expect(before).toMatchObject({ counts: { entitled: 5 }, motions: [{ motionClass: 'unanimous', required: 5 }] });
    const { rows } = (await ground.clerk.get(`${meeting.address}/roll`)).body as { rows: { id: string }[] };
    const marks = rows.map(({ id }) => ({ id, revision: 1, mode: 'present' }));
    await ground.clerk.send('PUT', `${meeting.address}/roll`, { marks });
    const [motion] = before.motions;
    const ballot = { revision: motion?.revision, votesFor: 5, votesAgainst: 0, votesAbstained: 0 };
    await ground.clerk.send('PUT', `${meeting.address}/motions/${motion?.id}/votes`, ballot);
    const ending = { revision: 1, chairName: '苏和', recorderName: '其木格' };
    expect((await ground.clerk.send('POST', `${meeting.address}/close`, ending)).status).toBe(200);
    expect(await resolution(given)).toMatchObject({ passed: true, organ: 'founding_assembly', number: '2019-1' });
  });
});
