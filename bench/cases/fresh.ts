import { setTimeout as sleep } from 'node:timers/promises';
import { recountMonths, refreshStale } from '../../src/indicators/public.ts';
import { newRecordId } from '../../src/platform/db/record-id.ts';
import { monthOf, todayInShanghai } from '../../src/platform/pure/period.ts';
import { ancestors, type Place } from '../../src/platform/pure/place.ts';
import { recordHousehold } from '../../src/registers/households/contract.ts';
import { demoIdNumber } from '../../src/registers/households/demo-rules.ts';
import type { Bench, Case, Line } from '../case.ts';
import { type City, cityCode } from '../city.ts';
import { atDesk } from '../desk.ts';
import { repeat, time } from '../rounds.ts';
import { call } from '../statements.ts';
import { median } from '../verdict.ts';
import { takeSeat, type Visitor, visit } from '../visitor.ts';

/** Nobody of the made city was born there. */
const strangerCounty = 150_502;
let entered = 0;

/** P5: how much work one new fact makes, and how soon it stands in every figure after its commit. */
export const fresh: Case = {
  code: 'P5',
  name: 'fresh',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    await bench.settle();
    const small = await repeat(() => refreshOne(tenth), bench.effort.rounds);
    const large = await repeat(() => refreshOne(whole), bench.effort.rounds);
    // a full count afterwards finds nothing that the refresh left wrong
    const month = monthOf(todayInShanghai(new Date()));
    const left = await recountMonths(whole.database.recount, month, month);
    const growth = {
      small: { size: tenth.residents, cost: median(small) },
      large: { size: whole.residents, cost: median(large) },
    };
    const size = `${whole.residents} residents`;
    const work: Line = {
      what: 'work of the refresh',
      size,
      unit: 'ms',
      ours: large,
      goals: [{ kind: 'time', most: 50 }],
      growth,
      correct: left === 0,
    };
    return [work, await seeArrive(bench, whole)];
  },
};

/** A household of today is entered as a clerk would; timed is what brings the figures up to date. */
async function refreshOne(city: City): Promise<number> {
  const { database, files } = city;
  const village = files.villages[Math.floor(files.villages.length / 2)] ?? 0;
  const { actor } = await takeSeat(database, 'village_clerk', village);
  const answer = await call(database, recordHousehold, { actor, body: newHousehold(village) });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return time(async () => {
    while ((await refreshStale(database.recount)) > 0);
  });
}

interface Figures {
  readonly values: readonly { readonly indicator: string; readonly value: number | null }[];
}

/** Entered over HTTP by a village clerk; seen when village, township, banner and city all show one more. */
async function seeArrive(bench: Bench, city: City): Promise<Line> {
  const { database, files } = city;
  const village = files.villages[0] ?? 0;
  const places = [village, ...ancestors(village as Place).filter((place) => place >= cityCode)];
  const ours = await atDesk(city, async ({ port, office }) => {
    const clerk = visit(port, await takeSeat(database, 'village_clerk', village));
    const found = await repeat(() => arrival({ clerk, office, village, places }), bench.effort.rounds);
    clerk.leave();
    return found;
  });
  return {
    what: 'from commit to all four levels',
    size: `${city.residents} residents`,
    unit: 'ms',
    ours,
    goals: [{ kind: 'time', most: 1000 }],
    correct: true,
  };
}

interface Arrival {
  readonly clerk: Visitor;
  readonly office: Visitor;
  readonly village: number;
  readonly places: readonly number[];
}

async function arrival({ clerk, office, village, places }: Arrival): Promise<number> {
  const before = await countAll(office, places);
  await clerk.post('/households', newHousehold(village));
  return time(async () => {
    for (;;) {
      const now = await countAll(office, places);
      if (now.every((value, index) => value > (before[index] ?? 0))) return;
      await sleep(5);
    }
  });
}

async function countAll(office: Visitor, places: readonly number[]): Promise<readonly number[]> {
  const month = monthOf(todayInShanghai(new Date()));
  const found: number[] = [];
  for (const place of places) {
    const { body } = await office.get<Figures>(`/figures?place=${place}&from=${month}&to=${month}`);
    found.push(body.values.find((one) => one.indicator === 'residents')?.value ?? 0);
  }
  return found;
}

function newHousehold(place: number): unknown {
  entered += 1;
  const birthOn = `19${60 + (entered % 30)}-01-01`;
  const idNumber = demoIdNumber({ region: strangerCounty, birthOn, serial: Math.floor(entered / 30), sex: 'male' });
  return {
    id: newId(),
    place,
    number: `b${entered}`,
    joinedOn: todayInShanghai(new Date()),
    residents: [{ id: newId(), name: '王新', idNumber, relation: '01' }],
  };
}

function newId(): string {
  return newRecordId({ now: new Date() });
}
