import { branchOff } from './random.ts';

/** Work on one of many, with random numbers of its own. */
export type LaneWork<T, R> = (item: T, of: { readonly at: number; readonly random: () => number }) => Promise<R>;

const lanes = 4;

/** Works on several at once, so that the engine has something to do while others are being written out; in order. */
export async function inLanes<T, R>(
  items: readonly T[],
  random: () => number,
  work: LaneWork<T, R>,
): Promise<readonly R[]> {
  const waiting = items.map((item, at) => ({ item, at, random: branchOff(random) })).values();
  const done: R[] = [];
  const lane = async () => {
    for (const { item, ...of } of waiting) done[of.at] = await work(item, of);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
