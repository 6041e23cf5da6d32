import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawCharterLimits } from '../../registers/cooperatives/charter-rules.ts';
import { lawLimits } from '../../registers/cooperatives/composition-rules.ts';
import { assemblyOf } from './assembly-rules.ts';
import { barOf, chainOf, nextStep, type Proof, type Proofs, stepChanges } from './chain-rules.ts';
import { checkPlan, isReady, type PlanSetting } from './plan-rules.ts';
import {
  capitalOf,
  type Founder,
  formationSteps,
  type Plan,
  planContent,
  proposeFounder,
  proposePlan,
  sumCapital,
} from './rules.ts';

const village = 150622100201;

function plan(over: Partial<Plan> = {}): Plan {
  return {
    kind: 'farmers_professional',
    place: village,
    name: '甲村养羊专业合作社',
    address: null,
    business: null,
    branchId: '1',
    sharesMethod: '每股 100 元',
    surplusMethod: '以纯利润为基数',
    parValueFen: 10_000n,
    surplusReserveBp: 1_000,
    reserveQuantifiedBy: 'patronage',
    expansionBp: 500,
    reliefBp: 300,
    welfareReserveBp: 0,
    patronageBp: 6_000,
    additionalVotesBp: 2_000,
    quorumBp: null,
    ordinaryBp: null,
    specialBp: null,
    exitNoticeMonths: 3,
    unitExitNoticeMonths: 6,
    timeWeighted: false,
    upliftMechanism: 'household_grant',
    upliftBp: null,
    upliftNote: null,
    ...over,
  };
}

function founder(number: string, over: Partial<Founder> = {}): Founder {
  const none = { croplandFen: 0n, forestFen: 0n, grasslandFen: 0n, goodsFen: 0n };
  return {
    number,
    kind: 'farmer',
    unitKind: null,
    name: `设立人${number}`,
    creditCode: null,
    householdId: null,
    memberPlace: village,
    areaMu: null,
    inKindNote: null,
    cashFen: 100_000n,
    householdGrantFen: number === '001' ? 50_000n : 0n,
    ...none,
    ...over,
  };
}

const five = ['001', '002', '003', '004', '005'].map((number) => founder(number));

function setting(over: Partial<PlanSetting> = {}): PlanSetting {
  return {
    on: '2019-06-03',
    composition: lawLimits,
    charter: lawCharterLimits,
    publicNames: ['党支部', '村民委员会'],
    collectiveName: '集体经济组织',
    poorFounders: 1,
    ...over,
  };
}

function broken(given: Plan, founders: readonly Founder[], over: Partial<PlanSetting> = {}): string[] {
  return checkPlan(given, founders, setting(over))
    .filter(({ ok, must }) => must && !ok)
    .map(({ code }) => code);
}

describe('the clauses beside a plan', () => {
  it('are all kept by a lawful one', () => {
    expect(isReady(checkPlan(plan(), five, setting()))).toBe(true);
  });

  it.each([
    ['members_too_few', plan(), five.slice(0, 4)],
    [
      'farmers_too_few',
      plan(),
      [...five.slice(0, 3), founder('006', { kind: 'other_person' }), founder('007', { kind: 'other_person' })],
    ],
    ['units_too_many', plan(), [...five, ...five.map((one) => founder(`1${one.number}`)), unit('20'), unit('21')]],
    ['public_affairs_member', plan(), [...five, unit('20', { name: '甲村党支部' })]],
    ['public_affairs_member', plan(), [...five, unit('20', { unitKind: 'public_affairs' })]],
    ['shares_method', plan({ sharesMethod: ' ' }), five],
    ['surplus_method', plan({ surplusMethod: null }), five],
    [
      'capital',
      plan({ upliftMechanism: 'none', upliftNote: '成员大会另定' }),
      five.map((one) => ({ ...one, cashFen: 0n, householdGrantFen: 0n })),
    ],
    ['in_kind_valued', plan(), [...five, founder('006', { grasslandFen: 1n })]],
    ['charter', plan({ patronageBp: 5_999 }), five],
    ['charter', plan({ additionalVotesBp: 2_001 }), five],
    ['uplift', plan({ upliftMechanism: 'none' }), five],
    ['uplift_source', plan(), five.map((one) => ({ ...one, householdGrantFen: 0n }))],
    ['uplift_source', plan({ upliftMechanism: 'quantification' }), five],
    ['uplift_source', plan({ upliftMechanism: 'collective_share' }), five],
    ['uplift_source', plan({ upliftMechanism: 'floor_dividend' }), five],
    ['relief', plan({ reliefBp: 0 }), five],
    ['expansion', plan({ expansionBp: 0, surplusReserveBp: 0 }), five],
  ] as const)('find that %s is broken', (code, given, founders) => {
    expect(broken(given, founders)).toEqual([code]);
  });

  it('ask no uplift where nobody is poor, and take a reason instead of one', () => {
    const none = plan({ upliftMechanism: 'none' });
    expect(broken(none, five, { poorFounders: 0 })).toEqual([]);
    expect(broken({ ...none, upliftNote: '成员大会决定逐年上浮' }, five)).toEqual([]);
  });

  it('know federations, collectives and contracts by their own laws', () => {
    const members = ['001', '002', '003'].map((number) => founder(number, { kind: 'cooperative' }));
    const federation = plan({
      kind: 'federation',
      additionalVotesBp: 0,
      upliftMechanism: 'none',
      upliftNote: '由成员社上浮',
    });
    expect(broken(federation, members)).toEqual([]);
    expect(broken({ ...federation, additionalVotesBp: 1 }, members)).toEqual(['one_vote_each']);
    expect(broken(federation, members.slice(1))).toEqual(['federation_too_few']);
    const collective = plan({
      ...{ kind: 'collective_economic_organization', patronageBp: 0, additionalVotesBp: 0 },
      ...{ upliftMechanism: 'quantification', name: '甲村股份经济合作社' },
    });
    expect(broken(collective, five)).toEqual([]);
    expect(broken(collective, five, { on: '2025-05-01' })).toEqual(['name_collective']);
    expect(broken({ ...collective, patronageBp: 1 }, five)).toEqual(['charter']);
    const company = plan({ kind: 'company', expansionBp: 0, surplusReserveBp: 0, reliefBp: 0, patronageBp: 0 });
    expect(broken(company, five)).toEqual([]);
  });
});

function unit(number: string, over: Partial<Founder> = {}): Founder {
  return founder(number, { kind: 'unit', unitKind: 'enterprise', ...over });
}

describe('the content of a plan', () => {
  it('is the same whatever the order of its founders, and another for every change that matters', () => {
    const content = (given: Plan, founders: readonly Founder[]) =>
      JSON.stringify(planContent(given, founders), (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    expect(content(plan(), five.toReversed())).toBe(content(plan(), five));
    const [first = founder('001'), ...others] = five;
    expect(content(plan(), [{ ...first, cashFen: 100_001n }, ...others])).not.toBe(content(plan(), five));
    for (const key of Object.keys(plan()) as (keyof Plan)[]) {
      const other = { ...plan(), [key]: 'other' } as unknown as Plan;
      expect(content(other, five), key).not.toBe(content(plan(), five));
    }
  });

  it('adds capital up by kind and in all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 6, maxLength: 6 }), { maxLength: 40 }),
        (rows) => {
          const capital = rows.map(([a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n]) => ({
            ...{ cashFen: a, householdGrantFen: b, croplandFen: c, forestFen: d, grasslandFen: e, goodsFen: f },
          }));
          const { totalFen, ...kinds } = sumCapital(capital);
          expect(capitalOf(kinds)).toBe(totalFen);
          expect(totalFen).toBe(rows.flat().reduce((sum, fen) => sum + fen, 0n));
        },
      ),
    );
  });
});

const digest = 'd1';

function proof(over: Partial<Proof> = {}): Proof {
  return { state: 'proven', digest, from: '2019-06-03', on: '2019-06-03', id: 'x', page: null, note: null, ...over };
}

function states(proofs: Proofs): string[] {
  return chainOf(digest, proofs).map(({ state }) => state);
}

describe('the chain of proofs', () => {
  it('locks every step behind the first that is not proven', () => {
    expect(states({})).toEqual(['open', 'locked', 'locked', 'locked', 'locked', 'locked']);
    expect(states({ resolution: proof() })).toEqual(['open', 'locked', 'locked', 'locked', 'locked', 'locked']);
    expect(states({ draft: proof(), party_study: proof({ state: 'running' }), resolution: proof() })).toEqual([
      ...['done', 'running', 'locked', 'locked', 'locked', 'locked'],
    ]);
  });

  it('does not count a proof of another version, one that says no, or one from before the step before', () => {
    const two = { draft: proof(), party_study: proof() };
    expect(states({ ...two, resolution: proof({ digest: 'd0' }) })[2]).toBe('stale');
    expect(states({ ...two, resolution: proof({ state: 'failed' }) })[2]).toBe('failed');
    expect(states({ ...two, resolution: proof({ from: '2019-06-02' }) })[2]).toBe('early');
    const late = { ...two, party_study: proof({ on: '2019-06-05' }), resolution: proof({ from: '2019-06-04' }) };
    expect(states(late)[2]).toBe('early');
  });

  it('says whose turn it is, and why another step cannot be begun', () => {
    const chain = chainOf(digest, { draft: proof() });
    expect(nextStep(chain)).toMatchObject({ step: 'party_study', holder: 'branch' });
    expect(barOf(chain, 'party_study')).toBeUndefined();
    expect(barOf(chain, 'resolution')).toEqual({ code: 'formation_needs_party_study' });
    expect(barOf(chain, 'draft')).toEqual({ code: 'formation_step_done' });
    const running = chainOf(digest, { draft: proof(), party_study: proof({ state: 'running' }) });
    expect(barOf(running, 'party_study')).toEqual({ code: 'formation_step_running' });
  });

  it('for any proofs is done up to one step, and nothing is done behind it', () => {
    const any = fc.record({
      state: fc.constantFrom('proven', 'running', 'failed'),
      digest: fc.constantFrom('d1', 'd0'),
      from: fc.constantFrom('2019-06-01', '2019-06-02', '2019-06-03'),
      on: fc.constantFrom('2019-06-01', '2019-06-02', '2019-06-03'),
    });
    const proofs = fc.record(
      Object.fromEntries(formationSteps.map((step) => [step, fc.option(any, { nil: undefined })])),
    );
    fc.assert(
      fc.property(proofs, (given) => {
        const found = Object.fromEntries(
          Object.entries(given).map(([step, one]) => [step, one && proof(one as Partial<Proof>)]),
        );
        const chain = chainOf(digest, found as Proofs);
        const done = chain.filter(({ state }) => state === 'done').length;
        expect(chain.slice(0, done).every(({ state }) => state === 'done')).toBe(true);
        expect(chain.slice(done + 1).every(({ state }) => state === 'locked')).toBe(true);
        for (const { step } of chain.slice(done + 1)) expect(barOf(chain, step)).toBeDefined();
      }),
    );
  });

  it('is written down once, and ended when it no longer stands', () => {
    const chain = chainOf(digest, { draft: proof() });
    const [begun] = stepChanges({ chain, steps: [], digest });
    expect(begun).toMatchObject({ step: 'draft', begins: { state: 'proven' }, ends: undefined });
    const steps = [{ step: 'draft', digest }] as const;
    expect(stepChanges({ chain, steps, digest })).toEqual([]);
    const changed = chainOf('d2', { draft: proof() });
    expect(stepChanges({ chain: changed, steps, digest: 'd2' })).toMatchObject([{ ends: { step: 'draft' } }]);
  });
});

describe('who decides', () => {
  it.each([
    ['farmers_professional', 'villagers', 'farmers_professional', 'founding_assembly'],
    ['federation', 'founders', 'federation', 'founding_assembly'],
    ['shareholding_economic', 'founders', 'collective_economic', 'founding_assembly'],
    ['collective_economic_organization', 'villagers', 'village', 'members_assembly'],
    ['asset_income_project', 'founders', 'village', 'members_assembly'],
  ] as const)('on a %s by its %s: %s %s', (kind, by, form, organ) => {
    expect(assemblyOf(kind, by)).toEqual({ form, organ });
  });
});

describe('a draft', () => {
  it('has its seat in a village and was made by today', () => {
    const draft = { place: village, draftedOn: '2019-06-03' };
    expect(proposePlan(draft, '2019-06-03').ok).toBe(true);
    expect(proposePlan({ ...draft, place: 150622100000 }, '2019-06-03')).toMatchObject({
      refusal: { code: 'formation_place' },
    });
    expect(proposePlan(draft, '2019-06-02')).toMatchObject({ refusal: { code: 'formation_drafted_future' } });
  });

  it.each([
    ['founder_unit_kind', { kind: 'unit' }],
    ['founder_place', { memberPlace: 150622100000 }],
    ['founder_household_kind', { kind: 'collective', householdId: 'h' }],
  ] as const)('refuses a founder with %s', (code, over) => {
    expect(proposeFounder(founder('001', over))).toMatchObject({ ok: false, refusal: { code } });
  });
});
