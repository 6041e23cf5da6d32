import { randomUUID } from 'node:crypto';
import { systemActor } from '../platform/access/actor.ts';
import { type Tx, transact, type Workplace } from '../platform/db/transact.ts';
import { type Month, monthOf, monthsBetween, shiftMonth, todayInShanghai } from '../platform/pure/period.ts';
import { ok } from '../platform/pure/result.ts';
import { listTitles, type TitleSources } from '../platform/record-titles.ts';
import { catalogueVersion, countedIndicators } from './catalogue/catalogue.ts';
import type { FactRow } from './fact-store.ts';
import { listNames } from './read-store.ts';
import { type CountedIndicator, recordAddress } from './rules.ts';
import * as store from './store.ts';

export {
  catalogue,
  catalogueVersion,
  countedByVersion,
  countedIndicators,
  findIndicator,
} from './catalogue/catalogue.ts';
export type { CatalogueEntry, CountedEntry, RatioEntry } from './catalogue/entry.ts';
export {
  countFigure,
  type Difference,
  type FactRow,
  type FigureRows,
  type FigureValue,
  type FrozenValue,
  freezeFigures,
  freezePlaces,
  listDifferences,
  type PlaceFrozen,
  readFigureRows,
} from './fact-store.ts';
export {
  type ListedPlace,
  listFigures,
  listPlacesWithVillages,
  listRangeFigures,
  type StoredFigure,
} from './read-store.ts';
export type { CountedFigure, OwnQuestion } from './store.ts';

/** Figures are kept from the month before the measure came into force. */
export const firstMonth = '2018-01' as Month;

const placesPerRun = 20;
/** Months counted in one statement: one scan of the facts for a year. */
const monthsPerRun = 12;
const everywhere = { lo: 0, hi: 999_999_999_999 };

/**
 * Recounts the places whose facts changed, oldest mark first. Returns how many places it took, so that the caller
 * goes on while there are more.
 */
export async function refreshStale(recount: Workplace): Promise<number> {
  if (!(await inRecount(recount, store.hasStale))) return 0;
  const through = monthOf(todayInShanghai(recount.clock()));
  const refresh = async (tx: Tx) => {
    const stale = await store.takeStale(tx, placesPerRun);
    for (const { county, place, fromMonth } of stale) {
      const months = monthsFrom(fromMonth, through).filter((month) => month >= firstMonth);
      await recountRange(tx, { county, lo: place, hi: place }, months);
    }
    return stale.length;
  };
  return inTurn(recount, refresh, 'place');
}

/**
 * Counts everything anew for the months given, county by county. The cache afterwards equals the facts.
 * @returns how many figures of single places were wrong before
 */
export async function recountMonths(recount: Workplace, from: Month, to: Month): Promise<number> {
  return countSpan(recount, { from, to });
}

interface Span {
  readonly from: Month;
  readonly to: Month;
  /** ends the count early, between two turns */
  readonly signal?: AbortSignal | undefined;
}

async function countSpan(recount: Workplace, { from, to, signal }: Span): Promise<number> {
  const counties = await inRecount(recount, store.listCounties);
  let changed = 0;
  // the newest months first: they are looked at while older ones are still being counted
  for (const months of inRuns(monthsFrom(from, to)).reverse()) {
    for (const county of counties) {
      if (signal?.aborted) return changed;
      const range = { county, lo: county * 1_000_000, hi: county * 1_000_000 + 999_999 };
      changed += await inTurn(recount, (tx) => recountRange(tx, range, months));
    }
  }
  return changed;
}

/** Whether all months are counted: not yet in a new city, after the turn of a month, or with a new catalogue. */
export async function isCaughtUp(tx: Tx): Promise<boolean> {
  return isCurrent(await store.findState(tx), monthOf(todayInShanghai(tx.now)));
}

function isCurrent(state: store.CacheState | undefined, through: Month): boolean {
  return state?.catalogueVersion === catalogueVersion && state.lastMonth >= through;
}

/**
 * Brings the cache up to date after a start: a new catalogue counts all months, a new month only itself. Ended early by
 * the signal, it begins anew next time.
 */
export async function catchUp(recount: Workplace, signal?: AbortSignal): Promise<void> {
  const through = monthOf(todayInShanghai(recount.clock()));
  const state = await inRecount(recount, store.findState);
  if (isCurrent(state, through)) return;
  const from = state?.catalogueVersion === catalogueVersion ? shiftMonth(state.lastMonth, 1) : firstMonth;
  // a full count sees what the marks of before point at; a write that comes later marks again
  if (from === firstMonth) await inTurn(recount, store.dropStale);
  await countSpan(recount, { from, to: through, signal });
  if (signal?.aborted) return;
  await inTurn(recount, async (tx) => {
    await store.dropUnknown(
      tx,
      countedIndicators.map((one) => one.code),
    );
    await store.saveState(tx, { catalogueVersion, lastMonth: through });
  });
}

/** What a place reports for itself over many months, as known at an instant; figures without rows are left out. */
export async function countOwn(tx: Tx, question: store.OwnQuestion): Promise<readonly store.CountedFigure[]> {
  const lists: (readonly store.CountedFigure[])[] = [];
  for (const indicators of byFact.values()) lists.push(await store.countMonths(tx, question, indicators));
  return lists.flat();
}

/** Whose titles a reader may be told. */
export interface TitleView {
  readonly titles: TitleSources;
  readonly allowed: (act: string) => boolean;
}

/** Rows with the names of their places, what their records are called, and the pages of these. */
export async function viewFigureRows(
  tx: Tx,
  rows: readonly FactRow[],
  { page, ...view }: TitleView & { readonly page: string },
) {
  const names = await listNames(
    tx,
    rows.map((row) => row.place),
  );
  const titles = await listRecordTitles(tx, rows, view);
  return rows.map(({ householdId: _household, organisationId: _organisation, ...row }) => ({
    ...row,
    dims: { ...row.dims },
    placeName: names.get(row.place) ?? '',
    title: titles.get(row.recordId) ?? null,
    address: recordAddress(page, row),
  }));
}

/** What a fact tells of its record, which stands under another county where the fact counts at a member's village. */
type FactRecord = Pick<FactRow, 'recordType' | 'county' | 'recordId' | 'place'> & Partial<Pick<FactRow, 'dims'>>;

/** Titles of the records of facts, by record id, as far as the reader may know them. */
export function listRecordTitles(
  tx: Tx,
  facts: readonly FactRecord[],
  { titles, allowed }: TitleView,
): Promise<ReadonlyMap<string, string>> {
  const records = facts.map(({ recordType, place, recordId: id, county, dims }) => ({
    ...{ recordType, place, id },
    county: Number(dims?.home ?? county),
  }));
  return listTitles(tx, titles, { records, allowed });
}

async function recountRange(tx: Tx, range: store.RecountRange, months: readonly Month[]): Promise<number> {
  let changed = 0;
  for (const indicators of byFact.values()) changed += await store.recountFact(tx, { range, months, indicators });
  return changed;
}

const byFact: ReadonlyMap<string, readonly CountedIndicator[]> = Map.groupBy(countedIndicators, (one) => one.fact);

function monthsFrom(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => shiftMonth(from, index));
}

function inRuns(months: readonly Month[]): (readonly Month[])[] {
  return Array.from({ length: Math.ceil(months.length / monthsPerRun) }, (_, index) =>
    months.slice(index * monthsPerRun, (index + 1) * monthsPerRun),
  );
}

function inTurn<T>(recount: Workplace, work: (tx: Tx) => Promise<T>, extent?: 'place'): Promise<T> {
  return inRecount(recount, async (tx) => {
    await store.takeTurn(tx, extent);
    return work(tx);
  });
}

async function inRecount<T>(recount: Workplace, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = systemActor(everywhere, randomUUID());
  const result = await transact(recount, { actor, act: 'figure.recount', silent: true }, async (tx) =>
    ok(await work(tx)),
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
