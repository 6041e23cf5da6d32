import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { type JoinedEngine, joinEngine } from './embedded-join.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silian-join-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function answers({ socketFolder, port, superuser }: JoinedEngine): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder, port, user: superuser, database: 'postgres' });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

it('joins the engine of a server that runs on the folder, and leaves it running', async () => {
  const server = await startEmbedded({ folder, temporary: true });
  const guest = await joinEngine({ folder });
  expect(guest.socketFolder).toBe(server.socketFolder);
  await guest.stop();
  expect(await answers(server)).toBe(true);
  await server.stop();
});

it('starts an engine where none runs, and ends it only after the last guest has left', async () => {
  const host = await joinEngine({ folder, temporary: true });
  const guest = await joinEngine({ folder, temporary: true });
  let ended = false;
  const ending = host.stop().then(() => {
    ended = true;
  });
  await sleep(600);
  expect([ended, await answers(guest)]).toEqual([false, true]);
  await guest.stop();
  await ending;
  expect(await answers(guest)).toBe(false);
});

it('gives two that start at once one engine', async () => {
  const both = await Promise.all([joinEngine({ folder, temporary: true }), joinEngine({ folder, temporary: true })]);
  expect(both[0].socketFolder).toBe(both[1].socketFolder);
  await Promise.all(both.map((engine) => engine.stop()));
});
