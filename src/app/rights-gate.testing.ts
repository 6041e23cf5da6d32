import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { createAccount } from '../platform/access/account-store.ts';
import { openSession } from '../platform/access/sign-in.ts';
import { allTables } from '../platform/db/schema-files.ts';
import type { Workplace } from '../platform/db/transact.ts';
import type { RouteContract } from '../platform/http/contract.ts';
import { buildServer } from '../platform/http/server.ts';
import { composeProduct, type Product } from './compose.ts';
import { features } from './features.ts';
import { textOf } from './rights-canary.testing.ts';
import { findForeignWrites, findSessionId } from './rights-plant-store.testing.ts';
import type { Seat } from './rights-seats.testing.ts';
import type { World } from './rights-world-store.testing.ts';
import { mountSessionRoutes } from './server/session-routes.ts';

/** Somebody signed in, with what a browser would hold. */
export interface Sitter {
  readonly seat: Seat;
  readonly accountId: string;
  readonly positionId: string;
  readonly cookie: string;
  readonly csrf: string;
  readonly sessionId: string;
}

export interface Request {
  readonly contract: RouteContract;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Reply {
  readonly status: number;
  /** the code of a problem, empty otherwise */
  readonly code: string;
  /** everything readable in it */
  readonly text: string;
  readonly raw: Buffer;
}

/** The product's server twice: as it is, and with every commit turned into a rollback after a look at what was written. */
export interface Gate {
  readonly product: Product;
  readonly contracts: readonly RouteContract[];
  /** tables into which a request wrote outside its range, by route */
  readonly strayWrites: string[];
  readonly sent: { count: number };
  sitAll(seats: readonly Seat[]): Promise<readonly Sitter[]>;
  send(sitter: Sitter, request: Request): Promise<Reply>;
  /** the same, and nothing stays */
  rehearse(sitter: Sitter, request: Request): Promise<Reply>;
  /** how many statements the answer took, from the session to the commit */
  countStatements(sitter: Sitter, request: Request): Promise<number>;
  close(): Promise<void>;
}

export async function openGate(world: World): Promise<Gate> {
  const { database } = world;
  const product = composeProduct();
  const strayWrites: string[] = [];
  const sent = { count: 0 };
  const handlers = product.handlersWith(database.recount);
  const build = (place: Workplace) =>
    buildServer({
      place,
      acts: product.acts,
      find: product.find,
      handlers,
      requestsPerMinute: 100_000_000,
      mountMore: async (server, mounting) => {
        server.addHook('onError', async (request, _reply, error) => void broken.set(request.id, error));
        await mountSessionRoutes(server, mounting, { demo: false });
      },
    });
  const real = await build(database);
  const rehearsal = await build({ ...database, pool: rehearsing(database.pool, strayWrites) });
  const statements = { count: 0 };
  const counted = await build({ ...database, pool: counting(database.pool, statements) });
  return {
    product,
    contracts: handlers.map(({ contract }) => contract),
    strayWrites,
    sent,
    async sitAll(seats) {
      const sitters: Sitter[] = [];
      for (const seat of seats) sitters.push(await sit(world, seat));
      return sitters;
    },
    async send(sitter, request) {
      sent.count += 1;
      return inject(real, sitter, request);
    },
    async rehearse(sitter, request) {
      sent.count += 1;
      return inject(rehearsal, sitter, request);
    },
    async countStatements(sitter, request) {
      statements.count = 0;
      await inject(counted, sitter, request);
      return statements.count;
    },
    async close() {
      await counted.close();
      await real.close();
      await rehearsal.close();
    },
  };
}

/** A pool whose transactions never commit: what one would have left outside its range is noted instead. */
function rehearsing(pool: pg.Pool, strayWrites: string[]): pg.Pool {
  const specs = allTables(features);
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    let reads = false;
    const query = async (...args: unknown[]): Promise<unknown> => {
      const [text] = args;
      if (typeof text === 'string' && text.startsWith('begin')) reads = text.startsWith('begin read only');
      if (text !== 'commit' || reads) return Reflect.apply(client.query, client, args);
      strayWrites.push(...(await findForeignWrites(client, specs)));
      return client.query('rollback');
    };
    return { query, release: (error?: Error) => client.release(error) } as unknown as pg.PoolClient;
  }
  return { connect } as unknown as pg.Pool;
}

/** A pool that counts what is sent over it; the settings of the range travel with `begin`. */
function counting(pool: pg.Pool, statements: { count: number }): pg.Pool {
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const query = (...args: unknown[]): unknown => {
      statements.count += 1;
      return Reflect.apply(client.query, client, args);
    };
    return { query, release: (error?: Error) => client.release(error) } as unknown as pg.PoolClient;
  }
  return { connect } as unknown as pg.Pool;
}

async function sit({ database, owner }: World, seat: Seat): Promise<Sitter> {
  if (seat.role === 'public') {
    return { seat, accountId: '', positionId: '', cookie: '', csrf: '', sessionId: '' };
  }
  const accountId = randomUUID();
  const positionId = randomUUID();
  const { role, place, organisationId, household } = seat;
  await createAccount(database, {
    id: accountId,
    login: inLetters(accountId),
    name: role,
    passwordHash: null,
    mustChangePassword: false,
    demo: false,
    position: {
      id: positionId,
      role,
      ...(place === undefined ? {} : { place }),
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(household === undefined ? {} : { household }),
    },
  });
  const opened = await openSession(database, accountId, { address: '127.0.0.1', device: 'test', requestId: 'test' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return {
    seat,
    accountId,
    positionId,
    cookie: `silian_session=${opened.value.token}`,
    csrf: opened.value.csrfToken,
    sessionId: await findSessionId(owner, accountId),
  };
}

/** What broke behind an answer of 500, by the id of the request: the answer itself does not tell. */
const broken = new Map<string, Error>();

async function inject(server: FastifyInstance, sitter: Sitter, request: Request): Promise<Reply> {
  const { contract } = request;
  const write = contract.method === 'GET' ? {} : payloadOf(request);
  const answer = await server.inject({
    method: contract.method,
    url: addressOf(request),
    headers: {
      cookie: sitter.cookie,
      'x-csrf-token': sitter.csrf,
      'idempotency-key': randomUUID(),
      ...(write.type ? { 'content-type': write.type } : {}),
    },
    ...(write.payload ? { payload: write.payload } : {}),
  });
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== 'x-request-id'));
  const text = textOf({ headers, raw: answer.rawPayload });
  const problem = String(answer.headers['content-type']).includes('problem') ? answer.json() : {};
  const told = typeof problem.requestId === 'string' ? text.replaceAll(problem.requestId, '') : text;
  return {
    status: answer.statusCode,
    code: typeof problem.code === 'string' ? problem.code : '',
    text: answer.statusCode < 500 ? told : `${told} ${broken.get(String(problem.requestId))?.stack}`,
    raw: answer.rawPayload,
  };
}

function addressOf({ contract, params = {}, query }: Request): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) search.set(key, String(value));
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

function payloadOf({ contract, body, file }: Request): { type?: string; payload?: Buffer } {
  if (!contract.upload) return { type: 'application/json', payload: Buffer.from(JSON.stringify(body ?? {})) };
  const boundary = 'a-boundary-that-no-file-holds';
  const { name, bytes } = file ?? { name: 'empty.txt', bytes: Buffer.alloc(0) };
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, payload };
}

/** An id without digits: a login must not happen to hold the end of somebody's number. */
function inLetters(id: string): string {
  return id.slice(0, 18).replace(/[^a-f]/g, (sign) => 'ghijklmnop'[Number(sign)] ?? '');
}
