import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createAccount } from '../access/account-store.ts';
import { type Role, roleScope } from '../access/roles.ts';
import { openSession } from '../access/sign-in.ts';
import type { TestDatabase } from '../db/testing.ts';
import type { Feature } from '../feature.ts';
import type { Handler } from './handle.ts';
import { findWords } from './registry.ts';
import { buildServer } from './server.ts';

/** What a test client gets back. */
export interface TestReply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

type SendRequest = [method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, idempotencyKey?: string];

export interface TestClient {
  readonly accountId: string;
  readonly positionId: string;
  readonly cookie: string;
  get(path: string): Promise<TestReply>;
  send(...request: SendRequest): Promise<TestReply>;
  upload(path: string, file: { name: string; bytes: Uint8Array }, idempotencyKey?: string): Promise<TestReply>;
}

export interface TestServer {
  readonly server: FastifyInstance;
  /** signs somebody in: a new account with one position */
  signIn(
    role: Role,
    at: { place?: number; organisationId?: string; household?: { county: number; id: string } },
  ): Promise<TestClient>;
  anonymous: TestClient;
  close(): Promise<void>;
}

/** The real HTTP server over a test database, called without a port. */
export async function testServer(
  database: TestDatabase,
  parts: { readonly features: readonly Feature[]; readonly handlers: readonly Handler[] },
): Promise<TestServer> {
  const acts = new Map(parts.features.flatMap((feature) => Object.entries(feature.acts)));
  const server = await buildServer({
    place: database,
    acts,
    find: findWords(parts.features),
    handlers: parts.handlers,
    requestsPerMinute: 1_000_000,
  });
  return {
    server,
    anonymous: makeClient(server, { accountId: '', positionId: '', cookie: '', csrf: '' }),
    signIn: (role, at) => signInAs(server, database, { role, ...at }),
    close: () => server.close(),
  };
}

interface Seat {
  readonly role: Role;
  readonly place?: number;
  readonly organisationId?: string;
  readonly household?: { county: number; id: string };
}

async function signInAs(server: FastifyInstance, database: TestDatabase, seat: Seat): Promise<TestClient> {
  const accountId = randomUUID();
  const positionId = randomUUID();
  if (roleScope[seat.role] !== 'system' && seat.place === undefined && !seat.organisationId && !seat.household) {
    throw new Error(`a ${seat.role} needs a place, an organisation or a household`);
  }
  await createAccount(database, {
    id: accountId,
    login: accountId.slice(0, 18),
    name: seat.role,
    passwordHash: null,
    mustChangePassword: false,
    demo: false,
    position: { id: positionId, ...seat },
  });
  const visitor = { address: '127.0.0.1', device: 'test', requestId: 'test' };
  const opened = await openSession(database, accountId, visitor);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return makeClient(server, {
    accountId,
    positionId,
    cookie: `silian_session=${opened.value.token}`,
    csrf: opened.value.csrfToken,
  });
}

function makeClient(
  server: FastifyInstance,
  who: { accountId: string; positionId: string; cookie: string; csrf: string },
): TestClient {
  const headers = { cookie: who.cookie, 'x-csrf-token': who.csrf };
  const inject = async (options: InjectOptions): Promise<TestReply> => {
    const reply = await server.inject(options);
    const json = String(reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      body: json && reply.body ? JSON.parse(reply.body) : {},
      raw: reply.rawPayload,
      headers: reply.headers,
    };
  };
  const send: TestClient['send'] = (...[method, path, body = {}, key = randomUUID()]) =>
    inject({
      method,
      url: `/api${path}`,
      headers: { ...headers, 'idempotency-key': key, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  return {
    ...who,
    get: (path) => inject({ method: 'GET', url: `/api${path}`, headers }),
    send,
    upload(path, file, key = randomUUID()) {
      const boundary = `----${randomUUID()}`;
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
      const payload = Buffer.concat([
        Buffer.from(head),
        Buffer.from(file.bytes),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      return inject({
        method: 'POST',
        url: `/api${path}`,
        headers: { ...headers, 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      });
    },
  };
}
