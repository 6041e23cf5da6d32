import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { boundsOf, type FundKind, type FundLevel, type FundSource, type PayeeKind, type Purpose } from './rules.ts';

export interface FundRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly kind: FundKind;
  readonly level: FundLevel;
  readonly source: FundSource;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A document that brings money, with its earmark. */
export interface FundDocumentRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly amountFen: bigint;
  readonly standard: boolean;
  readonly purposes: readonly Purpose[];
  readonly payeeKinds: readonly PayeeKind[];
  readonly placeLos: readonly number[];
  readonly placeHis: readonly number[];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly managementBp: number;
}

const fundColumns = sql`county, id, place, kind, level, source, name, starts_on, ends_on`;
const documents = sql`
  select d.county, d.id, d.place, d.fund_id, f.name as fund_name, f.kind as fund_kind, d.number, d.title, d.issued_on,
    d.amount_fen, d.standard, d.purposes, d.payee_kinds, d.place_los::float8[], d.place_his::float8[], d.starts_on, d.ends_on,
    d.management_bp
  from fund_document as d join fund as f on f.county = d.county and f.id = d.fund_id`;

export async function findFund(tx: Tx, key: RecordKey): Promise<FundRow | undefined> {
  const { rows } = await sql<FundRow>`
    select ${fundColumns} from fund where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Every fund; a few dozen. */
export async function listFunds(tx: Tx): Promise<readonly FundRow[]> {
  const { rows } = await sql<FundRow>`select ${fundColumns} from fund order by starts_on, name`.execute(tx.db);
  return rows;
}

export async function findFundDocument(tx: Tx, key: RecordKey): Promise<FundDocumentRow | undefined> {
  const { rows } = await sql<FundDocumentRow>`
    ${documents} where d.county = ${key.county} and d.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface DocumentFilters {
  readonly q?: string | undefined;
  readonly fundKind?: FundKind | undefined;
  /** whose earmark reaches into this place */
  readonly place?: number | undefined;
  /** in whose window this day lies */
  readonly on?: string | undefined;
  readonly sort?: 'issuedOn' | 'number' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** Documents whose money may be used in a place (and on a day), newest first. */
export async function listFundDocuments(
  tx: Tx,
  where: Pick<DocumentFilters, 'place' | 'on'>,
): Promise<readonly FundDocumentRow[]> {
  const { rows } = await sql<FundDocumentRow>`
    ${documents} where ${documentConditions(where)} order by d.issued_on desc, d.number`.execute(tx.db);
  return rows;
}

export async function pageDocuments(
  tx: Tx,
  query: DocumentFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly FundDocumentRow[]; total: number }> {
  const where = documentConditions(query);
  const sorts = { issuedOn: 'd.issued_on', number: 'd.number', amountFen: 'd.amount_fen' };
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<FundDocumentRow>`
    ${documents} where ${where} order by ${sql.raw(sorts[query.sort ?? 'issuedOn'])} ${direction}, d.number
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from (${documents} where ${where}) as found`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function documentConditions({ q, fundKind, place, on }: DocumentFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(d.number like ${text} or d.title like ${text} or f.name like ${text})`);
  }
  if (fundKind) parts.push(sql`f.kind = ${fundKind}`);
  if (on) parts.push(sql`d.starts_on <= ${on}::date and (d.ends_on is null or d.ends_on >= ${on}::date)`);
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(
      sql`exists (select from unnest(d.place_los, d.place_his) as p (lo, hi) where p.lo <= ${hi} and p.hi >= ${lo})`,
    );
  }
  return sql.join(parts, sql` and `);
}

export interface NewFund extends Omit<FundRow, 'county'> {
  readonly county: number;
}

export async function recordFund(tx: Tx, fund: NewFund): Promise<void> {
  await sql`insert into fund (county, id, place, kind, level, source, name, starts_on, ends_on, recorded_at, recorded_by)
    values (${fund.county}, ${fund.id}, ${fund.place}, ${fund.kind}, ${fund.level}, ${fund.source}, ${fund.name},
      ${fund.startsOn}, ${fund.endsOn}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
  tx.trail.push({ table: 'fund', county: fund.county, place: fund.place, id: fund.id, after: { ...fund } });
}

export interface NewFundDocument {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly fundId: string;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly amountFen: bigint;
  readonly standard: boolean;
  readonly purposes: readonly Purpose[];
  readonly payeeKinds: readonly PayeeKind[];
  readonly places: readonly Place[];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly managementBp: number;
}

export async function recordFundDocument(tx: Tx, document: NewFundDocument): Promise<void> {
  const d = document;
  const { los, his } = boundsOf(d.places);
  await sql`insert into fund_document (county, id, place, fund_id, number, title, issued_on, amount_fen, standard, purposes,
      payee_kinds, place_los, place_his, starts_on, ends_on, management_bp, recorded_at, recorded_by)
    values (${d.county}, ${d.id}, ${d.place}, ${d.fundId}, ${d.number}, ${d.title}, ${d.issuedOn}, ${d.amountFen}, ${d.standard},
      ${[...d.purposes]}::text[], ${[...d.payeeKinds]}::text[], ${los}::bigint[], ${his}::bigint[], ${d.startsOn}, ${d.endsOn},
      ${d.managementBp}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
  const after = { ...d, amountFen: String(d.amountFen) };
  tx.trail.push({ table: 'fund_document', county: d.county, place: d.place, id: d.id, after });
}

/** Whether a document of this number is recorded, whoever recorded it. */
export async function hasDocumentNumber(tx: Tx, number: string): Promise<boolean> {
  const { rows } = await sql`select from fund_document where number = ${number}`.execute(tx.db);
  return rows.length > 0;
}
