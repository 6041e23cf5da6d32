import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { FlowAccount, FlowEdge, FlowHolding } from './flow-rules.ts';
import type { FundKind } from './rules.ts';

export interface FlowQuery {
  readonly place?: number | undefined;
  readonly document?: string | undefined;
  readonly fundKind?: FundKind | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Everything that moved, added up by where from, where to and what for; one reading of the lot moves. */
export async function listFlowEdges(tx: Tx, query: FlowQuery): Promise<readonly FlowEdge[]> {
  const range = rangeOf(tx, query);
  const parts = [
    sql`(x.place between ${range.lo} and ${range.hi} or x.other_place between ${range.lo} and ${range.hi})`,
  ];
  if (query.document) parts.push(sql`x.document_id = ${query.document}`);
  if (query.fundKind) parts.push(sql`x.document_id in (${documentsOf(query.fundKind)})`);
  if (query.since) parts.push(sql`x.occurred_on >= ${query.since}::date`);
  if (query.until) parts.push(sql`x.occurred_on <= ${query.until}::date`);
  const { rows } = await sql<FlowEdge>`
    select x.kind, x.document_id, x.from_account, x.to_account, x.purpose, x.payee_kind,
      sum(x.amount_fen - x.back_fen) as amount_fen
    from fund_lot_move as x where ${sql.join(parts, sql` and `)} and x.kind <> 'recovery'
    group by 1, 2, 3, 4, 5, 6`.execute(tx.db);
  return rows;
}

/** What lies in each account now, by document. */
export async function listFlowHoldings(tx: Tx, query: FlowQuery): Promise<readonly FlowHolding[]> {
  const range = rangeOf(tx, query);
  const only = query.document ? sql`l.document_id = ${query.document}` : sql`true`;
  const kind = query.fundKind ? sql`l.document_id in (${documentsOf(query.fundKind)})` : sql`true`;
  const { rows } = await sql<FlowHolding>`
    select l.account_id, sum(l.left_fen) as amount_fen from fund_lot as l
    where l.place between ${range.lo} and ${range.hi} and l.is_open and ${only} and ${kind} group by 1`.execute(tx.db);
  return rows;
}

/** The accounts and documents that a picture names. */
export async function listFlowNames(
  tx: Tx,
  { accounts, documents }: { readonly accounts: readonly string[]; readonly documents: readonly string[] },
): Promise<{ readonly accounts: readonly FlowAccount[]; readonly documents: ReadonlyMap<string, string> }> {
  const found = await sql<FlowAccount>`
    select id, name, place, holder from fund_account where id = any(${[...accounts]}::uuid[])`.execute(tx.db);
  const named = await sql<{ id: string; number: string }>`
    select id, number from fund_document where id = any(${[...documents]}::uuid[])`.execute(tx.db);
  return { accounts: found.rows, documents: new Map(named.rows.map(({ id, number }) => [id, number])) };
}

function documentsOf(kind: FundKind) {
  return sql`select d.id from fund_document as d join fund as f on f.county = d.county and f.id = d.fund_id where f.kind = ${kind}`;
}

function rangeOf(tx: Tx, { place }: FlowQuery): { readonly lo: number; readonly hi: number } {
  return place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(place as Place);
}
