import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import { record, revise, withdraw } from '../platform/db/history.ts';
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
import { feature as indicators } from './feature.ts';
import {
  countedIndicators,
  countFigure,
  freezeFigures,
  listFigures,
  readFigureRows,
  recountMonths,
  refreshStale,
} from './public.ts';
import { type CountedIndicator, compile, type Scope } from './rules.ts';
import { type ExampleRecord, exampleDivisions, exampleSites, insertDivisions, nextEdit } from './seed.ts';

/** What the figures of articles 9 and 10 are counted from. */
const cooperation = [
  cooperatives,
  assets,
  shares,
  books,
  assemblies,
  notices,
  formations,
  distributions,
  reliefs,
  disclosures,
  land,
  landUses,
  loans,
];

const months = ['2018-03', '2018-04', '2018-05', '2018-06'] as Month[];
const span = { from: '2018-02-10', length: 130, sites: exampleSites };
const allPlaces = exampleDivisions.map((one) => one.code as Place);
const city = actorAt('city_office', 150600000000);

let database: TestDatabase;
let seconds = 0;
function clock(): Date {
  seconds += 1;
  return new Date(Date.UTC(2018, 6, 1) + 1000 * seconds);
}

beforeAll(async () => {
  database = await testDatabase([measure, places, branches, households, ...cooperation, submissions, indicators], {
    clock,
  });
  const owner = await database.connectOwner();
  await owner.query(insertDivisions, [JSON.stringify(exampleDivisions)]);
  await owner.end();
});
afterAll(() => database.drop());

let standing: ExampleRecord[] = [];
beforeEach(async () => {
  standing = [];
  const owner = await database.connectOwner();
  await owner.query(`truncate place_flag, household, resident, poverty_registration, party_branch, branch_post, asset,
    cooperative, membership, place_flag_history, household_history, resident_history, poverty_registration_history,
    party_branch_history, branch_post_history, asset_history, cooperative_history, membership_history,
    figure, figure_dirty cascade`);
  await owner.end();
  await recountMonths(database.recount, '2018-01' as Month, '2018-07' as Month);
});

/** Writes as one act; `standing` follows. */
async function write(random: () => number): Promise<void> {
  const edit = nextEdit(random, standing, span);
  const { of } = edit;
  await database.act(city, async (tx) => {
    const key = { county: of.county, id: of.id };
    if (edit.kind === 'record') await record(tx, of.table, { ...edit.row, ...key, place: of.place });
    else if (edit.kind === 'revise') await revise(tx, of.table, { key, set: edit.set, reason: 'test' });
    else await withdraw(tx, of.table, { key, reason: 'test' });
    return ok(true);
  });
  if (edit.kind === 'record') standing.push(of);
  if (edit.kind === 'withdraw') standing = standing.filter((one) => one.id !== of.id);
}

async function writeMany(random: () => number, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await write(random);
}

/** A small deterministic generator (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function freeze(scope: Scope) {
  const selections = countedIndicators.map((one) => ({ indicator: one.code, selection: compile(one, scope) }));
  return database.read(city, (tx) => freezeFigures(tx, selections));
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('laws of figures', () => {
  it('L1: a figure equals its rows, for every indicator, now and at a cutoff', async () => {
    const property = fc.asyncProperty(
      seeds,
      fc.constantFrom(...allPlaces),
      fc.constantFrom(...months),
      async (seed, place, month) => {
        const random = randomOf(seed);
        await writeMany(random, 25);
        const cutoff = clock();
        await writeMany(random, 10);
        for (const scope of [
          { ...placeRange(place), month },
          { ...placeRange(place), month, cutoff },
        ]) {
          for (const indicator of countedIndicators) await expectRowsToAddUp(indicator, scope);
        }
      },
    );
    await fc.assert(property, { numRuns: 3, seed: 7 });
  });

  async function expectRowsToAddUp(indicator: CountedIndicator, scope: Scope): Promise<void> {
    const selection = compile(indicator, scope);
    const read = await database.read(city, (tx) => readFigureRows(tx, selection, { limit: 1000, offset: 0 }));
    const counted = await database.read(city, (tx) => countFigure(tx, selection));
    expect({ value: read.value, rowCount: read.rowCount }).toEqual(counted);
    expect(read.rows).toHaveLength(counted.rowCount);
    const sums = {
      count: read.rows.length,
      sum: read.rows.reduce((sum, row) => sum + row.quantity, 0),
      count_households: new Set(read.rows.map((row) => row.householdId)).size,
    };
    expect(counted.value).toBe(sums[indicator.aggregate]);
  }

  it('L2 and the cache: after any writes each figure is counted right, and a parent is the sum of its children', async () => {
    const pairs = fc.shuffledSubarray(months, { minLength: 2, maxLength: 2 });
    const property = fc.asyncProperty(seeds, pairs, async (seed, compared) => {
      const random = randomOf(seed);
      for (let round = 0; round < 4; round += 1) {
        await writeMany(random, 8);
        while ((await refreshStale(database.recount)) > 0);
      }
      const cached = await database.read(city, (tx) => listFigures(tx, { places: allPlaces, months }));
      const value = (place: number, month: Month, indicator: string) =>
        cached.find((one) => one.place === place && one.month === month && one.indicator === indicator)?.value ?? 0;
      for (const place of allPlaces) {
        const children = allPlaces.filter((one) => one !== place && parentOf(one) === place);
        for (const month of compared) {
          const live = await freeze({ ...placeRange(place), month });
          for (const { indicator, value: counted } of live) {
            expect([place, month, indicator, value(place, month, indicator)]).toEqual([
              place,
              month,
              indicator,
              counted,
            ]);
            const sum = children.reduce((total, child) => total + value(child, month, indicator), 0);
            if (children.length > 0) expect([place, indicator, counted]).toEqual([place, indicator, sum]);
          }
        }
      }
      expect(await recountMonths(database.recount, '2018-01' as Month, '2018-07' as Month)).toBe(0);
    });
    await fc.assert(property, { numRuns: 3, seed: 11 });
  }, 120_000);

  it('L3: a frozen figure recomputed at its cutoff is what it was, whatever was recorded since', async () => {
    const property = fc.asyncProperty(
      seeds,
      fc.constantFrom(...allPlaces),
      fc.constantFrom(...months),
      async (seed, place, month) => {
        const random = randomOf(seed);
        const frozen: { cutoff: Date; values: Awaited<ReturnType<typeof freeze>> }[] = [];
        for (let round = 0; round < 4; round += 1) {
          await writeMany(random, 12);
          const cutoff = clock();
          frozen.push({ cutoff, values: await freeze({ ...placeRange(place), month, cutoff }) });
        }
        for (const { cutoff, values } of frozen) {
          expect(await freeze({ ...placeRange(place), month, cutoff })).toEqual(values);
        }
        const last = frozen.at(-1);
        expect(await freeze({ ...placeRange(place), month })).toEqual(last?.values);
      },
    );
    await fc.assert(property, { numRuns: 4, seed: 13 });
  }, 120_000);

  it('a full recount mends a cache that is wrong', async () => {
    await writeMany(randomOf(5), 20);
    while ((await refreshStale(database.recount)) > 0);
    const before = await database.read(city, (tx) => listFigures(tx, { places: allPlaces, months }));
    const owner = await database.connectOwner();
    await owner.query('truncate figure');
    await owner.end();
    expect(await recountMonths(database.recount, '2018-01' as Month, '2018-07' as Month)).toBeGreaterThan(0);
    const after = await database.read(city, (tx) => listFigures(tx, { places: allPlaces, months }));
    const plain = (list: typeof before) =>
      list
        .filter((one) => one.rowCount > 0)
        .map((one) => JSON.stringify(one))
        .sort();
    expect(plain(after)).toEqual(plain(before));
  });
});

describe('refreshing', () => {
  it('has no statement compiled, whatever the server does by itself: that took seven minutes for these laws', async () => {
    const { rows } = await database.read(city, (tx) => sql<{ jit: string }>`show jit`.execute(tx.db));
    expect(rows).toEqual([{ jit: 'off' }]);
  });

  it('shows one new fact in every figure above it within a second', async () => {
    await writeMany(randomOf(3), 30);
    while ((await refreshStale(database.recount)) > 0);
    const household = {
      county: 150622,
      id: '01900000-0000-7000-8000-000000000001',
      place: 150622101202,
      number: 'new',
    };
    const read = () =>
      database.read(city, (tx) =>
        listFigures(tx, { places: [150622101202, 150600000000], months: ['2018-05' as Month] }),
      );
    const count = (list: Awaited<ReturnType<typeof read>>) => list.filter((one) => one.indicator === 'households');
    const before = count(await read());
    await database.act(city, async (tx) => {
      await record(tx, 'household', { ...household, joined_on: '2018-05-04', joined_kind: 'registered' });
      return ok(true);
    });
    const start = performance.now();
    while ((await refreshStale(database.recount)) > 0);
    expect(performance.now() - start).toBeLessThan(1000);
    const after = count(await read());
    for (const place of [150622101202, 150600000000]) {
      const was = before.find((one) => one.place === place)?.value ?? 0;
      expect(after.find((one) => one.place === place)?.value).toBe(was + 1);
    }
  });

  it('counts a change once, however many refreshers run beside each other and beside a recount', async () => {
    await writeMany(randomOf(9), 30);
    await Promise.all([
      ...Array.from({ length: 6 }, () => refreshStale(database.recount)),
      recountMonths(database.recount, '2018-01' as Month, '2018-07' as Month),
      recountMonths(database.recount, '2018-03' as Month, '2018-05' as Month),
    ]);
    while ((await refreshStale(database.recount)) > 0);
    expect(await recountMonths(database.recount, '2018-01' as Month, '2018-07' as Month)).toBe(0);
    const live = await freeze({ ...placeRange(150600000000 as Place), month: '2018-06' as Month });
    const cached = await database.read(city, (tx) =>
      listFigures(tx, { places: [150600000000], months: ['2018-06' as Month] }),
    );
    for (const { indicator, value } of live)
      expect([indicator, cached.find((one) => one.indicator === indicator)?.value ?? 0]).toEqual([indicator, value]);
  });
});

function parentOf(place: number): number {
  if (place % 1000 !== 0) return place - (place % 1000);
  return place % 1_000_000 !== 0 ? place - (place % 1_000_000) : place - (place % 100_000_000);
}
