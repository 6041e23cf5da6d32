import { listParameterRows, type StoredParameter } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, isPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findCharter, findCooperative, listMembers } from '../../registers/cooperatives/public.ts';
import { countVoters } from '../../registers/households/public.ts';
import type { AssemblyForm, Organ } from './law-rules.ts';
import type { MotionRow } from './motion-store.ts';
import { listRoll, type RollEntry, type RollRow, recordRoll } from './roll-store.ts';
import { clocksOf, countRoll, daysOf, formOfKind, proposeMeeting } from './rules.ts';
import { type AssemblyRow, countFiles, findAssembly, type Meeting, recordAssembly } from './store.ts';
import type { MeetingFacts } from './view-rules.ts';
import type { Attendance, CharterVotes } from './vote-rules.ts';

export interface MeetingCall extends Meeting {
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly form: AssemblyForm;
  readonly organ: Organ;
}

/**
 * Calls a meeting: of a cooperative by the law of its kind, of the village by its own. A roll by name is filled from the
 * members, or with the entries given; a counted one knows from the registers how many may vote, where nobody says so.
 */
export async function openMeeting(
  tx: Tx,
  call: MeetingCall,
  roll?: readonly RollEntry[],
): Promise<Result<AssemblyRow, Refusal>> {
  const { place } = call;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('assembly_place', 'place'));
  const county = countyOf(place);
  const body = await findBody(tx, { ...call, county });
  if (!body.ok) return body;
  const meeting = { ...call, ...body.value, county };
  const proposed = proposeMeeting(daysOf(meeting), todayInShanghai(tx.now));
  if (!proposed.ok) return proposed;
  await recordAssembly(tx, { ...meeting, ...(await registerCounts(tx, meeting)) });
  const assembly = await findAssembly(tx, { county, id: call.id });
  if (!assembly) return refuse({ code: 'not_found' });
  if (assembly.rollKind === 'named') await recordRoll(tx, assembly, roll ?? (await membersNotOn(tx, assembly, [])));
  return ok(assembly);
}

async function findBody(
  tx: Tx,
  call: MeetingCall & { readonly county: number },
): Promise<Result<{ place: number; form: AssemblyForm }, Refusal>> {
  const { cooperativeId, county } = call;
  if (cooperativeId === null) {
    const isVillage = call.form === 'village' || call.form === 'village_group' || call.form === 'party_branch';
    // who is not registered yet has its founders' assembly and no other
    if (!isVillage && call.organ !== 'founding_assembly') {
      return refuse(refusal('assembly_needs_cooperative', 'cooperativeId'));
    }
    return ok({ place: call.place, form: call.form });
  }
  const cooperative = await findCooperative(tx, { county, id: cooperativeId });
  if (!cooperative) return refuse({ code: 'not_found' });
  if (cooperative.place !== call.place) return refuse(refusal('assembly_place', 'place'));
  const form = formOfKind(cooperative.kind);
  if (!form) return refuse(refusal('assembly_form_unknown', 'cooperativeId'));
  return ok({ place: cooperative.place, form });
}

/** Who may vote, from the registers, where a counted roll does not say it. */
async function registerCounts(
  tx: Tx,
  meeting: MeetingCall & { readonly county: number },
): Promise<{ entitled: number | null; households: number | null }> {
  const { entitled, households, rollKind, organ, cooperativeId, county } = meeting;
  const known = { entitled, households };
  if (rollKind === 'named' || entitled !== null || organ !== 'members_assembly') return known;
  if (cooperativeId !== null) {
    const members = await listMembers(tx, { county, cooperativeId, on: meeting.heldOn });
    return { ...known, entitled: members.length };
  }
  if (meeting.form !== 'village') return known;
  const voters = await countVoters(tx, { place: meeting.place, on: meeting.heldOn });
  return { entitled: voters.adults, households: households ?? voters.households };
}

/** The members on the day of the meeting who are not on its roll yet. */
export async function membersNotOn(
  tx: Tx,
  assembly: AssemblyRow,
  roll: readonly RollRow[],
): Promise<readonly RollEntry[]> {
  const { county, cooperativeId, heldOn, organ } = assembly;
  if (cooperativeId === null || organ !== 'members_assembly') return [];
  const there = new Set(roll.flatMap(({ membershipId }) => membershipId ?? []));
  const members = await listMembers(tx, { county, cooperativeId, on: heldOn });
  return members
    .filter(({ id }) => !there.has(id))
    .map(({ id, number, name, householdId, memberPlace }) => ({
      number,
      name,
      membershipId: id,
      householdId,
      memberPlace,
    }));
}

/** What a meeting is counted by now; of a closed one, what it was counted by. */
export async function readFacts(
  tx: Tx,
  assembly: AssemblyRow,
  motions: readonly Pick<MotionRow, 'matter'>[],
): Promise<MeetingFacts> {
  const { form, organ, heldOn } = assembly;
  const parameters = await listParameterRows(tx);
  const charter = await readCharter(tx, assembly);
  const additionalCapBp = numberOn(parameters, 'cooperative_additional_votes_bp', heldOn);
  return {
    setting: { form, organ, on: heldOn, charter, additionalCapBp },
    counts: await readCounts(tx, assembly),
    clocks: clocksOf(
      daysOf(assembly),
      motions.map(({ matter }) => matter),
      {
        collectiveNotice: numberOn(parameters, 'collective_assembly_notice_days', heldOn),
        villagersNotice: numberOn(parameters, 'villagers_assembly_notice_days', heldOn),
        cooperativeDocuments: numberOn(parameters, 'cooperative_documents_days', heldOn),
        collectiveDocuments: numberOn(parameters, 'collective_documents_days', heldOn),
      },
    ),
    members: await countMembers(tx, assembly),
    women: assembly.women,
    countedOnPaper: assembly.rollKind === 'counted',
    files: await countFiles(tx, assembly),
  };
}

function numberOn(rows: readonly StoredParameter[], code: string, day: string): number | undefined {
  return parameterOn(rows, code, day)?.value ?? undefined;
}

async function readCharter(tx: Tx, assembly: AssemblyRow): Promise<CharterVotes> {
  const { county, cooperativeId, heldOn, state, organ } = assembly;
  if (state === 'closed') {
    const { quorumBp, ordinaryBp, specialBp, additionalVotesBp } = assembly;
    return { quorumBp, ordinaryBp, specialBp, additionalVotesBp };
  }
  // a charter's majorities are those of the assembly; boards go by the law
  if (cooperativeId === null || organ === 'board' || organ === 'supervisors') return {};
  const charter = await findCharter(tx, { county, cooperativeId, on: heldOn });
  if (!charter) return {};
  const { quorumBp, ordinaryBp, specialBp, additionalVotesBp } = charter;
  return { quorumBp, ordinaryBp, specialBp, additionalVotesBp };
}

async function readCounts(tx: Tx, assembly: AssemblyRow): Promise<Attendance> {
  const counted = {
    entitled: assembly.entitled ?? 0,
    households: assembly.households ?? 0,
    present: assembly.present ?? 0,
    proxies: assembly.proxies ?? 0,
    presentHouseholds: assembly.presentHouseholds ?? 0,
    additionalVotes: assembly.additionalVotes ?? 0,
    additionalVotesPresent: assembly.additionalVotesPresent ?? 0,
  };
  if (assembly.state === 'closed' || assembly.rollKind === 'counted') return counted;
  const roll = countRoll(await listRoll(tx, assembly));
  return { ...roll, households: Math.max(counted.households, roll.households) };
}

/** Behind representatives: the members of the organisation; of a village it is the households that count. */
async function countMembers(
  tx: Tx,
  { county, cooperativeId, heldOn, organ, households }: AssemblyRow,
): Promise<number> {
  if (organ !== 'representatives') return 0;
  if (cooperativeId === null) return households ?? 0;
  return (await listMembers(tx, { county, cooperativeId, on: heldOn })).length;
}
