import { catchUp, refreshStale } from '../../indicators/public.ts';
import { sealTrail } from '../../platform/audit/seal.ts';
import type { Database } from '../../platform/db/database.ts';

const refreshEveryMs = 250;
const sealEveryMs = 60_000;

/**
 * Work beside the requests: stale figures within a second of the write, the trail sealed every minute. Each
 * piece runs one at a time and survives a database that is away for a while. Returns the function that ends it.
 */
export function startBackground(database: Database): () => Promise<void> {
  const stops = [
    repeat(refreshEveryMs, async () => {
      while ((await refreshStale(database.recount)) > 0);
    }),
    repeat(sealEveryMs, async () => {
      await catchUp(database.recount);
      await sealTrail(database.recount);
    }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function repeat(everyMs: number, run: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const loop = () => {
    // a database that is away is asked again at the next turn
    current = run().catch(() => undefined);
    void current.then(() => {
      if (!stopped) timer = setTimeout(loop, everyMs);
    });
  };
  timer = setTimeout(loop, 50);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}
