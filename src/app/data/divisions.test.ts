import { describe, expect, it } from 'vitest';
import { commonName, isRural, readDivisions, townshipKind } from './divisions.ts';

describe('divisions of Ordos', () => {
  it('has the published number of units and of rural ones', async () => {
    const rows = await readDivisions('1506');
    const villages = rows.filter((row) => row.level === 'village');
    const rural = villages.filter((row) => row.rural);
    expect(rows.filter((row) => row.level === 'banner')).toHaveLength(9);
    expect(rows.filter((row) => row.level === 'township')).toHaveLength(88);
    expect(villages).toHaveLength(1011);
    expect(rural).toHaveLength(736);
    expect(rural.filter((row) => row.name.endsWith('嘎查'))).toHaveLength(170);
    expect(rural.filter((row) => row.name.endsWith('村'))).toHaveLength(565);
    expect(rural.filter((row) => !/(?:村|嘎查)$/.test(row.name)).map((row) => row.name)).toEqual(['白泥井新村社区']);
  });

  it('has each unit under a parent of the list, once', async () => {
    const rows = await readDivisions('1506');
    const codes = new Set(rows.map((row) => row.code));
    expect(codes.size).toBe(rows.length);
    for (const { code, level } of rows) {
      const size = { city: 1e8, banner: 1e8, township: 1e6, village: 1e3 }[level];
      expect(codes, `${code}`).toContain(code - (code % size));
    }
  });

  it('counts kinds of townships as published', async () => {
    const kinds = Map.groupBy(await readDivisions('1506'), (row) => row.townshipKind);
    const count = (kind: 'street' | 'town' | 'township' | 'zone') => kinds.get(kind)?.length;
    expect([count('street'), count('town'), count('township'), count('zone')]).toEqual([26, 43, 8, 11]);
  });

  it('is the same read from the package as kept', async () => {
    const { extractDivisions, listDivisionRows } = await import('./divisions.ts');
    expect(listDivisionRows(await extractDivisions('1506'))).toEqual(await readDivisions('1506'));
  });
});

it('reads any other city from the package and refuses what is none', async () => {
  const rows = await readDivisions('6207');
  expect(rows[0]).toMatchObject({ code: 620700000000, name: '张掖市', level: 'city' });
  expect(rows.filter((row) => row.level === 'village').length).toBeGreaterThan(900);
  await expect(readDivisions('9999')).rejects.toThrow(RangeError);
  await expect(readDivisions('../15')).rejects.toThrow(RangeError);
});

it.each([
  ['查干沟村委会', '查干沟村'],
  ['折家梁村村委会', '折家梁村'],
  ['前郝家村村民委员会', '前郝家村'],
  ['大发村', '大发村'],
  ['陶报嘎查村委员会', '陶报嘎查'],
  ['巴音布拉格嘎查村', '巴音布拉格嘎查'],
  ['某嘎查村民委员会', '某嘎查'],
  ['满达社区居委会', '满达社区'],
  ['友谊街社区居民委员会', '友谊街社区'],
  ['三街居委会', '三街社区'],
])('calls %s by its common name %s', (official, common) => {
  expect(commonName(official)).toBe(common);
});

it('tells rural units and township kinds by their codes', () => {
  const rural = [150602100001, 150602100200, 150602100399, 150602100400, 150602100500, 150602100598].map(isRural);
  expect(rural).toEqual([false, true, true, false, true, true]);
  const kinds = [150602001000, 150621100000, 150621200000, 150621400000].map(townshipKind);
  expect(kinds).toEqual(['street', 'town', 'township', 'zone']);
});
