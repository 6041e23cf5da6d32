import { allTables } from '../platform/db/schema-files.ts';
import { writeTemplate } from '../platform/sheets/template.ts';
import { householdSheet } from '../registers/households/sheet-contract.ts';
import { seededRandom } from './demo/random.ts';
import { features } from './features.ts';
import { fellowMarker, plainText, uploadTexts } from './rights.data.ts';
import { collectCanaries } from './rights-canary.testing.ts';
import { type Cover, exploreRoute, type Ground, groundOf } from './rights-cover.testing.ts';
import type { Gate, Request, Sitter } from './rights-gate.testing.ts';
import { placedTables, readAccounts, readRows, type StoredRow } from './rights-plant-store.testing.ts';
import { type Field, inParallel } from './rights-walk.testing.ts';
import type { World } from './rights-world-store.testing.ts';

const specs = allTables(features);
/** Tables whose rows belong to a place, and those that everybody may read or that hold a key across counties. */
export const placed = placedTables(specs);
export const shared = specs.filter(({ kind }) => kind === 'key' || kind === 'reference').map(({ name }) => name);

export interface Parts {
  readonly world: World;
  readonly gate: Gate;
  readonly sitters: readonly Sitter[];
  readonly seed: number;
}

/** Everything a walk needs: what stands where, what may not show, and how each route is reached. */
export async function layOut(parts: Parts): Promise<Omit<Field, 'declared'>> {
  const { world, gate, seed } = parts;
  const rows = [...(await readRows(world.owner, placed)), ...(await readAccounts(world.owner))];
  const grounds = makeGrounds(parts, rows, await readRows(world.owner, shared));
  const common = await readRows(
    world.owner,
    specs.filter(({ kind }) => kind === 'reference').map(({ name }) => name),
  );
  const [home] = grounds;
  if (!home) throw new Error('no ground');
  return {
    gate,
    covers: await explore(parts, home),
    grounds,
    canaries: collectCanaries(atTheirAccounts(rows), { vault: world.database.vault, common }),
    random: seededRandom(seed),
    guarded: new Set([...placed, 'account', 'position', 'session']),
  };
}

/** Events that stand at no place are told where the account they are about has its position; 0 where it has none. */
function atTheirAccounts(rows: readonly StoredRow[]): readonly StoredRow[] {
  const places = new Map(rows.filter(({ table }) => table === 'account').map(({ row }) => [row.id, row.place]));
  return rows.map((stored) => {
    const { table, row } = stored;
    if (table !== 'audit_event' || Number(row.place) !== 0) return stored;
    const subject = row.record_type === 'account' && row.record_id !== null ? row.record_id : row.account_id;
    return { table: 'system_event', row: { ...row, place: places.get(subject) ?? 0 } };
  });
}

/** The villages, and inside the home village what belongs to the other household. */
function makeGrounds({ world, sitters }: Parts, rows: readonly StoredRow[], known: readonly StoredRow[]): Ground[] {
  const isFellow = ({ row }: StoredRow) =>
    row.household_id === world.fellow.id || JSON.stringify(row).includes(fellowMarker);
  const own = rows.filter((one) => !isFellow(one));
  const sessionAt = (place: number): StoredRow => {
    const sitter = sitters.find(({ seat }) => seat.role === 'village_clerk' && seat.place === place);
    return { table: 'session', row: { id: sitter?.sessionId, place } };
  };
  return [
    ...world.plots.map((plot) => groundOf(plot, [...own, ...known, sessionAt(plot.place)])),
    groundOf({ label: 'fellow', place: world.home.place }, [...rows.filter(isFellow), ...known]),
  ];
}

async function explore({ gate, sitters }: Parts, home: Ground): Promise<Cover[]> {
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
  const knownRows = [{ number: '777', name: plainText, idNumber: '150624199102243474', relation: '01' }];
  const raw = await writeTemplate(householdSheet, { language: 'zh', knownRows });
  const { measure, pixel } = uploadTexts;
  return [
    { name: 'list.xlsx', bytes: raw },
    { name: 'pixel.png', bytes: Buffer.from(pixel, 'base64') },
    { name: 'measure.txt', bytes: Buffer.from(measure) },
  ];
}
