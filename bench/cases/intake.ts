import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../../src/platform/db/database.ts';
import { readRows } from '../../src/platform/sheets/read.ts';
import { householdSheet } from '../../src/registers/households/sheet-contract.ts';
import type { Bench, Case, Line } from '../case.ts';
import { startServer } from '../child.ts';
import { benchKey, listVillages } from '../city.ts';
import { type CopyTable, columnsOf } from '../copy.ts';
import { asOwner, copyIn } from '../database.ts';
import { peakMegabytes } from '../machine.ts';
import { type PeopleSheet, writePeople } from '../people-sheet.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { median } from '../verdict.ts';
import { type Seat, takeSeat, type Visitor, visit } from '../visitor.ts';

const tables = ['household', 'resident', 'resident_key'] as const satisfies readonly CopyTable[];
const rowsAt = { small: 10_000, full: 100_000 } as const;

/** P1: a workbook sent over HTTP and taken in whole, against reading it and copying the same rows into the same tables. */
export const intake: Case = {
  code: 'P1',
  name: 'import',
  async run(bench) {
    const database = await bench.emptyCity('bench_import');
    try {
      return await runIn(bench, database);
    } finally {
      await database.close();
    }
  },
};

async function runIn(bench: Bench, database: Database): Promise<readonly Line[]> {
  const all = await listVillages();
  const township = Math.floor((all[0] ?? 0) / 1_000) * 1_000;
  const villages = all.filter((village) => Math.floor(village / 1_000) * 1_000 === township);
  const rows = rowsAt[bench.size];
  const large = await writePeople({ rows, villages, seed: bench.seed });
  const small = await writePeople({ rows: rows / 10, villages, seed: bench.seed });
  const seat = await takeSeat(database, 'township_clerk', township);
  // what the refresh does after an import would run beside the next round of the floor
  const server = await startServer({ kind: 'ours', engine: database.engine, key: benchKey, background: false });
  const clerk = visit(server.port, seat);
  try {
    return await asOwner(database, async (owner) => {
      const smallMs = median(await repeat(() => takeIn({ owner, clerk, sheet: small }), 4));
      await bench.settle();
      const line = await measure(bench, { owner, clerk, seat, sheet: large });
      const growth = {
        small: { size: small.rows, cost: smallMs },
        large: { size: large.rows, cost: median(line.ours) },
      };
      return [{ ...line, growth }, peakLine(peakMegabytes(server.pid), large)];
    });
  } finally {
    clerk.leave();
    await server.stop();
  }
}

interface Intake {
  readonly owner: pg.Client;
  readonly clerk: Visitor;
  readonly sheet: PeopleSheet;
}

async function measure(bench: Bench, intake: Intake & { readonly seat: Seat }): Promise<Line> {
  const { owner, sheet } = intake;
  await takeIn(intake);
  const wrong = await findWrong(owner, sheet);
  const copies = new Map<CopyTable, Buffer>();
  for (const table of tables) {
    copies.set(table, await buffer(owner.query(copyTo(`copy ${table} (${columnsOf(table).join(', ')}) to stdout`))));
  }
  const series = await alternate(
    { floor: () => readAndCopy(owner, sheet, copies), ours: () => takeIn(intake) },
    bench.effort,
  );
  return {
    ...series,
    what: 'workbook of 24 columns, over HTTP',
    size: `${sheet.rows} rows, ${(sheet.bytes.length / 1_048_576).toFixed(1)} MB`,
    unit: 'ms',
    goals: [{ kind: 'ratio', most: 2.5 }],
    correct: wrong === undefined,
    ...(wrong ? { note: wrong } : {}),
  };
}

interface Report {
  readonly inserted: number;
  readonly rejected: number;
}

/** Into empty tables: everything is new. */
async function takeIn({ owner, clerk, sheet }: Intake): Promise<number> {
  await empty(owner);
  const { body, ms } = await clerk.upload<Report>('/households/import', {
    name: 'households.xlsx',
    bytes: sheet.bytes,
  });
  if (body.inserted !== sheet.rows)
    throw new Error(`${body.inserted} of ${sheet.rows} rows, ${body.rejected} rejected`);
  return ms;
}

async function readAndCopy(
  owner: pg.Client,
  sheet: PeopleSheet,
  copies: ReadonlyMap<CopyTable, Buffer>,
): Promise<number> {
  await empty(owner);
  return time(async () => {
    const reading = await readRows(sheet.bytes, householdSheet);
    if (!reading.ok) throw new Error(reading.refusal.code);
    let read = 0;
    for await (const row of reading.value.rows()) read += row.rowNumber > 0 ? 1 : 0;
    if (read !== sheet.rows) throw new Error(`read ${read} of ${sheet.rows} rows`);
    await owner.query('begin');
    for (const [table, lines] of copies) await copyIn(owner, table, Readable.from([lines]));
    await owner.query('commit');
  });
}

/** Everybody of the sheet stands where the sheet says, under the right name, and nobody else. */
async function findWrong(owner: pg.Client, sheet: PeopleSheet): Promise<string | undefined> {
  const { rows } = await owner.query<{ line: string }>(
    `select r.place || ' ' || h.number || ' ' || r.name || ' ' || r.id_last4 as line
     from resident as r join household as h on h.county = r.county and h.id = r.household_id
     join resident_key as k on k.id_number_hash = r.id_number_hash and k.resident_id = r.id`,
  );
  const found = rows.map((row) => row.line).toSorted();
  const at = sheet.wanted.findIndex((line, index) => line !== found[index]);
  if (at >= 0) return `row ${at} of the sheet is not there`;
  return found.length === sheet.rows ? undefined : `${found.length} people from ${sheet.rows} rows`;
}

async function empty(owner: pg.Client): Promise<void> {
  await owner.query(
    'truncate resident, household, household_history, resident_history, resident_key, household_import, figure_dirty cascade',
  );
}

function peakLine(megabytes: number, sheet: PeopleSheet): Line {
  return {
    what: 'highest memory of the server',
    size: `${sheet.rows} rows`,
    unit: 'MB',
    ours: [megabytes],
    goals: [{ kind: 'amount', most: 300 }],
    correct: true,
  };
}
