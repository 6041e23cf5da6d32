import { allocate } from '../../platform/pure/allocate.ts';
import { applyBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { ReserveBasis } from '../../registers/cooperatives/charter-rules.ts';

export type QuantificationRefusal = Refusal<'key_twice' | 'share_no_weight' | 'share_no_members'>;

export interface QuantifiedProperty {
  /** net value of the operating property that is quantified, in fen */
  readonly propertyFen: bigint;
  readonly parFen: bigint;
  /** part of all shares kept by the collective */
  readonly collectiveBp: number;
  /** by what each member takes part: 1 for equal parts, or years of work, persons of the household … */
  readonly members: readonly { readonly id: string; readonly weight: bigint }[];
}

export interface QuantifiedShares {
  readonly totalShares: bigint;
  readonly collectiveShares: bigint;
  readonly memberShares: bigint;
  /** what is too little for one more share stays unquantified, in fen */
  readonly leftoverFen: bigint;
  readonly lines: readonly { readonly id: string; readonly shares: bigint; readonly valueFen: bigint }[];
}

/**
 * Turns collective operating property into shares of its income (RCEO art. 40): value ÷ par, rounded down to whole
 * shares; of these the collective keeps its part, rounded down; the rest goes to members by weight and largest
 * remainder, of equal remainders to the smaller id.
 */
export function quantifyProperty(property: QuantifiedProperty): Result<QuantifiedShares, QuantificationRefusal> {
  const { propertyFen, parFen, collectiveBp, members } = property;
  const totalShares = propertyFen / parFen;
  const collectiveShares = applyBp(totalShares, collectiveBp);
  const memberShares = totalShares - collectiveShares;
  const divided = divide(memberShares, members);
  if (!divided.ok) return divided;
  const lines = divided.value.map(({ key, amount }) => ({ id: key, shares: amount, valueFen: amount * parFen }));
  return ok({ totalShares, collectiveShares, memberShares, leftoverFen: propertyFen - totalShares * parFen, lines });
}

export interface ReserveMember {
  readonly id: string;
  readonly patronageFen: bigint;
  readonly contributionFen: bigint;
  /** share in the reserve of earlier years */
  readonly reserveShareFen: bigint;
}

/** Writes this year’s reserve to the members’ accounts by the charter’s basis (Cooperatives Law art. 42), exactly. */
export function quantifyReserve(
  drawnFen: bigint,
  by: ReserveBasis,
  members: readonly ReserveMember[],
): Result<
  readonly { readonly id: string; readonly quantifiedFen: bigint; readonly reserveShareFen: bigint }[],
  QuantificationRefusal
> {
  const weightOf = ({ patronageFen, contributionFen }: ReserveMember): bigint => {
    if (by === 'equal') return 1n;
    return by === 'patronage' ? patronageFen : contributionFen;
  };
  const divided = divide(
    drawnFen,
    members.map((member) => ({ id: member.id, weight: weightOf(member) })),
  );
  if (!divided.ok) return divided;
  return ok(
    divided.value.map(({ key, amount }, at) => ({
      id: key,
      quantifiedFen: amount,
      reserveShareFen: (members[at]?.reserveShareFen ?? 0n) + amount,
    })),
  );
}

/**
 * Equal parts of property formed by state grants and by gifts, for the two columns of the member account (A37). They
 * only weigh the remainder (Cooperatives Law art. 44); nobody owns them. Fen left over go to the smaller ids.
 */
export function divideGrantEquity(
  equity: { readonly grantFen: bigint; readonly donationFen: bigint },
  ids: readonly string[],
): Result<
  readonly { readonly id: string; readonly grantShareFen: bigint; readonly donationShareFen: bigint }[],
  QuantificationRefusal
> {
  if (ids.length === 0) return refuse(refusal('share_no_members', 'members'));
  const equal = ids.map((id) => ({ id, weight: 1n }));
  const grants = divide(equity.grantFen, equal);
  if (!grants.ok) return grants;
  const gifts = divide(equity.donationFen, equal);
  if (!gifts.ok) return gifts;
  return ok(
    ids.map((id, at) => ({
      id,
      grantShareFen: grants.value[at]?.amount ?? 0n,
      donationShareFen: gifts.value[at]?.amount ?? 0n,
    })),
  );
}

function divide(
  total: bigint,
  members: readonly { readonly id: string; readonly weight: bigint }[],
): Result<readonly { readonly key: string; readonly amount: bigint }[], QuantificationRefusal> {
  const ids = new Set<string>();
  for (const [at, { id }] of members.entries()) {
    if (ids.has(id)) return refuse(refusal('key_twice', `members.${at}.id`));
    ids.add(id);
  }
  const parts = allocate(
    total,
    members.map(({ id, weight }) => ({ key: id, weight })),
  );
  if (!parts.ok) return refuse(refusal('share_no_weight', 'members'));
  return ok(parts.value.map(({ key, amountFen }) => ({ key, amount: amountFen })));
}

export interface CapitalLine {
  readonly id: string;
  readonly shares: bigint;
  /** money, or the value agreed for a contribution in kind */
  readonly receivedFen: bigint;
}

export interface OpeningCapital {
  readonly lines: readonly {
    readonly id: string;
    readonly shares: bigint;
    readonly capitalFen: bigint;
    readonly receivedFen: bigint;
    /** received beyond the par value; negative: less than par */
    readonly premiumFen: bigint;
  }[];
  readonly totalShares: bigint;
  readonly capitalFen: bigint;
  readonly receivedFen: bigint;
  readonly premiumFen: bigint;
}

/** Splits what was received into share capital (301) at par and the difference to the capital reserve (321) (A37). */
export function splitCapital(
  parFen: bigint,
  members: readonly CapitalLine[],
): Result<OpeningCapital, QuantificationRefusal> {
  const ids = new Set<string>();
  for (const [at, { id }] of members.entries()) {
    if (ids.has(id)) return refuse(refusal('key_twice', `members.${at}.id`));
    ids.add(id);
  }
  const lines = members.map(({ id, shares, receivedFen }) => {
    const capitalFen = shares * parFen;
    return { id, shares, capitalFen, receivedFen, premiumFen: receivedFen - capitalFen };
  });
  const sum = (pick: (line: (typeof lines)[number]) => bigint) => lines.reduce((all, line) => all + pick(line), 0n);
  return ok({
    lines,
    totalShares: sum((line) => line.shares),
    capitalFen: sum((line) => line.capitalFen),
    receivedFen: sum((line) => line.receivedFen),
    premiumFen: sum((line) => line.premiumFen),
  });
}

/** Value of an area at a price for one mu, rounded down to the fen; `areaHundredths` in hundredths of a mu. */
export function valueOfArea(areaHundredths: bigint, perMuFen: bigint): bigint {
  return (areaHundredths * perMuFen) / 100n;
}
