import type pg from 'pg';
import { listFigureRows, listFiguresBelow } from '../../src/indicators/contract.ts';
import type { RouteContract } from '../../src/platform/http/contract.ts';
import { getHousehold } from '../../src/registers/households/contract.ts';
import type { Bench, Case, Line } from '../case.ts';
import type { Statement } from '../child.ts';
import { type City, cityCode } from '../city.ts';
import { asOwner } from '../database.ts';
import { atDesk, type Desk, spreadOver } from '../desk.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { recordStatements, replay } from '../statements.ts';
import { median, quantile } from '../verdict.ts';

/** Fewer where one click reads the facts of the whole city: a round is to take seconds at most. */
const clicks = { city: 3, banner: 5, below: 16 } as const;
const indicators = ['residents', 'households', 'poor_households', 'poor_residents'] as const;

/** P7: each click on the way from a figure to its record, against the same statements alone. */
export const drill: Case = {
  code: 'P7',
  name: 'drill',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    const small = await atDesk(tenth, (desk) => clickAll(bench, tenth, desk));
    await bench.settle();
    return atDesk(whole, (desk) => measureAll(bench, { city: whole, desk, small, smallSize: tenth.residents }));
  },
};

/** One kind of click, with the address and the question of each of its targets. */
interface Kind {
  readonly what: string;
  readonly contract: RouteContract;
  readonly targets: readonly Target[];
}

interface Target {
  readonly path: string;
  readonly question: {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
}

interface Visit {
  readonly city: City;
  readonly desk: Desk;
  readonly small: ReadonlyMap<string, number>;
  readonly smallSize: number;
}

async function measureAll(bench: Bench, visit: Visit): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await asOwner(visit.city.database, async (owner) => {
    for (const kind of kindsOf(visit.city)) lines.push(await measure(bench, { ...visit, owner }, kind));
  });
  return lines;
}

async function measure(bench: Bench, visit: Visit & { readonly owner: pg.Client }, kind: Kind): Promise<Line> {
  const { city, desk, owner, small, smallSize } = visit;
  const lists: (readonly Statement[])[] = [];
  let correct = true;
  for (const target of kind.targets) {
    const { statements, reply } = await recordStatements(city.database, kind.contract, {
      actor: desk.seat.actor,
      ...target.question,
    });
    lists.push(statements);
    correct &&= await isRight(city, { owner, target, reply });
  }
  const series = await alternate(
    { floor: () => statementsP95(owner, lists), ours: () => clicksP95(desk, kind.targets) },
    bench.effort,
  );
  return {
    ...series,
    what: `${kind.what}, p95`,
    size: `${city.residents} residents`,
    unit: 'ms',
    goals: [
      { kind: 'ratio', most: 5 },
      { kind: 'time', most: 60 },
    ],
    growth: {
      small: { size: smallSize, cost: small.get(kind.what) ?? Number.NaN },
      large: { size: city.residents, cost: median(series.ours) },
    },
    correct,
  };
}

async function clickAll(bench: Bench, city: City, desk: Desk): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const rounds = Math.min(3, bench.effort.rounds);
  for (const { what, targets } of kindsOf(city)) {
    found.set(what, median(await repeat(() => clicksP95(desk, targets), rounds)));
  }
  return found;
}

async function clicksP95(desk: Desk, targets: readonly Target[]): Promise<number> {
  const spent: number[] = [];
  for (const { path } of targets) spent.push((await desk.office.get(path)).ms);
  return quantile(spent, 0.95);
}

async function statementsP95(owner: pg.Client, lists: readonly (readonly Statement[])[]): Promise<number> {
  const spent: number[] = [];
  for (const list of lists) spent.push(await time(() => replay(owner, list)));
  return quantile(spent, 0.95);
}

/** Where the census knows the figure, the rows under it have to be as many. */
async function isRight(city: City, visit: { owner: pg.Client; target: Target; reply: unknown }): Promise<boolean> {
  const { query, params } = visit.target.question;
  if (params) return (visit.reply as { id: string }).id === params.id;
  const code = query?.indicator;
  if (code !== 'residents' && code !== 'households' && code !== 'poor_households') return true;
  const wanted = city.census.figure(code, Number(query?.place));
  const reply = visit.reply as { value?: number; total?: number; own?: { value: number } };
  return reply.own === undefined ? reply.value === wanted && reply.total === wanted : reply.own.value === wanted;
}

function kindsOf(city: City): readonly Kind[] {
  const upTo = (size: number, many: number) =>
    spreadOver(city.files.villages, many).map((village) => Math.floor(village / size) * size);
  return [
    { what: 'city by banner', contract: listFiguresBelow, targets: upTo(100_000_000, clicks.below).map(below(city)) },
    { what: 'rows of the city', contract: listFigureRows, targets: upTo(100_000_000, clicks.city).map(rows(city)) },
    { what: 'rows of a banner', contract: listFigureRows, targets: upTo(1_000_000, clicks.banner).map(rows(city)) },
    { what: 'rows of a township', contract: listFigureRows, targets: upTo(1_000, clicks.below).map(rows(city)) },
    { what: 'rows of a village', contract: listFigureRows, targets: upTo(1, clicks.below).map(rows(city)) },
    { what: 'the record', contract: getHousehold, targets: spreadOver(city.files.sample, clicks.below).map(record) },
  ];
}

function below(city: City) {
  return (place: number, index: number): Target => figureTarget('/figures/below', city, { place, index });
}

function rows(city: City) {
  return (place: number, index: number): Target => figureTarget('/figures/rows', city, { place, index });
}

function figureTarget(path: string, city: City, { place, index }: { place: number; index: number }): Target {
  const indicator = indicators[index % indicators.length] ?? indicators[0];
  const query = { place: place || cityCode, month: city.files.month, indicator };
  return { path: `${path}?place=${query.place}&month=${query.month}&indicator=${indicator}`, question: { query } };
}

function record({ county, householdId }: City['files']['sample'][number]): Target {
  return { path: `/households/${county}/${householdId}`, question: { params: { county, id: householdId } } };
}
