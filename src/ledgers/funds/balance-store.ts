import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { FundTier } from './entry-rules.ts';
import type { FundKind } from './rules.ts';

/** The level of the holder of an account `a`. */
export const tierOf = sql`case when a.holder = 'cooperative' then 'cooperative' when a.place % 100000000 = 0 then 'city'
  when a.place % 1000000 = 0 then 'banner' when a.place % 1000 = 0 then 'township' else 'village' end`;

/** Turnover of one fund in all accounts of one level until a day. */
export interface FundLevelRow {
  readonly county: number;
  readonly id: string;
  readonly name: string;
  readonly kind: FundKind;
  readonly level: FundTier;
  readonly accounts: number;
  readonly receivedFen: bigint;
  readonly allottedFen: bigint;
  readonly passedOnFen: bigint;
  readonly paidFen: bigint;
  readonly returnedFen: bigint;
  readonly heldFen: bigint;
}

/** Each fund by level, from the ledger lines of the accounts in the range until a day. */
export async function listFundLevels(
  tx: Tx,
  query: { readonly lo: number; readonly hi: number; readonly on: string; readonly fundKind?: FundKind | undefined },
): Promise<readonly FundLevelRow[]> {
  const { rows } = await sql<FundLevelRow>`
    with moved as (
      select a.id, ${tierOf} as level, b.sub::uuid as document_id, b.code,
        b.balance - coalesce((select sum(l.amount) from ledger_line as l
          where l.county = b.county and l.account = b.number and l.occurred_on > ${query.on}::date), 0) as amount
      from fund_account as a join ledger_account as b on b.county = a.county and b.book_id = a.id and b.sub <> ''
      where a.place between ${query.lo} and ${query.hi}
    )
    select f.county, f.id, f.name, f.kind, m.level,
      count(distinct m.id) as accounts, coalesce(-sum(m.amount) filter (where m.code = 'received'), 0) as received_fen,
      coalesce(-sum(m.amount) filter (where m.code = 'allotted'), 0) as allotted_fen,
      coalesce(sum(m.amount) filter (where m.code = 'passed_on'), 0) as passed_on_fen,
      coalesce(sum(m.amount) filter (where m.code = 'paid'), 0) as paid_fen,
      coalesce(sum(m.amount) filter (where m.code = 'returned'), 0) as returned_fen,
      coalesce(sum(m.amount) filter (where m.code in ('available', 'committed')), 0) as held_fen
    from moved as m join fund_document as d on d.id = m.document_id join fund as f on f.county = d.county and f.id = d.fund_id
    where ${query.fundKind ?? null}::text is null or f.kind = ${query.fundKind ?? null}
    group by 1, 2, 3, 4, 5 order by f.name, level`.execute(tx.db);
  return rows;
}

export interface DocumentSums {
  readonly receivedFen: bigint;
  readonly heldFen: bigint;
  readonly committedFen: bigint;
  readonly paidFen: bigint;
  readonly returnedFen: bigint;
}

/** What became of one document's money in the accounts that the reader sees. */
export async function sumDocument(tx: Tx, documentId: string): Promise<DocumentSums> {
  const { rows } = await sql<DocumentSums>`
    select coalesce(-sum(b.balance) filter (where b.code = 'received'), 0) as received_fen,
      coalesce(sum(b.balance) filter (where b.code in ('available', 'committed')), 0) as held_fen,
      coalesce(sum(b.balance) filter (where b.code = 'committed'), 0) as committed_fen,
      coalesce(sum(b.balance) filter (where b.code = 'paid'), 0) as paid_fen,
      coalesce(sum(b.balance) filter (where b.code = 'sent_back'), 0) as returned_fen
    from fund_account as a join ledger_account as b on b.county = a.county and b.book_id = a.id and b.sub = ${documentId}`.execute(
    tx.db,
  );
  return rows[0] ?? { receivedFen: 0n, heldFen: 0n, committedFen: 0n, paidFen: 0n, returnedFen: 0n };
}
