import { ensurePlaceAccounts } from '../../ledgers/funds/public.ts';
import type { PastRow } from '../../platform/db/load.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';

export interface DemoBatch {
  readonly rewards: readonly PastRow[];
  readonly batch: readonly PastRow[];
  readonly transfers: readonly PastRow[];
}

/**
 * Orders what one village was accepted for under a scheme, from the account of the banner’s finance office; somebody of
 * the demo may pay it. Answers all rewards, those of the batch ordered.
 */
export async function demoBatch(
  tx: Tx,
  scheme: { readonly id: string; readonly place: number; readonly title: string },
  rewards: readonly PastRow[],
): Promise<DemoBatch> {
  const accepted = rewards.filter(({ row }) => row.scheme_id === scheme.id && row.state === 'checked');
  const chosen = accepted.filter(({ row }) => row.place === accepted[0]?.row.place);
  const [first] = chosen;
  const account = first && (await ensurePlaceAccounts(tx, [scheme.place])).get(scheme.place);
  if (!account) return { rewards, batch: [], transfers: [] };
  const { county } = account;
  const place = Math.floor(first.row.place / 1_000) * 1_000;
  const [id, listId] = [newRecordId(tx), newRecordId(tx)];
  const set = { state: 'ordered', list_id: listId, batch_id: id };
  const later = { set, recordedAt: tx.now, reason: 'ordered' };
  const lines = chosen.map(({ row }, at) => ({
    ...{ county, id: newRecordId(tx) as string, place, batch_id: id, reward_id: row.id, ordinal: at + 1 },
    ...{ amount_fen: row.amount_fen, name: row.name, bank_name: null, card_masked: null },
    ...{ result: 'sent', returned_for: null },
  }));
  const head = {
    ...{ county, id, place, scheme_id: scheme.id, title: `${scheme.title}第一批` },
    ...{ account_county: account.county, account_id: account.id, lines: lines.length },
    total_fen: chosen.reduce((sum, { row }) => sum + BigInt(String(row.amount_fen)), 0n),
    ...{ state: 'ordered', made_by: first.row.checked_by, paid_by: null, sent_on: null },
  };
  return {
    rewards: rewards.map((one) => (chosen.includes(one) ? { ...one, later } : one)),
    batch: [{ row: head, recordedAt: tx.now }],
    transfers: lines.map((row) => ({ row, recordedAt: tx.now })),
  };
}
