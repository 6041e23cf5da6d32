import { weigh } from '../../ledgers/funds/goal-rules.ts';
import { commitFunds, findCommitment, keepRefusal, releaseCommitment } from '../../ledgers/funds/public.ts';
import { purposes } from '../../ledgers/funds/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { hasReached } from './chain-rules.ts';
import { readState } from './chain-store.ts';
import * as store from './contract-store.ts';
import { holdOpen, settle } from './draft-store.ts';
import { listGoals } from './goal-store.ts';
import { subjectOf } from './rules.ts';
import * as contract from './step-contract.ts';
import { countProject, type ProjectRow } from './store.ts';
import { type AwardRow, countAward } from './work-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.signContract, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const project = held.value;
    const award = await awardFor(tx, project, body);
    if (award.ok) return sign(tx, project, { award: award.value, body });
    const { accountId, amountFen } = body;
    const attempt = { ...subjectOf(project), accountId, purpose: project.purpose, amountFen };
    keepRefusal(tx, { ...attempt, occurredOn: todayInShanghai(tx.now) }, award.refusal);
    return award;
  }),

  handle(contract.endContract, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const found = await store.holdContract(tx, { county: params.county, id: params.contractId });
    if (found?.projectId !== params.id) return refuse({ code: 'not_found' });
    if (found.endedOn !== null) return refuse({ code: 'order_contract_ended' });
    return end(tx, { project: held.value, contract: found }, body);
  }),
];

type SignBody = Parameters<Parameters<typeof handle<typeof contract.signContract>>[1]>[0]['body'];

/** The award a contract may be signed under: of this content, with goals set, within its amount, on days in their order. */
async function awardFor(tx: Tx, project: ProjectRow, body: SignBody): Promise<Result<AwardRow, Refusal>> {
  const { chain, awards, digest } = await readState(tx, project);
  if (!hasReached(chain, 'award')) return refuse({ code: 'project_needs_award' });
  if (weigh(await listGoals(tx, project)) !== 10_000) return refuse({ code: 'project_goals_missing' });
  const award = awards.find(({ id }) => id === body.awardId);
  if (!award || award.digest !== digest) return refuse({ code: 'not_found', field: 'awardId' });
  if (body.signedOn < award.decidedOn || body.signedOn > todayInShanghai(tx.now))
    return refuse(refusal('contract_days', 'signedOn'));
  if (body.startsOn < body.signedOn || body.throughOn < body.startsOn)
    return refuse(refusal('contract_days', 'throughOn'));
  if (award.contractedFen + body.amountFen > award.amountFen)
    return refuse(refusal('contract_beyond_award', 'amountFen'));
  return ok(award);
}

/** The contract, what it takes of award and budget, and the money reserved for it: all or nothing. */
async function sign(
  tx: Tx,
  project: ProjectRow,
  { award, body }: { readonly award: AwardRow; readonly body: SignBody },
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const { county } = project;
  const purpose = purposes.find((one) => one === project.purpose);
  const commitmentId = newRecordId(tx);
  const committed = await commitFunds(tx, {
    ...{ id: commitmentId, account: { county: body.accountCounty, id: body.accountId } },
    ...(body.documentId === null ? {} : { documentId: body.documentId }),
    ...{ project: { county, id: project.id }, contractId: body.id, amountFen: body.amountFen },
    ...{ occurredOn: todayInShanghai(tx.now), memo: `${body.number} ${award.partyName}`.slice(0, 200) },
    ...(purpose ? { purpose } : {}),
    payeeKind: award.partyKind,
  });
  if (!committed.ok) return committed;
  const { partyKind, partyCounty, partyId, partyName } = award;
  try {
    await store.recordContract(tx, project, { ...body, partyKind, partyCounty, partyId, partyName, commitmentId });
  } catch (error) {
    if (isUniqueViolation(error, 'project_contract_number')) return refuse(refusal('contract_number_known', 'number'));
    throw error;
  }
  const added = { addedFen: body.amountFen, reason: 'contracted' };
  const counted =
    (await countAward(tx, { county, award }, added)) &&
    (await countProject(tx, project, { contractedFen: body.amountFen, reason: 'contracted' }));
  if (!counted) return refuse({ code: 'stale' });
  await settle(tx, project);
  return ok({ county, id: body.id });
}

/** Ends a contract and frees what is reserved and not paid; award and budget get it back. */
async function end(
  tx: Tx,
  of: { readonly project: ProjectRow; readonly contract: store.ContractRow },
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const { project, contract: found } = of;
  const { county, id } = found;
  if (!(await store.endContract(tx, { county, id, revision }, reason))) return refuse({ code: 'stale' });
  const commitment = { county: found.accountCounty, id: found.commitmentId };
  const leftFen = (await findCommitment(tx, commitment))?.leftFen ?? 0n;
  if (leftFen > 0n) {
    const occurredOn = todayInShanghai(tx.now);
    const released = await releaseCommitment(tx, {
      commitment,
      amountFen: leftFen,
      occurredOn,
      memo: reason.slice(0, 200),
    });
    if (!released.ok) return released;
  }
  const unpaidFen = found.paidFen - found.amountFen;
  const { awards } = await readState(tx, project);
  const award = awards.find((one) => one.id === found.awardId);
  if (award) await countAward(tx, { county, award }, { addedFen: unpaidFen, reason });
  await countProject(tx, project, { contractedFen: unpaidFen, reason });
  await settle(tx, project);
  return ok({ county, id });
}
