import { sql } from 'kysely';
import { type BookRow, findBooks, postVoucher, recordSubsidiary } from '../../ledgers/books/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import type { BatchReward } from './batch-store.ts';
import { rewardEntry } from './rules.ts';

/** Under what a cooperative keeps the money of a scheme. */
export interface RewardSource {
  readonly title: string;
  readonly documentNumber: string;
}

/**
 * Writes a reward that reached a cooperative into its books: its maker asked for the reward, its checker is the township’s.
 * A cooperative that keeps no books here gets no voucher.
 */
export async function bookReward(tx: Tx, reward: BatchReward, source: RewardSource): Promise<Result<true, Refusal>> {
  const { county, applicantId: cooperativeId, amountFen } = reward;
  const occurredOn = todayInShanghai(tx.now);
  const books = await findBooks(tx, { county, cooperativeId, on: occurredOn });
  if (!books) return ok(true);
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, occurredOn, memo: source.title, template: 'grant_received' },
    lines: rewardEntry(books.chart, { amountFen, projectSub: await projectOf(tx, books, source) }),
    ...{ sourceType: 'reward', sourceId: reward.id, sourcePage: `/rewards/${county}/${reward.id}` },
    ...{ makerId: reward.madeBy, checkerId: reward.checkedBy },
  });
  return posted.ok ? ok(true) : posted;
}

/** The grant project of the scheme in these books, opened where it is not kept yet. */
async function projectOf(tx: Tx, books: BookRow, { title, documentNumber }: RewardSource): Promise<string> {
  const { county, cooperativeId } = books;
  const { rows } = await sql<{ id: string }>`
    select id from subsidiary where county = ${county} and cooperative_id = ${cooperativeId} and kind = 'project'
      and name = ${title}`.execute(tx.db);
  const [known] = rows;
  if (known) return known.id;
  const id = newRecordId(tx);
  await recordSubsidiary(tx, books, { id, kind: 'project', name: title, documentNumber, povertyProject: true });
  return id;
}
