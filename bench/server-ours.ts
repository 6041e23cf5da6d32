import { once } from 'node:events';
import pg from 'pg';
import { composeProduct } from '../src/app/compose.ts';
import { startBackground } from '../src/app/server/background.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { databaseRoles } from '../src/platform/db/grants.ts';
import { allTables } from '../src/platform/db/schema-files.ts';
import { createVault } from '../src/platform/db/vault.ts';
import { buildServer } from '../src/platform/http/server.ts';
import type { FromServer, ServerTask } from './child.ts';

/** Our server as `main.ts` starts it, over a database of the bench, without the limit on requests from one address. */
async function serve(): Promise<void> {
  const [task] = (await once(process, 'message')) as [ServerTask];
  if (task.kind !== 'ours') throw new Error('a task for another server');
  const counted = countStatements();
  const product = composeProduct();
  const database = openDatabase({
    engine: task.engine,
    vault: createVault(task.key),
    tables: allTables(product.features),
  });
  const server = await buildServer({ place: database, ...product, requestsPerMinute: Number.MAX_SAFE_INTEGER });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const stopBackground = task.background ? startBackground(database) : async () => undefined;
  process.on('message', async (message) => {
    if (message === 'count') return tell({ statements: counted() });
    await stopBackground();
    await server.close();
    await database.close();
    process.disconnect();
  });
  const bound = server.server.address();
  tell({ port: typeof bound === 'object' && bound ? bound.port : 0 });
}

/** Counts what is sent for requests; the background works under another role. */
function countStatements(): () => number {
  let count = 0;
  const send = pg.Client.prototype.query;
  pg.Client.prototype.query = new Proxy(send, {
    apply(target, client: pg.Client & { readonly user?: string }, parameters) {
      if (client.user === databaseRoles.app) count += 1;
      return Reflect.apply(target, client, parameters);
    },
  });
  return () => count;
}

function tell(message: FromServer): void {
  process.send?.(message);
}

await serve();
