import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { findBatch, openBankLines } from './payout-store.ts';
import { postPaid } from './settle-store.ts';
import { findDistribution } from './store.ts';

const reasons = ['账户已注销', '户名与账号不符'] as const;

/** What the bank of the demo answers to a file, or the cashier to a list: the first so many came back, the rest are paid. */
export async function settleDemoBatch(tx: Tx, key: RecordKey, returned: number): Promise<void> {
  const batch = await findBatch(tx, key);
  const row = batch && (await findDistribution(tx, { county: key.county, id: batch.distributionId }));
  if (!batch || !row) throw new Error('a demo batch was made');
  const payments = (await openBankLines(tx, batch)).map(({ id }, at) => {
    const paid = at >= returned;
    return { id, paid, reason: paid ? '' : (reasons[at % reasons.length] ?? '') };
  });
  const settled = await postPaid(tx, { batch, row, payments });
  if (!settled.ok) throw new Error(`a demo payment keeps to the rules: ${settled.refusal.code}`);
}
