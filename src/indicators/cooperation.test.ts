import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as disclosures } from '../activities/disclosures/feature.ts';
import { feature as distributions } from '../activities/distributions/feature.ts';
import { feature as formations } from '../activities/formations/feature.ts';
import { feature as landUses } from '../activities/land-uses/feature.ts';
import { feature as loans } from '../activities/loans/feature.ts';
import { feature as reliefs } from '../activities/reliefs/feature.ts';
import { feature as submissions } from '../activities/submissions/feature.ts';
import { feature as books } from '../ledgers/books/feature.ts';
import { feature as shares } from '../ledgers/shares/feature.ts';
import { feature as measure } from '../measure/feature.ts';
import { revise, withdraw } from '../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import type { Month } from '../platform/pure/period.ts';
import { type Place, placeRange } from '../platform/pure/place.ts';
import { ok } from '../platform/pure/result.ts';
import { feature as assemblies } from '../procedures/assemblies/feature.ts';
import { feature as notices } from '../procedures/notices/feature.ts';
import { feature as assets } from '../registers/assets/feature.ts';
import { feature as cooperatives } from '../registers/cooperatives/feature.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as land } from '../registers/land/feature.ts';
import { feature as branches } from '../registers/party-branches/feature.ts';
import { feature as places } from '../registers/places/feature.ts';
import { city, distribution, elsewhere, far, household, id, plantCooperation, seat } from './cooperation.testing.ts';
import { feature as indicators } from './feature.ts';
import { countFigure, findIndicator, listFigures, readFigureRows, recountMonths } from './public.ts';
import { compile, recordAddress, type Scope } from './rules.ts';
import { exampleDivisions, insertDivisions } from './seed.ts';

const registers = [places, branches, households, cooperatives, assets];
const features = [
  ...[measure, ...registers, shares, books, assemblies, notices],
  ...[submissions, formations, distributions, reliefs, disclosures, land, landUses, loans, indicators],
];
const office = actorAt('city_office', city);
const months = Array.from({ length: 8 }, (_, at) => `2019-0${at + 1}` as Month);

let database: TestDatabase;
let clock = new Date('2019-08-20T09:00:00+08:00');

beforeAll(async () => {
  database = await testDatabase(features, { clock: () => clock });
  const owner = await database.connectOwner();
  await owner.query(insertDivisions, [JSON.stringify(exampleDivisions)]);
  await plantCooperation(owner);
  await owner.end();
});
afterAll(() => database.drop());

function selectionOf(code: string, scope: Scope) {
  const indicator = findIndicator(code);
  if (indicator?.kind !== 'counted') throw new Error(`${code} is not counted`);
  return { indicator, selection: compile(indicator, scope) };
}

interface Asked {
  readonly month: string;
  readonly cutoff?: Date;
}

function figure(code: string, place: number, { month, cutoff }: Asked): Promise<number> {
  const { selection } = selectionOf(code, { ...placeRange(place as Place), month: month as Month, cutoff });
  return database.read(office, async (tx) => (await countFigure(tx, selection)).value);
}

async function course(code: string, place: number): Promise<readonly number[]> {
  const values: number[] = [];
  for (const month of months.slice(0, 6)) values.push(await figure(code, place, { month }));
  return values;
}

describe('figures of articles 9 and 10(3)', () => {
  it.each([
    ['net_profit', seat, [10_000, 10_000, 10_000, 10_000, 10_000, 10_000]],
    ['distributions_declared', seat, [0, 0, 1, 1, 1, 1]],
    ['surplus_distributed', seat, [0, 0, 6500, 6500, 6500, 6500]],
    ['set_aside_expansion', seat, [0, 0, 2000, 2000, 2000, 2000]],
    ['set_aside_relief', city, [0, 0, 500, 500, 500, 500]],
    ['dividends', seat, [0, 0, 4500, 4500, 4500, 4500]],
    ['dividends', elsewhere, [0, 0, 2000, 2100, 2100, 2100]],
    ['dividends', city, [0, 0, 6500, 6600, 6600, 6600]],
    ['patronage_refunds_poor', city, [0, 0, 1000, 1100, 1100, 1100]],
    ['dividends_poor', seat, [0, 0, 0, 0, 0, 0]],
    ['dividends_unpaid', city, [0, 0, 6500, 6600, 6600, 6600]],
    ['guaranteed_returns', seat, [500, 500, 500, 2500, 2500, 2500]],
    ['guaranteed_returns_arrears', seat, [0, 5500, 5500, 3500, 3500, 3500]],
    ['relief_paid', elsewhere, [0, 0, 0, 0, 300, 300]],
    ['relief_payments', elsewhere, [0, 0, 0, 0, 1, 1]],
    ['share_capital', city, [0, 1000, 1500, 1500, 1500, 1300]],
    ['share_capital_land', elsewhere, [0, 0, 500, 500, 500, 300]],
    ['share_capital_poor', elsewhere, [0, 0, 500, 500, 0, 0]],
    ['members', elsewhere, [1, 1, 1, 1, 1, 1]],
    ['members_poor', city, [1, 1, 1, 1, 0, 0]],
    ['members_elsewhere', city, [1, 1, 1, 1, 1, 1]],
    ['villages_with_cooperative', city, [1, 1, 1, 1, 1, 1]],
    ['cooperatives_branch_led', seat, [1, 1, 1, 1, 1, 1]],
  ])('%s at %i', async (code, place, values) => {
    expect(await course(code, place)).toEqual(values);
  });

  it('begin anew in January, where they tell the year so far', async () => {
    expect(await figure('dividends', city, { month: '2019-12' })).toBe(6600);
    expect(await figure('dividends', city, { month: '2020-01' })).toBe(0);
    expect(await figure('dividends_unpaid', city, { month: '2020-01' })).toBe(6600);
  });

  it('lead from the city to the line of one member under another banner', async () => {
    const { selection } = selectionOf('dividends_poor', { ...placeRange(city as Place), month: '2019-03' as Month });
    const { rows } = await database.read(office, (tx) => readFigureRows(tx, selection, { limit: 9, offset: 0 }));
    const page = distributions.facts.find((fact) => fact.name === 'dividend')?.recordPage ?? '';
    expect(rows.map((row) => [row.county, row.place, row.householdId, row.quantity])).toEqual([
      [150621, elsewhere, household, 1000],
      [150621, elsewhere, household, 1000],
    ]);
    expect(rows.map((row) => recordAddress(page, row))[0]).toBe(`/distributions/150622/${distribution}?tab=lines&q=2`);
  });

  it('follow the money without changing what was said of closed months', async () => {
    const before = clock;
    clock = new Date('2019-08-21T09:00:00+08:00');
    await database.act(office, async (tx) => {
      const paid = { state: 'paid', state_on: '2019-07-05' };
      await revise(tx, 'payout', { key: { county: 150622, id: id(23) }, set: paid, reason: '回盘' });
      const back = { state: 'returned', state_on: '2019-07-05', returned_reason: '户名不符' };
      await revise(tx, 'payout', { key: { county: 150622, id: id(24) }, set: back, reason: '回盘' });
      return ok(true);
    });
    const unpaid = (asked: Asked) => figure('dividends_unpaid', city, asked);
    expect([
      await unpaid({ month: '2019-06' }),
      await unpaid({ month: '2019-07' }),
      await unpaid({ month: '2019-08', cutoff: before }),
    ]).toEqual([6600, 2100, 6600]);
    expect([
      await figure('dividends_paid', seat, { month: '2019-07' }),
      await figure('dividends_paid_poor', city, { month: '2019-07' }),
    ]).toEqual([4500, 0]);
  });

  it('count a year that is opened again for nothing', async () => {
    const cutoff = clock;
    clock = new Date('2019-08-22T09:00:00+08:00');
    await database.act(office, async (tx) => {
      const set = {
        state: 'reopened',
        reopened_on: '2019-08-22',
        reopened_by: id(21),
        reopened_by_name: '审核',
        reopened_for: '漏记',
      };
      await revise(tx, 'fiscal_year', { key: { county: 150622, id: id(32) }, set, reason: '漏记' });
      return ok(true);
    });
    expect([
      await figure('net_profit', seat, { month: '2019-06' }),
      await figure('net_profit', seat, { month: '2019-06', cutoff }),
    ]).toEqual([0, 10_000]);
  });

  it('stand in the cache as they are counted, at the seat, at the member’s village and above', async () => {
    await recountMonths(database.recount, '2019-01' as Month, '2019-08' as Month);
    const shown = [seat, elsewhere, 150621000000, 150622000000, city];
    const cached = await database.read(office, (tx) => listFigures(tx, { places: shown, months }));
    const codes = [
      'dividends',
      'dividends_unpaid',
      'share_capital',
      'share_capital_poor',
      'members_poor',
      'relief_paid',
    ];
    for (const code of codes) {
      for (const place of shown) {
        for (const month of ['2019-03', '2019-05', '2019-08']) {
          const found = cached.find((one) => one.place === place && one.month === month && one.indicator === code);
          expect([code, place, month, found?.value ?? 0]).toEqual([
            code,
            place,
            month,
            await figure(code, place, { month }),
          ]);
        }
      }
    }
  });

  it('take out a member who was recorded by mistake', async () => {
    clock = new Date('2019-08-23T09:00:00+08:00');
    const owner = await database.connectOwner();
    await owner.query(`delete from share_move; delete from share_lot`);
    await owner.end();
    await database.act(office, async (tx) => {
      await withdraw(tx, 'membership', { key: { county: 150622, id: far }, reason: '误录' });
      return ok(true);
    });
    expect([
      await figure('members', elsewhere, { month: '2019-04' }),
      await figure('members_poor', city, { month: '2019-04' }),
    ]).toEqual([0, 0]);
  });
});
