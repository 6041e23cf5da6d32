import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { askApproval } from '../../procedures/approvals/public.ts';
import { answerDemoApproval } from '../../procedures/approvals/seed.ts';
import { type DemoMeeting, holdDemoMeeting } from '../../procedures/assemblies/seed.ts';
import { openNotice } from '../../procedures/notices/public.ts';
import { assemblyOf } from './assembly-rules.ts';
import { type FormationState, readState, recordProofs, subjects } from './chain-store.ts';
import { recordFounders } from './founder-store.ts';
import { noticeOf } from './notice-rules.ts';
import { registerPlan } from './register-store.ts';
import type { Founder } from './rules.ts';
import { recordStep } from './step-store.ts';
import { findFormation, type PlanFields, recordFormation } from './store.ts';
import { words } from './words.ts';

type Random = () => number;

/** How far plans of the demo have come, in turn: what each of them waits for. */
export const demoStages = [
  'registered',
  'notice',
  'draft',
  'review',
  'resolution',
  'rejected',
  'party_study',
  'registration',
] as const;
export type DemoStage = (typeof demoStages)[number];

export interface DemoFormationVillage {
  readonly place: number;
  readonly name: string;
  readonly branchId: string | null;
  /** who may found something, the registered poor among them: at least five */
  readonly people: readonly { readonly name: string; readonly householdId: string; readonly poor: boolean }[];
}

export interface DemoFormationSpan {
  /** the last day of the demo */
  readonly until: LocalDate;
  /** accounts that ask for the review, and answer it */
  readonly villageBy: string;
  readonly townshipBy: string;
}

/** Runs work as one act of the demo on a day that may lie in the past. */
export type OnDay = (day: LocalDate, work: (tx: Tx) => Promise<void>) => Promise<void>;

/**
 * Takes one plan of every village through its steps on the days they would have had, by the product's own acts, as far
 * as its turn of {@link demoStages} says. The same random numbers make the same plans.
 */
export async function loadDemoFormations(
  onDay: OnDay,
  random: Random,
  demo: DemoFormationSpan & { readonly villages: readonly DemoFormationVillage[] },
): Promise<void> {
  for (const [at, village] of demo.villages.entries()) {
    const stage = demoStages[at % demoStages.length] ?? 'draft';
    await loadPlan({ onDay, random, demo, village, stage });
  }
}

interface Making {
  readonly onDay: OnDay;
  readonly random: Random;
  readonly demo: DemoFormationSpan;
  readonly village: DemoFormationVillage;
  readonly stage: DemoStage;
}

interface Key {
  readonly county: number;
  readonly id: string;
}

/** Days back from the end of the demo on which a plan was drafted. */
const draftedBefore: Readonly<Record<DemoStage, number>> = {
  draft: 6,
  party_study: 12,
  resolution: 20,
  rejected: 30,
  notice: 32,
  review: 55,
  registration: 65,
  registered: 75,
};

async function loadPlan(making: Making): Promise<void> {
  const { onDay, demo, stage } = making;
  const draftedOn = addDays(demo.until, -draftedBefore[stage]);
  const key = await draft(making, draftedOn);
  if (stage === 'draft') return;
  const onPlan = async (day: LocalDate, work: (tx: Tx, state: FormationState) => Promise<unknown>) => {
    await onDay(day, async (tx) => {
      await work(tx, await stateOf(tx, key));
      await recordProofs(tx, await stateOf(tx, key), words['said.proofGone'][0]);
    });
  };
  await onPlan(addDays(draftedOn, 2), (tx, { formation, digest }) =>
    recordStep(tx, formation, { step: 'draft', digest, on: draftedOn, proofId: null }),
  );
  if (stage === 'party_study') return;
  await meet(making, { onPlan, step: 'party_study', heldOn: addDays(draftedOn, 6) });
  if (stage === 'resolution') return;
  await meet(making, { onPlan, step: 'resolution', heldOn: addDays(draftedOn, 24) });
  if (stage === 'rejected') return;
  await finish(making, { onPlan, postedOn: addDays(draftedOn, 26) });
}

type OnPlan = (day: LocalDate, work: (tx: Tx, state: FormationState) => Promise<unknown>) => Promise<void>;

/** Notice, review and registration, as far as the demo's last day lets them come. */
async function finish(
  { random, demo, stage }: Making,
  { onPlan, postedOn }: { readonly onPlan: OnPlan; readonly postedOn: LocalDate },
): Promise<void> {
  let endsOn = demo.until as string;
  await onPlan(postedOn, async (tx, { formation, founders, digest }) => {
    const sheet = noticeOf(formation, founders, words);
    const about = { ...subjectOf(formation), place: formation.place, digest, page: pageOf(formation) };
    ({ endsOn } = granted(await openNotice(tx, { ...sheet, ...about, kind: 'formation', postedOn })));
  });
  const askedOn = addDays(endsOn as LocalDate, 1);
  if (stage === 'notice' || askedOn > demo.until) return;
  let approvalId = '';
  await onPlan(askedOn, async (tx, { formation, digest }) => {
    const about = {
      ...subjectOf(formation),
      step: subjects.reviewStep,
      place: formation.place,
      page: pageOf(formation),
    };
    const title = titleOf('title.review', formation.name);
    ({ approvalId } = await askApproval(tx, { ...about, digest, title, makerId: demo.villageBy }));
  });
  const answeredOn = addDays(askedOn, 3);
  if (stage === 'review' || answeredOn > demo.until) return;
  await onPlan(answeredOn, (tx, { formation }) => {
    const answer = { by: demo.townshipBy, verdict: 'approved' as const, opinion: '条款齐全，同意登记' };
    return answerDemoApproval(tx, { county: formation.county, id: approvalId }, answer);
  });
  const registeredOn = addDays(answeredOn, 4);
  if (stage === 'registration' || registeredOn > demo.until) return;
  await onPlan(registeredOn, async (tx, state) => {
    const { revision } = state.formation;
    const entry = { revision, registeredOn, cooperativeId: nextId(random, registeredOn) };
    const chairperson = state.founders[0]?.name ?? null;
    granted(await registerPlan(tx, state, { ...entry, chairperson, creditCode: null, phone: null }));
  });
}

async function draft({ onDay, random, village }: Making, draftedOn: LocalDate): Promise<Key> {
  const county = countyOf(placeOf(village.place));
  const key = { county, id: nextId(random, draftedOn) };
  const { plan, kind, trade } = demoPlan(random, village, draftedOn);
  const founders = demoFounders(random, village, trade === 0);
  await onDay(draftedOn, async (tx) => {
    const at = { ...key, place: village.place };
    await recordFormation(tx, { ...plan, ...at, kind });
    const entries = founders.map((founder) => ({ ...founder, id: nextId(random, draftedOn) }));
    await recordFounders(tx, at, entries);
  });
  return key;
}

/** Name, business and what founders bring beside cash. */
const trades = [
  ['种养殖专业合作社', '肉羊养殖、饲草料种植、畜产品销售'],
  ['农机服务专业合作社', '农机作业服务、农机具租赁'],
  ['温室蔬菜专业合作社', '温室蔬菜种植、贮藏、销售'],
] as const;

function demoPlan(
  random: Random,
  village: DemoFormationVillage,
  draftedOn: LocalDate,
): { readonly plan: PlanFields; readonly kind: string; readonly trade: number } {
  const trade = Math.floor(random() * trades.length);
  const [name, business] = trades[trade] ?? trades[0];
  const anyPoor = village.people.some(({ poor }) => poor);
  const plan: PlanFields = {
    name: `${village.name}${pick(random, ['惠农', '兴牧', '同心', '富民'])}${name}`,
    address: `${village.name}党群服务中心`,
    business,
    branchId: village.branchId,
    draftedOn,
    sharesMethod: '每股 100 元，以现金、草牧场经营权和农机具作价入股；财政到户资金单独记入个人账户',
    surplusMethod: '提取公积金后，预留扩大生产和救助，按交易量返还六成，其余按股分红',
    parValueFen: 10_000n,
    surplusReserveBp: 1_000,
    reserveQuantifiedBy: 'patronage',
    expansionBp: 500 + 100 * Math.floor(random() * 6),
    reliefBp: 300 + 100 * Math.floor(random() * 3),
    welfareReserveBp: 0,
    patronageBp: 6_000,
    additionalVotesBp: 0,
    quorumBp: null,
    ordinaryBp: null,
    specialBp: null,
    exitNoticeMonths: 3,
    unitExitNoticeMonths: 6,
    timeWeighted: false,
    upliftMechanism: anyPoor ? 'household_grant' : 'none',
    upliftBp: null,
    upliftNote: anyPoor ? '产业扶持资金折股到户，单列记入成员账户' : '设立人中没有建档立卡贫困户',
    contact: null,
    note: null,
  };
  return { plan, kind: 'farmers_professional', trade };
}

/** Between five and twelve of the village, the poor first; some bring grassland or machines beside their cash. */
function demoFounders(random: Random, village: DemoFormationVillage, isPastoral: boolean): readonly Founder[] {
  const count = 5 + Math.floor(random() * 8);
  const chosen = village.people.toSorted((a, b) => Number(b.poor) - Number(a.poor)).slice(0, count);
  return chosen.map(({ name, householdId, poor }, at) => {
    const inKind = random() < 0.3;
    const worth = BigInt(1 + Math.floor(random() * 20)) * 100_000n;
    const grassland = inKind && isPastoral;
    return {
      ...{ number: String(at + 1).padStart(3, '0'), kind: 'farmer', unitKind: null, name, creditCode: null },
      ...{ householdId, memberPlace: village.place },
      cashFen: BigInt(2 + Math.floor(random() * 30)) * 10_000n,
      householdGrantFen: poor ? 500_000n : 0n,
      ...{ croplandFen: 0n, forestFen: 0n },
      grasslandFen: grassland ? worth : 0n,
      goodsFen: inKind && !isPastoral ? worth : 0n,
      areaMu: grassland ? 200 + Math.floor(random() * 800) : null,
      inKindNote: inKind ? (isPastoral ? '草牧场经营权五年' : '拖拉机及配套农具') : null,
    };
  });
}

interface Convening {
  readonly onPlan: OnPlan;
  readonly step: 'party_study' | 'resolution';
  readonly heldOn: LocalDate;
}

async function meet({ random, village, stage }: Making, { onPlan, step, heldOn }: Convening): Promise<void> {
  await onPlan(heldOn, async (tx, { formation, founders, digest }) => {
    const isStudy = step === 'party_study';
    const title = titleOf(isStudy ? 'title.study' : 'title.resolution', formation.name);
    const type = isStudy ? subjects.study : subjects.plan;
    const subject = { type, id: formation.id, digest, page: pageOf(formation) };
    const body: Pick<DemoMeeting, 'form' | 'organ' | 'people'> = isStudy
      ? { form: 'party_branch', organ: 'members_assembly', people: village.people.slice(-12) }
      : { ...assemblyOf(formation.kind, 'founders'), people: founders };
    await holdDemoMeeting(tx, random, {
      ...{ place: formation.place, title, heldOn, ...body },
      ...(isStudy ? { ahead: 3, come: 0.9 } : {}),
      motions: [
        { matter: 'formation_plan', title, subject, ...(stage === 'rejected' && !isStudy ? { agree: 0.6 } : {}) },
      ],
    });
  });
}

async function stateOf(tx: Tx, key: Key): Promise<FormationState> {
  const formation = await findFormation(tx, key);
  if (!formation) throw new Error('a demo plan was drafted');
  return readState(tx, formation);
}

function subjectOf({ county, id }: Key) {
  return { county, subjectType: subjects.plan, subjectId: id };
}

function pageOf({ county, id }: Key): string {
  return `/formations/${county}/${id}`;
}

function titleOf(key: 'title.review' | 'title.study' | 'title.resolution', name: string): string {
  return words[key][0].replace('{name}', name);
}

function pick<T>(random: Random, of: readonly [T, ...T[]]): T {
  return of[Math.floor(random() * of.length)] ?? of[0];
}

function nextId(random: Random, day: LocalDate): string {
  return seededId(Date.parse(`${day}T01:00:00Z`), random);
}

function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`a demo plan keeps to the rules: ${result.refusal.code}`);
  return result.value;
}
