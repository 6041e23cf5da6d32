import { once } from 'node:events';
import fastify from 'fastify';
import pg from 'pg';
import { ownerRole } from '../src/platform/db/database.ts';
import type { FromServer, ServerTask } from './child.ts';

/** The floor: Fastify and pg, the same statements, nobody signed in, no range, no check, the rows as they come. */
async function serve(): Promise<void> {
  const [task] = (await once(process, 'message')) as [ServerTask];
  if (task.kind !== 'bare' || task.engine.kind !== 'embedded') throw new Error('a task for another server');
  const { socketFolder, port, database } = task.engine;
  const pool = new pg.Pool({ host: socketFolder, port, database, user: ownerRole, max: 12 });
  const server = fastify();
  server.get<{ Params: { index: string } }>('/:index', async (request) => {
    const replies: unknown[] = [];
    for (const { text, values } of task.lists[Number(request.params.index)] ?? []) {
      replies.push((await pool.query(text, [...values])).rows);
    }
    return replies;
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  process.on('message', async () => {
    await server.close();
    await pool.end();
    process.disconnect();
  });
  const bound = server.server.address();
  const message: FromServer = { port: typeof bound === 'object' && bound ? bound.port : 0 };
  process.send?.(message);
}

await serve();
