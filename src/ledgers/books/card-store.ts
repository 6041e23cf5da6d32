import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { localMonth } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { Card } from './card-rules.ts';
import type { UnitsOfMonth } from './depreciation-rules.ts';
import type { BookRow } from './store.ts';

/** The card of an asset that wears out, with what is booked of it. */
export interface CardRow extends Card {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly bookId: string;
  readonly name: string;
  readonly subsidiaryName: string;
  /** the same thing on the list of collective assets */
  readonly assetId: string | null;
  /** booked in these books so far, without what the opening balances hold */
  readonly chargedFen: bigint;
  readonly chargedThrough: string | null;
  readonly revision: number;
}

export interface CardFields extends Card {
  readonly name: string;
  readonly assetId: string | null;
}

const columns = sql`k.county, k.id, k.place, k.cooperative_id, k.book_id, k.name, k.kind, k.subsidiary_id,
  s.name as subsidiary_name, k.asset_id, k.purpose, k.cost_fen, k.residual_fen, k.method,
  k.life_months, k.life_units, k.nominal, k.added_on, k.disposed_on, k.revision, c.charged_fen, c.charged_through`;
const joined = sql`asset_card as k
  join subsidiary as s on s.county = k.county and s.id = k.subsidiary_id
  left join lateral (select coalesce(sum(d.amount_fen), 0) as charged_fen, max(d.month) as charged_through
    from depreciation_charge as d where d.county = k.county and d.card_id = k.id) as c on true`;

export async function findCard(tx: Tx, key: RecordKey): Promise<CardRow | undefined> {
  const { rows } = await sql<CardRow>`
    select ${columns} from ${joined} where k.county = ${key.county} and k.id = ${key.id}`.execute(tx.db);
  return rows.map(toCard)[0];
}

export interface CardQuery {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly disposed?: boolean | undefined;
  readonly sort?: 'name' | 'addedOn' | 'costFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const sortColumns = { name: 'k.name', addedOn: 'k.added_on', costFen: 'k.cost_fen' } as const;

/** Cards of a book, the newest asset first unless sorted otherwise. */
export async function listCards(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'id'>,
  query: CardQuery,
): Promise<{ rows: CardRow[]; total: number }> {
  const found = sql`from ${joined} where k.county = ${book.county} and k.book_id = ${book.id} and ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'addedOn']);
  const direction = sql.raw(query.order === 'asc' || (query.sort && query.order !== 'desc') ? 'asc' : 'desc');
  const { rows } = await sql<CardRow>`
    select ${columns} ${found} order by ${sorted} ${direction}, k.id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: rows.map(toCard), total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: CardQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.kind) parts.push(sql`k.kind = ${query.kind}`);
  if (query.disposed !== undefined) parts.push(sql`(k.disposed_on is not null) = ${query.disposed}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(k.name like ${text} or s.name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** small counts of units come as numbers */
function toCard(row: CardRow): CardRow {
  return { ...row, lifeUnits: BigInt(row.lifeUnits) };
}

export async function recordCard(tx: Tx, book: BookRow, card: CardFields & { readonly id: string }): Promise<void> {
  const { county, id: bookId, place, cooperativeId } = book;
  await record(tx, 'asset_card', {
    ...{ county, id: card.id, place, cooperative_id: cooperativeId, book_id: bookId },
    ...fieldColumns(card),
  } as NewRow);
}

/** Corrects a card; what is booked stays, the rest of the life bears the difference (37号 art. 59). */
export async function correctCard(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: CardFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'asset_card', { key, set, reason: change.reason })) !== undefined;
}

function fieldColumns(card: CardFields) {
  return {
    ...{ name: card.name, kind: card.kind, subsidiary_id: card.subsidiaryId, asset_id: card.assetId },
    ...{ purpose: card.purpose, cost_fen: card.costFen, residual_fen: card.residualFen, method: card.method },
    ...{ life_months: card.lifeMonths, life_units: card.lifeUnits, nominal: card.nominal },
    ...{ added_on: card.addedOn, disposed_on: card.disposedOn },
  };
}

/** Takes a card out on which nothing was booked. */
export async function withdrawCard(tx: Tx, key: RecordKey, reason: string): Promise<Result<true, Refusal>> {
  const { rows } = await sql`
    select from depreciation_charge where county = ${key.county} and card_id = ${key.id}
    union all select from asset_use where county = ${key.county} and card_id = ${key.id} limit 1`.execute(tx.db);
  if (rows.length > 0) return refuse({ code: 'card_charged' });
  return (await withdraw(tx, 'asset_card', { key, reason })) ? ok(true) : refuse({ code: 'stale' });
}

/** Units that an asset worked in a month; entered again while the month is not booked, they are corrected. */
export async function recordUse(
  tx: Tx,
  card: CardRow,
  use: { readonly id: string; readonly month: string; readonly units: bigint; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { county, place, cooperativeId } = card;
  const { rows } = await sql<{ id: string; revision: number; isCharged: boolean }>`
    select u.id, u.revision, exists (select from depreciation_charge as d where d.county = u.county
      and d.card_id = u.card_id and d.month = u.month) as is_charged
    from asset_use as u where u.county = ${county} and u.card_id = ${card.id} and u.month = ${use.month}`.execute(
    tx.db,
  );
  const [known] = rows;
  if (known?.isCharged) return refuse({ code: 'card_charged', field: 'month' });
  if (known) {
    const key = { county, id: known.id, revision: known.revision };
    const done = await revise(tx, 'asset_use', { key, set: { units: use.units }, reason: use.reason });
    return done ? ok(true) : refuse({ code: 'stale' });
  }
  try {
    await record(tx, 'asset_use', {
      ...{ county, id: use.id, place, cooperative_id: cooperativeId, card_id: card.id },
      ...{ month: use.month, units: use.units },
    } as NewRow);
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error, 'asset_use_month')) return refuse({ code: 'stale' });
    throw error;
  }
}

/** Units of all cards of a book by card, in the order of months. */
export async function listUses(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'id'>,
): Promise<ReadonlyMap<string, UnitsOfMonth[]>> {
  const { rows } = await sql<{ cardId: string; month: string; units: bigint }>`
    select u.card_id, u.month, u.units from asset_use as u
    join asset_card as k on k.county = u.county and k.id = u.card_id
    where k.county = ${book.county} and k.book_id = ${book.id} order by u.month`.execute(tx.db);
  const uses = rows.map((row) => ({ cardId: row.cardId, month: localMonth(row.month), units: BigInt(row.units) }));
  return Map.groupBy(uses, ({ cardId }) => cardId);
}
