import { createHash, randomUUID } from 'node:crypto';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { importMeasure } from '../../measure/public.ts';
import type { Role } from '../../platform/access/roles.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { createVault } from '../../platform/db/vault.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { residentIdCheckDigit } from '../../platform/pure/resident-id.ts';
import { spellName } from '../../platform/spelling.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as agencies } from '../../registers/agencies/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { nameKey } from '../../registers/households/rules.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const [city, banner, township] = [150600000000, 150622000000, 150622100000];
export const [village, sister] = [150622100201, 150622100202];
export const insurerId = randomUUID();

/** Somebody of the registry, alone in his household. */
export interface Person {
  readonly householdId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly place: number;
}

export interface InsuranceWorld {
  readonly database: TestDatabase;
  readonly server: TestServer;
  /** whoever sits there today; from another day on it is somebody else */
  readonly seat: (
    role: Role,
    at?: { readonly place?: number; readonly organisationId?: string },
  ) => Promise<TestClient>;
  readonly setDay: (day: string) => void;
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<void>;
  readonly plant: (people: readonly Omit<Person, 'householdId'>[]) => Promise<readonly Person[]>;
  readonly close: () => Promise<void>;
}

export async function insuranceWorld(day: string, villages: readonly (readonly [code: number, name: string])[]) {
  let now = Date.parse(`${day}T01:00:00Z`);
  const clock = () => {
    now += 100;
    return new Date(now);
  };
  const features = [measure, places, agencies, households, cooperatives, land, funds, notices, feature];
  const database = await testDatabase(features, { clock });
  await importMeasure(database);
  const server = await testServer(database, { features, handlers: routes });
  const sql = async (text: string, values: readonly unknown[] = []) => {
    const owner = await database.connectOwner();
    await owner.query(text, [...values]).finally(() => owner.end());
  };
  const all = [
    [city, '鄂尔多斯市', 'city'],
    [banner, '准格尔旗', 'banner'],
    [township, '暖水乡', 'township'],
    ...villages.map(([code, name]) => [code, name, 'village'] as const),
  ];
  await sql(
    `insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n || '嘎查委员会', '', '', l = 'village', '2000-01-01', now(), gen_random_uuid()
    from unnest($1::bigint[], $2::text[], $3::text[]) as u (c, n, l)`,
    [0, 1, 2].map((at) => all.map((one) => one[at])),
  );
  await sql(
    `insert into insurance_insurer values ($1, 150600, '人保财险鄂尔多斯分公司', '2018-01-01', now(), gen_random_uuid())`,
    [insurerId],
  );
  await sql(`insert into insurance_terms select gen_random_uuid(), l, '2018-01-01', 3500, 2500, 500, 500, 3000, null, null, '鄂财农〔2018〕3号', now(), gen_random_uuid()
    from unnest(array['cattle', 'sheep', 'maize', 'grassland']) as l`);
  const world: InsuranceWorld = {
    database,
    server,
    seat: (role, at = { place: village }) => server.signIn(role, at),
    setDay(next) {
      now = Date.parse(`${next}T01:00:00Z`);
    },
    sql,
    plant: (people) => plant(sql, people),
    async close() {
      await server.close();
      await database.drop();
    },
  };
  return world;
}

const vault = createVault(new Uint8Array(32).fill(7));

async function plant(
  sql: InsuranceWorld['sql'],
  people: readonly Omit<Person, 'householdId'>[],
): Promise<readonly Person[]> {
  const planted = people.map((one) => ({ ...one, householdId: randomUUID() }));
  await sql(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
    select p / 1000000, i, p, left(i::text, 12), '2015-01-01', 'registered', 1, now(), gen_random_uuid()
    from unnest($1::bigint[], $2::uuid[]) as u (p, i)`,
    [planted.map(({ place }) => place), planted.map(({ householdId }) => householdId)],
  );
  await sql(
    `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number,
      id_number_hash, id_number_masked, id_last4, sex, birth_on, relation, joined_on, joined_kind, revision, recorded_at, recorded_by)
    select p / 1000000, gen_random_uuid(), p, h, n, n, k, y, '', '\\x00', decode(x, 'hex'), '', right(d, 4), 'male', b::date, '01',
      '2015-01-01', 'registered', 1, now(), gen_random_uuid()
    from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      as u (p, h, n, k, y, x, d, b)`,
    [
      planted.map(({ place }) => place),
      planted.map(({ householdId }) => householdId),
      planted.map(({ name }) => name),
      planted.map(({ name }) => nameKey(name)),
      planted.map(({ name }) => spellName(name, nameKey, 'head').pinyin),
      planted.map(({ idNumber }) => vault.fingerprint('resident_id', idNumber).toString('hex')),
      planted.map(({ idNumber }) => idNumber),
      planted.map(({ idNumber }) => idNumber.slice(6, 14)),
    ],
  );
  return planted;
}

/** A valid number for the n-th person. */
export function numberOf(n: number): string {
  const day = 1 + (n % 28);
  const month = 1 + (Math.floor(n / 28) % 12);
  const year = 1940 + (Math.floor(n / 336) % 60);
  const digits = `150622${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  return digits + residentIdCheckDigit(digits);
}

/** Numbers in [0, 1), the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state += 1;
    const bytes = createHash('sha256').update(`random ${seed} ${state}`).digest();
    return bytes.readUInt32BE(0) / 2 ** 32;
  };
}
