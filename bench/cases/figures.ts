import type pg from 'pg';
import { listPlaceFigures } from '../../src/indicators/contract.ts';
import { shiftMonth } from '../../src/platform/pure/period.ts';
import type { Bench, Case, Line } from '../case.ts';
import type { City } from '../city.ts';
import { asOwner, cachedMonths } from '../database.ts';
import { atDesk, type Desk, spreadOver } from '../desk.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { recordStatements } from '../statements.ts';
import { median } from '../verdict.ts';
import type { Visitor } from '../visitor.ts';

const pagesPerRound = 40;

/** P5: the figures page of a place for twelve months out of the cache, against reading the same rows by their key. */
export const figures: Case = {
  code: 'P5',
  name: 'figures',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    const small = await atDesk(tenth, async ({ office }) => median(await repeat(() => readPages(tenth, office), 4)));
    await bench.settle();
    const line = await atDesk(whole, (desk) => measure(bench, whole, desk));
    const growth = {
      small: { size: tenth.residents, cost: small },
      large: { size: whole.residents, cost: median(line.ours) },
    };
    return [{ ...line, growth }];
  },
};

async function measure(bench: Bench, city: City, { office, seat }: Pick<Desk, 'office' | 'seat'>): Promise<Line> {
  const correct = await sameFigures(city, { office, seat });
  const series = await asOwner(city.database, (owner) =>
    alternate({ floor: () => readRows(city, owner), ours: () => readPages(city, office) }, bench.effort),
  );
  return {
    ...series,
    what: `12 months of a place, over HTTP`,
    size: `${city.files.villages.length} villages`,
    unit: 'ms',
    goals: [{ kind: 'ratio', most: 3 }],
    correct,
  };
}

/** Another place each time, so that no answer is the last one. */
function placesOf(city: City): readonly number[] {
  const some = spreadOver(city.files.villages, pagesPerRound);
  return some.map((village, index) => (index % 4 === 3 ? Math.floor(village / 1_000) * 1_000 : village));
}

async function readPages(city: City, office: Visitor): Promise<number> {
  const spent: number[] = [];
  for (const place of placesOf(city)) spent.push((await office.get(pathOf(city, place))).ms);
  return median(spent);
}

async function readRows(city: City, owner: pg.Client): Promise<number> {
  const spent: number[] = [];
  for (const place of placesOf(city)) spent.push(await time(() => keyedRead(city, owner, place)));
  return median(spent);
}

function keyedRead(city: City, owner: pg.Client, place: number) {
  return owner.query(
    `select place, month, indicator, value, row_count from figure
     where county = $1 and place = $2 and month between $3 and $4`,
    [Math.floor(place / 1_000_000), place, firstOf(city), city.files.month],
  );
}

interface Page {
  readonly values: readonly {
    readonly indicator: string;
    readonly month: string;
    readonly value: number;
    readonly rowCount: number;
  }[];
}

/** Every row of the table stands on the page with its value, and the route asks the cache, not the facts. */
async function sameFigures(city: City, { office, seat }: Pick<Desk, 'office' | 'seat'>): Promise<boolean> {
  const [place = 0] = placesOf(city);
  const { body } = await office.get<Page>(pathOf(city, place));
  const shown = new Set(body.values.map((one) => `${one.month} ${one.indicator} ${one.value} ${one.rowCount}`));
  const { rows } = await asOwner(city.database, (owner) => keyedRead(city, owner, place));
  const query = { place, from: firstOf(city), to: city.files.month };
  const { statements } = await recordStatements(city.database, listPlaceFigures, { actor: seat.actor, query });
  const stored = rows.filter((row) => row.row_count > 0);
  return (
    stored.length > 0 &&
    stored.every((row) => shown.has(`${row.month} ${row.indicator} ${Number(row.value)} ${row.row_count}`)) &&
    statements.every(({ text }) => !text.includes('fact_'))
  );
}

function pathOf(city: City, place: number): string {
  return `/figures?place=${place}&from=${firstOf(city)}&to=${city.files.month}`;
}

function firstOf(city: City): string {
  return shiftMonth(city.files.month, 1 - cachedMonths);
}
