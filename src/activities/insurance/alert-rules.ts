import { hundredths, type InsurableKind, unitOfKind } from './rules.ts';

export const alertKinds = [
  'over_insured',
  'duplicate',
  'same_sum',
  'same_payout',
  'payout_differs',
  'not_publicised',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertStates = ['open', 'confirmed', 'cleared'] as const;
export type AlertState = (typeof alertStates)[number];

/** Something that has to be looked at. Units in hundredths, amounts in fen. */
export interface Doubt {
  readonly kind: AlertKind;
  /** what it is about: the same doubt found again is the same case */
  readonly subject: string;
  readonly place: number;
  readonly name: string;
  readonly policyId: string | null;
  readonly claimId: string | null;
  readonly householdId: string | null;
  readonly found: bigint;
  readonly expected: bigint;
  readonly measuredIn: 'head' | 'mu' | 'fen' | 'count';
}

/** A household and what of one kind it has insured and owns. */
export interface HeldAndInsured {
  readonly holderId: string;
  readonly householdId: string | null;
  readonly place: number;
  readonly name: string;
  readonly kind: InsurableKind;
  readonly insured: number;
  /** undefined: nobody counted yet, so nothing can be said */
  readonly held: number | undefined;
  readonly policyId: string | null;
}

/** Insured more than the herd or the land register has: all of them, however little it is (row 86). */
export function findOverInsured(rows: readonly HeldAndInsured[]): readonly Doubt[] {
  return rows.flatMap((row) => {
    if (row.held === undefined) return [];
    const [found, expected] = [hundredths(row.insured), hundredths(row.held)];
    if (found <= expected) return [];
    const measuredIn = unitOfKind(row.kind);
    const base = { place: row.place, name: row.name, policyId: row.policyId, claimId: null };
    const subject = `${row.holderId} ${row.kind}`;
    return [
      { kind: 'over_insured' as const, subject, householdId: row.householdId, ...base, found, expected, measuredIn },
    ];
  });
}

export interface InsuredSpan {
  readonly id: string;
  readonly holderId: string;
  readonly householdId: string | null;
  readonly place: number;
  readonly name: string;
  readonly policyId: string;
  readonly line: string;
  readonly units: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * The same line of the same household under two policies on the same days with the same number of units. Two policies
 * for different parts of a herd differ in units and together stay within the register, which is another rule.
 */
export function findDuplicates(spans: readonly InsuredSpan[]): readonly Doubt[] {
  const groups = Map.groupBy(spans, ({ holderId, line, units }) => `${holderId} ${line} ${units}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1));
    return sorted.flatMap((span, at) => {
      const other = sorted.find(
        (one, index) => index < at && one.policyId !== span.policyId && one.endsOn >= span.startsOn,
      );
      if (!other) return [];
      const base = {
        place: span.place,
        name: span.name,
        policyId: span.policyId,
        claimId: null,
        householdId: span.householdId,
      };
      return [
        {
          kind: 'duplicate' as const,
          subject: span.id,
          ...base,
          found: 2n,
          expected: 1n,
          measuredIn: 'count' as const,
        },
      ];
    });
  });
}

/** The fewest lines that can be said to be all alike. */
const fewestAlike = 5;

export interface ListedLine {
  readonly units: number;
  /** what the register has; undefined when nobody counted */
  readonly held?: number | undefined;
}

export interface ListOf {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly lines: readonly ListedLine[];
}

/** A list on which everybody insures the same, while the registers say that they do not own the same. */
export function findSameSums(policies: readonly ListOf[]): readonly Doubt[] {
  return policies.flatMap(({ id, place, name, lines }) => {
    const counted = lines.filter(({ held }) => held !== undefined);
    if (lines.length < fewestAlike || distinct(lines.map(({ units }) => units)) > 1) return [];
    if (distinct(counted.map(({ held }) => held ?? 0)) < 2) return [];
    const base = { place, name, policyId: id, claimId: null, householdId: null };
    return [
      {
        kind: 'same_sum' as const,
        subject: id,
        ...base,
        found: BigInt(lines.length),
        expected: 1n,
        measuredIn: 'count' as const,
      },
    ];
  });
}

export interface PaidLine {
  readonly units: number;
  readonly lossBp: number;
  readonly computedFen: bigint;
  readonly agreedFen: bigint;
}

export interface ClaimOf {
  readonly id: string;
  readonly policyId: string;
  readonly place: number;
  readonly name: string;
  readonly lines: readonly PaidLine[];
}

/** A claim that pays everybody the same although the surveys differ: a payout that was bargained for, not computed. */
export function findSamePayouts(claims: readonly ClaimOf[]): readonly Doubt[] {
  return claims.flatMap(({ id, policyId, place, name, lines }) => {
    if (lines.length < fewestAlike || distinct(lines.map(({ agreedFen }) => agreedFen)) > 1) return [];
    if (distinct(lines.map(({ units, lossBp }) => `${units} ${lossBp}`)) < 2) return [];
    const base = { place, name, policyId, claimId: id, householdId: null };
    return [
      {
        kind: 'same_payout' as const,
        subject: id,
        ...base,
        found: BigInt(lines.length),
        expected: 1n,
        measuredIn: 'count' as const,
      },
    ];
  });
}

/** A claim whose amounts do not come out of its survey. */
export function findDifferingPayouts(claims: readonly ClaimOf[]): readonly Doubt[] {
  return claims.flatMap(({ id, policyId, place, name, lines }) => {
    const found = lines.reduce((sum, { agreedFen }) => sum + agreedFen, 0n);
    const expected = lines.reduce((sum, { computedFen }) => sum + computedFen, 0n);
    if (lines.every(({ agreedFen, computedFen }) => agreedFen === computedFen)) return [];
    const base = { place, name, policyId, claimId: id, householdId: null };
    return [{ kind: 'payout_differs' as const, subject: id, ...base, found, expected, measuredIn: 'fen' as const }];
  });
}

function distinct(values: readonly unknown[]): number {
  return new Set(values).size;
}
