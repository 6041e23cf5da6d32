import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Month } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { proposeChange } from './change-rules.ts';
import { listChangeLines, listChanges, recordChange, withdrawChange } from './change-store.ts';
import { feature } from './feature.ts';
import { hasFlag, listFlaggedPlaces, recordFlags } from './flag-store.ts';
import type { DivisionRow } from './import-rules.ts';
import { importPlaces, listReportingPlaces } from './public.ts';
import { makeFlags } from './seed.ts';
import { listPlaces, lockKnown } from './store.ts';

const city = 150600000000;
const banner = 150622000000;
const town = 150622100000;
const divisions: readonly DivisionRow[] = [
  { code: city, level: 'city', name: '鄂尔多斯市', nameOfficial: '鄂尔多斯市' },
  { code: banner, level: 'banner', name: '准格尔旗', nameOfficial: '准格尔旗', bannerKind: 'banner' },
  { code: 150602000000, level: 'banner', name: '东胜区', nameOfficial: '东胜区', bannerKind: 'district' },
  { code: town, level: 'township', name: '沙圪堵镇', nameOfficial: '沙圪堵镇', townshipKind: 'town' },
  { code: 150622001000, level: 'township', name: '迎泽街道', nameOfficial: '迎泽街道', townshipKind: 'street' },
  { code: town + 1, level: 'village', name: '兴隆社区', nameOfficial: '兴隆社区居委会', rural: false },
  { code: town + 201, level: 'village', name: '圐圙嘎查', nameOfficial: '圐圙嘎查村委会', rural: true },
  { code: town + 202, level: 'village', name: '绿原村', nameOfficial: '绿原村委会', rural: true },
  { code: town + 203, level: 'village', name: '长胜村', nameOfficial: '长胜村委会', rural: true },
  { code: 150622001001, level: 'village', name: '长青社区', nameOfficial: '长青社区居委会', rural: false },
];

const office = actorAt('city_office', city);
let database: TestDatabase;
let seconds = 0;
// every look at the clock is a second later, so that two states never share an instant
function clock(): Date {
  seconds += 1;
  return new Date(Date.UTC(2024, 0, 1) + 1000 * seconds);
}

beforeAll(async () => {
  database = await testDatabase([feature], { clock });
  await database.act(office, async (tx) => ok(await importPlaces(tx, divisions, { stateOn: '2023-06-30' })));
});
afterAll(() => database.drop());

async function find(q: string): Promise<string[]> {
  const { rows } = await database.read(office, (tx) => listPlaces(tx, { q, limit: 20, offset: 0 }));
  return rows.map((row) => row.name);
}

/** The state of the villages as the fact view gives it, as known at an instant. */
async function villagesOn(day: string, knownAt?: Date): Promise<number[]> {
  return database.read(office, async (tx) => {
    const known = knownAt
      ? sql`recorded_at <= ${knownAt} and (retired_at is null or retired_at > ${knownAt})`
      : sql`retired_at is null`;
    const { rows } = await sql<{ place: number }>`
      select place from fact_village where ${known} and occurred_on <= ${day}::date
        and (ended_on is null or ended_on > ${day}::date) and dims ->> 'rural' = 'true' order by place`.execute(tx.db);
    return rows.map((row) => row.place);
  });
}

describe('the import', () => {
  it('changes nothing when the same rows come again', async () => {
    const events = (tx: Tx) => tx.db.selectFrom('figureDirty').select('place').execute();
    const before = await database.read(office, events);
    const report = await database.act(office, async (tx) =>
      ok(await importPlaces(tx, divisions, { stateOn: '2023-06-30' })),
    );
    expect(report).toEqual({ inserted: 0, renamed: 0, corrected: 0, unchanged: divisions.length, kept: 0, absent: [] });
    expect(await database.read(office, events)).toEqual(before);
    expect(before.map((row) => row.place).sort()).toEqual(
      divisions
        .filter((row) => row.level === 'village')
        .map((row) => row.code)
        .sort(),
    );
  });

  it('takes a new name as a dated rename, and leaves what is known from later', async () => {
    const renamed = divisions.map((row) =>
      row.code === town + 202 ? { ...row, name: '绿原新村', nameOfficial: '绿原新村村委会' } : row,
    );
    const first = await database.act(office, async (tx) =>
      ok(await importPlaces(tx, renamed, { stateOn: '2023-10-01' })),
    );
    expect(first).toMatchObject({ renamed: 1, unchanged: divisions.length - 1 });
    const [change] = await database.read(office, (tx) => listChanges(tx, town + 202));
    expect(change).toMatchObject({
      kind: 'rename',
      happenedOn: '2023-10-01',
      nameBefore: '绿原村',
      nameAfter: '绿原新村',
      officialBefore: '绿原村委会',
    });
    const older = await database.act(office, async (tx) =>
      ok(await importPlaces(tx, divisions, { stateOn: '2023-06-30' })),
    );
    expect(older).toMatchObject({ renamed: 0, kept: 1 });
    const back = await database.act(office, async (tx) =>
      ok(await importPlaces(tx, divisions, { stateOn: '2023-12-01' })),
    );
    expect(back).toMatchObject({ renamed: 1, kept: 0 });
  });

  it('mends the rest, and names what the source no longer has', async () => {
    const rows = divisions
      .slice(0, -1)
      .map((row) => (row.code === town + 1 ? { ...row, nameOfficial: '兴隆社区居民委员会' } : row));
    const report = await database.act(office, async (tx) =>
      ok(await importPlaces(tx, rows, { stateOn: '2023-12-02' })),
    );
    expect(report).toMatchObject({ corrected: 1, absent: [150622001001] });
  });

  it('knows the kinds of places', async () => {
    const rows = await database.read(office, (tx) =>
      tx.db.selectFrom('place').select(['name', 'kind', 'parent']).orderBy('code').execute(),
    );
    const kinds = Object.fromEntries(rows.map((row) => [row.name, row.kind]));
    expect(kinds).toMatchObject({
      准格尔旗: 'banner',
      东胜区: 'district',
      沙圪堵镇: 'town',
      迎泽街道: 'street',
      圐圙嘎查: 'gacha',
      长胜村: 'village',
      长青社区: 'community',
    });
    expect(rows.find((row) => row.name === '圐圙嘎查')?.parent).toBe(town);
  });

  it('refuses a source whose codes do not fit their levels', async () => {
    const broken = [{ code: town, level: 'village' as const, name: '甲', nameOfficial: '甲' }];
    await expect(database.act(office, async (tx) => ok(await importPlaces(tx, broken)))).rejects.toThrow(RangeError);
  });
});

describe('the search', () => {
  it('finds by Chinese, pinyin, initials and code', async () => {
    expect(await find('圐圙')).toEqual(['圐圙嘎查']);
    expect(await find('klgc')).toEqual(['圐圙嘎查']);
    expect(await find('kulue')).toEqual(['圐圙嘎查']);
    expect(await find('KU LÜE')).toEqual(['圐圙嘎查']);
    expect(await find('lvyuan')).toEqual(['绿原村']);
    expect(await find('csc')).toEqual(['长胜村']);
    expect(await find('changsheng')).toEqual(['长胜村']);
    expect(await find('150622100')).toContain('长胜村');
    expect(await find('村委会')).toHaveLength(3);
  });

  it('puts the whole name first, then beginnings', async () => {
    expect((await find('长'))[0]).toMatch(/^长/);
    expect(await find('zgeq')).toEqual(['准格尔旗']);
  });

  it('takes signs of patterns as letters', async () => {
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    expect(await find("'; drop table place; --")).toEqual([]);
  });
});

describe('the tree', () => {
  it('starts at the top of the range and counts what stands below', async () => {
    const top = (at: number) =>
      database.read(office, (tx) => listPlaces(tx, { range: { lo: at, hi: at + 999 }, limit: 9, offset: 0 }));
    const whole = await database.read(office, (tx) => listPlaces(tx, { limit: 9, offset: 0 }));
    expect(whole.rows).toMatchObject([{ code: city, children: 2, villages: 3 }]);
    expect((await top(town)).rows).toMatchObject([{ code: town, parentName: '准格尔旗', children: 4, villages: 3 }]);
    const below = await database.read(office, (tx) => listPlaces(tx, { parent: banner, limit: 9, offset: 0 }));
    expect(below.rows.map((row) => row.name)).toEqual(['迎泽街道', '沙圪堵镇']);
  });

  it('lists who reports: rural villages, and what holds any', async () => {
    const month = '2024-01' as Month;
    const codes = async (code: number) =>
      (await database.read(office, (tx) => listReportingPlaces(tx, code, month))).map((row) => row.code);
    expect(await codes(city)).toEqual([banner]);
    expect(await codes(banner)).toEqual([town]);
    expect(await codes(town)).toEqual([town + 201, town + 202, town + 203]);
    expect(await codes(town + 201)).toEqual([]);
  });
});

describe('a recorded change', () => {
  const change = (from: number[], to: { code: number; name?: string }[], happenedOn: string) =>
    database.act(office, async (tx) => {
      const known = await lockKnown(tx, { codes: [...from, ...to.map((one) => one.code), town], ranges: [] });
      const kind = to.length === 0 ? 'close' : from.length > 1 ? 'merge' : 'rename';
      const proposed = proposeChange({ kind, happenedOn, from, to }, known);
      if (!proposed.ok) return proposed;
      const id = `0190b1d0-0000-7000-8000-0000000000${String(seconds % 100).padStart(2, '0')}`;
      await recordChange(tx, { id, documentNumber: null, happenedOn, proposed: proposed.value, known });
      return ok(id);
    });

  it('moves the facts of past months only for those who know of it', async () => {
    const before = clock();
    const all = [town + 201, town + 202, town + 203];
    const merged = await change([town + 202, town + 203], [{ code: town + 203 }], '2023-12-15');
    const between = clock();
    expect(await villagesOn('2023-12-14')).toEqual(all);
    expect(await villagesOn('2023-12-15')).toEqual([town + 201, town + 203]);
    expect(await villagesOn('2023-12-31', before)).toEqual(all);
    await database.act(office, async (tx) => ok(await withdrawChange(tx, await listChangeLines(tx, merged), '误登')));
    expect(await villagesOn('2023-12-31')).toEqual(all);
    expect(await villagesOn('2023-12-31', between)).toEqual([town + 201, town + 203]);
    expect(await database.read(office, (tx) => listChangeLines(tx, merged))).toEqual([]);
  });

  it('gives the name and the published name back when a rename is withdrawn', async () => {
    const id = await change([town + 201], [{ code: town + 201, name: '新嘎查' }], '2023-12-20');
    expect(await find('xgc')).toEqual(['新嘎查']);
    await database.act(office, async (tx) => ok(await withdrawChange(tx, await listChangeLines(tx, id), '误登')));
    expect(await find('klgc')).toEqual(['圐圙嘎查']);
    expect(await find('圐圙嘎查村委会')).toEqual(['圐圙嘎查']);
  });

  it('can be withdrawn once only', async () => {
    const id = await change([town + 201], [], '2023-12-25');
    const lines = await database.read(office, (tx) => listChangeLines(tx, id));
    const outcomes = [];
    for (let time = 0; time < 2; time += 1)
      outcomes.push(await database.act(office, async (tx) => ok(await withdrawChange(tx, lines, '误登'))));
    expect(outcomes).toEqual([true, false]);
  });
});

describe('example flags', () => {
  const villages = Array.from({ length: 736 }, (_, index) => ({
    code: town + 201 + index,
    level: 'village',
    rural: true,
  }));
  const random = () => {
    let state = 7;
    return () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
  };

  it('are the same for the same seed, ninety key poor villages from 2018, each flag once', () => {
    const flags = makeFlags(villages, random());
    expect(makeFlags(villages, random())).toEqual(flags);
    const keyPoor = flags.filter((flag) => flag.flag === 'key_poor_village');
    expect(keyPoor).toHaveLength(90);
    expect(keyPoor.every((flag) => flag.startsOn === '2018-01-01' && flag.endsOn === null)).toBe(true);
    expect(new Set(flags.map((flag) => `${flag.place} ${flag.flag}`)).size).toBe(flags.length);
    expect(new Set(flags.map((flag) => flag.id)).size).toBe(flags.length);
    expect(makeFlags([{ code: town + 1, level: 'village', rural: false }], random())).toEqual([]);
  });

  it('make the seat of the demo a key poor village, and no village more than without it', () => {
    const keyPoor = (seat: number) =>
      makeFlags(villages, random(), seat).flatMap(({ flag, place }) => (flag === 'key_poor_village' ? [place] : []));
    for (const { code } of villages.slice(0, 200)) {
      expect(keyPoor(code)).toHaveLength(90);
      expect(keyPoor(code)).toContain(code);
    }
  });

  it('can be written, and asked for by day', async () => {
    const flags = makeFlags(
      divisions.map((row) => ({ ...row, rural: row.rural ?? false })),
      random(),
    );
    await database.act(office, async (tx) => ok(await recordFlags(tx, flags)));
    const range = { lo: city, hi: city + 99_999_999 };
    const poor = (day: string) =>
      database.read(office, (tx) => listFlaggedPlaces(tx, 'key_poor_village', { day, ...range }));
    expect(await poor('2017-12-31')).toEqual([]);
    expect(await poor('2018-01-01')).toEqual([town + 201, town + 202, town + 203]);
    expect(
      await database.read(office, (tx) => hasFlag(tx, 'key_poor_village', { place: town + 201, day: '2020-01-01' })),
    ).toBe(true);
    const neighbour = actorAt('village_clerk', town + 202);
    expect(
      await database.read(neighbour, (tx) =>
        listFlaggedPlaces(tx, 'key_poor_village', { day: '2020-01-01', ...range }),
      ),
    ).toEqual([town + 202]);
  });
});
