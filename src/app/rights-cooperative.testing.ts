import { openBooks, postVoucher } from '../ledgers/books/public.ts';
import type { Tx } from '../platform/db/transact.ts';
import { ok, type Result } from '../platform/pure/result.ts';
import { joinMembers, registerCooperative } from '../registers/cooperatives/public.ts';
import { markedTexts } from './rights.data.ts';
import { madeUuid, type PlantSite } from './rights-plant-store.testing.ts';

/** A cooperative of the village with the household among its members, and its books: what made-up rows can hang on. */
export async function plantCooperative(tx: Tx, plot: PlantSite, householdId: string): Promise<Result<string, never>> {
  const { marker, place, random } = plot;
  const county = Math.floor(place / 1_000_000);
  const texts = markedTexts(marker);
  const cooperative = expectOk(
    await registerCooperative(tx, {
      ...{ id: madeUuid(random), place, kind: 'farmers_professional', name: texts.cooperative, creditCode: null },
      ...{ address: texts.address, chairperson: texts.manager, phone: null, business: texts.note, branchLed: false },
      registeredOn: '2018-07-01',
    }),
  );
  const member = { unitKind: null, idNumber: null, creditCode: null, memberPlace: place, joinedOn: '2018-07-01' };
  const entries = ['001', '002', '003', '004', '005'].map((number) => ({
    ...{ ...member, id: madeUuid(random), number, kind: 'farmer' as const, name: `${marker}社员` },
    ...(number === '001' ? { householdCounty: county, householdId } : {}),
    joinedBy: 'founding' as const,
  }));
  expectOk(await joinMembers(tx, { cooperative, entries }));
  expectOk(await openBooks(tx, { cooperative, id: madeUuid(random), startsOn: '2019-01-01' }));
  const lines = [
    { code: '102', amount: 100n, memo: texts.note },
    { code: '511', amount: -100n, memo: texts.note },
  ];
  expectOk(
    await postVoucher(tx, {
      ...{ county, cooperativeId: cooperative.id, occurredOn: '2019-03-01', memo: texts.note, lines },
      ...{ sourceType: 'household', sourceId: householdId, makerName: texts.clerk, checkerName: texts.manager },
      ...{ makerId: madeUuid(random), checkerId: madeUuid(random) },
    }),
  );
  return ok(cooperative.id);
}

function expectOk<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`the cooperative of the rights test: ${result.refusal.code}`);
  return result.value;
}
