import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Page } from './list-store.ts';
import type { ReachedStep, ReformFields, ReformRow } from './project-contract.ts';
import { type ReformStep, reformSteps } from './project-rules.ts';
import { inPlaces, type PlacedQuery } from './project-store.ts';

export type StoredReform = Omit<ReformRow, 'next' | 'allowed'>;

/** The rural villages of the range with the steps they reached; those with forest on the register or a step first. */
export async function listReforms(
  tx: Tx,
  query: PlacedQuery & { readonly next?: ReformStep | undefined },
  page: Page,
): Promise<{ rows: StoredReform[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from (
      select v.code as place, v.county, v.name as place_name, coalesce(f.mu, 0) as forest_mu, coalesce(r.steps, 0) as steps
      from place as v
      left join (select place, sum(area_mu) as mu from land_parcel where kind = 'forest_land' and left_on is null group by place)
        as f on f.place = v.code
      left join (select place, count(*)::int as steps from forest_reform group by place) as r on r.place = v.code
      where v.level = 'village' and v.rural and v.ends_on is null
    ) as p
    where ${inPlaces(tx, 'p', query.place)} and p.place_name like ${text}
      ${query.next === undefined ? sql`` : sql`and p.steps = ${reformSteps.indexOf(query.next)}`}`;
  const { rows } = await sql<Omit<StoredReform, 'reached'>>`
    select p.county, p.place, p.place_name, p.forest_mu ${found}
    order by (p.forest_mu = 0 and p.steps = 0), p.place limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  const reached = await listReached(
    tx,
    rows.map(({ place }) => place),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      reached: reached.filter(({ place }) => place === row.place).map(withoutPlace),
    })),
    total: counted.rows[0]?.total ?? 0,
  };
}

function withoutPlace({ place: _, ...step }: ReachedStep & { readonly place: number }): ReachedStep {
  return step;
}

/** The steps of villages in the order of their days. */
export async function listReached(
  tx: Tx,
  places: readonly number[],
): Promise<readonly (ReachedStep & { readonly place: number })[]> {
  const { rows } = await sql<ReachedStep & { readonly place: number }>`
    select place, id, step, reached_on, document_number, area_mu, certificates, note, revision from forest_reform
    where place = any(${places}::bigint[]) order by place, reached_on, array_position(${reformSteps}::text[], step)`.execute(
    tx.db,
  );
  return rows;
}

export async function findReform(
  tx: Tx,
  key: RecordKey,
): Promise<{ readonly place: number; readonly step: ReformStep } | undefined> {
  const { rows } = await sql<{ place: number; step: ReformStep }>`
    select place, step from forest_reform where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Records a step; a second one of the kind meets `forest_reform_once`. */
export async function recordReform(
  tx: Tx,
  at: { readonly county: number; readonly id: string; readonly place: number; readonly step: ReformStep },
  fields: ReformFields,
): Promise<void> {
  await record(tx, 'forest_reform', { ...at, ...reformColumns(fields) });
}

export async function correctReform(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: ReformFields; readonly reason: string },
): Promise<boolean> {
  const set = reformColumns(change.fields);
  return (await revise(tx, 'forest_reform', { key, set, reason: change.reason })) !== undefined;
}

function reformColumns(fields: ReformFields) {
  return {
    reached_on: fields.reachedOn,
    document_number: fields.documentNumber,
    area_mu: fields.areaMu,
    certificates: fields.certificates,
    note: fields.note,
  };
}
