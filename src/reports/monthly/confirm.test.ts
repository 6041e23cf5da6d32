import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feature as disclosures } from '../../activities/disclosures/feature.ts';
import { feature as distributions } from '../../activities/distributions/feature.ts';
import { feature as formations } from '../../activities/formations/feature.ts';
import { feature as landUses } from '../../activities/land-uses/feature.ts';
import { feature as loans } from '../../activities/loans/feature.ts';
import { feature as reliefs } from '../../activities/reliefs/feature.ts';
import { feature as submissions } from '../../activities/submissions/feature.ts';
import { feature as indicators } from '../../indicators/feature.ts';
import { countedIndicators, freezeFigures } from '../../indicators/public.ts';
import { compile } from '../../indicators/rules.ts';
import { type ExampleRecord, exampleDivisions, nextEdit } from '../../indicators/seed.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { record, revise, withdraw } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type Tx, transact } from '../../platform/db/transact.ts';
import { type Month, shiftMonth } from '../../platform/pure/period.ts';
import type { Place } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { importPlaces } from '../../registers/places/public.ts';
import { feature as monthly } from './feature.ts';
import { confirmMonth } from './public.ts';

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

const village = 150622100201 as Place;
const county = 150622;
const months = ['2018-02', '2018-03', '2018-04', '2018-05', '2018-06'] as Month[];
const span = { from: '2018-02-01', length: 60, sites: [village] };
const clerk = actorAt('village_clerk', village);
const above = actorAt('township_clerk', 150622100000);

let database: TestDatabase;
let now = 0;
/** set: the clock runs as fast as the database's, from `now` on */
let runsSince: number | undefined;
function clock(): Date {
  if (runsSince !== undefined) return new Date(now + Date.now() - runsSince);
  now += 1000;
  return new Date(now);
}

beforeAll(async () => {
  now = Date.parse('2018-02-20T01:00:00Z');
  database = await testDatabase(
    [measure, places, branches, households, ...cooperation, submissions, indicators, monthly],
    { clock },
  );
  await database.act(actorAt('city_office', 150600000000), async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, exampleDivisions);
    return ok(true);
  });
});
afterAll(() => database.drop());

let standing: ExampleRecord[] = [];
beforeEach(clear);

async function clear(): Promise<void> {
  standing = [];
  const owner = await database.connectOwner();
  await owner.query(`truncate place_flag, household, resident, poverty_registration, party_branch, branch_post, asset,
    cooperative, membership, place_flag_history, household_history, resident_history, poverty_registration_history,
    party_branch_history, branch_post_history, asset_history, cooperative_history, membership_history,
    submission, submission_history, submission_return, frozen_figure, restatement cascade`);
  await owner.end();
}

async function write(random: () => number): Promise<void> {
  const edit = nextEdit(random, standing, span);
  const { of } = edit;
  await database.act(clerk, async (tx) => {
    const key = { county: of.county, id: of.id };
    if (edit.kind === 'record') await record(tx, of.table, { ...edit.row, ...key, place: of.place });
    else if (edit.kind === 'revise') await revise(tx, of.table, { key, set: edit.set, reason: 'test' });
    else await withdraw(tx, of.table, { key, reason: 'test' });
    return ok(true);
  });
  if (edit.kind === 'record') standing.push(of);
  if (edit.kind === 'withdraw') standing = standing.filter((one) => one.id !== of.id);
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

function goTo(month: Month): void {
  now = Math.max(now, Date.parse(`${shiftMonth(month, 1)}-03T01:00:00Z`));
}

function confirm(month: Month) {
  return database.act(clerk, (tx) => confirmMonth(tx, { place: village, month, remark: null }));
}

/** Approves or sends back as the township would. */
function decide(month: Month, state: 'approved' | 'returned') {
  const approval = { approved_on: '2018-12-01', approved_by: above.accountId };
  const set = { state, ...(state === 'approved' ? approval : { approved_on: null, approved_by: null }) };
  return database.act(above, async (tx) => {
    const row = await tx.db.selectFrom('submission').select('id').where('month', '=', month).executeTakeFirstOrThrow();
    return ok(await revise(tx, 'submission', { key: { county, id: row.id }, set, reason: 'test' }));
  });
}

/** What the reports say of a month: the frozen figures in force, and what they restate. */
async function statedTotals(month: Month): Promise<Map<string, number>> {
  const owner = await database.connectOwner();
  const { rows } = await owner.query<{ indicator: string; value: string }>(
    `select indicator, sum(value) as value from (
       select f.indicator, f.value from submission s
       join frozen_figure f on f.submission_id = s.id and f.snapshot = s.snapshot where s.month = $1
       union all
       select r.indicator, r.value_after - r.value_before from submission s
       join restatement r on r.place = s.place and r.about_month = s.month and r.recorded_at > s.cutoff
       join submission rs on rs.id = r.submission_id and rs.snapshot = r.snapshot and rs.state <> 'returned'
       where s.month = $1) as said group by indicator`,
    [month],
  );
  await owner.end();
  return new Map(rows.map((row) => [row.indicator, Number(row.value)]));
}

function knownAt(month: Month, cutoff: Date) {
  const scope = { lo: village, hi: village, month, cutoff };
  const selections = countedIndicators.map((one) => ({ indicator: one.code, selection: compile(one, scope) }));
  return database.read(clerk, (tx) => freezeFigures(tx, selections));
}

describe('restatements', () => {
  it('with the original give what was known at the last confirmation, over any edits and returns', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      now = Date.parse('2018-02-21T01:00:00Z');
      await clear();
      const random = randomOf(seed);
      for (let index = 0; index < 15; index += 1) await write(random);
      let cutoff = '';
      for (const month of months) {
        goTo(month);
        ({ cutoff } = await confirm(month));
        if (random() < 0.9) await decide(month, 'approved');
        for (let index = 0; index < 6; index += 1) await write(random);
        const closed = months.filter((one) => one < month);
        const again = closed[Math.floor(random() * closed.length)];
        if (again !== undefined && random() < 0.5) {
          await decide(again, 'returned');
          await confirm(again);
          await decide(again, 'approved');
          ({ cutoff } = await confirm(month).catch(() => ({ cutoff })));
        }
      }
      const last = months.at(-1) ?? ('2018-06' as Month);
      await decide(last, 'returned');
      ({ cutoff } = await confirm(last));
      const states = await statesOf();
      for (const month of months.filter((one) => one < last && states.get(one) === 'approved')) {
        const stated = await statedTotals(month);
        for (const { indicator, value } of await knownAt(month, new Date(cutoff))) {
          expect([seed, month, indicator, stated.get(indicator) ?? 0]).toEqual([seed, month, indicator, value]);
        }
      }
    });
    await fc.assert(property, { numRuns: 5, seed: 23 });
  }, 120_000);

  async function statesOf(): Promise<Map<string, string>> {
    const rows = await database.read(above, (tx) =>
      tx.db.selectFrom('submission').select(['month', 'state']).execute(),
    );
    return new Map(rows.map((row) => [row.month, row.state]));
  }
});

describe('the cutoff', () => {
  it('lies before every transaction that may still write, and the report waits rather than leave something out', async () => {
    now = Date.parse('2018-04-03T01:00:00Z');
    runsSince = Date.now();
    const started = Promise.withResolvers<number>();
    const finish = Promise.withResolvers<void>();
    const slow = transact(database, { actor: clerk, act: 'test' }, async (tx) => {
      started.resolve(tx.now.getTime());
      await finish.promise;
      await addHousehold(tx, 1);
      return ok(true);
    });
    const slowStart = await started.promise;
    await pause();
    const { cutoff } = await confirm('2018-03' as Month);
    expect(new Date(cutoff).getTime()).toBeLessThan(slowStart);
    await pause();
    await database.act(clerk, async (tx) => ok(await addHousehold(tx, 2)));
    await pause();
    const refused = await transact(database, { actor: clerk, act: 'test' }, (tx) =>
      confirmMonth(tx, { place: village, month: '2018-03' as Month, remark: null }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'report_still_writing' } });
    finish.resolve();
    expect((await slow).ok).toBe(true);
    const frozen = await knownAt('2018-03' as Month, new Date(cutoff));
    expect(frozen.find((one) => one.indicator === 'households')?.value).toBe(0);
    await pause();
    expect((await confirm('2018-03' as Month)).snapshot).toBe(2);
    runsSince = undefined;
  });

  function addHousehold(tx: Tx, index: number): Promise<void> {
    const row = { county, id: `01900000-0000-7000-8000-00000000000${index}`, place: village, number: `${index}` };
    return record(tx, 'household', { ...row, joined_on: '2018-03-05', joined_kind: 'registered' });
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 20));
  }
});
