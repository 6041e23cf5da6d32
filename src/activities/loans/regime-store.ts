import { findParameter, getParameter } from '../../measure/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Regime } from './eligibility-rules.ts';

const ppmOfBp = 100;
const monthsOfYear = 12;

/** The rules of microcredit on a day, with where the ceiling comes from; undefined while one of its numbers is not set. */
export interface RegimeFound {
  readonly regime: Regime;
  readonly sourceZh: string;
  readonly sourceEn: string;
}

export async function findRegime(tx: Tx, day: string): Promise<RegimeFound | undefined> {
  const ceiling = await findParameter(tx, 'microcredit_ceiling_fen', day);
  const years = await findParameter(tx, 'microcredit_term_years', day);
  const short = await findParameter(tx, 'microcredit_rate_one_year_bp', day);
  const long = await findParameter(tx, 'microcredit_rate_three_years_bp', day);
  const leastAge = await findParameter(tx, 'microcredit_least_age', day);
  const mostAge = await findParameter(tx, 'microcredit_most_age', day);
  const once = await findParameter(tx, 'microcredit_once', day);
  const values = [years, short, long, leastAge, mostAge, once].map((one) => one?.value ?? undefined);
  const [mostYears, shortBp, longBp, least, most, single] = values;
  if (!ceiling || ceiling.value === null || mostYears === undefined || shortBp === undefined) return undefined;
  if (longBp === undefined || least === undefined || most === undefined || single === undefined) return undefined;
  return {
    regime: {
      name: ceiling.startsOn,
      ceilingFen: BigInt(ceiling.value),
      mostMonths: mostYears * monthsOfYear,
      shortRatePpm: shortBp * ppmOfBp,
      longRatePpm: longBp * ppmOfBp,
      leastAge: least,
      mostAge: most,
      once: single === 1,
    },
    sourceZh: ceiling.sourceZh,
    sourceEn: ceiling.sourceEn,
  };
}

/** The part of the interest that is subsidised on a day; undefined where no value is in force. */
export async function findSubsidyShare(tx: Tx, day: string): Promise<number | undefined> {
  return (await findParameter(tx, 'interest_subsidy_share_bp', day))?.value ?? undefined;
}

export interface TaskTimes {
  readonly visitWorkdays: number;
  readonly useDays: number;
}

export async function findTaskTimes(tx: Tx, day: string): Promise<TaskTimes> {
  return {
    visitWorkdays: await getParameter(tx, 'loan_visit_workdays', day),
    useDays: await getParameter(tx, 'loan_use_days', day),
  };
}
