export { type CharterFields, type CharterRow, findCharter, listCharters } from './charter-store.ts';
export { countComposition, listBreaches, readLimits, recheckComposition } from './composition-store.ts';
export {
  findMembership,
  findNextNumber,
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
  readCharterLimits,
  registerCooperative,
  resumeMembership,
} from './register-store.ts';
export { linkMember, listUnlinked } from './standing-store.ts';
export { type CooperativeRow, findCooperative } from './store.ts';
