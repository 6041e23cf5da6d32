import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { askApproval } from '../../procedures/approvals/public.ts';
import { callAssemblyOn } from '../../procedures/assemblies/public.ts';
import { openNotice } from '../../procedures/notices/public.ts';
import { assemblyOf } from './assembly-rules.ts';
import { barOf } from './chain-rules.ts';
import { type FormationState, readState, recordProofs, subjects } from './chain-store.ts';
import { holdPlan } from './draft-store.ts';
import { noticeOf } from './notice-rules.ts';
import { isReady } from './plan-rules.ts';
import { registerPlan } from './register-store.ts';
import type { FormationStep } from './rules.ts';
import * as contract from './step-contract.ts';
import { recordStep } from './step-store.ts';
import { words } from './words.ts';

type Decide = (act: string, subject: { readonly place: number }) => Refusal | undefined;
interface Key {
  readonly county: number;
  readonly id: string;
}

export const routes: readonly Handler[] = [
  handle(contract.submitPlan, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'draft' });
    if (!turn.ok) return turn;
    const state = turn.value;
    if (body.digest !== state.digest) return refuse(refusal('formation_changed', 'digest'));
    if (!isReady(state.checks)) return refuse({ code: 'formation_not_ready' });
    const { formation, digest } = state;
    await recordStep(tx, formation, { step: 'draft', digest, on: formation.draftedOn, proofId: null });
    return ok(params);
  }),

  handle(contract.conveneOn, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: body.step });
    if (!turn.ok) return turn;
    const state = turn.value;
    const refused = decide('assembly.call', { place: state.formation.place });
    if (refused) return refuse(refused);
    const called = await convene(tx, state, body);
    return called.ok ? ok({ ...params, assemblyId: body.assemblyId }) : called;
  }),

  handle(contract.postNotice, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'notice' });
    if (!turn.ok) return turn;
    const { formation, founders, digest } = turn.value;
    const opened = await openNotice(tx, {
      ...subjectOf(params),
      ...noticeOf(formation, founders, words),
      place: formation.place,
      digest,
      kind: 'formation',
      postedOn: body.postedOn,
      page: pageOf(params),
      ...(formation.contact ? { contact: formation.contact } : {}),
    });
    return opened.ok ? ok({ ...params, ...opened.value }) : opened;
  }),

  handle(contract.askReview, async ({ tx, actor, params, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'review' });
    if (!turn.ok) return turn;
    const { formation, digest } = turn.value;
    const { approvalId } = await askApproval(tx, {
      ...subjectOf(params),
      step: subjects.reviewStep,
      place: formation.place,
      digest,
      title: titleOf('title.review', formation.name),
      makerId: actor.accountId,
      page: pageOf(params),
    });
    return ok({ ...params, approvalId });
  }),

  handle(contract.recordProofs, async ({ tx, params, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const written = await recordProofs(tx, await readState(tx, held.value), words['said.proofGone'][0]);
    return ok({ written });
  }),

  handle(contract.registerPlan, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'registration' });
    if (!turn.ok) return turn;
    if (body.digest !== turn.value.digest) return refuse(refusal('formation_changed', 'digest'));
    const made = await registerPlan(tx, turn.value, body);
    if (!made.ok) return made;
    return ok({ ...params, cooperativeId: body.cooperativeId });
  }),
];

/** The held plan when it is the turn of this step; what is proven by now is written down in passing. */
async function takeTurn(
  tx: Tx,
  key: Key,
  { decide, step }: { readonly decide: Decide; readonly step: FormationStep },
): Promise<Result<FormationState, Refusal>> {
  const held = await holdPlan(tx, key, decide);
  if (!held.ok) return held;
  const state = await readState(tx, held.value);
  const bar = barOf(state.chain, step);
  if (bar) return refuse({ code: bar.code });
  await recordProofs(tx, state, words['said.proofGone'][0]);
  return ok(state);
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

interface Convening {
  readonly step: 'party_study' | 'resolution';
  readonly assemblyId: string;
  readonly heldOn: string;
  readonly noticedOn: string;
  readonly startsAt: string | null;
  readonly venue: string | null;
  readonly by: 'founders' | 'villagers';
  readonly rollKind: 'named' | 'counted';
}

/** Calls the meeting with the plan on its agenda; founders stand on the roll of their own assembly. */
async function convene(
  tx: Tx,
  state: FormationState,
  convening: Convening,
): Promise<Result<{ readonly assemblyId: string }, Refusal>> {
  const { formation, founders, digest } = state;
  const { county, id, place, name, kind } = formation;
  const { step, heldOn, noticedOn, startsAt, venue } = convening;
  const study = step === 'party_study';
  const body = study ? ({ form: 'party_branch', organ: 'members_assembly' } as const) : assemblyOf(kind, convening.by);
  const ofFounders = !study && convening.by === 'founders';
  const title = titleOf(study ? 'title.study' : 'title.resolution', name);
  const counts = { proxyLimit: 0, entitled: null, households: null, women: null, documentsOn: null };
  const call = {
    ...{ id: convening.assemblyId, place, cooperativeId: null, title, heldOn, noticedOn, startsAt, venue },
    ...counts,
    ...body,
    rollKind: convening.rollKind,
  };
  const roll = founders.map(({ number, name: founder, householdId, memberPlace }) => ({
    ...{ number, name: founder, householdId, memberPlace },
  }));
  return callAssemblyOn(tx, call, {
    offer: {
      county,
      place,
      subjectType: study ? subjects.study : subjects.plan,
      subjectId: id,
      matter: 'formation_plan',
      title,
      body: formation.surplusMethod ?? undefined,
      digest,
      page: pageOf(formation),
    },
    ...(convening.rollKind === 'named' ? { roll: ofFounders ? roll : [] } : {}),
  });
}
