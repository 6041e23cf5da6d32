import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EntryDraft } from '../src/platform/ledger/ledger-store.ts';
import type { Bench, Line } from './case.ts';
import { repeat, time } from './rounds.ts';

const run = promisify(execFile);
/** Reading a million postings takes it most of a minute: fewer rounds than ours. */
const rounds = 3;

export interface Rivalry {
  readonly name: string;
  readonly entries: readonly EntryDraft[];
  /** what the same postings cost us, in milliseconds */
  readonly ours: readonly number[];
  readonly most: number;
  /** whether hledger's balances by account, as decimal texts without zeros, are those of our own books */
  readonly agrees: (balances: ReadonlyMap<string, string>) => boolean;
}

/** hledger, reading the identical postings and adding them up by account, as the floor; no line where it is not installed. */
export async function againstHledger(bench: Bench, rivalry: Rivalry): Promise<readonly Line[]> {
  const { name, entries, ours, most, agrees } = rivalry;
  if (!(await isInstalled())) {
    bench.log(`hledger is not installed: ${name} is not measured against it`);
    return [];
  }
  const file = join(bench.folder, `${name}.journal`);
  await writeFile(file, entries.map(journalText).join('\n'));
  let balances: ReadonlyMap<string, string> = new Map();
  const floor = await repeat(async () => {
    return time(async () => {
      balances = await readBalances(file);
    });
  }, rounds);
  return [
    {
      what: 'against hledger, the same postings',
      size: `${entries.length * 2} lines`,
      unit: 'ms',
      floor,
      ours,
      goals: [{ kind: 'ratio', most }],
      correct: agrees(balances),
    },
  ];
}

async function isInstalled(): Promise<boolean> {
  return run('hledger', ['--version']).then(
    () => true,
    () => false,
  );
}

function journalText({ occurredOn, memo, lines }: EntryDraft): string {
  return `${occurredOn} ${memo}\n${lines.map(({ code, amount }) => `    ${code}  ${amount}\n`).join('')}`;
}

async function readBalances(file: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run('hledger', ['-f', file, 'balance', '--flat', '--no-total', '--output-format', 'csv'], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return new Map(
    [...stdout.matchAll(/^"(\d+)","(-?\d+)"\r?$/gm)].map(([, code = '', balance = '']) => [code, balance]),
  );
}
