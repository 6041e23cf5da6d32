import { checkCreditCode } from '../../platform/pure/credit-code.ts';
import { normalizeName } from '../../platform/pure/names.ts';
import { type LocalDate, localDate } from '../../platform/pure/period.ts';
import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import type { MemberKind, UnitKind } from './composition-rules.ts';

export const joinKinds = ['founding', 'joined', 'transfer', 'inheritance', 'opening'] as const;
export type JoinKind = (typeof joinKinds)[number];

export const leaveReasons = ['exit', 'expelled', 'died', 'transferred', 'lost', 'dissolved'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export interface MemberDraft {
  readonly number: string;
  readonly kind: MemberKind;
  readonly unitKind: UnitKind | null;
  readonly name: string;
  readonly idNumber: string | null;
  readonly creditCode: string | null;
  readonly memberPlace: number;
  readonly joinedOn: string;
}

export interface MemberSetting {
  readonly today: string;
  readonly dissolvedOn: string | null;
  /** parts of names that only bodies of public administration bear */
  readonly publicNames: readonly string[];
}

/** A draft in its stored form. */
export interface ProposedMember extends MemberDraft {
  readonly unitKind: Exclude<UnitKind, 'public_affairs'> | null;
}

/** Checks one who is to be a member (Cooperatives Law art. 19); numbers and names come back in their stored form. */
export function proposeMember<D extends MemberDraft>(
  draft: D,
  setting: MemberSetting,
): Result<D & ProposedMember, Refusal> {
  const { kind, memberPlace, joinedOn } = draft;
  const { today, dissolvedOn } = setting;
  if (dissolvedOn !== null && joinedOn >= dissolvedOn) return refuse(refusal('cooperative_dissolved', 'joinedOn'));
  if (joinedOn > today) return refuse(refusal('member_in_future', 'joinedOn'));
  if (!isPlace(memberPlace) || placeLevel(memberPlace) !== 'village')
    return refuse(refusal('member_place', 'memberPlace'));
  const name = normalizeName(draft.name);
  if (!name.ok) return refuse({ ...name.refusal, field: 'name' });
  const number = toCodeText(draft.number);
  if (number === '') return refuse(refusal('member_number', 'number'));
  const identity = isPerson(kind) ? readPerson(draft, localDate(today)) : readUnit(draft, setting.publicNames);
  return identity.ok ? ok({ ...draft, ...identity.value, name: name.value, number }) : identity;
}

export function isPerson(kind: MemberKind): boolean {
  return kind === 'farmer' || kind === 'other_person';
}

type Identity = Pick<ProposedMember, 'idNumber' | 'creditCode' | 'unitKind'>;

function readPerson({ idNumber }: MemberDraft, today: LocalDate): Result<Identity, Refusal> {
  if (idNumber === null || idNumber === '') return ok({ idNumber: null, creditCode: null, unitKind: null });
  const id = checkResidentId(idNumber, today);
  if (!id.ok) return refuse({ ...id.refusal, field: 'idNumber' });
  return ok({ idNumber: id.value.normalized, creditCode: null, unitKind: null });
}

function readUnit(draft: MemberDraft, publicNames: readonly string[]): Result<Identity, Refusal> {
  const { kind, unitKind, creditCode, name } = draft;
  if (kind === 'unit' && unitKind === null) return refuse(refusal('member_unit_kind', 'unitKind'));
  if (unitKind === 'public_affairs') return refuse(refusal('member_public_affairs', 'unitKind'));
  if (publicNames.some((part) => name.includes(part))) return refuse(refusal('member_public_affairs', 'name'));
  const unit = kind === 'unit' ? unitKind : null;
  if (creditCode === null || creditCode === '') return ok({ idNumber: null, creditCode: null, unitKind: unit });
  const code = checkCreditCode(creditCode);
  if (!code.ok) return refuse({ ...code.refusal, field: 'creditCode' });
  return ok({ idNumber: null, creditCode: code.value.normalized, unitKind: unit });
}

/** Membership ends after it began and not in the future. */
export function checkLeaving(
  member: { readonly joinedOn: string; readonly leftOn: string | null },
  leftOn: string,
): Result<true, Refusal<'member_left' | 'member_leaving_day'>> {
  if (member.leftOn !== null) return refuse(refusal('member_left'));
  return leftOn >= member.joinedOn ? ok(true) : refuse(refusal('member_leaving_day', 'leftOn'));
}

/** One more than the highest number of digits, as wide as that one; `001` where there is none. */
export function nextNumber(highest: string | null): string {
  const known = highest ?? '000';
  return String(BigInt(known) + 1n).padStart(known.length, '0');
}

/** Members as people list them: by length, then digit by digit; ties of allocations go by the same text. */
export function byNumber(a: { readonly number: string }, b: { readonly number: string }): number {
  if (a.number.length !== b.number.length) return a.number.length - b.number.length;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}
