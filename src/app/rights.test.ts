import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTables } from '../platform/db/schema-files.ts';
import { writeTemplate } from '../platform/sheets/template.ts';
import { householdSheet } from '../registers/households/sheet-contract.ts';
import { seededRandom } from './demo/random.ts';
import { features } from './features.ts';
import { collectCanaries } from './rights-canary.ts';
import { type Cover, exploreRoute, type Ground, groundOf } from './rights-cover.ts';
import { type Gate, openGate, type Request, type Sitter } from './rights-gate.ts';
import { digestTables, placedTables, readAccounts, readRows, type StoredRow } from './rights-plant-store.ts';
import { seatsOf } from './rights-seats.ts';
import { type Field, type Findings, inParallel, walkSeat } from './rights-walk.ts';
import { fellowMarker, makeWorld, type World } from './rights-world-store.ts';

const seed = 20180601;
const specs = allTables(features);
const keyTables = specs.filter(({ kind }) => kind === 'key' || kind === 'reference').map(({ name }) => name);
const tables = placedTables(specs);

/** Routes that answer otherwise on purpose. */
const declared: Readonly<Record<string, string>> = {
  'POST /submissions/approve': 'answers place by place, and says not_found for the others',
  'POST /accounts/:id/positions': 'a newcomer holds nothing in the range yet, so that he is known by his id alone',
};

let world: World;
let gate: Gate;
let sitters: readonly Sitter[];
let field: Field;
let before: string;
const findings: Findings = { faults: [], own: new Map() };

beforeAll(async () => {
  world = await makeWorld(seed);
  gate = await openGate(world);
  sitters = await Promise.all(seatsOf(world).map((seat) => gate.sit(seat)));
  field = await layOut();
  before = await digestTables(world.owner, [...tables, ...keyTables]);
}, 120_000);
afterAll(async () => {
  await gate?.close();
  await world?.owner.end();
  await world?.database.drop();
});

async function layOut(): Promise<Field> {
  const rows = [...(await readRows(world.owner, tables)), ...(await readAccounts(world.owner))];
  const grounds = makeGrounds(rows, await readRows(world.owner, keyTables));
  const [home] = grounds;
  if (!home) throw new Error('no ground');
  const random = seededRandom(seed);
  return {
    gate,
    covers: await explore(home),
    grounds,
    canaries: collectCanaries(rows, world.database.vault),
    random,
    guarded: new Set([...tables, 'account', 'position', 'session']),
    declared,
  };
}

/** The villages, and inside the home village what belongs to the other household. */
function makeGrounds(rows: readonly StoredRow[], shared: readonly StoredRow[]): Ground[] {
  const isFellow = ({ row }: StoredRow) => row.household_id === world.fellow.id || JSON.stringify(row).includes(fellowMarker);
  const own = rows.filter((one) => !isFellow(one));
  const sessionAt = (place: number): StoredRow => {
    const sitter = sitters.find(({ seat }) => seat.role === 'village_clerk' && seat.place === place);
    return { table: 'session', row: { id: sitter?.sessionId, place } };
  };
  return [
    ...world.plots.map((plot) => groundOf(plot, [...own, ...shared, sessionAt(plot.place)])),
    groundOf({ label: 'fellow', place: world.home.place }, [...rows.filter(isFellow), ...shared]),
  ];
}

async function explore(home: Ground): Promise<Cover[]> {
  const atHome = sitters.filter(({ seat }, index) => sitters.findIndex((one) => one.seat.role === seat.role) === index);
  const files = await uploads();
  const found = new Map<string, Cover>();
  await inParallel(gate.contracts, async (contract) => {
    const cover = await exploreRoute({ gate, ground: home, sitters: atHome, files }, contract);
    found.set(cover.address, cover);
  });
  return [...found.values()];
}

/** A workbook of the product's own with a made-up person, a picture, a text: one of them is what an upload wants. */
async function uploads(): Promise<NonNullable<Request['file']>[]> {
  const knownRows = [{ number: '777', name: '甲乙丙', idNumber: '150624199102243474', relation: '01' }];
  const raw = await writeTemplate(householdSheet, { language: 'zh', knownRows });
  const articles = Array.from({ length: 22 }, (_, index) => `第${index + 1}条 内容。\n`).join('');
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return [
    { name: 'list.xlsx', bytes: raw },
    { name: 'pixel.png', bytes: Buffer.from(pixel, 'base64') },
    { name: 'measure.txt', bytes: Buffer.from(`第1章 总则\n${articles}`) },
  ];
}

describe('rights: role × place × every route', () => {
  it('A1 A9 reaches every route, so that a new one cannot stay outside this walk', () => {
    const unreached = field.covers.filter(
      ({ status, contract }) => (contract.method === 'GET' ? status !== 200 : ![200, 409, 422].includes(status)),
    );
    for (const c of field.covers) if (c.status !== 200) console.log(c.status, c.address);
    expect(unreached.map(({ address, status }) => `${address} ${status}`)).toEqual([]);
  });

  it('walk', async () => {
    for (const sitter of sitters) await walkSeat(field, sitter, findings);
    console.log(gate.sent.count, sitters.length, findings.faults.length, gate.strayWrites);
    expect(await digestTables(world.owner, [...tables, ...keyTables])).toBe(before);
    const f = new Map<string, string[]>();
    for (const x of findings.faults) { const k = x.replace(/^[^:]*: /, '').replace(/ told.*/, ' told').slice(0, 110); f.set(k, [...(f.get(k) ?? []), x]); }
    for (const [k, v] of f) console.log(v.length, k, '|', v[0].slice(0, 200));
    expect(findings.faults.length).toBe(0);
  }, 300_000);
});
