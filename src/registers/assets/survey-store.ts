import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { SurveyState } from './check-rules.ts';
import { belongsTo } from './check-store.ts';
import type { Page } from './list-store.ts';
import type { AssetClass } from './rules.ts';

/** How far the survey of a village and year is; counted from its assets, also where nothing is reported. */
export interface SurveyCount {
  readonly place: number;
  readonly placeName: string;
  readonly known: number;
  readonly confirmed: number;
  readonly checked: number;
  readonly state: SurveyState;
}

export interface SurveyQuery {
  readonly year: number;
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly state?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** One page of villages with their surveys of a year, and how many of all are accepted. */
export async function listSurveys(
  tx: Tx,
  query: SurveyQuery,
  page: Page,
): Promise<{ rows: readonly SurveyCount[]; total: number; accepted: number }> {
  const villages = sql`from place as p
    left join asset_survey as s on s.county = p.county and s.place = p.code and s.year = ${query.year}`;
  const where = sql.join(conditions(tx, query), sql` and `);
  const down = query.order === 'desc' ? sql`desc` : sql`asc`;
  const first =
    query.sort === 'coverage' ? sql`(c.confirmed::numeric / nullif(c.known, 0)) ${down} nulls first,` : sql``;
  const { rows } = await sql<SurveyCount>`
    select p.code as place, p.name as place_name, c.known, c.confirmed, c.checked, coalesce(s.state, 'open') as state
    ${villages} cross join lateral (${countOf(query.year)}) as c where ${where}
    order by ${first} p.code limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; accepted: number }>`
    select count(*) as total, count(*) filter (where s.state = 'accepted') as accepted ${villages} where ${where}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0, accepted: counted.rows[0]?.accepted ?? 0 };
}

/** Places are known to everybody: the range of the reader stands in the query. */
function conditions(tx: Tx, query: SurveyQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return [
    sql`p.level = 'village' and p.rural and p.ends_on is null`,
    range ? sql`p.code between ${range.lo} and ${range.hi}` : sql`false`,
    ...(query.q ? [sql`p.name like ${text}`] : []),
    ...(query.state === undefined ? [] : [sql`coalesce(s.state, 'open') = ${query.state}`]),
  ];
}

/** The counts of one village `p.code`. */
function countOf(year: number): RawBuilder<unknown> {
  return sql`select count(*) as known, count(k.id) as checked,
      count(*) filter (where (select count(*) from asset_confirmation as c
        where c.county = a.county and c.asset_id = a.id and c.asset_revision = a.revision) = 2) as confirmed
    from asset as a left join asset_check as k on k.county = a.county and k.asset_id = a.id and k.year = ${year}
    where a.place = p.code and ${belongsTo(year)}`;
}

export async function countSurvey(tx: Tx, place: number, year: number): Promise<SurveyCount | undefined> {
  const { rows } = await sql<SurveyCount>`
    select p.code as place, p.name as place_name, c.known, c.confirmed, c.checked, coalesce(s.state, 'open') as state
    from place as p
    left join asset_survey as s on s.county = p.county and s.place = p.code and s.year = ${year}
    cross join lateral (${countOf(year)}) as c
    where p.code = ${place} and p.level = 'village'`.execute(tx.db);
  return rows[0];
}

export interface SurveyRecord {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly year: number;
  readonly state: SurveyState;
  readonly digest: string;
  readonly reportedOn: string;
  readonly reportedBy: string;
  readonly reporterName: string;
  readonly acceptedOn: string | null;
  readonly accepterName: string | null;
  readonly note: string | null;
  readonly revision: number;
}

export async function findSurvey(tx: Tx, key: RecordKey): Promise<SurveyRecord | undefined> {
  const { rows } = await sql<SurveyRecord>`${surveySelect} where s.county = ${key.county} and s.id = ${key.id}`.execute(
    tx.db,
  );
  return rows[0];
}

export async function findSurveyOf(tx: Tx, place: number, year: number): Promise<SurveyRecord | undefined> {
  const { rows } = await sql<SurveyRecord>`${surveySelect}
    where s.county = ${Math.floor(place / 1_000_000)} and s.place = ${place} and s.year = ${year}`.execute(tx.db);
  return rows[0];
}

const surveySelect = sql`
  select s.county, s.id, s.place, s.year, s.state, s.digest, s.reported_on, s.reported_by, coalesce(r.name, '') as reporter_name,
    s.accepted_on, a.name as accepter_name, s.note, s.revision
  from asset_survey as s left join account as r on r.id = s.reported_by left join account as a on a.id = s.accepted_by`;

/** Holds the survey as it is until the act ends; false where it is accepted: its lines are locked. */
export async function holdOpen(tx: Tx, place: number, year: number): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    select state from asset_survey where county = ${Math.floor(place / 1_000_000)} and place = ${place} and year = ${year}
    for share`.execute(tx.db);
  return rows[0]?.state !== 'accepted';
}

export interface Report {
  readonly assets: number;
  readonly confirmed: number;
  readonly digest: string;
  readonly reportedOn: string;
  readonly note: string | null;
}

/** Records the report of a village, or its next one after a return; false when somebody was faster. */
export async function reportSurvey(
  tx: Tx,
  survey: {
    readonly id: string;
    readonly place: number;
    readonly year: number;
    readonly known: SurveyRecord | undefined;
  },
  report: Report,
): Promise<boolean> {
  const { known, id, place, year } = survey;
  const set = {
    state: 'reported',
    assets: report.assets,
    confirmed: report.confirmed,
    digest: report.digest,
    reported_on: report.reportedOn,
    reported_by: tx.actor.accountId,
    accepted_on: null,
    accepted_by: null,
    note: report.note,
  };
  if (known) {
    const key = { county: known.county, id: known.id, revision: known.revision };
    return (await revise(tx, 'asset_survey', { key, set, reason: 'reported' })) !== undefined;
  }
  await record(tx, 'asset_survey', { county: Math.floor(place / 1_000_000), id, place, year, ...set });
  return true;
}

/** The township's decision. Accepting what one reported oneself meets a check of the table. */
export async function decideSurvey(
  tx: Tx,
  key: RecordKey,
  decision: { readonly state: 'accepted' | 'returned'; readonly on: string; readonly reason: string },
): Promise<boolean> {
  const isAccepted = decision.state === 'accepted';
  const set = {
    state: decision.state,
    accepted_on: isAccepted ? decision.on : null,
    accepted_by: isAccepted ? tx.actor.accountId : null,
    ...(isAccepted ? {} : { note: decision.reason }),
  };
  return (await revise(tx, 'asset_survey', { key, set, reason: decision.reason })) !== undefined;
}

export interface CheckSums {
  readonly lines: number;
  readonly openingFen: bigint;
  readonly increaseFen: bigint;
  readonly decreaseFen: bigint;
  readonly closingFen: bigint;
  readonly openingMu: number;
  readonly increaseMu: number;
  readonly decreaseMu: number;
  readonly closingMu: number;
}

/** Sums of the lines of a year in a range, by class. */
export async function sumChecks(
  tx: Tx,
  range: { readonly lo: number; readonly hi: number },
  year: number,
): Promise<readonly (CheckSums & { readonly class: AssetClass })[]> {
  const { rows } = await sql<CheckSums & { class: AssetClass }>`
    select class, ${sums} from asset_check where place between ${range.lo} and ${range.hi} and year = ${year}
    group by class order by class`.execute(tx.db);
  return rows;
}

/** The same by place directly below one. */
export async function sumChecksBelow(
  tx: Tx,
  parent: number,
  year: number,
): Promise<readonly (CheckSums & { readonly place: number; readonly placeName: string })[]> {
  const { rows } = await sql<CheckSums & { place: number; placeName: string }>`
    select p.code as place, p.name as place_name, ${sums}
    from place as p join asset_check on asset_check.place between p.code and p.last_code and year = ${year}
    where p.parent = ${parent} group by p.code, p.name order by p.code`.execute(tx.db);
  return rows;
}

const sums = sql`count(*) as lines, sum(opening_fen) as opening_fen, sum(increase_fen) as increase_fen,
  sum(decrease_fen) as decrease_fen, sum(closing_fen) as closing_fen, sum(opening_mu) as opening_mu, sum(increase_mu) as increase_mu,
  sum(decrease_mu) as decrease_mu, sum(closing_mu) as closing_mu`;
