import { systemActor } from '../../platform/access/actor.ts';
import { transact } from '../../platform/db/transact.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { listPlaces as listPlacesContract } from '../../registers/places/contract.ts';
import { type DivisionRow, importPlaces as importRows } from '../../registers/places/public.ts';
import { words as placeWords } from '../../registers/places/words.ts';
import { readDivisions } from '../data/divisions.ts';
import type { Desk, Given, Run } from './command.ts';
import { readPlace, textOf } from './given.ts';
import { words } from './words.ts';

/** `places list` */
export async function listPlaces(desk: Desk, given: Given): ReturnType<Run> {
  const parent = textOf(given, 'parent') === undefined ? undefined : readPlace(given, 'parent');
  if (parent?.ok === false) return parent;
  const [q, level, limit, offset] = ['q', 'level', 'limit', 'offset'].map((name) => textOf(given, name));
  const scope = desk.actor.role === 'system' ? 'all' : 'mine';
  const listed = await desk.call(listPlacesContract, {
    query: { parent: parent && String(parent.value), q, level, limit, offset, scope },
  });
  if (!listed.ok) return listed;
  const { rows, total } = listed.value;
  return ok({
    json: listed.value,
    table: {
      columns: [
        { title: words['column.code'] },
        { title: words['column.name'] },
        { title: words['column.level'] },
        { title: words['column.parent'] },
        { title: words['column.villages'], number: true },
      ],
      rows: rows.map((row) => [
        row.code,
        row.name,
        speak(placeWords[`level.${row.level}`], desk.language),
        row.parentName,
        row.villages,
      ]),
    },
    said: [{ words: words['said.total'], values: { total, shown: rows.length } }],
  });
}

/** `places import`: reference data that everybody may read, so the system itself brings it in. */
export async function importPlaces({ database }: Desk, given: Given): ReturnType<Run> {
  const city = textOf(given, 'city') ?? '';
  const rows = await readCity(city);
  if (!rows) return refuse({ code: 'city_unknown', field: 'city' });
  const base = Number(city) * 100_000_000;
  const actor = systemActor({ lo: base, hi: base + 99_999_999 }, `places import ${city}`);
  const imported = await transact(database, { actor, act: 'place.change' }, async (tx) =>
    ok(await importRows(tx, rows)),
  );
  if (!imported.ok) return imported;
  const { absent, ...counts } = imported.value;
  return ok({
    json: imported.value,
    said: [{ words: words['said.imported'], values: { ...counts, absent: absent.length } }],
  });
}

async function readCity(city: string): Promise<readonly DivisionRow[] | undefined> {
  if (!/^\d{4}$/.test(city)) return undefined;
  try {
    return await readDivisions(city);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
