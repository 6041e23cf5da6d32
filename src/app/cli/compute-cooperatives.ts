import { z } from 'zod';
import { ok } from '../../platform/pure/result.ts';
import {
  type BreachCode,
  breachCodes,
  checkComposition,
  countMembers,
  lawLimits,
  memberKinds,
  unitKinds,
} from '../../registers/cooperatives/composition-rules.ts';
import { cooperativeKinds } from '../../registers/cooperatives/rules.ts';
import { type ComputeRule, day, dayText, defineRule, wholeNumber } from './compute-rule.ts';

const bp = z.int().min(0).max(10_000);

/** Articles of the Cooperatives Law. */
const clauses: Readonly<Record<BreachCode, string>> = {
  members_too_few: 'COOP 12',
  farmers_too_few: 'COOP 20',
  units_too_many: 'COOP 20',
  public_affairs_member: 'COOP 19',
  federation_too_few: 'COOP 56',
  federation_foreign_member: 'COOP 56',
};

const composition = defineRule({
  name: 'cooperative-composition',
  input: z.strictObject({
    kind: z.enum(cooperativeKinds).describe('what kind of organisation it is'),
    on: day.describe('the day it is looked at: a breach found then is to be cured within the months given'),
    members: z
      .array(
        z.strictObject({
          id: z.string().max(100).optional(),
          kind: z.enum(memberKinds),
          unitKind: z
            .enum(unitKinds)
            .optional()
            .describe('public_affairs: a body of public administration, such as a Party branch; it may not join'),
        }),
      )
      .max(1_000_000),
    limits: z
      .strictObject({
        minimumMembers: wholeNumber.default(lawLimits.minimumMembers),
        farmerBp: bp.default(lawLimits.farmerBp).describe('farmers among all members, at least'),
        smallMembers: wholeNumber.default(lawLimits.smallMembers).describe('up to so many members …'),
        smallUnits: wholeNumber.default(lawLimits.smallUnits).describe('… at most so many units'),
        unitBp: bp.default(lawLimits.unitBp).describe('units among the members of a larger one, at most'),
        collectiveIsUnit: z
          .boolean()
          .default(lawLimits.collectiveIsUnit)
          .describe('whether the village collective counts against the cap on units'),
        federationMinimum: wholeNumber.default(lawLimits.federationMinimum),
        cureMonths: z.int().min(1).max(120).default(lawLimits.cureMonths),
      })
      .optional()
      .describe('those of the law where not given'),
  }),
  output: z.strictObject({
    ok: z.boolean(),
    counts: z.strictObject({
      members: z.int(),
      farmers: z.int(),
      units: z.int(),
      collectives: z.int(),
      cooperatives: z.int(),
      publicAffairs: z.int(),
    }),
    breaches: z.array(
      z.strictObject({
        code: z.enum(breachCodes),
        clause: z.string(),
        actual: z.int().describe('how many there are'),
        bound: z.int().describe('how many there must be at least, or may be at most'),
      }),
    ),
    cureBy: dayText.nullable().describe('last day to cure what was found; null when nothing was'),
  }),
  example: {
    kind: 'farmers_professional',
    on: '2019-01-31',
    members: [{ kind: 'farmer' }, { kind: 'farmer' }, { kind: 'farmer' }, { kind: 'farmer' }, { kind: 'collective' }],
  },
  run({ kind, on, members, limits }) {
    const check = checkComposition(members, { kind, on, limits });
    const breaches = check.breaches.map((breach) => ({ ...breach, clause: clauses[breach.code] }));
    return ok({ ok: check.ok, counts: countMembers(members), breaches, cureBy: check.cureBy });
  },
});

/** Rules of the register of cooperatives. */
export const cooperativesRules: readonly ComputeRule[] = [composition];
