import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Verdict } from './rules.ts';
import { decide } from './store.ts';

/** Answers a question of the demo on the day of the transaction, in the name of another account than the maker's. */
export async function answerDemoApproval(
  tx: Tx,
  key: RecordKey,
  answer: { readonly by: string; readonly verdict: Verdict; readonly opinion: string | null },
): Promise<void> {
  const { by, verdict, opinion } = answer;
  const decided = await decide({ ...tx, actor: { ...tx.actor, accountId: by } }, key, { verdict, opinion });
  if (!decided) throw new Error('a demo question is open when it is answered');
}
