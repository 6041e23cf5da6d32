import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationOf,
  approved,
  bankId,
  consentOf,
  contractOf,
  county,
  expectOk,
  household,
  lent,
  loanWorld,
  neighbour,
  otherBankId,
  type World,
} from './loans.testing.ts';

let world: World;
beforeAll(async () => {
  world = await loanWorld('2018-05-10');
});
afterAll(() => world.close());

describe('an application', () => {
  it('is filled in from the register, and shows the rules in force', async () => {
    const id = await household(world);
    const known = await expectOk(world.clerk.get(`/loan-prefill/${county}/${id}`));
    expect(known).toMatchObject({ name: '巴特尔', povertyState: 'registered', residents: 1, refusals: [] });
    expect(known.regime).toMatchObject({ ceilingFen: 5_000_000, mostMonths: 36, shortRatePpm: 43_500, once: true });
  });

  it('that the rules do not allow is kept with every reason, and counted', async () => {
    const id = await household(world, { state: null });
    const body = applicationOf(id, { amountFen: 6_000_000, purpose: 'housing' });
    const refusals = ['not_registered', 'above_ceiling', 'purpose_excluded'];
    expect(await expectOk(world.clerk.send('POST', '/loan-applications', body))).toMatchObject({
      state: 'refused',
      refusals,
    });
    const listed = await world.clerk.get('/loan-applications?refusal=above_ceiling');
    expect(listed.body).toMatchObject({ total: 1, rows: [{ id: body.id, refusals }] });
    const sent = { revision: 1, bankId, consent: consentOf() };
    const refused = await world.clerk.send('POST', `/loan-applications/${county}/${body.id}/send`, sent);
    expect(refused.body.code).toBe('application_state');
  });

  it('is one at a time for a household, and nobody outside the range learns of the household', async () => {
    const id = await household(world);
    await expectOk(world.clerk.send('POST', '/loan-applications', applicationOf(id)));
    const again = await world.clerk.send('POST', '/loan-applications', applicationOf(id));
    expect(again.body.code).toBe('application_twice');
    const far = await world.app.signIn('village_clerk', { place: neighbour });
    expect((await far.send('POST', '/loan-applications', applicationOf(id))).status).toBe(404);
    expect((await far.get(`/loan-prefill/${county}/${id}`)).status).toBe(404);
    expect((await far.get('/loan-applications')).body.total).toBe(0);
  });

  it('has no rules in a gap between two of them', async () => {
    const late = await loanWorld('2026-03-02');
    const id = await household(late);
    const reply = await expectOk(late.clerk.send('POST', '/loan-applications', applicationOf(id)));
    expect(reply).toMatchObject({ state: 'refused', refusals: ['no_regime'] });
    await late.close();
  });
});

describe('a bank', () => {
  it('knows of an application only once it was sent there, and of the household what the consent names', async () => {
    const id = await household(world, { name: '其木格' });
    const body = applicationOf(id);
    await expectOk(world.clerk.send('POST', '/loan-applications', body));
    const path = `/loan-applications/${county}/${body.id}`;
    expect((await world.bank.get(path)).status).toBe(404);
    const without = await world.clerk.send('POST', `${path}/send`, { revision: 1, bankId });
    expect(without.body.code).toBe('consent_missing');
    const consent = consentOf({ endsOn: '2018-08-10' });
    await expectOk(world.clerk.send('POST', `${path}/send`, { revision: 1, bankId, consent }));
    const seen = await expectOk(world.bank.get(path));
    expect(seen.consent).toMatchObject({
      inForce: true,
      facts: { people: 1, headName: '其木格', povertyState: 'registered' },
    });
    expect(seen.consent).not.toHaveProperty('facts.croplandMu');
    expect((await world.otherBank.get(path)).status).toBe(404);
    expect((await world.bank.get(`/loan-prefill/${county}/${id}`)).status).toBe(403);

    await world.setDay('2018-08-10');
    const over = await expectOk(world.bank.get(path));
    expect(over.consent).toMatchObject({ inForce: false, facts: null });
    await world.setDay('2018-05-10');
    await expectOk(world.clerk.send('POST', `${path}/consent/withdraw`, { revision: 1, reason: '本人撤回' }));
    expect((await expectOk(world.bank.get(path))).consent).toMatchObject({ inForce: false, facts: null });
  });

  it('declines by code; approves only what somebody else made', async () => {
    const id = await household(world);
    const body = applicationOf(id);
    await expectOk(world.clerk.send('POST', '/loan-applications', body));
    const path = `/loan-applications/${county}/${body.id}`;
    await expectOk(world.clerk.send('POST', `${path}/send`, { revision: 1, bankId, consent: consentOf() }));
    expect((await world.otherBank.send('POST', `${path}/decide`, { revision: 2, decision: 'approved' })).status).toBe(
      404,
    );
    const bare = await world.bank.send('POST', `${path}/decide`, { revision: 2, decision: 'declined' });
    expect(bare.body.code).toBe('decline_code_missing');
    const declined = { revision: 2, decision: 'declined', declineCode: 'credit_record' };
    await expectOk(world.bank.send('POST', `${path}/decide`, declined));
    expect(await expectOk(world.clerk.get(path))).toMatchObject({ state: 'declined', declineCode: 'credit_record' });
  });

  it('that asks for collateral on microcredit is refused, and the office reads of it', async () => {
    const applicationId = await approved(world, await household(world));
    const asked = contractOf(applicationId, { collateral: 'mortgage' });
    const refused = await world.bank.send('POST', '/loans', asked);
    expect(refused.body).toMatchObject({ code: 'loan_collateral_exempt' });
    const reports = await world.office.get('/loan-reports?state=open');
    expect(reports.body).toMatchObject({
      total: 1,
      rows: [{ applicationId, collateral: 'mortgage', source: 'refused_terms' }],
    });
    const [{ id, revision }] = reports.body.rows as [{ id: string; revision: number }];
    const close = `/loan-reports/${county}/${id}/close`;
    expect((await world.bank.send('POST', close, { revision, result: '已整改' })).status).toBe(403);
    await expectOk(world.office.send('POST', close, { revision, result: '约谈银行，已整改' }));
    expect((await world.office.get('/loan-reports?state=open')).body.total).toBe(0);
    // the database refuses it too, whatever way it comes
    const owner = await world.database.connectOwner();
    const forced =
      owner.query(`insert into loan (county, id, place, kind, application_id, household_id, borrower_name, poor, bank_id,
      contract_number, principal_fen, rate_ppm, method, term_months, every_months, starts_on, ends_on, day_count, shift_holidays, purpose,
      collateral, subsidised, outstanding_fen, state, revision, recorded_at, recorded_by)
      select county, gen_random_uuid(), place, kind, id, household_id, borrower_name, poor, bank_id, 'X-1', 1, 0, 'interest_only', 1, 1,
      '2018-05-10', '2018-06-10', 'monthly', true, purpose, 'pledge', false, 1, 'open', 1, now(), made_by
      from loan_application where id = '${applicationId}'`);
    await expect(forced).rejects.toThrow('loan_check');
    await owner.end();
  });

  it('stays within what was applied for and the ceilings of the day', async () => {
    const applicationId = await approved(world, await household(world));
    const tried = async (change: object) =>
      (await world.bank.send('POST', '/loans', contractOf(applicationId, change))).body.code;
    expect(await tried({ ratePpm: 43_600 })).toBe('loan_rate_above');
    expect(await tried({ principalFen: 5_000_001 })).toBe('loan_above_applied');
    expect(await tried({ termMonths: 13 })).toBe('loan_term_above_applied');
    expect(await tried({ startsOn: '2018-05-11' })).toBe('loan_in_future');
    expect(await tried({ startsOn: '2018-05-09' })).toBe('loan_before_application');
    expect(await tried({})).toBeUndefined();
    expect(await tried({})).toBe('application_state');
  });
});

describe('a loan', () => {
  const pay = (id: string, change: object) =>
    world.bank.send('POST', `/loans/${county}/${id}/payments`, {
      ...{ id: randomUUID(), kind: 'instalment', paidOn: '2018-08-10', principalFen: 0, interestFen: 55_583 },
      ...{ receipt: randomUUID().slice(0, 8), ...change },
    });

  it('carries its plan, takes payments once, and refuses more than the plan has', async () => {
    await world.setDay('2018-05-10');
    const id = await lent(world, await household(world));
    const loan = await expectOk(world.clerk.get(`/loans/${county}/${id}`));
    expect(loan).toMatchObject({ outstandingFen: 5_000_000, state: 'open', overdueFen: 0, age: 'current' });
    expect(loan.lines).toMatchObject([
      { dueOn: '2018-08-10', interestFen: 55_583 },
      {},
      {},
      { principalFen: 5_000_000 },
    ]);
    await world.setDay('2018-08-13');
    expect((await pay(id, { interestFen: 5_555_830 })).body.code).toBe('loan_overpaid');
    expect((await pay(id, { paidOn: '2018-08-14' })).body.code).toBe('loan_in_future');
    await expectOk(pay(id, { receipt: 'R-1' }));
    expect((await pay(id, { receipt: 'R-1' })).body.code).toBe('payment_receipt_known');
    expect((await world.otherBank.get(`/loans/${county}/${id}`)).status).toBe(404);
    const after = await expectOk(world.clerk.get(`/loans/${county}/${id}`));
    expect(after.lines).toMatchObject([{ settledOn: '2018-08-10', paidInterestFen: 55_583 }, {}, {}, {}]);
  });

  it('is prepaid with the interest up to the day, and a payment taken out brings the plan back', async () => {
    await world.setDay('2018-05-10');
    const id = await lent(world, await household(world));
    await world.setDay('2018-08-10');
    await expectOk(pay(id, {}));
    await world.setDay('2018-09-09');
    const whole = { kind: 'prepayment', paidOn: '2018-09-09', principalFen: 5_000_000, afterwards: 'shorten' };
    const wrong = await pay(id, { ...whole, interestFen: 1 });
    expect(wrong.body).toMatchObject({ code: 'loan_prepayment_differs', values: { interest: '18125' } });
    const paid = await expectOk(pay(id, { ...whole, interestFen: 18_125 }));
    const settled = await expectOk(world.bank.get(`/loans/${county}/${id}`));
    expect(settled).toMatchObject({ state: 'settled', outstandingFen: 0, settledOn: '2018-09-09' });
    expect(settled.lines).toHaveLength(2);
    const taken = { revision: 1, reason: '录错了' };
    await expectOk(world.bank.send('POST', `/loans/${county}/${id}/payments/${paid.id}/withdraw`, taken));
    const back = await expectOk(world.bank.get(`/loans/${county}/${id}`));
    expect(back).toMatchObject({ state: 'open', outstandingFen: 5_000_000 });
    expect(back.lines).toHaveLength(4);
  });

  it('of two payments at once, one counts for the same receipt and both for two', async () => {
    await world.setDay('2018-05-10');
    const id = await lent(world, await household(world));
    await world.setDay('2018-08-10');
    const same = await Promise.all([1, 2, 3].map(() => pay(id, { receipt: 'same', interestFen: 10_000 })));
    expect(same.filter(({ status }) => status === 200)).toHaveLength(1);
    const loan = await expectOk(world.bank.get(`/loans/${county}/${id}`));
    expect(loan.lines).toMatchObject([{ paidInterestFen: 10_000 }, {}, {}, {}]);
    expect(loan.payments).toHaveLength(1);
  });

  it('is extended once, before it ends', async () => {
    await world.setDay('2018-05-10');
    const id = await lent(world, await household(world));
    const extend = (months: number, revision: number) =>
      world.bank.send('POST', `/loans/${county}/${id}/extend`, { revision, months, reason: '受灾' });
    expect((await extend(13, 1)).body.code).toBe('loan_extension_too_long');
    await expectOk(extend(6, 1));
    const loan = await expectOk(world.bank.get(`/loans/${county}/${id}`));
    expect(loan).toMatchObject({ endsOn: '2019-11-10', extendedMonths: 6 });
    expect(loan.lines).toHaveLength(6);
    expect((await extend(1, loan.revision as number)).body.code).toBe('loan_extended_before');
  });

  it('is had once under rules that say so, even when repaid', async () => {
    await world.setDay('2018-05-10');
    const householdId = await household(world);
    const id = await lent(world, householdId);
    const open = await expectOk(world.clerk.send('POST', '/loan-applications', applicationOf(householdId)));
    expect(open.refusals).toEqual(['open_loan', 'borrowed_before']);
    await world.setDay('2018-05-11');
    await expectOk(
      pay(id, {
        kind: 'prepayment',
        paidOn: '2018-05-11',
        principalFen: 5_000_000,
        interestFen: 604,
        afterwards: 'lower',
      }),
    );
    const again = await expectOk(world.clerk.send('POST', '/loan-applications', applicationOf(householdId)));
    expect(again.refusals).toEqual(['borrowed_before']);
  });
});

it('asks a visit for what is late and for what nobody explained, and one visit closes each', async () => {
  await world.setDay('2018-05-10');
  const id = await lent(world, await household(world, { name: '逾期户' }));
  const tasks = async () => {
    const { body } = await world.secretary.get(`/loan-tasks?q=${encodeURIComponent('逾期户')}`);
    return body.rows as { cause: string; sinceOn: string; dueOn: string; light: string; responsible: string[] }[];
  };
  expect(await tasks()).toEqual([]);
  await world.setDay('2018-08-20');
  expect(await tasks()).toMatchObject([
    { cause: 'use', sinceOn: '2018-08-08', dueOn: '2018-08-15', light: 'late' },
    { cause: 'overdue', sinceOn: '2018-08-10', dueOn: '2018-08-17', light: 'late', responsible: ['first_secretary'] },
  ]);
  const use = {
    id: randomUUID(),
    happenedOn: '2018-06-01',
    amountFen: 5_000_000,
    item: '基础母羊60只',
    evidence: '发票',
  };
  const uses = `/loans/${county}/${id}/uses`;
  expect((await world.clerk.send('POST', uses, { ...use, amountFen: 5_000_001 })).body.code).toBe('use_beyond_loan');
  await expectOk(world.clerk.send('POST', uses, use));
  expect(await tasks()).toMatchObject([{ cause: 'overdue' }]);
  const visit = { id: randomUUID(), cause: 'overdue', visitedOn: '2018-08-20', finding: '羊价低，月底出栏后还' };
  const visits = `/loans/${county}/${id}/visits`;
  expect((await world.secretary.send('POST', visits, { ...visit, visitedOn: '2018-08-09' })).body.code).toBe(
    'visit_before_task',
  );
  await expectOk(world.secretary.send('POST', visits, visit));
  expect(await tasks()).toEqual([]);
  const again = await world.secretary.send('POST', visits, { ...visit, id: randomUUID() });
  expect(again.body.code).toBe('visit_known');
});

it('shows a household its own loans and who may see what of it, and nobody else’s', async () => {
  await world.setDay('2018-05-10');
  const householdId = await household(world, { name: '自家' });
  await lent(world, householdId);
  const own = await world.app.signIn('household', { household: { county, id: householdId } });
  const seen = await expectOk(own.get('/my-loans'));
  expect(seen).toMatchObject({
    loans: [{ borrowerName: '自家', outstandingFen: 5_000_000, lines: [{}, {}, {}, {}] }],
    applications: [{ state: 'contracted', bankName: '甲农商行' }],
    consents: [{ bankName: '甲农商行', fields: ['people', 'poverty'] }],
  });
  const other = await world.app.signIn('household', { household: { county, id: await household(world) } });
  expect(await expectOk(other.get('/my-loans'))).toEqual({ loans: [], applications: [], consents: [] });
  expect((await own.get('/loans')).status).toBe(403);
  expect((await world.otherBank.get('/loans')).body.total).toBe(0);
  expect(otherBankId).not.toBe(bankId);
});
