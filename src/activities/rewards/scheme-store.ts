import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { ApplicantKind, SchemeKind, UnitKind } from './rules.ts';

export interface SchemeRow {
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly kind: SchemeKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly unitKind: UnitKind;
  readonly output: string;
  readonly applicants: ApplicantKind;
  readonly leastUnits: number;
  readonly capFen: bigint | null;
  readonly fundDocumentId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface StoredRate {
  readonly id: string;
  readonly schemeId: string;
  readonly startsOn: string;
  readonly rateFen: bigint;
  readonly source: string;
}

const columns = sql`s.id, s.place, coalesce(p.name, '') as place_name, s.kind, s.title, s.document_number, s.unit_kind, s.output,
  s.applicants, s.least_units, s.cap_fen, s.fund_document_id, s.starts_on, s.ends_on`;

/** All schemes, the latest first; a few dozen rows. */
export async function listSchemes(tx: Tx): Promise<readonly SchemeRow[]> {
  const { rows } = await sql<SchemeRow>`
    select ${columns} from reward_scheme s left join place p on p.code = s.place
    order by s.starts_on desc, s.id limit 1000`.execute(tx.db);
  return rows;
}

export async function findScheme(tx: Tx, id: string): Promise<SchemeRow | undefined> {
  const { rows } = await sql<SchemeRow>`
    select ${columns} from reward_scheme s left join place p on p.code = s.place where s.id = ${id}`.execute(tx.db);
  return rows[0];
}

/** The rates of a scheme, or of all schemes, latest first. */
export async function listRates(tx: Tx, schemeId?: string): Promise<readonly StoredRate[]> {
  const only = schemeId === undefined ? sql`` : sql`where scheme_id = ${schemeId}`;
  const { rows } = await sql<StoredRate>`
    select id, scheme_id, starts_on, rate_fen, source from reward_rate ${only}
    order by starts_on desc, id limit 5000`.execute(tx.db);
  return rows;
}

export type NewScheme = Omit<SchemeRow, 'placeName'>;

export async function recordScheme(tx: Tx, scheme: NewScheme): Promise<void> {
  const county = Math.floor(scheme.place / 1_000_000);
  const { id, place, kind, title, output, applicants } = scheme;
  await sql`insert into reward_scheme (id, place, county, kind, title, document_number, unit_kind, output, applicants,
      least_units, cap_fen, fund_document_id, starts_on, ends_on, revision, recorded_at, recorded_by)
    values (${id}, ${place}, ${county}, ${kind}, ${title}, ${scheme.documentNumber}, ${scheme.unitKind}, ${output},
      ${applicants}, ${scheme.leastUnits}, ${scheme.capFen},
      ${scheme.fundDocumentId}, ${scheme.startsOn}, ${scheme.endsOn}, 1, ${tx.now}, ${tx.actor.accountId})`.execute(
    tx.db,
  );
  const said = { id, place, kind, title, document_number: scheme.documentNumber, output, applicants };
  note(tx, { table: 'reward_scheme', place }, { id, after: said });
}

export async function recordRate(tx: Tx, rate: StoredRate & { readonly place: number }): Promise<void> {
  const { id, schemeId, startsOn, rateFen, source, place } = rate;
  await sql`insert into reward_rate (id, scheme_id, starts_on, rate_fen, source, recorded_at, recorded_by)
    values (${id}, ${schemeId}, ${startsOn}, ${rateFen}, ${source}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
  const after = { id, scheme_id: schemeId, starts_on: startsOn, rate_fen: rateFen, source };
  note(tx, { table: 'reward_rate', place }, { id, after });
}

function note(
  tx: Tx,
  { table, place }: { readonly table: string; readonly place: number },
  { id, after }: { id: string; after: Row },
): void {
  tx.trail.push({ table, county: Math.floor(place / 1_000_000), place, id, after });
}
