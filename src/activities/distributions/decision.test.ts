import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  balances,
  changeYear,
  county,
  declared,
  distributionOf,
  type Made,
  neighbour,
  openWorld,
  organisation,
  resolve,
  take,
  type World,
} from './distributions.testing.ts';

import { divideSurplus, linesOf } from './division-rules.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const three = [
  { shares: 10, trades: 3_000 },
  { shares: 20, trades: 1_000 },
  { shares: 5, trades: 0, place: neighbour },
];

async function begun(of: Made) {
  const made = distributionOf(() => world.clerk, of);
  const reply = await made.begin();
  expect(reply.body, JSON.stringify(reply.body)).toEqual({ county, id: made.id });
  return made;
}

function optionBody(over: object = {}) {
  return {
    ...{ id: randomUUID(), name: '多返还', surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage' },
    ...{ expansionBp: 500, reliefBp: 300, welfareReserveBp: 0, patronageBp: 8_000, ...over },
  };
}

describe('the base', () => {
  it('comes from closed books and nowhere else, and is frozen', async () => {
    const of = await organisation(world, three);
    await changeYear(
      world,
      of,
      "state = 'reopened', reopened_on = '2020-02-01', reopened_by = gen_random_uuid(), reopened_by_name = '镇', reopened_for = '漏记'",
    );
    const early = await distributionOf(() => world.clerk, of).begin();
    expect(early.body).toMatchObject({ code: 'distribution_year_open', errors: [{ field: 'year' }] });
    await changeYear(
      world,
      of,
      "state = 'closed', reopened_on = null, reopened_by = null, reopened_by_name = null, reopened_for = null",
    );
    const made = await begun(of);
    const view = await made.view();
    expect(view).toMatchObject({ state: 'draft', surplusFen: 1_000_000, members: 3, recordOn: '2019-12-31' });
    expect(view.steps.map(({ code, amountFen }) => [code, amountFen])).toEqual(
      expect.arrayContaining([
        ['surplus_reserve', 100_000],
        ['expansion_reserve', 50_000],
        ['relief_reserve', 30_000],
        ['distributable_surplus', 820_000],
        ['patronage_refund', 492_000],
        ['remainder', 328_000],
      ]),
    );
    expect((await distributionOf(() => world.clerk, of).begin()).body.code).toBe('distribution_known');
    expect((await made.send('/choose', { revision: 1, optionId: randomUUID() })).body.code).toBe(
      'distribution_not_chosen',
    );
  });

  it('A76 is that of the record date, whatever is traded or taken over afterwards', async () => {
    const of = await organisation(world, three);
    const made = await begun(of);
    const before = await made.lines();
    await take(world, of, { on: '2020-02-01', takes: [[2, 500]] });
    expect(await made.lines()).toEqual(before);
    const late = await organisation(world, three);
    await take(world, late, { on: '2020-01-01', takes: [[2, 500]] });
    const other = await begun(late);
    expect((await other.lines()).map(({ totalFen }) => totalFen)).toEqual(before.map(({ totalFen }) => totalFen));
    const frozen = { revision: 1, recordOn: '2020-02-15', reason: '按表决日' };
    expect((await made.send('/freeze', frozen)).status).toBe(200);
    expect((await made.lines())[2]?.shares).toBe(505);
    expect((await made.send('/freeze', { ...frozen, revision: 2, recordOn: '2020-03-09' })).body.code).toBe(
      'distribution_record_day',
    );
  });

  it('weighs contributions by days where the charter says so', async () => {
    const of = await organisation(world, [{ shares: 10 }, { shares: 10, trades: 1 }], { timeWeighted: true });
    await take(world, of, { on: '2019-12-31', takes: [[0, 90]] });
    const [first, second] = await (await begun(of)).lines();
    // 10 shares over 365 days and 90 over one: 3,740 share-days against 3,650
    expect(first?.remainderFen).toBe(Math.round((328_000 * 3740) / (3740 + 3650 + (100_000 * 365) / 10_000)));
    expect(first?.contributionFen).toBe(1_000_000);
    expect(Number(first?.remainderFen) + Number(second?.remainderFen)).toBe(328_000);
  });
});

describe('a choice', () => {
  it('is between three options at most, compared before the vote', async () => {
    const made = await begun(await organisation(world, three));
    expect((await made.send('/options', optionBody())).status).toBe(200);
    expect((await made.send('/options', optionBody({ reliefBp: 9_000 }))).body).toMatchObject({
      code: 'surplus_draws_beyond_whole',
    });
    expect((await made.send('/options', optionBody({ name: '少返还', patronageBp: 5_000 }))).status).toBe(200);
    expect((await made.send('/options', optionBody())).body.code).toBe('distribution_options_full');
    const { body } = await world.clerk.get(`${made.address}/fairness`);
    const options = body.options as { id: string; name: string; cashNeedFen: number; refusals: { code: string }[] }[];
    expect(options.map(({ name, cashNeedFen }) => [name, cashNeedFen])).toEqual([
      ['2018-1', 820_000],
      ['多返还', 820_000],
      ['少返还', 0],
    ]);
    expect(options[2]?.refusals).toMatchObject([{ code: 'surplus_patronage_below_floor' }]);
    expect((body.shifts as { gain: number; lose: number }[])[0]).toMatchObject({ gain: 1, lose: 2 });
    const against = `${made.address}/fairness/members?against=${options[1]?.id}`;
    const members = async (query: string) =>
      (await world.clerk.get(`${against}${query}`)).body as { rows: { number: string; changeFen: number }[] };
    expect((await members('&change=gain')).rows).toHaveLength(1);
    const sorted = (await members('&sort=changeFen&order=desc')).rows.map(({ changeFen }) => changeFen);
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
    expect(sorted.reduce((sum, fen) => sum + fen, 0)).toBe(0);
    expect((await world.clerk.get(`${made.address}/fairness/members?against=${randomUUID()}`)).status).toBe(404);
    // the organisation of this test has no money: members read it before they vote
    expect((await made.view()).cautions.map(({ code }) => code)).toEqual(['cash_short']);
    expect((await made.choose(2)).body).toMatchObject({
      code: 'surplus_patronage_below_floor',
      errors: [{ field: 'optionId' }],
    });
    expect((await made.choose(1)).status).toBe(200);
    const view = await made.view();
    expect(view).toMatchObject({ state: 'chosen', totalFen: 820_000 });
    const [, chosen, third] = view.options;
    const out = (id = '', revision = 1) => made.send(`/options/${id}/withdraw`, { revision, reason: '不要了' });
    expect((await out(chosen?.id)).body.code).toBe('distribution_option_chosen');
    expect((await out(third?.id)).status).toBe(200);
  });

  it('equals the later lines to the fen, which equal the calculator', async () => {
    const people = Array.from({ length: 41 }, (_, at) => ({ shares: (at * 7) % 23, trades: (at * 13) % 17 }));
    const of = await organisation(world, people, { surplusFen: 1_234_567n, grantEquityFen: 98_765n });
    const made = await declared(world, of);
    const divided = divideSurplus({
      ...{ legalForm: 'farmers_professional', surplusFen: 1_234_567n, openingUndistributedFen: 0n, floorBp: 6_000 },
      ...{ reserveUsedForLossesFen: 0n, grantEquityFen: 98_765n, daysWeighed: 1n },
      charter: {
        ...{ surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage', expansionBp: 500, reliefBp: 300 },
        ...{ welfareReserveBp: 0, patronageBp: 6_000 },
      },
      members: people.map(({ shares, trades }, at) => ({
        ...{ id: String(at + 1).padStart(3, '0'), patronageFen: BigInt(trades) * 100n, shares: 0n },
        ...{ contribution: BigInt(shares) * 10_000n, reserveShareFen: 0n },
      })),
    });
    if (!divided.ok) throw new Error(divided.refusal.code);
    const expected = linesOf(divided.value.columns);
    const lines = await made.lines();
    expect(
      lines.map(({ number, patronageRefundFen, remainderFen, totalFen }) => [
        number,
        patronageRefundFen,
        remainderFen,
        totalFen,
      ]),
    ).toEqual(
      expected.map((line) => [
        line.id,
        Number(line.patronageRefundFen),
        Number(line.remainderFen),
        Number(line.totalFen),
      ]),
    );
    const places = (await world.clerk.get(`${made.address}/places`)).body.rows as { totalFen: number }[];
    expect(places.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe((await made.view()).totalFen);
  });
});

describe('a declaration', () => {
  it('waits for notice and resolution about this very version, and for somebody else', async () => {
    await world.setDay('2020-03-02');
    const of = await organisation(world, three);
    const made = await begun(of);
    await made.choose();
    const maker = world.clerk;
    const own = await maker.send('POST', `${made.address}/declare`, { revision: 2 });
    expect(own.body.code).toBe('own_work');
    const declare = async () => {
      const { revision } = await made.view();
      return world.accountant.send('POST', `${made.address}/declare`, { revision });
    };
    expect((await declare()).body).toMatchObject({ code: 'distribution_step_open', values: { step: 'no_notice' } });
    expect((await made.send('/motion', {})).body).toMatchObject({ code: 'distribution_step_open' });
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    expect((await declare()).body).toMatchObject({ values: { step: 'notice_running' } });
    const again = await made.send('/notice', { postedOn: '2020-03-03', contact: '村委会 0477-1234567' });
    expect(again.body).toMatchObject({ code: 'distribution_step_done', values: { step: 'notice_running' } });
    await world.setDay('2020-03-16');
    const first = (await made.view()).digest ?? '';
    expect((await declare()).body).toMatchObject({ values: { step: 'no_resolution' } });
    await resolve(world, of, { id: made.id, digest: first, heldOn: '2020-03-14', result: 'rejected' });
    expect((await declare()).body).toMatchObject({ values: { step: 'resolution_lost' } });
    await resolve(world, of, { id: made.id, digest: first, heldOn: '2020-03-15' });
    // A71: another version than the one that was read and voted on
    await made.send('/options', optionBody());
    expect((await made.choose(1)).status).toBe(200);
    expect((await declare()).body).toMatchObject({ values: { step: 'notice_other' } });
    expect((await made.choose(0)).status).toBe(200);
    expect((await made.view()).digest).toBe(first);
    await changeYear(world, of, 'surplus_fen = surplus_fen + 1');
    expect((await declare()).body).toMatchObject({ values: { step: 'books_changed' } });
    await changeYear(world, of, 'surplus_fen = surplus_fen - 1');
    expect((await world.accountant.get(made.address)).body.allowed).toContain('distribution.declare');
    expect((await declare()).body).toMatchObject({ members: 3, totalFen: 820_000 });
    expect((await declare()).body.code).toBe('distribution_not_chosen');
    expect(await made.view()).toMatchObject({ state: 'declared', totalFen: 820_000, unclaimedFen: 820_000 });
  });

  it('A69 pressed sixteen times at once is one distribution', async () => {
    await world.setDay('2020-03-02');
    const of = await organisation(world, three);
    const made = await begun(of);
    await made.choose();
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    await world.setDay('2020-03-16');
    const { digest, revision } = await made.view();
    await resolve(world, of, { id: made.id, digest: digest ?? '', heldOn: '2020-03-15' });
    const pressed = await Promise.all(
      Array.from({ length: 16 }, () => world.accountant.send('POST', `${made.address}/declare`, { revision })),
    );
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = pressed.filter(({ status }) => status !== 200).map(({ body }) => body.code);
    expect(refused.every((code) => code === 'stale' || code === 'distribution_not_chosen')).toBe(true);
    const due = [...(await balances(world, of, '221')).values(), ...(await balances(world, of, '222')).values()];
    expect(due.reduce((sum, amount) => sum + amount, 0)).toBe(-820_000);
  });

  it('A79 sets aside once what was voted, by member where the law says so', async () => {
    const of = await organisation(world, three);
    await declared(world, of);
    expect((await balances(world, of, '33201')).get('')).toBe(1_000_000);
    const reserve = await balances(world, of, '32201');
    expect(of.members.map((id) => reserve.get(id) ?? 0)).toEqual([-75_000, -25_000, 0]);
    expect((await balances(world, of, '32202')).get('')).toBe(-50_000);
    expect((await balances(world, of, '32203')).get('')).toBe(-30_000);
    const refunds = await balances(world, of, '221');
    expect(of.members.map((id) => refunds.get(id) ?? 0)).toEqual([-369_000, -123_000, 0]);
  });

  it('A75 adds up to the fen and is divided the same in whatever order members joined', async () => {
    const people = [1, 1, 1].map((shares) => ({ shares, trades: 1 }));
    const of = await organisation(world, people, { surplusFen: 1_000n });
    const made = await declared(world, of);
    const lines = await made.lines();
    expect(lines.map(({ patronageRefundFen }) => patronageRefundFen)).toEqual([164, 164, 164]);
    expect(lines.map(({ remainderFen }) => remainderFen)).toEqual([110, 109, 109]);
  });

  it('turns the voted part into contributions, in whole shares, with the share ledger', async () => {
    const of = await organisation(world, three, { surplusFen: 10_000_000n });
    const made = await declared(world, of, { convertedBp: 5_000 });
    const view = await made.view();
    const capital = await balances(world, of, '301');
    const converted = of.members.map((id) => -(capital.get(id) ?? 0));
    expect(view).toMatchObject({ convertedFen: converted.reduce((sum, fen) => sum + fen, 0) });
    const lines = await made.lines();
    expect(converted).toEqual(lines.map(({ totalFen }) => Math.floor(Number(totalFen) / 2 / 10_000) * 10_000));
    const { body } = await world.clerk.get(`${made.address}/payments?state=converted`);
    expect(body.total).toBe(converted.filter((fen) => fen > 0).length);
    expect((await world.clerk.get(`${made.address}/payouts`)).body).toMatchObject({
      unclaimedFen: Number(view.totalFen) - converted.reduce((sum, fen) => sum + fen, 0),
      overpaidFen: 0,
    });
  });

  it('by a collective divides what is left by quantified shares alone', async () => {
    const people = [{ shares: 30 }, { shares: 10 }, { shares: 60, kind: 'collective' as const }];
    const of = await organisation(world, people, { kind: 'collective_economic_organization', classKind: 'quantified' });
    const made = await declared(world, of);
    const lines = await made.lines();
    // 10 % reserve, 2 % welfare, 5 % expansion, 3 % relief
    expect(lines.map(({ totalFen }) => totalFen)).toEqual([240_000, 80_000, 480_000]);
    expect((await balances(world, of, '113')).get(of.members[0] ?? '')).toBe(-240_000);
    expect((await balances(world, of, '31101')).get('')).toBe(-100_000);
    expect((await balances(world, of, '31104')).get('')).toBe(-20_000);
  });
});

describe('rights', () => {
  it('show the neighbour nothing but his own members’ lines, and readers no buttons', async () => {
    const of = await organisation(world, three);
    const made = await declared(world, of);
    const other = await world.signIn('village_clerk', neighbour);
    expect((await other.get(made.address)).status).toBe(404);
    expect((await other.send('POST', `${made.address}/choose`, { revision: 1, optionId: randomUUID() })).status).toBe(
      404,
    );
    const auditor = await world.signIn('auditor', 150600000000);
    expect((await auditor.get(made.address)).body).toMatchObject({ state: 'declared', allowed: [] });
    expect((await auditor.send('POST', `${made.address}/declare`, { revision: 4 })).status).toBe(403);
    expect((await auditor.get('/distributions/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await auditor.get(`${made.address}/lines/export`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('give a draft up with its notice', async () => {
    await world.setDay('2020-03-02');
    const made = await begun(await organisation(world, three));
    await made.choose();
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    expect((await made.send('/motion', {})).status).toBe(200);
    expect((await made.send('/motion', {})).body.code).toBe('distribution_step_done');
    expect((await made.send('/withdraw', { revision: 2, reason: '重做' })).status).toBe(200);
    expect(await made.view()).toMatchObject({ state: 'withdrawn', notice: { state: 'withdrawn' }, motionWaits: false });
    expect((await made.send('/withdraw', { revision: 3, reason: '重做' })).body.code).toBe('distribution_closed');
  });
});
