import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { type ApprovalRequest, askApproval, findApproval, takeBackApproval } from './public.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const township = 150622100000;

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let town: TestClient;
beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  database = await testDatabase([places, feature], { clock });
  app = await testServer(database, { features: [places, feature], handlers: routes });
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: township });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function request(over: Partial<ApprovalRequest> = {}): ApprovalRequest {
  return {
    county,
    place: village,
    subjectType: 'formation',
    subjectId: randomUUID(),
    step: 'township_review',
    digest: 'a'.repeat(64),
    title: '审查甲村筹建方案',
    makerId: clerk.accountId,
    page: '/formations/150622/1',
    ...over,
  };
}

async function ask(asked: ApprovalRequest): Promise<string> {
  const actor = actorAt('village_clerk', village, { accountId: asked.makerId });
  return (await database.act(actor, async (tx) => ok(await askApproval(tx, asked)))).approvalId;
}

function find(asked: ApprovalRequest) {
  return database.read(actorAt('village_clerk', village), (tx) => findApproval(tx, asked));
}

const approve = { revision: 1, digest: 'a'.repeat(64), verdict: 'approved' };

describe('approvals', () => {
  it('wait for the role that was asked, are decided by it, and stay readable', async () => {
    const asked = request();
    const id = await ask(asked);
    const address = `/approvals/${county}/${id}`;
    expect((await town.get('/approvals?box=waiting&q=筹建')).body).toMatchObject({ total: 1 });
    expect((await clerk.get('/approvals?box=waiting')).body.total).toBe(0);
    expect((await clerk.get('/approvals?box=asked')).body.total).toBe(1);
    expect((await town.get(address)).body).toMatchObject({
      state: 'asked',
      dueOn: '2019-06-11',
      light: 'none',
      allowed: ['approval.decide'],
    });
    expect((await town.send('POST', `${address}/decide`, { ...approve, opinion: '符合规定' })).status).toBe(200);
    expect((await town.get(address)).body).toMatchObject({ state: 'approved', allowed: [] });
    expect((await town.get('/approvals?box=decided')).body.total).toBe(1);
    expect(await find(asked)).toMatchObject({ state: 'approved', digest: asked.digest, reason: '符合规定' });
    const sheet = await town.get('/approvals/export?box=all');
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('need a reason to be refused, and a refused one is kept beside the next', async () => {
    const asked = request();
    const id = await ask(asked);
    const refuse = { ...approve, verdict: 'refused' };
    const bare = await town.send('POST', `/approvals/${county}/${id}/decide`, refuse);
    expect(bare.body).toMatchObject({ code: 'approval_opinion_missing', errors: [{ field: 'opinion' }] });
    await town.send('POST', `/approvals/${county}/${id}/decide`, { ...refuse, opinion: '缺出资清单' });
    expect(await find(asked)).toMatchObject({ state: 'refused', reason: '缺出资清单' });
    const again = await ask({ ...asked, digest: 'b'.repeat(64) });
    expect(again).not.toBe(id);
    expect(await find(asked)).toMatchObject({ state: 'asked', digest: 'b'.repeat(64) });
    expect((await town.get(`/approvals/${county}/${id}`)).body.state).toBe('refused');
  });

  it('71 hold for the content that was read: a changed document is asked about anew', async () => {
    const asked = request();
    const id = await ask(asked);
    expect(await ask(asked)).toBe(id);
    const changed = await ask({ ...asked, digest: 'c'.repeat(64) });
    expect((await town.send('POST', `/approvals/${county}/${id}/decide`, approve)).body.code).toBe('approval_closed');
    const unread = await town.send('POST', `/approvals/${county}/${changed}/decide`, approve);
    expect(unread.body).toMatchObject({ code: 'approval_changed', errors: [{ field: 'digest' }] });
    expect((await find(asked))?.state).toBe('asked');
  });

  it('71 are not given by whoever asked, whatever his role, nor by the database for him', async () => {
    const own = await ask(request({ makerId: town.accountId }));
    expect((await town.send('POST', `/approvals/${county}/${own}/decide`, approve)).body.code).toBe('own_work');
    const owner = await database.connectOwner();
    await expect(
      owner.query(
        `update approval set state = 'approved', decided_by = maker_id, decided_on = asked_on, decided_at = now()
         where id = $1`,
        [own],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    await owner.end();
    const other = await app.signIn('banner_office', { place: 150622000000 });
    expect((await other.send('POST', `/approvals/${county}/${own}/decide`, approve)).body.code).toBe(
      'approval_other_role',
    );
  });

  it('72 are decided or taken back once, also when sixteen try at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await ask(request());
      const address = `/approvals/${county}/${id}`;
      const second = await app.signIn('township_clerk', { place: township });
      const replies = await Promise.all(
        Array.from({ length: 16 }, (_, at) => {
          if (at % 4 === 0) return clerk.send('POST', `${address}/withdraw`, { revision: 1, reason: '材料不全' });
          const verdict = at % 2 === 0 ? 'approved' : 'refused';
          return (at % 3 === 0 ? town : second).send('POST', `${address}/decide`, {
            ...approve,
            verdict,
            opinion: '阅',
          });
        }),
      );
      expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    }
  });

  it('are taken back by whoever asked and by nobody else', async () => {
    const id = await ask(request());
    const address = `/approvals/${county}/${id}/withdraw`;
    const body = { revision: 1, reason: '方案还要改' };
    expect((await town.send('POST', address, body)).body.code).toBe('approval_not_maker');
    expect((await clerk.send('POST', address, body)).status).toBe(200);
    const asked = request();
    await ask(asked);
    const maker = actorAt('village_clerk', village, { accountId: clerk.accountId });
    await database.act(maker, async (tx) => ok(await takeBackApproval(tx, asked, '方案作废')));
    expect(await find(asked)).toMatchObject({ state: 'withdrawn', reason: '方案作废' });
  });

  it('leave no trace for the neighbour, and show a manager those of his own cooperative', async () => {
    const organisationId = randomUUID();
    const id = await ask(request({ organisationId, title: '乙社凭证' }));
    const neighbour = await app.signIn('village_clerk', { place: village + 1 });
    expect((await neighbour.get(`/approvals/${county}/${id}`)).status).toBe(404);
    expect(JSON.stringify((await neighbour.get('/approvals?box=all')).body)).not.toContain('乙社');
    const manager = await app.signIn('cooperative_manager', { organisationId });
    expect((await manager.get('/approvals?box=all')).body).toMatchObject({ total: 1, rows: [{ id, allowed: [] }] });
    expect((await manager.send('POST', `/approvals/${county}/${id}/decide`, approve)).body.code).toBe(
      'approval_other_role',
    );
    const rival = await app.signIn('cooperative_manager', { organisationId: randomUUID() });
    expect((await rival.get(`/approvals/${county}/${id}`)).status).toBe(404);
  });

  it('are decided by the manager where the question is put to him', async () => {
    const organisationId = randomUUID();
    const id = await ask(request({ organisationId, deciderRole: 'cooperative_manager' }));
    const manager = await app.signIn('cooperative_manager', { organisationId });
    expect((await manager.send('POST', `/approvals/${county}/${id}/decide`, approve)).status).toBe(200);
  });
});
