import { randomUUID } from 'node:crypto';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { fileRoutes } from '../../platform/files/routes.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { platformFeature } from '../../platform/platform-feature.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { adoptCharter, joinMembers, registerCooperative } from '../../registers/cooperatives/public.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const village = 150622100201;
export const neighbour = 150622100202;
export const township = 150622100000;

const features = [platformFeature, measure, places, households, cooperatives, feature];

export interface Ground {
  readonly database: TestDatabase;
  readonly app: TestServer;
  readonly clerk: TestClient;
  readonly town: TestClient;
  close(): Promise<void>;
}

/** A village with its clerks, on a day in June 2019. */
export async function openGround(startsAt = '2019-06-03T02:00:00Z'): Promise<Ground> {
  let now = Date.parse(startsAt);
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  const app = await testServer(database, { features, handlers: [...fileRoutes(), ...routes] });
  return {
    database,
    app,
    clerk: await app.signIn('village_clerk', { place: village }),
    town: await app.signIn('township_clerk', { place: township }),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

export interface CooperativeOptions {
  readonly kind?: CooperativeKind;
  readonly members?: number;
  readonly additionalVotesBp?: number;
  readonly specialBp?: number | null;
}

/** A cooperative with its members, `001` to the last, and its charter. */
export async function makeCooperative(
  { database }: Pick<Ground, 'database'>,
  { kind = 'farmers_professional', members = 30, additionalVotesBp = 2_000, specialBp = null }: CooperativeOptions = {},
): Promise<string> {
  const id = randomUUID();
  await database.act(actorAt('banner_office', 150622000000), async (tx): Promise<Result<true, Refusal>> => {
    const fields = { creditCode: null, address: null, chairperson: null, phone: null, business: null, branchLed: true };
    const name = `合作社${id.slice(0, 6)}`;
    const made = await registerCooperative(tx, {
      ...fields,
      id,
      place: village,
      kind,
      name,
      registeredOn: '2018-07-02',
    });
    if (!made.ok) return made;
    const memberKind = kind === 'federation' ? 'cooperative' : 'farmer';
    const joined = await joinMembers(tx, {
      cooperative: made.value,
      entries: Array.from({ length: members }, (_, at) => ({
        id: randomUUID(),
        number: String(at + 1).padStart(3, '0'),
        kind: memberKind,
        unitKind: null,
        name: `成员${at + 1}`,
        idNumber: null,
        creditCode: null,
        memberPlace: village,
        joinedOn: '2018-07-02',
        joinedBy: 'founding',
      })),
    });
    if (!joined.ok) return joined;
    const collective = kind === 'collective_economic_organization' || kind === 'shareholding_economic';
    return adoptCharter(tx, made.value, {
      id: randomUUID(),
      startsOn: '2018-07-02',
      resolutionNumber: '2018-1',
      parValueFen: 10_000n,
      surplusReserveBp: 1_000,
      reserveQuantifiedBy: 'patronage',
      expansionBp: 500,
      reliefBp: 300,
      welfareReserveBp: 0,
      patronageBp: collective ? 0 : 6_000,
      additionalVotesBp: collective ? 0 : additionalVotesBp,
      quorumBp: null,
      ordinaryBp: null,
      specialBp,
      exitNoticeMonths: 3,
      unitExitNoticeMonths: 6,
      timeWeighted: false,
      note: null,
    });
  });
  return id;
}

export interface View {
  readonly revision: number;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly quorum: { readonly met: boolean } | null;
  readonly clocks: readonly { readonly kind: string; readonly met: boolean; readonly latestOn: string }[];
  readonly flags: readonly { readonly code: string }[];
  readonly motions: readonly {
    readonly id: string;
    readonly revision: number;
    readonly result: string | null;
    readonly number: string | null;
    readonly required: number | null;
    readonly motionClass: string;
  }[];
  readonly allowed: readonly string[];
}

/** A meeting as somebody runs it: called, attended, voted and closed. */
export function meetingOf(client: TestClient) {
  const id = randomUUID();
  const address = `/assemblies/${county}/${id}`;
  const view = async () => (await client.get(address)).body as unknown as View;
  return {
    id,
    address,
    view,
    call: (over: object = {}) =>
      client.send('POST', '/assemblies', {
        id,
        place: village,
        form: 'farmers_professional',
        organ: 'members_assembly',
        title: '2019年成员大会',
        heldOn: '2019-06-03',
        noticedOn: '2019-05-20',
        rollKind: 'named',
        ...over,
      }),
    async attend(present: number, over: (at: number) => object = () => ({})) {
      const { rows } = (await client.get(`${address}/roll`)).body as { rows: { id: string; revision: number }[] };
      const marks = rows.slice(0, present).map((row, at) => ({
        id: row.id,
        revision: row.revision,
        mode: 'present',
        ...over(at),
      }));
      return client.send('PUT', `${address}/roll`, { marks });
    },
    async vote(votesFor: number, over: object = {}, motion = 0) {
      const { id: motionId, revision } = (await view()).motions[motion] ?? { id: randomUUID(), revision: 1 };
      const ballot = { revision, votesFor, votesAgainst: 0, votesAbstained: 0, ...over };
      return client.send('PUT', `${address}/motions/${motionId}/votes`, ballot);
    },
    addMotion: (over: object = {}) =>
      client.send('POST', `${address}/motions`, {
        id: randomUUID(),
        matter: 'project',
        title: '购置基础母羊',
        ...over,
      }),
    async close(over: object = {}) {
      const { revision } = await view();
      return client.send('POST', `${address}/close`, {
        revision,
        chairName: '苏和',
        recorderName: '其木格',
        counterNames: '王建国、李秀英',
        minutes: '会议讨论了议题。',
        ...over,
      });
    },
  };
}
