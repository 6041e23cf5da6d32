import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const classKinds = [
  'member',
  'collective',
  'land',
  'forest',
  'grassland',
  'cash',
  'household_grant',
  'quantified',
] as const;
export type ClassKind = (typeof classKinds)[number];

/** To whom a share may pass: anybody who is or becomes a member, members alone, nobody. */
export const transferRules = ['free', 'members', 'none'] as const;
export type TransferRule = (typeof transferRules)[number];

/** What becomes of a share when its holder leaves: paid back, given back in kind, left with the organisation. */
export const exitRules = ['refund', 'return_in_kind', 'stays'] as const;
export type ExitRule = (typeof exitRules)[number];

/** What a share was paid with. */
export const shareSources = [
  'cash',
  'goods',
  'land',
  'forest',
  'grassland',
  'household_grant',
  'collective_property',
] as const;
export type ShareSource = (typeof shareSources)[number];

export interface ClassRules {
  readonly transfer: TransferRule;
  readonly exit: ExitRule;
  /** shares of it end on a day that each lot names */
  readonly termed: boolean;
  /** counts when the charter grants additional votes */
  readonly votes: boolean;
  /** takes part in the remainder of the surplus */
  readonly dividend: boolean;
}

/** What a class of each kind is like where its charter says nothing else, and what it may be paid with. */
const kindRules: Readonly<Record<ClassKind, ClassRules & { readonly sources: readonly ShareSource[] }>> = {
  member: {
    transfer: 'members',
    exit: 'refund',
    termed: false,
    votes: true,
    dividend: true,
    sources: ['cash', 'goods'],
  },
  collective: {
    transfer: 'none',
    exit: 'stays',
    termed: false,
    votes: true,
    dividend: true,
    sources: ['cash', 'goods', 'collective_property', 'land', 'forest', 'grassland'],
  },
  land: { transfer: 'members', exit: 'return_in_kind', termed: true, votes: true, dividend: true, sources: ['land'] },
  forest: {
    transfer: 'members',
    exit: 'return_in_kind',
    termed: true,
    votes: true,
    dividend: true,
    sources: ['forest'],
  },
  grassland: {
    transfer: 'members',
    exit: 'return_in_kind',
    termed: true,
    votes: true,
    dividend: true,
    sources: ['grassland'],
  },
  cash: { transfer: 'members', exit: 'refund', termed: false, votes: true, dividend: true, sources: ['cash'] },
  household_grant: {
    transfer: 'none',
    exit: 'refund',
    termed: false,
    votes: false,
    dividend: true,
    sources: ['household_grant'],
  },
  quantified: {
    transfer: 'none',
    exit: 'stays',
    termed: false,
    votes: false,
    dividend: true,
    sources: ['collective_property'],
  },
};

export function rulesOfKind(kind: ClassKind): ClassRules {
  const { transfer, exit, termed, votes, dividend } = kindRules[kind];
  return { transfer, exit, termed, votes, dividend };
}

export function sourcesOfKind(kind: ClassKind): readonly ShareSource[] {
  return kindRules[kind].sources;
}

/** Contributions in kind need a valuation (A37 art. 17, 22, 25, 30). */
export function isInKind(source: ShareSource): boolean {
  return source === 'land' || source === 'forest' || source === 'grassland' || source === 'goods';
}

export interface ClassDraft extends ClassRules {
  readonly kind: ClassKind;
  readonly startsOn: string;
}

/** Rules of a class fit its kind: property of the collective is never paid out to one who leaves (RCEO art. 16, 36). */
export function checkClass(draft: ClassDraft): Result<true, Refusal<'share_class_exit' | 'share_class_term'>> {
  const ofCollective = draft.kind === 'collective' || draft.kind === 'quantified';
  if (ofCollective && draft.exit !== 'stays') return refuse(refusal('share_class_exit', 'exit'));
  const inKind = draft.kind === 'land' || draft.kind === 'forest' || draft.kind === 'grassland';
  if (inKind && !draft.termed) return refuse(refusal('share_class_term', 'termed'));
  return ok(true);
}

export interface LotDraft {
  readonly source: ShareSource;
  readonly shares: number;
  /** what is agreed to be paid for them, in fen; in kind the value agreed */
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
  readonly acquiredOn: string;
  readonly expiresOn: string | null;
  readonly valuationId: string | null;
  /** taken over from before: the valuation is on paper */
  readonly opening?: boolean;
}

export interface LotClass {
  readonly kind: ClassKind;
  readonly termed: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export type LotRefusal = Refusal<
  | 'share_class_closed'
  | 'share_source'
  | 'share_holder_kind'
  | 'share_count'
  | 'share_valuation_missing'
  | 'share_term_missing'
  | 'share_term'
  | 'share_paid_beyond'
>;

/** Checks what somebody is to hold: the source fits the class, in kind there is a valuation, a term has an end. */
export function checkLot(
  draft: LotDraft,
  share: LotClass,
  holder: { readonly kind: string },
): Result<true, LotRefusal> {
  if (
    (draft.acquiredOn < share.startsOn && !draft.opening) ||
    (share.endsOn !== null && draft.acquiredOn >= share.endsOn)
  )
    return refuse(refusal('share_class_closed', 'classId'));
  if (!sourcesOfKind(share.kind).includes(draft.source)) return refuse(refusal('share_source', 'source'));
  if ((share.kind === 'collective') !== (holder.kind === 'collective'))
    return refuse(refusal('share_holder_kind', 'classId'));
  if (!Number.isSafeInteger(draft.shares) || draft.shares < 1) return refuse(refusal('share_count', 'shares'));
  if (isInKind(draft.source) && draft.valuationId === null && !draft.opening)
    return refuse(refusal('share_valuation_missing', 'valuationId'));
  if (share.termed && draft.expiresOn === null) return refuse(refusal('share_term_missing', 'expiresOn'));
  if (draft.expiresOn !== null && draft.expiresOn <= draft.acquiredOn)
    return refuse(refusal('share_term', 'expiresOn'));
  if (draft.paidFen > draft.agreedFen) return refuse(refusal('share_paid_beyond', 'paidFen'));
  return ok(true);
}

export const moveKinds = [
  'opening',
  'subscribe',
  'pay',
  'transfer_in',
  'transfer_out',
  'inherit_in',
  'inherit_out',
  'exit',
  'buy_back',
  'expire',
  'uplift',
  'quantify',
  'reversal',
] as const;
export type MoveKind = (typeof moveKinds)[number];

/**
 * What goes along with a part of a lot: of `shares` out of `held` the same part of what was agreed and paid, rounded
 * down; the last part takes the rest, so that nothing is lost on the way.
 */
export function partOfLot(
  lot: { readonly shares: number; readonly agreedFen: bigint; readonly paidFen: bigint },
  shares: number,
): { readonly agreedFen: bigint; readonly paidFen: bigint } {
  if (shares === lot.shares) return { agreedFen: lot.agreedFen, paidFen: lot.paidFen };
  const part = (fen: bigint) => (fen * BigInt(shares)) / BigInt(lot.shares);
  return { agreedFen: part(lot.agreedFen), paidFen: part(lot.paidFen) };
}

export interface LotDifference {
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

/** Whether a lot still holds together after a change: nothing below zero, not more paid than agreed. */
export function holdsAfter(lot: LotDifference, change: LotDifference): boolean {
  const shares = lot.shares + change.shares;
  const agreedFen = lot.agreedFen + change.agreedFen;
  const paidFen = lot.paidFen + change.paidFen;
  return shares >= 0 && agreedFen >= 0n && paidFen >= 0n && paidFen <= agreedFen;
}

/** Account of the holders of a class, one sub-ledger a member. */
export function holdersCode(classId: string): `class:${string}` {
  return `class:${classId}`;
}

/** Account of all that is issued of a class; credit, so that holders and issued always add up to nothing. */
export function issuedCode(classId: string): `issued:${string}` {
  return `issued:${classId}`;
}
