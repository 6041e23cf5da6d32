import { setTimeout as sleep } from 'node:timers/promises';
import { mostSpread, spread } from './verdict.ts';

/** One round: what it cost, in milliseconds or as a rate. */
export type Round = () => Promise<number>;

export interface Pair {
  readonly floor: Round;
  readonly ours: Round;
}

export interface Effort {
  /** at least five; the first is discarded */
  readonly rounds: number;
  /** how often a whole series is repeated when the floor was restless */
  readonly tries: number;
}

export interface Series {
  readonly floor: readonly number[];
  readonly ours: readonly number[];
}

const restMs = 1_500;

/** Floor, ours, floor, ours …: whatever else the machine does falls on both. */
export async function alternate(pair: Pair, effort: Effort): Promise<Series> {
  let series = await oneSeries(pair, effort.rounds);
  for (let attempt = 1; attempt < effort.tries && spread(series.floor) > mostSpread; attempt += 1) {
    await sleep(restMs);
    series = await oneSeries(pair, effort.rounds);
  }
  return series;
}

/** Rounds of one thing alone, the first discarded. */
export async function repeat(round: Round, rounds: number): Promise<readonly number[]> {
  await round();
  const found: number[] = [];
  for (let index = 1; index < rounds; index += 1) found.push(await round());
  return found;
}

/** How long the work takes, in milliseconds. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function oneSeries({ floor, ours }: Pair, rounds: number): Promise<Series> {
  await floor();
  await ours();
  const found = { floor: [] as number[], ours: [] as number[] };
  for (let index = 1; index < rounds; index += 1) {
    found.floor.push(await floor());
    found.ours.push(await ours());
  }
  return found;
}
