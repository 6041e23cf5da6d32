import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../pure/result.ts';
import { asOf, listVersions, record, recordMany, revise, reviseMany, withdraw } from './history.ts';
import { actorAt, type TestDatabase, testDatabase } from './testing.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;
const table = 'attachment';
const city = actorAt('city_office', 150600000000);
const clerk = actorAt('village_clerk', village);

let database: TestDatabase;
let seconds = 0;
/** Every look at the clock is a second later, so that two states never share an instant. */
function clock(): Date {
  seconds += 1;
  return new Date(Date.UTC(2019, 0, 1) + 1000 * seconds);
}
beforeAll(async () => {
  database = await testDatabase([], { clock });
});
afterAll(() => database.drop());

function made(place = village, name = 'first') {
  const file = { sha256: Buffer.alloc(32, randomUUID()), media_type: 'text/plain', bytes: 1, has_thumbnail: false };
  return { county, id: randomUUID(), place, subject_type: 'x', subject_id: randomUUID(), name, ...file };
}

async function recorded(place = village): Promise<string> {
  const row = made(place);
  await database.act(city, async (tx) => ok(await record(tx, table, row)));
  return row.id;
}

function versionsOf(id: string, actor = city) {
  return database.read(actor, (tx) => listVersions(tx, table, { county, id }));
}

describe('history under races', () => {
  it('R4 lets exactly one of sixteen change the state they all saw', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await recorded();
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, turn) =>
          database.act(city, async (tx) => {
            const key = { county, id, revision: 1 };
            const reason = `turn ${turn}`;
            const done =
              turn % 2 === 0
                ? await revise(tx, table, { key, set: { name: reason }, reason })
                : await withdraw(tx, table, { key, reason });
            return ok(done === undefined ? undefined : reason);
          }),
        ),
      );
      const winners = outcomes.filter((outcome) => outcome !== undefined);
      expect(winners).toHaveLength(1);
      const retired = (await versionsOf(id)).filter((version) => version.retiredAt !== null);
      expect(retired.map((version) => [version.image.revision, version.reason])).toEqual([[1, winners[0]]]);
    }
  });

  it('R4 keeps every state when sixteen change whatever is there, one after the other', async () => {
    const id = await recorded();
    await Promise.all(
      Array.from({ length: 16 }, (_, turn) =>
        database.act(city, async (tx) =>
          ok(await revise(tx, table, { key: { county, id }, set: { name: `name ${turn}` }, reason: `turn ${turn}` })),
        ),
      ),
    );
    const versions = await versionsOf(id);
    expect(versions.map((version) => Number(version.image.revision)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 17 }, (_, index) => index + 1),
    );
    expect(new Set(versions.map((version) => version.image.name)).size).toBe(17);
  });

  it('finds nothing to change or withdraw in another range, and writes nothing', async () => {
    const id = await recorded(neighbour);
    const before = await versionsOf(id);
    const key = { county, id };
    for (const set of [{ name: 'mine' }, { place: village }]) {
      expect(
        await database.act(clerk, async (tx) => ok((await revise(tx, table, { key, set, reason: 'x' })) ?? 0)),
      ).toBe(0);
    }
    expect(await database.act(clerk, async (tx) => ok((await withdraw(tx, table, { key, reason: 'x' })) ?? 0))).toBe(0);
    expect(await versionsOf(id)).toEqual(before);
    expect(await versionsOf(id, clerk)).toEqual([]);
  });

  it('A11 lets nobody move a record of his out of his range, or somebody else’s into it', async () => {
    const id = await recorded();
    const away = database.act(clerk, async (tx) =>
      ok(await revise(tx, table, { key: { county, id }, set: { place: neighbour }, reason: 'x' })),
    );
    await expect(away).rejects.toThrow(/row-level security/);
    expect((await versionsOf(id)).map((version) => version.image.place)).toEqual([village]);
  });
});

describe('history as a whole', () => {
  it('tells at any instant what was known then: a property over random changes', async () => {
    const change = fc.constantFrom('record', 'revise', 'withdraw');
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (steps) => {
        const id = (await recorded()) as string;
        const moments: { at: Date; names: string[] }[] = [{ at: clock(), names: ['first'] }];
        for (const [turn, step] of steps.entries()) {
          const known = moments.at(-1)?.names ?? [];
          const name = `name ${turn}`;
          const key = { county, id };
          await database.act(city, async (tx) => {
            if (step === 'revise') await revise(tx, table, { key, set: { name }, reason: name });
            if (step === 'withdraw') await withdraw(tx, table, { key, reason: name });
            return ok(true);
          });
          const names = step === 'revise' && known.length > 0 ? [name] : step === 'withdraw' ? [] : known;
          moments.push({ at: clock(), names });
        }
        for (const { at, names } of moments) {
          const then = await database.read(city, (tx) =>
            sql<{ name: string }>`select name from ${asOf(table, at)} as t where id = ${id}`.execute(tx.db),
          );
          expect(then.rows.map((row) => row.name)).toEqual(names);
        }
      }),
      { seed: 7, numRuns: 15 },
    );
  });

  it('keeps who, when and why of each state, newest first', async () => {
    const id = await recorded();
    await database.act(clerk, async (tx) =>
      ok(await revise(tx, table, { key: { county, id }, set: { name: 'second' }, reason: '更名' })),
    );
    await database.act(city, async (tx) => ok(await withdraw(tx, table, { key: { county, id }, reason: '作废' })));
    const versions = await versionsOf(id);
    expect(
      versions.map(({ image, recordedBy, retiredBy, reason }) => [image.name, recordedBy, retiredBy, reason]),
    ).toEqual([
      ['second', clerk.accountId, city.accountId, '作废'],
      ['first', city.accountId, clerk.accountId, '更名'],
    ]);
    const [second, first] = versions;
    expect(first?.retiredAt).toEqual(second?.recordedAt);
  });

  it('writes many rows as one act, in order of their keys, with one event and a digest', async () => {
    const rows = Array.from({ length: 300 }, () => made());
    const actor = actorAt('village_clerk', village);
    await database.act(actor, async (tx) => ok(await recordMany(tx, table, rows)));
    const [event, ...more] = await database.read(city, (tx) =>
      tx.db.selectFrom('auditEvent').select('changes').where('accountId', '=', actor.accountId).execute(),
    );
    expect(more).toEqual([]);
    expect(event?.changes).toMatchObject([
      { table, bulk: { rows: 300, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    const stored = await database.read(actor, (tx) =>
      tx.db.selectFrom('attachment').select('id').where('recordedBy', '=', actor.accountId).execute(),
    );
    expect(stored).toHaveLength(300);
  });

  it('writes all rows or none: one that lies outside stops the whole act', async () => {
    const rows = [...Array.from({ length: 50 }, () => made()), made(neighbour)];
    const actor = actorAt('village_clerk', village);
    await expect(database.act(actor, async (tx) => ok(await recordMany(tx, table, rows)))).rejects.toThrow(/row-level/);
    const left = await database.read(city, (tx) =>
      tx.db.selectFrom('attachment').select('id').where('recordedBy', '=', actor.accountId).execute(),
    );
    expect(left).toEqual([]);
  });

  it('says which column a row has too much, instead of dropping it', async () => {
    const row = { ...made(), not_a_column: 1 };
    await expect(database.act(city, async (tx) => ok(await record(tx, table, row)))).rejects.toThrow(
      /no column not_a_column/,
    );
  });
});

describe('many records revised at once', () => {
  const actor = actorAt('city_office', 150600000000);

  async function recordedMany(count: number, place = village): Promise<string[]> {
    const rows = Array.from({ length: count }, () => made(place));
    await database.act(city, async (tx) => ok(await recordMany(tx, table, rows)));
    return rows.map((row) => row.id);
  }

  function renamings(ids: readonly string[], { revision = 1, name = (id: string) => `new ${id}` } = {}) {
    return ids.map((id) => ({ key: { county, id, revision }, set: { name: name(id), bytes: 2 } }));
  }

  it('leaves each one’s earlier state in the twin and one event with a digest in the trail', async () => {
    const ids = [...(await recordedMany(120)), ...(await recordedMany(80, neighbour))];
    await database.act(actor, async (tx) =>
      ok(await reviseMany(tx, table, { revisions: renamings(ids.toReversed()), reason: '更名' })),
    );
    for (const id of [ids[0], ids.at(-1)] as string[]) {
      const [now, before, ...others] = await versionsOf(id);
      expect(others).toEqual([]);
      expect(now?.image).toMatchObject({ name: `new ${id}`, bytes: 2, revision: 2, recorded_by: actor.accountId });
      expect(before?.image).toMatchObject({ name: 'first', bytes: 1, revision: 1, recorded_by: city.accountId });
      expect(before).toMatchObject({ retiredBy: actor.accountId, reason: '更名', retiredAt: now?.recordedAt });
    }
    const [event, ...more] = await database.read(city, (tx) =>
      tx.db.selectFrom('auditEvent').select(['place', 'changes']).where('accountId', '=', actor.accountId).execute(),
    );
    expect(more).toEqual([]);
    expect(event?.place).toBe(150600000000);
    expect(event?.changes).toMatchObject([
      { table, bulk: { rows: 200, digest: expect.stringMatching(/^[\da-f]{64}$/) } },
    ]);
  });

  it('changes all or none: not when one was changed meanwhile, withdrawn, or lies outside the range', async () => {
    const ids = await recordedMany(20);
    const [changed = '', withdrawn = ''] = await recordedMany(2);
    const [foreign = ''] = await recordedMany(1, neighbour);
    await database.act(city, async (tx) => {
      await revise(tx, table, { key: { county, id: changed }, set: { name: 'other' }, reason: 'x' });
      await withdraw(tx, table, { key: { county, id: withdrawn }, reason: 'x' });
      return ok(true);
    });
    for (const stale of [changed, withdrawn, foreign]) {
      const act = database.act(clerk, async (tx) =>
        ok(await reviseMany(tx, table, { revisions: renamings([...ids, stale]), reason: 'x' })),
      );
      await expect(act).rejects.toMatchObject({ code: '40001' });
    }
    const states = await Promise.all(ids.map((id) => versionsOf(id)));
    expect(states.flat().every(({ image, retiredAt }) => image.name === 'first' && retiredAt === null)).toBe(true);
  });

  it('lets nobody move records out of his range, not even among others', async () => {
    const ids = await recordedMany(3);
    const revisions = ids.map((id, index) => ({
      key: { county, id, revision: 1 },
      set: { place: index === 2 ? neighbour : village },
    }));
    const act = database.act(clerk, async (tx) => ok(await reviseMany(tx, table, { revisions, reason: 'x' })));
    await expect(act).rejects.toThrow(/row-level security/);
  });

  it('R4 lets one of eight take overlapping lists in any order, and nobody half of one', async () => {
    const ids = await recordedMany(40);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, turn) => {
        const list = turn % 2 === 0 ? ids : ids.toReversed();
        const revisions = renamings(list, { name: () => `turn ${turn}` });
        return database.act(city, async (tx) => ok(await reviseMany(tx, table, { revisions, reason: 'x' })));
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const names = await database.read(city, (tx) =>
      tx.db.selectFrom('attachment').select('name').distinct().where('id', 'in', ids).execute(),
    );
    expect(names).toEqual([{ name: expect.stringMatching(/^turn \d$/) }]);
  });

  it('looks each record up by its key, also where there are no statistics yet', async () => {
    const fresh = await testDatabase([]);
    const rows = Array.from({ length: 2_000 }, () => made());
    const fetched = await fresh.act(city, async (tx) => {
      await recordMany(tx, table, rows);
      const revisions = renamings(rows.map(({ id }) => id));
      for (let from = 0; from < revisions.length; from += 200)
        await reviseMany(tx, table, { revisions: revisions.slice(from, from + 200), reason: 'x' });
      const read = await sql<{ rows: number }>`select idx_tup_fetch + seq_tup_read as rows
        from pg_stat_xact_user_tables where relname = ${table}`.execute(tx.db);
      return ok(read.rows[0]?.rows ?? 0);
    });
    await fresh.drop();
    expect(fetched).toBeLessThan(5 * rows.length);
  });
});
