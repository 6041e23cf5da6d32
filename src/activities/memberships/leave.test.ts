import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postVoucher } from '../../ledgers/books/public.ts';
import { listHoldings, listLots } from '../../ledgers/shares/public.ts';
import type { TestClient } from '../../platform/http/testing.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { findPendingMotion } from '../../procedures/assemblies/public.ts';
import { holdDemoMeeting } from '../../procedures/assemblies/seed.ts';
import { findMembership, listMembers } from '../../registers/cooperatives/public.ts';
import {
  booked,
  carryOut,
  city,
  closeYear,
  county,
  decide,
  type Made,
  make,
  onCooperative,
  openWorld,
  propose,
  refusal,
  village,
  type World,
} from './memberships.testing.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const application = { kind: 'join', appliedOn: '2019-05-20', newcomerKind: 'farmer' } as const;

/** Records an application; there is nothing to look at before. */
async function apply(of: Made, over: object = {}) {
  const id = randomUUID();
  const base = {
    county,
    cooperativeId: of.id,
    occurredOn: '2019-06-03',
    documentNumber: '申请书',
    newcomerName: '苏和',
  };
  const reply = await world.clerk.send('POST', '/membership-acts', { id, ...base, ...application, ...over });
  return { id, address: `/membership-acts/${county}/${id}`, reply };
}

/** The members vote on what waits for them. */
async function vote(of: Made, id: string, over: { agree?: number; digest?: string; heldOn?: string } = {}) {
  await onCooperative(world, of, async (tx) => {
    const pending = await findPendingMotion(tx, { county, subjectType: 'membership_act', subjectId: id });
    const page = `/membership-acts/${county}/${id}`;
    await holdDemoMeeting(tx, Math.random, {
      ...{ place: village, cooperativeId: of.id, form: 'farmers_professional', organ: 'members_assembly' },
      ...{ title: '成员大会', heldOn: (over.heldOn ?? '2019-06-02') as LocalDate },
      motions: [
        {
          ...{ matter: 'membership', title: '入社', agree: over.agree ?? 1 },
          subject: { type: 'membership_act', id, digest: over.digest ?? pending?.digest ?? '', page },
        },
      ],
    });
    return ok(true);
  });
}

function memberOf(id: string) {
  return world.database.read(city, (tx) => findMembership(tx, { county, id }));
}

describe('joining after the founding', () => {
  it('takes an application, a vote of the members and a second person', async () => {
    const of = await make(world);
    const act = await apply(of, { newcomerIdNumber: '152622198801011036' });
    expect(act.reply.status, JSON.stringify(act.reply.body)).toBe(200);
    const waiting = (await world.clerk.get(act.address)).body;
    expect(waiting).toMatchObject({ state: 'proposed', bar: 'act_vote_missing', vote: { state: 'waiting' } });
    expect(JSON.stringify(waiting)).not.toContain('152622198801011036');
    expect((await decide(world.accountant, act)).body.code).toBe('act_vote_missing');
    await vote(of, act.id);
    expect((await world.clerk.get(act.address)).body).toMatchObject({ bar: null, vote: { state: 'passed' } });
    expect((await decide(world.accountant, act)).status).toBe(200);
    expect(await memberOf(act.id)).toMatchObject({
      ...{ number: '007', name: '苏和', joinedOn: '2019-06-02', joinedBy: 'joined' },
    });
  });

  it('is refused by the members, or where they voted on something else', async () => {
    const of = await make(world);
    const lost = await apply(of);
    await vote(of, lost.id, { agree: 0.4 });
    expect((await decide(world.accountant, lost)).body.code).toBe('act_vote_lost');
    const other = await apply(of, { newcomerName: '其木格' });
    await vote(of, other.id, { digest: 'b'.repeat(64) });
    expect((await decide(world.accountant, other)).body.code).toBe('act_vote_other');
    expect(await memberOf(other.id)).toBeUndefined();
  });

  it('is checked before anybody votes: no unit of public affairs, nobody without a name, nobody twice', async () => {
    const of = await make(world);
    const code = async (over: object) => (await apply(of, over)).reply.body;
    expect(await code({ newcomerName: ' ' })).toMatchObject({ errors: [{ field: 'name' }] });
    expect(
      await code({ newcomerKind: 'unit', newcomerUnitKind: 'institution', newcomerName: '某村村民委员会' }),
    ).toMatchObject({
      code: 'member_public_affairs',
    });
    expect(await code({ newcomerIdNumber: '123' })).toMatchObject({ errors: [{ field: 'newcomerIdNumber' }] });
  });

  it('shows what it does to the composition', async () => {
    const of = await make(world, { members: 5 });
    const path = `/membership-acts/preview?county=${county}&cooperativeId=${of.id}&occurredOn=2019-06-03&id=${randomUUID()}`;
    const join = await world.clerk.get(`${path}&kind=join&appliedOn=2019-05-20&newcomerKind=other_person`);
    expect(join.body).toMatchObject({ composition: { breaches: [] } });
    const leaving = `&kind=exit&appliedOn=2019-05-20&leaveReason=exit&membershipId=${of.members[0]}`;
    expect((await world.clerk.get(`${path}${leaving}`)).body).toMatchObject({
      leavesOn: '2020-01-01',
      composition: { breaches: [{ code: 'members_too_few', actual: 4, bound: 5 }] },
    });
  });

  it('goes by contract in a company', async () => {
    const company = await make(world, { kind: 'company', withBooks: false });
    const act = await apply(company);
    expect((await decide(world.accountant, act)).status).toBe(200);
    expect(await memberOf(act.id)).toMatchObject({ joinedOn: '2019-06-03' });
  });
});

function notice(of: Made, member: number, over: object = {}) {
  return { kind: 'exit', membershipId: of.members[member], appliedOn: '2019-05-20', leaveReason: 'exit', ...over };
}

describe('leaving', () => {
  it('ends with the fiscal year, and the notice may be taken back before', async () => {
    const of = await make(world);
    const act = await propose(world.clerk, of, notice(of, 0));
    expect(await memberOf(of.members[0] ?? '')).toMatchObject({ leftOn: '2020-01-01', leftReason: 'exit' });
    expect((await world.clerk.get(act.address)).body).toMatchObject({ state: 'noticed', leavesOn: '2020-01-01' });
    expect(await refusal(world.clerk, of, notice(of, 0))).toBe('member_left membershipId');
    expect((await decide(world.accountant, act)).body.code).toBe('act_closed');
    expect((await decide(world.clerk, act, { name: 'withdraw', reason: '本人不退了' })).status).toBe(200);
    expect(await memberOf(of.members[0] ?? '')).toMatchObject({ leftOn: null });
  });

  it('is settled after the books of the year are closed: shares, reserve, surplus, losses and land', async () => {
    const of = await make(world, { classes: ['cash'] });
    const subscribe = { kind: 'subscribe', classId: of.classes.cash, shares: 30 };
    await carryOut(world, of, { ...subscribe, membershipId: of.members[0] });
    await carryOut(world, of, { ...subscribe, membershipId: of.members[1] });
    const act = await propose(world.clerk, of, notice(of, 0));
    const settle = (client: TestClient, on: string) =>
      client.get(
        `/membership-acts/preview?county=${county}&cooperativeId=${of.id}&kind=exit&occurredOn=${on}&id=${act.id}&renews=true`,
      );
    expect((await settle(world.clerk, '2019-06-03')).body.code).toBe('exit_not_yet');
    await bookYearEnd(of);
    world.setDay('2020-02-10');
    const [clerk, accountant] = [await world.signIn('village_clerk'), await world.signIn('village_accountant')];
    expect((await settle(clerk, '2020-02-10')).body.code).toBe('exit_year_open');
    await closeYear(world, of, 2019);
    const preview = await settle(clerk, '2020-02-10');
    expect(preview.body).toMatchObject({
      shareLines: [{ kind: 'exit', shares: -30, number: '001' }],
      settlement: {
        ...{ contributionFen: 300_000, reserveShareFen: 12_345, unpaidPatronageFen: 4_000 },
        ...{ lossShareFen: 10_000, deductedFen: 10_000, payableFen: 306_345 },
      },
    });
    const change = { occurredOn: '2020-02-10', digest: preview.body.digest, revision: 1, reason: '结算' };
    expect((await clerk.send('PUT', act.address, change)).status).toBe(200);
    expect((await decide(clerk, act)).status).toBe(403);
    expect((await decide(accountant, act)).body).toEqual({ county, id: act.id });
    const [member] = of.members;
    for (const code of ['301', '32201', '221'])
      expect(await booked(world, of, { code, sub: member, on: '2020-03-01' })).toBe(0n);
    expect(await booked(world, of, { code: '33202', on: '2020-03-01' })).toBe(10_000n);
    expect(await booked(world, of, { code: '301', on: '2020-03-01' })).toBe(-300_000n);
    const held = await world.database.read(city, (tx) =>
      listHoldings(tx, { county, cooperativeId: of.id, on: '2020-03-01' }),
    );
    expect(held.map(({ membershipId, shares }) => [membershipId, shares])).toEqual([[of.members[1], 30]]);
    expect((await clerk.get(act.address)).body).toMatchObject({ state: 'posted', settlement: { payableFen: 306_345 } });
    expect(await listDay(of, '2019-12-31')).toBe(6);
    expect(await listDay(of, '2020-01-01')).toBe(5);
  });

  it('by expulsion waits for the vote, and then for the end of the year', async () => {
    world.setDay('2019-06-03');
    const clerk = await world.signIn('village_clerk');
    const of = await make(world);
    const act = await propose(clerk, of, notice(of, 2, { leaveReason: 'expelled' }));
    expect(await memberOf(of.members[2] ?? '')).toMatchObject({ leftOn: null });
    const path = `/membership-acts/preview?county=${county}&cooperativeId=${of.id}&kind=exit&occurredOn=2019-06-03&id=${act.id}&renews=true`;
    expect((await clerk.get(path)).body.code).toBe('act_vote_missing');
    await vote(of, act.id);
    expect((await clerk.get(path)).body.code).toBe('exit_not_yet');
  });
});

/** Half of a loss of 200 yuan falls on the first member; reserve and refunds stand for him. */
async function bookYearEnd(of: Made): Promise<void> {
  const [sub] = of.members;
  await onCooperative(world, of, async (tx) => {
    const lines = [
      { code: '33202', amount: 20_000n },
      { code: '102', amount: -20_000n },
      { code: '32201', ...(sub ? { sub } : {}), amount: -12_345n },
      { code: '221', ...(sub ? { sub } : {}), amount: -4_000n },
    ];
    const rest = -lines.reduce((sum, { amount }) => sum + amount, 0n);
    return postVoucher(tx, {
      ...{
        county,
        cooperativeId: of.id,
        occurredOn: '2019-12-31',
        memo: '年末',
        sourceType: 'test',
        sourceId: randomUUID(),
      },
      ...{ lines: [...lines, { code: '102', amount: rest }], makerId: randomUUID(), checkerId: randomUUID() },
    });
  });
}

async function listDay(of: Made, on: string): Promise<number> {
  return (await world.database.read(city, (tx) => listMembers(tx, { county, cooperativeId: of.id, on }))).length;
}

describe('inheritance', () => {
  beforeAll(async () => {
    world.setDay('2019-06-03');
    Object.assign(world, {
      clerk: await world.signIn('village_clerk'),
      accountant: await world.signIn('village_accountant'),
    });
  });

  it('passes everything to one heir who is a member', async () => {
    const of = await make(world);
    await carryOut(world, of, {
      ...{ kind: 'subscribe', classId: of.classes.cash, shares: 30, paidFen: 100_000, membershipId: of.members[0] },
      occurredOn: '2019-03-01',
    });
    const died = { kind: 'inherit', membershipId: of.members[0], appliedOn: '2019-05-30' };
    expect(await refusal(world.clerk, of, { ...died, toMembershipId: of.members[1], occurredOn: '2019-05-30' })).toBe(
      'act_before_death occurredOn',
    );
    const act = await carryOut(world, of, { ...died, toMembershipId: of.members[1] });
    expect(act.preview).toMatchObject({ leavesOn: '2019-05-31', shareLines: [{ shares: -30 }, { shares: 30 }] });
    expect(await memberOf(of.members[0] ?? '')).toMatchObject({ leftOn: '2019-05-31', leftReason: 'died' });
    const [lot] = await world.database.read(city, (tx) => listLots(tx, { county, id: of.members[1] ?? '' }));
    expect(lot).toMatchObject({ shares: 30, agreedFen: 300_000n, paidFen: 100_000n });
    expect(await booked(world, of, { code: '301', sub: of.members[1] })).toBe(-100_000n);
    expect(await booked(world, of, { code: '301' })).toBe(-100_000n);
  });

  it('makes an heir a member who was none', async () => {
    const of = await make(world);
    await carryOut(world, of, {
      ...{ kind: 'subscribe', classId: of.classes.cash, shares: 30, membershipId: of.members[0] },
      occurredOn: '2019-03-01',
    });
    const heir = { newcomerKind: 'farmer', newcomerName: '女儿' };
    const died = { kind: 'inherit', membershipId: of.members[0], appliedOn: '2019-05-30' };
    const act = await carryOut(world, of, { ...died, ...heir });
    expect(await memberOf(act.id)).toMatchObject({ name: '女儿', joinedBy: 'inheritance', number: '007' });
    expect(await booked(world, of, { code: '301', sub: act.id })).toBe(-300_000n);
    expect(await refusal(world.clerk, of, { ...died, toMembershipId: of.members[1] })).toBe('member_left membershipId');
  });
});
