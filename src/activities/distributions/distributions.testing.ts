import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks, postVoucher, recordTrade } from '../../ledgers/books/public.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { findShareClass, type NewLot, postShares, recordShareClass } from '../../ledgers/shares/public.ts';
import { rulesOfKind } from '../../ledgers/shares/rules.ts';
import { feature as measure } from '../../measure/feature.ts';
import type { Role } from '../../platform/access/roles.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { listPositions } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import {
  adoptCharter,
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
import { ruleSetOf } from './rules.ts';

export const county = 150622;
export const township = 150622100000;
export const village = township + 201;
export const neighbour = township + 202;
export const city = actorAt('city_office', 150600000000);
const features = [measure, places, households, assets, cooperatives, shares, books, assemblies, notices, feature];

/** A database with both ledgers and their procedures; it is March 2020, and the books of 2019 can be closed. */
export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  /** makes */
  readonly clerk: TestClient;
  /** checks */
  readonly accountant: TestClient;
  readonly town: TestClient;
  /** nine in the morning of a day; everybody signs in anew, as somebody else */
  setDay(day: string): Promise<void>;
  signIn(role: Role, place?: number): Promise<TestClient>;
  close(): Promise<void>;
}

export async function openWorld(day = '2020-03-02'): Promise<World> {
  let now = Date.parse(`${day}T01:00:00Z`);
  const clock = () => {
    now += 100;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  const app = await testServer(database, { features, handlers: routes });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  const signIn = (role: Role, place = village) => app.signIn(role, { place });
  const signAll = async () => ({
    clerk: await signIn('village_clerk'),
    accountant: await signIn('village_accountant'),
    town: await signIn('township_clerk', township),
  });
  let seats = await signAll();
  return {
    database,
    app,
    signIn,
    get clerk() {
      return seats.clerk;
    },
    get accountant() {
      return seats.accountant;
    },
    get town() {
      return seats.town;
    },
    async setDay(next) {
      now = Date.parse(`${next}T01:00:00Z`);
      seats = await signAll();
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

export interface Person {
  readonly kind?: 'farmer' | 'collective';
  readonly place?: number;
  readonly household?: string;
  /** shares of 100 yuan each */
  readonly shares?: number;
  /** yuan sold to the cooperative in 2019 */
  readonly trades?: number;
}

export interface Options {
  readonly kind?: CooperativeKind;
  readonly surplusFen?: bigint;
  readonly openingFen?: bigint;
  readonly grantEquityFen?: bigint;
  readonly timeWeighted?: boolean;
  readonly classKind?: 'member' | 'cash' | 'quantified';
  /** in the bank of a collective; as much as its surplus by default */
  readonly moneyFen?: bigint;
}

export interface Made {
  readonly id: string;
  readonly bookId: string;
  readonly classId: string;
  readonly members: readonly string[];
}

/** An organisation with charter, members from `001`, shares, trades, books, and its closed year 2019. */
export async function organisation(world: World, people: readonly Person[], options: Options = {}): Promise<Made> {
  const { kind = 'farmers_professional', classKind = 'member' } = options;
  const made = { id: randomUUID(), bookId: randomUUID(), classId: randomUUID() };
  await world.database.act(city, async (tx): Promise<Result<true, Refusal>> => {
    const registered = await registerCooperative(tx, {
      ...{ id: made.id, place: village, kind, name: `合作社${made.id.slice(0, 6)}`, creditCode: null },
      ...{ address: null, chairperson: null, phone: null, business: null, branchLed: true, registeredOn: '2018-07-02' },
    });
    if (!registered.ok) return registered;
    const cooperative = registered.value;
    const joined = await joinMembers(tx, { cooperative, entries: people.map(entryOf) });
    if (!joined.ok) return joined;
    const adopted = await adoptCharter(tx, cooperative, charterOf(kind, options.timeWeighted ?? false));
    if (!adopted.ok) return adopted;
    await recordShareClass(tx, cooperative, {
      ...{ id: made.classId, kind: classKind, name: '成员股', parFen: 10_000n, documentNumber: '2018-1' },
      ...{ ...rulesOfKind(classKind), startsOn: '2018-07-02' },
    });
    if (keepsBooks(kind)) await openBooks(tx, { cooperative, startsOn: '2019-01-01', id: made.bookId });
    return ok(true);
  });
  const members = await world.database.read(city, async (tx) =>
    (await listMembers(tx, { county, cooperativeId: made.id, on: '2019-06-01' })).map(({ id }) => id),
  );
  const whole = { ...made, members };
  await take(world, whole, { on: '2018-07-02', takes: people.map((person, at) => [at, person.shares ?? 0] as const) });
  await trade(world, whole, people);
  if (keepsBooks(kind)) await closeYear(world, whole, options);
  if (isCollective(kind)) await fund(world, whole, options.moneyFen ?? options.surplusFen ?? 1_000_000n);
  return whole;
}

function isCollective(kind: CooperativeKind): boolean {
  return ruleSetOf(kind) === 'collective_economic';
}

async function fund(world: World, of: Made, amountFen: bigint): Promise<void> {
  if (amountFen === 0n) return;
  await postOn(world, of, {
    on: '2019-06-30',
    memo: '发包收入',
    lines: [
      ['102', amountFen],
      ['501', -amountFen],
    ],
  });
}

/** A voucher in the books of an organisation; debit is positive. */
export async function postOn(
  { database }: World,
  of: Made,
  voucher: {
    readonly on: string;
    readonly memo: string;
    readonly lines: readonly (readonly [code: string, amount: bigint, sub?: string])[];
  },
): Promise<void> {
  await database.act(city, (tx) =>
    postVoucher(tx, {
      ...{
        county,
        cooperativeId: of.id,
        occurredOn: voucher.on,
        memo: voucher.memo,
        makerName: '甲',
        checkerName: '乙',
      },
      ...{ sourceType: 'test', sourceId: randomUUID(), makerId: randomUUID(), checkerId: randomUUID() },
      lines: voucher.lines.map(([code, amount, sub]) => ({ code, amount, ...(sub === undefined ? {} : { sub }) })),
    }),
  );
}

function keepsBooks(kind: CooperativeKind): boolean {
  return ruleSetOf(kind) !== 'contract';
}

function entryOf(person: Person, at: number) {
  return {
    ...{ id: randomUUID(), number: String(at + 1).padStart(3, '0'), kind: person.kind ?? ('farmer' as const) },
    ...{
      unitKind: null,
      name: `成员${at + 1}`,
      idNumber: null,
      creditCode: null,
      memberPlace: person.place ?? village,
    },
    ...{ joinedOn: '2018-07-02', joinedBy: 'founding' as const },
    ...{ householdCounty: person.household ? county : null, householdId: person.household ?? null },
  };
}

function charterOf(kind: CooperativeKind, timeWeighted: boolean) {
  const collective = isCollective(kind);
  return {
    ...{ id: randomUUID(), startsOn: '2018-07-02', resolutionNumber: '2018-1', parValueFen: 10_000n },
    ...{ surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage' as const, expansionBp: 500, reliefBp: 300 },
    ...{ welfareReserveBp: collective ? 200 : 0, patronageBp: collective ? 0 : 6_000, additionalVotesBp: 0 },
    ...{ quorumBp: null, ordinaryBp: null, specialBp: null, exitNoticeMonths: 3, unitExitNoticeMonths: 6 },
    ...{ timeWeighted, note: null },
  };
}

/** Shares taken on a day, by index of the member. */
export async function take(
  { database }: World,
  of: Made,
  order: { readonly on: string; readonly takes: readonly (readonly [member: number, shares: number])[] },
): Promise<void> {
  const wanted = order.takes.filter(([, count]) => count > 0);
  if (wanted.length === 0) return;
  await database.act(city, async (tx) => {
    const cooperative = await findCooperative(tx, { county, id: of.id });
    const share = await findShareClass(tx, { county, id: of.classId });
    const members = await listMembers(tx, { county, cooperativeId: of.id, on: '2019-06-01' });
    const byId = new Map(members.map((one) => [one.id, one]));
    if (!cooperative || !share) return refuse({ code: 'not_found' });
    const source = share.kind === 'quantified' ? 'collective_property' : 'cash';
    const lots = wanted.flatMap(([member, count]): readonly NewLot[] => {
      const membership = byId.get(of.members[member] ?? '');
      const paidFen = BigInt(count) * share.parFen;
      const head = { lotId: randomUUID(), share, kind: 'subscribe', source, sourceDocument: null } as const;
      const rest = { valuationId: null, fromLotId: null, expiresOn: null, acquiredOn: order.on };
      return membership ? [{ ...head, ...rest, membership, shares: count, agreedFen: paidFen, paidFen }] : [];
    });
    const posting = { cooperative, occurredOn: order.on, memo: '认购', lots, changes: [] };
    return postShares(tx, { ...posting, source: { type: 'test', id: randomUUID() } });
  });
}

async function trade({ database }: World, of: Made, people: readonly Person[]): Promise<void> {
  await database.act(city, async (tx) => {
    for (const [at, { trades = 0, place = village }] of people.entries()) {
      if (trades === 0) continue;
      await recordTrade(tx, {
        ...{ id: randomUUID(), county, place: village, cooperativeId: of.id, membershipId: of.members[at] ?? '' },
        ...{ memberPlace: place, occurredOn: '2019-09-01', direction: 'delivers', product: '羊毛', quantity: 1 },
        ...{ unit: '公斤', amountFen: BigInt(trades) * 100n },
      });
    }
    return ok(true);
  });
}

/** Says that the books of 2019 are closed, as the closing of the books would. */
export async function closeYear({ database }: World, of: Made, options: Options): Promise<void> {
  const { surplusFen = 1_000_000n, openingFen = 0n, grantEquityFen = 0n } = options;
  const owner = await database.connectOwner();
  await owner.query(
    `insert into fiscal_year (county, id, place, cooperative_id, book_id, year, starts_on, ends_on, state, surplus_fen,
       opening_undistributed_fen, reserve_used_fen, grant_equity_fen, statements, digest, closed_on, closed_by, closed_by_name,
       revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, 2019, '2019-01-01', '2019-12-31', 'closed', $5, $6, 0, $7, '{}', repeat('a', 64),
       '2020-01-15', gen_random_uuid(), '会计', 1, now(), gen_random_uuid())`,
    [county, village, of.id, of.bookId, String(surplusFen), String(openingFen), String(grantEquityFen)],
  );
  await owner.end();
}

/** Changes the closed year, or opens it again, as the books would. */
export async function changeYear({ database }: World, of: Made, set: string): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(`update fiscal_year set ${set} where cooperative_id = $1`, [of.id]);
  await owner.end();
}

/** The resolution of a closed meeting about a digest. */
export async function resolve(
  { database }: World,
  of: Made,
  given: { readonly id: string; readonly digest: string; readonly heldOn: string; readonly result?: string },
): Promise<void> {
  const { id, digest, heldOn, result = 'passed' } = given;
  const assemblyId = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into assembly (county, id, place, cooperative_id, form, organ, title, noticed_on, held_on, roll_kind, entitled, present,
       state, quorum_met, closed_on, closed_at, closed_by, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, 'farmers_professional', 'members_assembly', '成员大会', $5::date - 15, $5, 'counted', 30, 30,
       'closed', true, $5, $5::date + time '10:00', gen_random_uuid(), 1, now(), gen_random_uuid())`,
    [county, assemblyId, village, of.id, heldOn],
  );
  await owner.query(
    `insert into motion (county, id, place, cooperative_id, assembly_id, ordinal, matter, title, subject_type, subject_id, digest,
       votes_for, votes_against, votes_abstained, votes_required, votes_whole, result, decided_on, resolution_series,
       resolution_year, resolution_number, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, 1, 'distribution_plan', '盈余分配方案', 'distribution', $5, $6, 28, 2, 0, 16, 30,
       $7, $8, 'cooperative', 2020, (random() * 1e6)::int + 1, 1, now(), gen_random_uuid())`,
    [county, village, of.id, assemblyId, id, digest, result, heldOn],
  );
  await owner.end();
}

export interface View {
  readonly revision: number;
  readonly state: string;
  readonly digest: string | null;
  readonly totalFen: number | null;
  readonly unclaimedFen: number | null;
  readonly options: readonly { readonly id: string; readonly name: string; readonly revision: number }[];
  readonly steps: readonly { readonly code: string; readonly amountFen: number }[];
  readonly chain: readonly { readonly code: string; readonly state: string; readonly reason: string | null }[];
  readonly acts: readonly { readonly code: string; readonly state: string; readonly reason: string | null }[];
  readonly refusals: readonly { readonly code: string }[];
  readonly cautions: readonly { readonly code: string }[];
  readonly allowed: readonly string[];
}

/** A distribution as somebody makes it. */
export function distributionOf(client: () => TestClient, of: Made) {
  const id = randomUUID();
  const address = `/distributions/${county}/${id}`;
  const view = async () => (await client().get(address)).body as unknown as View;
  const send = (path: string, body: object = {}) => client().send('POST', `${address}${path}`, body);
  return {
    id,
    address,
    view,
    send,
    begin: (over: object = {}) =>
      client().send('POST', '/distributions', { id, county, cooperativeId: of.id, year: 2019, ...over }),
    async choose(at = 0) {
      const { revision, options } = await view();
      return send('/choose', { revision, optionId: options[at]?.id });
    },
    lines: async (query = '') =>
      (await client().get(`${address}/lines?limit=200${query}`)).body.rows as readonly Record<string, unknown>[],
  };
}

/** Takes a distribution through notice and resolution to its declaration; it is the 16th of March then. */
export async function declared(world: World, of: Made, over: { readonly convertedBp?: number } = {}) {
  await world.setDay('2020-03-02');
  const made = distributionOf(() => world.clerk, of);
  expect((await made.begin()).body).toEqual({ county, id: made.id });
  if (over.convertedBp) {
    const terms = { name: '转为出资', surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage', expansionBp: 500 };
    const rest = { reliefBp: 300, welfareReserveBp: 0, patronageBp: 6_000, convertedBp: over.convertedBp };
    expect((await made.send('/options', { id: randomUUID(), ...terms, ...rest })).status).toBe(200);
  }
  expect((await made.choose(over.convertedBp ? 1 : 0)).status).toBe(200);
  const notice = await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
  expect(notice.status, JSON.stringify(notice.body)).toBe(200);
  await world.setDay('2020-03-16');
  const { digest, revision } = await made.view();
  await resolve(world, of, { id: made.id, digest: digest ?? '', heldOn: '2020-03-15' });
  const done = await world.accountant.send('POST', `${made.address}/declare`, { revision });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { ...made, voucherId: String(done.body.voucherId) };
}

/** Balances of an account on the day after, by sub-ledger; debit positive. */
export async function balances({ database }: World, of: Made, code: string): Promise<ReadonlyMap<string, number>> {
  return database.read(city, async (tx) => {
    const rows = await listPositions(tx, { county, id: of.bookId }, { code, on: '2020-12-31' });
    return new Map(rows.map(({ sub, amount }) => [sub, Number(amount)]));
  });
}

/** A household with its head, registered as poor where said; answers its id. */
export async function household(
  { database }: World,
  { place = village, poor = false }: { readonly place?: number; readonly poor?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, place, id.slice(0, 12)],
  );
  if (poor)
    await owner.query(
      `insert into poverty_registration (county, id, place, household_id, state, change, standard, kind, main_cause, starts_on,
         ends_on, document_number, decided_on, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, 'registered', 'entry', 'national', 'general', 'illness', '2018-01-01', null, '文',
         '2018-01-01', 1, now(), gen_random_uuid())`,
      [county, place, id],
    );
  await owner.end();
  return id;
}

/** Records the account of a member; four digits are enough to tell it from others. */
export function payee(
  world: World,
  membershipId: string,
  over: { readonly last?: string; readonly entitledBy?: string } = {},
) {
  const { last = '0001', entitledBy } = over;
  const body = {
    id: randomUUID(),
    holder: '户主',
    bankName: '内蒙古农村信用社',
    account: `622848000000000${last}`,
    entitledBy,
  };
  return world.clerk.send('PUT', `/payees/${county}/${membershipId}`, body);
}

/** Ends a membership as the register would. */
export async function endMember(
  { database }: World,
  membershipId: string,
  end: { readonly on: string; readonly reason: 'died' | 'exit' },
): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query('update membership set left_on = $1, left_reason = $2 where id = $3', [
    end.on,
    end.reason,
    membershipId,
  ]);
  await owner.end();
}
