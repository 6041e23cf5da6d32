import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { spellName } from '../../platform/spelling.ts';
import { idNumberHash } from '../../registers/households/public.ts';
import { nameKey } from '../../registers/households/rules.ts';
import { type IntakeRow, type NamedVillage, villageFinder } from './import-rules.ts';
import { nameEndings } from './intake-words.ts';
import {
  bareName,
  type Candidate,
  type InsuredRow,
  type Known,
  type Matched,
  matchRow,
  validNumber,
} from './match-rules.ts';

/** A row of a workbook with whom it means, and the village that it names. */
export interface MatchedRow {
  readonly row: IntakeRow;
  readonly place: number | undefined;
  readonly matched: Matched;
}

interface Resident extends Candidate {
  readonly hash: Buffer;
}

const columns = sql`r.id as resident_id, r.household_id, r.place, r.name, r.pinyin, r.birth_on, r.id_last4 as last4,
  r.id_number_hash as hash`;

/** Matches the rows of a workbook with the registry inside the reader’s range, by three statements for all of them. */
export async function matchRows(tx: Tx, rows: readonly IntakeRow[]): Promise<readonly MatchedRow[]> {
  const findVillage = villageFinder(await listVillages(tx), nameEndings);
  const asked = rows.map((row) => ({ row, asked: askOf(row, findVillage(row)) }));
  const families = await findFamilies(tx, rows);
  const named = await findNamed(
    tx,
    asked.map((one) => one.asked),
  );
  return asked.map(({ row, asked: one }) => {
    const number = validNumber(row.idNumber);
    const family = number === undefined ? undefined : families.get(idNumberHash(tx, number).toString('hex'));
    const inVillage = named.get(`${one.place} ${one.pinyin}`) ?? [];
    return { row, place: one.place, matched: matchRow(one, { ...noFamily, ...family, inVillage }) };
  });
}

const noFamily: Omit<Known, 'inVillage'> = { byNumber: undefined, family: [] };

function askOf(row: IntakeRow, place: number | undefined): InsuredRow {
  const pinyin = spellName(bareName(row.name), nameKey, 'head').pinyin;
  return { name: row.name, pinyin, idNumber: row.idNumber, place };
}

/** The villages of the range that stand today. */
async function listVillages(tx: Tx): Promise<readonly NamedVillage[]> {
  const { lo = 0, hi = -1 } = tx.actor.range ?? {};
  const { rows } = await sql<NamedVillage>`
    select v.code, v.name, v.name_official, coalesce(t.name, '') as township
    from place v left join place t on t.code = v.code / 1000 * 1000 and t.ends_on is null
    where v.level = 'village' and v.code between ${lo} and ${hi} and v.ends_on is null limit 20000`.execute(tx.db);
  return rows;
}

/** Who holds each valid number of the rows, and with whom he lives, by the hash in hex. */
async function findFamilies(
  tx: Tx,
  rows: readonly IntakeRow[],
): Promise<ReadonlyMap<string, Omit<Known, 'inVillage'>>> {
  const numbers = new Set(rows.flatMap(({ idNumber }) => validNumber(idNumber) ?? []));
  const hashes = [...numbers].map((number) => idNumberHash(tx, number));
  if (hashes.length === 0) return new Map();
  const { rows: people } = await sql<Resident & { readonly asked: Buffer }>`
    select k.id_number_hash as asked, ${columns} from resident as k
    join resident as r on r.county = k.county and r.household_id = k.household_id and r.left_on is null
    where k.id_number_hash = any(${hashes}::bytea[]) and k.left_on is null`.execute(tx.db);
  const families = Map.groupBy(people, ({ asked }) => asked.toString('hex'));
  return new Map(
    [...families].map(([key, family]) => [
      key,
      { byNumber: family.find(({ hash }) => hash.toString('hex') === key), family },
    ]),
  );
}

/** People of the villages whose names sound like those of the rows, by village and sound. */
async function findNamed(tx: Tx, asked: readonly InsuredRow[]): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const pairs = [...new Map(asked.map((one) => [`${one.place} ${one.pinyin}`, one])).values()].flatMap((one) =>
    one.place === undefined ? [] : [{ place: one.place, pinyin: one.pinyin }],
  );
  if (pairs.length === 0) return new Map();
  const { rows } = await sql<Resident>`
    select ${columns} from unnest(${pairs.map(({ place }) => place)}::bigint[], ${pairs.map(({ pinyin }) => pinyin)}::text[])
      as w (place, pinyin)
    join resident as r on r.county = w.place / 1000000 and r.place = w.place and r.pinyin = w.pinyin
      and r.left_on is null`.execute(tx.db);
  return Map.groupBy(rows, ({ place, pinyin }) => `${place} ${pinyin}`);
}
