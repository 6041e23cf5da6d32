import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { createAccount } from '../src/platform/access/account-store.ts';
import type { Actor } from '../src/platform/access/actor.ts';
import type { Role } from '../src/platform/access/roles.ts';
import { findSession, openSession } from '../src/platform/access/sign-in.ts';
import type { Database } from '../src/platform/db/database.ts';

/** Somebody with a session. */
export interface Seat {
  readonly actor: Actor;
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface Reply<T = unknown> {
  readonly body: T;
  /** from sending to the last byte */
  readonly ms: number;
}

/** One person at one connection, who waits for each answer. */
export interface Visitor {
  get<T>(path: string): Promise<Reply<T>>;
  post<T>(path: string, body: unknown): Promise<Reply<T>>;
  upload<T>(path: string, file: { readonly name: string; readonly bytes: Buffer }): Promise<Reply<T>>;
  leave(): void;
}

/** Signs somebody in, in a position of the role at the place. */
export async function takeSeat(database: Database, role: Role, place: number): Promise<Seat> {
  const id = randomUUID();
  const common = { id, login: id.slice(0, 18), name: role, passwordHash: null, mustChangePassword: false, demo: false };
  await createAccount(database, { ...common, position: { role, place } });
  const device = { address: '127.0.0.1', device: 'bench', requestId: id };
  const opened = await openSession(database, id, device);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const session = await findSession(database, opened.value.token, device);
  if (!session) throw new Error('the session was not found again');
  return { actor: session.actor, cookie: `silian_session=${opened.value.token}`, csrfToken: session.csrfToken };
}

export function visit(port: number, seat: Seat): Visitor {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const common = { cookie: seat.cookie, 'x-csrf-token': seat.csrfToken };
  function write<T>(path: string, type: string, body: Buffer): Promise<Reply<T>> {
    const headers = { ...common, 'content-type': type, 'idempotency-key': randomUUID() };
    return exchange({ port, agent, headers, path: `/api${path}`, method: 'POST' }, body);
  }
  return {
    get: (path) => exchange({ port, agent, headers: common, path: `/api${path}`, method: 'GET' }),
    post: (path, body) => write(path, 'application/json', Buffer.from(JSON.stringify(body))),
    upload(path, { name, bytes }) {
      const boundary = `--${randomUUID()}`;
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
      const form = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return write(path, `multipart/form-data; boundary=${boundary}`, form);
    },
    leave: () => agent.destroy(),
  };
}

/** @throws Error when the answer is not 200 */
function exchange<T>(options: http.RequestOptions, body?: Buffer): Promise<Reply<T>> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = http.request({ host: '127.0.0.1', ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const ms = performance.now() - startedAt;
        const answer = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode !== 200)
          reject(new Error(`${options.method} ${options.path}: ${answer.slice(0, 300)}`));
        else resolve({ body: JSON.parse(answer) as T, ms });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
