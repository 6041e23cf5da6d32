import { z } from 'zod';
import type { Bars } from '../../activities/distributions/barred-rules.ts';
import type { DivisionQuestion, SurplusMember } from '../../activities/distributions/division-rules.ts';
import {
  legalForms,
  patronageFloorBp,
  reserveBases,
  type SurplusStatement,
} from '../../activities/distributions/surplus-rules.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { amountFen } from './compute-rule.ts';

const signedFen = z.int().describe('amount in fen, negative for a loss');
export const zeroFen = amountFen.default(0);
const ratio = z.int().min(0).max(10_000);
const drawn = 'in basis points of the surplus after losses, rounded down to the fen';

export const surplusCharter = z.strictObject({
  surplusReserveBp: ratio
    .default(0)
    .describe(
      `surplus reserve of a cooperative (COOP 42), common reserve and welfare fund of a collective (RCEO 42), ${drawn}`,
    ),
  reserveQuantifiedBy: z
    .enum(reserveBases)
    .optional()
    .describe('how the surplus reserve is quantified to members (COOP 42); a cooperative that draws one must say it'),
  expansionBp: ratio.default(0).describe(`set aside for expansion (measure 9.4, a designated reserve), ${drawn}`),
  reliefBp: ratio.default(0).describe(`set aside for relief (measure 9.5, a designated reserve), ${drawn}`),
  welfareReserveBp: ratio.default(0).describe(`welfare fund besides (RCEO 42), ${drawn}`),
  patronageBp: ratio
    .default(0)
    .describe('refunded by patronage, in basis points of row 16, rounded up to the fen; at least 6000 (COOP 44)'),
});

export const memberShape = z.strictObject({
  id: z.string().min(1).max(200).describe('member number; breaks ties of the last fen, the smaller one first'),
  patronageFen: amountFen.optional().describe('cooperative: transactions of the year with the cooperative'),
  contributionFen: amountFen.optional().describe('cooperative: contribution'),
  reserveShareFen: amountFen.optional().describe('cooperative: share in the reserves of earlier years'),
  shares: amountFen.optional().describe('collective: quantified shares, a count'),
});

const members = z
  .array(memberShape)
  .max(2_000_000)
  .describe('amounts left out are 0; a cooperative’s members have no shares, a collective’s nothing else');

export const surplusYear = {
  legalForm: z.enum(legalForms),
  surplusFen: signedFen.describe('row 12, the surplus of the year; negative: a loss'),
  openingUndistributedFen: signedFen.default(0).describe('row 13; negative: losses to cover before anything else'),
  reserveUsedForLossesFen: zeroFen.describe('row 14; never more than the losses (COOP 42)'),
};

export const surplusInput = z.strictObject({
  ...surplusYear,
  charter: surplusCharter.prefault({}),
  grantEquityFen: zeroFen.describe(
    'property formed by state grants and gifts: an equal part of it weighs for each member in the remainder, is owed to none (COOP 44)',
  ),
  barred: z
    .strictObject({
      subsidyFen: zeroFen.describe('public money of the year beyond what running costs and public welfare took'),
      disposalFen: zeroFen.describe('gains from assets and investments given up'),
      compensationFen: zeroFen.describe('compensation for land booked as income'),
    })
    .optional()
    .describe(
      'collective only: what the surplus holds that is not given to members; it has to stay in losses covered and set-asides (RCEO 36)',
    ),
  purse: z
    .strictObject({
      moneyFen: amountFen.describe('cash and bank'),
      earmarkedFen: zeroFen.describe('of it special funds and levies not spent'),
      borrowedFen: zeroFen.describe('of it loans taken since the end of the year'),
      promisedFen: zeroFen.describe('of it declared in other distributions and not paid'),
    })
    .optional()
    .describe('collective only: what the distribution is paid from; where it is left out, nothing is asked (RCEO 42)'),
  members,
});

type SurplusInput = z.output<typeof surplusInput>;

export const statementShape = z.strictObject({
  row12: z.int().describe('surplus of the year'),
  row13: z.int().describe('undistributed at the beginning'),
  row14: z.int().describe('other transfers in: reserve used for losses'),
  row15: z.int().describe('reserves drawn: surplus reserve, welfare, expansion, relief'),
  row16: z.int().describe('distributable surplus = 12 + 13 + 14 − 15'),
  row17: z.int().describe('patronage refunds'),
  row18: z.int().describe('distribution of the remainder'),
  row19: z.int().describe('turned into contributions; an act of its own, here 0'),
  row20: z.int().describe('undistributed at the end = 16 − 17 − 18 − 19'),
});

/** Amounts as the answer states them: the question made sure that they are exact. */
export function toStatement(rows: SurplusStatement): z.output<typeof statementShape> {
  return {
    row12: Number(rows.row12),
    row13: Number(rows.row13),
    row14: Number(rows.row14),
    row15: Number(rows.row15),
    row16: Number(rows.row16),
    row17: Number(rows.row17),
    row18: Number(rows.row18),
    row19: Number(rows.row19),
    row20: Number(rows.row20),
  };
}

/** Turns an input into the rule’s question; members’ fields of the other legal form are refused by name. */
export function toQuestion(input: SurplusInput): Result<DivisionQuestion, Refusal> {
  if (!Number.isSafeInteger(input.surplusFen + input.openingUndistributedFen + input.reserveUsedForLossesFen))
    return refuse({ code: 'surplus_too_large', field: 'openingUndistributedFen' });
  const isCooperative = input.legalForm === 'farmers_professional';
  const ofCollective = isCooperative ? (['barred', 'purse'] as const).find((name) => input[name]) : undefined;
  if (ofCollective) return refuse({ code: 'surplus_field_of_other_form', field: ofCollective });
  const foreign = isCooperative ? collectiveFields : cooperativeFields;
  for (const [at, member] of input.members.entries()) {
    const field = foreign.find((name) => member[name] !== undefined);
    if (field) return refuse({ code: 'surplus_field_of_other_form', field: `members.${at}.${field}` });
  }
  return ok({
    legalForm: input.legalForm,
    floorBp: patronageFloorBp,
    surplusFen: BigInt(input.surplusFen),
    openingUndistributedFen: BigInt(input.openingUndistributedFen),
    reserveUsedForLossesFen: BigInt(input.reserveUsedForLossesFen),
    charter: input.charter,
    grantEquityFen: BigInt(input.grantEquityFen),
    daysWeighed: 1n,
    ...toBars(input),
    members: input.members.map(toMember),
  });
}

function toBars({ barred, purse }: Pick<SurplusInput, 'barred' | 'purse'>): Bars {
  return {
    barred: barred && {
      subsidyFen: BigInt(barred.subsidyFen),
      disposalFen: BigInt(barred.disposalFen),
      compensationFen: BigInt(barred.compensationFen),
    },
    purse: purse && {
      moneyFen: BigInt(purse.moneyFen),
      earmarkedFen: BigInt(purse.earmarkedFen),
      borrowedFen: BigInt(purse.borrowedFen),
      promisedFen: BigInt(purse.promisedFen),
    },
  };
}

const cooperativeFields = ['patronageFen', 'contributionFen', 'reserveShareFen'] as const;
const collectiveFields = ['shares'] as const;

function toMember(member: SurplusInput['members'][number]): SurplusMember {
  return {
    id: member.id,
    patronageFen: BigInt(member.patronageFen ?? 0),
    contribution: BigInt(member.contributionFen ?? 0),
    reserveShareFen: BigInt(member.reserveShareFen ?? 0),
    shares: BigInt(member.shares ?? 0),
  };
}
