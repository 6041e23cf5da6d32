import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import names from '../../../data/names.json' with { type: 'json' };
import { loadPast } from '../../platform/db/load.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as places } from '../places/feature.ts';
import { demoIdNumber } from './demo-rules.ts';
import { feature as households } from './feature.ts';
import { findHousehold, type HouseholdHead, recordHousehold } from './household-store.ts';
import { claimKeys } from './key-store.ts';
import { listHouseholds } from './list-store.ts';
import type { PovertyFields } from './poverty-contract.ts';
import { povertyStateOn, registerPoverty } from './poverty-store.ts';
import { endStays, listStays, recordResidents } from './resident-store.ts';
import { describeResidents, searchHouseholds, searchResidents } from './search-store.ts';
import { demoHouseholds } from './seed.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;
let database: TestDatabase;
let now = Date.parse('2019-06-03T02:00:00Z');
beforeAll(async () => {
  // every look at the clock is a second later, so that two states never share an instant
  database = await testDatabase([places, households], { clock: tick });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (150622000000, 'banner', '准格尔旗'), (150622100000, 'township', '暖水乡'), (${village}, 'village', '甲村'),
      (${neighbour}, 'village', '乙村')) as p (c, l, n)`);
  await owner.end();
});
afterAll(() => database.drop());

const clerk = actorAt('village_clerk', village);
const other = actorAt('village_clerk', neighbour);
const city = actorAt('city_office', 150600000000);
let serial = 0;

function idNumber(birthOn = '1970-01-01', sex: 'male' | 'female' = 'male'): string {
  return demoIdNumber({ region: county, birthOn, serial: ++serial, sex });
}

interface Person {
  readonly name: string;
  readonly idNumber?: string;
  readonly relation?: '01' | '02' | '03';
}

async function enter(actor: typeof clerk, people: readonly Person[], joinedOn = '2018-01-01'): Promise<HouseholdHead> {
  const place = actor.range?.lo ?? 0;
  const county = Math.floor(place / 1_000_000);
  const id = randomUUID();
  const number = `T${++serial}`;
  const stays = people.map((person, index) => ({
    id: randomUUID(),
    fields: { relation: index === 0 ? ('01' as const) : ('03' as const), idNumber: idNumber(), ...person },
    joinedOn,
    joinedKind: 'registered',
  }));
  return database.act(actor, async (tx) => {
    const recorded = await recordHousehold(tx, { county, id, place, joinedKind: 'registered' }, { number, joinedOn });
    if (!recorded.ok) return recorded;
    const entered = await recordResidents(tx, { county, id, place }, { stays, listField: 'residents' });
    if (!entered.ok) return entered;
    const household = await findHousehold(tx, { county, id });
    return household ? ok(household) : { ok: false, refusal: { code: 'not_found' } };
  });
}

const decision = {
  standard: 'national',
  kind: 'general',
  mainCause: 'illness',
  otherCauses: [],
  documentNumber: '准扶〔2018〕1号',
} as const;

function poor(startsOn: string): PovertyFields {
  return { ...decision, otherCauses: [], startsOn, decidedOn: startsOn };
}

function tick(): Date {
  now += 1000;
  return new Date(now);
}

describe('one person once', () => {
  it('refuses a number that is registered, with who holds it inside the range and only the banner outside', async () => {
    const number = idNumber();
    const first = await enter(clerk, [{ name: '王建国', idNumber: number }]);
    await expect(enter(clerk, [{ name: '王建国', idNumber: number }])).rejects.toThrow(
      `"name":"王建国","village":"甲村","county":150622,"id":"${first.id}"`,
    );
    await expect(enter(other, [{ name: '王建国', idNumber: number }])).rejects.toThrow(
      'refused: {"code":"resident_elsewhere","field":"residents.0.idNumber","values":{"banner":"准格尔旗"}}',
    );
    await expect(
      enter(clerk, [
        { name: '甲', idNumber: idNumber() },
        { name: '乙', idNumber: number },
      ]),
    ).rejects.toThrow('residents.1.idNumber');
    const twice = idNumber();
    await expect(
      enter(clerk, [
        { name: '甲', idNumber: twice },
        { name: '乙', idNumber: twice },
      ]),
    ).rejects.toThrow('resident_twice');
  });

  it('lets exactly one of sixteen registrations at once through', async () => {
    const number = idNumber();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        enter(index % 2 === 0 ? clerk : other, [{ name: '争先', idNumber: number }]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const { rows } = await database.read(city, (tx) => sql`select 1 from resident where name = '争先'`.execute(tx.db));
    expect(rows).toHaveLength(1);
  });

  it('lets the next village have who moved away, but nobody the dead', async () => {
    const [moved, died] = [idNumber(), idNumber()];
    const leave = async (number: string, leftReason: string) => {
      const household = await enter(clerk, [{ name: '户主' }, { name: '走了', idNumber: number }]);
      await database.act(clerk, async (tx) => {
        const stays = (await listStays(tx, household)).filter((stay) => stay.name === '走了');
        return endStays(tx, stays, { leftOn: '2019-01-01', leftReason, leftTo: null });
      });
    };
    await leave(moved, 'moved');
    await leave(died, 'died');
    await expect(enter(other, [{ name: '走了', idNumber: moved }])).resolves.toMatchObject({ place: neighbour });
    await expect(enter(other, [{ name: '走了', idNumber: died }])).rejects.toThrow('resident_elsewhere');
    await expect(enter(clerk, [{ name: '走了', idNumber: died }])).rejects.toThrow('resident_died');
  });

  it('stores no number in clear', async () => {
    const number = idNumber();
    await enter(clerk, [{ name: '密', idNumber: number }]);
    const owner = await database.connectOwner();
    const { rows } = await owner.query(`select to_jsonb(r)::text as row from resident r where name = '密'`);
    const trail = await owner.query(`select changes::text as row from audit_event`);
    await owner.end();
    expect(
      [...rows, ...trail.rows].some(
        ({ row }) => row.includes(number) || row.includes('"密"') !== (rows[0]?.row === row),
      ),
    ).toBe(false);
  });
});

describe('poverty states in both times', () => {
  it('answers who was poor on a day, as known then and as known now', async () => {
    const household = await enter(clerk, [{ name: '困难' }], '2015-01-01');
    const before = tick();
    await database.act(clerk, (tx) =>
      registerPoverty(tx, household, { id: randomUUID(), state: 'registered', fields: poor('2016-05-01') }),
    );
    const between = tick();
    await database.act(clerk, (tx) =>
      registerPoverty(tx, household, { id: randomUUID(), state: 'lifted_out', fields: poor('2018-12-01') }),
    );
    const state = (day: string, asOf?: Date) =>
      database.read(clerk, async (tx) => (await povertyStateOn(tx, household, { day, asOf }))?.state);
    expect(await state('2016-04-30')).toBeUndefined();
    expect(await state('2016-05-01')).toBe('registered');
    expect(await state('2018-11-30')).toBe('registered');
    expect(await state('2018-12-01')).toBe('lifted_out');
    expect(await state('2018-12-01', between)).toBe('registered');
    expect(await state('2018-12-01', before)).toBeUndefined();
  });

  it('counts states, people and changes the same way at every cutoff', async () => {
    const household = await enter(other, [{ name: '户主' }, { name: '老人' }], '2015-01-01');
    const cutoffs = [tick()];
    const note = async (work: Promise<unknown>) => {
      await work;
      cutoffs.push(tick());
    };
    await note(
      database.act(other, (tx) =>
        registerPoverty(tx, household, { id: randomUUID(), state: 'registered', fields: poor('2017-01-01') }),
      ),
    );
    await note(
      database.act(other, async (tx) => {
        const stays = (await listStays(tx, household)).filter((stay) => stay.name === '老人');
        return endStays(tx, stays, { leftOn: '2018-03-10', leftReason: 'died', leftTo: null });
      }),
    );
    await note(
      database.act(other, (tx) =>
        registerPoverty(tx, household, { id: randomUUID(), state: 'lifted_out', fields: poor('2018-06-20') }),
      ),
    );
    const count = (view: string, day: string, asOf: Date) =>
      database.read(other, async (tx) => {
        const lasts = view === 'fact_poverty_change' ? sql`` : sql`and (ended_on is null or ended_on > ${day})`;
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(view)}
          where household_id = ${household.id} and occurred_on <= ${day} ${lasts} and recorded_at <= ${asOf} and (retired_at is null or retired_at > ${asOf})`.execute(
          tx.db,
        );
        return rows[0]?.n;
      });
    const seen = async (view: string, day: string) => Promise.all(cutoffs.map((cutoff) => count(view, day, cutoff)));
    expect(await seen('fact_poverty_state', '2018-02-28')).toEqual([0, 1, 1, 1]);
    expect(await seen('fact_poverty_resident', '2018-02-28')).toEqual([0, 2, 2, 2]);
    expect(await seen('fact_poverty_resident', '2018-03-31')).toEqual([0, 2, 1, 1]);
    expect(await seen('fact_poverty_resident', '2018-06-30')).toEqual([0, 2, 1, 1]);
    expect(await seen('fact_poverty_change', '2018-12-31')).toEqual([0, 1, 1, 2]);
    expect(await seen('fact_resident', '2018-03-31')).toEqual([2, 2, 1, 1]);
  });

  it('lets one of two registrations at once through', async () => {
    const household = await enter(clerk, [{ name: '同时' }], '2015-01-01');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        database.act(clerk, (tx) =>
          registerPoverty(tx, household, { id: randomUUID(), state: 'registered', fields: poor('2017-01-01') }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('search', () => {
  beforeAll(async () => {
    await enter(clerk, [
      { name: '阿木尔•巴图', idNumber: idNumber('1971-01-01') },
      { name: '圐 圙' },
      { name: '张㼆' },
      { name: '𠮷田' },
      { name: '乌云其木格' },
    ]);
    await enter(other, [{ name: '阿木尔·巴图' }]);
  });

  const find = (actor: typeof clerk, text: string) =>
    database.read(actor, async (tx) =>
      (await describeResidents(tx, await searchResidents(tx, text, 50))).map(
        (found) => `${found.name} ${found.placeName}`,
      ),
    );

  it.each(['阿木尔', '巴图', '阿木尔·巴图', '阿木尔．巴图', 'amuer', 'amebt', 'AMUERBATU'])(
    'finds the village’s own by %s',
    async (text) => {
      expect(await find(clerk, text)).toEqual(['阿木尔·巴图 甲村']);
      expect((await find(city, text)).toSorted()).toEqual(['阿木尔·巴图 乙村', '阿木尔·巴图 甲村']);
    },
  );

  it.each(['圐圙', 'kulve', 'kl', '张㼆', '㼆', '𠮷田', '𠮷', '乌云其', '云其木'])(
    'finds rare characters by %s',
    async (text) => {
      expect(await find(clerk, text)).toHaveLength(1);
      expect(await find(city, text)).toHaveLength(1);
      expect(await find(other, text)).toEqual([]);
    },
  );

  it('counts each person once, however many ways the word fits, and so reaches the next banner', async () => {
    await enter(actorAt('village_clerk', 150621100201), [{ name: '阿木尔·巴图' }]);
    for (const text of ['阿木尔巴图', 'amuerbatu'])
      expect(await database.read(city, (tx) => searchResidents(tx, text, 3)), text).toHaveLength(3);
  });

  it('takes signs of patterns as characters', async () => {
    for (const text of ['%', '_', '%木%', "' or 1=1 --", '\\']) expect(await find(city, text)).toEqual([]);
  });

  it('shows nothing without a range, whoever asks', async () => {
    const client = await database.pool.connect();
    const { rows } = await client.query(`select * from search_residents('阿木尔', 'name', 50)`);
    const member = await client.query(
      `begin; set local role silian_member; select * from search_residents('阿木尔', 'name', 50)`,
    );
    await client.query('rollback');
    client.release();
    expect(rows).toEqual([]);
    expect((member as unknown as { rows: unknown[] }[])[2]?.rows).toEqual([]);
  });

  it('finds households by number and by a member', async () => {
    const household = await enter(clerk, [{ name: '独此一家' }]);
    const found = (text: string, actor = clerk) => database.read(actor, (tx) => searchHouseholds(tx, text));
    expect(await found('独此一家')).toEqual([{ county, id: household.id }]);
    expect(await found(household.number)).toEqual([{ county, id: household.id }]);
    expect(await found(household.number, other)).toEqual([]);
  });
});

describe('a made-up village', () => {
  it('loads, lists under filters and is the same for the same seed', async () => {
    const quiet = 150622100203;
    const options = {
      names,
      vault: database.vault,
      span: { from: '2018-01-01', until: '2019-05-31' },
      taken: new Set<string>(),
    };
    const make = (seed: number) => demoHouseholds(seeded(seed), quiet, { ...options, taken: new Set() });
    const made = make(7);
    expect(make(7).residents.map(({ row }) => [row.id, row.name, row.birth_on])).toEqual(
      made.residents.map(({ row }) => [row.id, row.name, row.birth_on]),
    );
    await database.act(city, async (tx) => {
      await loadPast(tx, 'household', made.households);
      await loadPast(tx, 'resident', made.residents);
      await loadPast(tx, 'poverty_registration', made.poverty);
      expect((await claimKeys(tx, made.keys)).size).toBe(made.keys.length);
      return ok(true);
    });
    const list = (filters: object, actor = city) =>
      database.read(actor, (tx) => listHouseholds(tx, { place: quiet, ...filters }, { limit: 200, offset: 0 }));
    const all = await list({ closed: 'all', sort: 'number' });
    expect(all.total).toBe(27);
    expect(all.rows.map((row) => row.number)).toEqual(made.households.map(({ row }) => row.number));
    const byState = await Promise.all(
      ['registered', 'lifted_out', 'relapsed', 'deregistered', 'none'].map((state) => list({ state, closed: 'all' })),
    );
    expect(byState.reduce((sum, page) => sum + page.total, 0)).toBe(27);
    expect(byState.every((page) => page.rows.length === page.total)).toBe(true);
    const sorted = await list({ sort: 'headName' });
    expect(sorted.rows).toHaveLength(sorted.total);
    expect((await list({}, other)).total).toBe(0);
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
