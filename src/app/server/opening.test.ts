import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { databaseName } from './options.ts';

let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silian-opening-'));
  const first = await start();
  await first.stop();
}, 240_000);
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly address: string;
  readonly said: () => string;
  stop(): Promise<void>;
}

function run(): { readonly child: ChildProcess; readonly said: () => string } {
  const main = join(import.meta.dirname, 'main.ts');
  const args = ['--disable-warning=ExperimentalWarning', main, '--empty', '--data', folder, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function start(): Promise<Started> {
  const { child, said } = run();
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said()}`)));
  });
  return {
    address,
    said,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function look(address: string) {
  const answer = await fetch(address);
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = / 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  const own = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  const text = JSON.stringify([answer.status, own, await answer.text()]);
  return { at: performance.now(), text: text.replaceAll(nonce, 'NONCE') };
}

it('shows the sign-in page before the program is loaded, and answers what was asked meanwhile', async () => {
  const { address, said, stop } = await start();
  const api = fetch(`${address}/api/demo-accounts`).then(async (answer) => ({
    at: performance.now(),
    status: answer.status,
    body: await answer.json(),
  }));
  const early = await look(address);
  const answered = await api;
  expect(answered).toMatchObject({ status: 200, body: { demo: false, accounts: [] } });
  expect(early.at).toBeLessThan(answered.at);
  const late = await look(address);
  expect(late.text).toBe(early.text);
  expect(early.text).toContain('id=\\"root\\"');
  expect(said().match(/http:/g)).toHaveLength(2);
  await stop();
}, 120_000);

it('says no address when the database is newer than the program', async () => {
  const server = await startEmbedded({ folder });
  const owner = new pg.Client({
    ...{ host: server.socketFolder, port: server.port, user: server.superuser, database: databaseName },
  });
  await owner.connect();
  await owner.query(`insert into migration (name, checksum, steps_done) values ('9999_of_tomorrow', 'x', 1)`);
  await owner.end();
  await server.stop();
  const { child, said } = run();
  const [code] = await once(child, 'exit');
  expect(code).toBe(2);
  expect(said()).toContain('9999_of_tomorrow');
  expect(said()).not.toContain('http');
}, 120_000);

it('says no address when another works in the folder', async () => {
  const server = await startEmbedded({ folder });
  const { child, said } = run();
  const [code] = await once(child, 'exit');
  await server.stop();
  expect(code).toBe(2);
  expect(said()).toContain(String(process.pid));
  expect(said()).not.toContain('http');
}, 120_000);
