import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSource, type Source } from './syntax.ts';

/** The repository as the rules read it: every tracked text file once, every source file parsed once. */
export interface Tree {
  readonly texts: readonly TextFile[];
  readonly sources: readonly Source[];
  /** the imports of all sources, resolved */
  readonly links: readonly Link[];
  linksFrom(path: string): readonly Link[];
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Link {
  readonly from: string;
  readonly line: number;
  /** as written; absent where the name is known only at run time */
  readonly specifier: string | undefined;
  /** the file named, if the specifier is relative; it need not exist */
  readonly to: string | undefined;
  readonly exists: boolean;
}

export function readTree(root: string): Tree {
  const paths = listFiles(root);
  const texts = paths.flatMap((path) => {
    const text = readText(join(root, path));
    return text === undefined ? [] : [{ path, text }];
  });
  const sources = texts.filter((file) => isSource(file.path)).map((file) => parseSource(file.path, file.text));
  const known = new Set(paths);
  const bySource = new Map(sources.map((source) => [source.path, linksOf(source, known)]));
  return {
    texts,
    sources,
    links: [...bySource.values()].flat(),
    linksFrom: (path) => bySource.get(path) ?? [],
  };
}

export function isSource(path: string): boolean {
  return /\.(ts|tsx|mts|js|mjs)$/.test(path);
}

function linksOf(source: Source, known: ReadonlySet<string>): Link[] {
  return source.imports.map(({ specifier, line }) => {
    const relative = specifier?.startsWith('.') ? specifier.replace(/\?.*$/, '') : undefined;
    const to = relative === undefined ? undefined : posix.join(posix.dirname(source.path), relative);
    return { from: source.path, line, specifier, to, exists: to !== undefined && known.has(to) };
  });
}

/** Files that belong to the repository, sorted: all but what `.gitignore` at the root leaves out. */
function listFiles(root: string): string[] {
  const ignores = readIgnores(root);
  const found: string[] = [];
  function walk(folder: string): void {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (ignores.some((ignore) => ignore(path, entry.name))) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  walk('');
  return found.sort();
}

type Ignore = (path: string, name: string) => boolean;

/** The plain patterns only: `name`, `folder/`, `*.ending`, `path/from/root`. */
function readIgnores(root: string): Ignore[] {
  const lines = (readText(join(root, '.gitignore')) ?? '').split('\n').map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'));
  return ['.git', 'node_modules', ...patterns].map((pattern) => {
    const bare = pattern.replace(/^\/|\/$/g, '');
    const shape = new RegExp(`^${bare.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
    const anchored = pattern.startsWith('/') || bare.includes('/');
    return (path, name) => shape.test(anchored ? path : name);
  });
}

/** `undefined` for a file that is absent or not text. */
function readText(file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    // Other people's temporary files may vanish between the listing and the reading.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return bytes.subarray(0, 8000).includes(0) ? undefined : bytes.toString('utf8');
}
