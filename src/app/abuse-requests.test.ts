import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seededRandom } from './demo/random.ts';
import { plainText, uploadTexts } from './rights.data.ts';
import { type Cover, canUse, requestOf } from './rights-cover.testing.ts';
import { layOut, placed, shared } from './rights-field.testing.ts';
import { type Gate, openGate, type Reply, type Request, type Sitter } from './rights-gate.testing.ts';
import { digestTables } from './rights-plant-store.testing.ts';
import { sampleOf } from './rights-samples.testing.ts';
import { seatsOf } from './rights-seats.testing.ts';
import { type Field, inParallel } from './rights-walk.testing.ts';
import { makeWorld, type World } from './rights-world-store.testing.ts';
import { projectRoot } from './server/options.ts';

const seed = 41;
let world: World;
let gate: Gate;
let sitters: readonly Sitter[];
let field: Field;

beforeAll(async () => {
  world = await makeWorld(seed);
  gate = await openGate(world);
  const seats = seatsOf(world);
  sitters = await gate.sitAll(
    seats.filter((seat, index) => seats.findIndex((one) => one.role === seat.role) === index),
  );
  field = { ...(await layOut({ world, gate, sitters, seed })), declared: {} };
}, 300_000);
afterAll(async () => {
  await gate?.close();
  await world?.owner.end();
  await world?.database.drop();
});

function home() {
  const [first] = field.grounds;
  if (!first) throw new Error('no ground');
  return first;
}

function sitterOf(role: string): Sitter {
  const found = sitters.find(({ seat }) => seat.role === role);
  if (!found) throw new Error(role);
  return found;
}

function coverOf(address: string): Cover {
  const found = field.covers.find((cover) => cover.address === address);
  if (!found) throw new Error(address);
  return found;
}

/** The keys of the objects in a value, at every depth. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysOf(member)]);
}

function withExtras(value: unknown, extras: object): unknown {
  if (Array.isArray(value)) return value.map((item) => withExtras(item, extras));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, member]) => [key, withExtras(member, extras)]);
  return { ...extras, ...Object.fromEntries(inner) };
}

describe('what a request may set', () => {
  it('A10 A12 is what the contract names and nothing else, at every depth', () => {
    const extras = {
      scopeId: 1,
      status: 'approved',
      approvedBy: 'me',
      confirmedBy: 'me',
      recordedAt: '2000-01-01',
      recordedBy: 'me',
      recorded_by: 'me',
      isAdmin: true,
      range: { lo: 0, hi: 999_999_999_999 },
    };
    let looked = 0;
    for (const contract of gate.contracts) {
      for (const shape of [contract.query, contract.upload ? undefined : contract.body]) {
        if (!shape) continue;
        const sample = sampleOf(shape, { home: home() });
        const named = new Set(keysOf(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' })));
        // what is not named is left out, or where keys are free, as in amounts by kind, the whole is refused
        const parsed = shape.safeParse(withExtras(sample, extras));
        const kept = keysOf(parsed.data).filter((key) => key in extras && !named.has(key));
        expect(kept, `${contract.method} ${contract.path}`).toEqual([]);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(60);
  });

  it('A12 never changes who wrote a record, when, and in which state it begins', async () => {
    const clerk = sitterOf('village_clerk');
    const request = requestOf(coverOf('POST /agencies'), home());
    const extras = { recordedBy: world.household.id, revision: 9, county: 1, endsOn: null };
    const office = sitterOf('township_clerk');
    const body = { ...(request.body as object), name: `${plainText}甲`, ...extras };
    expect((await gate.send(office, { ...request, body })).status).toBe(200);
    const { rows } = await world.owner.query('select recorded_by, revision, county from agency where name = $1', [
      `${plainText}甲`,
    ]);
    expect(rows).toEqual([{ recorded_by: office.accountId, revision: 1, county: 150622 }]);
    expect(clerk.accountId).not.toBe(office.accountId);
  });
});

const nasty: readonly string[] = [
  `' or '1'='1`,
  `'; drop table household; --`,
  `") union select password_hash from account --`,
  `1); select pg_sleep(5); --`,
  '$1',
  '%',
  '_',
  '\\',
  'null\u0000byte',
  '\ud800',
  '{{constructor.constructor("return process")()}}',
  `$\{7*7}`,
  '<script>alert(1)</script>',
  '=HYPERLINK("https://evil.example")',
  '../../../etc/passwd',
  'a\r\nset-cookie: x=1',
  '\u202e\u200b',
  '９'.repeat(30),
  '1e308',
  '-1',
  'x'.repeat(5000),
  '__proto__',
];

interface Twist {
  readonly part: 'query' | 'body';
  readonly key: string;
  readonly value: unknown;
}

/** The request with one field of its query or body set to a value of somebody’s choice. */
function crooked(request: Request, { part, key, value }: Twist): Request {
  return { ...request, [part]: { ...(request[part] as object), [key]: value } };
}

function fieldsOf(shape: z.ZodType | undefined): string[] {
  if (!shape) return [];
  const schema = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' });
  return Object.keys(schema.properties ?? {});
}

describe('crooked values', () => {
  it('A41 A42 A45 A74 break nothing, open nothing and change nothing, in any field of any route', async () => {
    const before = await digestTables(world.owner, [...placed, ...shared]);
    const random = seededRandom(seed);
    const turns: { sitter: Sitter; request: Request; name: string }[] = [];
    for (const cover of field.covers) {
      const sitter = sitters.find((one) => canUse(gate, one, cover.contract));
      if (!sitter || cover.contract.upload) continue;
      const request = requestOf(cover, home());
      for (const part of ['query', 'body'] as const) {
        for (const key of fieldsOf(cover.contract[part])) {
          const values = Array.from({ length: 5 }, () => nasty[Math.floor(random() * nasty.length)]);
          for (const value of part === 'body' ? [...values, [], {}, null, -0, 1e21] : values)
            turns.push({
              sitter,
              request: crooked(request, { part, key, value }),
              name: `${cover.address} ${key}=${String(value).slice(0, 20)}`,
            });
        }
      }
      for (const key of Object.keys(request.params ?? {}))
        for (const value of nasty.slice(0, 9))
          turns.push({
            sitter,
            request: { ...request, params: { ...request.params, [key]: value } },
            name: `${cover.address} :${key}=${value}`,
          });
    }
    const wrong: string[] = [];
    await inParallel(turns, async ({ sitter, request, name }) => {
      const reply = await gate.rehearse(sitter, request);
      const told = reply.status >= 400 && /syntax error|pg_[a-z]+ |SQLSTATE|at .*\.ts:/.test(reply.text);
      const fine = reply.status < 500 && !told;
      if (!fine) wrong.push(`${name}: ${reply.status} ${reply.text.slice(-200)}`);
    });
    console.log(`crooked values: ${turns.length} requests`);
    expect(wrong).toEqual([]);
    expect(turns.length).toBeGreaterThan(3000);
    expect(await digestTables(world.owner, [...placed, ...shared])).toBe(before);
  }, 180_000);

  it('A41 widen no list: a search for signs of SQL finds less than everything', async () => {
    const searches = field.covers.filter(({ contract }) => contract.query && 'q' in contract.query.shape);
    expect(searches.length).toBeGreaterThan(5);
    for (const cover of searches) {
      const sitter = sitters.find((one) => canUse(gate, one, cover.contract));
      if (!sitter || cover.contract.download) continue;
      for (const q of [`' or 1=1 --`, '%', '_%', '%%%', '\\%']) {
        const reply = await gate.send(sitter, crooked(requestOf(cover, home()), { part: 'query', key: 'q', value: q }));
        expect([reply.status, JSON.parse(reply.raw.toString()).total], `${cover.address} ${q}`).toEqual([200, 0]);
      }
    }
  });
});

describe('what others wrote', () => {
  const texts = ['<img src=x onerror=alert(1)>', "=cmd|'/c calc'!A1", '+1+1', '-2', '@SUM(1)', '\tx', '{{7*7}}'];

  it('A43 A44 A45 comes back as the text it was, in JSON, in a workbook and on paper', async () => {
    const clerk = sitterOf('village_clerk');
    const cover = coverOf('POST /households');
    for (const [turn, text] of texts.entries()) {
      const request = requestOf(cover, home());
      const body = { ...(request.body as object), address: text, bankName: text, number: `A${turn}` };
      const reply = await gate.send(clerk, { ...request, body });
      expect(reply.status, reply.text).toBe(200);
    }
    const list = await gate.rehearse(clerk, requestOf(coverOf('POST /households/export'), home()));
    expect(list.status).toBe(200);
    // no cell holds a formula, and no link leads out
    expect(list.text).not.toMatch(/<f[ >]|<hyperlink|externalLink|ddeLink/);
    expect(list.text).not.toContain('<img');
    const id = (await world.owner.query(`select id from household where number = 'A0'`)).rows[0].id;
    const cover0 = coverOf('GET /households/:county/:id');
    const one: Reply = await gate.send(clerk, { contract: cover0.contract, params: { county: 150622, id } });
    expect(JSON.parse(one.raw.toString()).address).toBe(texts[0]);
    expect(one.text).toContain('"content-type":"application/json');
    expect(one.text).toContain('"x-content-type-options":"nosniff"');
  }, 60_000);

  it('A48 never names a path: an upload keeps the last part of its name alone', async () => {
    const clerk = sitterOf('village_clerk');
    const cover = coverOf('POST /records/:table/:county/:id/attachments');
    const bytes = Buffer.from(uploadTexts.pixel, 'base64');
    for (const name of ['../../etc/cron.d/x.png', '..\\..\\windows\\x.png', '/etc/x.png', 'C:\\x.png', '....//x.png']) {
      const reply = await gate.rehearse(clerk, { ...requestOf(cover, home()), file: { name, bytes } });
      expect([reply.status, JSON.parse(reply.raw.toString()).name], name).toEqual([200, 'x.png']);
    }
  });
});

describe('what the server does for a request', () => {
  it('P8 answers every reading route with at most twelve statements', async () => {
    const reading = field.covers.filter(({ contract }) => contract.method === 'GET');
    const many: string[] = [];
    let most = 0;
    for (const cover of reading) {
      for (const sitter of sitters.filter((one) => canUse(gate, one, cover.contract))) {
        const count = await gate.countStatements(sitter, requestOf(cover, home()));
        most = Math.max(most, count);
        if (count > 12) many.push(`${sitter.seat.role} ${cover.address}: ${count}`);
      }
    }
    console.log(`statements: at most ${most} over ${reading.length} reading routes`);
    expect(most).toBeGreaterThan(4);
    expect(many).toEqual([]);
  }, 60_000);

  it('A47 opens no address that somebody gave: no source of the server calls out', async () => {
    const own: Readonly<Record<string, string>> = {
      'app/server/main.ts': 'asks whether its own port is free',
      'platform/http/front.ts': 'is called: it opens the port',
      'platform/db/gathering-socket.ts': 'the way to the database, at the address of the start',
    };
    const calls: string[] = [];
    const names = await readdir(join(projectRoot, 'src'), { recursive: true });
    const sources = names.filter(
      (name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$|platform[/\\]ui|[/\\]web[/\\]/.test(name),
    );
    for (const name of sources) {
      const text = await readFile(join(projectRoot, 'src', name), 'utf8');
      if (/\bfetch\(|import (?!type).* from '(node:)?(http|https|net|dgram|dns|tls)'|undici|WebSocket\(/.test(text))
        calls.push(name.replaceAll('\\', '/'));
    }
    expect(sources.length).toBeGreaterThan(200);
    expect(calls.toSorted()).toEqual(Object.keys(own).toSorted());
  });

  it('A7 keeps no channel open: there is nothing to listen to but answers', () => {
    const streaming = gate.contracts.filter(({ path }) => /\/(events\/stream|socket|sse|ws|live)(\/|$)/.test(path));
    expect(streaming).toEqual([]);
  });
});
