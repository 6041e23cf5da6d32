import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { quickSteps } from './check.ts';
import { findChromium } from './chromium.ts';
import { makeFastFolder } from './fast-folder.ts';
import { bin, root, runStep } from './run-step.ts';
import { startSecondPostgres } from './second-postgres.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** a line or two for each failure, told once more at the end: a log may be cut before it */
  readonly failures: string[];
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
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const folder = await makeFastFolder('silian-test-');
  try {
    if (filters.length === 0) for (const step of quickSteps) add(counts, step.name, await runStep(step));
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
  if (counts.failures.length > 0) console.log(`\nfailed:\n${counts.failures.join('\n')}`);
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
  const second = await startSecondPostgres().catch((error: Error) => error);
  if (second instanceof Error) return add(counts, `second PostgreSQL: ${second.message}`, false);
  try {
    await runTests(counts, {
      name: 'the same store and route tests on a second PostgreSQL',
      url: second.url,
      folder,
      filters: databaseTests,
      env: { TEST_ENGINE: 'second' },
    });
  } finally {
    await second.stop();
  }
}

async function runStories(counts: Counts, run: TestRun): Promise<void> {
  const chromium = await findChromium();
  if ('reason' in chromium) {
    console.error(`stories: no browser: ${chromium.reason}`);
    add(counts, 'stories', false);
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
    // a log that is read later holds dots, not their colours
    env: { TEST_DATABASE_URL: run.url, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...run.env },
  });
  const result = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  counts.passed += result?.numPassedTests ?? 0;
  counts.failed += result?.numFailedTests ?? 0;
  counts.skipped += result?.numPendingTests ?? 0;
  counts.failures.push(...failuresIn(run.name, result));
  // a file that does not even load fails no test, yet the run
  if (!ended && !result?.numFailedTests) counts.failed += 1;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Where, what, and the beginning of why. */
function failuresIn(phase: string, report: Report | undefined): string[] {
  if (report === undefined) return [`  ${phase}: ended without a report`];
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = `  ${phase}: ${relative(root, name)}`;
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${file}\n      ${beginning(message)}`];
      return failed.map((one) => `${file}: ${one.fullName}\n      ${beginning(one.failureMessages[0] ?? '')}`);
    });
}

function beginning(message: string): string {
  return message.slice(0, 600).split('\n').slice(0, 8).join('\n      ');
}

function add(counts: Counts, name: string, passed: boolean): void {
  if (passed) {
    counts.passed += 1;
    return;
  }
  counts.failed += 1;
  counts.failures.push(`  ${name}`);
}

function socketUrl(server: { socketFolder: string; port: number; superuser: string }): string {
  const query = new URLSearchParams({ host: server.socketFolder, port: String(server.port) });
  return `postgres://${server.superuser}@localhost/postgres?${query}`;
}

process.exitCode = await main(process.argv.slice(2));
