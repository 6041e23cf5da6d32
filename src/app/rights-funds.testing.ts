import { moveFunds, openFundAccount, payFunds, recordFund, recordFundDocument } from '../ledgers/funds/public.ts';
import type { Tx } from '../platform/db/transact.ts';
import { placeOf } from '../platform/pure/place.ts';
import { ok, type Result } from '../platform/pure/result.ts';
import { markedTexts, publicMarker } from './rights.data.ts';
import { madeUuid, type PlantSite } from './rights-plant-store.testing.ts';

/** Public money of the village, of which the household was paid: what made-up rows can hang on. */
export async function plantFunds(
  tx: Tx,
  plot: PlantSite,
  householdId: string,
): Promise<Result<{ readonly documentId: string; readonly accountId: string }, never>> {
  const { marker, place, random } = plot;
  const county = Math.floor(place / 1_000_000);
  const texts = markedTexts(marker);
  const [fundId, documentId] = [madeUuid(random), madeUuid(random)];
  const told = `${publicMarker}${place}`;
  await recordFund(tx, {
    ...{ county, id: fundId, place, kind: 'poverty_industry', level: 'city', source: 'development', name: told },
    ...{ startsOn: '2019-01-01', endsOn: null },
  });
  await recordFundDocument(tx, {
    ...{ county, id: documentId, place, fundId, number: told, title: told, issuedOn: '2019-01-10' },
    ...{ amountFen: 10_000n, standard: false, purposes: ['breeding_stock', 'reward'], payeeKinds: [] },
    ...{ places: [placeOf(place)], startsOn: '2019-01-10', endsOn: '2020-12-31', managementBp: 100 },
  });
  const account = await openFundAccount(tx, {
    ...{ kind: 'village', place: placeOf(place), name: texts.bank, discipline: 'fifo' },
  });
  const key = { county, id: account.id };
  // of two movements the first in order is the one that requests name: it has to be the payment
  const [paymentId = '', receiptId = ''] = [madeUuid(random), madeUuid(random)].sort();
  const people = { makerId: madeUuid(random), checkerId: madeUuid(random) };
  const source = () => ({ type: 'household', id: madeUuid(random) });
  expectOk(
    await moveFunds(tx, [
      {
        ...{ id: receiptId, kind: 'receipt', to: key, documentId, amountFen: 10_000n, occurredOn: '2019-02-01' },
        ...{ memo: texts.note, ...people, source: source() },
      },
    ]),
  );
  expectOk(
    await payFunds(tx, {
      ...{ id: paymentId, account: key, amountFen: 1_000n, occurredOn: '2019-06-01', memo: texts.note },
      purpose: 'reward',
      payee: { kind: 'household', county, id: householdId, name: texts.manager },
      ...{ ...people, source: source() },
    }),
  );
  return ok({ documentId, accountId: account.id });
}

function expectOk<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`the money of the rights test: ${result.refusal.code}`);
  return result.value;
}
