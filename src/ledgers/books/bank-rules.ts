import { daysBetween, localDate } from '../../platform/pure/period.ts';

/** A line that waits for its counterpart, on either side; money in is positive, in fen. */
export interface OpenLine {
  readonly key: string;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  /** names and words by which lines of the same amount are told apart */
  readonly text: string;
}

export interface Pair {
  readonly bank: string;
  readonly posting: string;
}

/** A payment may reach the bank some days after it was booked, or the other way round. */
export const mostDaysApart = 10;

/**
 * Which lines of a bank statement are which lines of the bank account in the ledger. The amount has to be equal; then, in
 * turn: the same day and a name or number that both have; a name within ten days; the same day; within ten days. A pair is
 * made only where neither side has another candidate, or where the lines of one day are as many on both sides and
 * cannot be told apart. What stays open is for people. Never pairs a line twice; does not depend on the order.
 */
export function matchLines(bank: readonly OpenLine[], postings: readonly OpenLine[]): readonly Pair[] {
  const byAmount = Map.groupBy(postings, ({ amountFen }) => amountFen);
  const groups = Map.groupBy(bank, ({ amountFen }) => amountFen);
  return [...groups].flatMap(([amountFen, lines]) => matchEqual(lines, byAmount.get(amountFen) ?? []));
}

function matchEqual(bank: readonly OpenLine[], postings: readonly OpenLine[]): readonly Pair[] {
  const open = { bank: sorted(bank), postings: sorted(postings) };
  const pairs: Pair[] = [];
  for (const fits of criteria) {
    let found: readonly Pair[];
    do {
      found = onlyPairs(open, fits);
      take(open, found);
      pairs.push(...found);
    } while (found.length > 0);
  }
  const same = alikeOfOneDay(open);
  return [...pairs, ...same];
}

type Fits = (bank: OpenLine, posting: OpenLine) => boolean;

const criteria: readonly Fits[] = [
  (bank, posting) => bank.occurredOn === posting.occurredOn && shareName(bank.text, posting.text),
  (bank, posting) => isNear(bank, posting) && shareName(bank.text, posting.text),
  (bank, posting) => bank.occurredOn === posting.occurredOn,
  isNear,
];

interface OpenSides {
  bank: readonly OpenLine[];
  postings: readonly OpenLine[];
}

/** Pairs in which neither side has another candidate. */
function onlyPairs({ bank, postings }: OpenSides, fits: Fits): readonly Pair[] {
  return bank.flatMap((line) => {
    const [one, ...others] = postings.filter((posting) => fits(line, posting));
    if (!one || others.length > 0) return [];
    const rivals = bank.filter((other) => fits(other, one));
    return rivals.length === 1 ? [{ bank: line.key, posting: one.key }] : [];
  });
}

function take(open: OpenSides, pairs: readonly Pair[]): void {
  const banks = new Set(pairs.map((pair) => pair.bank));
  const posted = new Set(pairs.map((pair) => pair.posting));
  open.bank = open.bank.filter(({ key }) => !banks.has(key));
  open.postings = open.postings.filter(({ key }) => !posted.has(key));
}

/** Equal amounts of one day, as many at the bank as in the books: every order is right. */
function alikeOfOneDay({ bank, postings }: OpenSides): readonly Pair[] {
  const posted = Map.groupBy(postings, ({ occurredOn }) => occurredOn);
  return [...Map.groupBy(bank, ({ occurredOn }) => occurredOn)].flatMap(([day, lines]) => {
    const those = posted.get(day) ?? [];
    if (those.length !== lines.length) return [];
    return lines.map((line, at) => ({ bank: line.key, posting: those[at]?.key ?? '' }));
  });
}

function isNear(one: OpenLine, other: OpenLine): boolean {
  return Math.abs(daysBetween(localDate(one.occurredOn), localDate(other.occurredOn))) <= mostDaysApart;
}

/** Two Han letters or four digits in a row that both texts have, as names of people and numbers of papers are. */
function shareName(one: string, other: string): boolean {
  return piecesOf(one).some((piece) => other.includes(piece));
}

function piecesOf(text: string): readonly string[] {
  const names = text.match(/\p{Script=Han}{2,}|\d{4,}/gu) ?? [];
  return names.filter((name) => name.length <= 20);
}

function sorted(lines: readonly OpenLine[]): readonly OpenLine[] {
  return lines.toSorted((a, b) => {
    const [one, two] = [`${a.occurredOn} ${a.key}`, `${b.occurredOn} ${b.key}`];
    return one < two ? -1 : 1;
  });
}

export interface ReconcileInput {
  readonly bookFen: bigint;
  /** what the last line of the statement says; unknown where the bank prints no balance */
  readonly bankFen: bigint | null;
  readonly bankOnly: readonly bigint[];
  readonly booksOnly: readonly bigint[];
}

export interface Reconciliation extends Omit<ReconcileInput, 'bankOnly' | 'booksOnly'> {
  readonly bankOnlyFen: bigint;
  readonly booksOnlyFen: bigint;
  /** both sides with what the other one lacks */
  readonly bookAdjustedFen: bigint;
  readonly bankAdjustedFen: bigint | null;
  readonly agrees: boolean;
}

/** Reconciliation of the bank account (37号 art. 102): both balances, each with what only the other side has yet. */
export function reconcile({ bookFen, bankFen, bankOnly, booksOnly }: ReconcileInput): Reconciliation {
  const bankOnlyFen = bankOnly.reduce((sum, fen) => sum + fen, 0n);
  const booksOnlyFen = booksOnly.reduce((sum, fen) => sum + fen, 0n);
  const bookAdjustedFen = bookFen + bankOnlyFen;
  const bankAdjustedFen = bankFen === null ? null : bankFen + booksOnlyFen;
  const agrees = bookAdjustedFen === bankAdjustedFen;
  return { bookFen, bankFen, bankOnlyFen, booksOnlyFen, bookAdjustedFen, bankAdjustedFen, agrees };
}
