import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { closeMeeting } from './closing-store.ts';
import type { AssemblyForm, Organ } from './law-rules.ts';
import { openMeeting } from './meeting-store.ts';
import type { Matter } from './motion-rules.ts';
import { listMotions, recordMotion, recordVotes } from './motion-store.ts';
import { listRoll, markPresent, type RollEntry } from './roll-store.ts';
import { findAssembly } from './store.ts';

type Random = () => number;

export interface DemoMotion {
  readonly matter: Matter;
  readonly title: string;
  readonly body?: string;
  /** what it is about, in which version */
  readonly subject?: { readonly type: string; readonly id: string; readonly digest: string; readonly page: string };
  /** 0 to 1: how many of those present vote for it; all unless stated */
  readonly agree?: number;
}

/** A meeting of the demo with its roll by name. */
export interface DemoMeeting {
  readonly place: number;
  readonly cooperativeId?: string;
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly title: string;
  readonly heldOn: LocalDate;
  /** days before it when it was called and when its papers were laid open; 15 unless stated */
  readonly ahead?: number;
  /** who is entitled; the members of the register where nobody is named */
  readonly people?: readonly DemoPerson[];
  /** 0 to 1: how many come; all unless stated */
  readonly come?: number;
  readonly motions: readonly DemoMotion[];
  readonly minutes?: string;
}

export interface DemoPerson {
  readonly number?: string;
  readonly name: string;
  readonly householdId?: string | null;
  readonly memberPlace?: number;
}

/**
 * Calls a meeting, and holds and closes it when the transaction's day is that of the meeting or later; the law of its
 * form decides what became of its motions. Returns its id.
 */
export async function holdDemoMeeting(tx: Tx, random: Random, meeting: DemoMeeting): Promise<string> {
  const { place, form, organ, title, heldOn, ahead = 15 } = meeting;
  const id = nextId(tx, random);
  const calledOn = addDays(heldOn, -ahead);
  const unknown = { entitled: null, households: null, women: null };
  const call = {
    ...{ id, place, form, organ, title, heldOn, cooperativeId: meeting.cooperativeId ?? null },
    ...{ noticedOn: calledOn, documentsOn: calledOn, venue: '嘎查村党群服务中心', startsAt: '09:00' },
    ...{ rollKind: 'named' as const, proxyLimit: 0, ...unknown },
  };
  const roll = meeting.people?.map((person, at): RollEntry => ({ id: nextId(tx, random), ...rollEntry(person, at) }));
  const assembly = granted(await openMeeting(tx, call, roll));
  const { county, cooperativeId } = assembly;
  for (const [at, { matter, title: motion, body, subject }] of meeting.motions.entries()) {
    const about = {
      ...{ subjectType: subject?.type ?? null, subjectId: subject?.id ?? null },
      ...{ digest: subject?.digest ?? null, page: subject?.page ?? null },
    };
    const text = { matter, title: motion, body: body ?? null, ordinal: at + 1 };
    const key = { county, place: assembly.place, id: nextId(tx, random), cooperativeId, assemblyId: id };
    await recordMotion(tx, { ...key, ...text, ...about });
  }
  if (heldOn <= todayInShanghai(tx.now)) await hold(tx, random, { meeting, key: { county, id } });
  return id;
}

interface Held {
  readonly meeting: DemoMeeting;
  readonly key: { readonly county: number; readonly id: string };
}

async function hold(tx: Tx, random: Random, { meeting, key }: Held): Promise<void> {
  const assembly = await findAssembly(tx, key);
  if (!assembly) throw new Error('a demo meeting was called');
  const { come = 1, motions, minutes } = meeting;
  const present = (await listRoll(tx, key)).filter(() => random() < come);
  await markPresent(tx, assembly, { ids: present.map(({ id }) => id), reason: '到会登记' });
  const names = present.map(({ name }) => name);
  for (const [at, { id }] of (await listMotions(tx, key)).entries()) {
    const votesFor = Math.round(names.length * (motions[at]?.agree ?? 1));
    const votes = { votesFor, votesAgainst: 0, votesAbstained: names.length - votesFor };
    await recordVotes(tx, { key: { county: key.county, id }, reason: '计票' }, votes);
  }
  const [chairName = '', recorderName = chairName, counterNames = chairName] = names;
  const papers = { minutes: minutes ?? '会议逐项宣读议题，参会人员充分讨论后举手表决。', counterNames };
  granted(await closeMeeting(tx, assembly, { revision: assembly.revision, chairName, recorderName, ...papers }));
}

/** The yearly assembly of a cooperative's members: accounts, surplus and work of the year before. */
export function demoYearlyAssembly(cooperative: {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly form: AssemblyForm;
  readonly heldOn: LocalDate;
}): DemoMeeting {
  const year = Number(cooperative.heldOn.slice(0, 4)) - 1;
  const { id: cooperativeId, place, form, heldOn } = cooperative;
  return {
    ...{ place, cooperativeId, form, heldOn, organ: 'members_assembly', come: 0.9, ahead: 21 },
    title: `${cooperative.name}${year + 1}年成员大会`,
    motions: [
      { matter: 'annual_report', title: `${year}年度工作报告和财务报告` },
      { matter: 'election', title: '补选监事会成员', agree: 0.95 },
      { matter: 'project', title: `${year + 1}年度购置饲草料机械计划`, agree: 0.45 },
    ],
  };
}

function rollEntry({ number, name, householdId, memberPlace }: DemoPerson, at: number) {
  const entry = { number: number ?? String(at + 1).padStart(3, '0'), name, householdId: householdId ?? null };
  return { ...entry, memberPlace: memberPlace ?? null };
}

function nextId(tx: Tx, random: Random): string {
  return seededId(tx.now.getTime(), random);
}

function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`a demo meeting keeps to the rules: ${result.refusal.code}`);
  return result.value;
}
