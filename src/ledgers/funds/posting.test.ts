import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type Tx, transact } from '../../platform/db/transact.ts';
import { balanceOn, listPositions, postEntries } from '../../platform/ledger/ledger-store.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import { feature as places } from '../../registers/places/feature.ts';
import type { FundAccountRow } from './account-store.ts';
import { listDifferences } from './check-store.ts';
import { feature } from './feature.ts';
import {
  accountAt,
  banner,
  checker,
  city,
  documentOf,
  type Flow,
  finance,
  maker,
  move,
  paymentOf,
  setUpFund,
} from './funds.testing.ts';
import {
  closeProjectFunds,
  commitFunds,
  type FundPayment,
  moveFunds,
  payFunds,
  releaseCommitment,
  reopenProjectFunds,
} from './money-store.ts';
import { postMovements } from './posting-store.ts';

let database: TestDatabase;
let office: FundAccountRow;
let nextVillage = 150622100200;
beforeAll(async () => {
  database = await testDatabase([places, feature], { alone: true });
  await setUpFund(database);
  office = await accountAt(database, banner);
});
afterAll(async () => {
  expect(await database.read(finance, listDifferences)).toEqual([]);
  await database.drop();
});

function by<T>(run: (tx: Tx) => Promise<Result<T, Refusal>>) {
  return transact(database, { actor: finance, act: 'test.pay' }, run);
}

async function pay(payment: FundPayment): Promise<string> {
  const done = await by((tx) => payFunds(tx, payment));
  return done.ok ? 'paid' : done.refusal.code;
}

/** A new village with 200,000 yuan, come by the banner. */
async function fundedVillage(document: string, change: Parameters<typeof accountAt>[2] = {}) {
  nextVillage += 1;
  const account = await accountAt(database, nextVillage, change);
  await give(account, { documentId: document, amountFen: 20_000_000n });
  return account;
}

async function give(account: FundAccountRow, { occurredOn = '2018-03-06', ...flow }: Flow) {
  await move(database, { ...flow, to: office });
  await move(database, { ...flow, from: office, to: account, occurredOn });
}

function available(account: FundAccountRow) {
  return database.read(finance, (tx) => listPositions(tx, account, { code: 'available', on: '2018-12-31' }));
}

function household(place: number): FundPayment['payee'] {
  return {
    kind: 'household',
    county: 150622,
    id: randomUUID(),
    name: '白音',
    place,
  };
}

describe('money on its way', () => {
  it('keeps its document through accounts and pays inside the earmark', async () => {
    const document = await documentOf(database);
    const account = await fundedVillage(document);
    expect(await pay(paymentOf(account))).toBe('paid');
    expect(await available(account)).toEqual([{ sub: document, amount: 19_990_000n }]);
    const { rows } = await database.read(finance, (tx) =>
      sql<{ documentId: string; leftFen: bigint }>`select document_id, left_fen from fund_lot
        where account_id = ${account.id}`.execute(tx.db),
    );
    expect(rows).toEqual([{ documentId: document, leftFen: 19_990_000n }]);
  });

  it('takes the oldest first, or in proportion with the last fen to the largest remainder', async () => {
    const [first = '', second = ''] = [await documentOf(database), await documentOf(database)].sort();
    const oldest = await fundedVillage(first);
    await give(oldest, { documentId: second, amountFen: 10_000_000n, occurredOn: '2018-03-07' });
    expect(await pay(paymentOf(oldest, { amountFen: 20_000_001n }))).toBe('paid');
    expect(await available(oldest)).toEqual([{ sub: second, amount: 9_999_999n }]);

    const pooled = await fundedVillage(first, { discipline: 'pro_rata' });
    await give(pooled, { documentId: second, amountFen: 10_000_000n, occurredOn: '2018-03-07' });
    expect(await pay(paymentOf(pooled, { amountFen: 100n }))).toBe('paid');
    expect(await available(pooled)).toEqual([
      { sub: first, amount: 19_999_933n },
      { sub: second, amount: 9_999_967n },
    ]);
  });

  it('comes back up and from outside by document', async () => {
    const document = await documentOf(database);
    const account = await fundedVillage(document);
    await move(database, {
      kind: 'recall',
      from: account,
      to: office,
      amountFen: 5_000_000n,
      occurredOn: '2018-05-01',
    });
    const passedOn = await database.read(finance, (tx) =>
      balanceOn(tx, office, { code: 'passed_on', sub: document, on: '2018-12-31' }),
    );
    expect(passedOn).toBe(15_000_000n);
    const payment = paymentOf(account, { amountFen: 300n });
    await pay(payment);
    const back = (amountFen: bigint) =>
      by((tx) =>
        postMovements(tx, [
          {
            id: randomUUID(),
            kind: 'recovery',
            to: account,
            amountFen,
            occurredOn: '2018-06-01',
            memo: '追回',
            makerId: maker,
            recoversId: payment.id,
            source: { type: 'test', id: randomUUID() },
          },
        ]),
      );
    expect((await back(200n)).ok).toBe(true);
    expect(await back(101n)).toMatchObject({
      refusal: { code: 'fund_recovered_before', values: { available: '1.00' } },
    });
    expect(await available(account)).toEqual([{ sub: document, amount: 14_999_900n }]);
  });
});

describe('A80 what the database refuses', () => {
  it.each<[string, Partial<FundPayment>]>([
    ['fund_purpose_forbidden', { purpose: 'training' }],
    ['fund_use_forbidden', { purpose: 'vehicles' }],
    ['fund_other_place', { usedAt: 150622100999 }],
    ['fund_other_place', { payee: household(150622100999) }],
    ['fund_outside_window', { occurredOn: '2020-01-01' }],
    ['fund_insufficient', { amountFen: 20_000_001n }],
    ['fund_insufficient', { occurredOn: '2018-03-05' }],
    ['fund_same_person', { makerId: checker }],
    ['fund_same_person', { checkerId: finance.accountId }],
  ])('%s', async (code, change) => {
    const account = await fundedVillage(await documentOf(database));
    const payment = paymentOf(account, change);
    expect(await pay(payment)).toBe(code);
    const { rows } = await database.read(finance, (tx) =>
      sql<{ code: string; place: number; payeeId: string }>`select code, place, payee_id from fund_refusal
        where account_id = ${account.id}`.execute(tx.db),
    );
    expect(rows).toEqual([{ code, place: account.place, payeeId: payment.payee.id }]);
  });

  it('pays one source once, whatever the number of tries', async () => {
    const account = await fundedVillage(await documentOf(database));
    const source = { type: 'test', id: randomUUID() };
    const tries = await Promise.all(Array.from({ length: 5 }, () => pay(paymentOf(account, { source }))));
    expect(tries.toSorted()).toEqual(['fund_duplicate', 'fund_duplicate', 'fund_duplicate', 'fund_duplicate', 'paid']);
  });

  it('pays only those an earmark names, and nothing for a closed project', async () => {
    const document = await documentOf(database, { payeeKinds: ['household'] });
    const account = await fundedVillage(document);
    expect(await pay(paymentOf(account))).toBe('fund_payee_kind');
    const project = { county: 150622, id: randomUUID(), place: account.place };
    const payment = paymentOf(account, { payee: household(account.place), project });
    await database.act(finance, async (tx) => ok(await closeProjectFunds(tx, project)));
    expect(await pay(payment)).toBe('fund_project_closed');
    await database.act(finance, async (tx) => ok(await reopenProjectFunds(tx, project, '重新打开')));
    expect(await pay(payment)).toBe('paid');
  });

  it('bounds management over all accounts, and receipts by the document', async () => {
    const document = await documentOf(database, { purposes: ['management_fee'], amountFen: 40_000_000n });
    const [one, two] = [await fundedVillage(document), await fundedVillage(document)];
    expect(await pay(paymentOf(one, { purpose: 'management_fee', amountFen: 300_000n }))).toBe('paid');
    expect(await pay(paymentOf(two, { purpose: 'management_fee', amountFen: 100_001n }))).toBe('fund_management_cap');
    expect(await pay(paymentOf(two, { purpose: 'management_fee', amountFen: 100_000n }))).toBe('paid');
    await expect(move(database, { to: office, documentId: document, amountFen: 1n })).rejects.toThrow(
      'fund_over_document',
    );
  });

  it('lets risk money compensate losses and nothing else', async () => {
    const document = await documentOf(database, { purposes: ['risk_fund'] });
    const source = await fundedVillage(document);
    const risk = await accountAt(database, source.place, { pool: 'risk' });
    await move(database, { from: source, to: risk, amountFen: 1_000_000n, occurredOn: '2018-04-01' });
    expect(await pay(paymentOf(risk, { purpose: 'breeding_stock' }))).toBe('fund_risk_only');
    expect(await pay(paymentOf(risk, { purpose: 'risk_compensation' }))).toBe('paid');
    const back = move(database, { from: risk, to: source, amountFen: 1n, occurredOn: '2018-05-01' });
    await expect(back).rejects.toThrow('fund_risk_only');
  });

  it('gives a book of public money to nobody else, and nothing outside the range', async () => {
    const account = await fundedVillage(await documentOf(database));
    const entry = {
      id: randomUUID(),
      occurredOn: '2018-05-01',
      series: 'x',
      memo: 'x',
      sourceType: 'test',
      sourceId: randomUUID(),
      lines: [
        { code: 'available', sub: 'x', amount: 5n },
        { code: 'received', sub: 'x', amount: -5n },
      ],
    };
    expect(await by((tx) => postEntries(tx, account, [entry]))).toMatchObject({ refusal: { code: 'not_found' } });
    await expect(
      by((tx) =>
        sql`select ledger_write(1, ${account.id}, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null)`
          .execute(tx.db)
          .then(() => ok(true)),
      ),
    ).rejects.toThrow('permission denied');
    await expect(by((tx) => sql`update fund_lot set left_fen = 0`.execute(tx.db).then(() => ok(true)))).rejects.toThrow(
      'permission denied',
    );
    const stranger = actorAt('village_accountant', 150622100998);
    const tried = await transact(database, { actor: stranger, act: 'test.pay' }, (tx) =>
      payFunds(tx, paymentOf(account)),
    );
    expect(tried).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });
});

describe('commitments', () => {
  const commit = (account: FundAccountRow, amountFen: bigint) => {
    const id = randomUUID();
    const project = { county: 150622, id: randomUUID() };
    const run = by((tx) =>
      commitFunds(tx, {
        id,
        account,
        project,
        contractId: randomUUID(),
        amountFen,
        occurredOn: '2018-04-01',
        memo: '合同',
      }),
    );
    return run.then((done) => (done.ok ? id : done.refusal.code));
  };

  it('A70 give the last 200,000 yuan to exactly one of two clerks', async () => {
    const account = await fundedVillage(await documentOf(database));
    const tries = await Promise.all([commit(account, 20_000_000n), commit(account, 20_000_000n)]);
    expect(tries.filter((one) => one === 'fund_insufficient')).toHaveLength(1);
    expect(await pay(paymentOf(account))).toBe('fund_insufficient');
  });

  it('are paid from what they hold, and give the rest back', async () => {
    const document = await documentOf(database);
    const account = await fundedVillage(document);
    const commitmentId = await commit(account, 15_000_000n);
    expect(await pay(paymentOf(account, { commitmentId, amountFen: 15_000_001n }))).toBe('fund_commitment_exceeded');
    expect(await pay(paymentOf(account, { commitmentId, amountFen: 1n, purpose: 'training' }))).toBe(
      'fund_purpose_forbidden',
    );
    expect(await pay(paymentOf(account, { commitmentId, amountFen: 10_000_000n }))).toBe('paid');
    const release = (amountFen: bigint) =>
      by((tx) =>
        releaseCommitment(tx, {
          commitment: { county: 150622, id: commitmentId },
          amountFen,
          occurredOn: '2018-05-01',
          memo: '合同终止',
        }),
      );
    expect(await release(5_000_001n)).toMatchObject({ refusal: { code: 'fund_commitment_exceeded' } });
    expect((await release(5_000_000n)).ok).toBe(true);
    expect(await available(account)).toEqual([{ sub: document, amount: 10_000_000n }]);
  });
});

describe('an override', () => {
  it('lifts one fault for one payment, by two who do not pay', async () => {
    const document = await documentOf(database);
    const account = await fundedVillage(document);
    const payment = paymentOf(account, { purpose: 'training' });
    const id = randomUUID();
    await database.act(finance, async (tx) => {
      await record(tx, 'fund_override', {
        county: account.county,
        id,
        place: account.place,
        account_id: account.id,
        document_id: document,
        code: 'fund_purpose_forbidden',
        purpose: 'training',
        payee_kind: payment.payee.kind,
        payee_id: payment.payee.id,
        payee_name: payment.payee.name,
        amount_fen: payment.amountFen,
        justification: '养殖技术培训，市联席会议同意',
        asked_by: maker,
        asked_on: '2018-04-01',
        state: 'granted',
        decided_by: checker,
        decided_on: '2018-04-01',
        opinion: null,
      });
      return ok(true);
    });
    expect(await pay({ ...payment, overrideId: id, amountFen: 20_000n })).toBe('fund_override_other');
    expect(await pay({ ...payment, overrideId: id })).toBe('paid');
    const again = { ...payment, id: randomUUID(), source: { type: 'test', id: randomUUID() }, overrideId: id };
    expect(await pay(again)).toBe('fund_override_used');
  });
});

describe('allocation', () => {
  it('stays inside the places of the document and asks for three people', async () => {
    const elsewhere = await documentOf(database, { places: [placeOf(150621000000)] });
    const cityOffice = await accountAt(database, city);
    await move(database, { to: cityOffice, documentId: elsewhere, amountFen: 1_000n });
    await expect(move(database, { from: cityOffice, to: office, amountFen: 1_000n })).rejects.toThrow(
      'fund_other_place',
    );
    const order = {
      kind: 'allocation',
      from: cityOffice,
      to: office,
      amountFen: 1n,
      occurredOn: '2018-04-01',
    } as const;
    const alone = await by((tx) =>
      moveFunds(tx, [
        {
          ...order,
          id: randomUUID(),
          memo: 'x',
          makerId: maker,
          checkerId: maker,
          source: { type: 't', id: randomUUID() },
        },
      ]),
    );
    expect(alone.ok).toBe(false);
  });
});
