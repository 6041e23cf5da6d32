import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const personal = {
  name: '孛儿只斤苏和',
  number: '150622197001010017',
  phone: '13847712345',
  token: 'a-token-that-opens-everything',
  password: 'correct-horse-battery',
};

/** A server of its own process, because the log goes to its standard output: every way personal data comes in is tried. */
const script = `
  import { z } from '${pathToFileURL(createRequire(import.meta.url).resolve('zod'))}';
  import { buildServer } from '${new URL('./server.ts', import.meta.url)}';
  import { findWords } from '${new URL('./registry.ts', import.meta.url)}';
  const personal = ${JSON.stringify(personal)};
  const route = (method, path, run) => ({ contract: { method, path, act: 'public', summary: 'x', reply: z.looseObject({}) }, run });
  const place = {
    pool: { connect: async () => ({ query: async () => ({ rows: [] }), release() {} }) },
    vault: {}, tables: new Map(), clock: () => new Date(), writable: () => true,
  };
  const handlers = [
    route('POST', '/people', async () => ({ ok: true, value: { name: personal.name } })),
    route('GET', '/people', async () => ({ ok: true, value: { name: personal.name } })),
    route('GET', '/broken', async () => {
      throw Object.assign(new Error('it broke'), { code: '23505', detail: 'Key (name)=(' + personal.name + ')' });
    }),
  ];
  const server = await buildServer({ place, acts: new Map(), find: findWords([]), handlers, log: true });
  const headers = { cookie: 'silian_session=' + personal.token, 'x-csrf-token': personal.token, 'user-agent': personal.name,
    referer: 'https://silian.example/?q=' + personal.number, 'x-forwarded-for': personal.phone };
  await server.inject({ method: 'POST', url: '/api/people?phone=' + personal.phone, headers, payload: personal });
  await server.inject({ url: '/api/people?q=' + encodeURIComponent(personal.name), headers });
  await server.inject({ url: '/api/broken?id=' + personal.number, headers });
  await server.inject({ method: 'POST', url: '/api/people', headers: { ...headers, 'content-type': 'application/json' }, payload: '{"name":"' + personal.name });
  await server.inject({ url: '/api/nothing?x=%0d%0ainjected%1b%5b31m', headers });
  await server.close();
`;

let lines: readonly string[];
beforeAll(async () => {
  const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  lines = run.stdout.split('\n').filter((line) => line !== '');
});

describe('the log', () => {
  it('A46 is one JSON object a line, with method, path and request id', () => {
    const entries = lines.map((line) => JSON.parse(line));
    const requests = entries.filter((entry) => entry.req);
    expect(requests.map(({ req }) => `${req.method} ${req.path}`)).toEqual([
      'POST /api/people',
      'GET /api/people',
      'GET /api/broken',
      'POST /api/people',
      'GET /api/nothing',
    ]);
    for (const { reqId } of requests) expect(reqId).toMatch(/^[0-9a-f-]{36}$/);
    expect(entries.some((entry) => entry.msg === 'internal error' && entry.code === '23505')).toBe(true);
  });

  it('A40 holds no personal data, no secret and nothing of a query', () => {
    const text = lines.join('\n');
    for (const secret of Object.values(personal)) expect(text).not.toContain(secret);
    expect(decodeURIComponent(text)).not.toContain(personal.name);
    expect(text).not.toMatch(/\?|injected|\\u001b/);
  });
});
