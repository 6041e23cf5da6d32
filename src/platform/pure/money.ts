import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toHalfWidth } from './text.ts';

/** The largest amount PostgreSQL's `bigint` holds, in fen; the smallest accepted is its negative. */
export const MAX_FEN = 2n ** 63n - 1n;

export type MoneyRefusal = Refusal<'money_not_a_number' | 'money_too_precise' | 'money_too_large' | 'money_negative'>;

const YUAN = /^(-?)\s*[¥￥]?\s*(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*元?$/;
/** Digits of MAX_FEN in yuan; longer texts are refused before they are turned into a number. */
const MAX_YUAN_DIGITS = 17;

/**
 * Reads yuan as people type them: `1,234.50`, `￥１２３４.５`, `1234.5元`. Returns fen.
 * Refuses exponents, NaN, Infinity, `-0`, wrong grouping, more than two decimals, amounts beyond ±{@link MAX_FEN}, and
 * negative amounts unless `allowNegative`.
 */
export function parseYuan(text: string, options: { allowNegative?: boolean } = {}): Result<bigint, MoneyRefusal> {
  const match = YUAN.exec(toHalfWidth(text).replaceAll('\u2212', '-').trim());
  if (match === null) return refuse(refusal('money_not_a_number'));
  const [, before = '', after = '', integer = '', decimals = ''] = match;
  const negative = before !== '' || after !== '';
  if (before !== '' && after !== '') return refuse(refusal('money_not_a_number'));
  if (decimals.length > 2) return refuse(refusal('money_too_precise'));
  const yuan = integer.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (yuan.length > MAX_YUAN_DIGITS) return refuse(refusal('money_too_large'));
  const fen = BigInt(yuan + decimals.padEnd(2, '0'));
  if (fen > MAX_FEN) return refuse(refusal('money_too_large'));
  if (!negative) return ok(fen);
  if (fen === 0n) return refuse(refusal('money_not_a_number'));
  return options.allowNegative === true ? ok(-fen) : refuse(refusal('money_negative'));
}

/** Yuan with grouping and always two decimals: `1,234.50`. */
export function formatYuan(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0n ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

export function sumFen(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** ⌊a × b ÷ c⌋ rounded towards −∞, without overflow. Throws a RangeError when `c` is 0. */
export function mulDivFloor(a: bigint, b: bigint, c: bigint): bigint {
  const product = a * b;
  const quotient = product / c;
  const inexact = quotient * c !== product;
  return inexact && product < 0n !== c < 0n ? quotient - 1n : quotient;
}

/** Fen on the wire: a JSON number while every reader keeps it exact, else a decimal text. */
export function toJsonFen(fen: bigint): number | string {
  const number = Number(fen);
  return Number.isSafeInteger(number) ? number : fen.toString();
}

/** Reads {@link toJsonFen}'s two forms from an untrusted sender. */
export function fromJsonFen(value: unknown): Result<bigint, MoneyRefusal> {
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (!Number.isInteger(value)) return refuse(refusal('money_too_precise'));
    return Number.isSafeInteger(value) ? ok(BigInt(value)) : refuse(refusal('money_too_large'));
  }
  if (typeof value !== 'string' || !/^(?:0|-?[1-9]\d*)$/.test(value)) return refuse(refusal('money_not_a_number'));
  if (value.length > MAX_FEN.toString().length + 1) return refuse(refusal('money_too_large'));
  const fen = BigInt(value);
  return fen > MAX_FEN || fen < -MAX_FEN ? refuse(refusal('money_too_large')) : ok(fen);
}
