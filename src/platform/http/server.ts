import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ActTable } from '../access/rules.ts';
import type { Workplace } from '../db/transact.ts';
import type { Front } from './front.ts';
import type { Handler } from './handle.ts';
import { type Mounting, maxUploadBytes, mount, readerOf } from './mount.ts';
import { contentPolicy } from './pages.ts';
import { type RefusalWords, sendProblem, toProblem } from './problem.ts';

export interface ServerOptions {
  readonly place: Workplace;
  readonly acts: ActTable;
  readonly find: RefusalWords;
  readonly handlers: readonly Handler[];
  /** the port that is open already; absent in tests of routes alone */
  readonly front?: Front;
  /** requests per minute and address; sign-in has its own, tighter throttle */
  readonly requestsPerMinute?: number;
  readonly log?: boolean;
  /** routes that need the request itself, mounted by the composition root */
  readonly mountMore?: (server: FastifyInstance, mounting: Mounting) => Promise<void>;
}

/** The HTTP server: `/api` and OpenAPI; strict headers, problem details, logs without personal data. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { front } = options;
  const server = fastify({
    ...(front ? { serverFactory: () => front.server } : {}),
    logger: options.log
      ? { level: 'info', serializers: { req: (request) => ({ method: request.method, path: pathOnly(request.url) }) } }
      : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  });
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  await addPlugins(server, options);
  addErrorAnswers(server, options.find);
  server.get('/api/health', { schema: { summary: 'alive' } }, async () => ({ ok: true }));
  for (const handler of options.handlers) mount(server, options, handler);
  await options.mountMore?.(server, options);
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  server.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply, toProblem({ code: 'not_found' }, readerOf(request, options.find))),
  );
  return server;
}

async function addPlugins(server: FastifyInstance, options: ServerOptions): Promise<void> {
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: maxUploadBytes, files: 1, fields: 10 } });
  await server.register(rateLimit, { max: options.requestsPerMinute ?? 1200, timeWindow: '1 minute' });
  await server.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('content-security-policy', contentPolicy);
  });
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Silian', version: '1' } },
  });
  await server.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false });
}

function addErrorAnswers(server: FastifyInstance, find: RefusalWords): void {
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const reader = readerOf(request, find);
    if (error.statusCode === 429) return sendProblem(reply, toProblem({ code: 'too_many_requests' }, reader));
    if (error.statusCode === 413) return sendProblem(reply, toProblem({ code: 'too_large' }, reader));
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return sendProblem(reply, toProblem({ code: 'invalid_input', values: { count: 1 } }, reader));
    }
    request.log.error({ code: error.code, stack: error.stack }, 'internal error');
    return sendProblem(reply, toProblem({ code: 'internal', values: { requestId: request.id } }, reader));
  });
}

function pathOnly(url: string): string {
  return url.split('?')[0] ?? url;
}
