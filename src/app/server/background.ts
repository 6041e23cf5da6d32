import { recordAllProofs } from '../../activities/formations/public.ts';
import { catchUp, refreshStale } from '../../indicators/public.ts';
import { prepareAllDepreciation } from '../../ledgers/books/public.ts';
import { sealTrail } from '../../platform/audit/seal.ts';
import { forgetOldKeys } from '../../platform/db/clean-up.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Jobs, type Queue, startJobs } from '../../platform/jobs/jobs.ts';

const refreshEveryMs = 250;

/** The queues of the product; their tables are made beside the migrations. */
export const queues: readonly Queue[] = [
  { name: 'seal-trail' },
  { name: 'catch-up' },
  { name: 'formation-proofs' },
  { name: 'depreciation' },
  { name: 'clean-up' },
];

/**
 * Work beside the requests. Stale figures are recounted here, within a second of the write; what has a schedule runs
 * as jobs, with retries and one run at a time over all processes. Returns the function that ends it.
 */
export function startBackground(database: Database): () => Promise<void> {
  const stopping = new AbortController();
  let caughtUp = false;
  let counting: Promise<void> | undefined;
  // the schedule begins while the count of the start still runs: both mean the same one
  const count = () => {
    counting ??= catchUp(database.recount, stopping.signal).finally(() => {
      counting = undefined;
    });
    return counting;
  };
  const stopRefresh = repeat(refreshEveryMs, async () => {
    if (!caughtUp) await count();
    caughtUp = true;
    while (!stopping.signal.aborted && (await refreshStale(database.recount)) > 0);
  });
  const jobs = scheduleJobs(database, count);
  return async () => {
    stopping.abort();
    await stopRefresh();
    await (await jobs)?.stop();
  };
}

/** A database that is away at this moment leaves the server without schedules until its next start, and says so. */
async function scheduleJobs(database: Database, count: () => Promise<void>): Promise<Jobs | undefined> {
  try {
    const jobs = await startJobs({ place: database, onError: say });
    await jobs.every(60, 'seal-trail', async () => {
      await sealTrail(database.recount);
    });
    await jobs.every(600, 'catch-up', count);
    await jobs.every(600, 'formation-proofs', async () => {
      await recordAllProofs(database);
    });
    await jobs.every('30 2 * * *', 'depreciation', async () => {
      await prepareAllDepreciation(database);
    });
    await jobs.every('15 3 * * *', 'clean-up', () => forgetOldKeys(database));
    return jobs;
  } catch (error) {
    say(error);
    return undefined;
  }
}

function say(error: unknown): void {
  if (process.env.SILIAN_LOG === '1') console.error(error instanceof Error ? error.message : error);
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
