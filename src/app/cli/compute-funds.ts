import { z } from 'zod';
import { checkEarmark } from '../../ledgers/funds/earmark-rules.ts';
import { runLots } from '../../ledgers/funds/lot-rules.ts';
import { proposeOrder } from '../../ledgers/funds/order-rules.ts';
import { disciplines, holders, payeeKinds, purposes } from '../../ledgers/funds/rules.ts';
import { localDate } from '../../platform/pure/period.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { tilt, tiltDirections } from '../../reports/tilts/rules.ts';
import { amountFen, type ComputeRule, day, defineRule, wholeNumber } from './compute-rule.ts';

const place = z.int().refine(isPlace, 'place_invalid').describe('12-digit code of the statistical divisions');
const key = z.string().min(1).max(100);
const list = 100_000;
const entry = z.strictObject({
  indicator: key,
  weight: z.int().min(0).max(100),
  direction: z.enum(tiltDirections).default('up').describe('which end is the stronger village'),
});
/** so many indicators at most */
const formulaLength = 10;

const fundAllocation = defineRule({
  name: 'fund-allocation',
  input: z.strictObject({
    totalFen: amountFen.default(0).describe('money to divide by the ranking'),
    grantFen: amountFen.default(20_000_000).describe('standard for each key poor village'),
    upperPlace: place.describe('whose account gives'),
    keyPoorVillages: z.array(place).max(list).default([]),
    lines: z.array(z.strictObject({ place, amountFen })).max(list).default([]).describe('checked against the standard'),
    formula: z.array(entry).max(formulaLength).default([]).describe('of the ranking; empty: none is made'),
    villages: z
      .array(
        z.strictObject({
          place,
          values: z
            .array(wholeNumber.nullable())
            .max(formulaLength)
            .describe('in the order of the formula; null: none'),
        }),
      )
      .max(list)
      .default([]),
  }),
  output: z.strictObject({
    standard: z
      .strictObject({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable(),
    linesFen: amountFen,
    ranking: z.array(z.strictObject({ place: z.int(), rank: wholeNumber, score: wholeNumber, amountFen })),
  }),
  example: {
    totalFen: 100_000_000,
    upperPlace: 150600000000,
    keyPoorVillages: [150622100201],
    lines: [{ place: 150622100201, amountFen: 20_000_000 }],
    formula: [
      { indicator: 'members_poor', weight: 60 },
      { indicator: 'members', weight: 40 },
    ],
    villages: [
      { place: 150622100201, values: [30, 12] },
      { place: 150622100202, values: [10, 40] },
    ],
  },
  run({ totalFen, grantFen, upperPlace, keyPoorVillages, lines, formula, villages }) {
    const draft = lines.map((line) => ({ place: line.place, amountFen: BigInt(line.amountFen) }));
    const standard = { grantFen: BigInt(grantFen), villages: new Set<number>(keyPoorVillages), document: true };
    const today = localDate('2018-03-01');
    const order = { kind: 'allocation', upperPlace, occurredOn: today, standardYear: 2018, lines: draft } as const;
    const checked = lines.length === 0 ? ok(true) : proposeOrder(order, { today, standard });
    const linesFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
    const said = checked.ok ? null : { code: checked.refusal.code, values: { ...checked.refusal.values } };
    if (formula.length === 0) return ok({ standard: said, linesFen, ranking: [] });
    const ranked = tilt(villages, { formula, totalFen: BigInt(totalFen) });
    if (!ranked.ok) return ranked;
    const ranking = ranked.value.map(({ values: _values, ...row }) => ({ ...row, amountFen: Number(row.amountFen) }));
    return ok({ standard: said, linesFen, ranking });
  },
});

const earmarkCheck = defineRule({
  name: 'earmark-check',
  input: z.strictObject({
    earmark: z.strictObject({
      purposes: z.array(z.enum(purposes)),
      payeeKinds: z.array(z.enum(payeeKinds)).default([]).describe('none: anybody'),
      places: z.array(place).min(1),
      startsOn: day,
      endsOn: day.nullable().default(null),
    }),
    payment: z.strictObject({
      purpose: z.enum(purposes),
      payeeKind: z.enum(payeeKinds),
      usedAt: place,
      accountPlace: place,
      accountHolder: z.enum(holders).default('village'),
      payeePlace: place.optional(),
      occurredOn: day,
    }),
    forbidden: z
      .array(z.strictObject({ purpose: z.enum(purposes), startsOn: day, endsOn: day.nullable().default(null) }))
      .default([]),
  }),
  output: z.strictObject({ permitted: z.boolean(), faults: z.array(z.string()) }),
  example: {
    earmark: { purposes: ['breeding_stock'], places: [150622000000], startsOn: '2018-03-01', endsOn: '2019-12-31' },
    payment: {
      purpose: 'vehicles',
      payeeKind: 'enterprise',
      usedAt: 150622100201,
      accountPlace: 150622100201,
      occurredOn: '2018-05-01',
    },
    forbidden: [{ purpose: 'vehicles', startsOn: '2017-03-13' }],
  },
  run({ earmark, payment, forbidden }) {
    const faults = checkEarmark(earmark, payment, forbidden);
    return ok({ permitted: faults.length === 0, faults: [...faults] });
  },
});

const lots = defineRule({
  name: 'lots',
  input: z.strictObject({
    accounts: z.array(z.strictObject({ id: key, discipline: z.enum(disciplines).default('fifo') })).max(list),
    movements: z
      .array(
        z.strictObject({
          id: key,
          from: key.optional().describe('absent: in from outside, under `document`'),
          to: key.optional().describe('absent: paid out'),
          document: key.optional().describe('of what comes in; else only money of this document'),
          amountFen: wholeNumber.min(1),
        }),
      )
      .max(list),
  }),
  output: z.strictObject({
    lots: z.array(
      z.strictObject({
        account: z.string(),
        document: z.string(),
        movement: z.string(),
        amountFen,
        leftFen: amountFen,
      }),
    ),
    moves: z.array(z.strictObject({ movement: z.string(), document: z.string(), amountFen })),
    balances: z.array(z.strictObject({ account: z.string(), leftFen: amountFen })),
  }),
  example: {
    accounts: [{ id: 'banner', discipline: 'pro_rata' }, { id: 'village' }],
    movements: [
      { id: '1', to: 'banner', document: 'A', amountFen: 200 },
      { id: '2', to: 'banner', document: 'B', amountFen: 100 },
      { id: '3', from: 'banner', to: 'village', amountFen: 100 },
      { id: '4', from: 'village', amountFen: 31 },
    ],
  },
  run({ accounts, movements }) {
    const known = new Map(accounts.map(({ id, discipline }) => [id, discipline]));
    const stranger = movements.find(({ to }) => to !== undefined && !known.has(to));
    if (stranger) return refuse(refusal('lots_no_account', 'movements', { account: stranger.to ?? '' }));
    const run = runLots(
      known,
      movements.map((movement) => ({ ...movement, amountFen: BigInt(movement.amountFen) })),
    );
    if (!run.ok) return run;
    const balances = new Map(accounts.map(({ id }) => [id, 0]));
    for (const { account, leftFen } of run.value.lots) {
      balances.set(account, (balances.get(account) ?? 0) + Number(leftFen));
    }
    return ok({
      lots: run.value.lots.map((lot) => ({ ...lot, amountFen: Number(lot.amountFen), leftFen: Number(lot.leftFen) })),
      moves: run.value.moves.map((move) => ({ ...move, amountFen: Number(move.amountFen) })),
      balances: [...balances].map(([account, leftFen]) => ({ account, leftFen })),
    });
  },
});

/** Rules of public money. */
export const fundsRules: readonly ComputeRule[] = [fundAllocation, earmarkCheck, lots];
