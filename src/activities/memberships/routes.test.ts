import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findLot,
  freezePolicy,
  listHoldings,
  listLots,
  recordPolicy,
  recordValuation,
} from '../../ledgers/shares/public.ts';
import { closeThrough } from '../../platform/ledger/ledger-store.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import {
  booked,
  carryOut,
  city,
  county,
  decide,
  type Made,
  make,
  neighbour,
  onCooperative,
  openWorld,
  poorHousehold,
  propose,
  refusal,
  type World,
} from './memberships.testing.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

function subscription(of: Made, member: number, over: object = {}) {
  return { kind: 'subscribe', membershipId: of.members[member], classId: of.classes.cash, shares: 10, ...over };
}

function lotsOf(of: Made, member: number) {
  return world.database.read(city, (tx) => listLots(tx, { county, id: of.members[member] ?? '' }));
}

async function holdings(of: Made, on = '2019-12-31') {
  const rows = await world.database.read(city, (tx) => listHoldings(tx, { county, cooperativeId: of.id, on }));
  return new Map(rows.map(({ membershipId, shares }) => [of.members.indexOf(membershipId), shares]));
}

describe('a subscription', () => {
  it('shows both ledgers before it is done, and posts both when another person checks it', async () => {
    const of = await make(world);
    const act = await propose(world.clerk, of, subscription(of, 0, { agreedFen: 120_000 }));
    expect(act.preview).toMatchObject({
      chart: 'coop37',
      shareLines: [
        { number: '001', name: '社员1', kind: 'subscribe', shares: 10, agreedFen: 120_000, paidFen: 120_000 },
      ],
      voucherLines: [
        { code: '102', debitFen: 120_000, creditFen: 0 },
        { code: '301', subName: '001 社员1', debitFen: 0, creditFen: 100_000 },
        { code: '321', debitFen: 0, creditFen: 20_000 },
      ],
    });
    expect([...(await holdings(of))]).toEqual([]);
    expect((await decide(world.clerk, act)).status).toBe(403);
    expect((await decide(world.accountant, act)).status).toBe(200);
    expect([...(await holdings(of))]).toEqual([[0, 10]]);
    expect(await booked(world, of, { code: '301', sub: of.members[0] })).toBe(-100_000n);
    expect(await booked(world, of, { code: '102' })).toBe(120_000n);
    expect((await world.clerk.get(act.address)).body).toMatchObject({
      state: 'posted',
      voucherNumber: 1,
      shareLines: [{ shares: 10 }],
      voucherLines: [{ code: '102' }, { code: '301' }, { code: '321' }],
      allowed: ['reversal'],
    });
  });

  it('is posted once when sixteen people check it at once', async () => {
    const of = await make(world);
    const act = await propose(world.clerk, of, subscription(of, 1));
    const replies = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        (at % 2 ? world.town : world.accountant).send('POST', `${act.address}/post`, { revision: 1, reason: '同时' }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([...(await holdings(of))]).toEqual([[1, 10]]);
    expect(await booked(world, of, { code: '301', sub: of.members[1] })).toBe(-100_000n);
  });

  it('posts what was looked at, or nothing', async () => {
    const of = await make(world);
    const body = { county, cooperativeId: of.id, occurredOn: '2019-06-03', id: randomUUID(), documentNumber: '2019-1' };
    const other = await world.clerk.send('POST', '/membership-acts', {
      ...body,
      ...subscription(of, 0),
      digest: 'a'.repeat(64),
    });
    expect(other.body.code).toBe('preview_changed');
    const act = await propose(world.clerk, of, subscription(of, 0));
    const owner = await world.database.connectOwner();
    await owner.query('update share_class set par_fen = 20000 where id = $1', [of.classes.cash]);
    expect((await world.clerk.get(act.address)).body).toMatchObject({ changed: true });
    expect((await decide(world.accountant, act)).body.code).toBe('preview_changed');
    await owner.query('update share_class set par_fen = 10000 where id = $1', [of.classes.cash]);
    await owner.end();
    expect((await decide(world.accountant, act)).status).toBe(200);
  });

  it('may be paid later, in parts, never beyond what was agreed', async () => {
    const of = await make(world);
    await carryOut(world, of, subscription(of, 0, { paidFen: 30_000 }));
    const [lot] = await lotsOf(of, 0);
    const pay = { kind: 'pay', membershipId: of.members[0], lotId: lot?.id, counter: 'cash' };
    expect(await refusal(world.clerk, of, { ...pay, paidFen: 70_001 })).toBe('share_paid_beyond paidFen');
    await carryOut(world, of, { ...pay, paidFen: 20_000 });
    await carryOut(world, of, { ...pay, paidFen: 50_000 });
    expect((await lotsOf(of, 0))[0]).toMatchObject({ shares: 10, agreedFen: 100_000n, paidFen: 100_000n });
    expect(await booked(world, of, { code: '301', sub: of.members[0] })).toBe(-100_000n);
    expect(await booked(world, of, { code: '101' })).toBe(70_000n);
  });

  it('is refused for strangers, closed classes, lists and the future', async () => {
    const of = await make(world, { classes: ['cash', 'household_grant'] });
    const other = await make(world);
    const at = (over: object) => refusal(world.clerk, of, { ...subscription(of, 0), ...over });
    expect(await at({ membershipId: other.members[0] })).toBe('act_member membershipId');
    expect(await at({ classId: other.classes.cash })).toBe('act_class classId');
    expect(await at({ classId: of.classes.household_grant })).toBe('act_class_by_list classId');
    expect(await at({ occurredOn: '2019-06-04' })).toBe('act_in_future occurredOn');
    expect(await at({ occurredOn: '2018-06-30' })).toBe('act_not_member membershipId');
    expect(await at({ shares: 0 })).toContain('shares');
    expect(await at({ paidFen: 100_001 })).toBe('share_paid_beyond paidFen');
    for (const paidFen of ['-1', '1e3', 'NaN', '１２', '0.5'])
      expect((await at({ paidFen })).endsWith('paidFen'), paidFen).toBe(true);
  });

  it('waits for books where the form has to keep them, and does without where it need not', async () => {
    const of = await make(world, { withBooks: false });
    expect(await refusal(world.clerk, of, subscription(of, 0))).toBe('books_missing occurredOn');
    const company = await make(world, { kind: 'company', withBooks: false });
    const act = await carryOut(world, company, subscription(company, 0));
    expect(act.preview).toMatchObject({ chart: null, voucherLines: [], shareLines: [{ shares: 10 }] });
    expect([...(await holdings(company))]).toEqual([[0, 10]]);
  });

  it('is not posted into a closed period, whoever proposed it before (quality 73)', async () => {
    const of = await make(world);
    const act = await propose(world.clerk, of, subscription(of, 0, { occurredOn: '2019-05-20' }));
    await onCooperative(world, of, async (tx) =>
      (await closeThrough(tx, { county, id: of.bookId }, '2019-05-31')) ? ok(true) : refuse({ code: 'stale' }),
    );
    expect((await decide(world.accountant, act)).body.code).toBe('ledger_period_closed');
    expect([...(await holdings(of))]).toEqual([]);
    const renewed = await world.clerk.get(
      `/membership-acts/preview?county=${county}&cooperativeId=${of.id}&kind=subscribe&occurredOn=2019-06-01&id=${act.id}&renews=true`,
    );
    const change = { occurredOn: '2019-06-01', digest: renewed.body.digest, revision: 1, reason: '五月已结账' };
    expect((await world.clerk.send('PUT', act.address, change)).status).toBe(200);
    expect((await decide(world.accountant, act)).status).toBe(200);
    expect([...(await holdings(of))]).toEqual([[0, 10]]);
  });
});

describe('a transfer', () => {
  it('moves shares and capital to another member, and leaves the total', async () => {
    const of = await make(world);
    await carryOut(world, of, subscription(of, 0));
    const [lot] = await lotsOf(of, 0);
    const transfer = { kind: 'transfer', membershipId: of.members[0], lotId: lot?.id, toMembershipId: of.members[1] };
    expect(await refusal(world.clerk, of, { ...transfer, shares: 11 })).toBe('share_too_few shares');
    const act = await carryOut(world, of, { ...transfer, shares: 4 });
    expect(act.preview).toMatchObject({
      voucherLines: [
        { code: '301', debitFen: 40_000 },
        { code: '301', creditFen: 40_000 },
      ],
    });
    expect([...(await holdings(of))].sort()).toEqual([
      [0, 6],
      [1, 4],
    ]);
    expect(await booked(world, of, { code: '301' })).toBe(-100_000n);
    expect(await booked(world, of, { code: '301', sub: of.members[1] })).toBe(-40_000n);
    expect((await lotsOf(of, 1))[0]).toMatchObject({ fromLotId: lot?.id, source: 'cash', paidFen: 40_000n });
  });

  it('goes to members only, by the rule of the class', async () => {
    const of = await make(world);
    const other = await make(world);
    await carryOut(world, of, subscription(of, 0));
    const [lot] = await lotsOf(of, 0);
    const transfer = { kind: 'transfer', membershipId: of.members[0], lotId: lot?.id, shares: 1 };
    expect(await refusal(world.clerk, of, { ...transfer, toMembershipId: other.members[0] })).toBe(
      'act_member toMembershipId',
    );
    const to = { ...transfer, toMembershipId: of.members[1] };
    expect(await refusal(world.clerk, of, { ...to, membershipId: of.members[2] })).toBe('act_lot lotId');
    const owner = await world.database.connectOwner();
    await owner.query(`update share_class set transfer = 'none' where id = $1`, [of.classes.cash]);
    await owner.end();
    expect(await refusal(world.clerk, of, to)).toBe('act_class_no_transfer lotId');
  });

  it('of the same shares by two people at once happens once (quality 76)', async () => {
    const of = await make(world);
    await carryOut(world, of, subscription(of, 0));
    const [lot] = await lotsOf(of, 0);
    const transfer = { kind: 'transfer', membershipId: of.members[0], lotId: lot?.id, shares: 7 };
    const first = await propose(world.clerk, of, { ...transfer, toMembershipId: of.members[1] });
    const second = await propose(world.clerk, of, { ...transfer, toMembershipId: of.members[2] });
    const replies = await Promise.all([decide(world.accountant, first), decide(world.town, second)]);
    expect(replies.map(({ status }) => status).toSorted()[0]).toBe(200);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const held = await holdings(of);
    expect(held.get(0)).toBe(3);
    expect([...held.values()].reduce((sum, shares) => sum + shares, 0)).toBe(10);
  });
});

describe('a buy-back', () => {
  it('cancels shares for a price, the difference goes to the capital reserve', async () => {
    const of = await make(world);
    await carryOut(world, of, subscription(of, 0, { agreedFen: 130_000 }));
    const [lot] = await lotsOf(of, 0);
    const back = { kind: 'buy_back', membershipId: of.members[0], lotId: lot?.id, counter: 'bank' };
    const act = await carryOut(world, of, { ...back, shares: 5, paidFen: 60_000 });
    expect(act.preview).toMatchObject({
      voucherLines: [
        { code: '301', debitFen: 50_000 },
        { code: '102', creditFen: 60_000 },
        { code: '321', debitFen: 10_000 },
      ],
    });
    expect((await findLotOf(lot?.id))?.shares).toBe(5);
    expect(await booked(world, of, { code: '102' })).toBe(70_000n);
  });
});

function findLotOf(id: string | undefined) {
  return world.database.read(city, (tx) => findLot(tx, { county, id: id ?? '' }));
}

describe('land', () => {
  it('comes in by its valuation, goes back when the term is over, and both ledgers say so', async () => {
    const of = await make(world, { classes: ['land'] });
    const valuationId = await value(of, 0, { termUntil: '2019-06-01' });
    const subscribe = {
      kind: 'subscribe',
      membershipId: of.members[0],
      classId: of.classes.land,
      shares: 30,
      valuationId,
    };
    expect(await refusal(world.clerk, of, { ...subscribe, valuationId: '' })).toContain('valuationId');
    const brought = await carryOut(world, of, { ...subscribe, occurredOn: '2019-03-01' });
    expect(brought.preview).toMatchObject({
      voucherLines: [
        { code: '161', debitFen: 320_000 },
        { code: '301', creditFen: 300_000 },
        { code: '321', creditFen: 20_000 },
      ],
    });
    expect(await refusal(world.clerk, of, { ...subscribe, occurredOn: '2019-03-02' })).toBe(
      'act_valuation_used valuationId',
    );
    const [lot] = await lotsOf(of, 0);
    const back = { kind: 'expire', membershipId: of.members[0], lotId: lot?.id };
    expect(await refusal(world.clerk, of, { ...back, occurredOn: '2019-05-31' })).toBe('act_term_runs occurredOn');
    const transfer = {
      kind: 'transfer',
      membershipId: of.members[0],
      lotId: lot?.id,
      toMembershipId: of.members[1],
      shares: 30,
    };
    expect(await refusal(world.clerk, of, transfer)).toBe('act_term_over lotId');
    const returned = await carryOut(world, of, back);
    expect(returned.preview).toMatchObject({
      shareLines: [{ kind: 'expire', shares: -30 }],
      voucherLines: [
        { code: '301', debitFen: 300_000 },
        { code: '161', creditFen: 320_000 },
        { code: '321', debitFen: 20_000 },
      ],
    });
    expect([...(await holdings(of))]).toEqual([]);
    expect(await booked(world, of, { code: '161' })).toBe(0n);
    expect(await booked(world, of, { code: '301' })).toBe(0n);
    expect(await refusal(world.clerk, of, back)).toBe('act_lot_empty lotId');
  });
});

async function value(of: Made, member: number, over: { termUntil: string | null }): Promise<string> {
  const id = randomUUID();
  await onCooperative(world, of, async (tx, cooperative) => {
    await recordValuation(tx, cooperative, {
      ...{ id, membershipId: of.members[member] ?? '', source: 'land', description: '旱地', parcel: null },
      ...{ areaMu: 16, unitValueFen: 20_000n, valueFen: 320_000n, method: 'members', valuedOn: '2019-02-01' },
      ...{ valuedBy: '成员大会', documentNumber: '2019-2', termFrom: '2019-02-01', ...over },
    });
    return ok(true);
  });
  return id;
}

describe('shares by list', () => {
  it('of a frozen uplift are issued once, to those who still are poor members (quality 78)', async () => {
    const of = await make(world, { classes: ['household_grant'] });
    await poorHousehold(world, of, 0);
    const lifted = await poorHousehold(world, of, 1);
    await poorHousehold(world, of, 2);
    const policyId = await grant(of);
    const issue = { kind: 'uplift', policyId };
    const owner = await world.database.connectOwner();
    await owner.query(`update poverty_registration set ends_on = '2019-05-15' where household_id = $1`, [lifted]);
    await owner.end();
    const first = await propose(world.clerk, of, issue);
    expect(first.preview).toMatchObject({
      shareLines: [
        { number: '001', shares: 50, paidFen: 500_000 },
        { number: '003', shares: 50, paidFen: 500_000 },
      ],
      voucherLines: [
        { code: '102', debitFen: 1_000_000 },
        { code: '30101', creditFen: 500_000 },
        { code: '30101', creditFen: 500_000 },
      ],
    });
    const again = {
      county,
      cooperativeId: of.id,
      occurredOn: '2019-06-03',
      id: randomUUID(),
      documentNumber: '2019-1',
    };
    const twice = await world.clerk.send('POST', '/membership-acts', {
      ...again,
      ...issue,
      digest: first.preview.digest,
    });
    expect(twice.body.code).toBe('act_policy_proposed');
    expect((await decide(world.accountant, first)).status).toBe(200);
    expect(await refusal(world.clerk, of, issue)).toBe('act_policy_issued policyId');
    expect([...(await holdings(of))].sort()).toEqual([
      [0, 50],
      [2, 50],
    ]);
  });

  it('go to every person alike: quantified property without money, contributions with it', async () => {
    const of = await make(world, { kind: 'shareholding_economic', classes: ['quantified', 'member'] });
    const act = await carryOut(world, of, { kind: 'issue_all', classId: of.classes.quantified, shares: 3 });
    expect(act.preview).toMatchObject({
      voucherLines: [],
      shareLines: of.members.map(() => ({ shares: 3, kind: 'quantify' })),
    });
    await carryOut(world, of, { kind: 'issue_all', classId: of.classes.member, shares: 2, counter: 'cash' });
    const rows = await world.database.read(city, (tx) =>
      listHoldings(tx, { county, cooperativeId: of.id, on: '2019-06-03' }),
    );
    const sums = of.members.map((member) =>
      rows.filter((row) => row.membershipId === member).map(({ shares, paidFen }) => `${shares} ${paidFen}`),
    );
    expect(sums.map((sum) => sum.toSorted())).toEqual(of.members.map(() => ['2 20000', '3 0']));
    expect(await booked(world, of, { code: '301' })).toBe(-120_000n);
  });
});

async function grant(of: Made): Promise<string> {
  const id = randomUUID();
  await onCooperative(world, of, async (tx, cooperative) => {
    const policy: Parameters<typeof recordPolicy>[2] = {
      ...{ id, mechanism: 'household_grant' as const, name: '到户资金', grantFen: 500_000n, upliftBp: 0, floorFen: 0n },
      ...{ classId: of.classes.household_grant ?? null, resolutionNumber: '2019-3', recordOn: '2019-05-01' },
      ...{ startsOn: '2019-05-01', endsOn: null, includeLifted: false, endsWithPoverty: true },
    };
    await recordPolicy(tx, cooperative, policy);
    const frozen = { ...policy, county, place: cooperative.place, cooperativeId: of.id };
    const row = { ...frozen, frozenOn: null, issuedOn: null, members: 0, revision: 1 };
    return freezePolicy(tx, cooperative, { policy: row, frozenOn: '2019-05-02', parFen: 10_000n });
  });
  return id;
}

describe('a reversal', () => {
  it('takes shares and voucher back in red, by two persons, once', async () => {
    const of = await make(world);
    const act = await carryOut(world, of, subscription(of, 0));
    expect((await decide(world.clerk, act, { name: 'reversal', reason: '金额写错' })).status).toBe(200);
    expect((await decide(world.clerk, act, { name: 'reverse' })).status).toBe(403);
    const { revision } = (await world.town.get(act.address)).body;
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        (at % 2 ? world.town : world.accountant).send('POST', `${act.address}/reverse`, { revision, reason: '属实' }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([...(await holdings(of))]).toEqual([]);
    expect(await booked(world, of, { code: '301' })).toBe(0n);
    expect(await booked(world, of, { code: '102' })).toBe(0n);
    expect((await world.clerk.get(act.address)).body).toMatchObject({ state: 'reversed', allowed: [] });
  });

  it('is refused where the shares have moved on, and may be turned down', async () => {
    const of = await make(world);
    const act = await carryOut(world, of, subscription(of, 0));
    const [lot] = await lotsOf(of, 0);
    await carryOut(world, of, {
      ...{ kind: 'transfer', membershipId: of.members[0], lotId: lot?.id, shares: 1 },
      toMembershipId: of.members[1],
    });
    await decide(world.clerk, act, { name: 'reversal', reason: '金额写错' });
    expect((await decide(world.accountant, act, { name: 'reverse' })).body.code).toBe('share_moved_on');
    expect((await decide(world.accountant, act, { name: 'keep', reason: '已转让' })).status).toBe(200);
    expect((await world.clerk.get(act.address)).body).toMatchObject({ state: 'posted' });
  });
});

describe('rights', () => {
  it('leave no trace for the neighbour, let readers read, and a manager propose for his own organisation', async () => {
    const of = await make(world);
    const act = await propose(world.clerk, of, subscription(of, 0));
    const other = await world.signIn('village_clerk', neighbour);
    expect((await other.get(act.address)).status).toBe(404);
    expect((await other.get('/membership-acts')).body).toMatchObject({ total: 0 });
    const auditor = await world.signIn('auditor', 150600000000);
    expect((await auditor.get(act.address)).body).toMatchObject({ allowed: [] });
    expect((await decide(auditor, act)).status).toBe(403);
    const manager = await world.app.signIn('cooperative_manager', { organisationId: of.id });
    const own = await propose(manager, of, subscription(of, 1));
    expect((await decide(manager, own)).status).toBe(403);
    expect((await decide(world.accountant, own)).status).toBe(200);
    const stranger = await world.app.signIn('cooperative_manager', { organisationId: randomUUID() });
    expect((await stranger.get(act.address)).status).toBe(404);
  });

  it('keep what was refused and withdrawn, with the reason', async () => {
    const of = await make(world);
    const refused = await propose(world.clerk, of, subscription(of, 0));
    expect((await decide(world.clerk, refused, { name: 'refuse', reason: '自己' })).status).toBe(403);
    expect((await decide(world.accountant, refused, { name: 'refuse', reason: '缺收据' })).status).toBe(200);
    expect((await world.clerk.get(refused.address)).body).toMatchObject({ state: 'refused', decision: '缺收据' });
    const withdrawn = await propose(world.clerk, of, subscription(of, 0));
    expect((await decide(world.clerk, withdrawn, { name: 'withdraw', reason: '重写' })).status).toBe(200);
    expect((await decide(world.accountant, withdrawn)).body.code).toBe('act_closed');
    const list = await world.clerk.get(`/membership-acts?cooperativeId=${of.id}&state=refused`);
    expect(list.body).toMatchObject({ total: 1, rows: [{ memberName: '社员1', kind: 'subscribe' }] });
    expect(
      (await world.clerk.get(`/membership-acts/export?cooperativeId=${of.id}`)).raw.subarray(0, 2).toString(),
    ).toBe('PK');
  });

  it('offer a form what there is', async () => {
    const of = await make(world);
    await carryOut(world, of, subscription(of, 0, { paidFen: 40_000 }));
    const path = `/membership-acts/choices?county=${county}&cooperativeId=${of.id}&membershipId=${of.members[0]}`;
    expect((await world.clerk.get(path)).body).toMatchObject({
      booksId: of.bookId,
      classes: [{ kind: 'cash' }],
      lots: [{ shares: 10, unpaidFen: 60_000 }],
    });
  });
});
