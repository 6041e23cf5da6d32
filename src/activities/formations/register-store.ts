import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findResolution } from '../../procedures/assemblies/public.ts';
import { adoptCharter, joinMembers, registerCooperative } from '../../registers/cooperatives/public.ts';
import { type FormationState, readState, recordProofs, subjects } from './chain-store.ts';
import { findFormation, registerFormation } from './store.ts';
import { words } from './words.ts';

export interface Registering {
  readonly revision: number;
  readonly cooperativeId: string;
  readonly registeredOn: string;
  readonly creditCode: string | null;
  readonly chairperson: string | null;
  readonly phone: string | null;
}

/** Registers what a held plan says, for which every proof stands: the organisation and the end of the plan at once. */
export async function registerPlan(tx: Tx, state: FormationState, entry: Registering): Promise<Result<true, Refusal>> {
  const made = await makeOrganisation(tx, state, entry);
  if (!made.ok) return made;
  const { county, id } = state.formation;
  const { revision, cooperativeId, registeredOn } = entry;
  const change = { key: { county, id, revision }, reason: words['said.registered'][0] };
  if (!(await registerFormation(tx, change, { cooperativeId, registeredOn }))) return refuse({ code: 'stale' });
  const registered = await findFormation(tx, { county, id });
  if (registered) await recordProofs(tx, await readState(tx, registered), words['said.proofGone'][0]);
  return ok(true);
}

/** The organisation with its charter and founders, as the plan says, numbered by the resolution that adopted it. */
async function makeOrganisation(tx: Tx, state: FormationState, entry: Registering): Promise<Result<true, Refusal>> {
  const { formation, founders } = state;
  const { cooperativeId, registeredOn, creditCode, chairperson, phone } = entry;
  const reviewed = state.chain.find(({ step }) => step === 'review')?.proof?.on;
  if (reviewed && registeredOn < reviewed) return refuse(refusal('formation_registered_early', 'registeredOn'));
  const resolution = await findResolution(tx, {
    county: formation.county,
    subjectType: subjects.plan,
    subjectId: formation.id,
  });
  const { place, kind, name, address, business, branchId } = formation;
  const made = await registerCooperative(tx, {
    ...{ id: cooperativeId, place, kind, name, address, business, branchLed: branchId !== null },
    ...{ creditCode, chairperson, phone, registeredOn },
  });
  if (!made.ok) return made;
  const charter = await adoptCharter(tx, made.value, {
    ...charterOf(formation),
    id: newRecordId(tx),
    startsOn: registeredOn,
    resolutionNumber: resolution?.number ?? '',
  });
  if (!charter.ok) return charter;
  return joinMembers(tx, {
    cooperative: made.value,
    entries: founders.map((founder) => ({
      id: newRecordId(tx),
      number: founder.number,
      kind: founder.kind,
      unitKind: founder.unitKind,
      name: founder.name,
      idNumber: null,
      creditCode: founder.creditCode,
      memberPlace: founder.memberPlace,
      householdCounty: founder.householdCounty,
      householdId: founder.householdId,
      joinedOn: registeredOn,
      joinedBy: 'founding',
    })),
  });
}

function charterOf(formation: FormationState['formation']) {
  const { parValueFen, surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp } = formation;
  const { patronageBp, additionalVotesBp, quorumBp, ordinaryBp, specialBp, timeWeighted } = formation;
  const { exitNoticeMonths, unitExitNoticeMonths, upliftNote } = formation;
  return {
    ...{ parValueFen, surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp },
    ...{ patronageBp, additionalVotesBp, quorumBp, ordinaryBp, specialBp, timeWeighted },
    ...{ exitNoticeMonths, unitExitNoticeMonths, note: upliftNote },
  };
}
