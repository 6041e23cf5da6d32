import { isForeignKeyViolation, isUniqueViolation } from '../../platform/db/connection.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { amountColumns, sharesOf } from './column-rules.ts';
import * as contract from './contract.ts';
import {
  correctInsured,
  findHolder,
  listInsured,
  recordInsured,
  recountPolicy,
  removeInsured,
} from './insured-store.ts';
import { policySubject } from './issue-routes.ts';
import { amountsOf } from './rules.ts';
import { holdPolicy, type PolicyRow } from './store.ts';

export const routes: readonly Handler[] = [
  handle(contract.addInsured, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const policy = opened.value;
    const refused = decide('insurance.record', policySubject(policy));
    if (refused) return refuse(refused);
    const holder = await findInsuredHolder(tx, policy, body.householdId ?? null);
    if (!holder.ok) return holder;
    const amounts = amountsOf(body.units, {
      ...policy,
      shares: sharesOf(policy),
    });
    if (!amounts.ok) return amounts;
    try {
      await recordInsured(
        tx,
        { ...policy, inForce: false },
        {
          ...{ id: body.id, units: body.units, amounts: amounts.value, signedOn: body.signedOn ?? null },
          ...{ matched: 'register' as const, ...holder.value },
        },
      );
    } catch (error) {
      if (isUniqueViolation(error, 'insurance_insured_once'))
        return refuse({ code: 'insurance_insured_twice', field: 'householdId' });
      throw error;
    }
    return counted(tx, policy, { id: body.id, reason: 'line added' });
  }),

  handle(contract.correctInsured, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const policy = opened.value;
    const refused = decide('insurance.record', policySubject(policy));
    if (refused) return refuse(refused);
    if (!(await stands(tx, policy, params.insuredId))) return refuse({ code: 'not_found' });
    const amounts = amountsOf(body.units, {
      ...policy,
      shares: sharesOf(policy),
    });
    if (!amounts.ok) return amounts;
    const key = { county: policy.county, id: params.insuredId, revision: body.revision };
    const set = { units: body.units, signed_on: body.signedOn ?? null, ...amountColumns(amounts.value) };
    if (!(await correctInsured(tx, key, { set, reason: body.reason }))) return refuse({ code: 'stale' });
    return counted(tx, policy, { id: params.insuredId, reason: body.reason });
  }),

  handle(contract.removeInsured, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const policy = opened.value;
    const refused = decide('insurance.record', policySubject(policy));
    if (refused) return refuse(refused);
    if (!(await stands(tx, policy, params.insuredId))) return refuse({ code: 'not_found' });
    const key = { county: policy.county, id: params.insuredId, revision: body.revision };
    const taken = await takeOff(tx, key, body.reason);
    if (!taken.ok) return taken;
    return counted(tx, policy, { id: params.insuredId, reason: body.reason });
  }),
];

/** Whoever a loss was reported for stays on the list. */
async function takeOff(tx: Tx, key: RecordKey, reason: string): Promise<Result<true, Refusal>> {
  try {
    return (await removeInsured(tx, key, reason)) ? ok(true) : refuse({ code: 'stale' });
  } catch (error) {
    if (isForeignKeyViolation(error)) return refuse({ code: 'insurance_claimed_before' });
    throw error;
  }
}

async function openDraft(tx: Tx, key: { county: number; id: string }): Promise<Result<PolicyRow, Refusal>> {
  const row = await holdPolicy(tx, key);
  if (!row) return refuse({ code: 'not_found' });
  return row.state === 'draft' ? ok(row) : refuse({ code: 'insurance_not_draft' });
}

interface Holder {
  readonly householdId: string | null;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly insuredPlace: number;
}

/** A household of the village, or the cooperative itself where no household is named. */
async function findInsuredHolder(
  tx: Tx,
  policy: PolicyRow,
  householdId: string | null,
): Promise<Result<Holder, Refusal>> {
  if (householdId === null) {
    const id = policy.cooperativeId;
    const cooperative = id ? await findCooperative(tx, { county: policy.county, id }) : undefined;
    if (!cooperative) return refuse({ code: 'not_found', field: 'householdId' });
    const { name, place } = cooperative;
    return ok({ householdId: null, cooperativeId: cooperative.id, name, insuredPlace: place });
  }
  const found = await findHolder(tx, { county: policy.county, id: householdId });
  if (!found) return refuse({ code: 'not_found', field: 'householdId' });
  const isElsewhere = policy.holderKind !== 'cooperative' && found.place !== policy.place;
  if (isElsewhere) return refuse({ code: 'insurance_other_village', field: 'householdId' });
  return ok({ householdId, cooperativeId: null, name: found.name, insuredPlace: found.place });
}

async function stands(tx: Tx, policy: PolicyRow, insuredId: string): Promise<boolean> {
  return (await listInsured(tx, policy)).some(({ id }) => id === insuredId);
}

async function counted(
  tx: Tx,
  { county, id, revision }: PolicyRow,
  line: { readonly id: string; readonly reason: string },
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const done = await recountPolicy(tx, { county, id, revision }, line.reason);
  return done ? ok({ county, id: line.id }) : refuse({ code: 'stale' });
}
