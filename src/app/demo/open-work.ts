import { recordSubsidiary } from '../../ledgers/books/account-contract.ts';
import { matchAll } from '../../ledgers/books/bank-contract.ts';
import { recordCard } from '../../ledgers/books/card-contract.ts';
import { recordEvent } from '../../ledgers/books/event-contract.ts';
import type { BookRow } from '../../ledgers/books/public.ts';
import { takeDemoStatement } from '../../ledgers/books/seed.ts';
import { checkVouchers, recordVoucher } from '../../ledgers/books/voucher-contract.ts';
import { addDays } from '../../platform/pure/period.ts';
import type { Bookkeeping, KeptCooperative } from './bookkeeping.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

/** accounts that all versions of the chart have */
const cash = '101';
const bank = '102';

/**
 * What lies on the desk of the seat's own accountant in the last days of the demo, in each of the village's books: three
 * business events of which two are checked, a voucher that waits, the card of the machine that one of them bought, and
 * the bank's statement.
 */
export async function leaveOpenWork(keeping: Bookkeeping, kept: readonly KeptCooperative[]): Promise<void> {
  const [seat] = kept;
  for (const one of kept.filter(({ row }) => row.place === seat?.row.place)) await leaveIn(keeping, one.book);
}

async function leaveIn({ desk, random, maker, checker, until }: Bookkeeping, book: BookRow): Promise<void> {
  const { county, id } = book;
  const key = { county, id };
  const on = addDays(until, -3);
  const ids = () => idOn(random, on);
  const machines = ids();
  const detail = { subsidiaryId: machines, kind: 'asset', name: texts.machine, documentNumber: null };
  await desk.ask(recordSubsidiary, { on, by: maker, params: key, body: detail });
  const record = async (event: object, occurredOn = on) => {
    const body = { eventId: ids(), occurredOn, ...event };
    return desk.ask(recordEvent, { on: occurredOn, by: maker, params: key, body });
  };
  const sold = await record({
    ...{ kind: 'income_received', memo: texts.woolSold, amounts: { received: 1_268_000 } },
    choices: { purpose: 'income', counter: 'bank' },
  });
  const bought = await record({
    ...{ kind: 'bought', memo: texts.machineBought, amounts: { cost: 960_000 }, parties: { assetSub: machines } },
    ...{ choices: { asset: 'fixed_asset', counter: 'bank' }, product: texts.machine, quantity: 1, unit: texts.piece },
  });
  const fuel = { kind: 'expense_paid', memo: texts.fuel, amounts: { paid: 84_600 } };
  await record({ ...fuel, choices: { purpose: 'administration', counter: 'cash' } }, addDays(on, 1));
  const drawn = { memo: texts.cashDrawn, debitFen: 0, creditFen: 0 };
  const voucher = {
    ...{ voucherId: ids(), occurredOn: addDays(on, 2) },
    lines: [
      { ...drawn, code: cash, debitFen: 300_000 },
      { ...drawn, code: bank, creditFen: 300_000 },
    ],
  };
  await desk.ask(recordVoucher, { on: addDays(on, 2), by: maker, params: key, body: voucher });
  const vouchers = [sold, bought].map(({ voucherId }) => ({ id: voucherId, revision: 1 }));
  await desk.ask(checkVouchers, { on: addDays(on, 1), by: checker, params: key, body: { vouchers } });
  const card = {
    ...{ cardId: ids(), name: texts.machine, kind: 'fixed_asset', subsidiaryId: machines, purpose: 'administration' },
    ...{ costFen: 960_000, residualFen: 48_000, method: 'straight_line', lifeMonths: 60, addedOn: on },
  };
  await desk.ask(recordCard, { on, by: maker, params: key, body: card });
  await desk.onDay(
    addDays(on, 2),
    (tx) => takeDemoStatement(tx, book, { code: bank, text: texts.statement(on) }),
    maker,
  );
  await desk.ask(matchAll, { on: addDays(on, 2), by: maker, params: key, body: { code: bank } });
}
