import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/app/server/options.ts';
import type { Case } from '../case.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** What a browser loads before the home page stands: the entry, what it imports, the home page and its panels. */
export const entry: Case = {
  code: 'desk',
  name: 'entry',
  async run(bench) {
    const folder = join(bench.folder, 'web');
    await build(folder);
    const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
    const files = [...homeFiles(manifest)].filter((file) => file.endsWith('.js'));
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
    return [
      {
        what: 'script of the home page, gz',
        size: `${files.length} files`,
        unit: 'KB',
        ours: [sizes.reduce((sum, size) => sum + size, 0) / 1024],
        goals: [{ kind: 'amount', most: 320 }],
        correct: files.length > 1,
      },
    ];
  },
};

/** Built here, so that it is the size of these sources and not of an earlier build. */
async function build(folder: string): Promise<void> {
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the pages do not build: ${code}`);
}

function homeFiles(manifest: Manifest): ReadonlySet<string> {
  const files = new Set<string>();
  function follow(key: string): void {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const name of chunk.imports ?? []) follow(name);
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) follow(key);
  const home = Object.keys(manifest).find((key) => key.endsWith('Home.tsx'));
  if (!home) throw new Error('no home page in the manifest');
  follow(home);
  for (const panel of manifest[home]?.dynamicImports ?? []) follow(panel);
  return files;
}
