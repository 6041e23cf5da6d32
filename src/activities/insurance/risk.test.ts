import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveFunds, openFundAccount, recordFund, recordFundDocument } from '../../ledgers/funds/public.ts';
import { actorAt } from '../../platform/db/testing.ts';
import type { TestClient } from '../../platform/http/testing.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { proposeRiskRequest } from './risk-rules.ts';
import {
  banner,
  city,
  county,
  type InsuranceWorld,
  insuranceWorld,
  insurerId,
  numberOf,
  type Person,
  sister,
  township,
  village,
} from './world.testing.ts';

let world: InsuranceWorld;
let people: readonly Person[];
let clerk: TestClient;
let office: TestClient;
let finance: TestClient;
const claimId = randomUUID();
const [agreedLine, openLine] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  world = await insuranceWorld('2020-08-01', [
    [village, '甲嘎查'],
    [sister, '乙嘎查'],
  ]);
  people = await world.plant([{ name: '牧民甲', idNumber: numberOf(1), place: village }]);
  await plantClaims();
  await fillRiskFund();
  clerk = await world.seat('village_clerk');
  office = await world.seat('township_clerk', { place: township });
  finance = await world.seat('finance', { place: banner });
});
afterAll(() => world.close());

/** A claim whose survey is agreed at 3,000 yuan, and one that is only reported. */
async function plantClaims(): Promise<void> {
  const [policy, insured, reported] = [randomUUID(), randomUUID(), randomUUID()];
  const by = `1, now(), gen_random_uuid()`;
  await world.sql(
    `insert into insurance_policy (county, id, place, insurer_id, number, line, unit, holder_kind, starts_on, ends_on, unit_sum_fen,
      rate_bp, deductible_bp, central_bp, region_bp, city_bp, banner_bp, holder_bp, state, lines, units, sum_fen, premium_fen,
      central_fen, region_fen, city_fen, banner_fen, holder_fen, issued_on, issued_by, source, revision, recorded_at, recorded_by)
    values (${county}, $1, ${village}, $2, 'R-1', 'cattle', 'head', 'village', '2020-05-01', '2021-04-30', 600000,
      600, 0, 3500, 2500, 500, 500, 3000, 'in_force', 1, 1, 600000, 36000,
      12600, 9000, 1800, 1800, 10800, '2020-04-30', gen_random_uuid(), 'hand', ${by})`,
    [policy, insurerId],
  );
  await world.sql(
    `insert into insurance_insured (county, id, place, insured_place, insurer_id, policy_id, line, unit, household_id, name, units,
      sum_fen, premium_fen, central_fen, region_fen, city_fen, banner_fen, holder_fen, claimed_fen, signed_on, starts_on, ends_on,
      in_force, matched, revision, recorded_at, recorded_by)
    values (${county}, $1, ${village}, ${village}, $2, $3, 'cattle', 'head', $4, '牧民甲', 1,
      600000, 36000, 12600, 9000, 1800, 1800, 10800, 300000, '2020-04-20', '2020-05-01', '2021-04-30',
      true, 'hand', ${by})`,
    [insured, insurerId, policy, people[0]?.householdId],
  );
  for (const [claim, line, state] of [
    [claimId, agreedLine, 'agreed'],
    [reported, openLine, 'reported'],
  ] as const) {
    const agreed = state === 'agreed';
    await world.sql(
      `insert into insurance_claim (county, id, place, insurer_id, policy_id, policy_number, line, unit, cause, occurred_on, told_at,
        reported_on, statement, state, lines, agreed_fen, surveyed_on, surveyed_by, agreed_on, due_on, made_by, revision,
        recorded_at, recorded_by)
      values (${county}, $1, ${village}, $2, $3, 'R-1', 'cattle', 'head', 'snow', '2020-06-08', now(), '2020-06-10', '雪灾死亡', $4, 1,
        $5, $6, $7, $8, $9, gen_random_uuid(), ${by})`,
      [
        ...[claim, insurerId, policy, state, agreed ? 300_000 : 0],
        ...(agreed ? ['2020-06-11', randomUUID(), '2020-06-29', '2020-07-09'] : [null, null, null, null]),
      ],
    );
    await world.sql(
      `insert into insurance_claim_line (county, id, place, insured_place, insurer_id, claim_id, insured_id, household_id, name,
        reported_units, surveyed_units, loss_bp, computed_fen, agreed_fen, revision, recorded_at, recorded_by)
      values (${county}, $1, ${village}, ${village}, $2, $3, $4, $5, '牧民甲', 1, $6, $7, $8, $8, ${by})`,
      [
        ...[line, insurerId, claim, insured, people[0]?.householdId],
        ...(agreed ? [1, 5_000, 300_000] : [null, null, null]),
      ],
    );
  }
}

async function fillRiskFund(): Promise<void> {
  const [fundId, documentId] = [randomUUID(), randomUUID()];
  await world.database.act(actorAt('finance', city), async (tx) => {
    await recordFund(tx, {
      ...{ county: 150600, id: fundId, place: city, kind: 'poverty_industry', level: 'city', source: 'development' },
      ...{ name: '风险基金', startsOn: '2020-01-01', endsOn: null },
    });
    await recordFundDocument(tx, {
      ...{ county: 150600, id: documentId, place: city, fundId, number: '鄂财农〔2020〕9号', title: '风险基金' },
      ...{ issuedOn: '2020-03-01', amountFen: 150_000n, standard: false, purposes: ['risk_fund'], payeeKinds: [] },
      ...{ places: [placeOf(banner)], startsOn: '2020-01-01', endsOn: null, managementBp: 0 },
    });
    const to = await openFundAccount(tx, {
      ...{ place: placeOf(banner), kind: 'office', pool: 'risk', name: '风险基金', discipline: 'fifo' },
    });
    const [makerId, checkerId] = [randomUUID(), randomUUID()];
    const moved = await moveFunds(tx, [
      {
        ...{ id: randomUUID(), kind: 'receipt', to, documentId, amountFen: 150_000n, occurredOn: '2020-03-05' },
        ...{ memo: '拨入', makerId, checkerId, source: { type: 'test', id: randomUUID() } },
      },
    ]);
    return moved.ok ? ok(true) : moved;
  });
}

interface Request {
  readonly state: string;
  readonly amountFen: number | null;
  readonly revision: number;
  readonly movementId: string | null;
  readonly allowed: readonly string[];
}

const asked = { county, lineId: agreedLine, lossFen: 500_000, valueFen: 1_000_000, basis: '查勘单' };

async function ask(change: object = {}) {
  const id = randomUUID();
  const address = `/risk-requests/${county}/${id}`;
  const reply = await clerk.send('POST', '/risk-requests', { ...asked, id, ...change });
  const view = async (by: TestClient = clerk) => (await by.get(address)).body as unknown as Request;
  const by = async (client: TestClient, step: string, more: object = {}) =>
    client.send('POST', `${address}/${step}`, { revision: (await view()).revision, ...more });
  return { reply, view, by };
}

it('asks for a loss whose survey is agreed, once, from the trigger on', async () => {
  const codes = [];
  for (const change of [
    { lineId: openLine },
    { lossFen: 299_999 },
    { valueFen: 499_999 },
    { valueFen: 1_666_667 },
    { lineId: randomUUID() },
  ])
    codes.push((await ask(change)).reply.body.code);
  expect(codes).toEqual([
    ...['insurance_claim_not_agreed', 'risk_loss_insured', 'risk_loss_beyond_value'],
    ...['fund_risk_below_trigger', 'not_found'],
  ]);
  const one = await ask();
  expect(one.reply.status).toBe(200);
  expect((await ask()).reply.body.code).toBe('risk_asked_before');
  expect(await one.view()).toMatchObject({ state: 'asked', amountFen: 100_000, allowed: ['risk.ask'] });
  expect((await one.by(clerk, 'withdraw', { reason: '重新核定' })).status).toBe(200);
});

it('is refused for a reason that is kept; the loss may then be asked for again', async () => {
  const one = await ask();
  expect((await one.by(office, 'refuse', { reason: '依据不足' })).status).toBe(200);
  expect(await one.view()).toMatchObject({ state: 'refused', opinion: '依据不足', allowed: [] });
  expect((await one.by(office, 'check')).body.code).toBe('risk_not_asked');
  const again = await ask();
  expect(again.reply.status).toBe(200);
  expect((await again.by(clerk, 'withdraw', { reason: '重新核定' })).status).toBe(200);
});

it('is checked and paid by two others, once however many try, and stands in the risk fund', async () => {
  const one = await ask();
  expect((await one.by(clerk, 'check')).status).toBe(403);
  expect((await one.by(finance, 'pay')).body.code).toBe('risk_not_checked');
  expect((await one.by(office, 'check')).status).toBe(200);
  const { revision } = await one.view();
  const paid = await Promise.all(Array.from({ length: 6 }, () => one.by(finance, 'pay', { revision })));
  expect(paid.filter(({ status }) => status === 200).map(({ body }) => body.amountFen)).toEqual([100_000]);
  const shown = await one.view(finance);
  expect(shown).toMatchObject({ state: 'paid', amountFen: 100_000, allowed: [] });
  const rows = await world.database.act(actorAt('finance', city), async (tx) => {
    const payouts = sql<object>`select claim_id, amount_fen, loss_fen, insured_fen from fund_risk_payout`;
    return ok((await payouts.execute(tx.db)).rows);
  });
  expect(rows).toMatchObject([{ claimId: agreedLine, amountFen: 100_000n, lossFen: 500_000n, insuredFen: 300_000n }]);
  expect((await ask()).reply.body.code).toBe('risk_asked_before');
  const list = await office.get(`/risk-requests?claim=${claimId}&state=paid`);
  expect(list.body).toMatchObject({ total: 1, rows: [{ amountFen: 100_000, state: 'paid' }] });
});

it('is not known to a neighbour, and bars who asks from paying', async () => {
  const neighbour = await world.seat('village_clerk', { place: sister });
  expect((await neighbour.get('/risk-requests')).body.total).toBe(0);
  expect((await neighbour.send('POST', '/risk-requests', { ...asked, id: randomUUID() })).body.code).toBe('not_found');
  expect(
    proposeRiskRequest({ isAgreed: true, householdId: null, insuredFen: 0n }, { lossFen: 1n, valueFen: 1n }),
  ).toEqual({
    ok: false,
    refusal: { code: 'risk_no_household', field: 'lineId' },
  });
});
