import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../platform/sheets/limits.ts';
import { readZip, unpack } from '../../platform/sheets/zip-read.ts';
import {
  books,
  check,
  closeWorld,
  county,
  detail,
  type Kept,
  line,
  openWorld,
  post,
  type World,
  write,
} from './books.testing.ts';

const run = promisify(execFile);
let world: World;
let kept: Kept;

beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
  const [first = '', second = ''] = kept.members;
  const other = await detail(world, kept, 'other');
  await post(world, kept, {
    ...{ occurredOn: '2018-12-31', series: 'opening' as const },
    lines: [line('102', 500_000), line(`301/${first}`, -300_000), line(`301/${second}`, -200_000)],
  });
  await post(world, kept, {
    occurredOn: '2019-01-05',
    lines: [line('102', 120_050, '卖羊毛；含运费: 二级|三级'), line('501', -120_050)],
  });
  await post(world, kept, {
    occurredOn: '2019-01-05',
    lines: [line('523', 8_801, '电费'), line(`211/${other}`, -8_801)],
  });
  const wrong = await post(world, kept, { occurredOn: '2019-02-01', lines: [line('523', 7), line('102', -7)] });
  const voucherId = crypto.randomUUID();
  const reversal = { voucherId, occurredOn: '2019-02-02', reason: '重复' };
  await world.accountant.send('POST', `/vouchers/${county}/${wrong}/reverse`, reversal);
  await check(world, voucherId);
  await post(world, kept, { occurredOn: '2019-02-03', lines: [line(`114/${second}`, 900), line('102', -900)] });
  await write(world, kept, { occurredOn: '2019-02-04', lines: [line('523', 5), line('102', -5)] });
});
afterAll(() => closeWorld(world));

async function exported(format: string, query = '&to=2019-02-28'): Promise<Buffer> {
  const file = await world.clerk.get(`${kept.address}/export?format=${format}${query}`);
  expect(file.status, JSON.stringify(file.body)).toBe(200);
  return file.raw;
}

/** Closing balances of the product, whole accounts, by code. */
async function closing(): Promise<ReadonlyMap<string, number>> {
  const balances = await world.clerk.get(`${kept.address}/balances?from=2019-01-01&to=2019-02-28`);
  const rows = balances.body.rows as { code: string; closingFen: number; level: number }[];
  return new Map(rows.filter(({ closingFen }) => closingFen !== 0).map(({ code, closingFen }) => [code, closingFen]));
}

function add(sums: Map<string, number>, code: string, fen: number): void {
  sums.set(code, (sums.get(code) ?? 0) + fen);
  if (sums.get(code) === 0) sums.delete(code);
}

/** Reads what the file says, without hledger: indented lines of an account, two spaces and an amount. */
function readJournal(journal: string) {
  const transactions = journal.split('\n\n').filter((block) => /^\d{4}-\d\d-\d\d /.test(block));
  const sums = new Map<string, number>();
  const unbalanced = transactions.filter((transaction) => {
    const amounts = [...transaction.matchAll(/^ {4}(\S.*?) {2}(-?[\d.]+) CNY/gm)].map(
      ([, account = '', amount = '']) => {
        const fen = Math.round(Number(amount) * 100);
        add(sums, account.split(':')[1]?.split(' ')[0] ?? '', fen);
        return fen;
      },
    );
    return amounts.reduce((sum, fen) => sum + fen, 0) !== 0;
  });
  return { transactions, sums, unbalanced };
}

/** Balances by code as hledger has them after its strict checks; undefined without hledger. */
async function readByHledger(journal: Buffer): Promise<ReadonlyMap<string, number> | undefined> {
  if (!(await run('hledger', ['--version']).catch(() => undefined))) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'silian-hledger-'));
  try {
    const file = join(folder, 'books.journal');
    await writeFile(file, journal);
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
    await run('hledger', ['-f', file, 'check', '--strict'], { env });
    await run('hledger', ['-f', file, 'check', 'ordereddates', 'accounts', 'commodities'], { env });
    const { stdout } = await run('hledger', ['-f', file, 'balance', '--flat', '--no-total', '-O', 'csv'], { env });
    const sums = new Map<string, number>();
    for (const [, code = '', amount = ''] of stdout.matchAll(/^"[^":]+:(\d+)[^"]*","(-?[\d.]+) CNY"/gm))
      add(sums, code, Math.round(Number(amount) * 100));
    return sums;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the books as a journal of hledger', () => {
  it('hold every posted voucher, balanced, with the balances of the ledger behind them', async () => {
    const journal = (await exported('hledger')).toString('utf8');
    const { transactions, sums, unbalanced } = readJournal(journal);
    expect(transactions).toHaveLength(7);
    expect(unbalanced).toEqual([]);
    expect(sums).toEqual(await closing());
    expect(journal).toContain('2019-01-05 * (记-1) 卖羊毛；含运费: 二级｜三级');
    expect(journal).toContain('account 资产:102 银行存款  ; type: A');
    expect(journal).toContain(':301 股金:001 社员001  0.00 CNY = -3000.00 CNY');
    const declared = new Set([...journal.matchAll(/^account (.*?) {2};/gm)].map(([, name]) => name));
    const used = [...journal.matchAll(/^ {4}(\S.*?) {2}/gm)].map(([, name]) => name);
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  });

  it('are accepted by hledger where it is installed, and come to the same balances', async () => {
    const journal = await exported('hledger');
    const sums = (await readByHledger(journal)) ?? readJournal(journal.toString('utf8')).sums;
    expect(sums).toEqual(await closing());
  });
});

function textsOf(bytes: Buffer): ReadonlyMap<string, string> {
  const zip = readZip(bytes, DEFAULT_LIMITS);
  if (!zip.ok) throw new Error(zip.refusal.code);
  return new Map(
    [...zip.value.entries.values()].map((entry) => {
      const content = unpack(zip.value, entry, 1_000_000);
      return [entry.name, content.ok ? content.value.toString('utf8') : ''];
    }),
  );
}

describe('the books in other forms', () => {
  it('are a list of lines as CSV and as a workbook', async () => {
    const csv = (await exported('csv')).toString('utf8').trim().split('\r\n');
    expect(csv).toHaveLength(1 + 3 + 5 * 2);
    expect(csv[0]).toContain('借方金额');
    expect((await exported('xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('are the text files of GB/T 24589: accounts, balances by month that continue each other, vouchers line by line', async () => {
    const files = textsOf(await exported('gbt24589'));
    const rows = (name: string) =>
      (files.get(`${name}.txt`) ?? '')
        .split('\r\n')
        .filter(Boolean)
        .map((row) => row.split('\t'));
    expect([...files.keys()]).toEqual([
      ...['格式说明.txt', '电子账簿.txt', '会计期间.txt', '记账凭证类型.txt', '币种.txt', '自定义档案项.txt'],
      ...['自定义档案项值.txt', '总账基础信息.txt', '会计科目.txt', '科目辅助核算.txt', '科目余额及发生额.txt'],
      '记账凭证.txt',
    ]);
    expect(rows('会计期间')).toEqual([
      ['会计年度', '会计期间号', '会计期间起始日期', '会计期间结束日期'],
      ['2019', '1', '20190101', '20190131'],
      ['2019', '2', '20190201', '20190228'],
    ]);
    const [, ...balances] = rows('科目余额及发生额');
    const bank = balances.filter(([code]) => code === '102');
    expect(bank.map((row) => [row[7], row[10], row[13], row[16], row[19]])).toEqual([
      ['1', '5000.00', '1200.50', '0.00', '6200.50'],
      ['2', '6200.50', '0.00', '9.00', '6191.50'],
    ]);
    const vouchers = rows('记账凭证').slice(1);
    expect(vouchers).toHaveLength(13);
    for (const [name, table] of files)
      if (name !== '格式说明.txt')
        expect(
          new Set(
            table
              .split('\r\n')
              .filter(Boolean)
              .map((row) => row.split('\t').length),
          ).size,
        ).toBe(1);
    const [debit, credit] = [13, 16].map((at) =>
      vouchers.reduce((sum, row) => sum + Math.round(Number(row[at]) * 100), 0),
    );
    expect(debit).toBe(credit);
    expect(rows('自定义档案项值')).toContainEqual(['member', kept.members[1], '002 社员002', '', '', '1']);
    expect(rows('总账基础信息')[1]?.slice(0, 2)).toEqual(['-', '3-2-2-2']);
  });

  it('stand in the trail and leave no trace for the neighbour', async () => {
    const stranger = await world.app.signIn('village_accountant', { place: 150622100202 });
    expect((await stranger.get(`${kept.address}/export?format=csv`)).status).toBe(404);
    expect((await world.clerk.get(`${kept.address}/export?format=pdf`)).status).toBe(400);
  });
});
