import { type RawBuilder, sql } from 'kysely';
import { type NewRow, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';

export const flagCodes = ['key_poor_village', 'weak_village', 'pilot_village'] as const;

export type FlagCode = (typeof flagCodes)[number];

/** A flag of a village over the days on which it holds; `endsOn` is the first day on which it no longer does. */
export interface FlagRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly flag: FlagCode;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly documentNumber: string | null;
  readonly revision: number;
}

export interface ListedFlag extends FlagRow {
  readonly placeName: string;
  readonly townshipName: string | null;
  readonly bannerName: string | null;
  readonly rural: boolean;
}

export interface FlagQuery {
  readonly q?: string | undefined;
  readonly flag?: FlagCode | undefined;
  /** only those that hold on this day; absent: all */
  readonly day?: string | undefined;
  readonly range?: { readonly lo: number; readonly hi: number } | undefined;
  readonly sort?: 'place' | 'startsOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Flags inside the reader's range; members, who see no flags, get none. */
export async function listFlags(tx: Tx, query: FlagQuery): Promise<{ rows: ListedFlag[]; total: number }> {
  if (!tx.actor.range) return { rows: [], total: 0 };
  const source = sql`from place_flag as f join place as p on p.code = f.place
    left join place as t on t.code = p.parent left join place as b on b.code = t.parent
    where ${sql.join(conditionsOf(query), sql` and `)}`;
  const direction = sql.raw(query.order === 'desc' ? 'desc' : 'asc');
  const sorted = sql`${sql.ref(query.sort === 'startsOn' ? 'f.starts_on' : 'f.place')} ${direction}`;
  const { rows } = await sql<ListedFlag>`
    select f.county, f.id, f.place, f.flag, f.starts_on, f.ends_on, f.document_number, f.revision,
      p.name as place_name, t.name as township_name, b.name as banner_name, p.rural
    ${source} order by ${sorted}, f.place, f.flag, f.starts_on limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${source}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** The flags a village has or had, latest first. */
export async function listFlagsOf(tx: Tx, place: number): Promise<readonly FlagRow[]> {
  if (!tx.actor.range) return [];
  const rows = await tx.db
    .selectFrom('placeFlag')
    .select(['county', 'id', 'place', 'flag', 'startsOn', 'endsOn', 'documentNumber', 'revision'])
    .where('place', '=', place)
    .orderBy('startsOn', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, flag: row.flag as FlagCode }));
}

/** Villages of a range that hold the flag on a day, in code order. */
export async function listFlaggedPlaces(
  tx: Tx,
  flag: FlagCode,
  on: { day: string; lo: number; hi: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number }>`
    select distinct f.place from place_flag as f
    where f.flag = ${flag} and f.place between ${on.lo} and ${on.hi} and ${holdsOn(on.day)} order by 1`.execute(tx.db);
  return rows.map((row) => row.place);
}

/** Whether the village holds the flag on a day. */
export async function hasFlag(tx: Tx, flag: FlagCode, at: { place: number; day: string }): Promise<boolean> {
  const { place, day } = at;
  return (await listFlaggedPlaces(tx, flag, { day, lo: place, hi: place })).length > 0;
}

/** Whether another flag of the same kind holds on any of these days; asked while the place is locked. */
export async function overlapsFlag(tx: Tx, flag: Omit<FlagRow, 'revision'>): Promise<boolean> {
  const { rows } = await sql`
    select from place_flag where place = ${flag.place} and flag = ${flag.flag} and id <> ${flag.id}
      and (ends_on is null or ends_on > ${flag.startsOn}::date)
      and (${flag.endsOn}::date is null or starts_on < ${flag.endsOn}::date) limit 1`.execute(tx.db);
  return rows.length > 0;
}

export async function recordFlag(tx: Tx, flag: Omit<FlagRow, 'revision'>): Promise<void> {
  await record(tx, 'place_flag', toRow(flag));
}

/** Many flags at once, for imports and examples. */
export async function recordFlags(tx: Tx, flags: readonly Omit<FlagRow, 'revision'>[]): Promise<void> {
  await recordMany(tx, 'place_flag', flags.map(toRow));
}

export interface FlagKey {
  readonly county: number;
  readonly id: string;
  readonly revision: number;
}

/** Ends a flag; false when somebody else changed it meanwhile. */
export async function endFlag(tx: Tx, key: FlagKey, end: { endsOn: string; reason: string }): Promise<boolean> {
  const images = await revise(tx, 'place_flag', { key, set: { ends_on: end.endsOn }, reason: end.reason });
  return images !== undefined;
}

/** Takes out a flag that was recorded by mistake; its history stays. */
export async function withdrawFlag(tx: Tx, key: FlagKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'place_flag', { key, reason })) !== undefined;
}

export async function findFlag(tx: Tx, key: { county: number; id: string }): Promise<FlagRow | undefined> {
  if (!tx.actor.range) return undefined;
  const row = await tx.db
    .selectFrom('placeFlag')
    .select(['county', 'id', 'place', 'flag', 'startsOn', 'endsOn', 'documentNumber', 'revision'])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row && { ...row, flag: row.flag as FlagCode };
}

function toRow(flag: Omit<FlagRow, 'revision'>): NewRow {
  return {
    county: flag.county,
    id: flag.id,
    place: flag.place,
    flag: flag.flag,
    starts_on: flag.startsOn,
    ends_on: flag.endsOn,
    document_number: flag.documentNumber,
  };
}

function conditionsOf(query: FlagQuery): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [sql`true`];
  if (query.flag !== undefined) found.push(sql`f.flag = ${query.flag}`);
  if (query.day !== undefined) found.push(holdsOn(query.day));
  if (query.range) found.push(sql`f.place between ${query.range.lo} and ${query.range.hi}`);
  if (query.q) {
    const text = query.q.replace(/[\\%_]/g, '\\$&');
    const typed = `${text.toLowerCase().replace(/\s/g, '')}%`;
    found.push(
      sql`(p.name like ${`%${text}%`} or p.pinyin like ${typed} or p.initials like ${typed} or f.document_number like ${`%${text}%`})`,
    );
  }
  return found;
}

function holdsOn(day: string): RawBuilder<unknown> {
  return sql`f.starts_on <= ${day}::date and (f.ends_on is null or f.ends_on > ${day}::date)`;
}
