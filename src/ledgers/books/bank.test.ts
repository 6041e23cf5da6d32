import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { books, closeWorld, county, type Kept, line, openWorld, post, type World, write } from './books.testing.ts';

let world: World;
let kept: Kept;

beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
});
afterAll(() => closeWorld(world));

/** A statement as banks export it: other titles, a line above the head, the time behind the day, the latest first. */
const statement = [
  '鄂托克旗农商银行 账户明细,,,,,,',
  '交易时间,对方户名,借方发生额,贷方发生额,账户余额,用途,交易流水号',
  '2019-03-06 16:20:01,供电公司,"1,200.00",,"8,800.00",电费,000124',
  '20190305,羊绒厂,,10000.00,10000.00,货款,000123',
  '2019-03-02,某人,5.00,5.00,0,两边都有,000122',
].join('\n');

const file = { name: '对账单.csv', bytes: Buffer.from(statement, 'utf8') };

async function lines(query = '') {
  const listed = await world.clerk.get(`${kept.address}/bank-lines?code=102${query}`);
  return listed.body.rows as { id: string; revision: number; amountFen: number; voucherId: string | null }[];
}

describe('the statement of the bank', () => {
  it('comes in as the bank wrote it, wrong rows named, and is matched with the vouchers at once (row 65)', async () => {
    const sale = await post(world, kept, {
      occurredOn: '2019-03-04',
      lines: [line('102', 1_000_000), line('501', -1_000_000)],
    });
    await post(world, kept, { occurredOn: '2019-03-20', lines: [line('102', 7_700), line('501', -7_700)] });
    const checked = await world.accountant.upload(`${kept.address}/bank-lines/check?code=102`, file);
    expect(checked.body).toMatchObject({
      inserted: 2,
      rejected: 1,
      errors: [{ row: 5, message: '收入和支出应只填一个' }],
    });
    expect((await world.accountant.upload(`${kept.address}/bank-lines/import?code=102`, file)).body.code).toBe(
      'bank_rejected',
    );
    expect(await lines()).toEqual([]);
    const taken = await world.accountant.upload(`${kept.address}/bank-lines/import?code=102&keepGood=true`, file);
    expect(taken.body).toMatchObject({ inserted: 2, unchanged: 0, matched: 1 });
    expect(await lines()).toMatchObject([
      { amountFen: -120_000, balanceFen: 880_000, counterparty: '供电公司', serial: '000124', voucherId: null },
      { amountFen: 1_000_000, voucherId: sale, matchedHow: 'by_rule', series: 'usual', number: 1 },
    ]);
    const again = await world.accountant.upload(`${kept.address}/bank-lines/import?code=102&keepGood=true`, file);
    expect(again.body).toMatchObject({ inserted: 0, unchanged: 2, matched: 0 });
  });

  it('lists what stays open on both sides, and the two balances with it', async () => {
    expect(await lines('&state=open')).toMatchObject([{ amountFen: -120_000 }]);
    const postings = await world.clerk.get(`${kept.address}/bank-postings?code=102`);
    expect(postings.body).toMatchObject({ total: 1, rows: [{ amountFen: 7_700, occurredOn: '2019-03-20' }] });
    const reconciled = await world.clerk.get(`${kept.address}/reconciliation?code=102&on=2019-03-31`);
    expect(reconciled.body).toMatchObject({
      ...{ bookFen: 1_007_700, bankFen: 880_000, bankOnlyFen: -120_000, booksOnlyFen: 7_700 },
      ...{ bookAdjustedFen: 887_700, bankAdjustedFen: 887_700, agrees: true, open: 1, postingsOpen: 1 },
    });
  });

  it('is matched by hand with the right amount only, once, however many try at the same time', async () => {
    const [open] = await lines('&state=open');
    const voucherId = await post(world, kept, {
      occurredOn: '2019-04-30',
      lines: [line('523', 120_000), line('102', -120_000)],
    });
    const path = `/bank-lines/${county}/${open?.id}`;
    const right = { revision: open?.revision, voucherId, ordinal: 2 };
    const wrong = await world.accountant.send('POST', `${path}/match`, { ...right, ordinal: 1 });
    expect(wrong.body.code).toBe('bank_posting');
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => world.accountant.send('POST', `${path}/match`, right)),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    const undone = await world.accountant.send('POST', `${path}/undo`, { revision: 2, reason: '对错了' });
    expect(undone.status).toBe(200);
    expect(await lines('&state=open')).toHaveLength(1);
    const rule = await world.accountant.send('POST', `${kept.address}/bank-lines/match`, { code: '102' });
    expect(rule.body).toEqual({ matched: 0, open: 1 });
    expect((await world.accountant.send('POST', `${path}/match`, { ...right, revision: 3 })).status).toBe(200);
    const gone = await world.accountant.send('POST', `${path}/withdraw`, { revision: 4, reason: '导错' });
    expect(gone.body.code).toBe('bank_matched');
  });

  it('is split over several vouchers that add up to it, none of which is matched a second time', async () => {
    const csv = [
      '交易日期,对方户名,支出,收入,余额,摘要,流水号',
      '2019-04-10,商户,,298.00,0,货款扣手续费,000201',
      '2019-04-10,商户乙,,298.00,0,另一笔,000202',
    ].join('\n');
    const given = { name: 'b.csv', bytes: Buffer.from(csv, 'utf8') };
    const taken = await world.accountant.upload(`${kept.address}/bank-lines/import?code=102`, given);
    expect(taken.body).toMatchObject({ inserted: 2, matched: 0 });
    const goods = [
      await post(world, kept, { occurredOn: '2019-04-09', lines: [line('102', 20_000), line('501', -20_000)] }),
      await post(world, kept, { occurredOn: '2019-04-09', lines: [line('102', 10_000), line('501', -10_000)] }),
    ];
    const fee = await post(world, kept, { occurredOn: '2019-04-09', lines: [line('524', 200), line('102', -200)] });
    const [first = '', second = ''] = goods;
    const all = [
      { voucherId: first, ordinal: 1 },
      { voucherId: second, ordinal: 1 },
      { voucherId: fee, ordinal: 2 },
    ];
    const open = (await lines('&state=open')).filter(({ amountFen }) => amountFen === 29_800);
    const split = (at: number, parts: readonly object[], revision = 1) =>
      world.accountant.send('POST', `/bank-lines/${county}/${open[at]?.id}/split`, { revision, parts });
    expect((await split(0, all.slice(0, 2))).body).toMatchObject({
      code: 'bank_split_sum',
      values: { sum: '300.00', amount: '298.00' },
    });
    expect((await split(0, [...all.slice(0, 2), all[0] ?? {}])).body.code).toBe('bank_posting');
    expect((await split(0, all.slice(0, 1))).status).toBe(400);
    // two payments and sixteen who want the same vouchers: one gets them
    const tries = await Promise.all(Array.from({ length: 16 }, (_, at) => split(at % 2, all)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of tries)
      if (status !== 200) expect(['bank_posting', 'bank_matched', 'stale']).toContain(body.code);
    const [done] = (await lines('&state=matched')).filter(({ amountFen }) => amountFen === 29_800);
    const path = `/bank-lines/${county}/${done?.id}`;
    const view = (await world.clerk.get(path)).body as { splitIn: number; parts: { id: string; amountFen: number }[] };
    expect([view.splitIn, ...view.parts.map(({ amountFen }) => amountFen)]).toEqual([3, 20_000, 10_000, -200]);
    const [part] = view.parts;
    const undo = (id = '', revision = 2) =>
      world.accountant.send('POST', `/bank-lines/${county}/${id}/undo`, { revision, reason: '对错了' });
    expect((await undo(part?.id, 1)).body.code).toBe('bank_part');
    const agreed = await world.clerk.get(`${kept.address}/reconciliation?code=102&on=2019-04-10`);
    expect(agreed.body).toMatchObject({ open: 1 + (await lines('&state=open&to=2019-04-09')).length });
    expect((await undo(done?.id)).status).toBe(200);
    expect((await lines('&state=open')).filter(({ amountFen }) => amountFen === 29_800)).toHaveLength(2);
    expect((await split(1, all, open[1]?.id === done?.id ? 3 : 1)).status).toBe(200);
  });

  it('says when a matched voucher was taken back', async () => {
    const matched = (await lines('&state=matched')).find(({ voucherId }) => voucherId !== null);
    const body = { voucherId: crypto.randomUUID(), occurredOn: '2019-05-01', reason: '科目有误' };
    await world.accountant.send('POST', `/vouchers/${county}/${matched?.voucherId}/reverse`, body);
    await world.clerk.send('POST', `/vouchers/${county}/${body.voucherId}/check`, { revision: 1 });
    expect((await world.clerk.get(`/bank-lines/${county}/${matched?.id}`)).body.takenBack).toBe(true);
    const postings = await world.clerk.get(`${kept.address}/bank-postings?code=102`);
    expect(postings.body.total).toBe(1);
  });

  it('is of a bank account of the books, and leaves no trace for the neighbour', async () => {
    const cash = await world.accountant.upload(`${kept.address}/bank-lines/check?code=101`, file);
    expect(cash.body.code).toBe('bank_account');
    const stranger = await world.app.signIn('village_accountant', { place: 150622100202 });
    const [one] = await lines();
    expect((await stranger.get(`/bank-lines/${county}/${one?.id}`)).status).toBe(404);
    expect((await stranger.upload(`${kept.address}/bank-lines/import?code=102`, file)).status).toBe(404);
    const auditor = await world.app.signIn('auditor', { place: 150600000000 });
    expect((await auditor.upload(`${kept.address}/bank-lines/check?code=102`, file)).status).toBe(403);
    expect((await world.clerk.get(`${kept.address}/bank-lines/export?code=102`)).status).toBe(200);
    expect((await world.clerk.get(`${kept.address}/bank-lines/template`)).status).toBe(200);
    await write(world, kept, { occurredOn: '2019-05-02', lines: [line('102', 1), line('501', -1)] });
    expect((await world.clerk.get(`${kept.address}/bank-postings?code=102`)).body.total).toBe(1);
  });
});
