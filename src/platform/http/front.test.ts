import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Workplace } from '../db/transact.ts';
import { type Front, openFront } from './front.ts';
import { openPages, type Pages } from './pages.ts';
import { findWords } from './registry.ts';
import { buildServer } from './server.ts';

const script = 'console.log(1)';
let folder: string;
let pages: Pages | undefined;
let front: Front;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silian-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<html><script nonce="__NONCE__" src="/assets/a.js"></script></html>');
  await writeFile(join(folder, 'assets', 'a.js'), script);
  pages = await openPages(folder);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  front = await openFront({ host: '127.0.0.1', port: 0, pages, mostWaiting: 2 });
});
afterEach(() => front.close());

function ask(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`http://127.0.0.1:${front.port}${path}`, {
    ...init,
    headers: { connection: 'close', ...init?.headers },
  });
}

/** The program behind the port, as `serve.ts` puts it there; nothing here needs rows. */
async function handOver() {
  const place = { pool: {}, vault: {}, tables: new Map() } as unknown as Workplace;
  const server = await buildServer({ front, place, acts: new Map(), find: findWords([]), handlers: [] });
  await server.ready();
  front.handOver((request, response) => server.routing(request, response));
  return server;
}

/** What an answer says of itself, without what is another at every time. */
function lasting({ headers }: Response): Record<string, string> {
  const own = Object.fromEntries(headers);
  return Object.fromEntries(
    Object.entries(own).filter(([name]) => !['date', 'x-request-id', 'content-security-policy'].includes(name)),
  );
}

async function waitFor(met: () => boolean): Promise<void> {
  while (!met()) await sleep(5);
}

describe('pages', () => {
  it('A35 come with a nonce of their own and a policy that allows no other script or style', async () => {
    const [first, second] = await Promise.all([ask('/'), ask('/households/150622/x')]);
    const nonces = [first, second].map(
      ({ headers }) => / 'nonce-([^']+)'/.exec(String(headers.get('content-security-policy')))?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(await first.text()).toContain(`nonce="${nonces[0]}"`);
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(await (await ask('/..%2f..%2fpackage.json')).text()).not.toContain('"dependencies"');
    expect(await (await ask('/index.html')).text()).not.toContain('__NONCE__');
  });

  it('are the same before and after the program behind them is there', async () => {
    const early = await Promise.all([ask('/'), ask('/assets/a.js')]);
    const server = await handOver();
    const late = await Promise.all([ask('/'), ask('/assets/a.js')]);
    for (const [index, answer] of early.entries()) {
      expect(answer.status).toBe(200);
      expect(lasting(answer)).toEqual(lasting(late[index] as Response));
    }
    const policies = [early[0], late[0]].map((answer) =>
      answer?.headers.get('content-security-policy')?.replace(/nonce-[^']+/, 'nonce'),
    );
    expect(policies[0]).toBe(policies[1]);
    expect(early[1]?.headers.get('content-security-policy')).toBe(late[1]?.headers.get('content-security-policy'));
    expect(await early[1]?.text()).toBe(script);
    await server.close();
  });

  it('bear every header that answers of /api bear', async () => {
    const page = await ask('/');
    const server = await handOver();
    const api = await ask('/api/health');
    const limits = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
    const wanted = Object.entries(lasting(api)).filter(
      ([name]) => !['cache-control', 'content-length', 'content-type', ...limits].includes(name),
    );
    expect(wanted.length).toBeGreaterThan(8);
    for (const [name, value] of wanted) expect([name, page.headers.get(name)]).toEqual([name, value]);
    expect(page.headers.get('x-request-id')).toBeTruthy();
    await server.close();
  });

  it('are not sent twice to a browser that has them, and have a head', async () => {
    const first = await ask('/assets/a.js');
    const again = await ask('/assets/a.js', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const head = await ask('/assets/a.js', { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual([String(script.length), '']);
  });
});

describe('the port before the program is there', () => {
  it('lets requests wait and answers them in their order', async () => {
    const answered: string[] = [];
    const asked = ['/api/health', '/api/nothing'].map(async (path) => {
      const answer = await ask(path);
      answered.push(`${path} ${answer.status}`);
    });
    await waitFor(() => front.waiting === 2);
    expect((await ask('/')).status).toBe(200);
    expect(answered).toEqual([]);
    const server = await handOver();
    await Promise.all(asked);
    expect(answered.sort()).toEqual(['/api/health 200', '/api/nothing 404']);
    expect(front.waiting).toBe(0);
    expect((await ask('/households', { method: 'POST' })).status).toBe(404);
    await server.close();
  });

  it('lets only so many wait, and forgets who has gone', async () => {
    const gone = new AbortController();
    const first = ask('/api/health', { signal: gone.signal }).catch(() => undefined);
    const second = ask('/api/health');
    await waitFor(() => front.waiting === 2);
    const refused = await ask('/api/health');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', status: 503 });
    gone.abort();
    await first;
    await waitFor(() => front.waiting === 1);
    const server = await handOver();
    expect((await second).status).toBe(200);
    await server.close();
  });

  it('is refused when another has it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(openFront({ host: '127.0.0.1', port, pages })).rejects.toMatchObject({ code: 'port_taken' });
    other.close();
  });
});
