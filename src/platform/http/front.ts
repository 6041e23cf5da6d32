import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartRefusal } from '../start-refusal.ts';
import { contentPolicy, type Pages, securityHeaders } from './pages.ts';
import { languageOf, toProblem } from './problem.ts';
import { words } from './words.ts';

/** The open port: pages at once, everything else as soon as the program behind it is ready. */
export interface Front {
  readonly port: number;
  readonly server: Server;
  /** requests that wait for the program */
  readonly waiting: number;
  /** from now on everything that is no page goes there; those who waited first, in their order */
  handOver(answer: RequestListener): void;
  /** takes no more connections and ends when all answers are out */
  close(): Promise<void>;
}

export interface FrontOptions {
  readonly host: string;
  /** 0: any free one */
  readonly port: number;
  readonly pages: Pages | undefined;
  /** so many requests may wait; each holds a connection, and nothing of its body is read */
  readonly mostWaiting?: number;
}

const mostWaiting = 1_000;
/** longer than any proxy before us keeps its connections, so that it never uses one that we are closing */
const keepAliveMs = 72_000;

/** Opens the port. Throws {@link StartRefusal} `port_taken`. */
export async function openFront({ host, port, pages, ...limits }: FrontOptions): Promise<Front> {
  const most = limits.mostWaiting ?? mostWaiting;
  const waiting = new Set<readonly [IncomingMessage, ServerResponse]>();
  let answer: RequestListener | undefined;
  const server = createServer((request, response) => {
    if (pages?.serve(request, response)) return;
    if (answer) return answer(request, response);
    if (waiting.size >= most) return sayTooMany(request, response);
    const exchange = [request, response] as const;
    waiting.add(exchange);
    // whoever has gone is not answered
    response.once('close', () => waiting.delete(exchange));
  });
  server.keepAliveTimeout = keepAliveMs;
  // a large file over a slow line takes its time
  server.requestTimeout = 0;
  await listen(server, { host, port });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    get waiting() {
      return waiting.size;
    },
    handOver(next) {
      answer = next;
      for (const [request, response] of [...waiting]) next(request, response);
      waiting.clear();
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

function listen(server: Server, at: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartRefusal('port_taken', { port: at.port }) : error);
    });
    server.listen(at, resolve);
  });
}

function sayTooMany(request: IncomingMessage, response: ServerResponse): void {
  const find = () => words['refusal.too_many_requests'];
  const reader = { language: languageOf(request), requestId: randomUUID(), find };
  response.writeHead(503, {
    ...securityHeaders,
    'content-security-policy': contentPolicy,
    'content-type': 'application/problem+json',
    'retry-after': '1',
  });
  response.end(JSON.stringify({ ...toProblem({ code: 'too_many_requests' }, reader), status: 503 }));
}
