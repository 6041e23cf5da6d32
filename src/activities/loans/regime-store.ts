import { findParameter, findParameters, getParameter } from '../../measure/public.ts';
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

const ceilingCode = 'microcredit_ceiling_fen';
const numberCodes = [
  'microcredit_term_years',
  'microcredit_rate_one_year_bp',
  'microcredit_rate_three_years_bp',
  'microcredit_least_age',
  'microcredit_most_age',
  'microcredit_once',
] as const;

export async function findRegime(tx: Tx, day: string): Promise<RegimeFound | undefined> {
  const found = await findParameters(tx, [ceilingCode, ...numberCodes], day);
  const ceiling = found.get(ceilingCode);
  const values = numberCodes.map((code) => found.get(code)?.value ?? undefined);
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
