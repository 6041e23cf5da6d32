import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readDivisions } from '../src/app/data/divisions.ts';
import { features } from '../src/app/features.ts';
import { queues } from '../src/app/server/background.ts';
import { projectRoot } from '../src/app/server/options.ts';
import { catalogueVersion, recountMonths } from '../src/indicators/public.ts';
import { ensureParameters } from '../src/measure/public.ts';
import { systemActor } from '../src/platform/access/actor.ts';
import { type Database, type Engine, ensureDatabase, openDatabase, ownerRole } from '../src/platform/db/database.ts';
import type { EmbeddedServer } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { allTables, readViews } from '../src/platform/db/schema-files.ts';
import { transact } from '../src/platform/db/transact.ts';
import { createVault } from '../src/platform/db/vault.ts';
import { prepareJobs } from '../src/platform/jobs/jobs.ts';
import { type Month, monthOf, shiftMonth, todayInShanghai } from '../src/platform/pure/period.ts';
import { ok } from '../src/platform/pure/result.ts';
import { importPlaces } from '../src/registers/places/public.ts';
import { benchKey, type City, type CityFiles, copyFile, type Part, type Slice } from './city.ts';
import { type CopyTable, columnsOf, copyTables } from './copy.ts';

/** Full months in the cache, beside the current one: what a page of twelve lights reads. */
export const cachedMonths = 12;

type Address = Pick<EmbeddedServer, 'socketFolder' | 'port' | 'superuser'>;

const everywhere = { lo: 150_600_000_000, hi: 150_699_999_999 };

/** A database with the city's places, people and figures. */
export async function buildCity(server: Address, files: CityFiles, part: Part): Promise<City> {
  const database = await buildEmpty(server, `bench_${part}`);
  await asOwner(database, (owner) => loadPeople(owner, files, part === 'whole' ? ['tenth', 'rest'] : ['tenth']));
  await recountMonths(
    database.recount,
    shiftMonth(files.month, 1 - cachedMonths),
    monthOf(todayInShanghai(database.clock())),
  );
  await asOwner(database, (owner) => markCounted(owner, database));
  const census = files.census[part];
  return { database, files, part, census, households: census.households, residents: census.residents };
}

/** A database with the product's schema and the city's places, and nobody in it. */
export async function buildEmpty(server: Address, name: string): Promise<Database> {
  await asSuperuser(server, `create database ${name} owner ${ownerRole}`);
  const database = openCity(server, name);
  await asOwner(database, layOut);
  await fillPlaces(database);
  return database;
}

export function openCity(server: Address, name: string): Database {
  const engine: Engine = { kind: 'embedded', socketFolder: server.socketFolder, port: server.port, database: name };
  return openDatabase({ engine, vault: createVault(benchKey), tables: allTables(features) });
}

/** The schema as a start of the product makes it. */
async function layOut(owner: pg.Client): Promise<void> {
  const views = await readViews(features);
  await migrate(owner, { folder: join(projectRoot, 'migrations'), tables: allTables(features), views });
  await prepareJobs(owner, queues);
}

export async function fillPlaces(database: Database): Promise<void> {
  const divisions = await readDivisions('1506');
  const context = { actor: systemActor(everywhere, randomUUID()), act: 'bench.load' };
  const filled = await transact(database, context, async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, divisions, { stateOn: '2023-06-30' });
    return ok(true);
  });
  if (!filled.ok) throw new Error(filled.refusal.code);
}

/** `COPY` into tables without their further indexes, which are made afterwards: much faster for the large city. */
export async function loadPeople(owner: pg.Client, files: CityFiles, slices: readonly Slice[]): Promise<void> {
  const indexes = await dropIndexes(owner);
  for (const table of copyTables) {
    for (const slice of slices) await copyIn(owner, table, createReadStream(copyFile(files.folder, table, slice)));
  }
  await owner.query(`set maintenance_work_mem = '256MB'`);
  for (const statement of indexes) await owner.query(statement);
  await owner.query('vacuum analyze');
}

/** `COPY … FROM STDIN` of lines in its text form. */
export async function copyIn(owner: pg.Client, table: CopyTable, lines: Readable): Promise<void> {
  await pipeline(lines, owner.query(copyFrom(`copy ${table} (${columnsOf(table).join(', ')}) from stdin`)));
}

/** As a finished count would leave it, so that no background work runs beside the measurement. */
export async function markCounted(owner: pg.Client, database: Pick<Database, 'clock'>): Promise<void> {
  const month = monthOf(todayInShanghai(database.clock()));
  await owner.query('truncate figure_dirty');
  await owner.query(
    `insert into figure_state (one, catalogue_version, last_month, counted_at) values (true, $1, $2, now())
     on conflict (one) do update set catalogue_version = excluded.catalogue_version, last_month = excluded.last_month`,
    [catalogueVersion, month],
  );
}

/** Empties the cache of a month, so that a recount has everything to write. */
export async function forgetMonth(owner: pg.ClientBase, month: Month): Promise<void> {
  await owner.query('delete from figure where month = $1', [month]);
}

export async function asOwner<T>(database: Database, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await database.connectOwner();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Makes the owner of all databases, once per engine. */
export function prepareEngine(server: Address): Promise<void> {
  return ensureDatabase(server, 'bench');
}

/** Writes all pages and ends a checkpoint, so that the next block does not share the disk with the last one. */
export function checkpoint(server: Address): Promise<void> {
  return asSuperuser(server, 'checkpoint');
}

async function asSuperuser(server: Address, statement: string): Promise<void> {
  const { socketFolder: host, port, superuser: user } = server;
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropIndexes(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index as i where i.indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint as c where c.conindid = i.indexrelid)`,
    [[...copyTables]],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}
