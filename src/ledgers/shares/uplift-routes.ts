import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type CooperativeRow, findCharter, findCooperative } from '../../registers/cooperatives/public.ts';
import { findShareClass } from './class-store.ts';
import { readRecordDate } from './record-date-store.ts';
import * as contract from './uplift-contract.ts';
import { checkUplift, simulateUplift } from './uplift-rules.ts';
import * as store from './uplift-store.ts';

const acts = ['uplift.record', 'uplift.freeze'];

export const routes: readonly Handler[] = [
  handle(contract.listPolicies, async ({ tx, params, allowed }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const rows = await store.listPolicies(tx, params);
    return ok({ rows: [...rows], allowed: allowed(acts, subjectOf(cooperative)) });
  }),

  handle(contract.getPolicy, async ({ tx, params, allowed }) => {
    const policy = await store.findPolicy(tx, params);
    const cooperative = policy && (await findCooperative(tx, { county: policy.county, id: policy.cooperativeId }));
    if (!policy || !cooperative) return refuse({ code: 'not_found' });
    const list = await store.listUplifted(tx, params);
    return ok({
      ...policy,
      cooperativeName: cooperative.name,
      list: list.map((line) => ({ ...line, issued: line.lotId !== null })),
      allowed: allowed(acts, subjectOf(cooperative)),
    });
  }),

  handle(contract.recordPolicy, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('uplift.record', subjectOf(cooperative));
    if (refused) return refuse(refused);
    const checked = await checkPolicy(tx, cooperative, body);
    if (!checked.ok) return checked;
    await store.recordPolicy(tx, cooperative, body);
    return ok({ id: body.id });
  }),

  handle(contract.correctPolicy, async ({ tx, params, body, decide }) => {
    const policy = await store.findPolicy(tx, params);
    const cooperative = policy && (await findCooperative(tx, { county: policy.county, id: policy.cooperativeId }));
    if (!policy || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('uplift.record', subjectOf(cooperative));
    if (refused) return refuse(refused);
    if (policy.frozenOn !== null) return refuse({ code: 'uplift_frozen' });
    const { revision, reason, ...fields } = body;
    const checked = await checkPolicy(tx, cooperative, fields);
    if (!checked.ok) return checked;
    const done = await store.correctPolicy(tx, { ...params, revision }, { fields, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.freezePolicy, async ({ tx, params, decide }) => {
    const policy = await store.findPolicy(tx, params);
    const cooperative = policy && (await findCooperative(tx, { county: policy.county, id: policy.cooperativeId }));
    if (!policy || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('uplift.freeze', subjectOf(cooperative));
    if (refused) return refuse(refused);
    const today = todayInShanghai(tx.now);
    if (policy.recordOn > today) return refuse({ code: 'uplift_record_future', values: { date: policy.recordOn } });
    const parFen = await parOf(tx, cooperative, policy);
    const frozen = await store.freezePolicy(tx, cooperative, { policy, frozenOn: today, parFen });
    return frozen.ok ? ok({ members: frozen.value }) : frozen;
  }),

  handle(contract.endPolicy, async ({ tx, params, body, decide }) => {
    const policy = await store.findPolicy(tx, params);
    if (!policy) return refuse({ code: 'not_found' });
    const refused = decide('uplift.record', { place: policy.place, organisationId: policy.cooperativeId });
    if (refused) return refuse(refused);
    const { revision, reason, endsOn } = body;
    if (endsOn <= policy.startsOn) return refuse({ code: 'uplift_period', field: 'endsOn' });
    const done = await store.endPolicy(tx, { ...params, revision }, { endsOn, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawPolicy, async ({ tx, params, body, decide }) => {
    const policy = await store.findPolicy(tx, params);
    if (!policy) return refuse({ code: 'not_found' });
    const refused = decide('uplift.record', { place: policy.place, organisationId: policy.cooperativeId });
    if (refused) return refuse(refused);
    if (policy.frozenOn !== null) return refuse({ code: 'uplift_frozen' });
    const done = await store.withdrawPolicy(tx, { ...params, revision: body.revision }, body.reason);
    return done.ok ? ok({ id: params.id }) : done;
  }),

  handle(contract.simulatePolicy, async ({ tx, params, query }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const { recordOn, potFen, includeLifted, ...terms } = query;
    const at = await readRecordDate(tx, cooperative, { on: recordOn, includeLifted: includeLifted === 'true' });
    const parFen = await parOf(tx, cooperative, { classId: null, recordOn });
    const effect = simulateUplift({ terms, members: at.members, parFen, potFen });
    if (!effect.ok) return effect;
    const members = new Map(at.members.map((member) => [member.id, member]));
    const { lines, poorMedianBefore, poorMedianAfter, ...sums } = effect.value;
    return ok({
      ...sums,
      poorMedianBefore: poorMedianBefore ?? null,
      poorMedianAfter: poorMedianAfter ?? null,
      members: at.members.length,
      poor: at.members.filter((member) => member.poor).length,
      unknown: at.unknown,
      unlinked: at.unlinked,
      lines: lines.flatMap(({ id, ...amounts }) => {
        const member = members.get(id);
        if (!member) return [];
        const { number, name } = member.membership;
        return [{ membershipId: id, number, name, poor: member.poor, ...amounts }];
      }),
    });
  }),
];

function subjectOf({ place, id }: CooperativeRow) {
  return { place, organisationId: id };
}

/** Shares are issued in a class of the kind that the mechanism needs. */
async function checkPolicy(
  tx: Tx,
  cooperative: CooperativeRow,
  draft: store.PolicyFields,
): Promise<Result<true, Refusal>> {
  const checked = checkUplift(draft, cooperative.kind);
  if (!checked.ok) return checked;
  const kinds = { household_grant: 'household_grant', quantification: 'quantified' } as const;
  const wanted = kinds[draft.mechanism as keyof typeof kinds];
  if (!wanted) return ok(true);
  const share = draft.classId && (await findShareClass(tx, { county: cooperative.county, id: draft.classId }));
  const fits = share && share.cooperativeId === cooperative.id && share.kind === wanted;
  return fits ? ok(true) : refuse(refusal('uplift_class', 'classId'));
}

/** The par of the class shares are issued in, else that of the charter; 1 yuan where there is neither. */
async function parOf(
  tx: Tx,
  cooperative: CooperativeRow,
  at: { readonly classId: string | null; readonly recordOn: string },
): Promise<bigint> {
  const { county, id: cooperativeId } = cooperative;
  const share = at.classId && (await findShareClass(tx, { county, id: at.classId }));
  if (share) return share.parFen;
  const charter = await findCharter(tx, { county, cooperativeId, on: at.recordOn });
  return charter?.parValueFen ?? 100n;
}
