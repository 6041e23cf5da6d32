import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import { type ExpiryState, expiryLight, expiryOf, warningDays } from '../../platform/pure/rent.ts';
import type { ContractFields, ContractRow, ContractView } from './lease-contract.ts';
import type { Page } from './list-store.ts';

export interface ContractQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly expiry?: string | undefined;
  readonly warned?: boolean | undefined;
  readonly arrears?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

type Decided = 'rents' | 'receipts' | 'allowed' | 'expiry' | 'light';
/** A contract as read; where it stands is decided by the rules. */
export type StoredContract = Omit<ContractView, Decided | 'startsOn' | 'throughOn'> & {
  readonly startsOn: LocalDate;
  readonly throughOn: LocalDate;
  readonly recordedBy: string;
};

/** Contracts with the names of place and asset, and what their rent lines add up to today. */
function contractSource(tx: Tx): RawBuilder<unknown> {
  const today = todayInShanghai(tx.now);
  return sql`(
    select c.*, p.name as place_name, a.name as asset_name, a.number as asset_number, a.class as asset_class, n.id as renewed_by_id,
      r.total_fen, r.paid_fen, r.arrears_fen, r.next_due_on
    from asset_contract as c
    join asset as a on a.county = c.county and a.id = c.asset_id
    left join asset_contract as n on n.county = c.county and n.renews_id = c.id
    left join place as p on p.code = c.place
    cross join lateral (
      select coalesce(sum(amount_fen), 0) as total_fen, coalesce(sum(paid_fen), 0) as paid_fen,
        coalesce(sum(amount_fen - paid_fen) filter (where due_on < ${today}::date), 0) as arrears_fen,
        min(due_on) filter (where paid_fen < amount_fen) as next_due_on
      from asset_rent as r where r.county = c.county and r.contract_id = c.id) as r
  ) as c`;
}

const columns = sql`c.county, c.id, c.place, c.place_name, c.asset_id, c.asset_name, c.asset_number, c.asset_class, c.number, c.kind,
  c.tenant_kind, c.tenant_name, c.tenant_id, c.decision_number, c.signed_on, c.starts_on, c.through_on, c.rent_fen, c.period_months,
  c.instalments, c.due_at, c.due_days, c.step_bp, c.step_periods, c.deposit_fen, c.note, c.renews_id, c.renewed_by_id, c.closed_on,
  c.closed_kind, c.closed_reason, c.total_fen, c.paid_fen, c.arrears_fen, c.next_due_on, c.revision, c.recorded_by`;

/** One page of contracts under the filters, and the arrears of all of them. */
export async function listContracts(
  tx: Tx,
  query: ContractQuery,
  page: Page,
): Promise<{ rows: readonly ContractRow[]; total: number; arrearsFen: bigint }> {
  const found = sql`from ${contractSource(tx)} where ${sql.join(conditions(tx, query), sql` and `)}`;
  const { rows } = await sql<StoredContract>`
    select ${columns} ${found} order by ${orderBy(query)}, c.county, c.id limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number; arrearsFen: bigint }>`
    select count(*) as total, coalesce(sum(c.arrears_fen), 0) as arrears_fen ${found}`.execute(tx.db);
  const { total = 0, arrearsFen = 0n } = counted.rows[0] ?? {};
  return { rows: rows.map((row) => toContractRow(tx, row)), total, arrearsFen };
}

export async function findContract(tx: Tx, key: RecordKey): Promise<StoredContract | undefined> {
  const { rows } = await sql<StoredContract>`
    select ${columns} from ${contractSource(tx)} where c.county = ${key.county} and c.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The row as lists show it. */
export function toContractRow(tx: Tx, contract: StoredContract): ContractRow {
  const expiry = expiryOf(contract, todayInShanghai(tx.now));
  return {
    county: contract.county,
    id: contract.id,
    place: contract.place,
    placeName: contract.placeName ?? '',
    assetId: contract.assetId,
    assetName: contract.assetName,
    assetNumber: contract.assetNumber,
    assetClass: contract.assetClass,
    number: contract.number,
    kind: contract.kind,
    tenantKind: contract.tenantKind,
    tenantName: contract.tenantName,
    startsOn: contract.startsOn,
    throughOn: contract.throughOn,
    closedOn: contract.closedOn,
    expiry,
    light: expiryLight(expiry),
    rentFen: contract.rentFen,
    arrearsFen: contract.arrearsFen,
    nextDueOn: contract.nextDueOn,
    revision: contract.revision,
  };
}

export interface ContractPlace {
  readonly county: number;
  readonly place: number;
  readonly assetId: string;
}

/** Records a contract. One that overlaps another over the same asset meets `asset_contract_let_once`. */
export async function recordContract(
  tx: Tx,
  at: ContractPlace,
  contract: { readonly id: string; readonly fields: ContractFields; readonly renewsId: string | null },
): Promise<void> {
  const { county, place, assetId } = at;
  const row = { county, place, id: contract.id, asset_id: assetId, renews_id: contract.renewsId };
  await record(tx, 'asset_contract', { ...row, ...contractColumns(contract.fields) } as NewRow);
}

export async function correctContract(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: ContractFields; readonly reason: string },
): Promise<boolean> {
  const set = contractColumns(change.fields);
  return (await revise(tx, 'asset_contract', { key, set, reason: change.reason })) !== undefined;
}

export async function closeContract(
  tx: Tx,
  key: RecordKey,
  close: { readonly closedOn: string; readonly kind: 'renewed' | 'terminated'; readonly reason: string },
): Promise<boolean> {
  const set = { closed_on: close.closedOn, closed_kind: close.kind, closed_reason: close.reason };
  return (await revise(tx, 'asset_contract', { key, set, reason: close.reason })) !== undefined;
}

export async function withdrawContract(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'asset_contract', { key, reason })) !== undefined;
}

function contractColumns(fields: ContractFields) {
  return {
    number: fields.number,
    kind: fields.kind,
    tenant_kind: fields.tenantKind,
    tenant_name: fields.tenantName,
    tenant_id: fields.tenantId,
    decision_number: fields.decisionNumber,
    signed_on: fields.signedOn,
    starts_on: fields.startsOn,
    through_on: fields.throughOn,
    rent_fen: fields.rentFen,
    period_months: fields.periodMonths,
    instalments: fields.instalments,
    due_at: fields.dueAt,
    due_days: fields.dueDays,
    step_bp: fields.stepBp,
    step_periods: fields.stepPeriods,
    deposit_fen: fields.depositFen,
    note: fields.note,
  };
}

function conditions(tx: Tx, query: ContractQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const today = todayInShanghai(tx.now);
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return [
    range ? sql`c.place between ${range.lo} and ${range.hi}` : sql`false`,
    ...(query.expiry === undefined ? [] : [expiryIs(query.expiry as ExpiryState, today)]),
    ...(query.warned ? [sql`c.closed_on is null and c.through_on <= ${addDays(today, longestWarning)}::date`] : []),
    ...(query.arrears ? [sql`c.arrears_fen > 0`] : []),
    ...(query.kind === undefined ? [] : [sql`c.kind = ${query.kind}`]),
    ...(query.assetClass === undefined ? [] : [sql`c.asset_class = ${query.assetClass}`]),
    ...(query.q
      ? [
          sql`(c.number like ${text} or c.tenant_name like ${text} or c.asset_name like ${text} or c.asset_number like ${text})`,
        ]
      : []),
  ];
}

const longestWarning = Math.max(...warningDays);

/** The same decision as `expiryOf`, on the columns. */
function expiryIs(state: ExpiryState, today: LocalDate): RawBuilder<unknown> {
  const open = sql`c.closed_on is null`;
  const between = (after: number, until: number) =>
    sql`${open} and c.starts_on <= ${today}::date and c.through_on > ${addDays(today, after)}::date
      and c.through_on <= ${addDays(today, until)}::date`;
  switch (state) {
    case 'closed':
      return sql`c.closed_on is not null`;
    case 'expired':
      return sql`${open} and c.through_on < ${today}::date`;
    case 'future':
      return sql`${open} and c.starts_on > ${today}::date`;
    case 'within_7':
      return between(-1, 7);
    case 'within_30':
      return between(7, 30);
    case 'within_90':
      return between(30, 90);
    case 'running':
      return sql`${open} and c.starts_on <= ${today}::date and c.through_on > ${addDays(today, longestWarning)}::date`;
  }
}

function orderBy({ sort, order }: ContractQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'number':
      return sql`c.number collate "C" ${down}`;
    case 'arrears':
      return sql`c.arrears_fen ${down}`;
    default:
      // what runs out first; closed ones last
      return sql`(c.closed_on is not null), c.through_on ${down}`;
  }
}
