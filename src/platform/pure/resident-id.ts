import { isLocalDate, type LocalDate } from './period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toCodeText } from './text.ts';

export interface ResidentId {
  /** 18 characters, half width, capital X */
  readonly normalized: string;
  readonly birthOn: LocalDate;
  readonly sex: 'male' | 'female';
  /** the six digits of the place of first registration; need not be a division of today */
  readonly regionCode: string;
}

export type ResidentIdRefusal = Refusal<
  'id_length' | 'id_fifteen_digits' | 'id_characters' | 'id_birth_date' | 'id_check_digit'
>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const DIGIT_ZERO = 0x30;
const CHECK_DIGITS = '10X98765432';
/** Nobody born earlier lived to be numbered (the numbers began in 1984). */
const EARLIEST_BIRTH = '1850-01-01';

/**
 * Checks a citizen identification number (GB 11643-1999). Full-width characters, a small x and spaces are put right.
 * With `today`, a later birth date is refused; numbers of 15 digits (before 1999) have a refusal of their own.
 */
export function checkResidentId(text: string, today?: LocalDate): Result<ResidentId, ResidentIdRefusal> {
  const normalized = toCodeText(text);
  if (/^\d{15}$/.test(normalized)) return refuse(refusal('id_fifteen_digits'));
  if (normalized.length !== 18) return refuse(refusal('id_length', undefined, { length: normalized.length }));
  if (!/^\d{17}[\dX]$/.test(normalized)) return refuse(refusal('id_characters'));
  const birthOn = `${normalized.slice(6, 10)}-${normalized.slice(10, 12)}-${normalized.slice(12, 14)}`;
  if (!isLocalDate(birthOn) || birthOn < EARLIEST_BIRTH || (today !== undefined && birthOn > today)) {
    return refuse(refusal('id_birth_date'));
  }
  if (residentIdCheckDigit(normalized.slice(0, 17)) !== normalized[17]) return refuse(refusal('id_check_digit'));
  const sex = Number(normalized[16]) % 2 === 1 ? 'male' : 'female';
  return ok({ normalized, birthOn, sex, regionCode: normalized.slice(0, 6) });
}

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). Throws a RangeError for anything but 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit needs 17 digits');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (first17.charCodeAt(at) - DIGIT_ZERO), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/**
 * The number as lists and prints show it: region and last four characters, the birth date starred
 * (`150622********002X`). A text that is no 18-character number is starred whole: its parts are unknown.
 */
export function maskResidentId(text: string): string {
  const normalized = toCodeText(text);
  if (!/^\d{17}[\dX]$/.test(normalized)) return '*'.repeat(normalized.length);
  return `${normalized.slice(0, 6)}********${normalized.slice(14)}`;
}
