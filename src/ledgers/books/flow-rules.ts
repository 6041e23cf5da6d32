/** What went from one account to another: debited here, credited there. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

/** One line of an entry, all of whose lines of a code are added up: debit positive; red lines negative on their side. */
export interface FlowLine {
  readonly code: string;
  readonly amount: bigint;
  readonly red: boolean;
}

/**
 * Who paid whom inside one entry: the debits are matched with the credits in the order of their codes, each as far as it
 * reaches, so that the flows add up to the entry. Of an entry with one account on either side this is the entry itself.
 * Lines in red take back what the same lines in black did.
 */
export function flowsOf(lines: readonly FlowLine[]): readonly Flow[] {
  const black = matched(lines.filter(({ red }) => !red));
  const red = matched(lines.filter((line) => line.red).map((line) => ({ ...line, amount: -line.amount })));
  return [...black, ...red.map((flow) => ({ ...flow, amount: -flow.amount }))];
}

function matched(lines: readonly FlowLine[]): readonly Flow[] {
  const debits = sums(lines.filter(({ amount }) => amount > 0n));
  const credits = sums(lines.filter(({ amount }) => amount < 0n).map((line) => ({ ...line, amount: -line.amount })));
  const flows: Flow[] = [];
  let at = 0;
  for (const debit of debits) {
    let left = debit.amount;
    while (left > 0n) {
      const credit = credits[at];
      if (!credit) break;
      const isUsedUp = credit.amount <= left;
      const amount = isUsedUp ? credit.amount : left;
      flows.push({ from: debit.code, to: credit.code, amount });
      left -= amount;
      credit.amount -= amount;
      if (isUsedUp) at += 1;
    }
  }
  return flows;
}

function sums(lines: readonly FlowLine[]): { code: string; amount: bigint }[] {
  const totals = new Map<string, bigint>();
  for (const { code, amount } of lines) totals.set(code, (totals.get(code) ?? 0n) + amount);
  return [...totals].map(([code, amount]) => ({ code, amount })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
