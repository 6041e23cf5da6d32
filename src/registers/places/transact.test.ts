import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOf, listVersions, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { feature as places } from './feature.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;

let database: TestDatabase;
let seconds = 0;
// every look at the clock is a second later, so that two states never share an instant
function clock(): Date {
  seconds += 1;
  return new Date(Date.UTC(2018, 2, 1) + 1000 * seconds);
}
beforeAll(async () => {
  database = await testDatabase([places], { clock });
});
afterAll(() => database.drop());

function flag(place: number, starts_on = '2018-03-01') {
  return { county, id: randomUUID(), place, flag: 'pilot_village', starts_on, ends_on: '2020-01-01' };
}

const clerk = actorAt('village_clerk', village);
const city = actorAt('city_office', 150600000000);

describe('transact', () => {
  it('shows and writes nothing outside the range', async () => {
    const here = flag(village, '2018-01-01');
    const there = flag(neighbour, '2018-01-01');
    await database.act(city, async (tx) => {
      await record(tx, 'place_flag', here);
      await record(tx, 'place_flag', there);
      return ok(true);
    });
    const seen = await database.read(clerk, (tx) => tx.db.selectFrom('placeFlag').select('id').execute());
    expect(seen.map((row) => row.id)).toEqual([here.id]);
    await expect(
      database.act(clerk, async (tx) => ok(await record(tx, 'place_flag', flag(neighbour)))),
    ).rejects.toThrow(/row-level security/);
    const revised = await database.act(clerk, async (tx) =>
      ok(
        (await revise(tx, 'place_flag', {
          key: { county, id: there.id },
          set: { ends_on: '2019-01-01' },
          reason: 'x',
        })) ?? 'unseen',
      ),
    );
    expect(revised).toBe('unseen');
  });

  it('sees nothing at all without a range', async () => {
    const client = await database.pool.connect();
    const { rows } = await client.query('select * from place_flag');
    client.release();
    expect(rows).toEqual([]);
  });

  it('keeps every state of a record, and reads it as it was known then', async () => {
    const row = flag(village, '2018-02-01');
    const before = clock();
    await database.act(city, async (tx) => ok(await record(tx, 'place_flag', row)));
    const between = clock();
    await database.act(city, async (tx) =>
      ok(
        await revise(tx, 'place_flag', {
          key: { county, id: row.id, revision: 1 },
          set: { ends_on: '2019-01-01' },
          reason: '更正',
        }),
      ),
    );
    const versions = await database.read(city, (tx) => listVersions(tx, 'place_flag', { county, id: row.id }));
    expect(versions.map((version) => [version.image.revision, version.reason])).toEqual([
      [2, null],
      [1, '更正'],
    ]);
    const endsAt = (instant: Date) =>
      database.read(city, async (tx) => {
        const { rows } = await sql<{ endsOn: string | null }>`
          select ends_on from ${asOf('place_flag', instant)} as f where id = ${row.id}`.execute(tx.db);
        return rows.map((found) => found.endsOn);
      });
    expect(await endsAt(before)).toEqual([]);
    expect(await endsAt(between)).toEqual(['2020-01-01']);
    expect(await endsAt(clock())).toEqual(['2019-01-01']);
  });

  it('refuses to revise a state that somebody else has revised', async () => {
    const row = flag(village, '2018-04-01');
    await database.act(city, async (tx) => ok(await record(tx, 'place_flag', row)));
    const change = { key: { county, id: row.id, revision: 1 }, set: { ends_on: '2019-01-01' }, reason: 'first' };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.act(city, async (tx) => ok((await revise(tx, 'place_flag', change)) !== undefined)),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  it('withdraws into the twin', async () => {
    const row = flag(village, '2018-05-01');
    await database.act(city, async (tx) => ok(await record(tx, 'place_flag', row)));
    await database.act(city, async (tx) =>
      ok(await withdraw(tx, 'place_flag', { key: { county, id: row.id }, reason: '登记错误' })),
    );
    const versions = await database.read(city, (tx) => listVersions(tx, 'place_flag', { county, id: row.id }));
    expect(versions.map((version) => version.reason)).toEqual(['登记错误']);
  });

  it('writes one audit event per act and marks the months stale', async () => {
    const actor = actorAt('city_office', 150600000000);
    await database.act(actor, async (tx) =>
      ok(
        await recordMany(
          tx,
          'place_flag',
          [flag(150623100201, '2018-06-01')].map((f) => ({ ...f, county: 150623 })),
        ),
      ),
    );
    const events = await database.read(actor, (tx) =>
      tx.db
        .selectFrom('auditEvent')
        .select(['act', 'changes', 'leafHash'])
        .where('accountId', '=', actor.accountId)
        .execute(),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.changes).toMatchObject([{ bulk: { rows: 1 } }]);
    const stale = await database.read(actor, (tx) =>
      tx.db.selectFrom('figureDirty').selectAll().where('place', '=', 150623100201).execute(),
    );
    expect(stale.map((row) => row.fromMonth)).toEqual(['2018-06']);
  });

  it('rolls everything back on a refusal', async () => {
    const row = flag(village, '2018-07-01');
    const outcome = await transact(database, { actor: city, act: 'place.flag' }, async (tx) => {
      await record(tx, 'place_flag', row);
      return refuse({ code: 'conflict' });
    });
    expect(outcome.ok).toBe(false);
    const seen = await database.read(city, (tx) =>
      tx.db.selectFrom('placeFlag').select('id').where('id', '=', row.id).execute(),
    );
    expect(seen).toEqual([]);
  });

  it('answers a repeated key as the first time, even when sixteen arrive at once', async () => {
    const key = randomUUID();
    const idempotency = { key, requestHash: Buffer.from('same') };
    const send = () =>
      transact(database, { actor: city, act: 'place.flag', idempotency }, async (tx) => {
        const row = flag(village, '2018-08-01');
        await record(tx, 'place_flag', row);
        return ok({ id: row.id });
      });
    const answers = await Promise.all(Array.from({ length: 16 }, send));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const other = await transact(
      database,
      { actor: city, act: 'place.flag', idempotency: { key, requestHash: Buffer.from('other') } },
      async () => ok(1),
    );
    expect(other).toEqual(refuse({ code: 'idempotency_mismatch' }));
  });

  it('never leaks the range of one request into the next on the same connection', async () => {
    const wrong: unknown[] = [];
    await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        const place = index % 2 === 0 ? village : neighbour;
        const rows = await database.read(actorAt('village_clerk', place), (tx) =>
          tx.db.selectFrom('placeFlag').select('place').execute(),
        );
        if (rows.some((row) => row.place !== place)) wrong.push(rows);
      }),
    );
    expect(wrong).toEqual([]);
  });
});
