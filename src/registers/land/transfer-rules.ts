import { mulDivFloor, sumFen } from '../../platform/pure/money.ts';
import { daysBetween, type LocalDate } from '../../platform/pure/period.ts';
import type { RentTerms } from '../../platform/pure/rent.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { hundredths, type LandKind } from './rules.ts';

/** How the right to work land passes (Rural Land Contracting Law art. 33, 36; measures on transfers of 2005 and 2021). */
export const transferKinds = ['lease', 'subcontract', 'exchange', 'shares'] as const;
export type TransferKind = (typeof transferKinds)[number];
export const takerKinds = ['household', 'person', 'cooperative', 'enterprise', 'collective', 'other'] as const;
export const purposes = ['planting', 'grazing', 'forestry', 'facility', 'processing', 'tourism', 'other'] as const;

/** Hundredths of a mu of a parcel, from the first to before the last, counted from 0. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of a parcel of `areaMu` is free beside the stretches that are taken in the term asked for, in order. */
export function freeStretches(areaMu: number, taken: readonly Stretch[]): readonly Stretch[] {
  const whole = hundredths(areaMu);
  const free: Stretch[] = [];
  let at = 0;
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) free.push({ from: at, to: Math.min(from, whole) });
    at = Math.max(at, to);
  }
  if (at < whole) free.push({ from: at, to: whole });
  return free;
}

export type PartRefusal = Refusal<'transfer_overlaps' | 'transfer_area_short'>;

/**
 * The part of a parcel that a transfer of `wantedMu` takes: the first free hundredths. Where the whole parcel is taken in
 * that term it is let already; where something is left but not enough, that is said with the area left.
 */
export function takePart(
  wantedMu: number,
  parcel: { readonly areaMu: number; readonly taken: readonly Stretch[] },
): Result<readonly Stretch[], PartRefusal> {
  const free = freeStretches(parcel.areaMu, parcel.taken);
  const left = free.reduce((sum, { from, to }) => sum + to - from, 0);
  if (left === 0) return refuse(refusal('transfer_overlaps', 'startsOn'));
  let missing = hundredths(wantedMu);
  if (missing > left) return refuse(refusal('transfer_area_short', 'areaMu', { left: (left / 100).toFixed(2) }));
  const part: Stretch[] = [];
  for (const { from, to } of free) {
    if (missing === 0) break;
    const length = Math.min(missing, to - from);
    part.push({ from, to: from + length });
    missing -= length;
  }
  return ok(part);
}

/** Stretches as the database writes them. */
export function partText(part: readonly Stretch[]): string {
  return `{${part.map(({ from, to }) => `[${from},${to})`).join(',')}}`;
}

/** The rent of a whole area for one period: per mu × mu, rounded half up to the fen. */
export function rentOfArea(rentPerMuFen: bigint, areaMu: number): bigint {
  return mulDivFloor(2n * rentPerMuFen * BigInt(hundredths(areaMu)) + 100n, 1n, 200n);
}

export interface TransferDraft extends Omit<RentTerms, 'rentFen'> {
  readonly kind: TransferKind;
  readonly signedOn: string;
  readonly rentPerMuFen: bigint;
  readonly takerKind: (typeof takerKinds)[number];
  readonly takerId: string | null;
}

export interface LetParcel {
  readonly kind: LandKind;
  readonly holderKind: string;
  readonly holderId: string | null;
  readonly listedOn: string;
  readonly leftOn: string | null;
  readonly tenureUntil: string | null;
}

export type TransferRefusal = Refusal<
  | 'transfer_signed_late'
  | 'parcel_left'
  | 'transfer_before_parcel'
  | 'transfer_beyond_tenure'
  | 'transfer_to_holder'
  | 'transfer_shares_taker'
  | 'transfer_exchange_rent'
  | 'transfer_taker_unknown'
>;

/**
 * Checks a transfer. Its term does not go beyond what is left of the contract (Rural Land Contracting Law art. 38 no. 3);
 * land in shares goes to an organisation (art. 36); what is exchanged bears no rent.
 */
export function proposeTransfer(
  draft: TransferDraft,
  parcel: LetParcel,
  today: LocalDate,
): Result<true, TransferRefusal> {
  if (parcel.leftOn !== null) return refuse(refusal('parcel_left'));
  if (draft.signedOn > today) return refuse(refusal('transfer_signed_late', 'signedOn'));
  if (draft.startsOn < parcel.listedOn) return refuse(refusal('transfer_before_parcel', 'startsOn'));
  if (parcel.tenureUntil !== null && draft.throughOn > parcel.tenureUntil) {
    return refuse(refusal('transfer_beyond_tenure', 'throughOn', { day: parcel.tenureUntil }));
  }
  const isListed = draft.takerKind === 'household' || draft.takerKind === 'cooperative';
  if (isListed !== (draft.takerId !== null)) return refuse(refusal('transfer_taker_unknown', 'takerId'));
  if (draft.takerId !== null && draft.takerId === parcel.holderId) {
    return refuse(refusal('transfer_to_holder', 'takerId'));
  }
  const isOrganised = ['cooperative', 'enterprise', 'collective'].includes(draft.takerKind);
  if (draft.kind === 'shares' && !isOrganised) return refuse(refusal('transfer_shares_taker', 'takerKind'));
  if (draft.kind === 'exchange' && draft.rentPerMuFen > 0n) {
    return refuse(refusal('transfer_exchange_rent', 'rentPerMuFen'));
  }
  return ok(true);
}

/** Ages of arrears: up to this many days after the due day, and beyond. */
export const ageLimits = [30, 90, 180, 365] as const;
export const ageBands = ['d30', 'd90', 'd180', 'd365', 'older'] as const;
export type AgeBand = (typeof ageBands)[number];

export interface Owed {
  readonly dueOn: LocalDate;
  readonly amountFen: bigint;
  readonly paidFen: bigint;
}

/** What is owed on a day by how long ago it fell due; what falls due today is not late yet. */
export function ageArrears(lines: readonly Owed[], today: LocalDate): Readonly<Record<AgeBand, bigint>> {
  const inBand = (band: number) =>
    sumFen(
      lines.filter(({ dueOn }) => dueOn < today && bandOf(dueOn, today) === band).map((l) => l.amountFen - l.paidFen),
    );
  return { d30: inBand(0), d90: inBand(1), d180: inBand(2), d365: inBand(3), older: inBand(4) };
}

function bandOf(dueOn: LocalDate, today: LocalDate): number {
  const days = daysBetween(dueOn, today);
  const band = ageLimits.findIndex((limit) => days <= limit);
  return band === -1 ? ageLimits.length : band;
}

/** Paid on lines that have not fallen due by the end of a day. */
export function prepaidOn(lines: readonly Owed[], today: LocalDate): bigint {
  return sumFen(lines.filter(({ dueOn }) => dueOn > today).map(({ paidFen }) => paidFen));
}
