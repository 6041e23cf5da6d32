import type pg from 'pg';
import library from 'pg-boss/package.json' with { type: 'json' };
import type { Workplace } from '../db/transact.ts';
import type { Tx } from '../db/tx.ts';
import { carryFormer, formerVersion, setFormerAside } from './former-store.ts';
import {
  actDatabase,
  findJobSchema,
  grantJobs,
  type JobSchema,
  jobDatabase,
  jobSchema,
  lockJobs,
  ownerDatabase,
} from './queue-store.ts';

/** A kind of work in the background. */
export interface Queue {
  /** letters, digits and hyphens */
  readonly name: string;
  /** how often a failed job is tried again, each time after twice the wait; 5 unless stated */
  readonly retries?: number;
  /** after so many seconds a job that still runs counts as failed; 15 minutes unless stated */
  readonly expireSeconds?: number;
}

export type JobData = Readonly<Record<string, unknown>>;

export interface Jobs {
  /** runs `work` at the minutes of a cron line (Asia/Shanghai), or every so many seconds: once for all servers together */
  every(schedule: string | number, queue: string, run: () => Promise<void>): Promise<void>;
  /** hands over one job; with `onceFor` a second one within these seconds is dropped; undefined when it was */
  enqueue(queue: string, data: JobData, options?: { readonly onceFor?: number }): Promise<string | undefined>;
  /** hands over one job together with an act: it is there when the act is done, and not when it is rolled back */
  enqueueIn(tx: Tx, queue: string, data: JobData): Promise<string | undefined>;
  /** takes the jobs of a queue one by one; a thrown error has it tried again, at the end laid aside as dead */
  work(queue: string, handler: (data: JobData) => Promise<void>): Promise<void>;
  /** takes no more jobs and waits for the running ones */
  stop(): Promise<void>;
}

/** Carries cron jobs to their queues; the library looks for it by this name. */
const cronQueue = '__pgboss__send-it';
const pollSeconds = 1;
/** What is done stays a day; what failed for good stays two weeks among the dead. */
const keepDoneSeconds = 86_400;

/**
 * Makes the library's tables and the queues, as the owner, beside the migrations. A few short queries when everything is
 * there, without loading the library. Each queue has a dead-letter queue `<name>-dead`. Two servers that start on one
 * database wait for each other, for the look too: tables are moved meanwhile. One that was killed goes on where it stopped.
 */
export async function prepareJobs(owner: pg.ClientBase, queues: readonly Queue[]): Promise<void> {
  await lockJobs(owner, async () => {
    const found = await findJobSchema(owner);
    if (isReady(found, queues)) return;
    if (found.version === formerVersion) await setFormerAside(owner);
    await grantJobs(owner);
    await makeQueues(owner, queues);
    if (found.version === formerVersion || found.setAside) await carryFormer(owner);
  });
}

function isReady({ version, queues: made, setAside }: JobSchema, queues: readonly Queue[]): boolean {
  const wanted = [cronQueue, ...queues.flatMap(({ name }) => [deadName(name), name])];
  return version === library.pgboss.schema && !setAside && wanted.every((name) => made.has(name));
}

/** The library brings its tables to its own version first. */
async function makeQueues(owner: pg.ClientBase, queues: readonly Queue[]): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: ownerDatabase(owner),
    schema: jobSchema,
    supervise: false,
    schedule: false,
    migrate: true,
    registerInstance: false,
  });
  boss.on('error', raise);
  await boss.start();
  await boss.createQueue(cronQueue, { deleteAfterSeconds: keepDoneSeconds });
  for (const { name, retries = 5, expireSeconds = 900 } of queues) {
    await boss.createQueue(deadName(name), { retryLimit: 0 });
    await boss.createQueue(name, {
      retryLimit: retries,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: expireSeconds,
      deleteAfterSeconds: keepDoneSeconds,
      deadLetter: deadName(name),
    });
  }
  await boss.stop({ graceful: false, close: false });
}

/** Starts taking jobs. Call it after the server listens: the library is loaded here, not before. */
export async function startJobs(options: {
  readonly place: Workplace;
  readonly onError?: (error: Error) => void;
}): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: jobDatabase(options.place),
    schema: jobSchema,
    migrate: false,
    supervise: true,
    schedule: true,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
    // no job waits for another
    flowIntervalSeconds: 3600,
    // nobody reads the library's list of processes, and each would measure itself for it
    registerInstance: false,
  });
  // a database that is away is asked again at the next turn
  boss.on('error', (error) => options.onError?.(error));
  await boss.start();
  const timers: NodeJS.Timeout[] = [];
  const work: Jobs['work'] = async (queue, handler) => {
    await boss.work<JobData>(queue, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async (jobs) => {
      for (const job of jobs) await handler(job.data);
    });
  };
  return {
    work,
    async enqueue(queue, data, { onceFor } = {}) {
      const once = onceFor === undefined ? {} : { singletonSeconds: onceFor };
      return (await boss.send(queue, data, once)) ?? undefined;
    },
    async enqueueIn(tx, queue, data) {
      return (await boss.send(queue, data, { db: actDatabase(tx) })) ?? undefined;
    },
    async every(schedule, queue, run) {
      await work(queue, run);
      if (typeof schedule === 'string') {
        await boss.schedule(queue, schedule, {}, { tz: 'Asia/Shanghai' });
        return;
      }
      const send = () =>
        void boss.send(queue, {}, { singletonSeconds: schedule }).catch((error: Error) => options.onError?.(error));
      send();
      timers.push(setInterval(send, schedule * 1000));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, close: false, timeout: 30_000 });
    },
  };
}

function deadName(queue: string): string {
  return `${queue}-dead`;
}

function raise(error: Error): never {
  throw error;
}
