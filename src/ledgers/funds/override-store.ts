import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { FundAccountRow } from './account-store.ts';
import type { LiftableCode, OverrideState, PayeeKind, Purpose } from './rules.ts';

export interface OverrideRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly code: LiftableCode;
  readonly purpose: Purpose;
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly amountFen: bigint;
  readonly justification: string;
  readonly askedOn: string;
  readonly askedBy: string;
  readonly askerName: string;
  readonly state: OverrideState;
  readonly deciderName: string | null;
  readonly decidedOn: string | null;
  readonly opinion: string | null;
  readonly usedBy: string | null;
  readonly revision: number;
}

export interface OverrideFilters {
  readonly q?: string | undefined;
  readonly state?: OverrideState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'askedOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`
  select o.county, o.id, o.place, coalesce(p.name, '') as place_name, o.account_id, a.name as account_name,
    d.county as document_county, o.document_id, d.number as document_number, o.code, o.purpose, o.payee_kind, o.payee_id,
    o.payee_name, o.amount_fen, o.justification, o.asked_on, o.asked_by, coalesce(k.name, '') as asker_name, o.state,
    c.name as decider_name, o.decided_on, o.opinion, m.id as used_by, o.revision
  from fund_override as o join fund_account as a on a.county = o.county and a.id = o.account_id
  join fund_document as d on d.id = o.document_id left join place as p on p.code = o.place
  left join account as k on k.id = o.asked_by left join account as c on c.id = o.decided_by
  left join fund_movement as m on m.county = o.county and m.override_id = o.id`;

export async function listOverrides(
  tx: Tx,
  query: OverrideFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly OverrideRow[]; total: number }> {
  const where = conditions(query);
  const sorted = sql.raw(query.sort === 'amountFen' ? 'o.amount_fen' : 'o.asked_on');
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<OverrideRow>`
    ${source} where ${where} order by ${sorted} ${direction}, o.id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from (${source} where ${where}) as found`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions({ q, state, place }: OverrideFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(o.payee_name like ${text} or d.number like ${text} or o.justification like ${text} or a.name like ${text})`,
    );
  }
  if (state) parts.push(sql`o.state = ${state}`);
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(sql`o.place between ${lo} and ${hi}`);
  }
  return sql.join(parts, sql` and `);
}

export async function findOverride(tx: Tx, key: RecordKey): Promise<OverrideRow | undefined> {
  const { rows } = await sql<OverrideRow>`${source} where o.county = ${key.county} and o.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface NewOverride {
  readonly id: string;
  readonly account: FundAccountRow;
  readonly documentId: string;
  readonly code: LiftableCode;
  readonly purpose: Purpose;
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly amountFen: bigint;
  readonly justification: string;
}

export async function recordOverride(tx: Tx, { account, ...asked }: NewOverride): Promise<void> {
  await record(tx, 'fund_override', {
    county: account.county,
    id: asked.id,
    place: account.place,
    account_id: account.id,
    document_id: asked.documentId,
    code: asked.code,
    purpose: asked.purpose,
    payee_kind: asked.payeeKind,
    payee_id: asked.payeeId,
    payee_name: asked.payeeName,
    amount_fen: asked.amountFen,
    justification: asked.justification,
    asked_by: tx.actor.accountId,
    asked_on: todayInShanghai(tx.now),
    state: 'asked',
    decided_by: null,
    decided_on: null,
    opinion: null,
  });
}

/** Grants or refuses; false when somebody else changed it meanwhile. */
export async function decideOverride(
  tx: Tx,
  key: Required<RecordKey>,
  { state, opinion }: { readonly state: 'granted' | 'refused'; readonly opinion: string | null },
): Promise<boolean> {
  const set = { state, opinion, decided_by: tx.actor.accountId, decided_on: todayInShanghai(tx.now) };
  return (await revise(tx, 'fund_override', { key, set, reason: opinion ?? state })) !== undefined;
}
