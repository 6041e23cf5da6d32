import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeList } from '../../platform/sheets/export.ts';
import {
  bankId,
  banner,
  county,
  expectOk,
  household,
  lent,
  loanWorld,
  setUpMoney,
  township,
  type World,
} from './loans.testing.ts';
import { statementSheet } from './sheet-contract.ts';

let world: World;
beforeAll(async () => {
  world = await loanWorld('2018-05-10');
});
afterAll(() => world.close());

interface Line {
  readonly id: string;
  readonly loanId: string;
  readonly days: number;
  readonly amountFen: number;
  readonly state: string;
  readonly revision: number;
}

async function linesOf(claimId: string): Promise<Line[]> {
  const { body } = await world.clerk.get(`/loan-subsidy-lines?claimId=${claimId}`);
  return body.rows as Line[];
}

function claimOf(change: object = {}) {
  return {
    ...{ id: randomUUID(), county, bankId, title: '2018年第三季度贴息' },
    ...{ fromOn: '2018-07-01', throughOn: '2018-09-30', ...change },
  };
}

function pay(id: string, change: object) {
  return world.bank.send('POST', `/loans/${county}/${id}/payments`, {
    ...{ id: randomUUID(), kind: 'instalment', paidOn: '2018-08-10', principalFen: 0, interestFen: 55_583 },
    ...{ receipt: randomUUID().slice(0, 8), ...change },
  });
}

it('subsidises interest by actual days, disputes line by line, and pays through the fund by a third person', async () => {
  const good = await lent(world, await household(world, { name: '按时户' }));
  const late = await lent(world, await household(world, { name: '逾期户' }));
  await world.setDay('2018-10-08');
  await expectOk(pay(good, {}));
  await expectOk(pay(late, { paidOn: '2018-08-25' }));
  const early = await world.bank.send('POST', '/loan-subsidies', claimOf({ throughOn: '2018-12-31' }));
  expect(early.body.code).toBe('subsidy_span');
  const claim = claimOf();
  // 92 days and 77 days of 50,000 yuan at 4.35 % over 360
  expect(await expectOk(world.bank.send('POST', '/loan-subsidies', claim))).toMatchObject({
    lines: 2,
    totalFen: 55_583 + 46_520,
  });
  const again = await world.bank.send('POST', '/loan-subsidies', claimOf());
  expect(again.body.code).toBe('subsidy_nothing');

  const path = `/loan-subsidies/${county}/${claim.id}`;
  const lines = await linesOf(claim.id);
  const wrong = lines.find(({ loanId }) => loanId === late);
  if (!wrong) throw new Error('no line');
  expect(wrong).toMatchObject({ days: 77, amountFen: 46_520 });
  const disputed = { revision: wrong.revision, reason: '这户八月才还息' };
  await expectOk(world.clerk.send('POST', `/loan-subsidy-lines/${county}/${wrong.id}/dispute`, disputed));
  expect((await world.office.send('POST', `${path}/check`, { revision: 1 })).body.code).toBe('subsidy_disputed');
  const answered = { revision: wrong.revision + 1, decision: 'struck', reason: '属实，剔除' };
  await expectOk(world.office.send('POST', `/loan-subsidy-lines/${county}/${wrong.id}/answer`, answered));
  expect(await expectOk(world.office.send('POST', `${path}/check`, { revision: 1 }))).toMatchObject({
    totalFen: 55_583,
  });

  const money = await setUpMoney(world);
  expect((await world.office.send('POST', `${path}/pay`, { revision: 2, ...money })).status).toBe(403);
  const both = await Promise.all(
    [1, 2].map(() => world.finance.send('POST', `${path}/pay`, { revision: 2, ...money })),
  );
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const owner = await world.database.connectOwner();
  const paid = await owner.query(`select amount_fen, purpose, payee_kind from fund_movement where kind = 'payment'`);
  const balance = await owner.query(`select sum(left_fen) as left from fund_lot`);
  await owner.end();
  expect(paid.rows).toMatchObject([{ amount_fen: '55583', purpose: 'interest_subsidy', payee_kind: 'household' }]);
  expect(balance.rows).toEqual([{ left: '49944417' }]);
  expect(await expectOk(world.clerk.get(`/loans/${county}/${good}`))).toMatchObject({
    subsidies: [{ state: 'paid', amountFen: 55_583 }],
  });

  // what was struck may be claimed anew, what was paid may not
  expect(await expectOk(world.bank.send('POST', '/loan-subsidies', claimOf()))).toMatchObject({
    lines: 1,
    totalFen: 46_520,
  });
});

it('lets nobody pay what he made or checked, and refuses money that is not earmarked for it', async () => {
  await world.setDay('2018-05-10');
  await lent(world, await household(world));
  await world.setDay('2018-07-02');
  const claim = claimOf({ fromOn: '2018-04-01', throughOn: '2018-06-30' });
  await expectOk(world.office.send('POST', '/loan-subsidies', claim));
  const path = `/loan-subsidies/${county}/${claim.id}`;
  expect((await world.office.send('POST', `${path}/check`, { revision: 1 })).body.code).toBe('own_work');
  const second = await world.app.signIn('banner_office', { place: banner });
  await expectOk(second.send('POST', `${path}/check`, { revision: 1 }));
  const owner = await world.database.connectOwner();
  const known = await owner.query(`select county, id from fund_account where place = $1`, [banner]);
  const [{ id: accountId }] = known.rows as [{ id: string }];
  await owner.query(`update fund_document set purposes = '{training}'`);
  const refused = await world.finance.send('POST', `${path}/pay`, { revision: 2, county, fundAccountId: accountId });
  expect(refused.body.code).toBe('fund_purpose_forbidden');
  expect(await expectOk(world.bank.get(path))).toMatchObject({ state: 'checked', paidFen: 0 });
  await owner.query(`update fund_document set purposes = '{interest_subsidy,risk_fund}'`);
  const forced = owner.query(
    `update loan_subsidy_claim set state = 'paid', paid_on = now(), paid_by = checked_by where id = $1`,
    [claim.id],
  );
  await expect(forced).rejects.toThrow('check');
  await owner.end();
});

it('shares a loss eight to two after ninety days, once, and proposes to suspend the bank, which a person confirms', async () => {
  await world.setDay('2018-05-10');
  const id = await lent(world, await household(world, { name: '坏账户' }));
  const ask = { id: randomUUID() };
  const askPath = `/loans/${county}/${id}/compensation`;
  expect((await world.bank.send('POST', askPath, ask)).body.code).toBe('pool_missing');
  const pool = { id: randomUUID(), county, bankId, agreement: '风补〔2018〕1号', startsOn: '2018-01-01' };
  await expectOk(world.office.send('POST', '/loan-pools', pool));
  expect((await world.office.send('POST', '/loan-pools', { ...pool, id: randomUUID() })).body.code).toBe('pool_known');
  await world.setDay('2018-11-07');
  expect((await world.bank.send('POST', askPath, ask)).body).toMatchObject({
    code: 'compensation_too_early',
    values: { days: 89, least: 90 },
  });
  await world.setDay('2018-11-08');
  expect(await expectOk(world.bank.send('POST', askPath, ask))).toMatchObject({
    fundFen: 4_000_000,
    bankFen: 1_000_000,
  });
  expect((await world.bank.send('POST', askPath, { id: randomUUID() })).body.code).toBe('compensation_known');

  const path = `/loan-compensations/${county}/${ask.id}`;
  const confirmed = { revision: 1, decision: 'confirmed', reason: '核实属实' };
  expect((await world.bank.send('POST', `${path}/check`, confirmed)).status).toBe(403);
  await expectOk(world.office.send('POST', `${path}/check`, confirmed));
  const money = await setUpMoney(world, 'risk');
  await expectOk(world.finance.send('POST', `${path}/pay`, { revision: 2, ...money }));
  expect(await expectOk(world.bank.get(`/loans/${county}/${id}`))).toMatchObject({ state: 'compensated' });

  const poolPath = `/loan-pools/${county}/${pool.id}`;
  const standing = await expectOk(world.office.get(poolPath));
  expect(standing).toMatchObject({ compensatedFen: 5_000_000, fundPaidFen: 4_000_000, suspendProposed: true });
  const loans = `/loans?pool=${pool.id}`;
  const lists = [
    [standing.lentFen, loans, 'principalFen'],
    [standing.outstandingFen, loans, 'outstandingFen'],
    [standing.overdueFen, `${loans}&overdue=true`, 'outstandingFen'],
    [standing.compensatedFen, `/loan-compensations?pool=${pool.id}&state=borne`, 'principalFen'],
    [standing.fundPaidFen, `/loan-compensations?pool=${pool.id}&state=paid`, 'fundFen'],
  ] as const;
  for (const [fen, path, column] of lists) {
    const { rows, sums } = await expectOk(world.office.get(path));
    const added = (rows as Record<string, number>[]).reduce((sum, row) => sum + (row[column] ?? 0), 0);
    expect([path, added, (sums as Record<string, number>)[column]]).toEqual([path, fen, fen]);
  }
  await expectOk(world.office.send('POST', `${poolPath}/suspend`, { revision: 1, reason: '达到上限' }));
  await world.setDay('2018-11-09');
  const stopped = await lent(world, await household(world), { startsOn: '2018-11-09' }).catch(String);
  expect(stopped).toContain('loan_bank_suspended');
  await expectOk(world.office.send('POST', `${poolPath}/lift`, { revision: 2, reason: '已整改' }));
  expect(township).toBe(banner + 100_000);
});

// the two payments of the stories above are the bank’s too, and its workbook lacks them
it('compares the bank’s own workbook line by line, records what only the bank has, and takes a file once', async () => {
  await world.setDay('2018-05-10');
  const id = await lent(world, await household(world, { name: '对账户' }));
  const loan = await expectOk(world.bank.get(`/loans/${county}/${id}`));
  await world.setDay('2018-11-12');
  await expectOk(pay(id, { receipt: 'R-1' }));
  await expectOk(pay(id, { receipt: 'R-0', interestFen: 1, paidOn: '2018-09-01' }));
  const line = { contractNumber: loan.contractNumber as string, borrowerName: '对账户', principalFen: 0n };
  const rows = [
    { ...line, receipt: 'R-1', paidOn: '2018-08-10', interestFen: 55_584n, balanceFen: 5_000_000n },
    { ...line, receipt: 'R-2', paidOn: '2018-11-12', interestFen: 55_582n, balanceFen: 5_000_000n },
    { ...line, receipt: 'R-3', paidOn: '2018-11-12', interestFen: 999_999n },
    { ...line, contractNumber: 'NX-unknown', receipt: 'R-4', paidOn: '2018-08-11', interestFen: 1n },
  ];
  const pieces: Buffer[] = [];
  const options = { spec: statementSheet, language: 'zh', exportedBy: '银行', exportedAt: new Date() } as const;
  for await (const piece of writeList({ ...options, rows })) pieces.push(piece);
  const file = { name: '还款明细.xlsx', bytes: Buffer.concat(pieces) };
  const checked = await world.bank.upload(`/loan-statements/check?county=${county}&bankId=${bankId}`, file);
  expect(checked.body).toMatchObject({ inserted: 2, rejected: 5 });
  const statementId = randomUUID();
  const take = (as: string) => world.bank.upload(`/loan-statements?county=${county}&bankId=${bankId}&id=${as}`, file);
  expect((await take(statementId)).body).toMatchObject({ inserted: 1, unchanged: 0, rejected: 6 });
  expect((await take(randomUUID())).body.code).toBe('statement_known');
  const { body } = await world.bank.get(`/loan-statements/${county}/${statementId}/lines?limit=200&q=NX-`);
  const listed = body.rows as { contractNumber: string; receipt: string; state: string; differences: string[] }[];
  const known = listed.filter(({ contractNumber }) => [loan.contractNumber, 'NX-UNKNOWN'].includes(contractNumber));
  const found = known.map((one) => [...[one.receipt, one.state, one.differences.join()]]);
  expect(found.toSorted()).toEqual([
    ['R-0', 'different', 'missing_there'],
    ['R-1', 'different', 'interest'],
    ['R-2', 'taken', 'missing_here'],
    ['R-3', 'different', 'missing_here,schedule'],
    ['R-4', 'unknown', 'contract_unknown'],
  ]);
  const after = await expectOk(world.bank.get(`/loans/${county}/${id}`));
  expect(after.lines).toMatchObject([{ settledOn: '2018-08-10' }, { settledOn: '2018-11-12' }, {}, {}]);
  const foreign = await world.otherBank.upload(`/loan-statements/check?county=${county}&bankId=${bankId}`, file);
  expect(foreign.status).toBe(404);
});

it('prints a plan and writes the lists as workbooks', async () => {
  const { body } = await world.bank.get('/loans?limit=1');
  const [{ id }] = body.rows as [{ id: string }];
  const printed = await world.bank.get(`/loans/${county}/${id}/print`);
  expect(printed.raw.subarray(0, 5).toString()).toBe('%PDF-');
  for (const path of ['/loans/export', '/loan-applications/export', '/loan-subsidy-lines/export']) {
    const reply = await world.office.get(path);
    expect([path, reply.status, reply.raw.subarray(0, 2).toString()]).toEqual([path, 200, 'PK']);
  }
});
