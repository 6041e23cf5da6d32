import { type RawBuilder, sql } from 'kysely';
import { findParameters } from '../../measure/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { AlertLimits, AlertRule, AlertState, FoundAlert } from './alert-fact-rules.ts';
import type { Misuse } from './audit-rules.ts';
import { readApprovalTable } from './pay-store.ts';

export interface AlertRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly rule: AlertRule;
  /** `county/id` of payments or movements, oldest first */
  readonly entries: readonly string[];
  readonly payeeName: string | null;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly foundOn: string;
  readonly state: AlertState;
  readonly result: string | null;
  readonly misuse: Misuse | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly revision: number;
}

export interface AlertFilters {
  readonly q?: string | undefined;
  readonly rule?: AlertRule | undefined;
  readonly state?: AlertState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'occurredOn' | 'amountFen' | 'foundOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`county, id, place, place_name, rule, entries, payee_name, amount_fen, occurred_on, detail, found_on, state, result,
  misuse, decided_on, decider_name as decided_by, revision`;

const source = sql`(
    select m.*, coalesce(p.name, '') as place_name, a.name as decider_name
    from misuse_alert m left join place p on p.code = m.place left join account a on a.id = m.decided_by
  ) as m`;

const sortColumns = { occurredOn: 'occurred_on', amountFen: 'amount_fen', foundOn: 'found_on' } as const;

/** One page of alerts, what happened last first. */
export async function listAlerts(
  tx: Tx,
  query: AlertFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly AlertRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'occurredOn']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<AlertRow>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: AlertFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.rule) parts.push(sql`rule = ${filters.rule}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const like = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(payee_name like ${like} or place_name like ${like})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findAlert(tx: Tx, key: RecordKey): Promise<AlertRow | undefined> {
  const { rows } =
    await sql<AlertRow>`select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(
      tx.db,
    );
  return rows[0];
}

/** Numbers of the detectors where no parameter is set for the day. */
const usualLimits = {
  alert_round_fen: 1_000_000,
  alert_again_days: 60,
  alert_year_end_days: 3,
  alert_year_end_bp: 5_000,
  alert_member_jump_bp: 30_000,
  alert_list_same_bp: 9_000,
  alert_idle_days: 365,
} as const;

/** Numbers of the detectors in force on a day. */
export async function readAlertLimits(tx: Tx, on: string): Promise<AlertLimits> {
  const found = await findParameters(tx, Object.keys(usualLimits), on);
  const numberOf = (code: keyof typeof usualLimits) => found.get(code)?.value ?? usualLimits[code];
  return {
    ...(await readApprovalTable(tx, on)),
    roundFen: BigInt(numberOf('alert_round_fen')),
    againDays: numberOf('alert_again_days'),
    yearEndDays: numberOf('alert_year_end_days'),
    yearEndBp: numberOf('alert_year_end_bp'),
    jumpBp: numberOf('alert_member_jump_bp'),
    listSameBp: numberOf('alert_list_same_bp'),
    idleDays: numberOf('alert_idle_days'),
  };
}

/** What is known of a case when the detectors run again. */
export interface KnownAlert {
  readonly county: number;
  readonly id: string;
  readonly rule: AlertRule;
  readonly entries: readonly string[];
  readonly state: AlertState;
  readonly revision: number;
}

/** Every case of the rules that is about one of these entries. */
export async function listKnownAlerts(tx: Tx, entries: readonly string[]): Promise<readonly KnownAlert[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<KnownAlert>`
    select county, id, rule, entries, state, revision from misuse_alert
    where exists (select from jsonb_array_elements_text(entries) as e where e = any(${[...entries]}::text[]))`.execute(
    tx.db,
  );
  return rows;
}

/** Opens a case. */
export async function recordAlert(tx: Tx, found: FoundAlert): Promise<void> {
  const { rule, entries, place, payeeName, amountFen, occurredOn, detail } = found;
  await record(tx, 'misuse_alert', {
    ...{ county: Math.floor(place / 1_000_000), id: newRecordId(tx), place, rule },
    ...{ fingerprint: digestOf({ rule, entries }), entries, payee_name: payeeName },
    ...{
      amount_fen: amountFen,
      occurred_on: occurredOn,
      detail,
      found_on: todayInShanghai(tx.now),
    },
    ...{ state: 'open', result: null, misuse: null, decided_on: null, decided_by: null },
  });
}

/** An open case to which more payments belong by now. False when it was changed meanwhile. */
export async function extendAlert(tx: Tx, known: KnownAlert, found: FoundAlert): Promise<boolean> {
  const { county, id, revision } = known;
  const set = {
    ...{ entries: found.entries, amount_fen: found.amountFen, occurred_on: found.occurredOn },
    ...{ detail: found.detail, fingerprint: digestOf({ rule: found.rule, entries: found.entries }) },
  };
  return (await revise(tx, 'misuse_alert', { key: { county, id, revision }, set, reason: 'more of it' })) !== undefined;
}

/** The result of a case: misuse, of which kind, or not. False when somebody decided it meanwhile. */
export async function decideAlert(
  tx: Tx,
  key: RecordKey,
  decision: { readonly state: 'confirmed' | 'cleared'; readonly result: string; readonly misuse: Misuse | null },
): Promise<boolean> {
  const { state, result, misuse } = decision;
  const set = { state, result, misuse, decided_on: todayInShanghai(tx.now), decided_by: tx.actor.accountId };
  return (await revise(tx, 'misuse_alert', { key, set, reason: result })) !== undefined;
}

export interface RuleCount {
  readonly rule: AlertRule;
  readonly open: number;
  readonly confirmed: number;
  readonly cleared: number;
}

/** Cases of each rule by their result. */
export async function countAlerts(tx: Tx, place: number | undefined): Promise<readonly RuleCount[]> {
  const { lo, hi } = place === undefined ? { lo: 0, hi: 999_999_999_999 } : placeRange(place as Place);
  const { rows } = await sql<RuleCount>`
    select rule, count(*) filter (where state = 'open') as open, count(*) filter (where state = 'confirmed') as confirmed,
      count(*) filter (where state = 'cleared') as cleared
    from misuse_alert where place between ${lo} and ${hi} group by rule`.execute(tx.db);
  return rows;
}

/** One entry of a case or a sample: a payment or a movement, as it stands in the fund ledger. */
export interface EntryRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly purpose: string | null;
  readonly payeeName: string | null;
  readonly memo: string;
  readonly orderId: string | null;
  readonly orderCounty: number | null;
}

/** Entries by `county/id`, oldest first. */
export async function listEntries(tx: Tx, entries: readonly string[]): Promise<readonly EntryRow[]> {
  if (entries.length === 0) return [];
  const keys = entries.map((entry) => entry.split('/'));
  const { rows } = await sql<EntryRow>`
    select m.county, m.id, coalesce(m.used_place, m.place) as place, coalesce(p.name, '') as place_name, m.kind, m.occurred_on,
      m.amount_fen, m.purpose, m.payee_name, m.memo, o.id as order_id, o.county as order_county
    from unnest(${keys.map(([county]) => Number(county))}::int[], ${keys.map(([, id]) => id ?? '')}::uuid[]) as k (county, id)
    join fund_movement m on m.county = k.county and m.id = k.id
    left join payment_order o on o.payment_id = m.id left join place p on p.code = coalesce(m.used_place, m.place)
    order by m.occurred_on, m.id`.execute(tx.db);
  return rows;
}
