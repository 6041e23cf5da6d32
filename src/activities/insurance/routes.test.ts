import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePress } from '../../platform/documents/pdf.ts';
import type { TestClient } from '../../platform/http/testing.ts';
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
beforeAll(async () => {
  world = await insuranceWorld('2020-04-01', [
    [village, '甲嘎查'],
    [sister, '乙嘎查'],
  ]);
  people = await world.plant(
    Array.from({ length: 14 }, (_, at) => ({
      ...{
        name: `牧民${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[at]}`,
        idNumber: numberOf(at),
        place: at < 12 ? village : sister,
      },
    })),
  );
  clerk = await world.seat('village_clerk');
});
afterAll(async () => {
  closePress();
  await world.close();
});

interface View {
  readonly revision: number;
  readonly state: string;
  readonly premiumFen: number;
  readonly shares: readonly { readonly payer: string; readonly fen: number }[];
  readonly insured: readonly { readonly id: string; readonly revision: number; readonly householdId: string }[];
  readonly notice: { readonly state: string; readonly isCurrent: boolean } | null;
  readonly allowed: readonly string[];
}

const head = {
  ...{
    line: 'cattle',
    startsOn: '2020-05-01',
    endsOn: '2021-04-30',
    unitSumFen: 600_000,
    rateBp: 600,
    deductibleBp: 0,
  },
};
const contact = { contact: '村委会 0477-1234567' };

function policyOf(number: string) {
  const id = randomUUID();
  const address = `/insurance-policies/${county}/${id}`;
  const view = async () => (await clerk.get(address)).body as unknown as View;
  const send = (path: string, body: object = {}) => clerk.send('POST', `${address}${path}`, body);
  const now = async (path: string, body: object = {}) => send(path, { revision: (await view()).revision, ...body });
  return {
    ...{ id, address, view, send, now },
    begin: (more: object = {}) =>
      clerk.send('POST', '/insurance-policies', {
        ...head,
        id,
        place: village,
        insurerId,
        holderKind: 'village',
        number,
        ...more,
      }),
    add: (householdId: string | undefined, units: number, more: object = {}) =>
      send('/insured', { id: randomUUID(), householdId, units, signedOn: '2020-04-01', ...more }),
    issue: async (by: TestClient) => by.send('POST', `${address}/issue`, { revision: (await view()).revision }),
  };
}

/** A policy in force for the first households of the village, with so many heads each. */
async function inForce(number: string, heads: readonly number[]) {
  world.setDay('2020-04-01');
  clerk = await world.seat('village_clerk');
  const policy = policyOf(number);
  expect((await policy.begin()).status).toBe(200);
  for (const [at, units] of heads.entries())
    expect((await policy.add(people[at]?.householdId, units)).status).toBe(200);
  expect((await policy.now('/notice', { ...contact, postedOn: '2020-04-01' })).status).toBe(200);
  world.setDay('2020-04-20');
  clerk = await world.seat('village_clerk');
  expect((await policy.issue(await world.seat('township_clerk', { place: township }))).status).toBe(200);
  return policy;
}

describe('a policy', () => {
  it('is signed, publicised, and put in force by somebody else; its premium is split to the fen', async () => {
    world.setDay('2020-04-01');
    clerk = await world.seat('village_clerk');
    const policy = policyOf('P-1');
    expect((await policy.begin({ startsOn: '2017-05-01', endsOn: '2018-04-30' })).body.code).toBe(
      'insurance_terms_missing',
    );
    expect((await policy.begin({ line: 'goats' })).body.code).toBe('insurance_terms_missing');
    expect((await policy.begin({ insurerId: randomUUID() })).status).toBe(404);
    expect((await policy.begin({ place: sister })).status).toBe(404);
    expect((await policy.begin({ place: township })).body.code).toBe('insurance_place');
    expect((await policy.begin()).status).toBe(200);
    expect((await policyOf('P-1').begin()).body.code).toBe('insurance_number_known');
    expect((await policy.now('/notice', { ...contact, postedOn: '2020-04-01' })).body.code).toBe('insurance_nobody');
    const [one, two] = people;
    expect((await policy.add(one?.householdId, 3, { signedOn: null })).status).toBe(200);
    expect((await policy.add(one?.householdId, 1)).body.code).toBe('insurance_insured_twice');
    expect((await policy.add(people[12]?.householdId, 1)).status).toBe(404);
    expect((await policy.add(two?.householdId, 1.25)).status).toBe(200);
    expect((await policy.add(two?.householdId, 1.255)).status).toBe(400);
    const view = await policy.view();
    expect(view).toMatchObject({
      state: 'draft',
      units: 4.25,
      sumFen: 2_550_000,
      premiumFen: 153_000,
      holderFen: 45_900,
    });
    expect(view.shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(153_000);
    const unsigned = await policy.now('/notice', { ...contact, postedOn: '2020-04-01' });
    expect(unsigned.body).toMatchObject({ code: 'insurance_unsigned', values: { count: 1 } });
    const [line] = view.insured.filter(({ householdId }) => householdId === one?.householdId);
    const change = { revision: line?.revision, units: 4, signedOn: '2020-04-01' };
    expect((await clerk.send('PUT', `${policy.address}/insured/${line?.id}`, change)).status).toBe(200);
    expect((await clerk.send('PUT', `${policy.address}/insured/${line?.id}`, change)).body.code).toBe('stale');
    const town = await world.seat('township_clerk', { place: township });
    expect((await policy.issue(town)).body.code).toBe('insurance_not_listed');
    expect((await policy.now('/notice', { ...contact, postedOn: '2020-04-01' })).status).toBe(200);
    expect(await policy.view()).toMatchObject({ state: 'listed', notice: { state: 'running', isCurrent: true } });
    expect((await policy.issue(clerk)).status).toBe(403);
    expect((await policy.issue(town)).body.code).toBe('insurance_notice_open');
    world.setDay('2020-04-20');
    clerk = await world.seat('village_clerk');
    const later = await world.seat('township_clerk', { place: township });
    const issued = await Promise.all(Array.from({ length: 8 }, () => policy.issue(later)));
    expect(issued.filter(({ status }) => status === 200)).toHaveLength(1);
    clerk = await world.seat('village_clerk');
    expect(await policy.view()).toMatchObject({ state: 'in_force', premiumFen: 189_000 });
    expect((await policy.add(people[3]?.householdId, 1)).body.code).toBe('insurance_not_draft');
    const printed = await clerk.send('POST', `${policy.address}/print`);
    expect(printed.raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await clerk.send('POST', '/insurance-policies/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('of one household needs no board, and corrected computes every line anew', async () => {
    world.setDay('2020-04-21');
    clerk = await world.seat('village_clerk');
    const policy = policyOf('P-2');
    await policy.begin({ holderKind: 'household' });
    await policy.add(people[4]?.householdId, 10);
    const change = { ...head, number: 'P-2', rateBp: 500, revision: (await policy.view()).revision };
    expect((await clerk.send('PUT', policy.address, change)).status).toBe(200);
    expect(await policy.view()).toMatchObject({
      premiumFen: 300_000,
      insured: [{ premiumFen: 300_000, holderFen: 90_000 }],
    });
    expect((await policy.issue(await world.seat('township_clerk', { place: township }))).status).toBe(200);
    const { revision } = await policy.view();
    expect((await policy.send('/withdraw', { revision, reason: '退保' })).status).toBe(200);
    expect(await policy.view()).toMatchObject({ state: 'withdrawn', allowed: [] });
  });

  it('is seen by its insurer alone, by its village, and by nobody else', async () => {
    const policy = await inForce('P-3', [2]);
    const own = await world.seat('insurer', { organisationId: insurerId });
    const other = await world.seat('insurer', { organisationId: randomUUID() });
    expect((await own.get(policy.address)).body).toMatchObject({ number: 'P-3', insured: [{ name: '牧民甲' }] });
    expect((await own.get('/insurance-policies')).body.total).toBeGreaterThan(0);
    expect((await other.get(policy.address)).status).toBe(404);
    expect((await other.get('/insurance-policies')).body.total).toBe(0);
    for (const path of ['/insurance-coverage', '/insurance-renewals', '/insurance-alerts', '/insurance-intake'])
      expect((await own.get(path)).status).toBe(403);
    const neighbour = await world.seat('village_clerk', { place: sister });
    expect((await neighbour.get(policy.address)).status).toBe(404);
    expect((await neighbour.send('POST', `${policy.address}/withdraw`, { revision: 1, reason: '试试' })).status).toBe(
      404,
    );
    const auditor = await world.seat('auditor', { place: city });
    expect((await auditor.get(policy.address)).body).toMatchObject({ allowed: [] });
    expect((await auditor.send('POST', `${policy.address}/withdraw`, { revision: 1, reason: '试试' })).status).toBe(
      403,
    );
  });
});

interface Claim {
  readonly revision: number;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly computedFen: number | null }[];
  readonly dueOn: string | null;
}

async function lossOf(policy: Awaited<ReturnType<typeof inForce>>, units: readonly number[]) {
  world.setDay('2020-06-10');
  clerk = await world.seat('village_clerk');
  const { insured } = await policy.view();
  const id = randomUUID();
  const address = `/insurance-claims/${county}/${id}`;
  const lines = units.map((one, at) => ({ insuredId: insured[at]?.id, units: one }));
  const body = { id, county, policyId: policy.id, cause: 'disease', occurredOn: '2020-06-08', statement: '口蹄疫死亡' };
  const reply = await clerk.send('POST', '/insurance-claims', { ...body, lines, toldAt: '2020-06-08T12:30:00+08:00' });
  const view = async () => (await clerk.get(address)).body as unknown as Claim;
  const by = async (client: TestClient, path: string, more: object = {}) =>
    client.send('POST', `${address}${path}`, { revision: (await view()).revision, ...more });
  return { id, address, reply, view, by };
}

describe('a claim', () => {
  it('goes from the report to the payment, each step by who may, within its clock', async () => {
    const policy = await inForce('P-4', [2, 3]);
    const claim = await lossOf(policy, [1, 2]);
    expect(claim.reply.status).toBe(200);
    expect((await lossOf(policy, [9])).reply.body.code).toBe('insurance_survey_beyond_units');
    const insurer = await world.seat('insurer', { organisationId: insurerId });
    const { lines } = await claim.view();
    const survey = lines.map(({ id }) => ({ id, units: 1, lossBp: 5_000 }));
    expect((await claim.by(clerk, '/survey', { lines: survey })).status).toBe(403);
    expect((await claim.by(insurer, '/survey', { lines: survey.slice(1) })).body.code).toBe(
      'insurance_survey_incomplete',
    );
    expect((await claim.by(clerk, '/notice', { ...contact, postedOn: '2020-06-10' })).body.code).toBe(
      'insurance_claim_not_surveyed',
    );
    expect((await claim.by(insurer, '/survey', { lines: survey })).status).toBe(200);
    expect(await claim.view()).toMatchObject({
      state: 'surveyed',
      agreedFen: 600_000,
      lines: [{ computedFen: 300_000 }, {}],
    });
    expect((await claim.by(insurer, '/agree')).body.code).toBe('insurance_claim_not_listed');
    expect((await claim.by(clerk, '/notice', { ...contact, postedOn: '2020-06-10' })).status).toBe(200);
    expect((await claim.by(insurer, '/agree')).body.code).toBe('insurance_claim_notice_open');
    world.setDay('2020-06-29');
    clerk = await world.seat('village_clerk');
    const later = await world.seat('insurer', { organisationId: insurerId });
    expect((await claim.by(later, '/agree')).body).toMatchObject({ dueOn: '2020-07-09' });
    expect((await claim.by(later, '/decline', { reason: '反悔' })).body.code).toBe('insurance_claim_not_open');
    world.setDay('2020-07-10');
    clerk = await world.seat('village_clerk');
    expect((await clerk.get('/insurance-claims?light=late')).body).toMatchObject({
      total: 1,
      rows: [{ light: 'late', days: 30 }],
    });
    const payer = await world.seat('insurer', { organisationId: insurerId });
    const paid = await Promise.all(Array.from({ length: 8 }, () => claim.by(payer, '/pay', { voucher: 'PF-1' })));
    expect(paid.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await claim.view()).toMatchObject({ state: 'paid', light: 'late', paidOn: '2020-07-10', allowed: [] });
    const used = await policy.now('/withdraw', { reason: '退保' });
    expect(used.body.code).toBe('insurance_claimed_before');
  });

  it('never pays more than was insured, however many claims are agreed at once', async () => {
    const policy = await inForce('P-5', [1]);
    const insurer = () => world.seat('insurer', { organisationId: insurerId });
    const claims = [];
    for (let at = 0; at < 6; at += 1) {
      const claim = await lossOf(policy, [1]);
      const { lines } = await claim.view();
      const survey = lines.map(({ id }) => ({ id, units: 1, lossBp: 4_000 }));
      expect((await claim.by(await insurer(), '/survey', { lines: survey })).status).toBe(200);
      expect((await claim.by(clerk, '/notice', { ...contact, postedOn: '2020-06-10' })).status).toBe(200);
      claims.push(claim);
    }
    world.setDay('2020-06-29');
    clerk = await world.seat('village_clerk');
    const by = await insurer();
    const agreed = await Promise.all(claims.map((claim) => claim.by(by, '/agree')));
    expect(agreed.filter(({ status }) => status === 200)).toHaveLength(2);
    const refused = agreed.flatMap(({ status, body }) => (status === 200 ? [] : [body.code]));
    expect(new Set(refused)).toEqual(new Set(['insurance_survey_beyond_sum']));
  });

  it('may be withdrawn or declined before it is agreed', async () => {
    const policy = await inForce('P-6', [1]);
    const one = await lossOf(policy, [1]);
    expect((await one.by(clerk, '/close', { reason: '找到了' })).status).toBe(200);
    const two = await lossOf(policy, [1]);
    const insurer = await world.seat('insurer', { organisationId: insurerId });
    expect((await two.by(insurer, '/decline', { reason: '不在责任内' })).status).toBe(200);
    expect((await two.by(insurer, '/survey', { lines: [{ id: randomUUID(), units: 1, lossBp: 1 }] })).body.code).toBe(
      'insurance_claim_not_open',
    );
  });
});

describe('renewals', () => {
  it('name whose insurance ends; somebody is told once a day', async () => {
    await inForce('P-7', [5]);
    world.setDay('2021-04-10');
    clerk = await world.seat('village_clerk');
    const list = async () =>
      (await clerk.get('/insurance-renewals?q=P-7')).body as { rows: { id: string }[]; total: number };
    const { rows } = await list();
    expect(rows).toMatchObject([{ light: 'near', endsOn: '2021-04-30', phoneMasked: null, toldOn: null }]);
    const told = { id: randomUUID(), channel: 'visit', note: null };
    const address = `/insured/${county}/${rows[0]?.id}/remind`;
    expect((await clerk.send('POST', address, told)).status).toBe(200);
    expect((await clerk.send('POST', address, { ...told, id: randomUUID() })).body.code).toBe('insurance_told_today');
    expect((await list()).rows).toMatchObject([{ toldOn: '2021-04-10', channel: 'visit' }]);
  });
});

describe('doubts', () => {
  it('find every household that insures more than it owns, and end as cases with results', async () => {
    await inForce('P-8', [2, 3, 4, 5, 6, 7]);
    const seven = people.slice(5, 12);
    const herds = seven.map(({ householdId }, at) => [householdId, at] as const);
    await world.sql(
      `insert into herd_count (county, id, place, year, counted_on, holder_kind, holder_name, holder_id, sheep, goats,
        cattle, horses, donkeys, camels, sheep_units, revision, recorded_at, recorded_by)
      select ${county}, gen_random_uuid(), ${village}, 2020, '2020-01-31', 'household', '牧民', h, 0, 0, c, 0, 0, 0, 0, 1, now(), gen_random_uuid()
      from unnest($1::uuid[], $2::int[]) as u (h, c)`,
      [herds.map(([holder]) => holder), herds.map(([, heads]) => heads)],
    );
    world.setDay('2020-06-01');
    const office = await world.seat('township_clerk', { place: township });
    const found = await office.send('POST', '/insurance-alerts/find', { place: township });
    const again = await office.send('POST', '/insurance-alerts/find', { place: township });
    expect(again.body).toEqual({ found: found.body.found, fresh: 0 });
    const over = await office.get('/insurance-alerts?kind=over_insured');
    expect(over.body).toMatchObject({
      total: 1,
      rows: [{ name: '牧民己', found: 700, expected: 0, measuredIn: 'head' }],
    });
    const [row] = over.body.rows as { id: string; revision: number }[];
    const address = `/insurance-alerts/${county}/${row?.id}/decide`;
    const result = { revision: row?.revision, state: 'confirmed', reason: '核减并退回补贴' };
    expect((await office.send('POST', address, result)).status).toBe(200);
    expect((await office.send('POST', address, result)).body.code).toBe('insurance_alert_decided');
    expect((await office.get('/insurance-alerts?state=confirmed')).body).toMatchObject({
      decided: 1,
      confirmed: 1,
      hitBp: 10_000,
    });
    const far = await world.seat('township_clerk', { place: banner + 101_000 });
    expect((await far.send('POST', '/insurance-alerts/find', { place: township })).status).toBe(404);
    expect((await far.get('/insurance-alerts')).body.total).toBe(0);
  });
});
