import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  county,
  distributionOf,
  type Made,
  neighbour,
  openWorld,
  organisation,
  resolve,
  type World,
} from './distributions.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Return {
  readonly arrearsFen: number;
  readonly nextDueOn: string | null;
  readonly schedule: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly promisedFen: number;
    readonly paidFen: number;
    readonly light: string;
    readonly receipts: readonly { readonly amountFen: number; readonly document: string }[];
    readonly revision: number;
  }[];
}

async function contract(of: Made, over: object = {}) {
  const id = randomUUID();
  const address = `/returns/${county}/${id}`;
  const reply = await world.clerk.send('POST', '/returns', {
    ...{ id, county, cooperativeId: of.id, number: `HT-${id.slice(0, 6)}`, payer: '蒙牛牧业有限公司', payerCode: '' },
    ...{ subject: '扶贫资金入股', principalFen: 10_000_000, floorBp: 800, profitShareBp: 3_000, months: 6 },
    ...{ startsOn: '2019-01-01', endsOn: '2020-12-31', ...over },
  });
  return {
    reply,
    address,
    view: async () => (await world.clerk.get(address)).body as unknown as Return,
    line: async (at: number) => {
      const found = ((await world.clerk.get(address)).body as unknown as Return).schedule[at];
      if (!found) throw new Error('no such line');
      return found;
    },
  };
}

function receive(made: { address: string }, line: { id: string; revision: number }, over: object = {}) {
  const body = {
    revision: line.revision,
    id: randomUUID(),
    paidOn: '2019-07-05',
    amountFen: 400_000,
    document: '进账单1',
  };
  return world.clerk.send('POST', `${made.address}/schedule/${line.id}/receipts`, { ...body, ...over });
}

describe('a guaranteed return', () => {
  it('stands line by line: promised, paid, in arrears', async () => {
    const made = await contract(await organisation(world, [{ shares: 1 }]));
    expect(made.reply.status, JSON.stringify(made.reply.body)).toBe(200);
    const view = await made.view();
    expect(view.schedule.map(({ dueOn, promisedFen, light }) => [dueOn, promisedFen, light])).toEqual([
      ['2019-06-30', 400_000, 'late'],
      ['2019-12-31', 400_000, 'late'],
      ['2020-06-30', 400_000, 'none'],
      ['2020-12-31', 400_000, 'none'],
    ]);
    expect(view).toMatchObject({ arrearsFen: 800_000, nextDueOn: '2019-06-30' });
    const profit = { revision: 1, profitFen: 2_000_000, document: '利润表' };
    const at = `${made.address}/schedule/${(await made.line(0)).id}`;
    expect((await world.clerk.send('POST', `${at}/profit`, profit)).status).toBe(200);
    expect((await made.line(0)).promisedFen).toBe(600_000);
    expect((await receive(made, await made.line(0), { amountFen: 600_001 })).body).toMatchObject({
      code: 'return_above_promised',
      errors: [{ field: 'amountFen' }],
    });
    expect((await receive(made, await made.line(0))).status).toBe(200);
    expect((await made.line(0)).receipts).toMatchObject([{ amountFen: 400_000, document: '进账单1' }]);
    expect(await made.view()).toMatchObject({ arrearsFen: 600_000 });
    const less = { ...profit, revision: 3, profitFen: 0 };
    expect((await world.clerk.send('POST', `${at}/profit`, less)).status).toBe(200);
    expect((await receive(made, await made.line(1), { paidOn: '2030-01-01' })).body.code).toBe('return_in_future');
    expect((await receive(made, await made.line(1), { amountFen: 0 })).status).toBeGreaterThanOrEqual(400);
    const list = (await world.clerk.get('/returns?arrears=true')).body as { rows: { arrearsFen: number }[] };
    expect(list.rows.map(({ arrearsFen }) => arrearsFen)).toContain(400_000);
    expect((await world.clerk.get('/returns/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('takes no more than was promised, however many receipts come at once', async () => {
    const made = await contract(await organisation(world, [{ shares: 1 }]));
    const line = await made.line(0);
    const sent = await Promise.all(
      Array.from({ length: 16 }, (_, at) => receive(made, line, { amountFen: 300_000, document: `进账单${at}` })),
    );
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await made.line(0)).paidFen).toBe(300_000);
  });

  it('is told from others by its number, and promises something', async () => {
    const of = await organisation(world, [{ shares: 1 }]);
    const { reply } = await contract(of, { number: 'HT-1' });
    expect(reply.status).toBe(200);
    expect((await contract(of, { number: 'HT-1' })).reply.body.code).toBe('return_number_known');
    expect((await contract(of, { floorBp: 0, profitShareBp: 0 })).reply.body.code).toBe('return_promises_nothing');
    expect((await contract(of, { endsOn: '2019-03-01' })).reply.body.code).toBe('return_term');
    const other = await world.signIn('village_clerk', neighbour);
    const made = await contract(of);
    expect((await other.get(made.address)).status).toBe(404);
    const auditor = await world.signIn('auditor', 150600000000);
    expect((await auditor.send('POST', '/returns', {})).status).toBe(403);
  });

  it('is divided among the members of a project by their shares, once the year is over', async () => {
    const of = await organisation(world, [{ shares: 1 }, { shares: 3 }], { kind: 'asset_income_project' });
    const made = await contract(of);
    await receive(made, await made.line(0));
    await receive(made, await made.line(1), { paidOn: '2019-12-30', amountFen: 2 });
    const run = distributionOf(() => world.clerk, of);
    expect((await run.begin()).status).toBe(200);
    expect((await run.begin({ id: randomUUID(), year: 2020 })).body.code).toBe('distribution_year_open');
    expect((await run.lines()).map(({ totalFen }) => totalFen)).toEqual([100_001, 300_001]);
    expect((await run.choose()).status).toBe(200);
    await run.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    await world.setDay('2020-03-16');
    const { digest, revision } = await run.view();
    await resolve(world, of, { id: run.id, digest: digest ?? '', heldOn: '2020-03-15' });
    const done = await world.accountant.send('POST', `${run.address}/declare`, { revision });
    expect(done.body).toMatchObject({ voucherId: null, members: 2, totalFen: 400_002 });
  });
});
