import { createHash } from 'node:crypto';
import type pg from 'pg';
import { recountMonths } from '../indicators/public.ts';
import { ensureParameters } from '../measure/public.ts';
import { createAccount } from '../platform/access/account-store.ts';
import { systemActor } from '../platform/access/actor.ts';
import { sealTrail } from '../platform/audit/seal.ts';
import { loadPast, type PastRow } from '../platform/db/load.ts';
import { allTables } from '../platform/db/schema-files.ts';
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import type { Tx } from '../platform/db/transact.ts';
import type { Month } from '../platform/pure/period.ts';
import { type Place, placeRange } from '../platform/pure/place.ts';
import { ok } from '../platform/pure/result.ts';
import { claimCode } from '../registers/agencies/public.ts';
import { demoAgencies } from '../registers/agencies/seed.ts';
import { claimKeys } from '../registers/households/public.ts';
import { demoHouseholds, type NameLists } from '../registers/households/seed.ts';
import { demoBranches } from '../registers/party-branches/seed.ts';
import { type DivisionRow, importPlaces } from '../registers/places/public.ts';
import { seededRandom } from './demo/random.ts';
import { features } from './features.ts';
import {
  divisionsAbove,
  fellowMarker,
  givenNames,
  markedSites,
  markedTexts,
  newPrefix,
  organisationMarker,
  publicMarker,
  villageEndings,
} from './rights.data.ts';
import { plantCooperative } from './rights-cooperative.testing.ts';
import { plantFunds } from './rights-funds.testing.ts';
import { madeUuid, type PlantSite, plantedMonth, plantMissing, plantReferences } from './rights-plant-store.testing.ts';

/** A village of the test and the mark that stands in every text recorded there. */
export interface Plot extends PlantSite {
  readonly label: string;
  readonly county: number;
}

export interface World {
  readonly database: TestDatabase;
  readonly owner: pg.Client;
  readonly plots: readonly Plot[];
  readonly home: Plot;
  /** a household of the home village, and another one there under a mark of its own */
  readonly household: { readonly county: number; readonly id: string };
  readonly fellow: { readonly county: number; readonly id: string };
  readonly organisationId: string;
  readonly strangerOrganisationId: string;
  readonly cooperativeId: string;
  readonly strangerCooperativeId: string;
}

interface Planted {
  readonly households: readonly string[];
  readonly organisationId: string;
  readonly cooperativeId: string;
}

const from = '2018-01-01';
const until = '2019-12-31';

/** Five villages, near and far, each with rows in every table that any feature keeps. */
export async function makeWorld(seed: number): Promise<World> {
  const database = await testDatabase(features, { clock: testClock });
  const owner = await database.connectOwner();
  const random = seededRandom(seed);
  const taken = new Set<string>();
  await inCity(database, async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, divisions(villageEndings.before), { stateOn: '2018-01-01' });
    await importPlaces(tx, divisions(villageEndings.now), { stateOn: '2019-03-01' });
  });
  const plots = markedSites.map((site): Plot => ({ ...site, county: Math.floor(site.place / 1_000_000), random }));
  const planter = { database, owner, taken };
  const planted: Planted[] = [];
  for (const plot of plots) planted.push(await plant(planter, plot));
  const [home] = plots;
  const [own, strange] = planted;
  const [first, second] = own?.households ?? [];
  if (!home || !own || !strange || !first || !second) throw new Error('the home village has two households');
  await plantReferences(owner, allTables(features), { ...home, marker: publicMarker });
  await recountMonths(database.recount, plantedMonth as Month, plantedMonth as Month);
  await sealTrail(database.recount);
  return {
    database,
    owner,
    plots,
    home,
    household: { county: home.county, id: first },
    fellow: { county: home.county, id: second },
    organisationId: own.organisationId,
    strangerOrganisationId: strange.organisationId,
    cooperativeId: own.cooperativeId,
    strangerCooperativeId: strange.cooperativeId,
  };
}

interface Planter {
  readonly database: TestDatabase;
  readonly owner: pg.Client;
  readonly taken: Set<string>;
}

/** A working morning after two years of events. */
export function testClock(): Date {
  return new Date('2020-01-06T01:00:00Z');
}

/** More records at a place: whoever does not see it may not notice. */
export async function plantMore(world: World, plot: Plot, seed: number): Promise<void> {
  const random = seededRandom(seed);
  await plantPeople({ ...world, taken: new Set() }, { ...plot, random }, { marker: plot.marker, number: '900' });
  const range = placeRange(plot.place as Place);
  await world.database.act(systemActor(range, madeUuid(random)), (tx) => loadUnits(tx, { ...plot, random }, newPrefix));
  await recountMonths(world.database.recount, plantedMonth as Month, plantedMonth as Month);
}

async function plant(planter: Planter, plot: Plot): Promise<Planted> {
  const { database, owner } = planter;
  const first = await plantPeople(planter, plot, { marker: plot.marker, number: '001' });
  const mark = plot.label === 'home' ? fellowMarker : plot.marker;
  const second = await plantPeople(planter, plot, { marker: mark, number: '002' });
  const range = placeRange(plot.place as Place);
  const organisationId = await database.act(systemActor(range, madeUuid(plot.random)), async (tx) => {
    await loadBranch(tx, plot);
    return loadUnits(tx, plot, '');
  });
  const cooperativeId = await database.act(systemActor(range, madeUuid(plot.random)), (tx) =>
    plantCooperative(tx, plot, first),
  );
  const { documentId, accountId } = await database.act(systemActor(range, madeUuid(plot.random)), (tx) =>
    plantFunds(tx, plot, first),
  );
  await plantBlob(owner, plot, first);
  await plantLender(owner, plot, organisationId);
  const schemeId = await plantInsurer(owner, plot, organisationId);
  const records = new Map([
    ['household', first],
    ['loan_lender', organisationId],
    ['insurance_insurer', organisationId],
    ['insurer', organisationId],
    ['reward_scheme', schemeId],
    ['scheme', schemeId],
    ['fund_document', documentId],
    ['document', documentId],
    ['fund_account', accountId],
    ['account', accountId],
    ['upper_account', accountId],
  ]);
  await plantMissing(owner, allTables(features), { ...plot, records });
  const account = madeUuid(plot.random);
  await createAccount(database, {
    id: account,
    login: `clerk-${plot.label}`,
    name: markedTexts(plot.marker).clerk,
    passwordHash: null,
    mustChangePassword: false,
    demo: false,
    position: { id: madeUuid(plot.random), role: 'village_clerk', place: plot.place },
  });
  return { households: [first, second], organisationId, cooperativeId };
}

/** One household, open, with its people and a standing registration; every text bears the mark. */
async function plantPeople(
  { database, taken }: Pick<Planter, 'database' | 'taken'>,
  plot: Plot,
  { marker, number }: { marker: string; number: string },
): Promise<string> {
  const made = demoHouseholds(plot.random, plot.place, {
    names: markedNames(marker),
    vault: database.vault,
    taken,
    span: { from, until },
    households: 1,
    poorShare: 1,
  });
  const marked = (past: PastRow, set: object): PastRow => ({
    row: { ...past.row, ...set },
    recordedAt: past.recordedAt,
  });
  const texts = markedTexts(marker);
  const households = made.households.map((past) =>
    marked(past, { number, address: texts.address, bank_name: texts.bank, collective_number: texts.number }),
  );
  const poverty = made.poverty
    .slice(-1)
    .map((past) => marked(past, { note: texts.note, document_number: texts.document }));
  const residents = made.residents.map((past) => marked(past, { external_number: texts.external }));
  const range = placeRange(plot.place as Place);
  await database.act(systemActor(range, madeUuid(plot.random)), async (tx) => {
    await loadPast(tx, 'household', households);
    await loadPast(tx, 'resident', residents);
    await loadPast(tx, 'poverty_registration', poverty);
    await claimKeys(
      tx,
      made.keys.map((key) => ({ ...key, releasedOn: null })),
    );
    return ok(true);
  });
  return String(households[0]?.row.id);
}

async function loadBranch(tx: Tx, plot: Plot): Promise<void> {
  const texts = markedTexts(plot.marker);
  const made = demoBranches(plot.random, {
    place: plot.place,
    name: texts.branch,
    people: [texts.secretary],
    from,
  });
  await loadPast(tx, 'party_branch', made.branches);
  await loadPast(tx, 'branch_post', made.posts);
}

async function loadUnits(tx: Tx, plot: Plot, prefix: string) {
  const made = demoAgencies(plot.random, { place: plot.place, name: `${prefix}${plot.marker}`, from });
  const bank = made.rows.find(({ row }) => row.kind === 'bank');
  const named = plot.label === 'home' && prefix === '' ? organisationMarker : `${prefix}${plot.marker}`;
  const texts = markedTexts(named);
  const rows = made.rows.map((past) =>
    past === bank ? { ...past, row: { ...past.row, name: texts.bank, contact_name: texts.manager } } : past,
  );
  await loadPast(tx, 'agency', rows);
  for (const { code, county, id } of made.codes) await claimCode(tx, code, { county, id });
  return ok(String(bank?.row.id));
}

/** The bank of the village lends: everybody may know its name. */
async function plantLender(owner: pg.Client, plot: Plot, bankId: string): Promise<void> {
  await owner.query(
    `insert into loan_lender (id, county, name, admitted_on, recorded_at, recorded_by) values ($1, $2, $3, '2018-07-01', $4, $1)`,
    [bankId, plot.county, `${publicMarker}乙银行`, testClock()],
  );
}

/** The organisation of the village insures, on terms that all may know; and a scheme for rewards in its banner. */
async function plantInsurer(owner: pg.Client, plot: Plot, insurerId: string): Promise<string> {
  await owner.query(
    `insert into insurance_insurer (id, county, name, enrolled_on, recorded_at, recorded_by) values ($1, $2, $3, '2018-07-01', $4, $1)`,
    [insurerId, plot.county, `${publicMarker}乙保险`, testClock()],
  );
  await owner.query(
    `insert into insurance_terms values (gen_random_uuid(), 'cattle', '2018-01-01', 3500, 2500, 500, 500, 3000, null, null, $1, $2, $3)
    on conflict do nothing`,
    [publicMarker.repeat(2), testClock(), insurerId],
  );
  const schemeId = madeUuid(plot.random);
  await owner.query(
    `insert into reward_scheme (id, place, county, kind, title, document_number, unit_kind, output, applicants, least_units,
      starts_on, ends_on, revision, recorded_at, recorded_by)
    values ($1, $2, $3, 'subsidy', $4, $4, 'ear_tag', $4, 'any', 0, '2018-01-01', '2020-12-31', 1, $5, $6)`,
    [schemeId, plot.place, plot.county, publicMarker.repeat(2), testClock(), insurerId],
  );
  await owner.query(
    `insert into reward_rate (id, scheme_id, starts_on, rate_fen, source, recorded_at, recorded_by)
    values ($1, $1, '2018-01-01', 100, $2, $3, $4)`,
    [schemeId, publicMarker.repeat(2), testClock(), insurerId],
  );
  return schemeId;
}

/** A file with the mark in its very bytes, attached to the household. */
async function plantBlob(owner: pg.Client, plot: Plot, householdId: string): Promise<void> {
  const texts = markedTexts(plot.marker);
  const content = Buffer.from(texts.content);
  const sha256 = createHash('sha256').update(content).digest();
  const at = testClock();
  await owner.query(
    `insert into blob (sha256, bytes, media_type, content, thumbnail, recorded_at) values ($1, $2, 'image/png', $3, $3, $4)`,
    [sha256, content.length, content, at],
  );
  await owner.query(
    `insert into attachment (county, id, place, subject_type, subject_id, sha256, media_type, bytes, name, has_thumbnail,
      revision, recorded_at, recorded_by) values ($1, $2, $3, 'household', $4, $5, 'image/png', $6, $7, true, 1, $8, $2)`,
    [
      plot.county,
      madeUuid(plot.random),
      plot.place,
      householdId,
      sha256,
      content.length,
      texts.file,
      new Date('2019-06-01T02:00:00Z'),
    ],
  );
}

function markedNames(marker: string): NameLists {
  const given = givenNames;
  const full = given.map((name) => `${marker}${name}`);
  return {
    han: { surnames: [marker], givenMale: given, givenFemale: given },
    mongolian: { clans: [marker], male: full, female: full },
    rare: { full },
  };
}

/** The villages bear an old name first: their renaming is a dated change. */
function divisions(ending: string): DivisionRow[] {
  const villages = markedSites.map(({ place, name }) => {
    return { code: place, level: 'village' as const, name: `${name}${ending}`, rural: true };
  });
  return [...divisionsAbove, ...villages].map((row) => ({ ...row, nameOfficial: row.name }));
}

async function inCity(database: TestDatabase, work: (tx: Tx) => Promise<void>): Promise<void> {
  const actor = systemActor({ lo: 150_000_000_000, hi: 150_999_999_999 }, '00000000-0000-7000-8000-00000000000a');
  await database.act(actor, async (tx) => ok(await work(tx)));
}
