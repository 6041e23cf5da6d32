import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import {
  type CooperativeRow,
  linkMember,
  listMembers,
  listUnlinked,
  type MembershipRow,
} from '../../registers/cooperatives/public.ts';
import { listLeftResidents, matchResidents } from '../../registers/households/public.ts';
import { words } from './words.ts';

/** Members without a household, each with whom the register of households has under the same number. */
export async function findLinks(tx: Tx, cooperative: CooperativeRow) {
  const { county, id: cooperativeId } = cooperative;
  const members = await listUnlinked(tx, { county, cooperativeId, on: todayInShanghai(tx.now) });
  const hashes = members.flatMap(({ idNumberHash }) => (idNumberHash ? [idNumberHash] : []));
  const matches = await matchResidents(tx, hashes);
  const byHash = new Map(matches.map((match) => [match.idNumberHash.toString('hex'), match]));
  return members.map((member) => ({ member, match: byHash.get(member.idNumberHash?.toString('hex') ?? '') }));
}

/** Takes over what was found; answers how many members have a household now. */
export async function linkFound(tx: Tx, cooperative: CooperativeRow): Promise<number> {
  const reason = words['said.linked'][0];
  let linked = 0;
  for (const { member, match } of await findLinks(tx, cooperative)) {
    if (!match) continue;
    const { county, id, revision } = member;
    const { county: householdCounty, householdId, residentId, place: memberPlace } = match;
    const link = { householdCounty, householdId, residentId, memberPlace, reason };
    if (await linkMember(tx, { county, id, revision }, link)) linked += 1;
  }
  return linked;
}

/** Members who died or moved away by the register of households. */
export async function findGone(tx: Tx, cooperative: CooperativeRow) {
  const at = { county: cooperative.county, cooperativeId: cooperative.id, on: todayInShanghai(tx.now) };
  const members = (await listMembers(tx, at)).filter(hasResident);
  const keys = members.map(({ householdCounty, residentId }) => ({ county: householdCounty, id: residentId }));
  const left = new Map((await listLeftResidents(tx, keys)).map((one) => [one.residentId, one]));
  return members.flatMap(({ id, number, name, residentId }) => {
    const found = left.get(residentId);
    return found ? [{ membershipId: id, number, name, leftOn: found.leftOn, leftReason: found.leftReason }] : [];
  });
}

function hasResident(
  member: MembershipRow,
): member is MembershipRow & { readonly householdCounty: number; readonly residentId: string } {
  return member.householdCounty !== null && member.residentId !== null;
}

export async function countLinked(tx: Tx, { county, id }: CooperativeRow): Promise<number> {
  const members = await listMembers(tx, { county, cooperativeId: id, on: todayInShanghai(tx.now) });
  return members.filter(({ householdId }) => householdId !== null).length;
}

export async function namePlaces(tx: Tx, codes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: number; name: string }>`
    select code, name from place where code = any(${codes}::bigint[])`.execute(tx.db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
