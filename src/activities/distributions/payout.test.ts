import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePress } from '../../platform/documents/pdf.ts';
import type { TestClient } from '../../platform/http/testing.ts';
import {
  balances,
  county,
  declared,
  endMember,
  household,
  neighbour,
  openWorld,
  organisation,
  payee,
  type World,
} from './distributions.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  closePress();
  await world.close();
});

const five = [3, 1, 2, 4, 5].map((shares) => ({ shares, trades: shares * 100 }));

interface Payouts {
  readonly paidFen: number;
  readonly inFlightFen: number;
  readonly unclaimedFen: number;
  readonly overpaidFen: number;
  readonly batches: readonly { readonly id: string; readonly revision: number; readonly allowed: readonly string[] }[];
  readonly due: readonly {
    readonly membershipId: string;
    readonly flag: string | null;
    readonly sharedWith: number;
    readonly amountFen: number;
    readonly accountMasked: string | null;
  }[];
}

async function payouts({ address }: { address: string }): Promise<Payouts> {
  return (await world.clerk.get(`${address}/payouts`)).body as unknown as Payouts;
}

function batch(made: { send: (path: string, body?: object) => ReturnType<TestClient['send']> }, over: object = {}) {
  return made.send('/payouts', { id: randomUUID(), channel: 'bank', ...over });
}

/** The bank’s file as it came, line by line with our reference and amount. */
async function bankLines(batchId: string): Promise<readonly { reference: string; account: string; amount: string }[]> {
  const file = await world.clerk.send('POST', `/payouts/${county}/${batchId}/file?format=csv`, { reason: '送银行' });
  const rows = file.raw.toString('utf8').trim().split('\r\n').slice(1);
  return rows.map((row) => {
    const [reference = '', , account = '', , amount = ''] = row.split(',').map((cell) => cell.replaceAll('"', ''));
    return { reference, account, amount };
  });
}

function returned(rows: readonly (readonly string[])[]) {
  const head = '流水号,账号,金额,处理结果,失败原因';
  return {
    name: '回盘.csv',
    bytes: Buffer.from(`\uFEFF${[head, ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`),
  };
}

describe('money on its way', () => {
  it('A77 goes to nobody who died, left or has no account, and shows accounts that are shared', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    const [one = '', two = '', three = '', four = ''] = of.members;
    for (const id of [one, two]) expect((await payee(world, id)).status).toBe(200);
    await payee(world, three, { last: '0003' });
    await payee(world, four, { last: '0004' });
    await endMember(world, four, { on: '2020-03-01', reason: 'died' });
    const { due } = await payouts(made);
    expect(due.map(({ flag, sharedWith }) => [flag, sharedWith])).toEqual([
      [null, 1],
      [null, 1],
      [null, 0],
      ['died', 0],
      [null, 0],
    ]);
    expect(due[0]?.accountMasked).toMatch(/^\**0001$|0001$/);
    expect((await batch(made)).body).toMatchObject({ payments: 3 });
    expect((await batch(made)).body.code).toBe('payout_nobody');
    const [sent] = (await payouts(made)).batches;
    expect((await bankLines(sent?.id ?? '')).map(({ account }) => account)).toEqual([
      '6228480000000000001',
      '6228480000000000001',
      '6228480000000000003',
    ]);
    expect((await payee(world, four, { last: '0009', entitledBy: '公证书〔2020〕12号' })).body).toMatchObject({
      entitledBy: '公证书〔2020〕12号',
    });
    expect((await batch(made)).body).toMatchObject({ payments: 1 });
    expect(
      (
        await world.clerk.send('PUT', `/payees/${county}/${one}`, {
          id: randomUUID(),
          holder: '甲',
          bankName: '信用社',
          account: '12ab5678',
        })
      ).body,
    ).toMatchObject({
      code: 'card_format',
      errors: [{ field: 'account' }],
    });
  });

  it('is settled by the bank’s file, line by line, by somebody else; what came back can be sent again', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    for (const [at, id] of of.members.entries()) await payee(world, id, { last: String(at + 1).padStart(4, '0') });
    const { body } = await batch(made);
    const lines = await bankLines(String(body.id));
    const [first, second, third, fourth] = lines;
    const file = returned([
      [first?.reference ?? '', '', first?.amount ?? '', '成功', ''],
      // by account and amount where the bank drops our reference
      ['', second?.account ?? '', second?.amount ?? '', '失败', '账户已销户'],
      [third?.reference ?? '', '', '0.01', '成功', ''],
      [fourth?.reference ?? '', '', '', '处理中', ''],
      [first?.reference ?? '', '', first?.amount ?? '', '成功', ''],
    ]);
    const at = `/payouts/${county}/${body.id}/returned`;
    expect((await world.clerk.upload(at, file)).body.code).toBe('own_work');
    const report = (await world.accountant.upload(`${at}/check`, file)).body;
    expect(report).toMatchObject({ paid: 1, returned: 1, missing: 3 });
    expect((report.unmatched as { rowNumber: number }[]).map(({ rowNumber }) => rowNumber)).toEqual([4, 5, 6]);
    expect((await payouts(made)).paidFen).toBe(0);
    expect((await world.accountant.upload(at, file)).body).toMatchObject({ paid: 1, returned: 1 });
    const again = await world.accountant.upload(at, file);
    expect(again.body.code).toBe('payout_file_settles_nothing');
    const shown = await payouts(made);
    expect(shown.paidFen).toBe(Math.round(Number(first?.amount) * 100));
    expect(shown.due.map(({ membershipId }) => membershipId)).toEqual([of.members[1]]);
    expect((await batch(made)).body).toMatchObject({ payments: 1 });
    const rest = returned(lines.slice(2).map(({ reference, amount }) => [reference, '', amount, '成功', '']));
    expect((await world.accountant.upload(at, rest)).body).toMatchObject({ paid: 3, returned: 0, missing: 0 });
    expect((await world.accountant.upload(at, rest)).body.code).toBe('payout_settled');
    const paid = [...(await balances(world, of, '102')).values()][0];
    expect(paid).toBe(-(await payouts(made)).paidFen);
    expect(shown.unclaimedFen + shown.paidFen + shown.inFlightFen).toBe(820_000);
  });

  it('A69 is put into one file, however often it is asked for at once', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    for (const id of of.members) await payee(world, id);
    const asked = await Promise.all(Array.from({ length: 16 }, () => batch(made)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await payouts(made)).inFlightFen).toBe(820_000);
  });

  it('is handed over in cash and signed for; who did not come is owed still', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    const chosen = of.members.slice(0, 2);
    const { body } = await batch(made, { channel: 'cash', membershipIds: chosen });
    expect(body).toMatchObject({ payments: 2 });
    const { rows } = (await world.clerk.get(`${made.address}/payments`)).body as { rows: { id: string }[] };
    const at = `/payouts/${county}/${body.id}/handed-over`;
    const all = { revision: 1, notCollected: rows.map(({ id }) => id) };
    expect((await world.clerk.send('POST', at, all)).body.code).toBe('own_work');
    // nothing was in the till: the ledger does not let it out
    const out = await world.accountant.send('POST', at, { revision: 1 });
    expect(out.body.code).toBe('ledger_below_least');
    expect((await world.accountant.send('POST', at, all)).status).toBe(200);
    const shown = await payouts(made);
    expect([shown.paidFen, shown.unclaimedFen]).toEqual([0, 820_000]);
  });
});

describe('a correction', () => {
  it('says old, new and difference, is posted by somebody else, and changes what is owed', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    const before = await made.lines();
    const [one = '', two = ''] = of.members;
    const [first, second] = before;
    const lines = [
      {
        membershipId: one,
        refundFen: Number(first?.patronageRefundFen) - 1_000,
        remainderFen: Number(first?.remainderFen),
      },
      {
        membershipId: two,
        refundFen: Number(second?.patronageRefundFen) + 1_000,
        remainderFen: Number(second?.remainderFen),
      },
    ];
    const id = randomUUID();
    const propose = (over: object = {}) => made.send('/corrections', { id, cause: '交易额记错', lines, ...over });
    expect((await propose({ lines: [{ ...lines[0], membershipId: randomUUID() }] })).body).toMatchObject({
      code: 'correction_member_unknown',
      errors: [{ field: 'lines.0.membershipId' }],
    });
    // A74: no amount below nothing
    expect((await propose({ lines: [{ ...lines[0], refundFen: -1 }] })).status).toBe(400);
    expect((await propose()).status).toBe(200);
    expect((await propose({ id: randomUUID() })).body.code).toBe('correction_open');
    const at = `${made.address}/corrections/${id}`;
    expect((await world.clerk.send('POST', `${at}/post`, { revision: 1 })).body.code).toBe('own_work');
    const pressed = await Promise.all(
      Array.from({ length: 8 }, () => world.accountant.send('POST', `${at}/post`, { revision: 1 })),
    );
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = (await world.clerk.get(`${made.address}/corrections`)).body as {
      rows: { changes: { oldFen: number; newFen: number; differenceFen: number }[] }[];
    };
    expect(rows[0]?.changes.map(({ differenceFen }) => differenceFen)).toEqual([-1_000, 1_000]);
    expect((await made.lines()).map(({ totalFen, changedFen }) => Number(totalFen) + Number(changedFen))).toEqual(
      before.map(({ totalFen }, member) => Number(totalFen) + ([-1_000, 1_000][member] ?? 0)),
    );
    expect((await made.lines()).slice(0, 2).map(({ changedRefundFen }) => changedRefundFen)).toEqual([-1_000, 1_000]);
    const refunds = await balances(world, of, '221');
    expect(refunds.get(one)).toBe(-(lines[0]?.refundFen ?? 0));
    expect((await world.clerk.get(`${at}/print`)).raw.subarray(0, 4).toString()).toBe('%PDF');
  });

  it('of what was paid already is to be had back, and paid to nobody a second time', async () => {
    const of = await organisation(world, five);
    const made = await declared(world, of);
    for (const [at, id] of of.members.entries()) await payee(world, id, { last: String(at + 1).padStart(4, '0') });
    const { body } = await batch(made);
    const lines = await bankLines(String(body.id));
    const all = returned(lines.map(({ reference, amount }) => [reference, '', amount, '成功', '']));
    expect((await world.accountant.upload(`/payouts/${county}/${body.id}/returned`, all)).body).toMatchObject({
      paid: 5,
    });
    const [one = '', two = ''] = of.members;
    const [first, second] = await made.lines();
    const id = randomUUID();
    const given = [
      { membershipId: one, refundFen: Number(first?.patronageRefundFen) - 500, remainderFen: first?.remainderFen },
      { membershipId: two, refundFen: Number(second?.patronageRefundFen) + 500, remainderFen: second?.remainderFen },
    ];
    await made.send('/corrections', { id, cause: '交易额记错', lines: given });
    expect(
      (await world.accountant.send('POST', `${made.address}/corrections/${id}/post`, { revision: 1 })).status,
    ).toBe(200);
    const shown = await payouts(made);
    expect(shown).toMatchObject({ unclaimedFen: 500, overpaidFen: 500 });
    expect(shown.due.map(({ membershipId, amountFen }) => [membershipId, amountFen])).toEqual([[two, 500]]);
    expect((await batch(made)).body).toMatchObject({ payments: 1, totalFen: 500 });
  });
});

describe('what a household reads', () => {
  it('is its own line alone, with the figures to recompute it', async () => {
    const [own, others] = [await household(world, { poor: true }), await household(world, { place: neighbour })];
    const of = await organisation(world, [
      { shares: 10, trades: 3_000, household: own },
      { shares: 20, trades: 1_000, household: others, place: neighbour },
    ]);
    const made = await declared(world, of);
    const reader = await world.app.signIn('household', { household: { county, id: own } });
    const { rows } = (await reader.get('/my-dividends')).body as {
      rows: { name: string; totalFen: number; explanation: string[] }[];
    };
    const [line] = await made.lines();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: '成员1', totalFen: line?.totalFen });
    expect(rows[0]?.explanation.join('\n')).toContain(
      '4,920.00 元 × 您家交易额 3,000.00 元 ÷ 全社交易额 4,000.00 元 = 3,690.00 元',
    );
    expect((await reader.get(made.address)).status).toBeGreaterThanOrEqual(403);
    const poor = (await world.clerk.get(`${made.address}/lines?poor=yes`)).body as { total: number };
    expect(poor.total).toBe(1);
    const slip = await world.clerk.get(`${made.address}/slips`);
    expect([slip.status, slip.raw.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    const villager = await world.signIn('village_clerk', neighbour);
    expect((await villager.get(made.address)).status).toBe(404);
  });
});
