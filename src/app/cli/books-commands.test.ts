import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBooks, postVoucher } from '../../ledgers/books/public.ts';
import { createAccount } from '../../platform/access/account-store.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import { composeProduct } from '../compose.ts';
import { ensureReference } from '../server/first-start.ts';
import { runSilian } from './silian.ts';

const [city, village, neighbour] = [150600000000, 150622001201, 150622001202];
const product = composeProduct();
const cooperativeId = randomUUID();
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  let now = Date.parse('2021-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  database = await testDatabase(product.features, { clock });
  await ensureReference(database);
  folder = await mkdtemp(join(tmpdir(), 'silian-books-'));
  for (const [login, place] of [
    ['kuaiji', village],
    ['linju', neighbour],
  ] as const) {
    const account = {
      id: randomUUID(),
      login,
      name: login,
      passwordHash: null,
      mustChangePassword: false,
      demo: false,
    };
    await createAccount(database, { ...account, position: { role: 'village_accountant', place } });
  }
  await database.act(actorAt('city_office', city), async (tx) => {
    const made = await registerCooperative(tx, {
      ...{ id: cooperativeId, place: village, kind: 'farmers_professional', name: '命令行合作社', creditCode: null },
      ...{ address: null, chairperson: null, phone: null, business: null, branchLed: false },
      registeredOn: '2018-07-01',
    });
    if (!made.ok) return made;
    const opened = await openBooks(tx, { cooperative: made.value, id: randomUUID(), startsOn: '2019-01-01' });
    if (!opened.ok) return opened;
    return postVoucher(tx, {
      ...{ county: 150622, cooperativeId, occurredOn: '2019-03-05', memo: '卖羊毛', sourceType: 'test' },
      lines: [
        { code: '102', amount: 120_050n },
        { code: '501', amount: -120_050n },
      ],
      ...{ sourceId: randomUUID(), makerId: randomUUID(), checkerId: randomUUID() },
    });
  });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function silian(line: string) {
  const texts = { out: '', err: '' };
  const code = await runSilian(line.split(' ').filter(Boolean), {
    io: {
      ...{ env: {}, terminal: false, readInput: async () => new Uint8Array() },
      out(text) {
        texts.out += text;
      },
      err(text) {
        texts.err += text;
      },
    },
    compose: async () => product,
    open: async () => ({
      ...{ database, applied: [], pending: [] },
      clock: { now: database.clock, shiftTo: () => undefined },
      close: async () => undefined,
    }),
  });
  return { code, ...texts };
}

describe('books export', () => {
  it.each([
    ['hledger', '2019-03-05 * (记-1) 卖羊毛'],
    ['csv', '卖羊毛'],
    ['xlsx', 'PK'],
    ['gbt24589', 'PK'],
  ])('writes the books as %s to a file', async (format, begins) => {
    const file = join(folder, format);
    const ran = await silian(
      `books export --as kuaiji --cooperative ${cooperativeId} --format ${format} --month 2019-12 --out ${file}`,
    );
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect((await readFile(file)).toString('utf8')).toContain(begins);
  });

  it('names what is wrong, and tells the neighbour nothing', async () => {
    const command = `books export --cooperative ${cooperativeId} --out ${join(folder, 'none')}`;
    const format = await silian(`${command} --as kuaiji --format pdf`);
    expect(format).toMatchObject({ code: 2, err: expect.stringMatching(/^format: /) });
    const early = await silian(`${command} --as kuaiji --format csv --month 2018-01`);
    expect(early).toMatchObject({ code: 2, err: expect.stringMatching(/^cooperative: /) });
    const stranger = await silian(`${command} --as linju --format csv`);
    expect(stranger).toMatchObject({ code: 2, err: expect.stringMatching(/^cooperative: /) });
  });
});
