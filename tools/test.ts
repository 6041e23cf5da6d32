import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { quickSteps } from './check.ts';
import { findChromium } from './chromium.ts';
import { bin, runStep } from './run-step.ts';
import { startSecondPostgres } from './second-postgres.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is proved a second time on Debian's PostgreSQL: everything that sends a statement. */
const databaseTests = [
  ...['transact', 'store', 'routes', 'rights', 'audit', 'access', 'schema', 'indicators', 'figures'],
  ...['ledger', 'memberships', 'distributions'],
];

/**
 * Everything that proves the product, in one command: folder rules, types, lint, unit and property tests, store
 * and route tests on the embedded engine and on a second PostgreSQL, stories in a browser. With arguments it
 * runs the tests whose path contains one of them, stories where it begins with `stories`. The last line counts.
 */
async function main(filters: readonly string[]): Promise<number> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'silian-test-'));
  try {
    if (filters.length === 0) for (const step of quickSteps) add(counts, await runStep(step));
    await onEmbedded(folder, async (url) => {
      const stories = filters.filter((filter) => filter.startsWith('stories'));
      const others = filters.filter((filter) => !filter.startsWith('stories'));
      const all = filters.length === 0;
      if (all || others.length > 0)
        await runTests(counts, { name: 'tests on the embedded engine', url, folder, filters: others });
      if (all || stories.length > 0)
        await runStories(counts, { name: 'stories in a browser', url, folder, filters: stories });
    });
    if (filters.length === 0) await onSecond(counts, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

interface TestRun {
  readonly name: string;
  readonly url: string;
  readonly folder: string;
  readonly filters: readonly string[];
  readonly config?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function onEmbedded(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = await startEmbedded({ folder, temporary: true });
  try {
    await work(socketUrl(server));
  } finally {
    await server.stop();
  }
}

async function onSecond(counts: Counts, folder: string): Promise<void> {
  const second = await startSecondPostgres();
  try {
    await runTests(counts, {
      name: 'the same store and route tests on a second PostgreSQL',
      url: second.url,
      folder,
      filters: databaseTests,
    });
  } finally {
    await second.stop();
  }
}

async function runStories(counts: Counts, run: TestRun): Promise<void> {
  const chromium = await findChromium();
  if ('reason' in chromium) {
    console.error(`stories: no browser: ${chromium.reason}`);
    add(counts, false);
    return;
  }
  await runTests(counts, { ...run, config: 'vitest.stories.config.ts', env: { CHROMIUM: chromium.path } });
}

async function runTests(counts: Counts, run: TestRun): Promise<void> {
  const report = join(run.folder, `${run.name.replaceAll(' ', '-')}.json`);
  const config = run.config ? ['--config', run.config] : [];
  const ended = await runStep({
    name: run.name,
    command: [
      bin('vitest'),
      'run',
      ...config,
      ...run.filters,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    env: { TEST_DATABASE_URL: run.url, ...run.env },
  });
  const result = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numPendingTests: number },
    () => undefined,
  );
  counts.passed += result?.numPassedTests ?? 0;
  counts.failed += result?.numFailedTests ?? 0;
  counts.skipped += result?.numPendingTests ?? 0;
  // a file that does not even load fails no test, yet the run
  if (!ended && !result?.numFailedTests) counts.failed += 1;
}

function add(counts: Counts, passed: boolean): void {
  if (passed) counts.passed += 1;
  else counts.failed += 1;
}

function socketUrl(server: { socketFolder: string; port: number; superuser: string }): string {
  const query = new URLSearchParams({ host: server.socketFolder, port: String(server.port) });
  return `postgres://${server.superuser}@localhost/postgres?${query}`;
}

process.exitCode = await main(process.argv.slice(2));
