import type { Tx } from '../../platform/db/transact.ts';
import { creditCodeCheckDigit, organisationCheckDigit } from '../../platform/pure/credit-code.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import type { CharterFields } from './charter-store.ts';
import { adoptCharter, type CooperativeEntry, joinMembers, type MemberEntry, registerCooperative } from './public.ts';
import type { CooperativeKind } from './rules.ts';
import type { CooperativeRow } from './store.ts';

type Random = () => number;

/** A head of a household of the demo, who may be a member. */
export interface DemoHead {
  readonly householdId: string;
  readonly residentId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly poor: boolean;
}

export interface DemoCooperativeVillage {
  readonly place: number;
  readonly name: string;
  readonly isPastoral: boolean;
  readonly heads: readonly DemoHead[];
}

/** An organisation of the demo before it is registered. */
export interface DemoCooperative {
  readonly entry: CooperativeEntry;
  readonly charter: CharterFields & { readonly id: string; readonly startsOn: string };
  readonly members: readonly MemberEntry[];
  /** memberships of households on the poverty register */
  readonly poor: ReadonlySet<string>;
  readonly isPastoral: boolean;
}

const brands = ['惠农', '兴牧', '蒙源', '金草原', '同心', '富民', '绿野', '聚源', '天骄', '苏勒德'] as const;

const trades = {
  pastoral: [
    ['养羊专业合作社', '肉羊、绒山羊养殖，羊毛羊绒和羔羊收购销售，饲草料供应'],
    ['肉牛养殖专业合作社', '肉牛养殖、销售，饲草料种植'],
    ['草业专业合作社', '人工草地种植，饲草料加工、销售'],
  ],
  arable: [
    ['种植专业合作社', '玉米、杂粮种植，农资统购，产品销售'],
    ['农机服务专业合作社', '农机作业服务，农资供应'],
    ['果蔬专业合作社', '温室蔬菜、瓜果种植，贮藏、销售'],
  ],
} as const;

/** What each form is called after its village and brand, what it does, and the first two characters of its code. */
const forms = {
  shareholding_economic: ['股份经济合作社', '集体资产经营管理，收益按股分配', 'N2'],
  collective_economic_organization: ['集体经济合作社', '集体资产经营管理，资源发包出租', 'N2'],
  federation: ['农畜产品专业合作社联合社', '成员社产品统一加工、销售', '93'],
  company: ['农牧业发展有限公司', '农畜产品加工、销售', '91'],
  asset_income_project: ['资产收益扶贫项目', '扶贫资金入股企业，按协议分红', '91'],
} as const satisfies Partial<Record<CooperativeKind, readonly [string, string, string]>>;

/** Up to so many members, at least eight where the village has as many households. */
export interface DemoCooperativeWish {
  readonly kind: CooperativeKind;
  readonly most: number;
  readonly registeredOn: LocalDate;
}

/** An organisation with its charter and members out of the households of its village and perhaps of the next one. */
export function demoCooperative(
  random: Random,
  villages: readonly [DemoCooperativeVillage, ...DemoCooperativeVillage[]],
  wish: DemoCooperativeWish,
): DemoCooperative {
  const [seat] = villages;
  const { kind, registeredOn } = wish;
  const id = demoId(random, registeredOn);
  const heads = villages.flatMap((village) => village.heads.map((head) => ({ ...head, village })));
  const chosen = heads.map((head) => ({ head, luck: random() })).sort((a, b) => a.luck - b.luck);
  // the poor are asked first: that is what the measure is about
  const sorted = chosen.sort((a, b) => Number(b.head.poor && b.luck < 0.8) - Number(a.head.poor && a.luck < 0.8));
  const count = Math.min(wish.most, heads.length);
  const members = sorted.slice(0, count).map(({ head }, at) => {
    const entry = memberOf(random, { head, at, registeredOn });
    const { place } = head.village;
    return { entry: { ...entry, memberPlace: place, householdCounty: countyOf(placeOf(place)) }, poor: head.poor };
  });
  const collective = hasCollective(kind) ? [collectiveOf(random, seat, { at: count, registeredOn })] : [];
  return {
    entry: entryOf(random, { id, seat, kind, registeredOn, chairperson: members[0]?.entry.name ?? null }),
    charter: charterOf(random, { kind, registeredOn }),
    members: [...members.map(({ entry }) => entry), ...collective],
    poor: new Set(members.flatMap(({ entry, poor }) => (poor ? [entry.id] : []))),
    isPastoral: seat.isPastoral,
  };
}

/** A federation of cooperatives: each of them one member with one vote. */
export function demoFederation(
  random: Random,
  village: DemoCooperativeVillage,
  of: { readonly members: readonly DemoCooperative[]; readonly registeredOn: LocalDate },
): DemoCooperative {
  const { registeredOn } = of;
  const made = demoCooperative(random, [{ ...village, heads: [] }], { kind: 'federation', most: 0, registeredOn });
  const members = of.members.map(({ entry }, at): MemberEntry => {
    const { name, creditCode, place } = entry;
    const base = memberBase(random, { at, registeredOn });
    const identity = { kind: 'cooperative' as const, name, idNumber: null, creditCode };
    return { ...base, ...identity, memberPlace: place, organisationId: entry.id };
  });
  return { ...made, members };
}

/** Registers an organisation with its charter and its members, by the rules that everybody else is under. */
export async function loadDemoCooperative(tx: Tx, made: DemoCooperative): Promise<CooperativeRow> {
  const cooperative = granted(await registerCooperative(tx, made.entry));
  granted(await adoptCharter(tx, cooperative, made.charter));
  granted(await joinMembers(tx, { cooperative, entries: made.members }));
  return cooperative;
}

function entryOf(
  random: Random,
  of: {
    readonly id: string;
    readonly seat: DemoCooperativeVillage;
    readonly kind: CooperativeKind;
    readonly registeredOn: LocalDate;
    readonly chairperson: string | null;
  },
): CooperativeEntry {
  const { id, seat, kind, registeredOn, chairperson } = of;
  const [title, business, prefix] = kind === 'farmers_professional' ? tradeOf(random, seat) : forms[kind];
  const brand = kind === 'farmers_professional' || kind === 'company' ? pick(random, brands) : '';
  const hasCode = kind !== 'asset_income_project';
  const digits = String(Math.floor(random() * 10 ** 8)).padStart(8, '0');
  return {
    ...{ id, place: seat.place, kind, registeredOn, chairperson, business },
    name: `${seat.name}${brand}${title}`,
    creditCode: hasCode ? creditCode(random, seat.place, prefix) : null,
    address: `${seat.name}党群服务中心`,
    phone: `138${digits}`,
    branchLed: kind === 'farmers_professional' || kind === 'asset_income_project' ? random() < 0.7 : true,
  };
}

function tradeOf(random: Random, { isPastoral }: DemoCooperativeVillage): readonly [string, string, string] {
  const [title, business] = pick<readonly [string, string]>(random, isPastoral ? trades.pastoral : trades.arable);
  return [title, business, '93'];
}

function creditCode(random: Random, place: number, prefix: string): string {
  const body = Array.from({ length: 8 }, () => Math.floor(random() * 10)).join('');
  const first17 = `${prefix}${countyOf(placeOf(place))}${body}${organisationCheckDigit(body)}`;
  return first17 + creditCodeCheckDigit(first17);
}

function charterOf(
  random: Random,
  { kind, registeredOn }: { readonly kind: CooperativeKind; readonly registeredOn: LocalDate },
): DemoCooperative['charter'] {
  const isCooperative = kind === 'farmers_professional' || kind === 'federation';
  return {
    ...{ id: demoId(random, registeredOn), startsOn: registeredOn },
    resolutionNumber: `${registeredOn.slice(0, 4)}年成员大会第1号决议`,
    parValueFen: 10_000n,
    surplusReserveBp: 1_000,
    reserveQuantifiedBy: random() < 0.7 ? 'patronage' : 'contribution',
    expansionBp: 500 + 100 * Math.floor(random() * 6),
    reliefBp: 300 + 100 * Math.floor(random() * 4),
    welfareReserveBp: isCooperative ? 0 : 500,
    patronageBp: isCooperative ? 6_000 + 500 * Math.floor(random() * 3) : 0,
    ...{ additionalVotesBp: 0, quorumBp: null, ordinaryBp: null, specialBp: null },
    ...{ exitNoticeMonths: 3, unitExitNoticeMonths: 6, timeWeighted: false, note: null },
  };
}

interface Seat {
  readonly at: number;
  readonly registeredOn: LocalDate;
}

function memberOf(random: Random, { head, at, registeredOn }: Seat & { readonly head: DemoHead }) {
  const { householdId, residentId, name, idNumber } = head;
  const base = memberBase(random, { at, registeredOn });
  return { ...base, kind: 'farmer' as const, name, idNumber, creditCode: null, householdId, residentId };
}

function memberBase(random: Random, { at, registeredOn }: Seat) {
  return {
    ...{ id: demoId(random, registeredOn), number: String(at + 1).padStart(3, '0'), unitKind: null },
    ...{ joinedOn: registeredOn, joinedBy: 'founding' as const },
  };
}

/** The village's collective joins; the Party branch and the committee may not (Cooperatives Law art. 19). */
function collectiveOf(random: Random, village: DemoCooperativeVillage, seat: Seat): MemberEntry {
  const identity = { kind: 'collective' as const, name: `${village.name}集体`, idNumber: null, creditCode: null };
  return { ...memberBase(random, seat), ...identity, memberPlace: village.place };
}

function hasCollective(kind: CooperativeKind): boolean {
  return kind === 'farmers_professional' || kind === 'asset_income_project' || kind === 'shareholding_economic';
}

/** A day on which an organisation of the demo may have been registered. */
export function demoRegistrationDay(random: Random, from: LocalDate, days: number): LocalDate {
  return addDays(localDate(from), Math.floor(random() * days));
}

function pick<T>(random: Random, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)] as T;
}

function demoId(random: Random, day: string): string {
  return seededId(Date.parse(`${day}T01:00:00Z`), random);
}

function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`a demo cooperative keeps to the rules: ${result.refusal.code}`);
  return result.value;
}
