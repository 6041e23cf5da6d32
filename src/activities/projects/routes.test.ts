import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import {
  approveOrder,
  attach,
  city,
  county,
  neighbour,
  openWorld,
  orderBody,
  projectBody,
  projectOf,
  village,
  type World,
} from './projects.testing.ts';
import { recordAllProjectProofs } from './public.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

function money(code: string): Promise<bigint> {
  return world.database.read(city, (tx) =>
    balanceOn(tx, world.account, { code, sub: world.documentId, on: '2020-12-31' }),
  );
}

function codeOf(reply: { readonly status: number; readonly body: Record<string, unknown> }): unknown {
  return reply.status === 200 ? 'ok' : reply.body.code;
}

/** The payment of the whole contract, by the persons it needs and nobody twice. */
async function payAll(project: ReturnType<typeof projectOf>, contractId: string): Promise<void> {
  const { people } = world;
  const order = orderBody(world, project.body.id, { contractId, amountFen: 60_000_000 });
  const asked = await people().accountant.send('POST', '/payment-orders', order);
  expect(asked.body).toMatchObject({ approvals: 3, windowFen: 60_000_000 });
  const pay = (by = people().finance) => by.send('POST', `/payment-orders/${county}/${order.id}/pay`, { revision: 1 });
  expect(codeOf(await pay())).toBe('order_not_approved');
  await approveOrder(world, order.id);
  expect(codeOf(await pay(people().banner))).toBe('order_same_person');
  expect(codeOf(await pay())).toBe('ok');
  expect(codeOf(await pay())).not.toBe('ok');
}

/** What the spending of a month says, and how many paid orders its link opens. */
async function spentIn(month: string): Promise<{ paidFen: unknown; orders: unknown }> {
  const { finance } = world.people();
  const { months } = (await finance.get(`/projects/spending?year=${month.slice(0, 4)}`)).body;
  const days = `paidFrom=${month}-01&paidThrough=${month}-30`;
  const { total } = (await finance.get(`/payment-orders?state=paid&${days}`)).body;
  const row = (months as { month: string; paidFen: number }[]).find((one) => one.month === month);
  return { paidFen: row?.paidFen, orders: total };
}

describe('a project from proposal to handover', () => {
  it('goes step by step on its proofs', async () => {
    await world.setDay('2018-04-03');
    const project = projectOf(world);
    const { people } = world;
    await project.noticed();
    expect(await project.stepState('notice')).toBe('done');
    expect(codeOf(await project.send('/contracts', { ...contractStub, awardId: randomUUID() }))).toBe(
      'project_needs_award',
    );
    const awardId = await project.awarded();
    expect(codeOf((await project.contracted(awardId)).done)).toBe('project_goals_missing');
    await project.withGoals();
    const before = { available: await money('available'), committed: await money('committed') };
    const { contract, done } = await project.contracted(awardId);
    expect(codeOf(done)).toBe('ok');
    expect(await money('available')).toBe(before.available - 60_000_000n);
    expect(await money('committed')).toBe(before.committed + 60_000_000n);

    await payAll(project, contract.id);
    expect(await money('committed')).toBe(before.committed);
    expect(await money('paid')).toBe(60_000_000n);
    expect(await spentIn('2018-04')).toEqual({ paidFen: 60_000_000, orders: 1 });
    expect(await spentIn('2018-06')).toEqual({ paidFen: 0, orders: 0 });

    const report = { id: randomUUID(), reportedOn: '2018-04-28', doneBp: 10_000, note: '母羊已到位' };
    expect(codeOf(await project.send('/progress', report))).toBe('ok');
    expect(await project.stepState('progress')).toBe('running');
    await attach(world.database, 'project_progress', report.id);
    expect(await project.stepState('progress')).toBe('done');
    const acceptance = { verdict: 'passed', acceptedOn: '2018-04-28', members: '白音、哈斯', opinion: '数量相符' };
    const accept = (by = people().town) => project.send('/acceptance', { id: randomUUID(), ...acceptance }, by);
    expect(codeOf(await accept(people().clerk))).toBe('forbidden');
    expect(codeOf(await accept())).toBe('ok');

    const close = async () => project.send('/close', { revision: (await project.view()).revision }, people().town);
    expect((await close()).body).toMatchObject({ code: 'project_assets_missing', values: { missing: '600,000.00' } });
    const asset = {
      ...{ id: randomUUID(), assetId: randomUUID(), name: '基础母羊', kind: 'livestock', quantity: 200, unit: '只' },
      ...{
        amountFen: 60_000_000,
        fundingSource: 'city',
        fundingDocument: '鄂财农〔2018〕1号',
        handedOn: '2018-04-28',
        keeper: '集体',
      },
    };
    expect(codeOf(await project.send('/assets', asset))).toBe('ok');
    expect(codeOf(await close())).toBe('ok');
    const view = await project.view();
    expect([view.state, view.paidFen, view.chain.at(-1)?.state]).toEqual(['closed', 60_000_000, 'done']);
    const late = orderBody(world, project.body.id, { contractId: contract.id, amountFen: 1 });
    expect(codeOf(await people().accountant.send('POST', '/payment-orders', late))).toBe('project_ended');
    const facts = await world.database.read(city, (tx) =>
      sql<{
        step: string;
      }>`select dims ->> 'step' as step from fact_project where record_id = ${project.body.id} and retired_at is null
        and ended_on is null order by occurred_on, recorded_at`.execute(tx.db),
    );
    expect(facts.rows).toHaveLength(8);
  });

  it('falls back to the first step when its content changes, and is found by the job', async () => {
    await world.setDay('2018-04-03');
    const project = projectOf(world);
    await project.noticed();
    await recordAllProjectProofs(world.database);
    expect(await recordAllProjectProofs(world.database)).toBe(0);
    const { id, place: _place, ...fields } = project.body;
    const change = { ...fields, budgetFen: 50_000_000, revision: 1, reason: '压缩规模' };
    expect(codeOf(await world.people().clerk.send('PUT', `/projects/${county}/${id}`, change))).toBe('ok');
    expect((await project.view()).chain.map(({ state }) => state).slice(0, 2)).toEqual(['stale', 'locked']);
    expect(codeOf(await project.send('/awards', { ...awardStub, id: randomUUID() }))).toBe('project_needs_notice');
  });

  it('keeps what was turned down or taken back, with its reason and the rate', async () => {
    await world.setDay('2018-04-03');
    const { people } = world;
    const [refused, withdrawn] = [projectOf(world), projectOf(world)];
    for (const one of [refused, withdrawn]) await people().clerk.send('POST', '/projects', one.body);
    await refused.decided('library', 'refused');
    expect(await refused.stepState('library')).toBe('failed');
    expect(codeOf(await refused.send('/refuse', { revision: 1, reason: '规模偏大' }, people().town))).toBe('ok');
    expect(codeOf(await withdrawn.send('/withdraw', { revision: 1, reason: '改报别的' }))).toBe('ok');
    expect(codeOf(await withdrawn.send('/ask', { step: 'library', digest: 'x' }))).toBe('project_ended');
    const { rows } = (await people().banner.get('/projects/outcomes')).body as {
      rows: { refused: number; withdrawn: number }[];
    };
    expect(rows[0]).toMatchObject({ refused: 1, withdrawn: 1 });
    const list = (await people().clerk.get('/projects?state=refused')).body as { rows: { id: string }[] };
    expect(list.rows.map(({ id }) => id)).toEqual([refused.body.id]);
  });

  it('is nobody’s business outside the range', async () => {
    const project = projectOf(world);
    const other = await world.app.signIn('village_clerk', { place: neighbour });
    await world.people().clerk.send('POST', '/projects', project.body);
    expect((await other.get(project.address)).status).toBe(404);
    expect((await other.send('POST', '/projects', projectBody())).status).toBe(404);
    expect((await project.send('/withdraw', { revision: 1, reason: '不是我的' }, other)).status).toBe(404);
    const again = { ...projectBody({ number: project.body.number }), place: village };
    expect(codeOf(await world.people().clerk.send('POST', '/projects', again))).toBe('project_number_known');
  });

  it('reserves the last of the money for one of two contracts', async () => {
    await world.setDay('2018-04-03');
    const [one, other] = [projectOf(world, { budgetFen: 300_000_000 }), projectOf(world, { budgetFen: 300_000_000 })];
    await one.noticed();
    await world.setDay('2018-04-03');
    await other.noticed();
    const left = Number(await money('available'));
    const awards = [await one.awarded(left), await other.awarded(left)];
    await one.withGoals();
    await other.withGoals();
    const signed = await Promise.all(
      [one, other].map((project, at) => project.contracted(awards[at] ?? '', { amountFen: left })),
    );
    expect(signed.map(({ done }) => codeOf(done)).sort()).toEqual(['fund_insufficient', 'ok']);
    const winner = signed.find(({ done }) => done.status === 200);
    const project = winner?.done === signed[0]?.done ? one : other;
    const [contract] = (await project.view()).contracts;
    expect(codeOf(await project.send(`/contracts/${contract?.id}/end`, { revision: 1, reason: '对方退出' }))).toBe(
      'ok',
    );
    expect(Number(await money('available'))).toBe(left);
    expect((await project.view()).contractedFen).toBe(0);
  });
});

const contractStub = {
  ...{
    id: randomUUID(),
    number: '1',
    amountFen: 1,
    signedOn: '2018-04-28',
    startsOn: '2018-04-28',
    throughOn: '2018-05-28',
  },
  ...{ accountCounty: county, accountId: randomUUID() },
};
const awardStub = {
  method: 'tender',
  subject: '母羊',
  bidders: 3,
  partyKind: 'enterprise',
  partyName: '种羊场',
  amountFen: 1,
  decidedOn: '2018-04-28',
  documentNumber: '招1',
};
