import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BarredMoney, type Bars, isBelow, type Purse, refuseBarred, unspentFen } from './barred-rules.ts';
import {
  distributionOf,
  type Made,
  openWorld,
  organisation,
  postOn,
  resolve,
  type World,
} from './distributions.testing.ts';

describe('what a collective may not give to members', () => {
  const barred: BarredMoney = { subsidyFen: 10n, disposalFen: 20n, compensationFen: 30n };
  const purse: Purse = { moneyFen: 100n, earmarkedFen: 10n, borrowedFen: 20n, promisedFen: 30n };
  const codes = (givenFen: bigint, keptFen: bigint, bars: Bars) =>
    refuseBarred({ givenFen, keptFen }, bars).map(({ code }) => code);

  it('is refused as soon as a fen of it is given away', () => {
    expect(codes(1n, 60n, { barred })).toEqual([]);
    expect(codes(1n, 59n, { barred })).toEqual(['surplus_barred_money']);
    expect(codes(0n, 0n, { barred })).toEqual([]);
  });

  it('is what is lent, earmarked or promised, of the money that lies there', () => {
    expect(codes(40n, 0n, { purse })).toEqual([]);
    expect(codes(41n, 0n, { purse })).toEqual(['surplus_borrowed_money']);
    expect(codes(41n, 0n, { barred, purse })).toEqual(['surplus_barred_money', 'surplus_borrowed_money']);
    expect(codes(41n, 0n, {})).toEqual([]);
  });

  it('is public money only as far as it was not spent', () => {
    expect([unspentFen(10n, 4n), unspentFen(4n, 10n)]).toEqual([6n, 0n]);
  });

  it('stands in accounts that the organisation added, too', () => {
    expect(['101', '10202', '111', '1'].map((code) => isBelow(code, ['101', '102']))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world.close());

const people = [{ shares: 30 }, { shares: 10 }];

function collective(moneyFen = 1_000_000n): Promise<Made> {
  const kind = 'collective_economic_organization';
  return organisation(world, people, { kind, classKind: 'quantified', moneyFen });
}

/** A voucher in its books, as debit-positive sums by account. */
function booked(
  of: Made,
  voucher: { readonly on: string; readonly memo: string; readonly sums: Readonly<Record<string, bigint>> },
): Promise<void> {
  const { sums, ...head } = voucher;
  return postOn(world, of, { ...head, lines: Object.entries(sums) });
}

/** Terms that keep back a part of the surplus, in basis points. */
async function begunWith(of: Made, surplusReserveBp: number) {
  const made = distributionOf(() => world.clerk, of);
  expect((await made.begin()).status).toBe(200);
  const rest = { expansionBp: 0, reliefBp: 0, welfareReserveBp: 0, patronageBp: 0 };
  const id = crypto.randomUUID();
  expect((await made.send('/options', { id, name: '多提', surplusReserveBp, ...rest })).status).toBe(200);
  return made;
}

describe('a collective', () => {
  it('keeps public money, gains of disposals and land compensation, as its books show them', async () => {
    const of = await collective();
    await booked(of, { on: '2019-03-01', memo: '财政补助', sums: { 102: 300_000n, 522: -300_000n } });
    await booked(of, { on: '2019-04-01', memo: '村务运转', sums: { 541: 100_000n, 102: -100_000n } });
    await booked(of, { on: '2019-04-02', memo: '购置', sums: { 151: 500_000n, 102: -500_000n } });
    await booked(of, { on: '2019-05-01', memo: '处置旧房', sums: { 102: 600_000n, 151: -500_000n, 531: -100_000n } });
    await booked(of, { on: '2019-05-02', memo: '征地补偿款', sums: { 102: 50_000n, 531: -50_000n } });
    const short = await begunWith(of, 3_499);
    expect((await short.choose(1)).body).toMatchObject({
      code: 'surplus_barred_money',
      errors: [{ field: 'optionId' }],
      values: {
        barred: '3,500.00',
        kept: '3,499.00',
        subsidy: '2,000.00',
        disposal: '1,000.00',
        compensation: '500.00',
      },
    });
    expect((await short.view()).refusals).toMatchObject([{ code: 'surplus_barred_money' }]);
    await short.send('/withdraw', { revision: 1, reason: '重做' });
    const enough = await begunWith(of, 3_500);
    expect((await enough.choose(1)).status).toBe(200);
    // a fen more of public money, and the choice is lawful no longer
    await booked(of, { on: '2019-06-01', memo: '又一笔补助', sums: { 102: 1n, 522: -1n } });
    const notice = { postedOn: '2020-03-02', contact: '村委会 0477-1234567' };
    expect((await enough.send('/notice', notice)).body.code).toBe('surplus_barred_money');
    expect((await enough.view()).acts.map(({ reason }) => reason)).toEqual(['unlawful', 'unlawful', 'unlawful']);
  });
});

describe('the money of a collective', () => {
  it('is not what is lent, earmarked or promised to others', async () => {
    await world.setDay('2020-03-02');
    const of = await collective(650_000n);
    const made = await begunWith(of, 4_000);
    expect((await made.choose(1)).status).toBe(200);
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    await world.setDay('2020-03-16');
    await booked(of, { on: '2020-03-16', memo: '买料', sums: { 401: 60_000n, 102: -60_000n } });
    expect((await made.send('/motion', {})).body).toMatchObject({ code: 'surplus_borrowed_money' });
    const { digest, revision } = await made.view();
    await resolve(world, of, { id: made.id, digest: digest ?? '', heldOn: '2020-03-15' });
    const declare = () => world.accountant.send('POST', `${made.address}/declare`, { revision });
    expect((await declare()).body).toMatchObject({ code: 'surplus_borrowed_money', values: { money: '5,900.00' } });
    await booked(of, { on: '2020-03-16', memo: '借款', sums: { 102: 100_000n, 201: -100_000n } });
    expect((await declare()).body).toMatchObject({ code: 'surplus_borrowed_money', values: { borrowed: '1,000.00' } });
    await booked(of, { on: '2020-03-16', memo: '收租', sums: { 102: 10_000n, 511: -10_000n } });
    expect((await declare()).body).toMatchObject({ members: 2, totalFen: 600_000 });
  });

  it('is asked once more while its books are held: money that goes meanwhile is not given twice', async () => {
    await world.setDay('2020-03-02');
    const of = await collective(600_000n);
    const made = await begunWith(of, 4_000);
    await made.choose(1);
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    await world.setDay('2020-03-16');
    const { digest, revision } = await made.view();
    await resolve(world, of, { id: made.id, digest: digest ?? '', heldOn: '2020-03-15' });
    const spend = () => booked(of, { on: '2020-03-16', memo: '修路', sums: { 541: 1n, 102: -1n } });
    const [declared] = await Promise.all([
      world.accountant.send('POST', `${made.address}/declare`, { revision }),
      ...Array.from({ length: 8 }, spend),
    ]);
    const view = await made.view();
    // either the money was still there when the books were taken, or nothing at all was written
    expect([view.state, declared?.status]).toEqual(
      declared?.status === 200 ? ['declared', 200] : ['chosen', declared?.status],
    );
    if (declared?.status !== 200) expect(declared?.body.code).toBe('surplus_borrowed_money');
  });
});
