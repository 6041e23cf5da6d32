import { mulDivFloor } from './money.ts';

const WHOLE_BP = 10_000n;

/**
 * `part ÷ whole` in basis points (8370 = 83.7 %), rounded half up (towards +∞ on an exact half); `undefined` when
 * `whole` is 0. Numbers must be integers; throws a RangeError when they are not, or when the ratio is no safe integer.
 */
export function ratioBp(part: bigint | number, whole: bigint | number): number | undefined {
  const divisor = BigInt(whole);
  if (divisor === 0n) return undefined;
  const bp = Number(mulDivFloor(2n * WHOLE_BP * BigInt(part) + divisor, 1n, 2n * divisor));
  if (!Number.isSafeInteger(bp)) throw new RangeError(`ratio ${part} / ${whole} is too large`);
  return bp;
}

/** Percent without trailing zeros: 8370 → `83.7%`, 10000 → `100%`, −5 → `-0.05%`. */
export function formatBp(bp: number): string {
  if (!Number.isSafeInteger(bp)) throw new RangeError(`basis points must be an integer: ${bp}`);
  const digits = Math.abs(bp).toString().padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${bp < 0 ? '-' : ''}${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}%`;
}

/** The share of an amount, rounded down (towards −∞): never more than the share. */
export function applyBp(amountFen: bigint, bp: number): bigint {
  return mulDivFloor(amountFen, BigInt(bp), WHOLE_BP);
}
