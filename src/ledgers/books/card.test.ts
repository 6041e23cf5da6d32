import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record as recordRow } from '../../platform/db/history.ts';
import { actorAt } from '../../platform/db/testing.ts';
import { localMonth } from '../../platform/pure/period.ts';
import {
  books,
  check,
  closeWorld,
  county,
  detail,
  type Kept,
  line,
  openWorld,
  post,
  type World,
} from './books.testing.ts';
import { type Card, chargeLines, dueCharges } from './card-rules.ts';
import { prepareAllDepreciation } from './public.ts';

let world: World;
let kept: Kept;
let sub: string;

beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
  sub = await detail(world, kept, 'asset');
});
afterAll(() => closeWorld(world));

const shed = {
  ...{ name: '暖棚', kind: 'fixed_asset', purpose: 'administration', costFen: 1_300_000, residualFen: 100_000 },
  ...{ method: 'straight_line', lifeMonths: 12, addedOn: '2019-01-15' },
};

async function record(card: object): Promise<string> {
  const cardId = randomUUID();
  const sent = await world.accountant.send('POST', `${kept.address}/cards`, { cardId, subsidiaryId: sub, ...card });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return cardId;
}

function prepare(month: string) {
  return world.accountant.send('POST', `${kept.address}/prepare-depreciation`, { month });
}

async function months(id: string) {
  const shown = await world.clerk.get(`/asset-cards/${county}/${id}`);
  return shown.body.months as { month: string; amountFen: number; voucherId: string | null }[];
}

describe('the depreciation of a month', () => {
  it('is written once for each asset and month, checked by somebody else, and has to be there before closing', async () => {
    await post(world, kept, {
      occurredOn: '2019-01-15',
      lines: [line(`151/${sub}`, 1_300_000), line('102', -1_300_000)],
    });
    const id = await record(shed);
    expect((await prepare('2019-01')).body.code).toBe('depreciation_nothing');
    expect((await world.clerk.send('POST', `${kept.address}/close`, { month: '2019-01' })).status).toBe(200);
    const closing = await world.clerk.get(`${kept.address}/closing`);
    expect(closing.body.checks).toContainEqual({ code: 'depreciation', state: 'open', count: 0, amountFen: 100_000 });
    const early = await world.clerk.send('POST', `${kept.address}/close`, { month: '2019-02' });
    expect(early.body.code).toBe('month_checks_open');
    const tries = await Promise.all(Array.from({ length: 6 }, () => prepare('2019-02')));
    const written = tries.filter(({ status }) => status === 200);
    expect(written).toHaveLength(1);
    const voucherId = String(written[0]?.body.voucherId);
    expect((await world.clerk.get(`/vouchers/${county}/${voucherId}`)).body).toMatchObject({
      ...{ occurredOn: '2019-02-28', template: 'depreciation', memo: '计提折旧' },
      lines: [
        { code: '523', debitFen: 100_000 },
        { code: '152', sub, creditFen: 100_000 },
      ],
    });
    const changed = { occurredOn: '2019-02-28', lines: [line('523', 1), line('102', -1)], revision: 1 };
    expect((await world.accountant.send('PUT', `/vouchers/${county}/${voucherId}`, changed)).body.code).toBe(
      'voucher_written_itself',
    );
    expect(
      (await world.accountant.send('POST', `/vouchers/${county}/${voucherId}/check`, { revision: 1 })).body.code,
    ).toBe('own_work');
    await check(world, voucherId);
    expect((await world.clerk.send('POST', `${kept.address}/close`, { month: '2019-02' })).status).toBe(200);
    expect((await months(id)).slice(0, 2)).toMatchObject([
      { month: '2019-02', amountFen: 100_000, voucherId },
      { month: '2019-03', voucherId: null },
    ]);
  });

  it('is due again when its draft is withdrawn or its voucher taken back', async () => {
    const draft = String((await prepare('2019-03')).body.voucherId);
    await world.accountant.send('POST', `/vouchers/${county}/${draft}/withdraw`, { revision: 1, reason: '重新生成' });
    const again = String((await prepare('2019-03')).body.voucherId);
    await check(world, again);
    const body = { voucherId: randomUUID(), occurredOn: '2019-03-31', reason: '卡片有误' };
    await world.accountant.send('POST', `/vouchers/${county}/${again}/reverse`, body);
    expect((await prepare('2019-03')).body.code).toBe('depreciation_nothing');
    await check(world, body.voucherId);
    await check(world, String((await prepare('2019-03')).body.voucherId));
    const sums = await world.clerk.get(`${kept.address}/balances?from=2019-03-01&to=2019-03-31`);
    expect(sums.body.rows).toContainEqual(expect.objectContaining({ code: '152', closingFen: -200_000 }));
  });

  it('waits for the units where an asset wears by them, and for each month’s once', async () => {
    const tractor = { ...shed, name: '拖拉机', method: 'units', lifeMonths: 0, lifeUnits: 1200, addedOn: '2019-03-02' };
    const id = await record(tractor);
    const open = (await world.clerk.get(`${kept.address}/closing`)).body.checks as { code: string; count: number }[];
    expect(open.find(({ code }) => code === 'depreciation')).toMatchObject({ state: 'ok', count: 0 });
    await world.clerk.send('POST', `${kept.address}/close`, { month: '2019-03' });
    const use = { useId: randomUUID(), month: '2019-04', units: 12 };
    expect((await world.accountant.send('POST', `/asset-cards/${county}/${id}/uses`, use)).status).toBe(200);
    const more = { ...use, useId: randomUUID(), units: 24 };
    expect((await world.accountant.send('POST', `/asset-cards/${county}/${id}/uses`, more)).status).toBe(200);
    await prepare('2019-04');
    expect((await months(id))[0]).toMatchObject({ month: '2019-04', units: 24, amountFen: 24_000 });
    const late = await world.accountant.send('POST', `/asset-cards/${county}/${id}/uses`, {
      ...more,
      useId: randomUUID(),
    });
    expect(late.body.code).toBe('card_charged');
  });

  it('is written by itself for the last month in all books, once', async () => {
    expect(await prepareAllDepreciation(world.database)).toBe(1);
    expect(await prepareAllDepreciation(world.database)).toBe(0);
    const drafts = await world.clerk.get(`${kept.address}/vouchers?state=draft&from=2021-05-01`);
    expect(drafts.body.rows).toMatchObject([
      { occurredOn: '2021-05-31', template: 'depreciation', madeByName: 'silian' },
    ]);
  });

  it('belongs to an asset of the village’s list, where there is one, and to no other’s', async () => {
    const own = randomUUID();
    await world.database.act(actorAt('city_office', 150600000000), async (tx) => {
      await recordRow(tx, 'asset', {
        ...{ county, id: own, place: 150622100201, number: 'A-1', name: '暖棚', pinyin: 'nuanpeng', initials: 'np' },
        ...{ class: 'operating', kind: 'building', use_state: 'own_use', claim_state: 'undisputed' },
        ...{ known_by: 'books', listed_on: '2019-01-01' },
      });
      return { ok: true, value: undefined };
    });
    const id = await record({ ...shed, assetId: own });
    expect((await world.clerk.get(`/asset-cards/${county}/${id}`)).body).toMatchObject({ assetName: '暖棚' });
    const stray = { cardId: randomUUID(), subsidiaryId: sub, ...shed, assetId: randomUUID() };
    const refused = await world.accountant.send('POST', `${kept.address}/cards`, stray);
    expect(refused.body).toMatchObject({ code: 'card_asset' });
  });

  it.each([
    ['depreciation_residual', { residualFen: 2_000_000 }],
    ['depreciation_life', { lifeMonths: 0 }],
    ['card_in_future', { addedOn: '2021-07-01' }],
    ['card_subsidiary', { subsidiaryId: randomUUID() }],
    ['depreciation_disposed_early', { disposedOn: '2018-12-31' }],
  ])('is refused with %s', async (code, change) => {
    const body = { cardId: randomUUID(), subsidiaryId: sub, ...shed, ...change };
    expect((await world.accountant.send('POST', `${kept.address}/cards`, body)).body.code).toBe(code);
  });

  it('keeps the card with its history, comes as a workbook, and leaves no trace for the neighbour', async () => {
    const id = await record({ ...shed, name: '水泵' });
    const disposed = {
      ...shed,
      name: '水泵',
      subsidiaryId: sub,
      disposedOn: '2020-01-02',
      revision: 1,
      reason: '报废',
    };
    expect((await world.accountant.send('PUT', `/asset-cards/${county}/${id}`, disposed)).status).toBe(200);
    expect((await world.clerk.get(`${kept.address}/cards?disposed=true`)).body).toMatchObject({ total: 1 });
    expect((await world.clerk.get(`${kept.address}/cards/export`)).status).toBe(200);
    const stranger = await world.app.signIn('village_accountant', { place: 150622100202 });
    expect((await stranger.get(`/asset-cards/${county}/${id}`)).status).toBe(404);
    const withdrawn = await world.accountant.send('POST', `/asset-cards/${county}/${id}/withdraw`, {
      ...{ revision: 2, reason: '重复' },
    });
    expect(withdrawn.status).toBe(200);
  });
});

describe('a card that was corrected', () => {
  const card: Card = {
    ...{ kind: 'fixed_asset', purpose: 'administration', subsidiaryId: 's', costFen: 1200n, residualFen: 0n },
    ...{
      method: 'straight_line',
      lifeMonths: 12,
      lifeUnits: 0n,
      nominal: false,
      addedOn: '2018-12-31',
      disposedOn: null,
    },
  };
  const from = localMonth('2019-01');
  const charged = new Map(['01', '02', '03', '04', '05', '06'].map((month) => [`2019-${month}`, 100n]));

  it('spreads what is left over what is left of its life, and never more', () => {
    const through = localMonth('2025-12');
    const due = dueCharges({ ...card, lifeMonths: 24 }, { from, through, uses: [], charged });
    expect(due).toHaveLength(18);
    expect(due.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(600n);
    expect(due[0]).toMatchObject({ month: '2019-07', amountFen: 33n });
    expect(dueCharges({ ...card, costFen: 500n }, { from, through, uses: [], charged })).toEqual([]);
  });

  it('keeps its months where nothing changed, without those before the books began', () => {
    const due = dueCharges(card, {
      from: localMonth('2019-11'),
      through: localMonth('2019-12'),
      uses: [],
      charged: new Map(),
    });
    expect(due.map(({ month }) => month)).toEqual(['2019-11', '2019-12']);
  });

  it('adds its amounts to those of others by account and kind of assets', () => {
    const lines = chargeLines('coop37', [
      { card, amountFen: 10n },
      { card, amountFen: 5n },
      { card: { ...card, kind: 'productive_biological', purpose: 'production_cost' }, amountFen: 7n },
    ]);
    expect(lines.ok && lines.value.map(({ code, sub: key, amountFen }) => `${code} ${key} ${amountFen}`)).toEqual([
      '523  15',
      '401  7',
      '152 s -15',
      '143 s -7',
    ]);
  });
});
