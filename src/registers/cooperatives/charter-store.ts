import { sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { CharterTerms, ReserveBasis } from './charter-rules.ts';

/** What a charter says in numbers; shares of money in basis points of the base that the law names. */
export interface CharterFields extends Omit<CharterTerms, 'startsOn'> {
  readonly resolutionNumber: string;
  readonly parValueFen: bigint;
  readonly reserveQuantifiedBy: ReserveBasis;
  /** months of notice before the end of the fiscal year, for persons and for units */
  readonly exitNoticeMonths: number;
  readonly unitExitNoticeMonths: number;
  /** who was a member for part of the year takes part by days */
  readonly timeWeighted: boolean;
  readonly note: string | null;
}

/** One version of a charter, from its first day to the day before `endsOn`. */
export interface CharterRow extends CharterFields {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly revision: number;
}

const columns = sql`county, id, place, cooperative_id, starts_on, ends_on, resolution_number, par_value_fen,
  surplus_reserve_bp, reserve_quantified_by, expansion_bp, relief_bp, welfare_reserve_bp, patronage_bp,
  additional_votes_bp, quorum_bp, ordinary_bp, special_bp, exit_notice_months, unit_exit_notice_months, time_weighted,
  note, revision`;

/** The charter that holds on a day; undefined where none does. */
export async function findCharter(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
): Promise<CharterRow | undefined> {
  const { rows } = await sql<CharterRow>`
    select ${columns} from charter where county = ${at.county} and cooperative_id = ${at.cooperativeId}
      and starts_on <= ${at.on}::date and (ends_on is null or ends_on > ${at.on}::date)`.execute(tx.db);
  return rows[0];
}

export async function findCharterById(tx: Tx, key: RecordKey): Promise<CharterRow | undefined> {
  const { rows } = await sql<CharterRow>`
    select ${columns} from charter where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** All versions, the latest first. */
export async function listCharters(tx: Tx, cooperative: RecordKey): Promise<readonly CharterRow[]> {
  const { rows } = await sql<CharterRow>`
    select ${columns} from charter where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
    order by starts_on desc limit 200`.execute(tx.db);
  return rows;
}

/** Enters a version; the one that holds ends on its first day. False when that one changed meanwhile. */
export async function recordCharter(
  tx: Tx,
  cooperative: { readonly county: number; readonly id: string; readonly place: number },
  draft: CharterFields & { readonly id: string; readonly startsOn: string },
): Promise<boolean> {
  const [latest] = await listCharters(tx, cooperative);
  if (latest && latest.endsOn === null) {
    const key = { county: latest.county, id: latest.id, revision: latest.revision };
    const set = { ends_on: draft.startsOn };
    if (!(await revise(tx, 'charter', { key, set, reason: draft.resolutionNumber }))) return false;
  }
  const { county, place } = cooperative;
  const base = { county, place, id: draft.id, cooperative_id: cooperative.id, starts_on: draft.startsOn };
  await record(tx, 'charter', { ...base, ends_on: null, ...fieldColumns(draft) } as NewRow);
  return true;
}

export async function correctCharter(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: CharterFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'charter', { key, set, reason: change.reason })) !== undefined;
}

/** Takes out the latest version; the one that ended on its first day holds again. */
export async function withdrawCharter(
  tx: Tx,
  charter: CharterRow,
  change: { readonly revision: number; readonly reason: string },
): Promise<boolean> {
  const { county, id, startsOn } = charter;
  const { revision, reason } = change;
  if (!(await withdraw(tx, 'charter', { key: { county, id, revision }, reason }))) return false;
  const [before] = await listCharters(tx, { county, id: charter.cooperativeId });
  if (before?.endsOn !== startsOn) return true;
  const key = { county, id: before.id, revision: before.revision };
  return (await revise(tx, 'charter', { key, set: { ends_on: null }, reason })) !== undefined;
}

function fieldColumns(fields: CharterFields) {
  return {
    resolution_number: fields.resolutionNumber,
    par_value_fen: fields.parValueFen,
    surplus_reserve_bp: fields.surplusReserveBp,
    reserve_quantified_by: fields.reserveQuantifiedBy,
    expansion_bp: fields.expansionBp,
    relief_bp: fields.reliefBp,
    welfare_reserve_bp: fields.welfareReserveBp,
    patronage_bp: fields.patronageBp,
    additional_votes_bp: fields.additionalVotesBp,
    quorum_bp: fields.quorumBp,
    ordinary_bp: fields.ordinaryBp,
    special_bp: fields.specialBp,
    exit_notice_months: fields.exitNoticeMonths,
    unit_exit_notice_months: fields.unitExitNoticeMonths,
    time_weighted: fields.timeWeighted,
    note: fields.note,
  };
}
