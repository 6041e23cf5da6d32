import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { feature as places } from '../../registers/places/feature.ts';
import type { FundAccountRow } from './account-store.ts';
import { listDifferences } from './check-store.ts';
import { feature } from './feature.ts';
import { accountAt, banner, checker, documentOf, finance, maker, setUpFund } from './funds.testing.ts';
import { type LotMovement, runLots } from './lot-rules.ts';
import { moveFunds } from './money-store.ts';

let database: TestDatabase;
const accounts: FundAccountRow[] = [];
const documents: string[] = [];
beforeAll(async () => {
  database = await testDatabase([places, feature], { alone: true });
  await setUpFund(database);
  for (let at = 0; at < 3; at += 1) documents.push(await documentOf(database, { amountFen: 10n ** 15n }));
  for (let at = 0; at < 6; at += 1) {
    const discipline = at % 2 === 0 ? 'fifo' : 'pro_rata';
    accounts.push(await accountAt(database, banner + 1_000 + at * 1_000, { discipline }));
  }
});
afterAll(() => database.drop());

const step = fc.record({
  // money has to come in before it can go on
  from: fc.oneof({ weight: 2, arbitrary: fc.constant(-1) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) }),
  to: fc.integer({ min: 0, max: 5 }),
  document: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 999 }),
  only: fc.boolean(),
});
const disciplines = new Map<string, FundAccountRow['discipline']>();

function toMovement(one: { from: number; to: number; document: number; amount: number; only: boolean }): LotMovement {
  return {
    id: randomUUID(),
    from: one.from < 0 ? undefined : accounts[one.from]?.id,
    to: accounts[one.to]?.id,
    document: one.from < 0 || one.only ? documents[one.document] : undefined,
    amountFen: BigInt(one.amount),
  };
}

async function post({ id, from, to, document, amountFen }: LotMovement): Promise<boolean> {
  const done = await transact(database, { actor: finance, act: 'test' }, (tx) =>
    moveFunds(tx, [
      {
        id,
        kind: from ? 'allocation' : 'receipt',
        from: from ? { county: 150622, id: from } : undefined,
        to: to ? { county: 150622, id: to } : undefined,
        documentId: document,
        amountFen,
        occurredOn: '2018-06-01',
        memo: '转移',
        makerId: maker,
        checkerId: checker,
        source: { type: 'test', id },
      },
    ]),
  );
  return done.ok;
}

it('carries documents in the database exactly as the rule does, and lots equal the books', async () => {
  for (const account of accounts) disciplines.set(account.id, account.discipline);
  const accepted: LotMovement[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      for (const movement of steps.filter(({ from, to }) => from !== to).map(toMovement)) {
        const may = runLots(disciplines, [...accepted, movement]).ok;
        expect(await post(movement)).toBe(may);
        if (may) accepted.push(movement);
      }
      const run = runLots(disciplines, accepted);
      if (!run.ok) throw new Error(run.refusal.code);
      const { rows } = await database.read(finance, (tx) =>
        sql<{ account: string; document: string; movement: string; leftFen: bigint }>`
          select account_id as account, document_id as document, movement_id as movement, left_fen from fund_lot`.execute(
          tx.db,
        ),
      );
      const ruled = run.value.lots.map(({ account, document, movement, leftFen }) => ({
        account,
        document,
        movement,
        leftFen,
      }));
      expect(sorted(rows)).toEqual(sorted(ruled));
      expect(await database.read(finance, listDifferences)).toEqual([]);
    }),
    { numRuns: 12 },
  );
  expect(accepted.length).toBeGreaterThan(20);
}, 60_000);

function sorted<T extends { movement: string; document: string }>(lots: readonly T[]): T[] {
  return lots.toSorted((a, b) => (a.movement + a.document < b.movement + b.document ? -1 : 1));
}

it('conserves each document over any movements, in any order of what is independent', () => {
  const names = ['a', 'b', 'c'];
  const rules = new Map(names.map((name, at) => [name, at === 1 ? 'pro_rata' : 'fifo'] as const));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 1, max: 50 })), {
        maxLength: 30,
      }),
      fc.integer({ min: 0, max: 1_000 }),
      (pairs, seed) => {
        const receipts = names.map((to, at) => ({ id: `r${at}`, to, document: `d${at}`, amountFen: 300n }));
        const inner = pairs.map(([from, to, amount], at) => ({ id: `m${at}`, from, to, amountFen: BigInt(amount) }));
        const run = runLots(rules, [...receipts, ...inner]);
        if (!run.ok) return run.refusal.code === 'lots_insufficient';
        const held = new Map<string, bigint>();
        for (const { document, leftFen } of run.value.lots) held.set(document, (held.get(document) ?? 0n) + leftFen);
        const turned = receipts.toSorted(
          (a, b) => ((a.id.charCodeAt(1) * seed) % 7) - ((b.id.charCodeAt(1) * seed) % 7),
        );
        const again = runLots(rules, [...turned, ...inner]);
        const lefts = (lots: typeof run.value.lots) =>
          lots.map((lot) => `${lot.movement} ${lot.document} ${lot.leftFen}`).sort();
        expect(again.ok && lefts(again.value.lots)).toEqual(lefts(run.value.lots));
        return [...held.values()].every((sum) => sum === 300n) && held.size === 3;
      },
    ),
  );
});
