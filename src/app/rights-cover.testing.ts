import { randomUUID } from 'node:crypto';
import { mayDo } from '../platform/access/rules.ts';
import type { RouteContract } from '../platform/http/contract.ts';
import type { Gate, Reply, Request, Sitter } from './rights-gate.testing.ts';
import { plantedIndicator, type StoredRow } from './rights-plant-store.testing.ts';
import { type Ref, referencesOf, type Source, sampleOf } from './rights-samples.testing.ts';
import type { Plot } from './rights-world-store.testing.ts';

/** The records of a plot that requests can name, and its place. */
export interface Ground extends Source {
  readonly label: string;
  readonly tables: readonly string[];
  /** values for a parameter that is a code: of an indicator, of a parameter of the measure */
  readonly codes: readonly string[];
}

/** How to reach what a route is about: which table each of its parameters names. */
export interface Cover {
  readonly contract: RouteContract;
  readonly address: string;
  /** tables by parameter that holds an id */
  readonly tables: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string | number>>;
  readonly file: Request['file'];
  /** the best answer somebody got for what is his own */
  readonly status: number;
}

const idParameter = /^(id|[a-z]+Id)$/i;

/** What one can name at a plot: the newest row of each table. */
export function groundOf(plot: Pick<Plot, 'label' | 'place'>, rows: readonly StoredRow[]): Ground {
  const refs = new Map<string, Ref>();
  for (const { table, row } of rows) {
    const here = Number(row.place ?? row.from_code ?? plot.place) === plot.place;
    if (!here || refs.has(table)) continue;
    refs.set(table, {
      table,
      county: Math.floor(plot.place / 1_000_000),
      place: plot.place,
      id: String(row.id ?? ''),
      revision: Math.max(1, Number(row.revision ?? 1)),
    });
  }
  return {
    label: plot.label,
    place: plot.place,
    tables: [...refs.values()].filter(({ id }) => /^([0-9a-f-]{36}|[0-9a-f]{64})$/.test(id)).map(({ table }) => table),
    codes: [
      plantedIndicator,
      ...new Map(rows.flatMap(({ table, row }) => (typeof row.code === 'string' ? [[table, row.code]] : []))).values(),
    ],
    ref: (table) => refs.get(table),
    nextId: randomUUID,
  };
}

/** A place and ids that are nobody's. */
export function nowhere(place: number): Ground {
  return {
    label: 'nowhere',
    place,
    tables: [],
    codes: [plantedIndicator],
    ref: (table) => ({ table, county: Math.floor(place / 1_000_000), place, id: randomUUID(), revision: 1 }),
    nextId: randomUUID,
  };
}

/** A request for what stands on the ground; ids of the body are taken from `home`. */
export function requestOf(
  cover: Cover,
  ground: Ground,
  options: {
    readonly home?: Ground;
    readonly swap?: { key: string; from: Source };
    readonly references?: boolean;
  } = {},
): Request {
  const { contract } = cover;
  const subject = ground.ref(cover.tables.id ?? '');
  const { home = ground, references = false, swap } = options;
  // an upload is told the id of the record it makes
  const named = contract.upload ? { ...home, ref: () => undefined } : home;
  const sampling = { home: named, subject, references, swap };
  return {
    contract,
    params: paramsOf(cover, ground),
    ...(contract.query ? { query: sampleOf(contract.query, sampling) } : {}),
    ...(contract.body && !contract.upload ? { body: sampleOf(contract.body, sampling) } : {}),
    ...(cover.file ? { file: cover.file } : {}),
  };
}

function paramsOf({ contract, tables, words }: Cover, ground: Ground): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  for (const [, name = ''] of contract.path.matchAll(/:(\w+)/g)) {
    const table = tables[name];
    if (table !== undefined) params[name] = ground.ref(table)?.id ?? randomUUID();
    else if (name === 'county') params[name] = Math.floor(ground.place / 1_000_000);
    else if (name === 'place') params[name] = ground.place;
    else if (name === 'table') params[name] = tables.id ?? '';
    else params[name] = words[name] ?? 7;
  }
  return params;
}

/** The fields by which a request can name a place or a record beside its path. */
export function swappableOf(contract: RouteContract, home: Source): readonly string[] {
  const shapes = [contract.query, contract.upload ? undefined : contract.body];
  const keys = new Set(shapes.flatMap((shape) => referencesOf(shape, home)));
  return [...keys].filter((key) => !(contract.upload && key.endsWith('Id')));
}

export interface Exploration {
  readonly gate: Gate;
  readonly ground: Ground;
  readonly sitters: readonly Sitter[];
  readonly files: readonly NonNullable<Request['file']>[];
}

/** Finds, for every route, the records it is about, by trying what stands at home; the best answer is kept. */
export async function exploreRoute(exploration: Exploration, contract: RouteContract): Promise<Cover> {
  const { gate, ground, sitters, files } = exploration;
  const address = `${contract.method} ${contract.path}`;
  let best: Cover = { contract, address, tables: {}, words: {}, file: undefined, status: 404 };
  const able = sitters.filter((sitter) => canUse(gate, sitter, contract));
  for (const cover of coversOf(contract, ground, contract.upload ? files : [undefined])) {
    for (const sitter of able) {
      const reply = await gate.rehearse(sitter, requestOf(cover, ground));
      if (worth(reply) > worth(best)) best = { ...cover, status: reply.status };
      if (reply.status === 200) return best;
    }
  }
  return best;
}

export function canUse(gate: Gate, { seat }: Sitter, contract: RouteContract): boolean {
  const { role } = seat;
  const actor = { accountId: '', positionId: '', name: '', role, address: '', requestId: '' };
  return mayDo(gate.product.acts, actor, contract.act);
}

/** An answer about the record itself is worth more than one that only shows that it was found. */
function worth({ status }: Pick<Reply, 'status'>): number {
  if (status === 200) return 3;
  if (status === 409 || status === 422) return 2;
  return status === 400 ? 1 : 0;
}

function coversOf(contract: RouteContract, ground: Ground, files: readonly Request['file'][]): Cover[] {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const ids = names.filter((name) => idParameter.test(name));
  const known = ground.tables.toSorted((a, b) => closeness(contract, b) - closeness(contract, a));
  let choices: Record<string, string>[] = [{}];
  for (const name of ids) choices = choices.flatMap((choice) => known.map((table) => ({ ...choice, [name]: table })));
  const texts: Record<string, string | number>[] = names.includes('code')
    ? ground.codes.map((code) => ({ code }))
    : [{}];
  return choices.flatMap((tables) =>
    texts.flatMap((words) =>
      files.map((file) => ({
        contract,
        address: `${contract.method} ${contract.path}`,
        tables,
        words,
        file,
        status: 0,
      })),
    ),
  );
}

/** Tables whose words stand in the path are tried first. */
function closeness(contract: RouteContract, table: string): number {
  const words = contract.path.toLowerCase();
  return (
    table.split('_').filter((word) => words.includes(word.replace(/y$/, ''))).length - table.split('_').length / 10
  );
}
