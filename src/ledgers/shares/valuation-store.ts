import { sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { ValuationDraft } from './valuation-rules.ts';

/** What a contribution in kind was found to be worth. */
export interface ValuationFields extends ValuationDraft {
  readonly description: string;
  readonly parcel: string | null;
  readonly valuedBy: string;
  readonly documentNumber: string;
}

export interface ValuationRow extends ValuationFields {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly number: string | null;
  readonly name: string | null;
  /** shares that stand on it today */
  readonly shares: number;
  readonly revision: number;
}

const source = sql`from (
    select v.county, v.id, v.place, v.cooperative_id, v.membership_id, m.number, m.name, v.source, v.description, v.parcel,
      v.area_mu, v.unit_value_fen, v.value_fen, v.method, v.valued_on, v.valued_by, v.document_number, v.term_from,
      v.term_until, v.revision,
      coalesce((select sum(l.shares) from share_lot as l where l.county = v.county and l.valuation_id = v.id), 0) as shares
    from share_valuation as v left join membership as m on m.county = v.county and m.id = v.membership_id
  ) as v`;

export async function listValuations(
  tx: Tx,
  cooperative: RecordKey,
  page: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ValuationRow[]; total: number }> {
  const text = `%${(page.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`${source} where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
    and (name like ${text} or number like ${text} or description like ${text} or parcel like ${text})`;
  const { rows } = await sql<ValuationRow>`
    select * ${found} order by valued_on desc, id limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findValuation(tx: Tx, key: RecordKey): Promise<ValuationRow | undefined> {
  const { rows } = await sql<ValuationRow>`
    select * ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function recordValuation(
  tx: Tx,
  cooperative: CooperativeRow,
  draft: ValuationFields & { readonly id: string; readonly membershipId: string },
): Promise<void> {
  const { county, place, id: cooperativeId } = cooperative;
  const base = { county, id: draft.id, place, cooperative_id: cooperativeId, membership_id: draft.membershipId };
  await record(tx, 'share_valuation', { ...base, ...fieldColumns(draft) } as NewRow);
}

export async function correctValuation(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: ValuationFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'share_valuation', { key, set, reason: change.reason })) !== undefined;
}

export async function withdrawValuation(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'share_valuation', { key, reason })) !== undefined;
}

function fieldColumns(fields: ValuationFields) {
  return {
    source: fields.source,
    description: fields.description,
    parcel: fields.parcel,
    area_mu: fields.areaMu,
    unit_value_fen: fields.unitValueFen,
    value_fen: fields.valueFen,
    method: fields.method,
    valued_on: fields.valuedOn,
    valued_by: fields.valuedBy,
    document_number: fields.documentNumber,
    term_from: fields.termFrom,
    term_until: fields.termUntil,
  };
}
