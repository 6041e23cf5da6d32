import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Workplace } from '../db/transact.ts';
import { ok, refuse } from '../pure/result.ts';
import { defineRoute } from './contract.ts';
import { type Handler, handle } from './handle.ts';
import { findWords } from './registry.ts';
import { buildServer, type ServerOptions } from './server.ts';

/** Nothing here needs rows: a connection that answers every statement with none. */
const place: Workplace = {
  pool: {
    connect: async () => ({ query: async () => ({ rows: [], command: 'SELECT' }), release() {} }),
  } as unknown as Workplace['pool'],
  vault: {} as Workplace['vault'],
  tables: new Map(),
  clock: () => new Date('2020-01-06T01:00:00Z'),
  writable: () => true,
};

const shout = defineRoute({
  method: 'POST',
  path: '/shout',
  act: 'public',
  summary: 'gives the text back',
  body: z.object({ text: z.string().min(1), nested: z.looseObject({}).optional() }),
  reply: z.object({ text: z.string() }),
});
const paper = defineRoute({
  method: 'GET',
  path: '/paper',
  act: 'public',
  summary: 'a file under the name given',
  query: z.object({ name: z.string() }),
  reply: z.unknown(),
  download: true,
});
const broken = defineRoute({
  method: 'GET',
  path: '/broken',
  act: 'public',
  summary: 'breaks',
  reply: z.object({}),
});
const guarded = defineRoute({
  method: 'POST',
  path: '/guarded/:id/close',
  act: 'probe.close',
  summary: 'closes one',
  params: z.object({ id: z.uuid() }),
  reply: z.object({}),
});
const sheet = defineRoute({
  method: 'POST',
  path: '/sheet',
  act: 'public',
  summary: 'takes a file',
  upload: true,
  reply: z.object({ bytes: z.int() }),
});

const handlers: readonly Handler[] = [
  handle(shout, async ({ body }) => ok({ text: body.text })),
  handle(paper, async ({ query }) =>
    ok({ fileName: query.name.slice(0, 81), contentType: 'text/plain', content: Buffer.from('paper') }),
  ),
  handle(broken, async () => {
    throw new Error('the secret of 张三');
  }),
  handle(guarded, async () => refuse({ code: 'not_found' })),
  handle(sheet, async ({ file }) => ok({ bytes: file.bytes.length })),
];

function build(more: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const acts = new Map([['probe.close', { roles: ['village_clerk'] as const, writes: true }]]);
  return buildServer({ place, acts, find: findWords([]), handlers, requestsPerMinute: 1_000_000, ...more });
}

let server: FastifyInstance;
beforeAll(async () => {
  server = await build();
});
afterAll(() => server.close());

function post(url: string, payload: string, headers: Record<string, string> = {}) {
  return server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
}

describe('answers that everybody gets', () => {
  it('A35 carries strict headers and a request id on every kind of answer', async () => {
    const answers = await Promise.all([
      server.inject('/api/health'),
      server.inject('/api/nothing'),
      server.inject('/api/broken'),
      post('/api/shout', '{"text":""}'),
      post('/api/shout', 'not json'),
      server.inject('/api/paper?name=x.txt'),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 404, 500, 400, 400, 200]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/);
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(answers.length);
  });

  it('A46 makes its own request id, whatever the caller sends', async () => {
    const answer = await server.inject({
      url: '/api/nothing',
      headers: { 'x-request-id': 'mine\\r\\ninjected', 'request-id': 'mine' },
    });
    expect(answer.headers['x-request-id']).not.toContain('mine');
    expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
  });

  it('answers what it does not know with problem details in both languages', async () => {
    for (const [language, word] of [
      ['zh-CN', '没有找到'],
      ['en-GB', 'Not found'],
    ]) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const) {
        const answer = await server.inject({ method, url: '/api/nothing', headers: { 'accept-language': language } });
        expect(answer.statusCode).toBe(404);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(answer.json()).toMatchObject({ type: '/problems/not_found', status: 404, code: 'not_found' });
        expect(answer.json().title).toContain(word);
      }
    }
  });

  it('says nothing about what broke, only its number', async () => {
    const answer = await server.inject({ url: '/api/broken', headers: { 'accept-language': 'en' } });
    expect(answer.json()).toMatchObject({ code: 'internal', status: 500 });
    expect(answer.body).not.toMatch(/secret|张三|Error|at /);
    expect(answer.json().title).toContain(answer.headers['x-request-id']);
  });

  it('is read-only for writers while the disk is nearly full, and still answers readers', async () => {
    const full = await build({ place: { ...place, writable: () => false } });
    const written = await full.inject({ method: 'POST', url: '/api/shout', payload: { text: 'x' } });
    expect([written.statusCode, written.json().code]).toEqual([503, 'read_only']);
    expect((await full.inject('/api/paper?name=x')).statusCode).toBe(200);
    await full.close();
  });
});

describe('limits', () => {
  it('refuses bodies and files that are too large', async () => {
    const large = await post('/api/shout', JSON.stringify({ text: 'x'.repeat(3 * 1024 * 1024) }));
    expect([large.statusCode, large.json().code]).toEqual([413, 'too_large']);
    const boundary = 'edge';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`;
    const send = (bytes: number) =>
      server.inject({
        method: 'POST',
        url: '/api/sheet',
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), Buffer.alloc(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
      });
    expect((await send(1000)).json()).toEqual({ bytes: 1000 });
    const huge = await send(65 * 1024 * 1024);
    expect([huge.statusCode, huge.json().code]).toEqual([413, 'too_large']);
  });

  it('asks for the file where there is none', async () => {
    const answer = await post('/api/sheet', '{}');
    expect(answer.json()).toMatchObject({ code: 'file_missing', errors: [{ field: 'file' }] });
  });

  it('A27 slows a caller down who asks too often, by words and not by silence', async () => {
    const slow = await build({ requestsPerMinute: 3 });
    const answers = [];
    for (let turn = 0; turn < 5; turn++) answers.push(await slow.inject('/api/paper?name=x'));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 429, 429]);
    const [refused] = answers.slice(-1);
    expect(refused?.json()).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(refused?.headers['x-frame-options']).toBe('DENY');
    await slow.close();
  });
});

describe('tricks', () => {
  it('A50 keeps prototypes clean, in the body and in the address', async () => {
    const bodies = [
      '{"text":"a","__proto__":{"polluted":true}}',
      '{"text":"a","constructor":{"prototype":{"polluted":true}}}',
      '{"text":"a","nested":{"__proto__":{"polluted":true}}}',
      '{"text":"a","nested":{"constructor":{"prototype":{"polluted":true}}}}',
    ];
    for (const body of bodies) {
      const answer = await post('/api/shout', body);
      expect([200, 400]).toContain(answer.statusCode);
    }
    await server.inject('/api/paper?name=a&__proto__[polluted]=true&constructor[prototype][polluted]=true');
    await server.inject({ url: '/api/paper?name=a', headers: { cookie: '__proto__=polluted; constructor=polluted' } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('A49 lets no name of a download out of its header', async () => {
    const names = [
      'a\r\nset-cookie: x=1.xlsx',
      'a"; filename="evil.exe',
      '../../etc/passwd',
      '名册；准格尔旗.xlsx',
      'ᠮᠣᠩᠭᠣᠯ\u180e.xlsx',
      `\u202egnp.exe`,
      // cut in the middle of its last character
      `${'长'.repeat(80)}𠮷`,
      '',
    ];
    for (const name of names) {
      const answer = await server.inject(`/api/paper?${new URLSearchParams({ name })}`);
      expect(answer.statusCode).toBe(200);
      const header = String(answer.headers['content-disposition']);
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%~!#$&+^`|-]+$/);
      expect(header.match(/filename="/g)).toHaveLength(1);
      expect(header).not.toMatch(/\.\.\/|%2F|%0D|%0A|%E2%80%AE/i);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('A49 keeps Chinese and Mongolian letters of a name', async () => {
    const answer = await server.inject(`/api/paper?${new URLSearchParams({ name: '名册ᠮᠣᠩ𠮷.xlsx' })}`);
    const [, encoded = ''] = /filename\*=UTF-8''(.*)$/.exec(String(answer.headers['content-disposition'])) ?? [];
    expect(decodeURIComponent(encoded)).toBe('名册ᠮᠣᠩ𠮷.xlsx');
  });

  const id = '0190d9a2-7a5c-7000-8000-000000000001';
  const detours: readonly InjectOptions[] = [
    { method: 'GET', url: `/api/guarded/${id}/close` },
    { method: 'GET', url: `/api/guarded/${id}/close?_method=POST` },
    { method: 'GET', url: `/api/guarded/${id}/close`, headers: { 'x-http-method-override': 'POST' } },
    { method: 'GET', url: '/api/health', headers: { 'x-original-url': `/api/guarded/${id}/close` } },
    {
      method: 'POST',
      url: '/api/shout',
      headers: { 'x-rewrite-url': `/api/guarded/${id}/close` },
      payload: { text: 'x' },
    },
    { method: 'POST', url: `/api/guarded/${id}/close/` },
    { method: 'POST', url: `/api//guarded/${id}/close` },
    { method: 'POST', url: `/api/./guarded/${id}/close` },
    { method: 'POST', url: `/api/x/%2e%2e/guarded/${id}/close` },
    { method: 'POST', url: `/api%2fguarded%2f${id}%2fclose` },
    { method: 'POST', url: `/api/guarded/${id}/close%00` },
    { method: 'POST', url: `/api/guarded/${id}/close;.js` },
    { method: 'POST', url: `/api/guarded/${id}/close.json` },
    { method: 'POST', url: `/API/guarded/${id}/close` },
    { method: 'POST', url: `/api/guarded/${id}/close%20` },
    { method: 'POST', url: `/api/guarded/${id}/%63lose` },
    { method: 'PATCH', url: `/api/guarded/${id}/close` },
    { method: 'OPTIONS', url: `/api/guarded/${id}/close` },
    { method: 'HEAD', url: `/api/guarded/${id}/close` },
  ];

  it('A23 A24 leaves no way round the guard of a route', async () => {
    for (const detour of detours) {
      const answer = await server.inject(detour);
      const harmless = detour.url === '/api/health' || detour.url === '/api/shout';
      if (harmless) expect(answer.statusCode, JSON.stringify(detour)).toBe(200);
      else expect([400, 401, 404], JSON.stringify(detour)).toContain(answer.statusCode);
    }
  });

  it('A24 has one version of every route and no other', async () => {
    for (const url of ['/api/v1/shout', '/api/v0/shout', '/v1/api/shout', '/shout', '/rest/shout'])
      expect((await post(url, '{"text":"x"}')).statusCode).toBe(404);
  });

  it('A33 takes a body of another kind for what it is, not for JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'text/plain; x=application/json',
    ]) {
      const answer = await server.inject({
        method: 'POST',
        url: '/api/shout',
        headers: { 'content-type': type },
        payload: '{"text":"x"}',
      });
      expect(answer.statusCode, type).toBe(400);
    }
  });
});

describe('the description of the routes', () => {
  it('is OpenAPI 3.1 and names every route with its shapes', async () => {
    const document = (await server.inject('/api/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const { contract } of handlers) {
      const path = `/api${contract.path.replace(/:(\w+)/g, '{$1}')}`;
      const operation = document.paths[path]?.[contract.method.toLowerCase()];
      expect(operation, path).toMatchObject({ summary: contract.summary, responses: { 200: expect.anything() } });
    }
    const operation = document.paths['/api/shout'].post;
    expect(operation.requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1 } },
    });
    expect(document.paths['/api/sheet'].post.requestBody.content).toHaveProperty(['multipart/form-data']);
    expect(document.paths['/api/paper'].get.responses[200].content).toHaveProperty(['application/octet-stream']);
    expect(document.paths['/api/guarded/{id}/close'].post.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
    ]);
    // keywords of OpenAPI 3.0 mean nothing in 3.1
    expect(JSON.stringify(document)).not.toMatch(/"nullable"|"exclusiveMinimum":true/);
  });

  it('has a page to browse it', async () => {
    const page = await server.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});
