import type { MemberKind, UnitKind } from './composition-rules.ts';

/** A member on record, as an import compares it. */
export interface KnownMember {
  readonly id: string;
  readonly revision: number;
  readonly number: string;
  readonly kind: MemberKind;
  readonly unitKind: UnitKind | null;
  readonly name: string;
  /** keyed hash in hex */
  readonly idHash: string | null;
  readonly idMasked: string | null;
  readonly creditCode: string | null;
  readonly phone: string | null;
  readonly memberPlace: number;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

/** A checked row of the list; undefined for cells that were empty. */
export interface ImportedMember {
  readonly number: string;
  readonly kind: MemberKind;
  readonly unitKind: UnitKind | undefined;
  readonly name: string;
  /** as it stands in the cell: a number, or the masked one of the template */
  readonly idNumber: string | undefined;
  readonly idHash: string | undefined;
  readonly creditCode: string | undefined;
  readonly phone: string | undefined;
  readonly memberPlace: number | undefined;
  readonly joinedOn: string;
}

export type MemberDecision =
  | { readonly action: 'insert' }
  | { readonly action: 'update' | 'unchanged'; readonly known: KnownMember }
  | { readonly action: 'reject'; readonly key: string; readonly code: string; readonly values?: { other: string } };

/**
 * What becomes of a row: the member of this number, or else the one with this resident id or credit code, is the same
 * member; never one of the same name alone. An empty cell leaves what is known as it is.
 */
export function decideMember(row: ImportedMember, known: readonly KnownMember[]): MemberDecision {
  const byNumber = known.find((one) => one.number === row.number);
  const byIdentity = known.find(
    (one) =>
      one.leftOn === null &&
      ((row.idHash !== undefined && one.idHash === row.idHash) ||
        (row.creditCode !== undefined && one.creditCode === row.creditCode)),
  );
  if (byNumber && byIdentity && byNumber.id !== byIdentity.id) {
    return { action: 'reject', key: 'number', code: 'member_row_other', values: { other: byIdentity.number } };
  }
  const same = byNumber ?? byIdentity;
  if (row.idNumber?.includes('*') && row.idNumber !== same?.idMasked)
    return { action: 'reject', key: 'idNumber', code: 'member_row_masked' };
  if (!same) return { action: 'insert' };
  if (same.leftOn !== null) return { action: 'reject', key: 'number', code: 'member_row_left' };
  if (byNumber && !byIdentity && row.idHash !== undefined && same.idHash !== null) {
    return { action: 'reject', key: 'idNumber', code: 'member_row_person' };
  }
  return { action: isChanged(row, same) ? 'update' : 'unchanged', known: same };
}

function isChanged(row: ImportedMember, known: KnownMember): boolean {
  const differs = <T>(value: T | undefined, before: T | null) => value !== undefined && value !== before;
  return (
    row.number !== known.number ||
    row.kind !== known.kind ||
    row.name !== known.name ||
    row.joinedOn !== known.joinedOn ||
    differs(row.unitKind, known.unitKind) ||
    differs(row.idHash, known.idHash) ||
    differs(row.creditCode, known.creditCode) ||
    differs(row.phone, known.phone) ||
    differs(row.memberPlace, known.memberPlace)
  );
}
