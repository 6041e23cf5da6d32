import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import {
  county,
  type Ground,
  makeCooperative,
  meetingOf,
  neighbour,
  openGround,
  village,
} from './assemblies.testing.ts';

/** The smallest picture. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(async () => {
  await ground.close();
});

describe('a members’ assembly', () => {
  it('is called with its roll, attended, voted on, closed and found in the list', async () => {
    const cooperativeId = await makeCooperative(ground);
    const meeting = meetingOf(ground.clerk);
    expect((await meeting.call({ cooperativeId, form: 'village' })).body).toEqual({ county, id: meeting.id });
    expect((await meeting.addMotion()).status).toBe(200);
    expect(await meeting.view()).toMatchObject({
      form: 'farmers_professional',
      counts: { entitled: 30, present: 0 },
      quorum: { met: false },
      motions: [{ required: 16, result: null }],
      allowed: ['assembly.call', 'assembly.close'],
    });
    expect((await meeting.attend(20, (at) => (at < 2 ? { mode: 'online' } : {}))).body).toEqual({ marked: 20 });
    expect((await meeting.vote(16, { votesAgainst: 4 })).status).toBe(200);
    expect((await meeting.close()).status).toBe(200);
    expect(await meeting.view()).toMatchObject({
      state: 'closed',
      quorum: { met: true },
      motions: [{ result: 'passed', number: '2019-1', required: 16, whole: 30 }],
      allowed: [],
    });
    const listed = await ground.clerk.get(`/assemblies?state=closed&cooperativeId=${cooperativeId}`);
    expect(listed.body).toMatchObject({ total: 1, rows: [{ motions: 1, passed: 1, quorumMet: true }] });
    expect((await ground.clerk.get('/assemblies/export')).raw.subarray(0, 2).toString()).toBe('PK');
    const facts = await ground.database.read(actorAt('village_clerk', village), async (tx) => {
      const { rows } = await sql<{ dims: object; occurredOn: string }>`
        select occurred_on, dims from fact_assembly where record_id = ${meeting.id} and retired_at is null`.execute(
        tx.db,
      );
      return rows;
    });
    expect(facts).toEqual([
      { occurredOn: '2019-06-03', dims: { form: 'farmers_professional', organ: 'members_assembly', quorum: 'yes' } },
    ]);
  });

  it('decides nothing without a quorum, and carries nothing by fewer votes than half of all', async () => {
    const cooperativeId = await makeCooperative(ground);
    const few = meetingOf(ground.clerk);
    await few.call({ cooperativeId });
    await few.addMotion();
    await few.attend(19);
    await few.vote(19);
    await few.close();
    expect((await few.view()).motions).toMatchObject([{ result: 'no_quorum', number: '2019-1' }]);
    const split = meetingOf(ground.clerk);
    await split.call({ cooperativeId });
    await split.addMotion();
    await split.attend(20);
    await split.vote(15, { votesAgainst: 5 });
    await split.close();
    expect((await split.view()).motions).toMatchObject([{ result: 'rejected', number: '2019-2' }]);
  });

  it('counts additional votes within the charter’s cap, and is not valid beyond it', async () => {
    const cooperativeId = await makeCooperative(ground, { additionalVotesBp: 1_000 });
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await meeting.addMotion();
    await meeting.attend(20, (at) => (at === 0 ? { additionalVotes: 3 } : {}));
    expect((await meeting.view()).motions).toMatchObject([{ required: 17, whole: 33 }]);
    expect((await meeting.vote(24)).body).toMatchObject({
      code: 'votes_exceed_present',
      values: { cast: 24, most: 23 },
    });
    await meeting.vote(23);
    expect(await meeting.view()).toMatchObject({
      flags: [],
      additional: [{ number: '001', votes: 3 }],
      motions: [{ result: 'passed' }],
    });
    const { rows } = (await ground.clerk.get(`${meeting.address}/roll`)).body as {
      rows: { id: string; revision: number }[];
    };
    const [first] = rows;
    const marks = [{ id: first?.id, revision: first?.revision, mode: 'present', additionalVotes: 4 }];
    await ground.clerk.send('PUT', `${meeting.address}/roll`, { marks });
    expect(await meeting.view()).toMatchObject({
      flags: [{ code: 'additional_votes_exceeded' }],
      motions: [{ result: 'not_valid' }],
    });
  });

  it('asks two thirds, or what the charter asks beyond it, for a change of the charter', async () => {
    const cooperativeId = await makeCooperative(ground, { specialBp: 7_500 });
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await meeting.addMotion({ matter: 'charter_change', title: '修改章程' });
    await meeting.attend(24);
    expect((await meeting.view()).motions).toMatchObject([{ motionClass: 'special', required: 23 }]);
  });

  it('takes proxies by the charter: none without a limit, and no more than it', async () => {
    const cooperativeId = await makeCooperative(ground);
    const without = meetingOf(ground.clerk);
    await without.call({ cooperativeId });
    const proxy = (name: string) => () => ({ mode: 'proxy', proxyName: name });
    expect((await without.attend(1, proxy('成员9'))).body.code).toBe('proxy_not_allowed');
    const within = meetingOf(ground.clerk);
    await within.call({ cooperativeId, proxyLimit: 2 });
    expect((await within.attend(1, () => ({ mode: 'proxy' }))).body.code).toBe('proxy_name_missing');
    expect((await within.attend(3, proxy('成员9'))).body.code).toBe('proxy_too_many');
    expect((await within.attend(2, proxy('成员9'))).status).toBe(200);
    expect((await within.view()).counts).toMatchObject({ proxies: 2, present: 0 });
  });
});

describe('the clocks', () => {
  it('undo a distribution plan whose papers lay open for fewer than 15 days (COOP 40)', async () => {
    const cooperativeId = await makeCooperative(ground);
    const plan = { matter: 'distribution_plan', title: '2018年盈余分配方案' };
    for (const [documentsOn, result] of [
      ['2019-05-20', 'documents_late'],
      ['2019-05-19', 'passed'],
    ]) {
      const meeting = meetingOf(ground.clerk);
      await meeting.call({ cooperativeId, documentsOn });
      await meeting.addMotion(plan);
      await meeting.attend(30);
      await meeting.vote(30);
      await meeting.close();
      expect(await meeting.view()).toMatchObject({
        clocks: [{ kind: 'documents', latestOn: '2019-05-19', met: result === 'passed' }],
        motions: [{ result }],
      });
    }
  });

  it('undo what villagers decide with fewer than 10 days of notice (VC 21)', async () => {
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ form: 'village', noticedOn: '2019-05-25', rollKind: 'counted', entitled: 300 });
    await meeting.addMotion();
    const counts = { revision: 1, entitled: 300, present: 200 };
    expect((await ground.clerk.send('PUT', `${meeting.address}/counts`, counts)).status).toBe(200);
    await meeting.vote(180);
    expect(await meeting.view()).toMatchObject({
      clocks: [{ kind: 'notice', met: false, latestOn: '2019-05-24' }],
      motions: [{ result: 'notice_short', required: 101, whole: 200 }],
    });
  });
});

describe('a meeting counted on paper', () => {
  it('knows the voters from the register, and closes only with the photo of the signed sheet', async () => {
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ form: 'village', rollKind: 'counted' });
    await meeting.addMotion();
    expect((await meeting.view()).counts).toMatchObject({ entitled: 0 });
    expect((await meeting.close()).body.code).toBe('assembly_nobody_entitled');
    const tooMany = { revision: 1, entitled: 100, present: 101 };
    const refused = await ground.clerk.send('PUT', `${meeting.address}/counts`, tooMany);
    expect(refused.body).toMatchObject({ code: 'attendance_exceeds', errors: [{ field: 'present' }] });
    await ground.clerk.send('PUT', `${meeting.address}/counts`, { ...tooMany, present: 60 });
    await meeting.vote(40, { votesAgainst: 20 });
    expect((await meeting.close()).body.code).toBe('assembly_sheet_missing');
    expect((await meeting.view()).flags).toMatchObject([{ code: 'sheet_missing' }]);
    const file = { name: '签到表.png', bytes: Buffer.from(pixel, 'base64') };
    const at = `/records/assembly/${county}/${meeting.id}/attachments?attachmentId=${randomUUID()}`;
    expect((await ground.clerk.upload(at, file)).status).toBe(200);
    expect((await meeting.close()).status).toBe(200);
    expect((await meeting.view()).motions).toMatchObject([{ result: 'passed', required: 31 }]);
  });
});

describe('the Party branch', () => {
  it('has its members on the roll by name and decides by more than half of all', async () => {
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ form: 'party_branch', title: '支部党员大会' });
    const people = Array.from({ length: 9 }, (_, at) => ({ id: randomUUID(), name: `党员${at + 1}` }));
    expect((await ground.clerk.send('POST', `${meeting.address}/roll`, { people })).body).toEqual({ added: 9 });
    const twice = await ground.clerk.send('POST', `${meeting.address}/roll`, {
      people: [{ id: randomUUID(), name: '党员1' }],
    });
    expect(twice.body.code).toBe('roll_name_twice');
    await meeting.addMotion({ matter: 'formation_plan', title: '研究筹建方案' });
    await meeting.attend(6);
    await meeting.vote(5);
    await meeting.close();
    expect((await meeting.view()).motions).toMatchObject([{ result: 'passed', required: 5 }]);
  });
});

describe('a meeting', () => {
  it('is corrected, called off and reopened, each with its reason, and keeps its history', async () => {
    const cooperativeId = await makeCooperative(ground);
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    const fields = { title: '临时成员大会', heldOn: '2019-06-03', noticedOn: '2019-05-20', rollKind: 'named' };
    const change = { ...fields, revision: 1, reason: '改名称' };
    expect((await ground.clerk.send('PUT', meeting.address, change)).status).toBe(200);
    expect((await ground.clerk.send('PUT', meeting.address, change)).body.code).toBe('stale');
    const counted = { ...change, revision: 2, rollKind: 'counted' };
    expect((await ground.clerk.send('PUT', meeting.address, counted)).body.code).toBe('assembly_roll_kind');
    await meeting.attend(30);
    await meeting.close();
    expect((await ground.clerk.send('PUT', meeting.address, { ...change, revision: 3 })).body.code).toBe(
      'assembly_over',
    );
    const reopen = { revision: (await meeting.view()).revision, reason: '票数抄错' };
    expect((await ground.clerk.send('POST', `${meeting.address}/reopen`, reopen)).status).toBe(403);
    expect((await ground.town.send('POST', `${meeting.address}/reopen`, reopen)).status).toBe(200);
    const cancel = { revision: reopen.revision + 1, reason: '改期' };
    expect((await ground.clerk.send('POST', `${meeting.address}/cancel`, cancel)).status).toBe(200);
    expect((await meeting.view()).state).toBe('cancelled');
    expect((await meeting.attend(1)).body.code).toBe('assembly_over');
  });

  it('gives its resolutions their old numbers when it is closed again', async () => {
    const cooperativeId = await makeCooperative(ground);
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await meeting.addMotion();
    await meeting.attend(30);
    await meeting.vote(12);
    await meeting.close();
    const other = meetingOf(ground.clerk);
    await other.call({ cooperativeId });
    await other.addMotion();
    await other.attend(30);
    await other.vote(30);
    await other.close();
    const reopen = { revision: (await meeting.view()).revision, reason: '票数抄错' };
    await ground.town.send('POST', `${meeting.address}/reopen`, reopen);
    expect((await meeting.view()).motions).toMatchObject([{ result: 'rejected', decided: false }]);
    await meeting.vote(21);
    await meeting.close();
    expect((await meeting.view()).motions).toMatchObject([{ result: 'passed', number: '2019-1' }]);
    expect((await other.view()).motions).toMatchObject([{ number: '2019-2' }]);
  });

  it('is closed once and takes no vote while it is being closed, whoever is faster', async () => {
    const cooperativeId = await makeCooperative(ground);
    for (let round = 0; round < 3; round += 1) {
      const meeting = meetingOf(ground.clerk);
      await meeting.call({ cooperativeId });
      await meeting.addMotion();
      await meeting.attend(30);
      await meeting.vote(20);
      const replies = await Promise.all(
        Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? meeting.close() : meeting.vote(at))),
      );
      const closed = replies.filter((reply, at) => at % 2 === 0 && reply.status === 200);
      expect(closed).toHaveLength(1);
      const [motion] = (await meeting.view()).motions;
      const votes = (motion as unknown as { votesFor: number }).votesFor;
      expect(motion?.result).toBe(votes >= 16 ? 'passed' : 'rejected');
    }
  });

  it('that is closed at once with another shares no number with it', async () => {
    const cooperativeId = await makeCooperative(ground);
    const meetings = Array.from({ length: 6 }, () => meetingOf(ground.clerk));
    for (const meeting of meetings) {
      await meeting.call({ cooperativeId });
      await meeting.addMotion();
      await meeting.attend(30);
      await meeting.vote(30);
    }
    for (let left = meetings; left.length > 0; ) {
      const replies = await Promise.all(left.map((meeting) => meeting.close()));
      left = left.filter((_, at) => replies[at]?.status !== 200);
    }
    const numbers = await Promise.all(meetings.map(async (meeting) => (await meeting.view()).motions[0]?.number));
    expect(numbers.toSorted()).toEqual(['2019-1', '2019-2', '2019-3', '2019-4', '2019-5', '2019-6']);
  });

  it('is not closed before its day, nor with a motion that nobody voted on', async () => {
    const cooperativeId = await makeCooperative(ground);
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId, heldOn: '2019-06-20' });
    await meeting.addMotion();
    expect((await meeting.close()).body.code).toBe('assembly_not_held');
    const today = meetingOf(ground.clerk);
    await today.call({ cooperativeId });
    await today.addMotion();
    expect((await today.close()).body).toMatchObject({ code: 'motion_not_counted', values: { ordinal: 1 } });
  });

  it('prints its minutes and the sheet for signatures', async () => {
    const cooperativeId = await makeCooperative(ground, { members: 6 });
    const meeting = meetingOf(ground.clerk);
    await meeting.call({ cooperativeId });
    await meeting.addMotion({ body: '以自筹资金购羊 200 只。' });
    await meeting.attend(6, (at) => (at === 0 ? { additionalVotes: 1 } : {}));
    await meeting.vote(7);
    await meeting.close();
    const word = await ground.clerk.get(`${meeting.address}/minutes`);
    expect([word.status, word.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const pdf = await ground.clerk.get(`${meeting.address}/minutes?format=pdf`);
    expect(pdf.raw.subarray(0, 4).toString()).toBe('%PDF');
    const sheet = await ground.clerk.get(`${meeting.address}/sheet`);
    expect(sheet.raw.subarray(0, 4).toString()).toBe('%PDF');
  });
});

describe('rights', () => {
  it('leave no trace for the neighbour, and let a manager run the meetings of his own cooperative alone', async () => {
    const cooperativeId = await makeCooperative(ground, { members: 5 });
    const manager = await ground.app.signIn('cooperative_manager', { organisationId: cooperativeId });
    const meeting = meetingOf(manager);
    expect((await meeting.call({ cooperativeId })).status).toBe(200);
    await meeting.addMotion();
    await meeting.attend(5);
    await meeting.vote(5);
    expect((await meeting.close()).status).toBe(200);
    expect((await meeting.view()).motions).toMatchObject([{ result: 'passed' }]);
    const rival = await ground.app.signIn('cooperative_manager', { organisationId: randomUUID() });
    expect((await rival.get(meeting.address)).status).toBe(404);
    expect((await meetingOf(rival).call({ cooperativeId })).status).toBe(404);
    const other = await ground.app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(meeting.address)).status).toBe(404);
    expect((await other.get(`${meeting.address}/roll`)).status).toBe(404);
    expect((await meetingOf(other).call({ cooperativeId })).status).toBe(404);
    expect((await meetingOf(other).call({ cooperativeId, place: neighbour })).status).toBe(404);
    expect(JSON.stringify((await other.get('/assemblies')).body)).not.toContain(meeting.id);
    expect((await meetingOf(ground.town).call({ cooperativeId })).status).toBe(403);
  });
});
