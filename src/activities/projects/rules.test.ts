import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample, findingLight, proposeAnswer, proposeReview } from './audit-rules.ts';
import { barOf, chainOf, type ProjectStep, type Proof, projectSteps, stepChanges } from './chain-rules.ts';
import {
  approvalsFor,
  approverRolesFor,
  grantEntry,
  type OrderQuestion,
  type PayQuestion,
  proposeOrder,
  proposePay,
} from './order-rules.ts';
import { proposeAward, proposeClosing, proposeProject } from './rules.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 300 });

const table = { twoOverFen: 5_000_000n, threeOverFen: 20_000_000n, splitDays: 30 };

describe('a proposal', () => {
  const plan = {
    place: 150622100201,
    plannedFrom: '2018-04-01',
    plannedThrough: '2018-09-30',
    households: 12,
    poorHouseholds: 8,
  };
  it.each([
    ['project_place', { place: 150622100000 }],
    ['project_days', { plannedThrough: '2018-03-31' }],
    ['project_households', { poorHouseholds: 13 }],
  ])('is refused with %s', (code, wrong) => {
    expect(proposeProject({ ...plan, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
  });
  it('is taken otherwise', () => expect(proposeProject(plan)).toEqual({ ok: true, value: true }));
});

describe('the chain of proofs', () => {
  const days = { library: 5, review: 10, notice: 15, award: 30, start: 20, acceptance: 20, handover: 20 };
  const proof = (on: string, over: Partial<Proof> = {}): Proof => ({
    ...{ state: 'proven', digest: 'd', from: on, on, id: null, page: null, note: { code: 'x', values: {} } },
    ...over,
  });
  const ask = (proofs: Partial<Record<ProjectStep, Proof>>, today = '2018-04-02') =>
    chainOf({ digest: 'd', proofs, proposedOn: '2018-03-01', plannedThrough: '2018-09-30', days, today });
  const states = (proofs: Partial<Record<ProjectStep, Proof>>) => ask(proofs).map(({ state }) => state);

  it('waits for the step before, whatever lies ready', () => {
    expect(states({ review: proof('2018-03-05') })).toEqual(['open', ...Array(7).fill('locked')]);
    expect(states({ library: proof('2018-03-05'), review: proof('2018-03-08') }).slice(0, 3)).toEqual([
      'done',
      'done',
      'open',
    ]);
  });

  it('takes no proof of other content, none that came too early, and none that failed', () => {
    const library = proof('2018-03-05');
    expect(states({ library: proof('2018-03-05', { digest: 'e' }) })[0]).toBe('stale');
    expect(states({ library, review: proof('2018-03-04') })[1]).toBe('early');
    expect(states({ library, review: proof('2018-03-06', { state: 'failed' }) })[1]).toBe('failed');
  });

  it('has a clock in working days for each step, and the planned day for the work', () => {
    const [library, review] = ask({ library: proof('2018-03-05') });
    expect([library?.dueOn, library?.light]).toEqual(['2018-03-08', 'met']);
    expect([review?.dueOn, review?.light]).toEqual(['2018-03-19', 'late']);
    const all = Object.fromEntries(projectSteps.slice(0, 5).map((step, at) => [step, proof(`2018-03-0${at + 2}`)]));
    expect(ask(all).find(({ step }) => step === 'progress')?.dueOn).toBe('2018-09-30');
  });

  it('says whose turn it is', () => {
    const chain = ask({ library: proof('2018-03-05', { state: 'running' }) });
    expect(barOf(chain, 'library')).toEqual({ code: 'project_step_running' });
    expect(barOf(chain, 'notice')).toEqual({ code: 'project_needs_library' });
    expect(barOf(ask({ library: proof('2018-03-05') }), 'library')).toEqual({ code: 'project_step_done' });
  });

  it('writes down what changed, once', () => {
    const chain = ask({ library: proof('2018-03-05') });
    const [change] = stepChanges({ chain, steps: [], digest: 'd' });
    expect(change).toMatchObject({ step: 'library', ends: undefined, begins: { dueOn: '2018-03-08' } });
    const row = { step: 'library' as const, digest: 'd' };
    expect(stepChanges({ chain, steps: [row], digest: 'd' })).toEqual([]);
    expect(stepChanges({ chain: ask({}), steps: [row], digest: 'd' })).toMatchObject([
      { ends: row, begins: undefined },
    ]);
  });
});

describe('an award', () => {
  const project = { awardMethod: 'tender', budgetFen: 1_000n, awardedFen: 400n } as const;
  const award = {
    method: 'tender',
    bidders: 3,
    documentNumber: '招2018-1',
    amountFen: 600n,
    decidedOn: '2018-05-01',
  } as const;
  const known = { resolved: false, today: '2018-05-02' };
  it('takes three bidders and a paper, within the budget', () => {
    expect(proposeAward(project, award, known)).toEqual({ ok: true, value: true });
  });
  it.each([
    ['award_bidders', { bidders: 2 }],
    ['award_document', { documentNumber: null }],
    ['award_method', { method: 'discussion' as const }],
    ['award_beyond_budget', { amountFen: 601n }],
    ['award_future', { decidedOn: '2018-05-03' }],
  ])('is refused with %s', (code, wrong) => {
    expect(proposeAward(project, { ...award, ...wrong }, known)).toMatchObject({ ok: false, refusal: { code } });
  });
  it('by discussion needs the resolution', () => {
    const small = { ...project, awardMethod: 'discussion' } as const;
    const talked = { ...award, method: 'discussion', bidders: null, documentNumber: null } as const;
    expect(proposeAward(small, talked, known)).toMatchObject({ refusal: { code: 'award_undecided' } });
    expect(proposeAward(small, talked, { ...known, resolved: true }).ok).toBe(true);
  });
});

describe('an order to pay', () => {
  const question: OrderQuestion = {
    order: {
      spentOn: 'asset',
      amountFen: 500n,
      payeeName: '种羊场',
      payeeId: 'p',
      invoiceNumber: '0001',
      purpose: 'breeding_stock',
    },
    project: { state: 'open', purpose: 'breeding_stock', budgetFen: 1_000n, paidFen: 0n },
    contract: { partyName: '种羊场', partyId: 'p', amountFen: 800n, paidFen: 0n, endedOn: null },
    ...{ openFen: 0n, contractOpenFen: 0n, goalsWeightBp: 10_000 },
  };
  const code = (change: Partial<OrderQuestion>, order: Partial<OrderQuestion['order']> = {}) => {
    const done = proposeOrder({ ...question, ...change, order: { ...question.order, ...order } });
    return done.ok ? 'ok' : done.refusal.code;
  };

  it('is for the purpose, the party and the amount of its contract', () => {
    expect(code({})).toBe('ok');
    expect(code({ goalsWeightBp: 0 })).toBe('project_goals_missing');
    expect(code({}, { purpose: 'vehicles' })).toBe('order_purpose');
    expect(code({}, { payeeName: '别家' })).toBe('order_other_payee');
    expect(code({}, { amountFen: 801n })).toBe('order_beyond_contract');
    expect(code({ contractOpenFen: 400n })).toBe('order_beyond_contract');
    expect(code({ openFen: 600n })).toBe('order_beyond_budget');
    expect(code({ contract: undefined })).toBe('order_contract_missing');
    expect(code({}, { invoiceNumber: null })).toBe('order_invoice_missing');
    expect(code({ project: { ...question.project, state: 'closed' } })).toBe('project_ended');
  });

  it('needs as many approvals as its window is large, however it is split', () => {
    expect([5_000_000n, 5_000_001n, 20_000_000n, 20_000_001n].map((fen) => approvalsFor(fen, table))).toEqual([
      1, 2, 2, 3,
    ]);
    expect(approverRolesFor(2)).toEqual(['township_clerk', 'banner_office']);
    const parts = fc.array(fc.bigInt(1n, 9_000_000n), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, (list) => {
        const sums = list.map((_, at) => list.slice(0, at + 1).reduce((sum, part) => sum + part, 0n));
        const needed = sums.map((sum) => approvalsFor(sum, table));
        expect(needed.at(-1)).toBe(Math.max(...needed));
        expect(needed.at(-1)).toBe(approvalsFor(sums.at(-1) ?? 0n, table));
      }),
    );
  });

  const pay: PayQuestion = {
    ...{ state: 'asked', digest: 'd', makerId: 'm', payerId: 'p', ownPayee: false },
    approvals: [
      { role: 'township_clerk', state: 'approved', digest: 'd', decidedBy: 'a' },
      { role: 'banner_office', state: 'approved', digest: 'd', decidedBy: 'b' },
    ],
  };
  const paid = (change: Partial<PayQuestion>) => {
    const done = proposePay({ ...pay, ...change });
    return done.ok ? done.value : done.refusal.code;
  };

  it('is paid when all approved this content, each of them somebody else', () => {
    const [first, second] = pay.approvals;
    if (!first || !second) throw new Error('two approvals');
    expect(paid({})).toEqual(['a', 'b']);
    expect(paid({ approvals: [first, { ...second, state: 'asked', decidedBy: null }] })).toBe('order_not_approved');
    expect(paid({ approvals: [first, { ...second, digest: 'e' }] })).toBe('order_changed');
    expect(paid({ approvals: [first, { ...second, decidedBy: 'a' }] })).toBe('order_same_person');
    expect(paid({ payerId: 'b' })).toBe('order_same_person');
    expect(paid({ payerId: 'm' })).toBe('own_work');
    expect(paid({ ownPayee: true })).toBe('order_own_payee');
    expect(paid({ state: 'paid' })).toBe('order_ended');
  });

  it('leaves a balanced entry in the books of a cooperative', () => {
    const of = { amountFen: 700n, projectSub: 'pr', sourceSub: 'so' };
    const text = (lines: ReturnType<typeof grantEntry>) =>
      lines?.map(({ code: account, amount }) => `${account} ${amount}`).join('; ');
    expect(text(grantEntry('coop37', { kind: 'received' }, of))).toBe('102 700; 235 -700');
    expect(text(grantEntry('coop37', { kind: 'spent', on: 'expense' }, of))).toBe('235 700; 102 -700');
    expect(text(grantEntry('coop37', { kind: 'spent', on: 'asset' }, of))).toBe(
      '153 700; 102 -700; 235 700; 31101 -700',
    );
    expect(text(grantEntry('collective14', { kind: 'spent', on: 'asset' }, of))).toBe(
      '153 700; 102 -700; 241 700; 311 -700',
    );
    expect(grantEntry('collective04', { kind: 'received' }, of)).toBeUndefined();
  });
});

describe('the end of a project', () => {
  const question = {
    state: 'open',
    assetPaidFen: 100n,
    assetBookedFen: 100n,
    openContracts: 0,
    openOrders: 0,
  } as const;
  it('waits for assets, contracts and orders', () => {
    expect(proposeClosing(question).ok).toBe(true);
    expect(proposeClosing({ ...question, assetBookedFen: 99n })).toMatchObject({
      refusal: { code: 'project_assets_missing', values: { missing: '0.01' } },
    });
    expect(proposeClosing({ ...question, openContracts: 1 })).toMatchObject({
      refusal: { code: 'project_contracts_open' },
    });
    expect(proposeClosing({ ...question, openOrders: 2 })).toMatchObject({ refusal: { code: 'project_orders_open' } });
    expect(proposeClosing({ ...question, state: 'closed' })).toMatchObject({ refusal: { code: 'project_ended' } });
  });
});

describe('an audit', () => {
  it('draws the same from the same seed, whatever the order, and each thing once', () => {
    const all = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(all, fc.string(), fc.integer({ min: 0, max: 80 }), (keys, seed, size) => {
        const things = keys.map((key) => ({ key }));
        const drawn = drawSample(things, size, seed);
        expect(drawn).toEqual(drawSample(things.toReversed(), size, seed));
        expect(new Set(drawn.map(({ key }) => key)).size).toBe(Math.min(size, keys.length));
      }),
    );
  });
  it('gives everything about the same chance', () => {
    const things = Array.from({ length: 20 }, (_, at) => ({ key: String(at).padStart(2, '0') }));
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed += 1)
      for (const { key } of drawSample(things, 5, `seed ${seed}`)) counts.set(key, (counts.get(key) ?? 0) + 1);
    expect(counts.size).toBe(20);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(130);
  });
  it('closes what was answered, by somebody else', () => {
    const open = { state: 'open', amountFen: 100n, answeredBy: null } as const;
    const answered = { ...open, state: 'answered', answeredBy: 'a' } as const;
    expect(proposeAnswer(open, 101n)).toMatchObject({ refusal: { code: 'finding_recovered' } });
    expect(proposeReview(open, 'b')).toMatchObject({ refusal: { code: 'finding_not_answered' } });
    expect(proposeReview(answered, 'a')).toMatchObject({ refusal: { code: 'finding_own_answer' } });
    expect(proposeReview(answered, 'b').ok).toBe(true);
    expect(proposeAnswer({ ...answered, state: 'closed' }, 0n)).toMatchObject({ refusal: { code: 'finding_closed' } });
    expect(findingLight({ dueOn: '2018-05-04', closedOn: null }, '2018-05-03')).toBe('near');
    expect(findingLight({ dueOn: '2018-05-04', closedOn: '2018-05-07' }, '2018-06-01')).toBe('late');
  });
});
