import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import { type ExpiryState, expiryLight, expiryOf, warningDays } from '../../platform/pure/rent.ts';
import type { Holder } from './holder-store.ts';
import type { Page } from './list-store.ts';
import type { ParcelHead } from './store.ts';
import type { TransferFields, TransferRow, TransferView } from './transfer-contract.ts';
import { partText, rentOfArea, type Stretch } from './transfer-rules.ts';

export interface TransferQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly expiry?: string | undefined;
  readonly arrears?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly landKind?: string | undefined;
  readonly takerKind?: string | undefined;
  readonly grantorKind?: string | undefined;
  readonly parcel?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

type Decided = 'rents' | 'receipts' | 'allowed' | 'expiry' | 'light' | 'prepaidFen';
/** A transfer as read; where it stands is decided by the rules. */
export type StoredTransfer = Omit<TransferView, Decided | 'startsOn' | 'throughOn'> & {
  readonly startsOn: LocalDate;
  readonly throughOn: LocalDate;
};

/** Transfers with the names of place and parcel, and what their rent lines add up to today. */
function transferSource(tx: Tx): RawBuilder<unknown> {
  const today = todayInShanghai(tx.now);
  return sql`(
    select t.*, v.name as place_name, p.name as parcel_name, p.number as parcel_number, r.total_fen, r.paid_fen,
      r.arrears_fen, r.next_due_on
    from land_transfer as t
    join land_parcel as p on p.county = t.county and p.id = t.parcel_id
    left join place as v on v.code = t.place
    cross join lateral (
      select coalesce(sum(amount_fen), 0) as total_fen, coalesce(sum(paid_fen), 0) as paid_fen,
        coalesce(sum(amount_fen - paid_fen) filter (where due_on < ${today}::date), 0) as arrears_fen,
        min(due_on) filter (where paid_fen < amount_fen) as next_due_on
      from land_rent as r where r.county = t.county and r.transfer_id = t.id) as r
  ) as t`;
}

const columns = sql`t.county, t.id, t.place, coalesce(t.place_name, '') as place_name, t.parcel_id, t.parcel_number, t.parcel_name,
  t.land_kind, t.number, t.kind, t.grantor_kind, t.grantor_name, t.household_id, t.taker_kind, t.taker_name, t.taker_id,
  t.payer_name, t.area_mu, t.purpose, t.filing_number, t.signed_on, t.starts_on, t.through_on, t.rent_per_mu_fen, t.rent_fen,
  t.period_months, t.instalments, t.due_at, t.due_days, t.step_bp, t.step_periods, t.note, t.closed_on, t.closed_reason,
  t.total_fen, t.paid_fen, t.arrears_fen, t.next_due_on, t.revision`;

/** One page of transfers under the filters, with the area and the arrears of all of them. */
export async function listTransfers(
  tx: Tx,
  query: TransferQuery,
  page: Page,
): Promise<{ rows: TransferRow[]; total: number; areaMu: number; arrearsFen: bigint }> {
  const found = sql`from ${transferSource(tx)} where ${sql.join(conditions(tx, query), sql` and `)}`;
  const { rows } = await sql<StoredTransfer>`
    select ${columns} ${found} order by ${orderBy(query)}, t.county, t.id limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number; areaMu: number; arrearsFen: bigint }>`
    select count(*) as total, coalesce(sum(t.area_mu), 0) as area_mu, coalesce(sum(t.arrears_fen), 0) as arrears_fen
    ${found}`.execute(tx.db);
  const sums = counted.rows[0] ?? { total: 0, areaMu: 0, arrearsFen: 0n };
  return { ...sums, rows: rows.map((row) => toTransferRow(tx, row)) };
}

/** All transfers under the filters with their terms and the numbers of households that took, for exports; never more than `most`. */
export async function readTransfers(
  tx: Tx,
  query: TransferQuery,
  most: number,
): Promise<readonly (StoredTransfer & { readonly takerNumber: string | null })[]> {
  const { rows } = await sql<StoredTransfer & { readonly takerNumber: string | null }>`
    select ${columns}, (select h.number from household as h where h.county = t.county and h.id = t.taker_id) as taker_number
    from ${transferSource(tx)} where ${sql.join(conditions(tx, query), sql` and `)}
    order by ${orderBy(query)}, t.county, t.id limit ${most}`.execute(tx.db);
  return rows;
}

export async function findTransfer(tx: Tx, key: RecordKey): Promise<StoredTransfer | undefined> {
  const { rows } = await sql<StoredTransfer>`
    select ${columns} from ${transferSource(tx)} where t.county = ${key.county} and t.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The row as lists show it. */
export function toTransferRow(tx: Tx, transfer: StoredTransfer): TransferRow {
  const expiry = expiryOf(transfer, todayInShanghai(tx.now));
  return {
    county: transfer.county,
    id: transfer.id,
    place: transfer.place,
    placeName: transfer.placeName,
    parcelId: transfer.parcelId,
    parcelNumber: transfer.parcelNumber,
    parcelName: transfer.parcelName,
    landKind: transfer.landKind,
    number: transfer.number,
    kind: transfer.kind,
    grantorKind: transfer.grantorKind,
    grantorName: transfer.grantorName,
    takerKind: transfer.takerKind,
    takerName: transfer.takerName,
    areaMu: transfer.areaMu,
    startsOn: transfer.startsOn,
    throughOn: transfer.throughOn,
    closedOn: transfer.closedOn,
    expiry,
    light: expiryLight(expiry),
    rentPerMuFen: transfer.rentPerMuFen,
    rentFen: transfer.rentFen,
    arrearsFen: transfer.arrearsFen,
    nextDueOn: transfer.nextDueOn,
    revision: transfer.revision,
  };
}

/** What of a parcel others have taken on some day of a term. */
export async function listTaken(
  tx: Tx,
  parcel: RecordKey,
  term: { readonly startsOn: string; readonly throughOn: string; readonly except?: string },
): Promise<readonly Stretch[]> {
  const { rows } = await sql<{ lo: number; hi: number }>`
    select lower(s) as lo, upper(s) as hi from land_transfer as t, unnest(t.part) as s
    where t.county = ${parcel.county} and t.parcel_id = ${parcel.id} and t.id is distinct from ${term.except ?? null}::uuid
      and t.starts_on <= ${term.throughOn}::date and coalesce(t.closed_on, t.through_on) >= ${term.startsOn}::date
    order by 1`.execute(tx.db);
  return rows.map(({ lo, hi }) => ({ from: lo, to: hi }));
}

export interface TransferWrite {
  readonly fields: TransferFields;
  readonly taker: Holder;
  readonly part: readonly Stretch[];
}

/** A transfer that is to be recorded: the grantor is whoever holds the parcel. */
export interface NewTransfer extends TransferWrite {
  readonly id: string;
  readonly parcel: ParcelHead;
}

/** Records transfers. One that takes what another has taken meets `land_transfer_let_once`. */
export async function recordTransfers(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  const [only, ...others] = transfers.map(transferRow);
  if (only && others.length === 0) await record(tx, 'land_transfer', only);
  else if (only) await recordMany(tx, 'land_transfer', [only, ...others]);
}

function transferRow({ parcel, ...transfer }: NewTransfer): NewRow {
  const { county, place } = parcel;
  return {
    county,
    id: transfer.id,
    place,
    parcel_id: parcel.id,
    land_kind: parcel.kind,
    grantor_kind: parcel.holderKind,
    grantor_name: parcel.holderName,
    grantor_id: parcel.holderId,
    household_id: parcel.holderKind === 'household' ? parcel.holderId : null,
    ...transferColumns(transfer),
  };
}

export async function correctTransfer(
  tx: Tx,
  key: RecordKey,
  change: TransferWrite & { readonly reason: string },
): Promise<boolean> {
  const set = transferColumns(change);
  return (await revise(tx, 'land_transfer', { key, set, reason: change.reason })) !== undefined;
}

export async function closeTransfer(
  tx: Tx,
  key: RecordKey,
  close: { readonly closedOn: string; readonly reason: string },
): Promise<boolean> {
  const set = { closed_on: close.closedOn, closed_reason: close.reason };
  return (await revise(tx, 'land_transfer', { key, set, reason: close.reason })) !== undefined;
}

export async function withdrawTransfer(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'land_transfer', { key, reason })) !== undefined;
}

function transferColumns({ fields, taker, part }: TransferWrite) {
  return {
    number: fields.number,
    kind: fields.kind,
    taker_kind: fields.takerKind,
    taker_name: taker.name,
    taker_id: taker.id,
    payer_name: fields.payerName,
    area_mu: fields.areaMu,
    part: partText(part),
    purpose: fields.purpose,
    filing_number: fields.filingNumber,
    signed_on: fields.signedOn,
    starts_on: fields.startsOn,
    through_on: fields.throughOn,
    rent_per_mu_fen: fields.rentPerMuFen,
    rent_fen: rentOfArea(fields.rentPerMuFen, fields.areaMu),
    period_months: fields.periodMonths,
    instalments: fields.instalments,
    due_at: fields.dueAt,
    due_days: fields.dueDays,
    step_bp: fields.stepBp,
    step_periods: fields.stepPeriods,
    note: fields.note,
  };
}

function conditions(tx: Tx, query: TransferQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const today = todayInShanghai(tx.now);
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(`t.${column}`)} = ${value}`];
  return [
    range ? sql`t.place between ${range.lo} and ${range.hi}` : sql`false`,
    ...(query.expiry === undefined ? [] : [expiryIs(query.expiry as ExpiryState, today)]),
    ...(query.arrears ? [sql`t.arrears_fen > 0`] : []),
    ...equal('kind', query.kind),
    ...equal('land_kind', query.landKind),
    ...equal('taker_kind', query.takerKind),
    ...equal('grantor_kind', query.grantorKind),
    ...(query.parcel === undefined ? [] : [sql`t.parcel_id = ${query.parcel}::uuid`]),
    ...(query.q
      ? [
          sql`(t.number like ${text} or t.taker_name like ${text} or t.grantor_name like ${text} or t.parcel_name like ${text}
            or t.parcel_number like ${text})`,
        ]
      : []),
  ];
}

const longestWarning = Math.max(...warningDays);

/** The same decision as `expiryOf`, on the columns. */
function expiryIs(state: ExpiryState, today: LocalDate): RawBuilder<unknown> {
  const open = sql`t.closed_on is null`;
  const between = (after: number, until: number) =>
    sql`${open} and t.starts_on <= ${today}::date and t.through_on > ${addDays(today, after)}::date
      and t.through_on <= ${addDays(today, until)}::date`;
  switch (state) {
    case 'closed':
      return sql`t.closed_on is not null`;
    case 'expired':
      return sql`${open} and t.through_on < ${today}::date`;
    case 'future':
      return sql`${open} and t.starts_on > ${today}::date`;
    case 'within_7':
      return between(-1, 7);
    case 'within_30':
      return between(7, 30);
    case 'within_90':
      return between(30, 90);
    case 'running':
      return sql`${open} and t.starts_on <= ${today}::date and t.through_on > ${addDays(today, longestWarning)}::date`;
  }
}

function orderBy({ sort, order }: TransferQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'number':
      return sql`t.number collate "C" ${down}`;
    case 'area':
      return sql`t.area_mu ${down}`;
    case 'arrears':
      return sql`t.arrears_fen ${down}`;
    default:
      // what runs out first; closed ones last
      return sql`(t.closed_on is not null), t.through_on ${down}`;
  }
}
