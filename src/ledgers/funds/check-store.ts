import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

export interface FundDifference {
  readonly county: number;
  readonly accountId: string;
  readonly documentId: string;
  readonly lotsFen: bigint;
  readonly ledgerFen: bigint;
  readonly reservedFen: bigint;
  readonly committedFen: bigint;
}

/**
 * Where lots and ledger differ: for each account and document the sum of what is left of its lots has to be what the book
 * shows as available and committed, and what is reserved what it shows as committed. Empty when all is well.
 */
export async function listDifferences(tx: Tx): Promise<readonly FundDifference[]> {
  const { rows } = await sql<FundDifference>`
    with lots as (
      select county, account_id, document_id, sum(left_fen) as kept, sum(reserved_fen) as reserved
      from fund_lot group by 1, 2, 3
    ), books as (
      select a.county, a.book_id as account_id, a.sub::uuid as document_id, sum(a.balance) as kept,
        coalesce(sum(a.balance) filter (where a.code = 'committed'), 0) as reserved
      from fund_account as f join ledger_account as a on a.county = f.county and a.book_id = f.id
      where a.code in ('available', 'committed') and a.sub <> '' group by 1, 2, 3
    )
    select county, account_id, document_id, coalesce(l.kept, 0) as lots_fen, coalesce(b.kept, 0) as ledger_fen,
      coalesce(l.reserved, 0) as reserved_fen, coalesce(b.reserved, 0) as committed_fen
    from lots as l full join books as b using (county, account_id, document_id)
    where coalesce(l.kept, 0) <> coalesce(b.kept, 0) or coalesce(l.reserved, 0) <> coalesce(b.reserved, 0)
    order by 1, 2, 3 limit 100`.execute(tx.db);
  return rows;
}
