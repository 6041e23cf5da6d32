import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './server/options.ts';

interface Case {
  readonly number: number;
  readonly state: string;
  readonly proofs: readonly { readonly file: string; readonly titles: readonly string[] }[];
}

const casesHere = 82;
const states = /^(proved|part|not built yet: belongs to issue \d|review \d{4}-\d{2}-\d{2}: |open: )/;

let page: string;
let cases: readonly Case[];
let tests: ReadonlyMap<string, string>;

beforeAll(async () => {
  page = await readFile(join(projectRoot, 'docs', 'ABUSE-CASES.md'), 'utf8');
  cases = page.split('\n').flatMap((line) => readCase(line) ?? []);
  const names = (await readdir(join(projectRoot, 'src'), { recursive: true })).filter((name) =>
    /\.test\.tsx?$/.test(name),
  );
  const read = async (name: string) =>
    [`src/${name.replaceAll('\\', '/')}`, await readFile(join(projectRoot, 'src', name), 'utf8')] as const;
  tests = new Map(await Promise.all(names.map(read)));
});

function readCase(line: string): Case | undefined {
  const [, number, , state = '', proof = ''] = /^\| (\d+) \| (.*?) \| (.*?) \| (.*?) ?\|$/.exec(line) ?? [];
  return number === undefined ? undefined : { number: Number(number), state, proofs: readProofs(proof) };
}

function readProofs(text: string): Case['proofs'] {
  return [...text.matchAll(/`([\w./-]+)`((?: “[^”]+”)+)/g)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }));
}

/** The numbers of abuse cases that the titles of a test file claim to prove. */
function claimsOf(text: string): number[] {
  const leading = [...text.matchAll(/['"`]((?:[APR]\d{1,3} )+)/g)].flatMap(([, tags = '']) => tags.split(' '));
  const quoted = [...text.matchAll(/\(quality ([^)]*)\)/g)].flatMap(([, tags = '']) => tags.split(/[ ,]+/));
  const numbers = [...leading, ...quoted].flatMap((tag) => /^A(\d+)$/.exec(tag)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].filter((number) => number <= casesHere);
}

describe('the page of abuse cases', () => {
  it('has every case once, in order, with a state', () => {
    expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: casesHere }, (_, index) => index + 1));
    expect(cases.filter(({ state }) => !states.test(state)).map(({ number, state }) => `${number} ${state}`)).toEqual(
      [],
    );
  });

  it('proves what it calls proved', () => {
    const bare = cases.filter(({ state, proofs }) => /^(proved|part)/.test(state) && proofs.length === 0);
    expect(bare.map(({ number }) => number)).toEqual([]);
  });

  it('names tests that exist, by titles that stand in them', () => {
    const proofs = [...cases.flatMap((one) => one.proofs), ...readProofs(page.replaceAll('\n', ' '))];
    const missing = proofs.flatMap(({ file, titles }) => {
      const text = tests.get(file);
      if (text === undefined) return [`${file} is not there`];
      return titles.filter((title) => !text.includes(title)).map((title) => `${file} has no “${title}”`);
    });
    expect(proofs.length).toBeGreaterThan(80);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('knows every test that claims to prove a case', () => {
    const unnamed = [...tests].flatMap(([file, text]) =>
      claimsOf(text)
        .filter(
          (number) => !cases.some((one) => one.number === number && one.proofs.some((proof) => proof.file === file)),
        )
        .map((number) => `case ${number} is proved by ${file}`),
    );
    expect(unnamed).toEqual([]);
  });
});
