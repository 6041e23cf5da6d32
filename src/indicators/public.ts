import { randomUUID } from 'node:crypto';
import { systemActor } from '../platform/access/actor.ts';
import { type Tx, type Workplace, transact } from '../platform/db/transact.ts';
import { type Month, monthOf, monthsBetween, shiftMonth, todayInShanghai } from '../platform/pure/period.ts';
import { ok } from '../platform/pure/result.ts';
import { catalogueVersion, countedIndicators } from './catalogue/catalogue.ts';
import type { CountedIndicator } from './rules.ts';
import * as store from './store.ts';

export { countFigure, type FactRow, type FigureValue, type FrozenValue, freezeFigures, listDifferences, listFigureRows } from './fact-store.ts';
export { listFigures, listIndicatorFigures, type StoredFigure } from './store.ts';

/** Figures are kept from the month before the measure came into force. */
export const firstMonth = '2018-01' as Month;

const villagesPerRun = 20;
const everywhere = { lo: 0, hi: 999_999_999_999 };

/**
 * Recounts the villages whose facts changed, oldest mark first. Returns how many villages it took, so that the
 * caller goes on while there are more.
 */
export async function refreshStale(recount: Workplace): Promise<number> {
  const through = monthOf(todayInShanghai(recount.clock()));
  return inRecount(recount, async (tx) => {
    const stale = await store.takeStale(tx, villagesPerRun);
    for (const { county, place, fromMonth } of stale) {
      const from = fromMonth < firstMonth ? firstMonth : fromMonth;
      await recountRange(tx, { county, lo: place, hi: place }, months(from, through));
    }
    return stale.length;
  });
}

/** Counts everything anew for the months given, county by county. The cache afterwards equals the facts. */
export async function recountMonths(recount: Workplace, from: Month, to: Month): Promise<number> {
  const counties = await inRecount(recount, store.listCounties);
  let changed = 0;
  for (const county of counties) {
    const range = { county, lo: county * 1_000_000, hi: county * 1_000_000 + 999_999 };
    for (const month of months(from, to)) changed += await inRecount(recount, (tx) => recountRange(tx, range, [month]));
  }
  return changed;
}

/** Brings the cache up to date after a start: a new catalogue counts all months, a new month only itself. */
export async function catchUp(recount: Workplace): Promise<void> {
  const through = monthOf(todayInShanghai(recount.clock()));
  const state = await inRecount(recount, store.findState);
  if (state?.catalogueVersion === catalogueVersion && state.lastMonth >= through) return;
  const from = state?.catalogueVersion === catalogueVersion ? shiftMonth(state.lastMonth, 1) : firstMonth;
  await recountMonths(recount, from, through);
  await inRecount(recount, async (tx) => {
    await store.dropUnknown(tx, countedIndicators.map((one) => one.code));
    await store.saveState(tx, { catalogueVersion, lastMonth: through });
  });
}

/** The figures of a village for many months as known at an instant; figures without rows are left out. */
export async function countVillage(
  tx: Tx,
  question: { readonly place: number; readonly months: readonly Month[]; readonly cutoff: Date },
): Promise<readonly store.StoredFigure[]> {
  const { place, cutoff } = question;
  const range = { county: Math.floor(place / 1_000_000), lo: place, hi: place };
  const lists: (readonly store.StoredFigure[])[] = [];
  for (const indicators of byFact.values()) lists.push(await store.countMonths(tx, { range, months: question.months, indicators, cutoff }));
  return lists.flat();
}

async function recountRange(tx: Tx, range: store.RecountRange, list: readonly Month[]): Promise<number> {
  let changed = 0;
  for (const indicators of byFact.values()) changed += await store.recountFact(tx, { range, months: list, indicators });
  return changed;
}

const byFact: ReadonlyMap<string, readonly CountedIndicator[]> = Map.groupBy(countedIndicators, (one) => one.fact);

function months(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => shiftMonth(from, index));
}

async function inRecount<T>(recount: Workplace, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = systemActor(everywhere, randomUUID());
  const result = await transact(recount, { actor, act: 'figure.recount', silent: true }, async (tx) => ok(await work(tx)));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
