import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { TermsRow } from './column-rules.ts';
import type { InsuranceLine } from './rules.ts';

export interface Insurer {
  readonly id: string;
  readonly county: number;
  readonly name: string;
  readonly enrolledOn: string;
}

const columns = sql`id, line, starts_on, central_bp, region_bp, city_bp, banner_bp, holder_bp, season_from, season_to, source`;

/** All terms that were ever said; a few dozen rows. */
export async function listTerms(tx: Tx): Promise<readonly TermsRow[]> {
  const { rows } = await sql<TermsRow>`
    select ${columns} from insurance_terms order by line, starts_on desc limit 2000`.execute(tx.db);
  return rows;
}

/** The terms of a line on a day: the latest that have begun. */
export async function findTerms(tx: Tx, line: InsuranceLine, on: string): Promise<TermsRow | undefined> {
  const { rows } = await sql<TermsRow>`
    select ${columns} from insurance_terms where line = ${line} and starts_on <= ${on}::date
    order by starts_on desc limit 1`.execute(tx.db);
  return rows[0];
}

export async function recordTerms(tx: Tx, terms: TermsRow): Promise<void> {
  const { id, line, source } = terms;
  const row = {
    ...{ id, line, starts_on: terms.startsOn, source, season_from: terms.seasonFrom, season_to: terms.seasonTo },
    ...{ central_bp: terms.centralBp, region_bp: terms.regionBp, city_bp: terms.cityBp },
    ...{ banner_bp: terms.bannerBp, holder_bp: terms.holderBp },
  };
  await sql`insert into insurance_terms (${columns}, recorded_at, recorded_by)
    values (${id}, ${line}, ${row.starts_on}, ${row.central_bp}, ${row.region_bp}, ${row.city_bp}, ${row.banner_bp},
      ${row.holder_bp}, ${row.season_from}, ${row.season_to}, ${source}, ${tx.now}, ${tx.actor.accountId})`.execute(
    tx.db,
  );
  note(tx, 'insurance_terms', { id, after: row });
}

export async function listInsurers(tx: Tx): Promise<readonly Insurer[]> {
  const { rows } = await sql<Insurer>`
    select id, county, name, enrolled_on from insurance_insurer order by name, id limit 500`.execute(tx.db);
  return rows;
}

export async function findInsurer(tx: Tx, id: string): Promise<Insurer | undefined> {
  const { rows } = await sql<Insurer>`
    select id, county, name, enrolled_on from insurance_insurer where id = ${id}`.execute(tx.db);
  return rows[0];
}

/** The same agency again only brings its name up to date. */
export async function recordInsurer(tx: Tx, insurer: Insurer): Promise<void> {
  const { id, county, name, enrolledOn } = insurer;
  await sql`insert into insurance_insurer (id, county, name, enrolled_on, recorded_at, recorded_by)
    values (${id}, ${county}, ${name}, ${enrolledOn}, ${tx.now}, ${tx.actor.accountId})
    on conflict (id) do update set name = excluded.name`.execute(tx.db);
  note(tx, 'insurance_insurer', { id, after: { id, county, name, enrolled_on: enrolledOn } });
}

function note(tx: Tx, table: string, { id, after }: { id: string; after: Row }): void {
  const place = tx.actor.range?.lo ?? 0;
  tx.trail.push({ table, county: Math.floor(place / 1_000_000), place, id, after });
}
