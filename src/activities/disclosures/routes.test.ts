import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BookRef } from '../../platform/ledger/ledger-store.ts';
import {
  county,
  type DisclosureWorld,
  disclosureWorld,
  electGroup,
  listThing,
  post,
  propose,
  signaturesOf,
  sister,
  village,
  withBooks,
} from './world.testing.ts';

let world: DisclosureWorld;
let org: { readonly id: string; readonly book: BookRef };
let members: readonly string[];
beforeAll(async () => {
  world = await disclosureWorld('2019-07-02');
  org = await withBooks(world, 'collective_economic_organization');
  await listThing(world);
  await listThing(world, { kind: 'building', class: 'operating', area_mu: 0, book_value_fen: 5_000_000 });
  await post(world, org.book, { on: '2019-04-10', lines: moved('102', '501', 80_000n) });
  await post(world, org.book, { on: '2019-05-10', lines: moved('541', '102', 20_000n) });
  members = await electGroup(world, org.id);
});
afterAll(() => world.close());
beforeEach(() => world.setDay('2019-07-02'));

function moved(debit: string, credit: string, amount: bigint) {
  return [
    { code: debit, amount },
    { code: credit, amount: -amount },
  ];
}

interface Item {
  readonly code: string;
  readonly amountFen: number | null;
  readonly areaMu: number | null;
}

function itemOf(body: Readonly<Record<string, unknown>>, code: string): Item | undefined {
  return (body.items as readonly Item[]).find((item) => item.code === code);
}

function byOrg() {
  return { cooperativeId: org.id };
}

describe('what is owed', () => {
  it('lists itself when a quarter is over, also where nobody has begun', async () => {
    const { body } = await world.clerk.get('/disclosures?year=2019');
    expect(body).toMatchObject({ total: 2, published: 0, late: 1 });
    expect(body.rows).toMatchObject([
      { startsOn: '2019-01-01', dueOn: '2019-04-15', state: 'open', light: 'late', id: null, ...byOrg() },
      { startsOn: '2019-04-01', dueOn: '2019-07-15', state: 'open', light: 'none', vouchers: 2, placeName: '甲村' },
    ]);
    expect((await world.neighbour.get('/disclosures')).body.total).toBe(0);
    expect((await world.town.get('/disclosures?year=2019&light=late')).body.total).toBe(1);
  });

  it('of a village without an organisation begins with its list of assets', async () => {
    await listThing(world, { place: sister, listed_on: '2019-05-01' });
    expect((await world.neighbour.get('/disclosures')).body.rows).toMatchObject([
      { form: 'village', cooperativeId: null, startsOn: '2019-04-01', name: '乙村' },
    ]);
  });

  it('adds a month with more vouchers than the parameter', async () => {
    const busy = await withBooks(world, 'farmers_professional');
    for (let at = 0; at < 31; at += 1) {
      await post(world, busy.book, { on: '2019-06-10', lines: moved('102', '501', 1n) });
    }
    const { body } = await world.clerk.get(`/disclosures?year=2019&form=farmers_professional`);
    expect(body.rows).toMatchObject([
      { period: 'quarter', startsOn: '2019-01-01' },
      { period: 'quarter', startsOn: '2019-04-01', vouchers: 31 },
      { period: 'month', startsOn: '2019-06-01', vouchers: 31 },
    ]);
    const manager = await world.server.signIn('cooperative_manager', { organisationId: busy.id });
    expect((await manager.get('/disclosures')).body.total).toBe(3);
    const own = await propose(manager, { cooperativeId: busy.id });
    expect(own.reply.status).toBe(200);
    expect((await manager.get(own.address)).body).toMatchObject({ state: 'proposed', form: 'farmers_professional' });
    const others = await propose(manager, byOrg());
    expect(others.reply.status).toBe(404);
  });
});

describe('figures', () => {
  it('show before anything is drawn up, and open what is behind them', async () => {
    const query = `place=${village}&cooperativeId=${org.id}&period=quarter&startsOn=2019-04-01`;
    const { body } = await world.accountant.get(`/disclosures/proposal?${query}`);
    expect(body).toMatchObject({ id: null, allowed: ['disclosure.propose'] });
    expect(itemOf(body, '2.1')).toMatchObject({ amountFen: 80_000, source: 'books' });
    expect(itemOf(body, '7.1')).toMatchObject({ amountFen: 60_000 });
    expect(itemOf(body, '5.3')).toMatchObject({ areaMu: 100, source: 'assets' });
    expect(itemOf(body, '1.1')).toMatchObject({ amountFen: null, source: null });
    const rows = await world.accountant.get(`/disclosures/rows?${query}&item=2.1`);
    expect(rows.body).toMatchObject({
      accounts: [{ code: '501', creditFen: 80_000, closingFen: -80_000 }],
      rows: [{ code: '501', amountFen: -80_000, occurredOn: '2019-04-10', memo: '卖羊' }],
      total: 1,
    });
    expect((await world.accountant.get(`/disclosures/rows?${query}&item=7.1`)).body.total).toBe(2);
    expect((await world.neighbour.get(`/disclosures/proposal?${query}`)).status).toBe(404);
  });

  it('are drawn up once for a period that is over', async () => {
    const early = await propose(world.accountant, { ...byOrg(), startsOn: '2019-07-01' });
    expect(early.reply.body).toMatchObject({ code: 'disclosure_period' });
    const first = await propose(world.accountant, { ...byOrg(), startsOn: '2019-01-01' });
    expect(first.reply.status).toBe(200);
    const again = await propose(world.clerk, { ...byOrg(), startsOn: '2019-01-01' });
    expect(again.reply.body).toMatchObject({ code: 'disclosure_known' });
    expect((await propose(world.auditor, byOrg())).reply.status).toBe(403);
    const manager = await world.server.signIn('cooperative_manager', { organisationId: org.id });
    expect((await propose(manager, byOrg())).reply.body).toMatchObject({ code: 'disclosure_by_village' });
    expect((await manager.get(first.address)).body).toMatchObject({ state: 'proposed', changed: false });
    const hung = await manager.send('POST', `${first.address}/publish`, { revision: 1 });
    expect(hung.body).toMatchObject({ code: 'disclosure_by_village' });
  });
});

describe('the way to the board', () => {
  it('is drawn up, checked by others, hung, and seen in time', async () => {
    const { address, id } = await propose(world.accountant, byOrg());
    const remark = { revision: 1, item: '1.1', remark: '计划收入 20 万元' };
    expect((await world.accountant.send('PUT', `${address}/remark`, remark)).status).toBe(200);
    const signed = { revision: 2, ...signaturesOf(members.slice(0, 2), '2019-07-02') };
    const own = await world.accountant.send('POST', `${address}/check`, signed);
    expect(own.body).toMatchObject({ code: 'disclosure_two_people' });
    const few = { ...signed, signatures: signed.signatures.slice(0, 1) };
    expect((await world.clerk.send('POST', `${address}/check`, few)).body).toMatchObject({
      code: 'disclosure_not_enough',
    });
    expect((await world.clerk.send('POST', `${address}/publish`, { revision: 2 })).body.code).toBe('disclosure_state');
    expect((await world.clerk.send('POST', `${address}/check`, signed)).status).toBe(200);
    const checked = await world.clerk.get(address);
    expect(checked.body).toMatchObject({ state: 'checked', changed: false, checkerName: 'village_clerk' });
    expect(checked.body.signatures).toHaveLength(2);
    const hung = await world.accountant.send('POST', `${address}/publish`, { revision: 3, contact: '0477-1234567' });
    expect(hung.body).toMatchObject({ endsOn: '2019-07-11' });
    expect((await world.town.get(address)).body).toMatchObject({
      ...{ state: 'published', light: 'met', publishedOn: '2019-07-02', noticeState: 'running' },
      noticeId: hung.body.noticeId,
    });
    const owner = await world.database.connectOwner();
    const fact = await owner.query('select dims from fact_disclosure where record_id = $1 and retired_at is null', [
      id,
    ]);
    const notice = await owner.query(`select count(*)::int as rows, min(n.title) as title from notice_row as r
      join notice as n on n.county = r.county and n.id = r.notice_id where n.subject_id = '${id}'`);
    await owner.end();
    expect(fact.rows).toEqual([
      { dims: { period: 'quarter', form: 'collective_economic_organization', covers: '2019-06', in_time: 'yes' } },
    ]);
    expect(notice.rows[0]).toMatchObject({ rows: 58, title: expect.stringContaining('2019年第2季度') });
  });

  it('goes back when the books move on, and comes down when it is sent back', async () => {
    const { id: coopId, book } = await withBooks(world, 'farmers_professional');
    const group = await electGroup(world, coopId);
    const { address } = await propose(world.accountant, { cooperativeId: coopId });
    await post(world, book, { on: '2019-06-30', lines: moved('102', '501', 500n) });
    expect((await world.clerk.get(address)).body).toMatchObject({ changed: true });
    const check = (revision: number) =>
      world.clerk.send('POST', `${address}/check`, { revision, ...signaturesOf(group, '2019-07-02') });
    expect((await check(1)).body.code).toBe('disclosure_figures_changed');
    expect((await world.accountant.send('POST', `${address}/refresh`, { revision: 1 })).status).toBe(200);
    expect((await check(2)).status).toBe(200);
    await post(world, book, { on: '2019-06-30', lines: moved('102', '501', 1n) });
    const stopped = await world.accountant.send('POST', `${address}/publish`, { revision: 3 });
    expect(stopped.body.code).toBe('disclosure_figures_changed');
    const returned = { revision: 3, reason: '补记一笔收入' };
    expect((await world.town.send('POST', `${address}/return`, returned)).status).toBe(200);
    expect((await world.clerk.get(address)).body).toMatchObject({ state: 'returned', checkedOn: null });
    await world.accountant.send('POST', `${address}/refresh`, { revision: 4 });
    await check(5);
    const hung = await world.accountant.send('POST', `${address}/publish`, { revision: 6 });
    expect(hung.status).toBe(200);
    await world.clerk.send('POST', `${address}/return`, { revision: 7, reason: '有一项写错' });
    const { body } = await world.clerk.get(address);
    expect(body).toMatchObject({ state: 'returned', publishedOn: null, noticeId: null, light: 'none' });
    const owner = await world.database.connectOwner();
    const notices = await owner.query('select withdrawn_reason from notice where id = $1', [hung.body.noticeId]);
    await owner.end();
    expect(notices.rows).toEqual([{ withdrawn_reason: '有一项写错' }]);
  });

  it('is changed by one at a time, and by nobody who only reads', async () => {
    await listThing(world, { place: sister, listed_on: '2019-01-01' });
    const { address } = await propose(world.neighbour, { place: sister, startsOn: '2019-01-01' });
    const remark = (revision: number) => ({ revision, item: '8.5', remark: '无' });
    const both = await Promise.all([
      world.neighbour.send('PUT', `${address}/remark`, remark(1)),
      world.neighbour.send('PUT', `${address}/remark`, remark(1)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await world.auditor.send('PUT', `${address}/remark`, remark(2))).status).toBe(403);
    expect((await world.clerk.send('PUT', `${address}/remark`, remark(2))).status).toBe(404);
    expect((await world.clerk.get(address)).status).toBe(404);
  });
});

describe('the finance group', () => {
  it('is elected for a time; whoever signed is not voided', async () => {
    const [head = ''] = members;
    const gone = { revision: 1, reason: '误录' };
    expect((await world.clerk.send('POST', `/finance-groups/${county}/${head}/withdraw`, gone)).body.code).toBe(
      'group_signed',
    );
    const ended = {
      name: '成员0',
      post: 'head',
      startsOn: '2019-01-05',
      endsOn: '2019-07-02',
      revision: 1,
      reason: '换届',
    };
    expect((await world.clerk.send('PUT', `/finance-groups/${county}/${head}`, ended)).status).toBe(200);
    const now = await world.town.get(`/finance-groups?cooperativeId=${org.id}`);
    expect(now.body).toMatchObject({ total: 2, rows: [{ name: '成员1', cooperativeName: expect.any(String) }, {}] });
    expect((await world.town.get(`/finance-groups?cooperativeId=${org.id}&past=true`)).body.total).toBe(3);
    const elsewhere = {
      id: head,
      place: sister,
      cooperativeId: org.id,
      name: '甲',
      post: 'member',
      startsOn: '2019-01-05',
    };
    expect((await world.neighbour.send('POST', '/finance-groups', elsewhere)).body.code).toBe('group_unit');
  });
});

describe('paper', () => {
  it('comes as a workbook and as a sheet to sign', async () => {
    const { body } = await world.clerk.get('/disclosures?state=published');
    const [row] = body.rows as { id: string }[];
    const sheet = await world.clerk.send('POST', `/disclosures/${county}/${row?.id}/export`);
    expect(sheet.status).toBe(200);
    expect((await world.clerk.send('POST', '/disclosures/export?year=2019')).status).toBe(200);
    expect((await world.clerk.send('POST', `/disclosures/${county}/${row?.id}/print`)).status).toBe(200);
    expect((await world.neighbour.send('POST', `/disclosures/${county}/${row?.id}/print`)).status).toBe(404);
  });
});
