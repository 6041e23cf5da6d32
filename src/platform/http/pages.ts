import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

/** The built pages, served from the moment on at which the port opens: this needs nothing but Node. */
export interface Pages {
  /** answers when the request is for a page or one of its files; false: it is for somebody else */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

/** What every answer says, of a page and of `/api`: what browsers may not do with it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

/** The policy of everything but the page itself, which has a stricter one with a nonce. */
export const contentPolicy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const indexName = 'index.html';

/**
 * The pages of a folder; undefined when they have not been built. A file bears the digest of its contents in its name,
 * so it may be kept for ever; every other address is the desk's own, and gets the page with a nonce of its own.
 */
export async function openPages(folder: string): Promise<Pages | undefined> {
  const index = await readFile(join(folder, indexName), 'utf8').catch(() => undefined);
  if (index === undefined) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // only what was there when the folder was read is ever looked up: no address leads out of it
  const files = new Map(paths.map((path) => [path.slice(folder.length).replaceAll(sep, '/'), path]));
  files.delete(`/${indexName}`);
  return {
    serve(request, response) {
      const path = request.url?.split('?')[0] ?? '/';
      if ((request.method !== 'GET' && request.method !== 'HEAD') || path.startsWith('/api/')) return false;
      const file = files.get(path);
      if (file === undefined) sendPage({ request, response }, index);
      else void sendFile({ request, response }, file);
      return true;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function sendPage(exchange: Exchange, index: string): void {
  const nonce = randomBytes(16).toString('base64');
  send(exchange, Buffer.from(index.replaceAll('__NONCE__', nonce)), {
    'content-security-policy': pagePolicy(nonce),
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  });
}

async function sendFile(exchange: Exchange, path: string): Promise<void> {
  try {
    const [body, { mtimeMs, size }] = await Promise.all([readFile(path), stat(path)]);
    const etag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
    const headers = {
      'content-security-policy': contentPolicy,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      etag,
    };
    if (exchange.request.headers['if-none-match'] !== etag) return send(exchange, body, headers);
    exchange.response.writeHead(304, { ...common(), ...headers }).end();
  } catch {
    // built anew under a running server
    exchange.response.writeHead(404, { ...common(), 'content-security-policy': contentPolicy }).end();
  }
}

function send({ request, response }: Exchange, body: Buffer, headers: OutgoingHttpHeaders): void {
  response.writeHead(200, { ...common(), ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function common(): OutgoingHttpHeaders {
  return { ...securityHeaders, 'x-request-id': randomUUID() };
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
