import { sumFen } from './money.ts';

/** An exact quotient, in lowest terms; the denominator is positive. */
export interface Quotient {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Of an even number of amounts the mean of the two in the middle, so perhaps half a fen; undefined for none. */
export function medianOf(sorted: readonly bigint[]): Quotient | undefined {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  const lower = sorted.length % 2 === 1 ? upper : sorted[half - 1];
  if (upper === undefined || lower === undefined) return undefined;
  return lowestTerms(lower + upper, 2n);
}

/** Gini coefficient of amounts in ascending order: (2 Σ i·xᵢ − (n + 1) Σ xᵢ) ÷ (n Σ xᵢ), i from 1; 0 where all is 0. */
export function giniOf(sorted: readonly bigint[]): Quotient {
  const sum = sumFen(sorted);
  if (sum === 0n) return { numerator: 0n, denominator: 1n };
  let ranked = 0n;
  for (const [at, fen] of sorted.entries()) ranked += BigInt(at + 1) * fen;
  const count = BigInt(sorted.length);
  return lowestTerms(2n * ranked - (count + 1n) * sum, count * sum);
}

export function ascending(amounts: Iterable<bigint>): readonly bigint[] {
  return [...amounts].sort((a, b) => (a < b ? -1 : Number(a > b)));
}

function lowestTerms(numerator: bigint, denominator: bigint): Quotient {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
