import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import type { Actor } from '../../platform/access/actor.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { listPositions } from '../../platform/ledger/ledger-store.ts';
import { refuse } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { findCooperative, joinMembers, listMembers, registerCooperative } from '../../registers/cooperatives/public.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { findShareBook } from './class-store.ts';
import { feature } from './feature.ts';
import { findShareClass, listHoldings, listLots, postShares } from './public.ts';
import { routes } from './routes.ts';
import { type ClassKind, holdersCode, issuedCode, rulesOfKind } from './rules.ts';

export const county = 150622;
export const township = 150622100000;
export const village = township + 201;
export const neighbour = township + 202;
const features = [measure, places, households, cooperatives, feature];
export const city: Actor = actorAt('city_office', 150600000000);

/** A database with the share features, and people at their desks. */
export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  readonly accountant: TestClient;
  readonly town: TestClient;
}

/** Time begins on 3 June 2019 and goes on second by second. */
export async function openWorld(): Promise<World> {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  const app = await testServer(database, { features, handlers: routes });
  return {
    database,
    app,
    accountant: await app.signIn('village_accountant', { place: village }),
    town: await app.signIn('township_clerk', { place: township }),
  };
}

export async function closeWorld({ app, database }: World): Promise<void> {
  await app.close();
  await database.drop();
}

export interface Made {
  readonly id: string;
  readonly address: string;
  readonly members: readonly string[];
}

interface Person {
  readonly kind?: 'farmer' | 'collective';
  readonly place?: number;
  readonly household?: string;
}

/** A cooperative with founders numbered from 001. */
export async function cooperative(
  { database }: World,
  people: readonly Person[],
  kind: 'farmers_professional' | 'shareholding_economic' = 'farmers_professional',
): Promise<Made> {
  const id = randomUUID();
  await database.act(city, async (tx) => {
    const made = await registerCooperative(tx, {
      id,
      place: village,
      kind,
      name: `合作社${id.slice(0, 8)}`,
      creditCode: null,
      address: null,
      chairperson: null,
      phone: null,
      business: null,
      branchLed: false,
      registeredOn: '2018-07-01',
    });
    if (!made.ok) return made;
    const entries = people.map((person, at) => ({
      id: randomUUID(),
      number: String(at + 1).padStart(3, '0'),
      kind: person.kind ?? ('farmer' as const),
      unitKind: null,
      name: `社员${at + 1}`,
      idNumber: null,
      creditCode: null,
      memberPlace: person.place ?? village,
      joinedOn: '2018-07-01',
      joinedBy: 'founding' as const,
      householdCounty: person.household ? county : null,
      householdId: person.household ?? null,
    }));
    return joinMembers(tx, { cooperative: made.value, entries });
  });
  const members = await database.read(city, (tx) => listMembers(tx, { county, cooperativeId: id, on: '2019-06-01' }));
  return { id, address: `/share-registers/${county}/${id}`, members: members.map((member) => member.id) };
}

export async function makeClass(
  { accountant }: World,
  of: Made,
  { kind = 'cash', ...over }: { readonly kind?: ClassKind; readonly name?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const body = {
    id,
    kind,
    name: `${kind}${id.slice(0, 4)}`,
    parFen: 10_000,
    documentNumber: '章程',
    startsOn: '2018-07-01',
    ...rulesOfKind(kind),
    ...over,
  };
  const reply = await accountant.send('POST', `${of.address}/classes`, body);
  expect(reply.body).toEqual({ id });
  return id;
}

interface Take {
  readonly member: number;
  readonly shares: number;
  readonly on?: string;
  readonly paidFen?: bigint;
}

/** Takes shares for members in one entry; answers the id of the act. */
export async function subscribe(
  { database }: World,
  of: Made,
  { classId, takes, by = city }: { classId: string; takes: readonly Take[]; by?: Actor },
): Promise<string> {
  const source = { type: 'test', id: randomUUID() };
  await database.act(by, async (tx) => {
    const at = await findCooperative(tx, { county, id: of.id });
    const share = await findShareClass(tx, { county, id: classId });
    const members = await listMembers(tx, { county, cooperativeId: of.id, on: '2019-06-01' });
    if (!at || !share) return refuse({ code: 'not_found' });
    const lots = takes.flatMap((take) => {
      const membership = members.find((one) => one.id === of.members[take.member]);
      if (!membership) return [];
      const agreedFen = BigInt(take.shares) * share.parFen;
      return [
        {
          lotId: randomUUID(),
          membership,
          share,
          kind: 'subscribe' as const,
          source: 'cash' as const,
          sourceDocument: null,
          valuationId: null,
          fromLotId: null,
          expiresOn: null,
          acquiredOn: takes[0]?.on ?? '2019-01-05',
          shares: take.shares,
          agreedFen,
          paidFen: take.paidFen ?? agreedFen,
        },
      ];
    });
    const occurredOn = takes[0]?.on ?? '2019-01-05';
    return postShares(tx, { cooperative: at, occurredOn, memo: '认购', source, lots, changes: [] });
  });
  return source.id;
}

/** Moves shares of a member’s lot to another; answers the id of the act, or why it was refused. */
export async function move(
  { database }: World,
  of: Made,
  change: { lot: number; member: number; to?: number; shares: number; on?: string },
): Promise<string> {
  const source = { type: 'test', id: randomUUID() };
  const run = database.act(city, async (tx) => {
    const at = await findCooperative(tx, { county, id: of.id });
    const members = await listMembers(tx, { county, cooperativeId: of.id, on: '2019-06-01' });
    const from = members.find((one) => one.id === of.members[change.member]);
    const to = members.find((one) => one.id === of.members[change.to ?? 0]);
    const lot = from && (await listLots(tx, { county, id: from.id }))[change.lot];
    const share = lot && (await findShareClass(tx, { county, id: lot.classId }));
    if (!at || !from || !to || !lot || !share) return refuse({ code: 'not_found' });
    const money = { agreedFen: 0n, paidFen: 0n };
    return postShares(tx, {
      cooperative: at,
      occurredOn: change.on ?? '2019-03-01',
      memo: '转让',
      source,
      changes: [{ lot, membership: from, kind: 'transfer_out', shares: -change.shares, ...money }],
      lots:
        change.to === undefined
          ? []
          : [
              {
                lotId: randomUUID(),
                membership: to,
                share,
                kind: 'transfer_in',
                source: lot.source,
                sourceDocument: null,
                valuationId: null,
                fromLotId: lot.id,
                expiresOn: null,
                acquiredOn: change.on ?? '2019-03-01',
                shares: change.shares,
                ...money,
              },
            ],
    });
  });
  return run.then(
    () => source.id,
    (error: Error) => error.message,
  );
}

export function holdings({ database }: World, of: Made, on: string) {
  return database.read(city, async (tx) => {
    const rows = await listHoldings(tx, { county, cooperativeId: of.id, on });
    return new Map(rows.map((row) => [row.membershipId, row.shares]));
  });
}

/** What the ledger itself holds, by member; the issued account turns it to nothing. */
export function positions({ database }: World, of: Made, { classId, on }: { classId: string; on: string }) {
  return database.read(city, async (tx) => {
    const book = await findShareBook(tx, { county, cooperativeId: of.id });
    if (!book) return new Map<string, number>();
    const held = await listPositions(tx, book, { code: holdersCode(classId), on });
    const [issued] = await listPositions(tx, book, { code: issuedCode(classId), on });
    const total = held.reduce((sum, one) => sum + one.amount, 0n);
    expect(total + (issued?.amount ?? 0n)).toBe(0n);
    return new Map(held.map((one) => [one.sub, Number(one.amount)]));
  });
}

/** A household with or without a state of poverty; answers its id. */
export async function household(
  { database }: World,
  place: number,
  state?: 'registered' | 'lifted_out',
): Promise<string> {
  const id = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, place, id.slice(0, 12)],
  );
  if (state)
    await owner.query(
      `insert into poverty_registration (county, id, place, household_id, state, change, standard, kind, main_cause, starts_on,
         ends_on, document_number, decided_on, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, $4, 'entry', 'national', 'general', 'illness', '2018-01-01', $5, '文', '2018-01-01', 1, now(), gen_random_uuid())`,
      [county, place, id, state, state === 'registered' ? null : '2025-01-01'],
    );
  await owner.end();
  return id;
}
