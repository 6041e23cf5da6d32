import { z } from 'zod';
import {
  divideGrantEquity,
  quantifyProperty,
  quantifyReserve,
  splitCapital,
} from '../../ledgers/shares/quantification-rules.ts';
import { settleMember } from '../../ledgers/shares/settlement-rules.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { reserveBases } from '../../registers/cooperatives/charter-rules.ts';
import { amountFen, type ComputeRule, defineRule, wholeNumber } from './compute-rule.ts';

const id = z.string().min(1).max(100).describe('member number; breaks ties: of equal remainders the smaller id first');
const list = 1_000_000;
const fen = amountFen.default(0);
const signedFen = z.int().describe('fen; negative: less than par');

const shareQuantification = defineRule({
  name: 'share-quantification',
  input: z.strictObject({
    propertyFen: amountFen.describe('net value of the operating property that is quantified'),
    parFen: wholeNumber.min(1).describe('value of one share, in fen'),
    collectiveBp: z.int().min(0).max(10_000).default(0).describe('part of all shares that the collective keeps'),
    members: z.array(z.strictObject({ id, weight: wholeNumber.default(1).describe('1 for equal parts') })).max(list),
  }),
  output: z.strictObject({
    totalShares: wholeNumber.describe('property ÷ par, rounded down'),
    collectiveShares: wholeNumber.describe('its part of all shares, rounded down'),
    memberShares: wholeNumber,
    leftoverFen: amountFen.describe('too little for one more share'),
    lines: z.array(z.strictObject({ id: z.string(), shares: wholeNumber, valueFen: amountFen })),
  }),
  example: {
    propertyFen: 1_000_050,
    parFen: 100,
    collectiveBp: 2_000,
    members: [{ id: '001', weight: 4 }, { id: '002', weight: 3 }, { id: '003' }],
  },
  run({ propertyFen, parFen, collectiveBp, members }) {
    const made = quantifyProperty({
      propertyFen: BigInt(propertyFen),
      parFen: BigInt(parFen),
      collectiveBp,
      members: members.map((member) => ({ id: member.id, weight: BigInt(member.weight) })),
    });
    if (!made.ok) return made;
    const { lines, ...totals } = made.value;
    return ok({ ...numbers(totals), lines: lines.map(({ id: key, ...line }) => ({ id: key, ...numbers(line) })) });
  },
});

const openingCapital = defineRule({
  name: 'opening-capital',
  input: z.strictObject({
    parFen: wholeNumber.min(1).describe('par value of a share, in fen'),
    members: z
      .array(z.strictObject({ id, shares: wholeNumber.default(0), receivedFen: fen }))
      .max(list)
      .describe('shares taken, and the money or agreed value received for them'),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        id: z.string(),
        shares: wholeNumber,
        capitalFen: amountFen.describe('shares × par: account 301'),
        receivedFen: amountFen,
        premiumFen: signedFen.describe('received − capital: account 321, debit when negative'),
      }),
    ),
    totalShares: wholeNumber,
    capitalFen: amountFen,
    receivedFen: amountFen,
    premiumFen: signedFen,
  }),
  example: {
    parFen: 10_000,
    members: [
      { id: '001', shares: 10, receivedFen: 120_000 },
      { id: '002', shares: 5, receivedFen: 50_000 },
    ],
  },
  run({ parFen, members }) {
    const split = splitCapital(
      BigInt(parFen),
      members.map((member) => ({
        id: member.id,
        shares: BigInt(member.shares),
        receivedFen: BigInt(member.receivedFen),
      })),
    );
    if (!split.ok) return split;
    const { lines, ...totals } = split.value;
    return exact({ ...totals, lines }, 'members', () => ({
      ...numbers(totals),
      lines: lines.map(({ id: key, ...line }) => ({ id: key, ...numbers(line) })),
    }));
  },
});

const reserveQuantification = defineRule({
  name: 'reserve-quantification',
  input: z.strictObject({
    drawnFen: amountFen.describe('reserve drawn this year'),
    by: z.enum(reserveBases).describe('the charter’s basis'),
    members: z
      .array(
        z.strictObject({
          id,
          patronageFen: fen,
          contributionFen: fen,
          reserveShareFen: fen.describe('of earlier years'),
        }),
      )
      .max(list),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        id: z.string(),
        quantifiedFen: amountFen,
        reserveShareFen: amountFen.describe('of earlier years and this one'),
      }),
    ),
    totalFen: amountFen,
  }),
  example: {
    drawnFen: 100_000,
    by: 'patronage',
    members: [
      { id: '001', patronageFen: 3_000_000 },
      { id: '002', patronageFen: 1_500_000, reserveShareFen: 20_000 },
      { id: '003' },
    ],
  },
  run({ drawnFen, by, members }) {
    const written = quantifyReserve(
      BigInt(drawnFen),
      by,
      members.map(({ id: key, ...amounts }) => ({ id: key, ...bigints(amounts) })),
    );
    if (!written.ok) return written;
    const lines = written.value;
    return exact(lines, 'members', () => ({
      lines: lines.map(({ id: key, ...line }) => ({ id: key, ...numbers(line) })),
      totalFen: drawnFen,
    }));
  },
});

const grantShares = defineRule({
  name: 'grant-shares',
  input: z.strictObject({
    grantFen: fen.describe('property formed by state grants (311)'),
    donationFen: fen.describe('property formed by gifts (311)'),
    members: z.array(z.strictObject({ id })).min(1).max(list),
  }),
  output: z.strictObject({
    lines: z.array(z.strictObject({ id: z.string(), grantShareFen: amountFen, donationShareFen: amountFen })),
    grantFen: amountFen,
    donationFen: amountFen,
  }),
  example: { grantFen: 20_000_000, donationFen: 100, members: [{ id: '001' }, { id: '002' }, { id: '003' }] },
  run({ grantFen, donationFen, members }) {
    const equity = { grantFen: BigInt(grantFen), donationFen: BigInt(donationFen) };
    const divided = divideGrantEquity(
      equity,
      members.map((member) => member.id),
    );
    if (!divided.ok) return divided;
    return ok({
      lines: divided.value.map(({ id: key, ...line }) => ({ id: key, ...numbers(line) })),
      grantFen,
      donationFen,
    });
  },
});

const memberSettlement = defineRule({
  name: 'member-settlement',
  input: z.strictObject({
    contributionFen: fen.describe('contribution on the member’s account (301)'),
    reserveShareFen: fen.describe('reserve quantified to the member (322)'),
    unpaidPatronageFen: fen.describe('patronage refund declared before the exit and not paid yet (221)'),
    unpaidDividendFen: fen.describe('distribution of the remainder declared and not paid yet (222)'),
    lossShareFen: fen.describe('part in losses from before the exit, by the charter'),
    debtShareFen: fen.describe('part in debts from before the exit, by the charter'),
    owedFen: fen.describe('what the member owes the organisation (114)'),
    grantShareFen: fen.describe('share in property from grants and gifts: stays, whatever it is'),
  }),
  output: z.strictObject({
    refundFen: amountFen.describe('contribution + reserve share'),
    surplusFen: amountFen.describe('unpaid surplus of earlier years'),
    deductedFen: amountFen.describe('losses and debts taken off; at most the refund (COOP 6)'),
    beyondLimitFen: amountFen.describe('losses and debts beyond that limit: nobody owes them'),
    setOffFen: amountFen.describe('set off against what the member owes'),
    payableFen: amountFen.describe('paid to the member'),
    stillOwedFen: amountFen,
    retainedGrantFen: amountFen.describe('never refunded (COOP 28, 53)'),
  }),
  example: { contributionFen: 1_000_000, reserveShareFen: 120_000, unpaidDividendFen: 30_000, lossShareFen: 50_000 },
  run({ grantShareFen, ...bases }) {
    const settled = settleMember(bigints(bases));
    return exact(settled, 'contributionFen', () => ({ ...numbers(settled), retainedGrantFen: grantShareFen }));
  },
});

type Numbers<T> = { [K in keyof T]: number };

function numbers<T extends object>(amounts: T): Numbers<T> {
  return Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, Number(value)])) as Numbers<T>;
}

function bigints<T extends object>(amounts: T): { [K in keyof T]: bigint } {
  return Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, BigInt(value)])) as {
    [K in keyof T]: bigint;
  };
}

/** Answers unless an amount has grown beyond what JSON keeps exact. */
function exact<T>(amounts: unknown, field: string, answer: () => T): Result<T, Refusal> {
  return isExact(amounts) ? ok(answer()) : refuse(refusal('json_number_too_large', field));
}

function isExact(value: unknown): boolean {
  if (typeof value === 'bigint') return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isExact);
}

/** Rules of the share ledger and of members’ accounts. */
export const sharesRules: readonly ComputeRule[] = [
  shareQuantification,
  openingCapital,
  reserveQuantification,
  grantShares,
  memberSettlement,
];
