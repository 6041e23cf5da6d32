import { sql } from 'kysely';
import { arrayLiteral } from '../../platform/db/array-literal.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Holder, KnownHome, KnownStay } from './import-rules.ts';
import { homeColumns, personColumns } from './sheet-contract.ts';

/** The villages of the range that stand today: code by code, and by a name that only one of them bears. */
export interface Villages {
  readonly codes: ReadonlySet<number>;
  /** undefined for a name that several bear */
  readonly byName: ReadonlyMap<string, number | undefined>;
}

export async function listVillages(tx: Tx): Promise<Villages> {
  const { lo = 0, hi = -1 } = tx.actor.range ?? {};
  const { rows } = await sql<{ code: number; name: string; nameOfficial: string }>`
    select code, name, name_official from place
    where level = 'village' and code between ${lo} and ${hi} and ends_on is null limit 20000`.execute(tx.db);
  const byName = new Map<string, number | undefined>();
  for (const { code, name, nameOfficial } of rows) {
    for (const one of new Set([name, nameOfficial])) byName.set(one, byName.has(one) ? undefined : code);
  }
  return { codes: new Set(rows.map((row) => row.code)), byName };
}

type HomeRow = Omit<KnownHome, 'home' | 'stays' | 'phone' | 'bankCard'> & {
  readonly phoneHash: string | null;
  readonly phoneMasked: string | null;
  readonly bankCardHash: string | null;
  readonly bankCardMasked: string | null;
} & Record<(typeof homeColumns)[number], unknown>;

type StayRow = Omit<KnownStay, 'person'> & { readonly householdId: string } & Record<
    (typeof personColumns)[number],
    unknown
  >;

/** The households of these numbers with the people who live there, by `place:number`. */
export async function findKnownHomes(
  tx: Tx,
  wanted: readonly { readonly place: number; readonly number: string }[],
): Promise<ReadonlyMap<string, KnownHome>> {
  const { rows: homes } = await sql<HomeRow>`
    select h.county, h.id, h.place, h.number, h.revision, h.left_on, encode(h.phone_hash, 'hex') as phone_hash, h.phone_masked,
      encode(h.bank_card_hash, 'hex') as bank_card_hash, h.bank_card_masked, ${sql.join(homeColumns.map((key) => sql.ref(`h.${key}`)))}
    from unnest(${wanted.map((one) => one.place)}::bigint[], ${wanted.map((one) => one.number)}::text[]) as w (place, number)
    join household as h on h.county = w.place / 1000000 and h.place = w.place and h.number = w.number`.execute(tx.db);
  if (homes.length === 0) return new Map();
  const { rows: stays } = await sql<StayRow>`
    select r.household_id, r.id, r.revision, encode(r.id_number_hash, 'hex') as hash, r.id_number_masked as masked, r.name, r.relation,
      r.joined_on, ${sql.join(personColumns.map((key) => sql.ref(`r.${key}`)))}
    from unnest(${homes.map((home) => home.county)}::int[], ${homes.map((home) => home.id)}::uuid[]) as w (county, id)
    join resident as r on r.county = w.county and r.household_id = w.id and r.left_on is null`.execute(tx.db);
  const byHome = Map.groupBy(stays, (stay) => stay.householdId);
  return new Map(homes.map((home) => [`${home.place}:${home.number}`, toKnownHome(home, byHome.get(home.id) ?? [])]));
}

interface HolderRow {
  readonly hash: string;
  readonly householdId: string;
  readonly name: string | null;
  readonly placeName: string | null;
  readonly leftReason: string | null;
  readonly banner: string | null;
}

/** Who holds these numbers today, with the household they are in; a released number is held by nobody. */
export async function findHolders(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const { rows } = await sql<HolderRow>`
    select encode(k.id_number_hash, 'hex') as hash, k.household_id, r.name, p.name as place_name, r.left_reason, b.name as banner
    from unnest(${arrayLiteral(hashes.map((hash) => Buffer.from(hash, 'hex')))}::bytea[]) as w (hash)
    join resident_key as k on k.id_number_hash = w.hash and k.released_on is null
    left join resident as r on r.county = k.county and r.id = k.resident_id
    left join place as p on p.code = r.place
    left join place as b on b.code = k.county::bigint * 1000000`.execute(tx.db);
  return new Map(rows.map((row) => [row.hash, toHolder(row)]));
}

/** Whether this very file went in whole before, with how many rows. */
export async function findImport(tx: Tx, place: number, contentHash: string): Promise<number | undefined> {
  const { rows } = await sql<{ rows: number }>`
    select inserted + updated + unchanged as rows from household_import
    where county = ${Math.floor(place / 1_000_000)} and place = ${place} and content_hash = ${Buffer.from(contentHash, 'hex')}
      and rejected = 0`.execute(tx.db);
  return rows[0]?.rows;
}

function toKnownHome(home: HomeRow, stays: readonly StayRow[]): KnownHome {
  const { phoneHash, phoneMasked, bankCardHash, bankCardMasked, ...rest } = home;
  return {
    ...rest,
    phone: { hash: phoneHash, masked: phoneMasked },
    bankCard: { hash: bankCardHash, masked: bankCardMasked },
    home: Object.fromEntries(homeColumns.map((key) => [key, home[key]])),
    stays: stays.map((stay) => ({ ...stay, person: Object.fromEntries(personColumns.map((key) => [key, stay[key]])) })),
  };
}

function toHolder({ householdId, name, placeName, leftReason, banner }: HolderRow): Holder {
  if (name === null) return { householdId, code: 'resident_elsewhere', values: { banner: banner ?? '' } };
  const code = leftReason === 'died' ? 'resident_died' : 'resident_duplicate';
  return { householdId, code, values: { name, village: placeName ?? '' } };
}
