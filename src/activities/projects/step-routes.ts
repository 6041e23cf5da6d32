import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { askApproval } from '../../procedures/approvals/public.ts';
import { findResolution, offerMotion } from '../../procedures/assemblies/public.ts';
import { openNotice } from '../../procedures/notices/public.ts';
import { type ProjectState, readState, recordProofs, subjects } from './chain-store.ts';
import { holdOpen, settle, takeTurn } from './draft-store.ts';
import { projectNotice } from './notice-rules.ts';
import { findParty } from './party-store.ts';
import { proposeAward } from './rules.ts';
import * as contract from './step-contract.ts';
import type { ProjectRow } from './store.ts';
import { words } from './words.ts';
import * as work from './work-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.askStep, async ({ tx, actor, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: body.step });
    if (!turn.ok) return turn;
    const { project, digest } = turn.value;
    if (body.digest !== digest) return refuse(refusal('project_changed', 'digest'));
    const { approvalId } = await askApproval(tx, {
      ...{ ...subjectOfProject(project), step: subjects[body.step], place: project.place, digest },
      ...(project.cooperativeId === null ? {} : { organisationId: project.cooperativeId }),
      ...{ title: titleOf(`title.${body.step}`, project), makerId: actor.accountId, page: pageOf(project) },
      deciderRole: body.step === 'library' ? 'township_clerk' : 'banner_office',
    });
    return ok({ ...params, approvalId });
  }),

  handle(contract.postProjectNotice, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'notice' });
    if (!turn.ok) return turn;
    const { project, digest } = turn.value;
    const opened = await openNotice(tx, {
      ...{ ...subjectOfProject(project), ...projectNotice(project, words), place: project.place, digest },
      ...(project.cooperativeId === null ? {} : { organisationId: project.cooperativeId }),
      ...{ kind: 'other' as const, postedOn: body.postedOn, windowDays: noticeDays, page: pageOf(project) },
      ...(project.contact === null ? {} : { contact: project.contact }),
    });
    return opened.ok ? ok({ ...params, ...opened.value }) : opened;
  }),

  handle(contract.offerDiscussion, async ({ tx, params, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'award' });
    if (!turn.ok) return turn;
    const { project, digest } = turn.value;
    if (project.awardMethod !== 'discussion') return refuse({ code: 'award_method' });
    const { motionId } = await offerMotion(tx, {
      ...{ ...subjectOfProject(project), place: project.place, matter: 'project', digest },
      ...{ title: titleOf('title.discussion', project), body: project.content, page: pageOf(project) },
    });
    return ok({ ...params, motionId });
  }),

  handle(contract.recordAward, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const state = await readState(tx, held.value);
    if (!state.chain.some(({ step, state: standing }) => step === 'notice' && standing === 'done'))
      return refuse({ code: 'project_needs_notice' });
    const award = await proposed(tx, state, body);
    if (!award.ok) return award;
    await work.recordAward(tx, state.project, award.value);
    await settle(tx, params);
    return ok({ county: params.county, id: body.id });
  }),

  handle(contract.withdrawAward, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const { county, awardId } = params;
    const award = (await work.listAwards(tx, held.value)).find(({ id }) => id === awardId);
    if (!award) return refuse({ code: 'not_found' });
    if (award.contractedFen > 0n) return refuse({ code: 'award_contracted' });
    const key = { county, id: awardId, revision: body.revision };
    if (!(await work.withdrawAward(tx, key, body.reason))) return refuse({ code: 'stale' });
    await settle(tx, params);
    return ok({ county, id: awardId });
  }),

  handle(contract.reportProgress, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const { chain } = await readState(tx, held.value);
    if (chain.some(({ step, state }) => step === 'start' && state !== 'done'))
      return refuse({ code: 'project_needs_start' });
    if (body.reportedOn > todayInShanghai(tx.now)) return refuse(refusal('progress_future', 'reportedOn'));
    const done = await unlessReportedTwice(() => work.recordProgress(tx, held.value, body));
    if (!done.ok) return done;
    await settle(tx, params);
    return ok({ county: params.county, id: body.id });
  }),

  handle(contract.acceptWork, async ({ tx, params, body, decide }) => {
    const turn = await takeTurn(tx, params, { decide, step: 'acceptance' });
    if (!turn.ok) return turn;
    const { project, digest } = turn.value;
    const refused = decide('project.accept', { place: project.place, makerId: project.madeBy });
    if (refused) return refuse(refused);
    if (body.acceptedOn > todayInShanghai(tx.now)) return refuse(refusal('acceptance_future', 'acceptedOn'));
    await work.recordAcceptance(tx, project, { ...body, digest });
    await settle(tx, params);
    return ok({ county: params.county, id: body.id });
  }),

  handle(contract.recordProjectProofs, async ({ tx, params, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const written = await recordProofs(tx, await readState(tx, held.value), words['said.proofGone'][0]);
    return ok({ written });
  }),
];

/** Working days that a project hangs (国开办发〔2018〕11号). */
const noticeDays = 10;

type AwardBody = Parameters<Parameters<typeof handle<typeof contract.recordAward>>[1]>[0]['body'];

/** The award in full: the party from its register, the resolution that carried this version of the project. */
async function proposed(tx: Tx, state: ProjectState, body: AwardBody): Promise<Result<work.NewAward, Refusal>> {
  const { project, digest, awards } = state;
  const party = await findParty(tx, body, project.county);
  if (!party) return refuse({ code: 'award_party_unknown', field: 'partyId' });
  const resolution = await findResolution(tx, subjectOfProject(project));
  const resolved = resolution?.digest === digest && resolution.passed;
  const noticed = state.chain.find(({ step }) => step === 'notice')?.proof?.on ?? '';
  if (body.decidedOn < noticed) return refuse(refusal('award_before_notice', 'decidedOn', { endsOn: noticed }));
  const awardedFen = awards.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const known = { resolved, today: todayInShanghai(tx.now) };
  const bar = proposeAward({ ...project, awardedFen }, body, known);
  if (!bar.ok) return bar;
  const discussed = body.method === 'discussion';
  const motionId = discussed ? (resolution?.motionId ?? null) : null;
  return ok({ ...body, ...party, bidders: discussed ? null : body.bidders, motionId, digest });
}

async function unlessReportedTwice(write: () => Promise<void>): Promise<Result<true, Refusal>> {
  try {
    await write();
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error, 'project_progress_once')) return refuse(refusal('progress_twice', 'reportedOn'));
    throw error;
  }
}

function subjectOfProject({ county, id }: ProjectRow) {
  return { county, subjectType: subjects.type, subjectId: id };
}

function pageOf({ county, id }: ProjectRow): string {
  return `/projects/${county}/${id}`;
}

function titleOf(key: 'title.library' | 'title.review' | 'title.discussion', { name }: ProjectRow): string {
  return words[key][0].replace('{name}', name);
}
