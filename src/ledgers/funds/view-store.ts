import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { FundAccountRow } from './account-store.ts';
import { tierOf } from './balance-store.ts';
import type { FundTier } from './entry-rules.ts';
import type { Holder, MovementKind, PayeeKind, Pool, Purpose } from './rules.ts';

export interface AccountView extends FundAccountRow {
  readonly placeName: string;
  readonly availableFen: bigint;
  readonly committedFen: bigint;
  readonly paidFen: bigint;
  readonly oldestOn: string | null;
}

export interface AccountFilters {
  readonly q?: string | undefined;
  readonly holder?: Holder | undefined;
  readonly pool?: Pool | undefined;
  readonly place?: number | undefined;
  readonly level?: FundTier | undefined;
  readonly fund?: string | undefined;
  readonly sort?: 'place' | 'availableFen' | 'committedFen' | 'paidFen' | 'oldestOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

function balanceOf(code: string): RawBuilder<unknown> {
  return sql`coalesce((select b.balance from ledger_account as b
  where b.county = a.county and b.book_id = a.id and b.code = ${code} and b.sub = ''), 0)`;
}

const accounts = sql`
  select a.county, a.id, a.place, coalesce(p.name, '') as place_name, a.holder, a.organisation_id, a.pool, a.discipline, a.name,
    a.opened_on, ${balanceOf('available')} as available_fen, ${balanceOf('committed')} as committed_fen,
    ${balanceOf('paid')} as paid_fen, (select min(l.arrived_on) from fund_lot as l
      where l.county = a.county and l.account_id = a.id and l.is_open) as oldest_on
  from fund_account as a left join place as p on p.code = a.place`;

const accountSorts = {
  place: 'a.place',
  availableFen: 'available_fen',
  committedFen: 'committed_fen',
  paidFen: 'paid_fen',
  oldestOn: 'oldest_on',
} as const;

export async function listAccounts(
  tx: Tx,
  query: AccountFilters & Page,
): Promise<{ rows: readonly AccountView[]; total: number }> {
  const where = accountConditions(query);
  const sorted = sql`${sql.raw(accountSorts[query.sort ?? 'place'])} ${direction(query.order, 'asc')} nulls last`;
  const { rows } = await sql<AccountView>`
    ${accounts} where ${where} order by ${sorted}, a.place, a.name limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from fund_account as a
    left join place as p on p.code = a.place where ${where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findAccountView(tx: Tx, key: RecordKey): Promise<AccountView | undefined> {
  const { rows } = await sql<AccountView>`${accounts} where a.county = ${key.county} and a.id = ${key.id}`.execute(
    tx.db,
  );
  return rows[0];
}

function accountConditions({ q, holder, pool, place, level, fund }: AccountFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) parts.push(sql`(a.name like ${like(q)} or p.name like ${like(q)})`);
  if (holder) parts.push(sql`a.holder = ${holder}`);
  if (pool) parts.push(sql`a.pool = ${pool}`);
  if (place !== undefined) parts.push(within('a.place', place));
  if (level) parts.push(sql`${tierOf} = ${level}`);
  if (fund)
    parts.push(sql`exists (select from ledger_account as b join fund_document as d on d.id = b.sub::uuid
      where b.county = a.county and b.book_id = a.id and b.sub <> '' and d.fund_id = ${fund})`);
  return sql.join(parts, sql` and `);
}

export interface LotView {
  readonly id: string;
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly movementCounty: number;
  readonly movementId: string;
  readonly arrivedOn: string;
  readonly amountFen: bigint;
  readonly leftFen: bigint;
  readonly reservedFen: bigint;
}

/** What an account holds, the oldest first. */
export async function listLots(tx: Tx, account: RecordKey): Promise<readonly LotView[]> {
  const { rows } = await sql<LotView>`
    select l.id, d.county as document_county, l.document_id, d.number as document_number, l.movement_county, l.movement_id,
      l.arrived_on, l.amount_fen, l.left_fen, l.reserved_fen
    from fund_lot as l join fund_document as d on d.id = l.document_id
    where l.county = ${account.county} and l.account_id = ${account.id} and l.is_open
    order by l.arrived_on, l.number limit 500`.execute(tx.db);
  return rows;
}

export interface DocumentBalance {
  readonly documentCounty: number;
  readonly documentId: string;
  readonly number: string;
  readonly code: string;
  readonly amountFen: bigint;
}

/** The balances of an account's book by document. */
export async function listDocumentBalances(tx: Tx, account: RecordKey): Promise<readonly DocumentBalance[]> {
  const { rows } = await sql<DocumentBalance>`
    select d.county as document_county, d.id as document_id, d.number, b.code, abs(b.balance) as amount_fen
    from ledger_account as b join fund_document as d on d.id = b.sub::uuid
    where b.county = ${account.county} and b.book_id = ${account.id} and b.sub <> '' order by d.number`.execute(tx.db);
  return rows;
}

export interface MovementRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly kind: MovementKind;
  readonly number: number;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly purpose: Purpose | null;
  readonly payeeKind: PayeeKind | null;
  readonly payeeName: string | null;
  readonly memo: string;
}

export interface MovementFilters {
  readonly q?: string | undefined;
  readonly kind?: MovementKind | undefined;
  readonly purpose?: Purpose | undefined;
  readonly payeeKind?: PayeeKind | undefined;
  readonly place?: number | undefined;
  readonly account?: string | undefined;
  readonly giver?: string | undefined;
  readonly taker?: string | undefined;
  readonly document?: string | undefined;
  readonly project?: string | undefined;
  readonly payee?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly sort?: 'occurredOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export async function listMovements(
  tx: Tx,
  query: MovementFilters & Page,
): Promise<{ rows: readonly MovementRow[]; total: number; sumFen: bigint }> {
  const where = movementConditions(query);
  const sorted = sql.raw(query.sort === 'amountFen' ? 'm.amount_fen' : 'm.occurred_on');
  const { rows } = await sql<MovementRow>`
    select m.county, m.id, m.place, m.kind, m.number, m.occurred_on, m.amount_fen, f.name as from_name, t.name as to_name,
      m.purpose, m.payee_kind, m.payee_name, m.memo
    from fund_movement as m left join fund_account as f on f.county = m.from_county and f.id = m.from_account
    left join fund_account as t on t.county = m.to_county and t.id = m.to_account
    where ${where} order by ${sorted} ${direction(query.order, 'desc')}, m.recorded_at desc, m.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; sumFen: bigint }>`
    select count(*) as total, coalesce(sum(m.amount_fen), 0) as sum_fen from fund_movement as m where ${where}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0, sumFen: counted.rows[0]?.sumFen ?? 0n };
}

function movementConditions(filters: MovementFilters): RawBuilder<unknown> {
  const { q, kind, purpose, payeeKind, place, since, until } = filters;
  const parts = [sql`true`];
  if (q) parts.push(sql`(m.memo like ${like(q)} or m.payee_name like ${like(q)})`);
  if (kind) parts.push(sql`m.kind = ${kind}`);
  if (purpose) parts.push(sql`m.purpose = ${purpose}`);
  if (payeeKind) parts.push(sql`m.payee_kind = ${payeeKind}`);
  if (place !== undefined) parts.push(sql`(${within('m.place', place)} or ${within('m.other_place', place)})`);
  if (filters.account) parts.push(sql`(m.from_account = ${filters.account} or m.to_account = ${filters.account})`);
  if (filters.giver) parts.push(sql`m.from_account = ${filters.giver}`);
  if (filters.taker) parts.push(sql`m.to_account = ${filters.taker}`);
  if (filters.project) parts.push(sql`m.project_id = ${filters.project}`);
  if (filters.payee) parts.push(sql`m.payee_id = ${filters.payee}`);
  if (filters.document)
    parts.push(sql`exists (select from fund_lot_move as x where x.county = m.county and x.movement_id = m.id
      and x.document_id = ${filters.document})`);
  if (since) parts.push(sql`m.occurred_on >= ${since}::date`);
  if (until) parts.push(sql`m.occurred_on <= ${until}::date`);
  return sql.join(parts, sql` and `);
}

function within(column: string, place: number): RawBuilder<unknown> {
  const { lo, hi } = placeRange(place as Place);
  return sql`${sql.ref(column)} between ${lo} and ${hi}`;
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function direction(asked: 'asc' | 'desc' | undefined, usual: 'asc' | 'desc'): RawBuilder<unknown> {
  return sql.raw((asked ?? usual) === 'asc' ? 'asc' : 'desc');
}
