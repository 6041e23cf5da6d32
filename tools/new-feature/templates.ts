import type { FeatureNames } from './names.ts';
import { routesTest, rulesTest } from './test-templates.ts';

/** A complete small feature: a named record of a village that is listed, recorded and corrected. */
export function featureFiles(names: FeatureNames): Readonly<Record<string, string>> {
  return {
    'feature.ts': featureFile(names),
    'words.ts': wordsFile(names),
    'contract.ts': contractFile(names),
    'rules.ts': rulesFile(names),
    'schema.sql': schemaFile(names),
    'store.ts': storeFile(names),
    'routes.ts': routesFile(names),
    'rules.test.ts': rulesTest(names),
    'routes.test.ts': routesTest(names),
  };
}

function featureFile({ tier, folder, table, one }: FeatureNames): string {
  return `import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: '${folder}',
  tier: '${tier}',
  clauses: [],
  tables: [{ name: '${table}', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    '${one}.read': { roles: officeRoles, writes: false },
    '${one}.record': { roles: ['village_clerk'], writes: true },
    '${one}.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
`;
}

function wordsFile({ one, table, zh, en }: FeatureNames): string {
  const lower = en.toLowerCase();
  return `import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['${zh}', '${en}'],
  'act.${one}.read': ['查看${zh}', 'Read ${lower}'],
  'act.${one}.record': ['登记${zh}', 'Record ${lower}'],
  'act.${one}.correct': ['更正${zh}', 'Correct ${lower}'],
  'field.${one}.place': ['嘎查村', 'Village'],
  'field.${one}.name': ['名称', 'Name'],
  'field.${one}.startsOn': ['开始日期', 'Starts on'],
  'refusal.${table}_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.${table}_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
`;
}

function contractFile({ folder, one, One, Many, en }: FeatureNames): string {
  const lower = en.toLowerCase();
  return `import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const ${one}Draft = changeable.extend({ id: z.uuid(), place: z.int() });
export const ${one}Change = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const ${one}Key = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const ${one}Row = ${one}Draft.extend({ county: z.int(), revision: z.int() });

export const list${Many} = defineRoute({
  method: 'GET',
  path: '/${folder}',
  act: '${one}.read',
  summary: 'List ${lower}',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(${one}Row),
});

export const record${One} = defineRoute({
  method: 'POST',
  path: '/${folder}',
  act: '${one}.record',
  summary: 'Record ${lower}',
  body: ${one}Draft,
  reply: ${one}Row.pick({ county: true, id: true }),
});

export const correct${One} = defineRoute({
  method: 'PUT',
  path: '/${folder}/:county/:id',
  act: '${one}.correct',
  summary: 'Correct ${lower}',
  params: ${one}Key,
  body: ${one}Change,
  reply: ${one}Row.pick({ county: true, id: true }),
});
`;
}

function rulesFile({ table, One }: FeatureNames): string {
  return `import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface ${One}Draft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type Proposed${One} = ${One}Draft & { readonly place: Place };

export type ${One}Refusal = Refusal<'${table}_place' | '${table}_in_future'>;

/** Checks a draft before it is recorded; \`today\` is the day in Shanghai. */
export function propose${One}(draft: ${One}Draft, today: LocalDate): Result<Proposed${One}, ${One}Refusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('${table}_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('${table}_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
`;
}

export function schemaFile({ table }: FeatureNames): string {
  return `create table ${table} (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 1 and 100),
  starts_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index ${table}_place on ${table} (place, name);

create table ${table}_history (
  like ${table},
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
`;
}

function storeFile({ table, one, One, Many }: FeatureNames): string {
  return `import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { Proposed${One} } from './rules.ts';

export interface ${One}Row {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface ${One}Page {
  readonly rows: ${One}Row[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function list${Many}(tx: Tx, page: { limit: number; offset: number }): Promise<${One}Page> {
  const all = tx.db.selectFrom('${one}');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function find${One}(tx: Tx, key: RecordKey): Promise<${One}Row | undefined> {
  const found = tx.db.selectFrom('${one}').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function record${One}(tx: Tx, draft: Proposed${One}): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, '${table}', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correct${One}(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: Proposed${One}; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, '${table}', { key: change.key, set, reason: change.reason })) !== undefined;
}
`;
}

function routesFile({ one, One, Many }: FeatureNames): string {
  return `import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { propose${One} } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.list${Many}, async ({ tx, query }) => ok(await store.list${Many}(tx, query))),

  handle(contract.record${One}, async ({ tx, body, decide }) => {
    const refused = decide('${one}.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = propose${One}(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.record${One}(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correct${One}, async ({ tx, params, body, decide }) => {
    const known = await store.find${One}(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('${one}.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = propose${One}(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correct${One}(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
`;
}
