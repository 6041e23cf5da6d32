import autocannon from 'autocannon';
import { listPlaceFigures } from '../../src/indicators/contract.ts';
import type { RouteContract } from '../../src/platform/http/contract.ts';
import { shiftMonth } from '../../src/platform/pure/period.ts';
import { listHouseholds } from '../../src/registers/households/contract.ts';
import type { Bench, Case, Line } from '../case.ts';
import { type Statement, startServer } from '../child.ts';
import type { City } from '../city.ts';
import { cachedMonths } from '../database.ts';
import { atDesk, type Desk, spreadOver } from '../desk.ts';
import { alternate, repeat } from '../rounds.ts';
import { recordStatements } from '../statements.ts';
import { median } from '../verdict.ts';

const addresses = 60;
const connections = 16;

/** P8: requests a second at full load with sign-in, range, checks and all, against a bare handler of the same statements. */
export const throughput: Case = {
  code: 'P8',
  name: 'throughput',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    const small = await atDesk(tenth, (desk) => loadAll(bench, tenth, desk));
    await bench.settle();
    return atDesk(whole, async (desk) => {
      const lines: Line[] = [];
      for (const route of routesOf(bench, whole)) {
        const smallRate = small.get(route.what) ?? Number.NaN;
        lines.push(...(await measure(bench, { city: whole, desk, route, growsFrom: [tenth.residents, smallRate] })));
      }
      return lines;
    });
  },
};

interface Route {
  readonly what: string;
  readonly contract: RouteContract;
  readonly queries: readonly Readonly<Record<string, string | number>>[];
  readonly seconds: number;
}

interface Load {
  readonly city: City;
  readonly desk: Desk;
  readonly route: Route;
  /** residents and requests a second of the small city */
  readonly growsFrom: readonly [number, number];
}

async function measure(bench: Bench, load: Load): Promise<readonly Line[]> {
  const { city, desk, route, growsFrom } = load;
  const recorded = await recordAll(city, desk, route);
  const correct = await answersAlike(desk, route, recorded.replies);
  const bare = await startServer({ kind: 'bare', engine: city.database.engine, lists: recorded.lists });
  const bareLoad = { port: bare.port, paths: route.queries.map((_, index) => `/${index}`), seconds: route.seconds };
  const ours = { port: desk.port, paths: pathsOf(route), seconds: route.seconds, cookie: desk.seat.cookie };
  const series = await alternate({ floor: () => rate(bareLoad), ours: () => rate(ours) }, bench.effort);
  await bare.stop();
  const [smallSize, smallRate] = growsFrom;
  const size = `${city.residents} residents`;
  const line: Line = {
    ...series,
    what: route.what,
    size,
    unit: 'requests/s',
    goals: [{ kind: 'share', least: 0.6 }],
    growth: {
      small: { size: smallSize, cost: 1 / smallRate },
      large: { size: city.residents, cost: 1 / median(series.ours) },
    },
    correct,
  };
  return [line, await statementsLine(desk, route, size)];
}

async function statementsLine(desk: Desk, route: Route, size: string): Promise<Line> {
  const paths = pathsOf(route);
  const before = await desk.countStatements();
  for (const path of paths) await desk.office.get(path.replace('/api', ''));
  const sent = (await desk.countStatements()) - before;
  return {
    what: `${route.what}, statements a request`,
    size,
    unit: 'statements',
    ours: [sent / paths.length],
    goals: [{ kind: 'amount', most: 12 }],
    correct: true,
  };
}

async function loadAll(bench: Bench, city: City, desk: Desk): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const route of routesOf(bench, city)) {
    const load = { port: desk.port, paths: pathsOf(route), seconds: route.seconds, cookie: desk.seat.cookie };
    found.set(route.what, median(await repeat(() => rate(load), 2)));
  }
  return found;
}

async function recordAll(city: City, desk: Desk, route: Route) {
  const lists: (readonly Statement[])[] = [];
  const replies: string[] = [];
  for (const query of route.queries) {
    const { statements, reply } = await recordStatements(city.database, route.contract, {
      actor: desk.seat.actor,
      query,
    });
    lists.push(statements);
    replies.push(JSON.stringify(reply));
  }
  return { lists, replies };
}

/** Under load, as alone: what HTTP answers is what the route computes, and it is not empty. */
async function answersAlike(desk: Desk, route: Route, replies: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(pathsOf(route).map((path) => desk.office.get(path.replace('/api', ''))));
  return answers.every(({ body }, index) => {
    const filled = Object.values(body as Record<string, unknown>).some(
      (part) => Array.isArray(part) && part.length > 0,
    );
    return filled && JSON.stringify(body) === replies[index];
  });
}

interface Shots {
  readonly port: number;
  readonly paths: readonly string[];
  readonly seconds: number;
  readonly cookie?: string;
}

/** Requests a second when sixteen wait for each answer before they ask again. */
async function rate({ port, paths, seconds, cookie }: Shots): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    headers: cookie ? { cookie } : {},
    requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result['2xx'] / result.duration;
}

function pathsOf({ contract, queries }: Route): readonly string[] {
  return queries.map(
    (query) =>
      `/api${contract.path}?${new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]))}`,
  );
}

function routesOf(bench: Bench, city: City): readonly Route[] {
  const villages = spreadOver(city.files.villages, addresses);
  const seconds = bench.size === 'full' ? 5 : 1;
  const from = shiftMonth(city.files.month, 1 - cachedMonths);
  return [
    {
      what: 'figures of a place',
      contract: listPlaceFigures,
      queries: villages.map((place) => ({ place, from, to: city.files.month })),
      seconds,
    },
    {
      what: 'households of a village',
      contract: listHouseholds,
      queries: villages.map((place) => ({ place, limit: 20 })),
      seconds,
    },
  ];
}
