import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReply } from '../../platform/http/testing.ts';
import {
  accountAt,
  approveOrder,
  city,
  cooperativeOf,
  county,
  give,
  openWorld,
  orderBody,
  projectOf,
  township,
  village,
  type World,
} from './projects.testing.ts';

let world: World;
let project: ReturnType<typeof projectOf>;
let contractId: string;
beforeAll(async () => {
  world = await openWorld();
  project = projectOf(world);
  await project.noticed();
  const awardId = await project.awarded();
  await project.withGoals();
  contractId = (await project.contracted(awardId)).contract.id;
});
afterAll(() => world.close());

function codeOf(reply: { readonly status: number; readonly body: Record<string, unknown> }): unknown {
  return reply.status === 200 ? 'ok' : reply.body.code;
}

function order(over: object = {}) {
  return orderBody(world, project.body.id, { contractId, ...over });
}

function ask(body: object): Promise<TestReply> {
  return world.people().accountant.send('POST', '/payment-orders', body);
}
function pay(id: string, by = world.people().finance): Promise<TestReply> {
  return by.send('POST', `/payment-orders/${county}/${id}/pay`, { revision: 1 });
}

async function refusals(): Promise<readonly string[]> {
  const { rows } = await world.database.read(city, (tx) =>
    sql<{ code: string }>`select code from fund_refusal order by recorded_at`.execute(tx.db),
  );
  return rows.map(({ code }) => code);
}

/** A household of which everybody has died. */
async function deadHousehold(): Promise<string> {
  const id = randomUUID();
  const owner = await world.database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, cropland_mu, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, 32.5, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, village, id.slice(0, 12)],
  );
  await owner.query(
    `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number, id_number_hash,
       id_number_masked, id_last4, sex, birth_on, relation, labour, joined_on, joined_kind, left_on, left_reason, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, '已故人', '已故人', '已故人', '', '', 'x', decode(md5($4), 'hex'), '150622********0011', '0011', 'male', '1935-03-01',
       '01', 'ordinary', '2015-01-01', 'registered', '2017-11-02', 'died', 1, now(), gen_random_uuid())`,
    [county, village, id, id],
  );
  await owner.end();
  return id;
}

describe('an order to pay', () => {
  it('needs more approvals when the parts of a split come to more', async () => {
    const first = order({ amountFen: 4_000_000 });
    expect((await ask(first)).body).toMatchObject({ approvals: 1 });
    const second = order({ amountFen: 4_000_000 });
    expect((await ask(second)).body).toMatchObject({ approvals: 2, windowFen: 8_000_000 });
    const third = order({ amountFen: 13_000_000 });
    expect((await ask(third)).body).toMatchObject({ approvals: 3, windowFen: 21_000_000 });
    await approveOrder(world, second.id);
    const two = [world.people().finance, await world.app.signIn('finance', { place: 150600000000 })];
    const paid = await Promise.all(two.map((by) => pay(second.id, by)));
    expect(paid.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    const view = (await world.people().clerk.get(`/payment-orders/${county}/${second.id}`)).body;
    expect(view).toMatchObject({ state: 'paid', allowed: [] });
    for (const { id } of [first, third]) {
      const back = { revision: 1, reason: '并入一笔' };
      expect(
        codeOf(await world.people().accountant.send('POST', `/payment-orders/${county}/${id}/withdraw`, back)),
      ).toBe('ok');
    }
    expect((await project.view()).paidFen).toBe(4_000_000);
  });

  it('keeps every refused attempt for the auditor', async () => {
    const before = (await refusals()).length;
    const tries: readonly (readonly [string, object])[] = [
      ['order_purpose', { purpose: 'vehicles' }],
      ['order_other_payee', { payeeName: '别家' }],
      ['order_beyond_contract', { amountFen: 60_000_000 }],
      ['order_invoice_missing', { invoiceNumber: null }],
      ['order_contract_missing', { contractId: null }],
      ['order_payee_unknown', { payeeKind: 'household', payeeId: randomUUID() }],
      ['order_payee_dead', { payeeKind: 'household', payeeId: await deadHousehold() }],
    ];
    for (const [code, wrong] of tries) expect(codeOf(await ask(order(wrong)))).toBe(code);
    expect((await refusals()).slice(before)).toEqual(tries.map(([code]) => code));
  });

  it('is not for one’s own household or organisation', async () => {
    const cooperativeId = await cooperativeOf(world.database);
    const paid = projectOf(world, { purpose: 'industry', budgetFen: 5_000_000 });
    await world.setDay('2018-04-03');
    await paid.noticed();
    await paid.withGoals();
    const body = orderBody(world, paid.body.id, {
      ...{ purpose: 'industry', spentOn: 'household', amountFen: 1_000_000, invoiceNumber: null },
      ...{ payeeKind: 'cooperative', payeeId: cooperativeId, payeeName: null, payeeCounty: county },
    });
    expect(codeOf(await ask(body))).toBe('ok');
    await approveOrder(world, body.id);
    const owner = await world.database.connectOwner();
    await owner.query(
      `insert into position (id, account_id, role, organisation_id, starts_on, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, 'cooperative_manager', $2, '2018-01-01', now(), gen_random_uuid())`,
      [world.people().finance.accountId, cooperativeId],
    );
    await owner.end();
    expect(codeOf(await pay(body.id))).toBe('order_own_payee');
    const other = await world.app.signIn('finance', { place: 150600000000 });
    expect(codeOf(await pay(body.id, other))).toBe('ok');
    const vouchers = await world.database.read(city, (tx) =>
      sql<{ memo: string; template: string; totalFen: bigint }>`
        select memo, template, total_fen from voucher where cooperative_id = ${cooperativeId}`.execute(tx.db),
    );
    expect(vouchers.rows).toEqual([{ memo: '购买种羊', template: 'grant_received', totalFen: 1_000_000n }]);
  });

  it('books receipt and spending when a cooperative pays out of its own account', async () => {
    await world.setDay('2018-04-03');
    const cooperativeId = await cooperativeOf(world.database);
    const account = await accountAt(world.database, {
      kind: 'cooperative',
      place: village,
      organisationId: cooperativeId,
    });
    await give(world.database, {
      from: world.account,
      to: account,
      documentId: world.documentId,
      amountFen: 10_000_000n,
    });
    const own = projectOf(world, { cooperativeId, budgetFen: 10_000_000 });
    await own.noticed();
    const awardId = await own.awarded(10_000_000);
    await own.withGoals();
    const { contract, done } = await own.contracted(awardId, { amountFen: 10_000_000, accountId: account.id });
    expect(codeOf(done)).toBe('ok');
    const body = orderBody(world, own.body.id, {
      contractId: contract.id,
      accountId: account.id,
      amountFen: 10_000_000,
    });
    const manager = await world.app.signIn('cooperative_manager', { organisationId: cooperativeId });
    expect((await manager.send('POST', '/payment-orders', body)).body).toMatchObject({ approvals: 2 });
    await approveOrder(world, body.id);
    expect(codeOf(await pay(body.id))).toBe('ok');
    const lines = await world.database.read(city, (tx) =>
      sql<{
        code: string;
        balanceFen: bigint;
      }>`select a.code, sum(a.balance)::bigint as balance_fen from ledger_account a
        join book b on b.county = a.county and b.id = a.book_id
        where b.cooperative_id = ${cooperativeId} and a.balance <> 0 and a.sub = '' group by 1 order by 1`.execute(
        tx.db,
      ),
    );
    expect(lines.rows).toEqual([
      { code: '153', balanceFen: 10_000_000n },
      { code: '31101', balanceFen: -10_000_000n },
    ]);
    expect((await manager.get('/payment-orders')).body).toMatchObject({ total: 1 });
    const before = (await refusals()).length;
    const wrong = { ...body, id: randomUUID(), purpose: 'vehicles', amountFen: 1 };
    expect(codeOf(await manager.send('POST', '/payment-orders', wrong))).toBe('order_purpose');
    expect((await refusals()).length).toBe(before + 1);
  });

  it('says nothing to others, and is refused or taken back with its reason', async () => {
    const body = order({ amountFen: 2_000_000 });
    expect(codeOf(await ask(body))).toBe('ok');
    const address = `/payment-orders/${county}/${body.id}`;
    const stranger = await world.app.signIn('township_clerk', { place: township + 1_000 });
    expect((await stranger.get(address)).status).toBe(404);
    expect((await pay(body.id, stranger)).status).toBe(404);
    const refuse = (by = world.people().finance) =>
      by.send('POST', `${address}/refuse`, { revision: 1, reason: '发票不清' });
    expect((await refuse(world.people().accountant)).status).toBe(403);
    expect(codeOf(await refuse())).toBe('ok');
    expect(codeOf(await refuse())).toBe('order_ended');
    const list = (await world.people().auditor.get('/payment-orders?state=refused')).body;
    expect(list).toMatchObject({ total: 1, rows: [{ id: body.id }] });
    expect((await world.people().clerk.send('POST', '/payment-orders/export')).status).toBe(200);
  });
});
