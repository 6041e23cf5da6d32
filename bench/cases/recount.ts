import type pg from 'pg';
import { countedIndicators, recountMonths } from '../../src/indicators/public.ts';
import type { Bench, Case, Line } from '../case.ts';
import { checkFigures } from '../check-figures.ts';
import type { City } from '../city.ts';
import { asOwner, forgetMonth } from '../database.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { median } from '../verdict.ts';

/** The bound is for the city: the same figures are written for a tenth of its people, and the scan shrinks alone. */
const smallCityRatio = 20;

/** P5: a month of the whole city counted anew into an empty cache, against reading the same facts once. */
export const recount: Case = {
  code: 'P5',
  name: 'recount',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    await bench.settle();
    const small = await repeat(() => countMonth(tenth), Math.min(4, bench.effort.rounds));
    const large = await measure(bench, whole);
    const growth = {
      small: { size: tenth.residents, cost: median(small) },
      large: { size: whole.residents, cost: median(large.ours) },
    };
    return [{ ...large, growth }];
  },
};

async function measure(bench: Bench, city: City): Promise<Line> {
  const series = await asOwner(city.database, async (client) => {
    const tables = await factTables(client);
    return alternate({ floor: () => time(() => scan(client, tables)), ours: () => countMonth(city) }, bench.effort);
  });
  const wrong = await checkFigures(city);
  return {
    ...series,
    what: `city month, ${countedIndicators.length} indicators, all levels`,
    size: `${city.residents} residents`,
    unit: 'ms',
    goals: [{ kind: 'ratio', most: bench.size === 'full' ? 10 : smallCityRatio }],
    correct: wrong === undefined,
    ...(wrong ? { note: wrong } : {}),
  };
}

async function countMonth(city: City): Promise<number> {
  const { month } = city.files;
  await asOwner(city.database, (owner) => forgetMonth(owner, month));
  return time(() => recountMonths(city.database.recount, month, month));
}

/** Every table under the fact views once, its rows looked at, nothing grouped. */
async function scan(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) await client.query(`select count(*), max(recorded_at) from ${table}`);
}

async function factTables(client: pg.ClientBase): Promise<readonly string[]> {
  const views = [...new Set(countedIndicators.map((one) => `fact_${one.fact}`))];
  const { rows } = await client.query<{ name: string }>(
    `select distinct table_name as name from information_schema.view_table_usage
     where view_schema = 'public' and view_name = any($1) order by 1`,
    [views],
  );
  return rows.map((row) => row.name);
}
