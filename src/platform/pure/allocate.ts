import { sumFen } from './money.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';

export interface AllocationWeight {
  readonly key: string;
  readonly weight: bigint;
}

export interface AllocatedAmount {
  readonly key: string;
  readonly amountFen: bigint;
}

export type AllocationRefusal = Refusal<
  'allocation_negative_total' | 'allocation_negative_weight' | 'allocation_no_weight' | 'allocation_duplicate_key'
>;

/**
 * Divides an amount in proportion to weights by largest remainder: everybody gets the whole fen of the exact share, and
 * the fen left over go one each to the largest remainders. Of equal remainders the smaller key comes first, keys in
 * UTF-16 code-unit order (`'A' < 'a' < '中'`). So the parts add up exactly, each is less than one fen from the exact
 * share, a zero weight gets nothing, and the order of the input does not matter. Answers in input order.
 */
export function allocate(
  totalFen: bigint,
  weights: readonly AllocationWeight[],
): Result<readonly AllocatedAmount[], AllocationRefusal> {
  const refused = findRefusal(totalFen, weights);
  if (refused !== undefined) return refuse(refused);
  const weightSum = sumFen(weights.map(({ weight }) => weight));
  if (totalFen === 0n) return ok(weights.map(({ key }) => ({ key, amountFen: 0n })));
  if (weightSum === 0n) return refuse(refusal('allocation_no_weight'));

  const floors: bigint[] = [];
  const remainders: bigint[] = [];
  let leftFen = totalFen;
  for (const { weight } of weights) {
    const product = totalFen * weight;
    const floor = product / weightSum;
    floors.push(floor);
    remainders.push(product - floor * weightSum);
    leftFen -= floor;
  }
  const getsOneMore = pickLargest({ weights, remainders, bound: weightSum, count: Number(leftFen) });
  return ok(
    weights.map(({ key }, at) => {
      const floor = floors[at] ?? 0n;
      return { key, amountFen: getsOneMore(key, remainders[at] ?? 0n) ? floor + 1n : floor };
    }),
  );
}

function findRefusal(totalFen: bigint, weights: readonly AllocationWeight[]): AllocationRefusal | undefined {
  if (totalFen < 0n) return refusal('allocation_negative_total');
  const seen = new Set<string>();
  for (const { key, weight } of weights) {
    if (weight < 0n) return refusal('allocation_negative_weight', undefined, { key });
    if (seen.has(key)) return refusal('allocation_duplicate_key', undefined, { key });
    seen.add(key);
  }
  return undefined;
}

interface Ranking {
  readonly weights: readonly AllocationWeight[];
  readonly remainders: readonly bigint[];
  /** every remainder is below it */
  readonly bound: bigint;
  readonly count: number;
}

/**
 * Finds the remainder, and among equals the key, down to which the `count` largest reach. A threshold instead of a
 * sorted list of entries: typed arrays and plain texts sort natively, a million entries in under two seconds.
 */
function pickLargest({ weights, remainders, bound, count }: Ranking): (key: string, remainder: bigint) => boolean {
  if (count === 0) return () => false;
  const threshold = sortAscending(remainders, bound).at(-count) ?? 0n;
  let above = 0;
  const tiedKeys: string[] = [];
  remainders.forEach((remainder, at) => {
    if (remainder > threshold) above += 1;
    else if (remainder === threshold) tiedKeys.push(weights[at]?.key ?? '');
  });
  const lastKey = tiedKeys.sort()[count - above - 1] ?? '';
  return (key, remainder) => remainder > threshold || (remainder === threshold && key <= lastKey);
}

function sortAscending(values: readonly bigint[], bound: bigint): BigUint64Array | bigint[] {
  if (bound <= 2n ** 64n) return BigUint64Array.from(values).sort();
  return values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
