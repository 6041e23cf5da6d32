import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks } from '../../ledgers/books/public.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { recordShareClass } from '../../ledgers/shares/public.ts';
import { type ClassKind, rulesOfKind } from '../../ledgers/shares/rules.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import type { Actor } from '../../platform/access/actor.ts';
import type { Role } from '../../platform/access/roles.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import {
  adoptCharter,
  type CooperativeRow,
  findCooperative,
  joinMembers,
  listMembers,
  registerCooperative,
} from '../../registers/cooperatives/public.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const township = 150622100000;
export const village = township + 201;
export const neighbour = township + 202;
export const city: Actor = actorAt('city_office', 150600000000);
const features = [measure, places, households, cooperatives, shares, books, assemblies, feature];

/** A database with both ledgers, and people at their desks from June 2019. */
export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  /** proposes */
  readonly clerk: TestClient;
  /** checks */
  readonly accountant: TestClient;
  readonly town: TestClient;
  /** nine in the morning of a day; who was signed in has to sign in anew */
  setDay(day: string): void;
  signIn(role: Role, place?: number): Promise<TestClient>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  await database.act(city, async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  const app = await testServer(database, { features, handlers: routes });
  return {
    database,
    app,
    clerk: await app.signIn('village_clerk', { place: village }),
    accountant: await app.signIn('village_accountant', { place: village }),
    town: await app.signIn('township_clerk', { place: township }),
    setDay(day) {
      now = Date.parse(`${day}T01:00:00Z`);
    },
    signIn: (role, place = village) => app.signIn(role, { place }),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

export interface Made {
  readonly id: string;
  readonly members: readonly string[];
  /** by kind of class */
  readonly classes: Readonly<Partial<Record<ClassKind, string>>>;
  readonly bookId: string;
}

export interface Making {
  readonly kind?: CooperativeKind;
  readonly members?: number;
  readonly classes?: readonly ClassKind[];
  readonly withBooks?: boolean;
}

/** A cooperative of 2018 with members from 001, its charter, classes at 100 yuan and books from 2019. */
export async function make({ database }: World, making: Making = {}): Promise<Made> {
  const { kind = 'farmers_professional', members = 6, classes = ['cash'], withBooks = true } = making;
  const id = randomUUID();
  const bookId = randomUUID();
  const made: Partial<Record<ClassKind, string>> = {};
  await database.act(city, async (tx): Promise<Result<unknown, Refusal>> => {
    const registered = await registerCooperative(tx, {
      ...{ id, place: village, kind, name: `合作社${id.slice(0, 8)}`, creditCode: null, address: null },
      ...{ chairperson: null, phone: null, business: null, branchLed: false, registeredOn: '2018-07-01' },
    });
    if (!registered.ok) return registered;
    const cooperative = registered.value;
    const joined = await joinMembers(tx, { cooperative, entries: founders(members) });
    if (!joined.ok) return joined;
    const adopted = await adopt(tx, cooperative);
    if (!adopted.ok) return adopted;
    for (const one of classes) {
      const classId = randomUUID();
      made[one] = classId;
      const draft = {
        id: classId,
        kind: one,
        name: one,
        parFen: 10_000n,
        documentNumber: '章程',
        startsOn: '2018-07-01',
      };
      await recordShareClass(tx, cooperative, { ...draft, ...rulesOfKind(one) });
    }
    return withBooks ? openBooks(tx, { cooperative, id: bookId, startsOn: '2019-01-01' }) : ok(true);
  });
  const rows = await database.read(city, (tx) => listMembers(tx, { county, cooperativeId: id, on: '2019-06-01' }));
  return { id, bookId, classes: made, members: rows.map((member) => member.id) };
}

function founders(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: randomUUID(), number: String(at + 1).padStart(3, '0'), kind: 'farmer' as const, unitKind: null },
    ...{ name: `社员${at + 1}`, idNumber: null, creditCode: null, memberPlace: village, joinedOn: '2018-07-01' },
    joinedBy: 'founding' as const,
  }));
}

function adopt(tx: Tx, cooperative: CooperativeRow): Promise<Result<true, Refusal>> {
  const patronage = cooperative.kind === 'farmers_professional' ? 6_000 : 0;
  return adoptCharter(tx, cooperative, {
    ...{ id: randomUUID(), startsOn: '2018-07-01', resolutionNumber: '2018-1', parValueFen: 10_000n },
    ...{ surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage', expansionBp: 0, reliefBp: 0, welfareReserveBp: 0 },
    ...{ patronageBp: patronage, additionalVotesBp: 0, quorumBp: null, ordinaryBp: null, specialBp: null },
    ...{ exitNoticeMonths: 3, unitExitNoticeMonths: 6, timeWeighted: false, note: null },
  });
}

export function cooperativeOf(tx: Tx, of: Made): Promise<CooperativeRow | undefined> {
  return findCooperative(tx, { county, id: of.id });
}

/** Runs something on the cooperative as the city office. */
export async function onCooperative<T>(
  { database }: World,
  of: Made,
  work: (tx: Tx, cooperative: CooperativeRow) => Promise<Result<T, Refusal>>,
): Promise<void> {
  await database.act(city, async (tx): Promise<Result<unknown, Refusal>> => {
    const cooperative = await cooperativeOf(tx, of);
    return cooperative ? work(tx, cooperative) : refuse({ code: 'not_found' });
  });
}

export interface Proposed {
  readonly id: string;
  readonly address: string;
  readonly preview: Readonly<Record<string, unknown>>;
}

/** Looks at the preview and proposes exactly that. */
export async function propose(
  client: TestClient,
  of: Made,
  terms: Readonly<Record<string, unknown>>,
): Promise<Proposed> {
  const id = String(terms.id ?? randomUUID());
  const base = { county, cooperativeId: of.id, occurredOn: '2019-06-03', id, ...terms };
  const preview = await client.get(`/membership-acts/preview?${query(base)}`);
  expect(preview.status, JSON.stringify(preview.body)).toBe(200);
  const body = { documentNumber: '2019-1', ...base, digest: preview.body.digest };
  const reply = await client.send('POST', '/membership-acts', body);
  expect(reply.body, JSON.stringify(terms)).toEqual({ county, id });
  return { id, address: `/membership-acts/${county}/${id}`, preview: preview.body };
}

/** Why something cannot be proposed, as its code and field. */
export async function refusal(client: TestClient, of: Made, terms: Readonly<Record<string, unknown>>): Promise<string> {
  const base = { county, cooperativeId: of.id, occurredOn: '2019-06-03', id: randomUUID(), ...terms };
  const { body } = await client.get(`/membership-acts/preview?${query(base)}`);
  const [first] = (body.errors ?? []) as { field: string }[];
  return `${body.code}${first ? ` ${first.field}` : ''}`;
}

function query(values: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(values).map(([key, one]) => [key, String(one)] as [string, string]),
  ).toString();
}

export interface Step {
  readonly name?: 'post' | 'refuse' | 'withdraw' | 'reversal' | 'reverse' | 'keep';
  readonly reason?: string;
}

/** Does something with an act as it is now. */
export async function decide(client: TestClient, act: Pick<Proposed, 'address'>, step: Step = {}) {
  const { name = 'post', reason = '核对无误' } = step;
  const { revision } = (await client.get(act.address)).body;
  return client.send('POST', `${act.address}/${name}`, { revision, reason });
}

/** Proposed by the clerk and posted by the accountant. */
export async function carryOut(world: World, of: Made, terms: Readonly<Record<string, unknown>>): Promise<Proposed> {
  const act = await propose(world.clerk, of, terms);
  const posted = await decide(world.accountant, act);
  expect(posted.body).toEqual({ county, id: act.id });
  return act;
}

/** What the books hold on an account on a day, debit positive. */
export function booked(
  { database }: World,
  of: Made,
  at: { code: string; sub?: string | undefined; on?: string },
): Promise<bigint> {
  const { code, sub, on = '2019-12-31' } = at;
  return database.read(city, (tx) => balanceOn(tx, { county, id: of.bookId }, { code, ...(sub ? { sub } : {}), on }));
}

/** The household of a member, registered as poor from 2018 on; answers its id. */
export async function poorHousehold({ database }: World, of: Made, member: number): Promise<string> {
  const id = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, village, id.slice(0, 12)],
  );
  await owner.query(
    `insert into poverty_registration (county, id, place, household_id, state, change, standard, kind, main_cause, starts_on,
       ends_on, document_number, decided_on, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'registered', 'entry', 'national', 'general', 'illness', '2018-01-01', null, '文',
       '2018-01-01', 1, now(), gen_random_uuid())`,
    [county, village, id],
  );
  await owner.query('update membership set household_county = $1, household_id = $2 where id = $3', [
    county,
    id,
    of.members[member],
  ]);
  await owner.end();
  return id;
}

/** Says that the books of a year are closed, as the closing of the books would. */
export async function closeYear({ database }: World, of: Made, year: number): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into fiscal_year (county, id, place, cooperative_id, book_id, year, starts_on, ends_on, state, surplus_fen,
       opening_undistributed_fen, reserve_used_fen, grant_equity_fen, statements, digest, closed_on, closed_by, closed_by_name,
       revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, 'closed', 0, 0, 0, 0, '{}', repeat('a', 64), $7, gen_random_uuid(), '会计', 1,
       now(), gen_random_uuid())`,
    [county, village, of.id, of.bookId, year, `${year}-01-01`, `${year}-12-31`],
  );
  await owner.end();
}
