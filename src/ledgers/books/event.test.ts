import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { books, check, city, closeWorld, county, detail, type Kept, openWorld, type World } from './books.testing.ts';
import { patronageOf } from './public.ts';

let world: World;
let kept: Kept;

beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
});
afterAll(() => closeWorld(world));

interface Recorded {
  readonly id: string;
  readonly voucherId: string;
}

const wool = { kind: 'purchase_from_member', occurredOn: '2019-05-06', product: '羊毛', quantity: 40, unit: '公斤' };

function woolOf(member: string, cost = 80_000) {
  return {
    ...{ ...wool, amounts: { cost }, choices: { asset: 'stock', counter: 'bank' } },
    parties: { memberSub: kept.members[0], otherSub: member },
  };
}

async function record(event: object): Promise<Recorded> {
  const eventId = randomUUID();
  const sent = await world.accountant.send('POST', `${kept.address}/events`, { eventId, ...event });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return { id: eventId, voucherId: String(sent.body.voucherId) };
}

async function trades() {
  return (await world.accountant.get(`${kept.address}/trades`)).body.rows;
}

describe('a business event', () => {
  it('A71 is checked by somebody else: its voucher wrote itself, and only then it is a trade with the member', async () => {
    const { id, voucherId } = await record(woolOf(randomUUID()));
    const voucher = await world.clerk.get(`/vouchers/${county}/${voucherId}`);
    expect(voucher.body).toMatchObject({
      ...{ state: 'draft', template: 'purchase_from_member', sourcePage: `/business-events/${county}/${id}` },
      lines: [
        { code: '121', debitFen: 80_000, quantity: 40, memo: '向成员收购羊毛' },
        { code: '102', creditFen: 80_000, quantity: null },
      ],
    });
    expect(await trades()).toEqual([]);
    const own = await world.accountant.send('POST', `/vouchers/${county}/${voucherId}/check`, { revision: 1 });
    expect(own.body.code).toBe('own_work');
    expect(await check(world, voucherId)).toBe(1);
    expect(await trades()).toMatchObject([{ product: '羊毛', quantity: 40, amountFen: 80_000, sourceId: id }]);
    const shown = await world.clerk.get(`/business-events/${county}/${id}`);
    expect(shown.body).toMatchObject({
      state: 'posted',
      number: 1,
      allowed: [],
      partyNames: { memberSub: '001 社员001' },
    });
    const listed = await world.clerk.get(`${kept.address}/events?kind=purchase_from_member&q=羊毛`);
    expect(listed.body).toMatchObject({ total: 1, rows: [{ id, totalFen: 80_000, files: 0 }] });
  });

  it('taken back in red gives the patronage back, and stays to be read', async () => {
    const before = await world.database.read(city, (tx) =>
      patronageOf(tx, { county, cooperativeId: kept.cooperativeId, year: 2019 }),
    );
    const { id, voucherId } = await record(woolOf(randomUUID(), 12_345));
    await check(world, voucherId);
    const body = { voucherId: randomUUID(), occurredOn: '2019-05-07', reason: '重复登记' };
    expect((await world.accountant.send('POST', `/vouchers/${county}/${voucherId}/reverse`, body)).status).toBe(200);
    await check(world, body.voucherId);
    expect((await world.clerk.get(`/business-events/${county}/${id}`)).body.takenBack).toBe(true);
    const after = await world.database.read(city, (tx) =>
      patronageOf(tx, { county, cooperativeId: kept.cooperativeId, year: 2019 }),
    );
    expect(after).toEqual(before);
  });

  it('is corrected and withdrawn with its voucher while nobody has checked it, and the voucher not without it', async () => {
    const { id, voucherId } = await record(woolOf(randomUUID()));
    for (const [method, path, body] of [
      ['POST', '/withdraw', { revision: 1, reason: '重复' }],
      ['PUT', '', { revision: 1, occurredOn: '2019-05-06', lines: [] }],
    ] as const) {
      const refused = await world.accountant.send(method, `/vouchers/${county}/${voucherId}${path}`, body);
      expect(refused.body.code).toMatch(/^voucher_(of_event|written_itself)$/);
    }
    const { kind: _, ...fields } = woolOf(randomUUID(), 90_000);
    const corrected = { ...fields, revision: 1, reason: '金额有误' };
    expect((await world.clerk.send('PUT', `/business-events/${county}/${id}`, corrected)).status).toBe(200);
    const voucher = await world.clerk.get(`/vouchers/${county}/${voucherId}`);
    expect(voucher.body).toMatchObject({ totalFen: 90_000, revision: 2, madeByName: expect.any(String) });
    const own = await world.clerk.send('POST', `/vouchers/${county}/${voucherId}/check`, { revision: 2 });
    expect(own.body.code).toBe('own_work');
    const gone = { revision: 2, reason: '没有发生' };
    expect((await world.accountant.send('POST', `/business-events/${county}/${id}/withdraw`, gone)).status).toBe(200);
    expect((await world.accountant.get(`/vouchers/${county}/${voucherId}`)).status).toBe(404);
    expect((await world.accountant.get(`/business-events/${county}/${id}`)).status).toBe(404);
  });

  it('of a grant goes from the bank to the project, to the cows, to equity of its source', async () => {
    const [project, source, asset] = [
      await detail(world, kept, 'project'),
      await detail(world, kept, 'source'),
      await detail(world, kept, 'asset'),
    ];
    const got = await record({
      ...{ kind: 'grant_received', occurredOn: '2019-06-01', amounts: { grant: 1_000_000 } },
      parties: { projectSub: project },
    });
    await check(world, got.voucherId);
    const cows = await record({
      ...{ kind: 'grant_spent_on_asset', occurredOn: '2019-06-10', amounts: { cost: 900_000, grant: 900_000 } },
      ...{ choices: { asset: 'productive_biological', counter: 'bank' }, product: '基础母牛', quantity: 3, unit: '头' },
      parties: { projectSub: project, sourceSub: source, assetSub: asset },
    });
    await check(world, cows.voucherId);
    const lines = (await world.clerk.get(`/vouchers/${county}/${cows.voucherId}`)).body.lines as { code: string }[];
    expect(lines.map(({ code }) => code)).toEqual(['142', '102', '235', '311']);
    const over = await record({
      ...{ kind: 'grant_spent_on_service', occurredOn: '2019-06-12', amounts: { grant: 100_001 } },
      ...{ choices: { counter: 'bank' }, parties: { projectSub: project } },
    });
    const refused = await world.clerk.send('POST', `/vouchers/${county}/${over.voucherId}/check`, { revision: 1 });
    expect(refused.body.code).toBe('ledger_above_most');
  });

  it.each([
    ['event_amount_missing', { amounts: {} }],
    ['event_choice_missing', { choices: { asset: 'stock' } }],
    ['event_party_missing', { parties: {} }],
    ['event_kind_unknown', { kind: 'no_such_event' }],
    ['event_elsewhere', { kind: 'contribution_cash' }],
    ['trade_member', { occurredOn: '2018-06-01' }],
    ['trade_member', { parties: { memberSub: randomUUID() } }],
    ['voucher_in_future', { occurredOn: '2021-07-01' }],
    ['voucher_before_start', { occurredOn: '2018-12-30' }],
  ])('is refused with %s', async (code, change) => {
    const body = { eventId: randomUUID(), ...woolOf(randomUUID()), ...change };
    expect((await world.accountant.send('POST', `${kept.address}/events`, body)).body.code).toBe(code);
  });

  it('carries its photos, which its voucher leads to', async () => {
    const { id, voucherId } = await record(woolOf(randomUUID()));
    const path = `/records/business_event/${county}/${id}/attachments?attachmentId=${randomUUID()}`;
    const photo = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'latin1');
    const sent = await world.accountant.upload(path, { name: '过磅单.pdf', bytes: photo });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect((await world.clerk.get(`/business-events/${county}/${id}`)).body.files).toBe(1);
    const voucher = await world.clerk.get(`/vouchers/${county}/${voucherId}`);
    expect(voucher.body.sourcePage).toBe(`/business-events/${county}/${id}`);
  });

  it('leaves no trace for the neighbour, comes as a workbook, and belongs to the manager’s own cooperative', async () => {
    const stranger = await world.app.signIn('village_accountant', { place: 150622100202 });
    const [one] = (await world.clerk.get(`${kept.address}/events`)).body.rows as { id: string }[];
    expect((await stranger.get(`/business-events/${county}/${one?.id}`)).status).toBe(404);
    expect((await stranger.get(`${kept.address}/events`)).status).toBe(404);
    const sheet = await world.clerk.get(`${kept.address}/events/export`);
    expect(sheet.status).toBe(200);
    const manager = await world.app.signIn('cooperative_manager', { organisationId: kept.cooperativeId });
    const body = { eventId: randomUUID(), ...woolOf(randomUUID()) };
    expect((await manager.send('POST', `${kept.address}/events`, body)).status).toBe(200);
  });
});
