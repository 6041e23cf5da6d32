import { listParameterRows } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type CharterLimits, charterLimitsOn, checkCharter, followsCharter } from './charter-rules.ts';
import { type CharterFields, listCharters, recordCharter } from './charter-store.ts';
import { type CompositionLimits, compositionLimitsOn } from './composition-rules.ts';
import { recheckComposition } from './composition-store.ts';
import { checkLeaving, type JoinKind, type LeaveReason, type MemberDraft, proposeMember } from './member-rules.ts';
import { type MembershipRow, type NewMember, recordMembers } from './member-store.ts';
import { type CooperativeKind, proposeCooperative } from './rules.ts';
import { leaveMembership, resumeMember } from './standing-store.ts';
import * as store from './store.ts';
import { words } from './words.ts';

/** What registers an organisation: the fields of its form with id, seat and kind. */
export interface CooperativeEntry extends store.CooperativeFields {
  readonly id: string;
  readonly place: number;
  readonly kind: CooperativeKind;
}

/** Registers an organisation: seat a village, credit code of its kind and held by nobody else, name new in the village. */
export async function registerCooperative(
  tx: Tx,
  entry: CooperativeEntry,
): Promise<Result<store.CooperativeRow, Refusal>> {
  const proposed = proposeCooperative(entry, todayInShanghai(tx.now));
  if (!proposed.ok) return proposed;
  const key = { county: countyOf(proposed.value.place), id: entry.id };
  const { creditCode } = proposed.value;
  if (creditCode !== null && !(await store.claimCode(tx, creditCode, key))) return refuse(codeKnown);
  try {
    await store.recordCooperative(tx, { ...proposed.value, county: key.county });
  } catch (error) {
    if (isUniqueViolation(error, 'cooperative_county_place_name_key')) return refuse(nameKnown);
    throw error;
  }
  const made = await store.findCooperative(tx, key);
  return made ? ok(made) : refuse({ code: 'not_found' });
}

export const codeKnown = refusal('cooperative_code_known', 'creditCode');
export const nameKnown = refusal('cooperative_name_known', 'name');

/** Enters a charter from a day on, after checking it against the law of the form. */
export async function adoptCharter(
  tx: Tx,
  cooperative: store.CooperativeRow,
  draft: CharterFields & { readonly id: string; readonly startsOn: string },
): Promise<Result<true, Refusal>> {
  const checked = checkCharter(cooperative.kind, draft, await readCharterLimits(tx, draft.startsOn));
  if (!checked.ok) return checked;
  const [latest] = await listCharters(tx, cooperative);
  const follows = followsCharter(draft.startsOn, latest);
  if (!follows.ok) return follows;
  return (await recordCharter(tx, cooperative, draft)) ? ok(true) : refuse({ code: 'stale' });
}

/** The numbers in force on a day; those of the law where no parameter says otherwise. */
export async function readCharterLimits(tx: Tx, on: string): Promise<CharterLimits> {
  return charterLimitsOn(await listParameterRows(tx), on);
}

/** What a new organisation is measured by on a day, its members and its charter, read at once. */
export async function readFoundingLimits(
  tx: Tx,
  on: string,
): Promise<{ readonly composition: CompositionLimits; readonly charter: CharterLimits }> {
  const rows = await listParameterRows(tx);
  return { composition: compositionLimitsOn(rows, on), charter: charterLimitsOn(rows, on) };
}

/** One who joins: what is known of him, how he came, and where his household or unit stands in other registers. */
export interface MemberEntry extends MemberDraft {
  readonly id: string;
  readonly joinedBy: JoinKind;
  readonly phone?: string | null;
  readonly householdCounty?: number | null;
  readonly householdId?: string | null;
  readonly residentId?: string | null;
  readonly organisationId?: string | null;
}

/** Makes somebody a member and looks at the composition anew. */
export async function joinMember(
  tx: Tx,
  at: { readonly cooperative: store.CooperativeRow; readonly entry: MemberEntry },
): Promise<Result<true, Refusal>> {
  return joinMembers(tx, { cooperative: at.cooperative, entries: [at.entry] });
}

/** The same for several at once, for example the founders; a refusal names the first who may not join. */
export async function joinMembers(
  tx: Tx,
  at: { readonly cooperative: store.CooperativeRow; readonly entries: readonly MemberEntry[] },
): Promise<Result<true, Refusal>> {
  const { cooperative, entries } = at;
  const setting = memberSetting(tx, cooperative);
  const members: NewMember[] = [];
  for (const entry of entries) {
    const proposed = proposeMember(entry, setting);
    if (!proposed.ok) return proposed;
    const { householdId = null, householdCounty = null } = entry;
    if ((householdId === null) !== (householdCounty === null))
      return refuse(refusal('member_household', 'householdId'));
    members.push(proposed.value);
  }
  const clash = await memberClash(tx, (same) => recordMembers(same, cooperative, members));
  if (clash) return refuse(clash);
  await recheckComposition(tx, cooperative);
  return ok(true);
}

/** Ends a membership from a day on and looks at the composition anew. */
export async function endMembership(
  tx: Tx,
  at: { readonly cooperative: store.CooperativeRow; readonly membership: MembershipRow },
  end: { readonly leftOn: string; readonly leftReason: LeaveReason; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { cooperative, membership } = at;
  const checked = checkLeaving(membership, end.leftOn);
  if (!checked.ok) return checked;
  const { county, id, revision } = membership;
  if (!(await leaveMembership(tx, { county, id, revision }, end))) return refuse({ code: 'stale' });
  await recheckComposition(tx, cooperative);
  return ok(true);
}

/** A notice to leave is taken back before its day: the membership goes on. */
export async function resumeMembership(
  tx: Tx,
  at: { readonly cooperative: store.CooperativeRow; readonly membership: MembershipRow },
  reason: string,
): Promise<Result<true, Refusal>> {
  const { cooperative, membership } = at;
  if (membership.leftOn === null || membership.leftOn <= todayInShanghai(tx.now)) return refuse(refusal('member_left'));
  const { county, id, revision } = membership;
  if (!(await resumeMember(tx, { county, id, revision }, reason))) return refuse({ code: 'stale' });
  await recheckComposition(tx, cooperative);
  return ok(true);
}

/** What a draft of a member is checked against today. */
export function memberSetting(tx: Tx, cooperative: store.CooperativeRow) {
  return {
    today: todayInShanghai(tx.now),
    dissolvedOn: cooperative.dissolvedOn,
    publicNames: words['pattern.publicAffairs'][0].split('|'),
  };
}

const clashes: readonly (readonly [constraint: string, refusal: Refusal])[] = [
  ['membership_county_cooperative_id_number_key', refusal('member_number_known', 'number')],
  ['membership_person_once', refusal('member_known', 'idNumber')],
  ['membership_resident_once', refusal('member_known', 'residentId')],
  ['membership_code_once', refusal('member_known', 'creditCode')],
  ['membership_organisation_once', refusal('member_known', 'organisationId')],
];

/** Writes members; answers which constraint said that one is a member already. */
export async function memberClash(tx: Tx, write: (tx: Tx) => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await write(tx);
    return undefined;
  } catch (error) {
    const known = clashes.find(([constraint]) => isUniqueViolation(error, constraint));
    if (known) return known[1];
    throw error;
  }
}

/** All who are members on the day the organisation is dissolved leave it that day. */
export async function endAllMemberships(
  tx: Tx,
  members: readonly MembershipRow[],
  end: { readonly leftOn: string; readonly reason: string },
): Promise<void> {
  for (const { county, id, revision } of members) {
    await leaveMembership(tx, { county, id, revision } satisfies RecordKey, { ...end, leftReason: 'dissolved' });
  }
}
