import { sql } from 'kysely';
import { fiscalYear } from '../../ledgers/books/closing-rules.ts';
import { findBooks, findClosedYear, patronageOf } from '../../ledgers/books/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listPositions } from '../../platform/ledger/ledger-store.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type CooperativeRow, findCharter } from '../../registers/cooperatives/public.ts';
import { readBasis } from './basis-store.ts';
import { type RuleSet, ruleSetOf, spanOf, type YearSpan } from './rules.ts';
import type { BasisRow } from './snapshot-store.ts';
import type { DistributionRow, FrozenBase } from './store.ts';
import type { SurplusYear } from './surplus-rules.ts';
import { accountsOf } from './voucher-rules.ts';

/** What the books of a closed year say; under contracts, what came in. Nobody types any of it (row 34). */
export interface YearFigures extends SurplusYear {
  readonly span: YearSpan;
  readonly grantEquityFen: bigint;
}

/** Whose year is asked for. */
interface YearOf {
  readonly county: number;
  readonly cooperativeId: string;
  readonly ruleSet: RuleSet;
  /** MM-DD */
  readonly fiscalYearStart: string;
}

/** Refused while the year is open, or opened again. */
async function readYear(tx: Tx, of: YearOf, year: number): Promise<Result<YearFigures, Refusal>> {
  const { county, cooperativeId, ruleSet, fiscalYearStart } = of;
  if (ruleSet === 'contract') return readReceipts(tx, of, year);
  const closed = await findClosedYear(tx, { county, cooperativeId, year });
  if (!closed) return refuse({ code: 'distribution_year_open', field: 'year', values: { year } });
  return ok({
    span: spanOf(fiscalYear(closed.year, fiscalYearStart)),
    surplusFen: closed.surplusFen,
    openingUndistributedFen: closed.openingUndistributedFen,
    reserveUsedForLossesFen: closed.reserveUsedForLossesFen,
    grantEquityFen: closed.grantEquityFen,
  });
}

async function readReceipts(tx: Tx, of: YearOf, year: number): Promise<Result<YearFigures, Refusal>> {
  const span = spanOf(fiscalYear(year, of.fiscalYearStart));
  if (todayInShanghai(tx.now) <= span.to)
    return refuse({ code: 'distribution_year_open', field: 'year', values: { year } });
  const { rows } = await sql<{ receivedFen: bigint | null }>`
    select sum(amount_fen) as received_fen from return_payment
    where county = ${of.county} and cooperative_id = ${of.cooperativeId}
      and paid_on between ${span.from} and ${span.to}`.execute(tx.db);
  const surplusFen = rows[0]?.receivedFen ?? 0n;
  return ok({ span, surplusFen, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n, grantEquityFen: 0n });
}

/** The base of a distribution with its members, ready to be recorded as the snapshot given. */
export interface Frozen {
  readonly ruleSet: RuleSet;
  readonly base: FrozenBase;
  readonly rows: readonly BasisRow[];
}

/** Freezes books and members of a year: who was a member and held what on the record date, the year’s last day by default. */
export async function freezeYear(
  tx: Tx,
  cooperative: CooperativeRow,
  order: { readonly year: number; readonly recordOn: string | null; readonly snapshot: number },
): Promise<Result<Frozen, Refusal>> {
  const ruleSet = ruleSetOf(cooperative.kind);
  const at = { county: cooperative.county, cooperativeId: cooperative.id };
  const { fiscalYearStart } = cooperative;
  const figures = await readYear(tx, { ...at, ruleSet, fiscalYearStart }, order.year);
  if (!figures.ok) return figures;
  const { span, ...money } = figures.value;
  const recordOn = order.recordOn ?? span.to;
  if (recordOn < span.from || recordOn > todayInShanghai(tx.now))
    return refuse({ code: 'distribution_record_day', field: 'recordOn' });
  const charter = await findCharter(tx, { ...at, on: recordOn });
  const timeWeighted = charter?.timeWeighted ?? false;
  const read = await readBasis(tx, cooperative, {
    ...{ span, recordOn, ruleSet, timeWeighted },
    patronage: await readPatronage(tx, { ...at, year: order.year }, ruleSet),
    reserveShares: await readReserveShares(tx, { ...at, on: span.to }, ruleSet),
  });
  if (!read.ok) return read;
  const { rows, digest } = read.value;
  if (rows.length === 0) return refuse({ code: 'distribution_no_members', field: 'recordOn' });
  const base: FrozenBase = {
    ...{ recordOn, daysWeighed: timeWeighted ? span.days : 1, snapshot: order.snapshot, members: rows.length },
    surplusFen: money.surplusFen,
    openingFen: money.openingUndistributedFen,
    reserveUsedFen: money.reserveUsedForLossesFen,
    grantEquityFen: money.grantEquityFen,
    basisDigest: digestOf({ ...money, recordOn, timeWeighted, members: digest }),
  };
  return ok({ ruleSet, base, rows });
}

async function readPatronage(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string; readonly year: number },
  ruleSet: RuleSet,
): Promise<ReadonlyMap<string, bigint>> {
  if (ruleSet !== 'farmers_professional') return new Map();
  return new Map((await patronageOf(tx, of)).map(({ membershipId, amountFen }) => [membershipId, amountFen]));
}

/** What was quantified to each member of the reserves of earlier years (Cooperatives Law art. 42, 43). */
async function readReserveShares(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
  ruleSet: RuleSet,
): Promise<ReadonlyMap<string, bigint>> {
  const books = ruleSet === 'farmers_professional' ? await findBooks(tx, at) : undefined;
  if (!books) return new Map();
  const positions = await listPositions(tx, books.book, { code: accountsOf(books.chart).reserve, on: at.on });
  return new Map(positions.flatMap(({ sub, amount }) => (amount < 0n ? [[sub, -amount] as const] : [])));
}

/** Whether the books of the year still say what they said when the base was frozen. */
export async function isBaseUnchanged(tx: Tx, row: DistributionRow): Promise<boolean> {
  const { fiscalYearStart } = row;
  if (fiscalYearStart === null) return false;
  const figures = await readYear(tx, { ...row, fiscalYearStart }, row.year);
  if (!figures.ok) return false;
  const { surplusFen, openingUndistributedFen, reserveUsedForLossesFen, grantEquityFen } = figures.value;
  return (
    surplusFen === row.surplusFen &&
    openingUndistributedFen === row.openingFen &&
    reserveUsedForLossesFen === row.reserveUsedFen &&
    grantEquityFen === row.grantEquityFen
  );
}
