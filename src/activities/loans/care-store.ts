import { sql } from 'kysely';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addWorkdays } from '../../platform/pure/calendar.ts';
import { addDays, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { findTaskTimes } from './regime-store.ts';
import type { LoanRow } from './store.ts';

export interface UseRow {
  readonly id: string;
  readonly happenedOn: string;
  readonly amountFen: bigint;
  readonly item: string;
  readonly evidence: string;
  readonly revision: number;
}

export async function listUses(tx: Tx, loan: RecordKey): Promise<readonly UseRow[]> {
  const { rows } = await sql<UseRow>`
    select id, happened_on, amount_fen, item, evidence, revision from loan_use
    where county = ${loan.county} and loan_id = ${loan.id} order by happened_on, id limit 200`.execute(tx.db);
  return rows;
}

function ownerColumns({ county, place, id, householdId, organisationId, bankId }: LoanRow) {
  const owner = { household_id: householdId, organisation_id: organisationId, bank_id: bankId };
  return { county, place, loan_id: id, ...owner };
}

/** False when all uses together would come to more than was lent; two at once wait for each other at the loan. */
export async function recordUse(tx: Tx, loan: LoanRow, use: Omit<UseRow, 'revision'>): Promise<boolean> {
  await sql`select 1 from loan where county = ${loan.county} and id = ${loan.id} for update`.execute(tx.db);
  const known = (await listUses(tx, loan)).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  if (known + use.amountFen > loan.principalFen) return false;
  await record(tx, 'loan_use', {
    ...{ ...ownerColumns(loan), id: use.id, happened_on: use.happenedOn, amount_fen: use.amountFen },
    ...{ item: use.item, evidence: use.evidence },
  });
  return true;
}

export type VisitCause = 'overdue' | 'use';

export interface VisitRow {
  readonly id: string;
  readonly cause: VisitCause;
  readonly sinceOn: string;
  readonly visitedOn: string;
  readonly finding: string;
  readonly promisedOn: string | null;
  readonly promise: string | null;
  readonly visitor: string;
}

export async function listVisits(tx: Tx, loan: RecordKey): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.id, v.cause, v.since_on, v.visited_on, v.finding, v.promised_on, v.promise, coalesce(a.name, '') as visitor
    from loan_visit v left join account a on a.id = v.recorded_by
    where v.county = ${loan.county} and v.loan_id = ${loan.id} order by v.visited_on desc, v.id limit 100`.execute(
    tx.db,
  );
  return rows;
}

/** The day from which there is something to visit for; null when there is nothing. */
export async function findSince(tx: Tx, loan: LoanRow, cause: VisitCause): Promise<LocalDate | null> {
  if (cause === 'overdue') return loan.overdueSince;
  const today = todayInShanghai(tx.now);
  const { useDays } = await findTaskTimes(tx, today);
  const since = addDays(loan.startsOn, useDays);
  const explained = (await listUses(tx, loan)).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return since < today && loan.state === 'open' && explained < loan.principalFen ? since : null;
}

/** A second visit for the same task is a conflict. */
export async function recordVisit(tx: Tx, loan: LoanRow, visit: Omit<VisitRow, 'visitor'>): Promise<void> {
  await record(tx, 'loan_visit', {
    ...{ ...ownerColumns(loan), id: visit.id, cause: visit.cause, since_on: visit.sinceOn },
    ...{ visited_on: visit.visitedOn, finding: visit.finding },
    ...{ promised_on: visit.promisedOn, promise: visit.promise },
  });
}

export interface TaskRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly borrowerName: string;
  readonly contractNumber: string;
  readonly cause: VisitCause;
  readonly sinceOn: LocalDate;
  readonly amountFen: bigint;
  readonly responsible: string[];
}

export interface Task extends TaskRow {
  readonly dueOn: LocalDate;
  readonly light: 'none' | 'near' | 'late';
}

interface TaskQuery {
  readonly q?: string | undefined;
  readonly cause?: VisitCause | undefined;
  readonly place?: number | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Nothing keeps these tasks: they are what the loans say today, until a visit answers them. */
export async function listTasks(tx: Tx, query: TaskQuery): Promise<{ rows: readonly Task[]; total: number }> {
  const today = todayInShanghai(tx.now);
  const { visitWorkdays, useDays } = await findTaskTimes(tx, today);
  const { lo, hi } =
    query.place === undefined ? { lo: 0, hi: Number.MAX_SAFE_INTEGER } : placeRange(query.place as Place);
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from (
      select l.county, l.id, l.place, l.borrower_name, l.contract_number, 'overdue' as cause, min(i.pay_by) as since_on,
        sum(i.principal_fen - i.paid_principal_fen + i.interest_fen - i.paid_interest_fen)::bigint as amount_fen
      from loan_instalment i join loan l on l.county = i.county and l.id = i.loan_id
      where i.settled_on is null and i.pay_by < ${today}::date group by l.county, l.id
      union all
      select l.county, l.id, l.place, l.borrower_name, l.contract_number, 'use', l.starts_on + ${useDays}::int,
        l.principal_fen - coalesce(u.explained_fen, 0)
      from loan l left join lateral (
        select sum(amount_fen)::bigint as explained_fen from loan_use u where u.county = l.county and u.loan_id = l.id
      ) as u on true
      where l.state = 'open' and l.starts_on + ${useDays}::int < ${today}::date and coalesce(u.explained_fen, 0) < l.principal_fen
    ) as t where place between ${lo} and ${hi} and (borrower_name like ${text} or contract_number like ${text})
      and (${query.cause ?? null}::text is null or cause = ${query.cause ?? null})
      and not exists (select from loan_visit v where v.county = t.county and v.loan_id = t.id and v.cause = t.cause
        and v.since_on = t.since_on)`;
  const { rows } = await sql<TaskRow>`
    select county, id, place, coalesce((select name from place p where p.code = t.place), '') as place_name, borrower_name,
      contract_number, cause, since_on, amount_fen,
      array(select a.name from position o join account a on a.id = o.account_id
        where o.role = 'first_secretary' and o.place = t.place and o.ends_on is null order by a.name) as responsible
    ${found} order by since_on, county, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  const tasks = rows.map((row): Task => {
    const dueOn = addWorkdays(row.sinceOn, visitWorkdays);
    const light = dueOn < today ? 'late' : addWorkdays(today, warningWorkdays) >= dueOn ? 'near' : 'none';
    return { ...row, dueOn, light };
  });
  return { rows: tasks, total: counted.rows[0]?.total ?? 0 };
}

const warningWorkdays = 3;
