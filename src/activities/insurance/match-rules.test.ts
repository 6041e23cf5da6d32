import { describe, expect, it } from 'vitest';
import { spellName } from '../../platform/spelling.ts';
import { nameKey } from '../../registers/households/rules.ts';
import { measureUnits, readLine, readRate, villageFinder, weighRow } from './import-rules.ts';
import { lineWordings, nameEndings, unitWordings } from './intake-words.ts';
import { bareName, type Candidate, differsByOne, type InsuredRow, matchRow } from './match-rules.ts';

const nobody = { byNumber: undefined, family: [], inVillage: [] };
const batter = person('巴特尔');

function pinyin(name: string): string {
  return spellName(bareName(name), nameKey, 'head').pinyin;
}

function person(name: string, more: Partial<Candidate> = {}): Candidate {
  const known = { residentId: name, householdId: name, place: 1, name, pinyin: pinyin(name) };
  return { ...known, birthOn: '1970-01-01', last4: '001X', ...more };
}

function row(name: string, more: Partial<InsuredRow> = {}): InsuredRow {
  return { name, pinyin: pinyin(name), idNumber: undefined, place: 1, ...more };
}

describe('a row of a workbook means', () => {
  it.each([
    ['the same name', '巴特尔', 'number'],
    ['a name padded by spaces', '巴 特 尔', 'number'],
    ['a name with a remark', '巴特尔（户主）', 'number'],
    ['another character of the same sound', '巴特耳', 'number'],
    ['one character wrong in the same village', '巴图尔', 'number'],
  ])('whoever holds the number: %s', (_, name, way) => {
    expect(matchRow(row(name), { ...nobody, byNumber: batter, family: [batter] })).toEqual({ way, candidate: batter });
  });

  it('the household of whose number stands beside the name of his wife', () => {
    const wife = person('娜仁花', { householdId: '巴特尔' });
    const found = matchRow(row('娜仁花', { place: 2 }), { ...nobody, byNumber: batter, family: [batter, wife] });
    expect(found).toEqual({ way: 'number', candidate: batter });
  });

  it('nobody for certain when number and name are of two people', () => {
    expect(matchRow(row('王明'), { ...nobody, byNumber: batter, family: [batter] })).toEqual({
      ...{ cause: 'name_differs', candidates: [batter] },
    });
  });

  it('by name and village where there is no number, and one household alone bears the name', () => {
    const known = { ...nobody, inVillage: [batter] };
    expect(matchRow(row('巴特尔'), known)).toEqual({ way: 'name', candidate: batter });
    expect(matchRow(row('巴特尔', { place: undefined }), known)).toMatchObject({ cause: 'village_unknown' });
    const other = person('巴特尔', { residentId: 'b', householdId: 'b', last4: '0020' });
    expect(matchRow(row('巴特尔'), { ...nobody, inVillage: [batter, other] })).toMatchObject({ cause: 'several' });
  });

  it('by what is left of a number: day of birth or end', () => {
    const other = person('巴特尔', { residentId: 'b', householdId: 'b', birthOn: '1980-02-02', last4: '0020' });
    const known = { ...nobody, inVillage: [batter, other] };
    const typed = (idNumber: string) => matchRow(row('巴特尔', { idNumber }), known);
    expect(typed('150622197001010012')).toMatchObject({ way: 'near', candidate: batter });
    expect(typed('150622********0020')).toMatchObject({ way: 'near', candidate: other });
    expect(typed('150622700101001')).toMatchObject({ way: 'near', candidate: batter });
    expect(typed('150622199909090099')).toMatchObject({ cause: 'nobody' });
  });
});

it('names differ by one character', () => {
  expect(differsByOne('乌云其木格', '乌云齐木格')).toBe(true);
  expect(differsByOne('乌云其木格', '乌云木格')).toBe(true);
  expect(differsByOne('乌云其木格', '乌兰其其格')).toBe(false);
  expect(differsByOne('王明', '王亮')).toBe(false);
});

it('what insurers write is read', () => {
  const read = (text: string) => readLine(text, lineWordings);
  expect(read('能繁母牛养殖保险')).toBe('cattle');
  expect(read('中央财政玉米种植险')).toBe('maize');
  expect(read('绒山羊养殖保险')).toBe('goats');
  expect(read('马铃薯种植保险')).toBe('potato');
  expect(read('农房保险')).toBeUndefined();
  expect(['6', '0.25', '100'].map(readRate)).toEqual([600, 25, 10_000]);
  expect(['0', '101', '6.005', '-1'].map(readRate)).toEqual([undefined, undefined, undefined, undefined]);
});

it('units are counted in those of the line, a hectare as fifteen mu', () => {
  const read = (line: 'cattle' | 'maize', unit: string | undefined, change: object = {}) => {
    const measured = measureUnits(line, { units: 2.5, unitSumFen: 60_000n, unit, ...change }, unitWordings);
    return measured.ok ? measured.value : measured.refusal.code;
  };
  expect(read('maize', '公顷')).toEqual({ units: 37.5, unitSumFen: 4_000n });
  expect(read('maize', ' 亩 ')).toEqual({ units: 2.5, unitSumFen: 60_000n });
  expect(read('cattle', '头（只）', { units: 3 })).toEqual({ units: 3, unitSumFen: 60_000n });
  expect(read('cattle', undefined)).toEqual({ units: 2.5, unitSumFen: 60_000n });
  expect([read('maize', '头'), read('cattle', '亩'), read('cattle', '公顷')]).toEqual(Array(3).fill('unit_differs'));
  expect(read('maize', '平方米')).toBe('unit_unknown');
  expect(read('maize', '公顷', { unitSumFen: 60_001n })).toBe('unit_sum_uneven');
  expect(read('maize', '公顷', { units: 0.001 })).toBe('units_wrong');
  expect(read('maize', '公顷', { units: 700_000 })).toBe('units_wrong');
});

it('a village is found by its bare name, within the township where two bear it', () => {
  const find = villageFinder(
    [
      { code: 1, name: '巴音嘎查', nameOfficial: '巴音嘎查委员会', township: '暖水乡' },
      { code: 2, name: '巴音村', nameOfficial: '巴音村村民委员会', township: '龙口镇' },
      { code: 3, name: '前房子', nameOfficial: '前房子村委会', township: '暖水乡' },
    ],
    nameEndings,
  );
  expect(find({ township: '暖水', village: '巴音' })).toBe(1);
  expect(find({ township: '龙口镇', village: '巴音嘎查村' })).toBe(2);
  expect(find({ township: '', village: '巴音' })).toBeUndefined();
  expect(find({ township: '', village: '前房子 村' })).toBe(3);
});

it('a premium one fen off is the insurer’s, one further off is wrong', () => {
  const shares = { central: 3_500, region: 2_500, city: 500, banner: 500, holder: 3_000 };
  const policy = { units: 3, unitSumFen: 33_333n, rateBp: 617 };
  expect(weighRow({ ...policy, premiumFen: 6_171n }, shares)).toMatchObject({
    ok: true,
    value: { premiumFen: 6_171n },
  });
  expect(weighRow({ ...policy, premiumFen: 6_172n }, shares)).toMatchObject({ refusal: { code: 'premium_differs' } });
});
