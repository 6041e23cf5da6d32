import { z } from 'zod';
import { allocate } from '../../platform/pure/allocate.ts';
import { yuanInWords } from '../../platform/pure/amount-in-words.ts';
import { deadline } from '../../platform/pure/calendar.ts';
import { checkCreditCode, creditCodeCheckDigit, organisationCheckDigit } from '../../platform/pure/credit-code.ts';
import { ancestors, countyOf, parentPlace, parsePlace, placeLevel, placeRange } from '../../platform/pure/place.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { checkResidentId, maskResidentId, residentIdCheckDigit } from '../../platform/pure/resident-id.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { amountFen, type ComputeRule, day, dayText, defineRule, refusalAnswer, wholeNumber } from './compute-rule.ts';

const placeCode = z.int().describe('12-digit statistical division code');
const refused = z.strictObject({ valid: z.literal(false), checkDigit: z.string().nullable(), refusal: refusalAnswer });

const allocation = defineRule({
  name: 'allocate',
  input: z.strictObject({
    totalFen: amountFen.describe('the amount to divide, in fen'),
    weights: z
      .array(
        z.strictObject({
          key: z.string().min(1).max(200).describe('who gets the part; breaks ties, the smaller key first'),
          weight: wholeNumber.describe('share of the whole, in any unit'),
        }),
      )
      .max(2_000_000),
  }),
  output: z.strictObject({
    totalFen: amountFen,
    parts: z.array(z.strictObject({ key: z.string(), amountFen })).describe('in input order; add up to totalFen'),
  }),
  example: {
    totalFen: 10_000,
    weights: [
      { key: 'A', weight: 1 },
      { key: 'B', weight: 1 },
      { key: 'C', weight: 1 },
    ],
  },
  run({ totalFen, weights }) {
    const shared = allocate(
      BigInt(totalFen),
      weights.map(({ key, weight }) => ({ key, weight: BigInt(weight) })),
    );
    if (shared.ok) return ok({ totalFen, parts: shared.value.map(toPart) });
    const { code, values } = shared.refusal;
    const at = weights.findLastIndex(({ key }) => key === values?.key);
    return refuse({ ...shared.refusal, field: code === 'allocation_no_weight' ? 'weights' : `weights.${at}.key` });
  },
});

function toPart({ key, amountFen }: { readonly key: string; readonly amountFen: bigint }) {
  return { key, amountFen: Number(amountFen) };
}

const residentIdCheck = defineRule({
  name: 'check-id',
  input: z.strictObject({
    id: z.string().max(100).describe('18 characters; full width, spaces and a small x are put right'),
    todayOn: day.optional().describe('with it a later birth date is refused'),
  }),
  output: z.union([
    z.strictObject({
      valid: z.literal(true),
      normalized: z.string(),
      masked: z.string(),
      birthOn: dayText,
      sex: z.enum(['male', 'female']),
      regionCode: z.string().describe('six digits of the place of first registration'),
      checkDigit: z.string(),
    }),
    refused,
  ]),
  example: { id: '11010519491231002X' },
  run({ id, todayOn }) {
    const plain = toCodeText(id);
    const first = plain.slice(0, 17);
    const checkDigit = /^\d{17}$/.test(first) && plain.length === 18 ? residentIdCheckDigit(first) : null;
    const checked = checkResidentId(id, todayOn);
    if (!checked.ok) return ok({ valid: false as const, checkDigit, refusal: { ...checked.refusal, field: 'id' } });
    const masked = maskResidentId(id);
    return ok({ valid: true as const, ...checked.value, masked, checkDigit: checked.value.normalized.slice(17) });
  },
});

const creditCodeCheck = defineRule({
  name: 'check-credit-code',
  input: z.strictObject({ code: z.string().max(100).describe('18 characters; full width and spaces are put right') }),
  output: z.union([
    z.strictObject({
      valid: z.literal(true),
      normalized: z.string(),
      registrar: z.enum(['agriculture', 'market', 'civil_affairs', 'staffing', 'other']),
      kindCode: z.string().describe('first two characters: 93 cooperative, N2 village collective …'),
      regionCode: z.string().describe('six digits of the registering authority’s division'),
      organisationCode: z.string().describe('nine characters of GB 11714'),
      checkDigit: z.string().describe('18th character, modulo 31'),
      organisationCheckDigit: z.string().describe('17th character, modulo 11'),
    }),
    refused,
  ]),
  example: { code: '91350100M000100Y43' },
  run({ code }) {
    const plain = toCodeText(code);
    const checked = checkCreditCode(code);
    if (!checked.ok) {
      const reachable = /_digit$/.test(checked.refusal.code);
      const checkDigit = reachable ? creditCodeCheckDigit(plain.slice(0, 17)) : null;
      return ok({ valid: false as const, checkDigit, refusal: { ...checked.refusal, field: 'code' } });
    }
    return ok({
      valid: true as const,
      ...checked.value,
      checkDigit: creditCodeCheckDigit(plain.slice(0, 17)),
      organisationCheckDigit: organisationCheckDigit(plain.slice(8, 16)),
    });
  },
});

const deadlineRule = defineRule({
  name: 'deadline',
  input: z.strictObject({
    startOn: day
      .refine((date) => date >= '1900-01-01' && date <= '2999-12-31', 'date_out_of_calendar')
      .describe('day of the event that starts the period; itself not counted'),
    count: z.int().min(1).max(10_000).describe('how many days, working days or months'),
    unit: z.enum(['day', 'workday', 'month']),
  }),
  output: z.strictObject({
    dueOn: dayText.describe('the last day, until 24:00'),
    countedOn: dayText.describe('where counting alone ends, before the move off a day of rest'),
    calendarKnown: z.boolean().describe('false: holidays of a year it touches are not published; only weekends rest'),
  }),
  example: { startOn: '2024-09-24', count: 7, unit: 'day' },
  run: (input) => ok(deadline(input)),
});

const placeRule = defineRule({
  name: 'place',
  input: z.strictObject({ code: z.union([z.string().max(40), z.int()]).describe('2, 4, 6, 9 or 12 digits') }),
  output: z.strictObject({
    place: placeCode,
    level: z.enum(['province', 'city', 'banner', 'township', 'village']),
    county: z.int().describe('first six digits: the column that stands first in every key'),
    parent: placeCode.nullable(),
    ancestors: z.array(placeCode).describe('from the nearest up to the province'),
    range: z.strictObject({ lo: placeCode, hi: placeCode }).describe('all places in it, both included'),
  }),
  example: { code: '150622' },
  run({ code }) {
    const parsed = parsePlace(String(code));
    if (!parsed.ok) return refuse({ ...parsed.refusal, field: 'code' });
    const place = parsed.value;
    return ok({
      place,
      level: placeLevel(place),
      county: countyOf(place),
      parent: parentPlace(place) ?? null,
      ancestors: [...ancestors(place)],
      range: placeRange(place),
    });
  },
});

const amountWordsRule = defineRule({
  name: 'amount-in-words',
  input: z.strictObject({ amountFen }),
  output: z.strictObject({ words: z.string().describe('as written on vouchers and receipts') }),
  example: { amountFen: 123_405 },
  run: (input) => ok({ words: yuanInWords(BigInt(input.amountFen)) }),
});

const ratioRule = defineRule({
  name: 'ratio',
  input: z.strictObject({ part: wholeNumber, whole: wholeNumber }),
  output: z.strictObject({ ratioBp: z.int().nullable().describe('basis points, rounded half up; null: whole is 0') }),
  example: { part: 837, whole: 1000 },
  run({ part, whole }) {
    if (whole > 0 && part / whole > 1e11) return refuse({ code: 'ratio_too_large', field: 'part' });
    return ok({ ratioBp: ratioBp(part, whole) ?? null });
  },
});

/** Rules that know nothing of the measure: sharing out, codes, days, places. */
export const platformRules: readonly ComputeRule[] = [
  allocation,
  residentIdCheck,
  creditCodeCheck,
  deadlineRule,
  placeRule,
  amountWordsRule,
  ratioRule,
];
