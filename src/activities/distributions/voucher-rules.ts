import type { Chart } from '../../ledgers/books/chart-rules.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import type { RunLine } from './run-rules.ts';
import type { SurplusSplit } from './surplus-rules.ts';

interface DistributionAccounts {
  /** appropriations of the year (各项分配) */
  readonly appropriations: string;
  /** reserves drawn; the first by member where the law quantifies it */
  readonly reserve: string;
  readonly expansion: string;
  readonly relief: string;
  readonly welfare: string;
  /** refunds and dividends due, by member */
  readonly refundDue: string;
  readonly dividendDue: string;
  readonly bank: string;
  readonly cash: string;
  /** contributions, by member */
  readonly capital: string;
}

const accounts: Readonly<Record<Chart, DistributionAccounts>> = {
  coop37: {
    ...{ appropriations: '33201', reserve: '32201', expansion: '32202', relief: '32203', welfare: '32204' },
    ...{ refundDue: '221', dividendDue: '222', bank: '102', cash: '101', capital: '301' },
  },
  collective14: {
    ...{ appropriations: '32201', reserve: '31101', expansion: '31102', relief: '31103', welfare: '31104' },
    ...{ refundDue: '113', dividendDue: '113', bank: '102', cash: '101', capital: '301' },
  },
  collective04: {
    ...{ appropriations: '32201', reserve: '31101', expansion: '31102', relief: '31103', welfare: '31104' },
    ...{ refundDue: '113', dividendDue: '113', bank: '102', cash: '101', capital: '301' },
  },
};

export function accountsOf(chart: Chart): DistributionAccounts {
  return accounts[chart];
}

export interface DeclaredVoucher {
  readonly chart: Chart;
  readonly drawn: Pick<SurplusSplit, 'surplusReserveFen' | 'expansionFen' | 'reliefFen' | 'welfareReserveFen'>;
  readonly lines: readonly Pick<
    RunLine,
    'membershipId' | 'patronageRefundFen' | 'remainderFen' | 'givenOnFen' | 'reserveQuantifiedFen'
  >[];
}

/** The entry of a declared distribution: appropriations to reserves, and to each member what is due. */
export function declarationLines({ chart, drawn, lines }: DeclaredVoucher): readonly EntryLine[] {
  const to = accounts[chart];
  const credits = [
    ...(chart === 'coop37'
      ? lines.map((line) => credit(to.reserve, line.reserveQuantifiedFen, line.membershipId))
      : [credit(to.reserve, drawn.surplusReserveFen)]),
    credit(to.expansion, drawn.expansionFen),
    credit(to.relief, drawn.reliefFen),
    credit(to.welfare, drawn.welfareReserveFen),
    ...lines.map((line) => credit(to.refundDue, line.patronageRefundFen, line.membershipId)),
    ...lines.map((line) => credit(to.dividendDue, line.remainderFen + line.givenOnFen, line.membershipId)),
  ].filter(({ amount }) => amount !== 0n);
  return balanced(to.appropriations, credits);
}

export interface PaidVoucher {
  readonly chart: Chart;
  readonly channel: 'bank' | 'cash';
  readonly payments: readonly {
    readonly membershipId: string;
    readonly refundFen: bigint;
    readonly dividendFen: bigint;
  }[];
}

/** The entry of payments: what was due is due no longer, money has left the bank or the till. */
export function paymentLines({ chart, channel, payments }: PaidVoucher): readonly EntryLine[] {
  return balanced(accounts[chart][channel], dueDebits(chart, payments));
}

/** The entry of a conversion: what was due to each member has become his contribution. */
export function conversionLines({ chart, payments }: Omit<PaidVoucher, 'channel'>): readonly EntryLine[] {
  const { capital } = accounts[chart];
  const credits = payments.map((one) => credit(capital, one.refundFen + one.dividendFen, one.membershipId));
  return [...dueDebits(chart, payments), ...credits];
}

function dueDebits(chart: Chart, payments: PaidVoucher['payments']): readonly EntryLine[] {
  const from = accounts[chart];
  return payments
    .flatMap(({ membershipId, refundFen, dividendFen }) => [
      credit(from.refundDue, -refundFen, membershipId),
      credit(from.dividendDue, -dividendFen, membershipId),
    ])
    .filter(({ amount }) => amount !== 0n);
}

export interface CorrectionVoucher {
  readonly chart: Chart;
  readonly changes: readonly {
    readonly membershipId: string;
    readonly refundFen: bigint;
    readonly dividendFen: bigint;
  }[];
}

/** The counter entry of a correction: differences alone, a reduction in red on the side of the first entry. */
export function correctionLines({ chart, changes }: CorrectionVoucher): readonly EntryLine[] {
  const to = accounts[chart];
  const credits = changes
    .flatMap(({ membershipId, refundFen, dividendFen }) => [
      credit(to.refundDue, refundFen, membershipId),
      credit(to.dividendDue, dividendFen, membershipId),
    ])
    .filter(({ amount }) => amount !== 0n)
    .map((line) => (line.amount > 0n ? { ...line, red: true } : line));
  const rest = balanced(to.appropriations, credits);
  return rest.map((line) => (line.code === to.appropriations && line.amount < 0n ? { ...line, red: true } : line));
}

function credit(code: string, amount: bigint, sub?: string): EntryLine {
  return { code, amount: -amount, ...(sub === undefined ? {} : { sub }) };
}

/** One line against all of them; none where they add up to nothing. */
function balanced(code: string, lines: readonly EntryLine[]): readonly EntryLine[] {
  const rest = -lines.reduce((sum, { amount }) => sum + amount, 0n);
  return rest === 0n ? lines : [{ code, amount: rest }, ...lines];
}
