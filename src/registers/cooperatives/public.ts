import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

export { type CharterFields, type CharterRow, findCharter, listCharters } from './charter-store.ts';
export { countComposition, listBreaches, readLimits, recheckComposition } from './composition-store.ts';
export {
  findMembership,
  findNextNumber,
  listMemberIds,
  listMembers,
  listMemberships,
  listOwnMemberships,
  type MembershipRow,
  memberIdHash,
} from './member-store.ts';
export {
  adoptCharter,
  type CooperativeEntry,
  endMembership,
  joinMember,
  joinMembers,
  type MemberEntry,
  memberSetting,
  readFoundingLimits,
  registerCooperative,
  resumeMembership,
} from './register-store.ts';
export { linkMember, listUnlinked } from './standing-store.ts';
export { type CooperativeRow, findCooperative } from './store.ts';

/** Names of cooperatives by id. */
export function listCooperativeTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'cooperative', column: 'name' }, keys);
}

/** Names of members by membership. */
export function listMemberTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'membership', column: 'name' }, keys);
}
