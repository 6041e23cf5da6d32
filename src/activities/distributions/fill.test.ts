import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { fillDividends, sumBasis } from './dividend-store.ts';
import { feature } from './feature.ts';
import { planFill } from './fill-rules.ts';
import { type RunBase, runOption } from './run-rules.ts';
import { type BasisRow, recordBasis } from './snapshot-store.ts';
import { reserveBases, splitSurplus } from './surplus-rules.ts';

const county = 150622;
const village = 150622100201;
const cooperativeId = randomUUID();
const actor = actorAt('village_accountant', village);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([measure, places, households, cooperatives, feature]);
});
afterAll(() => database.drop());

const amount = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 9n));
const huge = fc.bigInt(0n, 2n ** 52n);
function anyMember(weight: fc.Arbitrary<bigint>) {
  return fc.record({
    patronageFen: weight,
    contributionFen: weight,
    reserveShareFen: weight,
    shares: weight,
    givesOnBp: fc.constantFrom(0, 0, 0, 2_500, 10_000),
    receivesOn: fc.boolean(),
  });
}

const anyRun = fc
  .record({
    ruleSet: fc.constantFrom('farmers_professional' as const, 'collective_economic' as const, 'contract' as const),
    surplusFen: fc.oneof(fc.bigInt(0n, 1_000n), fc.bigInt(0n, 10n ** 10n), fc.bigInt(0n, 2n ** 52n)),
    grantEquityFen: fc.oneof(fc.constant(0n), amount, huge),
    daysWeighed: fc.constantFrom(1, 365, 366),
    reserveQuantifiedBy: fc.constantFrom(...reserveBases),
    members: fc.oneof(
      fc.array(anyMember(amount), { minLength: 1, maxLength: 25 }),
      fc.array(anyMember(huge), { minLength: 1, maxLength: 8 }),
    ),
  })
  .map(({ members, reserveQuantifiedBy, ...base }) => ({
    base: { ...base, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n, floorBp: 6_000 } satisfies RunBase,
    charter: {
      ...{ surplusReserveBp: 1_000, expansionBp: 500, reliefBp: 300, welfareReserveBp: 0, reserveQuantifiedBy },
      patronageBp: base.ruleSet === 'farmers_professional' ? 6_000 : 0,
    },
    members,
  }));

type AnyRun = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

function toRow(member: AnyRun['members'][number], at: number, days: number): BasisRow {
  const weighed = BigInt(days);
  return {
    ...member,
    ...{ rank: at + 1, membershipId: randomUUID(), memberPlace: village, number: String(at + 1), name: '甲' },
    ...{ householdCounty: null, householdId: null, residentId: null, poor: 'no', upliftWeight: 0n, floorFen: 0n },
    contributionWeight: member.contributionFen * weighed,
    sharesWeight: member.shares * weighed,
  };
}

describe('lines filled in by the database', () => {
  it('are those of the rules, to the fen', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ base, charter, members }) => {
        const rows = members.map((member, at) => toRow(member, at, base.daysWeighed));
        const expected = runOption(base, rows, charter);
        if (!expected.ok) throw new Error(expected.refusal.code);
        fc.pre(expected.value.refusals.length === 0);
        const id = randomUUID();
        const at = { county, id, snapshot: 1 };
        const question = base.ruleSet === 'contract' ? undefined : { ...base, legalForm: base.ruleSet, charter };
        const split = question
          ? splitSurplus(question)
          : { surplusReserveFen: 0n, patronageFen: 0n, remainderFen: base.surplusFen };
        await database.act(actor, async (tx) => {
          await recordBasis(tx, { ...at, place: village, cooperativeId }, rows);
          const plan = planFill(base, split, { sums: await sumBasis(tx, at), reserveBy: charter.reserveQuantifiedBy });
          await fillDividends(tx, {
            ...{
              ...at,
              place: village,
              cooperativeId,
              form: 'x',
              year: 2019,
              declaredOn: '2020-05-01',
              digest: '',
              plan,
            },
          });
          return ok(true);
        });
        const owner = await database.connectOwner();
        const filled = await owner.query(
          `select membership_id, patronage_refund_fen::text as refund, remainder_fen::text as rest, given_on_fen::text as passed,
            reserve_quantified_fen::text as reserve, total_fen::text as total from dividend where distribution_id = $1 order by rank`,
          [id],
        );
        await owner.end();
        expect(filled.rows).toEqual(
          expected.value.lines.map((line) => ({
            membership_id: line.membershipId,
            refund: String(line.patronageRefundFen),
            rest: String(line.remainderFen),
            passed: String(line.givenOnFen),
            reserve: String(line.reserveQuantifiedFen),
            total: String(line.totalFen),
          })),
        );
      }),
      { numRuns: 120, seed: 20180627 },
    );
  }, 120_000);
});
