import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { mayDo } from '../platform/access/rules.ts';
import type { RouteContract } from '../platform/http/contract.ts';
import { asksForOne, fresh, namedBy, senders, subjects, wanted } from './rights.data.ts';
import { organisationOf } from './rights-canary.testing.ts';
import type { Gate, Reply, Request, Sitter } from './rights-gate.testing.ts';
import { plantedIndicator, type StoredRow } from './rights-plant-store.testing.ts';
import { type Ref, referencesOf, type SampleOptions, type Source, sampleOf } from './rights-samples.testing.ts';
import type { Plot } from './rights-world-store.testing.ts';

/** The records of a plot that requests can name, and its place. */
export interface Ground extends Source {
  readonly label: string;
  readonly tables: readonly string[];
  /** values for a parameter that is a code: of an indicator, of a parameter of the measure */
  readonly codes: readonly string[];
  /** values of other columns by which records are named */
  readonly names: ReadonlyMap<string, string>;
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
      organisationId: organisationOf(table.replace(/_history$/, ''), row),
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
    names: namesIn(rows.filter(({ row }) => Number(row.place) === plot.place)),
    ref: (table) => refs.get(table),
    nextId: randomUUID,
  };
}

function namesIn(rows: readonly StoredRow[]): ReadonlyMap<string, string> {
  const columns = Object.values(namedBy);
  return new Map(
    rows.flatMap(({ row }) =>
      columns.flatMap((column) => (row[column] ? [[column, String(row[column])] as const] : [])),
    ),
  );
}

/** A place and ids that are nobody's. */
export function nowhere(place: number): Ground {
  return {
    label: 'nowhere',
    place,
    tables: [],
    codes: [plantedIndicator],
    names: new Map(),
    ref: (table) => ({
      table,
      county: Math.floor(place / 1_000_000),
      place,
      id: randomUUID(),
      revision: 1,
      organisationId: undefined,
    }),
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
  const { home = ground, references = asksForOne.includes(cover.address), swap } = options;
  const more = wanted[cover.address];
  // an upload is told the id of the record it makes
  const sent = (table: string) => (senders.includes(table) ? home.ref(table) : undefined);
  const named = contract.upload ? { ...home, ref: sent } : home;
  const sampling = { address: cover.address, home: named, subject, references, swap, fresh: fresh[cover.address] };
  return {
    contract,
    params: paramsOf(cover, ground),
    ...(contract.query ? { query: { ...sampled(contract.query, sampling), ...more } } : {}),
    ...(contract.body && !contract.upload ? { body: { ...sampled(contract.body, sampling), ...more } } : {}),
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
    else params[name] = words[name] ?? ground.names.get(namedBy[name] ?? '') ?? firstChoice(contract, name) ?? 7;
  }
  return params;
}

function sampled(shape: z.ZodType, sampling: SampleOptions): Record<string, unknown> {
  return sampleOf(shape, sampling) as Record<string, unknown>;
}

/** Of a parameter that is one of a few words, the first. */
function firstChoice({ params }: RouteContract, name: string): string | undefined {
  const shape = params instanceof z.ZodObject ? params.shape[name] : undefined;
  return shape instanceof z.ZodEnum ? String(shape.options[0]) : undefined;
}

/** The fields by which a request can name a place or a record beside its path. */
export function swappableOf(contract: RouteContract, home: Source): readonly string[] {
  const shapes = [contract.query, contract.upload ? undefined : contract.body];
  const keys = new Set(shapes.flatMap((shape) => referencesOf(shape, home)));
  const made = fresh[`${contract.method} ${contract.path}`] ?? [];
  return [...keys].filter((key) => !made.includes(key) && !(contract.upload && key.endsWith('Id')));
}

export interface Exploration {
  readonly gate: Gate;
  readonly ground: Ground;
  readonly sitters: readonly Sitter[];
  readonly files: readonly NonNullable<Request['file']>[];
}

/**
 * Finds, for every route, the records it is about, by trying what stands at home; the best answer is kept. An answer about
 * the input alone would be the same for every record, and one about the record itself says that it was found.
 */
export async function exploreRoute(exploration: Exploration, contract: RouteContract): Promise<Cover> {
  const { gate, ground, sitters, files } = exploration;
  const address = `${contract.method} ${contract.path}`;
  let best: Cover = { contract, address, tables: {}, words: {}, file: undefined, status: 404 };
  const able = sitters.filter((sitter) => canUse(gate, sitter, contract));
  for (const cover of coversOf(contract, ground, contract.upload ? files : [undefined])) {
    if (worth(best) > 0 && !sameSubject(cover, best)) return best;
    for (const sitter of able) {
      const reply = await gate.rehearse(sitter, requestOf(cover, ground));
      if (worth(reply) > worth(best)) best = { ...cover, status: reply.status };
      if (reply.status === 200) return best;
    }
  }
  return best;
}

function sameSubject(one: Cover, other: Cover): boolean {
  return Object.entries(one.tables).every(([name, table]) => other.tables[name] === table);
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
  const ids = names.filter((name) => idParameter.test(name) && !(name in namedBy));
  let choices: Record<string, string>[] = [{}];
  for (const name of ids) {
    const known = tablesFor(contract, name, ground);
    choices = choices.flatMap((choice) => known.map((table) => ({ ...choice, [name]: table })));
  }
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

/** Tables whose words stand in the path, or in the name of a second parameter, come first; others only where none does. */
function tablesFor({ path }: RouteContract, name: string, ground: Ground): readonly string[] {
  const named = Object.entries(subjects).find(([key]) => {
    const [beginning, parameter] = key.split(' ');
    return parameter === name && path.startsWith(`/${beginning}/`);
  });
  if (named) return [named[1]];
  const words = (name === 'id' ? path : name).toLowerCase();
  const closeness = (table: string) =>
    table.split('_').filter((word) => words.includes(word.replace(/y$/, ''))).length - table.split('_').length / 10;
  const known = ground.tables.toSorted((a, b) => closeness(b) - closeness(a));
  const close = known.filter((table) => closeness(table) > 0);
  return close.length > 0 ? close : known;
}
