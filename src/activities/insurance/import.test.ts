import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../platform/http/testing.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { intakeSheet } from './intake-contract.ts';
import {
  banner,
  county,
  type InsuranceWorld,
  insuranceWorld,
  insurerId,
  numberOf,
  type Person,
  randomOf,
  township,
} from './world.testing.ts';

const villages = Array.from(
  { length: 12 },
  (_, at) => [township + 201 + at, `${'甲乙丙丁戊己庚辛壬癸子丑'[at]}嘎查`] as const,
);
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '郭', '高', '林', '何'];
const given = [
  '明',
  '军',
  '伟',
  '丽',
  '强',
  '红梅',
  '建国',
  '秀英',
  '永胜',
  '玉兰',
  '志刚',
  '海燕',
  '文华',
  '春生',
  '凤英',
  '存小',
];
const mongolian = [
  '巴特尔',
  '娜仁花',
  '其木格',
  '苏和',
  '乌云其木格',
  '孟和巴图',
  '朝鲁',
  '斯琴高娃',
  '阿拉腾',
  '图雅',
  '宝音',
  '哈斯额尔敦',
];
const sounds: Readonly<Record<string, string>> = {
  花: '华',
  其: '齐',
  尔: '耳',
  木: '牧',
  图: '途',
  明: '鸣',
  军: '君',
  丽: '莉',
  伟: '玮',
};

let world: InsuranceWorld;
let people: readonly Person[];
let office: TestClient;
beforeAll(async () => {
  world = await insuranceWorld('2020-04-01', villages);
  const random = randomOf(1);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  people = await world.plant(
    Array.from({ length: 720 }, (_, at) => ({
      name: random() < 0.35 ? pick(mongolian) : pick(surnames) + pick(given),
      idNumber: numberOf(at),
      place: villages[at % 12]?.[0] ?? 0,
    })),
  );
  office = await world.seat('banner_office', { place: banner });
});
afterAll(() => world.close());

/** One row of the insurer, and whose household it truly means; null where it means nobody of the registry. */
interface Typed {
  readonly row: ExportRow;
  readonly truth: string | null;
}

/** As insurers’ lists are: most rows right, the rest wrong in all the ways in which people type. */
function typed(person: Person, at: number, random: () => number): Typed {
  const luck = random();
  const villageName = villages.find(([code]) => code === person.place)?.[1] ?? '';
  const row = (more: ExportRow) => ({
    ...{ number: `PB2020${person.place}`, line: '能繁母牛养殖保险', village: villageName, name: person.name },
    ...{ idNumber: person.idNumber, units: String(1 + (at % 9)), unitSumFen: 600_000n, rate: '6' },
    ...{ startsOn: '2020-04-01', endsOn: '2021-03-31', ...more },
  });
  const is = (more: ExportRow): Typed => ({ row: row(more), truth: person.householdId });
  if (luck < 0.7) return is({});
  if (luck < 0.76) return is({ idNumber: ` ${person.idNumber.toLowerCase()} ` });
  if (luck < 0.8) return is({ name: [...person.name].join('　'), village: villageName.replace('嘎查', '嘎查村委会') });
  if (luck < 0.84) return is({ name: [...person.name].map((letter) => sounds[letter] ?? letter).join('') });
  if (luck < 0.87) return is({ name: person.name.length < 3 ? person.name : `${person.name.slice(0, -1)}林` });
  if (luck < 0.91)
    return is({
      idNumber:
        person.idNumber.slice(0, 16) + String((Number(person.idNumber[16]) + 1) % 10) + person.idNumber.slice(17),
    });
  if (luck < 0.94) return is({ idNumber: `${person.idNumber.slice(0, 6)}********${person.idNumber.slice(-4)}` });
  if (luck < 0.96) return is({ name: `${person.name}（户主）`, village: villageName.replace('嘎查', '') });
  if (luck < 0.975) return is({ idNumber: person.idNumber.slice(0, 6) + person.idNumber.slice(8, 17) });
  if (luck < 0.99) return is({ village: villages[(at + 1) % 12]?.[1] ?? '' });
  if (luck < 0.996) return { row: row({ name: '外来户', idNumber: numberOf(5_000 + at) }), truth: null };
  return { row: row({ name: '司马相如' }), truth: null };
}

async function workbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: intakeSheet, rows, language: 'zh', exportedBy: '人保', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Report {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly matchedBp: number | null;
  readonly errors: readonly { readonly row: number; readonly column?: string }[];
}

async function send(client: TestClient, path: string, rows: readonly ExportRow[] | Uint8Array) {
  const bytes = rows instanceof Uint8Array ? rows : await workbook(rows);
  const reply = await client.upload(`/insurance-policies/import${path}`, { name: '承保名单.xlsx', bytes });
  return { ...reply, report: reply.body as unknown as Report };
}

const query = `?insurerId=${insurerId}`;
interface Coverage {
  readonly total: { readonly villagesBp: number; readonly householdsBp: number; readonly insuredVillages: number };
  readonly short: number;
  readonly waiting: number;
  readonly rows: readonly unknown[];
}

async function coverage(client: TestClient): Promise<Coverage> {
  return (await client.get('/insurance-coverage')).body as unknown as Coverage;
}

describe('an insurer’s workbook', () => {
  it('takes coverage from 83 % to all villages, matching 98 in 100 and none wrongly', async () => {
    const random = randomOf(2);
    const lists = people.map((person, at) => ({ person, ...typed(person, at, random) }));
    const early = new Set(villages.slice(0, 10).map(([code]) => code));
    const before = lists.filter(({ person }) => early.has(person.place));
    expect(
      (
        await send(
          office,
          query,
          before.map(({ row }) => row),
        )
      ).status,
    ).toBe(200);
    const at83 = await coverage(office);
    expect(at83).toMatchObject({ total: { villagesBp: 8_333, insuredVillages: 10 }, short: 1, rows: [{}] });
    const gaps = await office.get('/insurance-coverage/villages');
    expect(gaps.body).toMatchObject({ total: 2, rows: [{ households: 60, township: '暖水乡' }, {}] });
    const uncovered = await office.get(`/insurance-coverage/households?place=${villages[11]?.[0]}`);
    expect(uncovered.body.total).toBe(60);

    const after = lists.filter(({ person }) => !early.has(person.place)).map(({ row }) => row);
    const checked = await send(office, `/check${query}`, after);
    expect((await coverage(office)).total.insuredVillages).toBe(10);
    const taken = await send(office, query, after);
    expect(taken.report).toEqual(checked.report);
    expect(await coverage(office)).toMatchObject({ total: { villagesBp: 10_000 }, short: 0 });
    expect((await office.get('/insurance-coverage/villages')).body.total).toBe(0);

    const owner = await world.database.connectOwner();
    const { rows } = await owner.query(`select household_id, units::int, name from insurance_insured`);
    await owner.end();
    const owned = new Map(lists.flatMap(({ truth, row }) => (truth ? [[truth, Number(row.units)] as const] : [])));
    const wrong = rows.filter((one) => owned.get(one.household_id) !== one.units);
    expect(wrong).toEqual([]);
    expect(rows.length / lists.length).toBeGreaterThanOrEqual(0.98);
    expect((await coverage(office)).waiting).toBe(lists.length - rows.length);
  });

  it('changes nothing a second time, as the same file and as another file of the same rows', async () => {
    const random = randomOf(2);
    const rows = people.map((person, at) => typed(person, at, random).row);
    const some = rows.filter((row) => row.number === `PB2020${villages[3]?.[0]}`);
    const again = await send(office, query, some);
    expect(again.report).toMatchObject({ inserted: 0, updated: 0, rejected: 0, unchanged: some.length });
    const bytes = await workbook(some);
    const both = await Promise.all([send(office, query, bytes), send(office, query, bytes)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const owner = await world.database.connectOwner();
    const counted = await owner.query(
      'select count(*)::int as n from insurance_insured group by policy_id, household_id having count(*) > 1',
    );
    const sums = await owner.query(`select count(*)::int as n from insurance_policy y join lateral (
      select sum(premium_fen) p, sum(holder_fen) h, count(*) c, sum(units) u from insurance_insured n where n.policy_id = y.id) s on true
      where y.premium_fen <> s.p or y.holder_fen <> s.h or y.lines <> s.c or y.units <> s.u`);
    await owner.end();
    expect([counted.rows, sums.rows]).toEqual([[], [{ n: 0 }]]);
  });

  it('has its wrong cells named, and is taken whole or not at all unless asked', async () => {
    const [person] = people;
    const good = { ...typed(person as Person, 0, () => 0).row, number: 'PB-WRONG' };
    const rows = [
      { ...good, line: '农房保险' },
      { ...good, rate: '600' },
      { ...good, units: '0' },
      { ...good, endsOn: '2020-03-01' },
      { ...good, premiumFen: 36_100n },
      { ...good, line: '森林保险' },
      { ...good, startsOn: '昨天' },
    ];
    const checked = await send(office, `/check${query}`, rows);
    expect(checked.report).toMatchObject({ inserted: 0, rejected: 7 });
    expect(checked.report.errors.map(({ column }) => column)).toEqual([
      '险种',
      '费率（%）',
      '数量',
      '终保日',
      '保费',
      '险种',
      '起保日',
    ]);
    expect((await send(office, query, rows)).body.code).toBe('import_rejected');
    const marked = await send(office, `/marked${query}`, rows);
    expect(marked.raw.subarray(0, 2).toString()).toBe('PK');
    expect((await send(office, `?insurerId=${randomUUID()}`, rows)).status).toBe(404);
    expect((await send(office, query, [])).body.code).toBe('import_empty');
  });
});

describe('rows that fit nobody for certain', () => {
  it('wait, and go onto their policy when somebody says whom they mean', async () => {
    const clerk = await world.seat('village_clerk', { place: villages[0]?.[0] ?? 0 });
    const mine = people.filter(({ place }) => place === villages[0]?.[0]);
    const rows = [
      { ...typed(mine[0] as Person, 0, () => 0).row, number: 'PB-QUEUE', name: '不详', idNumber: null },
      { ...typed(mine[1] as Person, 1, () => 0).row, number: 'PB-QUEUE', name: '某某', idNumber: null },
    ];
    expect((await send(office, query, rows)).report).toMatchObject({ inserted: 0, updated: 2 });
    expect((await send(clerk, query, rows)).status).toBe(403);
    const queue = await clerk.get('/insurance-intake?q=PB-QUEUE');
    const [first, second] = queue.body.rows as { id: string; county: number; revision: number; cause: string }[];
    expect(first).toMatchObject({ cause: 'nobody', number: 'PB-QUEUE' });
    const choice = { revision: first?.revision, householdCounty: county, householdId: mine[0]?.householdId };
    const address = `/insurance-intake/${first?.county}/${first?.id}`;
    const pressed = await Promise.all(Array.from({ length: 8 }, () => clerk.send('POST', `${address}/match`, choice)));
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    const dismissed = { revision: second?.revision, reason: '不是本村人' };
    expect(
      (await clerk.send('POST', `/insurance-intake/${second?.county}/${second?.id}/dismiss`, dismissed)).status,
    ).toBe(200);
    const policies = await clerk.get('/insurance-policies?q=PB-QUEUE');
    expect(policies.body).toMatchObject({ total: 1, rows: [{ holderKind: 'household', lines: 1, state: 'in_force' }] });
    const stranger = await world.seat('village_clerk', { place: villages[5]?.[0] ?? 0 });
    expect((await stranger.get('/insurance-intake?q=PB-QUEUE')).body.total).toBe(0);
    expect((await stranger.send('POST', `${address}/dismiss`, dismissed)).status).toBe(404);
  });
});
