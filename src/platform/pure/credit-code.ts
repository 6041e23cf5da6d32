import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toCodeText } from './text.ts';

/** Who registered the organisation: agriculture (N…, collective economic organisations), market supervision (9…), civil affairs (5…), the staffing commission (1…). */
export type Registrar = 'agriculture' | 'market' | 'civil_affairs' | 'staffing' | 'other';

export interface CreditCode {
  /** 18 characters, half width, capitals */
  readonly normalized: string;
  readonly registrar: Registrar;
  /** the first two characters: 93 farmers' cooperative, 91 enterprise, N2 village collective, N3 township collective … */
  readonly kindCode: string;
  /** six digits of the registering authority's division */
  readonly regionCode: string;
  /** nine characters of GB 11714, without hyphen */
  readonly organisationCode: string;
}

export type CreditCodeRefusal = Refusal<
  'credit_code_length' | 'credit_code_characters' | 'credit_code_organisation_digit' | 'credit_code_check_digit'
>;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const REGISTRARS: Readonly<Record<string, Registrar>> = {
  '1': 'staffing',
  '5': 'civil_affairs',
  '9': 'market',
  N: 'agriculture',
};
const SHAPE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

/**
 * Checks a unified social credit code (GB 32100-2015) with both its check characters, the code's own and that of the
 * organisation code (GB 11714) in positions 9 to 17. Full width, small letters and spaces are put right.
 */
export function checkCreditCode(text: string): Result<CreditCode, CreditCodeRefusal> {
  const normalized = toCodeText(text);
  if (normalized.length !== 18) return refuse(refusal('credit_code_length', undefined, { length: normalized.length }));
  if (!SHAPE.test(normalized)) return refuse(refusal('credit_code_characters'));
  if (creditCodeCheckDigit(normalized.slice(0, 17)) !== normalized[17]) {
    return refuse(refusal('credit_code_check_digit'));
  }
  const organisationCode = normalized.slice(8, 17);
  if (organisationCheckDigit(organisationCode.slice(0, 8)) !== organisationCode[8]) {
    return refuse(refusal('credit_code_organisation_digit'));
  }
  return ok({
    normalized,
    registrar: REGISTRARS[normalized.charAt(0)] ?? 'other',
    kindCode: normalized.slice(0, 2),
    regionCode: normalized.slice(2, 8),
    organisationCode,
  });
}

/** The 18th character (GB 32100, modulo 31) for the first 17. Throws a RangeError for characters outside the alphabet. */
export function creditCodeCheckDigit(first17: string): string {
  return ALPHABET.charAt((31 - (weighedSum(first17, ALPHABET, WEIGHTS) % 31)) % 31);
}

/** The ninth character (GB 11714, modulo 11) for the first eight: a digit or X. */
export function organisationCheckDigit(first8: string): string {
  const check = (11 - (weighedSum(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function weighedSum(text: string, alphabet: string, weights: readonly number[]): number {
  if (text.length !== weights.length) throw new RangeError(`a check digit needs ${weights.length} characters`);
  return weights.reduce((sum, weight, at) => {
    const value = alphabet.indexOf(text.charAt(at));
    if (value < 0) throw new RangeError(`a character outside the alphabet: ${text.charAt(at)}`);
    return sum + weight * value;
  }, 0);
}
