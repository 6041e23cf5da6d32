import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { type ArchiveKind, archiveKinds, archiveList, custodyThrough } from './archive-rules.ts';
import { books, closeWorld, type Kept, line, openWorld, post, type World } from './books.testing.ts';

const counts = Object.fromEntries(archiveKinds.map((kind) => [kind, 1])) as Record<ArchiveKind, number>;

describe('how long a year is kept', () => {
  const states = (today: string, hasOpenClaims = false) =>
    new Map(
      archiveList({ endsOn: localDate('2019-12-31'), today: localDate(today), counts, hasOpenClaims }).map((item) => [
        item.kind,
        `${item.keptThrough ?? ''} ${item.state}`,
      ]),
    );

  it('counts from the day after it: 30 years, 10, 5, or for ever', () => {
    const all = states('2020-01-01');
    expect(all.get('vouchers')).toBe('2049-12-31 kept');
    expect(all.get('bank_statements')).toBe('2029-12-31 kept');
    expect(all.get('asset_cards')).toBe('2024-12-31 kept');
    expect(all.get('year_reports')).toBe(' forever');
  });

  it('ends on the last day itself, and for vouchers not while a claim is open (art. 19)', () => {
    expect(states('2029-12-31').get('bank_statements')).toBe('2029-12-31 kept');
    expect(states('2030-01-01').get('bank_statements')).toBe('2029-12-31 over');
    expect(states('2050-01-01').get('vouchers')).toBe('2049-12-31 over');
    expect(states('2050-01-01', true).get('vouchers')).toBe('2049-12-31 unsettled');
  });

  it('leaves the accounting unit after three years', () => {
    expect(custodyThrough(localDate('2019-12-31'))).toBe('2022-12-31');
    expect(custodyThrough(localDate('2020-02-29'))).toBe('2023-02-28');
  });
});

let world: World;
let kept: Kept;
beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
});
afterAll(() => closeWorld(world));

async function closeYear(): Promise<void> {
  const close = (month: number) =>
    world.accountant.send('POST', `${kept.address}/close`, { month: `2019-${String(month).padStart(2, '0')}` });
  for (let month = 1; month <= 11; month++) expect((await close(month)).status).toBe(200);
  await world.accountant.send('POST', `${kept.address}/prepare-year-end`, { year: 2019 });
  const drafts = (await world.clerk.get(`${kept.address}/vouchers?state=draft`)).body.rows as {
    id: string;
    revision: number;
  }[];
  const vouchers = drafts.map(({ id, revision }) => ({ id, revision }));
  expect((await world.clerk.send('POST', `${kept.address}/vouchers/check`, { vouchers })).status).toBe(200);
  expect((await close(12)).status).toBe(200);
}

describe('a closed year', () => {
  it('is listed with what there is of each kind, and leaves as one package with the hash of each file', async () => {
    await post(world, kept, { occurredOn: '2019-03-04', lines: [line('102', 50_000), line('501', -50_000)] });
    expect((await world.clerk.get(`${kept.address}/archive`)).body).toEqual({ years: [] });
    expect((await world.clerk.get(`${kept.address}/archive/export?year=2019`)).body.code).toBe('archive_year_open');
    await closeYear();
    const { body } = await world.clerk.get(`${kept.address}/archive`);
    const [year] = body.years as { year: number; items: { kind: string; count: number }[] }[];
    const found = new Map(year?.items.map(({ kind, count }) => [kind, count]));
    expect([year?.year, found.get('month_reports'), found.get('year_reports')]).toEqual([2019, 12, 1]);
    expect(found.get('vouchers')).toBeGreaterThan(1);
    const file = await world.clerk.get(`${kept.address}/archive/export?year=2019`);
    for (const name of ['档案清单.txt', '记账凭证.csv', '账簿.journal', '财务报表.json'])
      expect(file.raw.includes(Buffer.from(name, 'utf8')), name).toBe(true);
  });

  it('is unknown to the neighbour', async () => {
    const stranger = await world.app.signIn('village_accountant', { place: 150622100202 });
    expect((await stranger.get(`${kept.address}/archive`)).status).toBe(404);
    expect((await stranger.get(`${kept.address}/archive/export?year=2019`)).status).toBe(404);
  });
});
