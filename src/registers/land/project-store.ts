import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { Page } from './list-store.ts';
import type { ProjectFields, ProjectRow } from './project-contract.ts';

export interface PlacedQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export type StoredProject = Omit<ProjectRow, 'step' | 'allowed'>;

/** The range stands in the query too, not only in the policy, so that the index on places is used. */
export function inPlaces(tx: Tx, alias: string, place: number | undefined): RawBuilder<unknown> {
  const range = place === undefined ? tx.actor.range : placeRange(placeOf(place));
  return range ? sql`${sql.ref(`${alias}.place`)} between ${range.lo} and ${range.hi}` : sql`false`;
}

/** One page of land projects under the filters, with area and money of all of them. */
export async function listProjects(
  tx: Tx,
  query: PlacedQuery & { readonly kind?: string | undefined; readonly step?: string | undefined },
  page: Page,
): Promise<{ rows: readonly StoredProject[]; total: number; areaMu: number; investFen: bigint }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from land_project as p left join place as v on v.code = p.place
    where ${inPlaces(tx, 'p', query.place)}
      and (p.name like ${text} or p.document_number like ${text} or p.industry like ${text} or v.name like ${text})
      ${query.kind === undefined ? sql`` : sql`and p.kind = ${query.kind}`}
      ${query.step === undefined ? sql`` : sql`and ${stepIs} = ${query.step}`}`;
  const down = query.order === 'desc' ? sql`desc` : sql`asc`;
  const order =
    query.sort === 'area'
      ? sql`p.area_mu ${down}`
      : query.sort === 'name'
        ? sql`p.name ${down}`
        : sql`p.approved_on ${down}`;
  const { rows } = await sql<StoredProject>`
    select p.county, p.id, p.place, coalesce(v.name, '') as place_name, p.name, p.kind, p.industry, p.area_mu, p.invest_fen,
      p.document_number, p.approved_on, p.started_on, p.finished_on, p.accepted_on, p.accepted_document, p.revision ${found}
    order by ${order}, p.county, p.id limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; areaMu: number; investFen: bigint }>`
    select count(*) as total, coalesce(sum(p.area_mu), 0) as area_mu, coalesce(sum(p.invest_fen), 0) as invest_fen
    ${found}`.execute(tx.db);
  return { rows, ...(counted.rows[0] ?? { total: 0, areaMu: 0, investFen: 0n }) };
}

/** The same decision as `projectStep`, on the columns. */
const stepIs = sql`case when p.accepted_on is not null then 'accepted' when p.finished_on is not null then 'finished'
  when p.started_on is not null then 'started' else 'approved' end`;

export async function findProjectPlace(tx: Tx, key: RecordKey): Promise<number | undefined> {
  const { rows } = await sql<{ place: number }>`
    select place from land_project where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0]?.place;
}

export async function recordProject(
  tx: Tx,
  at: { readonly county: number; readonly id: string; readonly place: number },
  fields: ProjectFields,
): Promise<void> {
  await record(tx, 'land_project', { ...at, ...projectColumns(fields) });
}

export async function correctProject(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: ProjectFields; readonly reason: string },
): Promise<boolean> {
  const set = projectColumns(change.fields);
  return (await revise(tx, 'land_project', { key, set, reason: change.reason })) !== undefined;
}

function projectColumns(fields: ProjectFields) {
  return {
    name: fields.name,
    kind: fields.kind,
    industry: fields.industry,
    area_mu: fields.areaMu,
    invest_fen: fields.investFen,
    document_number: fields.documentNumber,
    approved_on: fields.approvedOn,
    started_on: fields.startedOn,
    finished_on: fields.finishedOn,
    accepted_on: fields.acceptedOn,
    accepted_document: fields.acceptedDocument,
  };
}
