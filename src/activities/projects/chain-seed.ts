import { accountOf, commitFunds, type FundAccountRow, listFundDocuments } from '../../ledgers/funds/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { askApproval } from '../../procedures/approvals/public.ts';
import { answerDemoApproval } from '../../procedures/approvals/seed.ts';
import { findResolution } from '../../procedures/assemblies/public.ts';
import { type DemoPerson, holdDemoMeeting } from '../../procedures/assemblies/seed.ts';
import { openNotice } from '../../procedures/notices/public.ts';
import { readState, recordProofs, subjects } from './chain-store.ts';
import { recordContract } from './contract-store.ts';
import { setGoals } from './goal-store.ts';
import { projectNotice } from './notice-rules.ts';
import { projectContent } from './rules.ts';
import { countProject, endProject, findProject, type ProjectFields, type ProjectRow, recordProject } from './store.ts';
import { words } from './words.ts';
import { countAward, listAwards, recordAward, recordProgress } from './work-store.ts';

/** How far projects of the demo have come, in turn. */
export const demoStages = [
  'started',
  'notice',
  'library',
  'refused',
  'award',
  'review',
  'withdrawn',
  'proposed',
] as const;
export type DemoStage = (typeof demoStages)[number];

/** A village that has proposed a project, with who comes to its meeting: at least ten. */
export interface DemoSite {
  readonly place: number;
  readonly households: number;
  readonly poorHouseholds: number;
  readonly villagers: readonly DemoPerson[];
}

/** What a project of the demo is for, and with whom it is to be done. */
export interface DemoPlan extends Pick<ProjectFields, 'name' | 'kind' | 'purpose' | 'content' | 'budgetFen'> {
  readonly plannedThrough: LocalDate;
  readonly party: string;
  readonly contractFen: bigint;
}

export interface DemoProject extends DemoSite {
  readonly plan: DemoPlan;
  readonly number: string;
  readonly stage: DemoStage;
  readonly proposedOn: LocalDate;
  /** the account that a project is paid from, and whose money it is; without it nothing is contracted */
  readonly money: { readonly account: FundAccountRow; readonly documentId: string } | undefined;
}

type Random = () => number;

/** The accounts in whose names the demo acts: four different persons. */
export interface DemoPeople {
  readonly village: string;
  readonly township: string;
  readonly banner: string;
  readonly finance: string;
}

/** The account of a village and the document of the grant that pays for its industry. */
export async function moneyOf(tx: Tx, place: number, on: LocalDate): Promise<DemoProject['money']> {
  const account = await accountOf(tx, { kind: 'village', place });
  const documents = await listFundDocuments(tx, { place, on });
  const document = documents.find(({ standard }) => standard) ?? documents[0];
  return account && document && { account, documentId: document.id };
}

/** What a project of the demo has become: its key, and what is promised under its contract once it has started. */
export interface TakenProject {
  readonly id: string;
  readonly contract: { readonly id: string; readonly commitmentId: string } | undefined;
}

/** days after the proposal on which the contract of a started project is signed */
export const demoStartDays = 34;

/** Takes one project as far as its stage, on the days on which people would have acted. */
export async function takeProject(
  tx: Tx,
  demo: DemoProject,
  by: { readonly random: Random; readonly people: DemoPeople },
): Promise<TakenProject> {
  const { random, people } = by;
  const { plan, stage, money } = demo;
  const on = (days: number, who: string) => actingOn(tx, { day: addDays(demo.proposedOn, days), by: who });
  const id = idOf(random, demo.proposedOn);
  const key = { county: countyOf(placeOf(demo.place)), id };
  await recordProject(on(0, people.village), id, fieldsOf(demo));
  const reached = demoReach[stage];
  if (reached >= 1) await decide(on, { key, step: 'library', days: 2, by: people.township, people });
  if (reached >= 2) await decide(on, { key, step: 'review', days: 6, by: people.banner, people });
  if (reached >= 3) await hang(on(10, people.village), key);
  if (reached >= 4) {
    await discuss(on(30, people.village), { key, random, people: demo.villagers });
    await award(on(32, people.village), { key, plan, random });
  }
  if (stage === 'refused') await end(on(3, people.township), key, 'refused');
  if (stage === 'withdrawn') await end(on(3, people.village), key, 'withdrawn');
  const starts = stage === 'started' && money;
  const contract = starts ? await start(on(demoStartDays, people.village), { key, random, money }) : undefined;
  if (starts) await progress(on(60, people.village), key, random);
  const last = on(61, people.village);
  await recordProofs(last, await readState(last, await projectOf(last, key)), words['said.proofGone'][0]);
  return { id, contract };
}

const demoReach: Readonly<Record<DemoStage, number>> = {
  ...{ proposed: 0, refused: 0, withdrawn: 0, library: 1, review: 2, notice: 3, award: 4, started: 4 },
};

interface Key {
  readonly county: number;
  readonly id: string;
}

type On = (days: number, who: string) => Tx;

function actingOn(tx: Tx, { day, by }: { readonly day: LocalDate; readonly by: string }): Tx {
  return { ...tx, now: atNine(day), actor: { ...tx.actor, accountId: by } };
}

function fieldsOf(demo: DemoProject): ProjectFields {
  const { place, number, households, poorHouseholds, proposedOn, villagers, plan } = demo;
  const { name, kind, purpose, content, budgetFen } = plan;
  const personInCharge = villagers[0]?.name ?? '负责人';
  return {
    ...{ name, kind, purpose, content, budgetFen, place, number, personInCharge, households, poorHouseholds },
    ...{ benefit: `带动 ${households} 户，其中建档立卡户 ${poorHouseholds} 户`, contact: null },
    ...{ awardMethod: 'discussion', cooperativeId: null, scale: null },
    ...{ plannedFrom: addDays(proposedOn, 40), plannedThrough: plan.plannedThrough },
  };
}

async function decide(
  on: On,
  of: {
    readonly key: Key;
    readonly step: 'library' | 'review';
    readonly days: number;
    readonly by: string;
    readonly people: DemoPeople;
  },
): Promise<void> {
  const asking = on(of.days - 1, of.people.village);
  const project = await projectOf(asking, of.key);
  const { approvalId } = await askApproval(asking, {
    ...{
      ...subjectOfKey(of.key),
      step: subjects[of.step],
      place: project.place,
      digest: digestOf(projectContent(project)),
    },
    ...{ title: words[`title.${of.step}`][0].replace('{name}', project.name), makerId: of.people.village },
    ...{ page: `/projects/${of.key.county}/${of.key.id}` },
    deciderRole: of.step === 'library' ? 'township_clerk' : 'banner_office',
  });
  const answer = { by: of.by, verdict: 'approved' as const, opinion: null };
  await answerDemoApproval(on(of.days, of.by), { county: of.key.county, id: approvalId }, answer);
}

async function hang(tx: Tx, key: Key): Promise<void> {
  const project = await projectOf(tx, key);
  unwrap(
    await openNotice(tx, {
      ...{ ...subjectOfKey(key), ...projectNotice(project, words), place: project.place, kind: 'other' as const },
      ...{ digest: digestOf(projectContent(project)), postedOn: dayOf(tx), windowDays: 10 },
      page: `/projects/${key.county}/${key.id}`,
    }),
  );
}

/** One matter, one discussion (一事一议): the villagers carry the project. */
async function discuss(
  tx: Tx,
  { key, random, people }: { key: Key; random: Random; people: readonly DemoPerson[] },
): Promise<void> {
  const project = await projectOf(tx, key);
  const title = words['title.discussion'][0].replace('{name}', project.name);
  const page = `/projects/${key.county}/${key.id}`;
  const subject = { type: subjects.type, id: key.id, digest: digestOf(projectContent(project)), page };
  await holdDemoMeeting(tx, random, {
    ...{ place: project.place, title, heldOn: dayOf(tx), people },
    form: 'village',
    organ: 'members_assembly',
    motions: [{ matter: 'project', title, subject }],
  });
}

async function award(tx: Tx, { key, plan, random }: { key: Key; plan: DemoPlan; random: Random }): Promise<void> {
  const project = await projectOf(tx, key);
  const resolution = await findResolution(tx, subjectOfKey(key));
  await recordAward(tx, project, {
    ...{
      id: idOf(random, dayOf(tx)),
      subject: project.name,
      bidders: null,
      amountFen: plan.contractFen,
      decidedOn: dayOf(tx),
    },
    ...{ partyCounty: null, partyId: null, partyName: plan.party },
    ...{ documentNumber: null, motionId: resolution?.motionId ?? null },
    method: 'discussion',
    partyKind: 'enterprise',
    digest: digestOf(projectContent(project)),
  });
}

async function start(
  tx: Tx,
  { key, random, money }: { key: Key; random: Random; money: NonNullable<DemoProject['money']> },
): Promise<NonNullable<TakenProject['contract']>> {
  const project = await projectOf(tx, key);
  const [chosen] = await listAwards(tx, key);
  if (!chosen) throw new Error('a demo project is awarded before it starts');
  const goal = { indicator: 'asset_value_operating', unit: 'fen', baseline: 0, weightBp: 10_000 };
  const target = Number(project.budgetFen);
  await setGoals(tx, project, { goals: [{ ...goal, target, dueOn: project.plannedThrough }], reason: 'goals set' });
  const [id, commitmentId] = [idOf(random, dayOf(tx)), idOf(random, dayOf(tx))];
  const { account, documentId } = money;
  const { amountFen } = chosen;
  unwrap(
    await commitFunds(tx, {
      ...{ id: commitmentId, account, documentId, project: key, contractId: id, amountFen },
      ...{ occurredOn: dayOf(tx), memo: `${project.name} ${chosen.partyName}` },
    }),
  );
  await recordContract(tx, project, {
    ...{ id, awardId: chosen.id, number: `${project.number}-1`, partyKind: chosen.partyKind, partyCounty: null },
    ...{ partyId: null, partyName: chosen.partyName, amountFen, signedOn: dayOf(tx), startsOn: dayOf(tx) },
    ...{ throughOn: project.plannedThrough, accountCounty: account.county, accountId: account.id, documentId },
    commitmentId,
  });
  await countAward(tx, { county: key.county, award: chosen }, { addedFen: amountFen, reason: 'contracted' });
  await countProject(tx, project, { contractedFen: amountFen, reason: 'contracted' });
  return { id, commitmentId };
}

async function progress(tx: Tx, key: Key, random: Random): Promise<void> {
  const doneBp = 3_000 + Math.floor(random() * 6) * 1_000;
  const report = { id: idOf(random, dayOf(tx)), reportedOn: dayOf(tx), doneBp, note: '按计划进行' };
  await recordProgress(tx, await projectOf(tx, key), report);
}

async function end(tx: Tx, key: Key, state: 'refused' | 'withdrawn'): Promise<void> {
  const { revision } = await projectOf(tx, key);
  const refused = state === 'refused';
  const reason = refused ? '规模与草场承载不符，退回重新论证' : '与合作社另报的项目重复，自行撤回';
  await endProject(tx, { ...key, revision }, { state, level: refused ? 'township' : 'village', reason });
}

async function projectOf(tx: Tx, key: Key): Promise<ProjectRow> {
  const project = await findProject(tx, key);
  if (!project) throw new Error('a demo project is there');
  return project;
}

function subjectOfKey({ county, id }: Key) {
  return { county, subjectType: subjects.type, subjectId: id };
}

function dayOf(tx: Tx): LocalDate {
  return tx.now.toISOString().slice(0, 10) as LocalDate;
}

function idOf(random: Random, day: LocalDate): string {
  return seededId(atNine(day).getTime(), random);
}

function unwrap<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`a demo project is refused: ${result.refusal.code}`);
  return result.value;
}
