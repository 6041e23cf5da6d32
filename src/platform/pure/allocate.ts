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

  const { floors, remainders, left } = floorShares(totalFen, {
    weights: weights.map(({ weight }) => weight),
    weightSum,
  });
  const { threshold, tied } = findThreshold(remainders, left);
  const tiedKeys = weights.flatMap(({ key }, at) => (remainders[at] === threshold ? [key] : []));
  const lastKey = tiedKeys.sort()[tied - 1];
  return ok(
    weights.map(({ key }, at) => {
      const floor = floors[at] ?? 0n;
      const remainder = remainders[at] ?? 0n;
      const isTied = lastKey !== undefined && remainder === threshold && key <= lastKey;
      return { key, amountFen: left > 0 && (remainder > threshold || isTied) ? floor + 1n : floor };
    }),
  );
}

/**
 * The same where the entries already stand in the order in which ties are broken, each once: of equal remainders the
 * earlier one comes first. Takes a fraction of the time and memory of {@link allocate} for a million entries.
 */
export function allocateInOrder(
  totalFen: bigint,
  weights: readonly bigint[],
): Result<BigInt64Array, Refusal<'allocation_no_weight'>> {
  const weightSum = sumFen(weights);
  if (totalFen === 0n) return ok(new BigInt64Array(weights.length));
  if (weightSum === 0n) return refuse(refusal('allocation_no_weight'));
  const { floors, remainders, left } = floorShares(totalFen, { weights, weightSum });
  const { threshold, tied } = findThreshold(remainders, left);
  let tiedLeft = tied;
  for (let at = 0; at < weights.length && left > 0; at += 1) {
    const remainder = remainders[at] ?? 0n;
    if (remainder < threshold || (remainder === threshold && tiedLeft === 0)) continue;
    if (remainder === threshold) tiedLeft -= 1;
    floors[at] = (floors[at] ?? 0n) + 1n;
  }
  return ok(floors);
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

type Remainders = BigUint64Array | bigint[];

interface FloorShares {
  /** the whole fen of each exact share */
  readonly floors: BigInt64Array;
  readonly remainders: Remainders;
  /** how many fen are left over: fewer than there are entries */
  readonly left: number;
}

/** Typed arrays: a million bigints of their own would take ten times the memory. */
function floorShares(
  totalFen: bigint,
  { weights, weightSum }: { readonly weights: readonly bigint[]; readonly weightSum: bigint },
): FloorShares {
  const floors = new BigInt64Array(weights.length);
  const remainders: Remainders = weightSum <= 2n ** 64n ? new BigUint64Array(weights.length) : [];
  let leftFen = totalFen;
  weights.forEach((weight, at) => {
    const product = totalFen * weight;
    const floor = product / weightSum;
    floors[at] = floor;
    remainders[at] = product - floor * weightSum;
    leftFen -= floor;
  });
  return { floors, remainders, left: Number(leftFen) };
}

/**
 * The remainder down to which the `left` largest reach, and how many of those that equal it still get a fen. A threshold
 * instead of a sorted list of entries: typed arrays sort natively, a million entries in a fraction of a second.
 */
function findThreshold(remainders: Remainders, left: number): { threshold: bigint; tied: number } {
  if (left === 0) return { threshold: 0n, tied: 0 };
  const sorted = remainders instanceof BigUint64Array ? remainders.toSorted() : remainders.toSorted(ascending);
  const threshold = sorted.at(-left) ?? 0n;
  let above = 0;
  for (const remainder of remainders) if (remainder > threshold) above += 1;
  return { threshold, tied: left - above };
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
