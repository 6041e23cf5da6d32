import { findParameter } from '../../measure/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { readBars } from './barred-store.ts';
import { type Run, type RunBase, runOption } from './run-rules.ts';
import { type BasisRow, listBasis } from './snapshot-store.ts';
import { type DistributionRow, listOptions, type OptionRow } from './store.ts';
import { patronageFloorBp } from './surplus-rules.ts';

/** A distribution with all that is needed to divide it. */
export interface LoadedRun {
  readonly base: RunBase;
  readonly members: readonly BasisRow[];
  readonly options: readonly OptionRow[];
}

/**
 * The base of a distribution, with the floor of patronage refunds in force on its record date, which only cooperatives have;
 * of a collective, with what may not be given to members.
 */
export async function baseOf(tx: Tx, row: DistributionRow): Promise<RunBase> {
  const isBound = row.ruleSet === 'farmers_professional';
  const floor = isBound ? await findParameter(tx, 'patronage_floor_bp', row.recordOn) : undefined;
  return {
    ...(await readBars(tx, row)),
    ruleSet: row.ruleSet,
    floorBp: floor?.value ?? patronageFloorBp,
    surplusFen: row.surplusFen,
    openingUndistributedFen: row.openingFen,
    reserveUsedForLossesFen: row.reserveUsedFen,
    grantEquityFen: row.grantEquityFen,
    daysWeighed: row.daysWeighed,
  };
}

export async function loadRun(tx: Tx, row: DistributionRow): Promise<LoadedRun> {
  const base = await baseOf(tx, row);
  const members = await listBasis(tx, { county: row.county, id: row.id, snapshot: row.snapshot });
  return { base, members, options: await listOptions(tx, row) };
}

/** One option divided, with the digest of what would be decided by choosing it. */
export interface DividedRun extends Run {
  readonly loaded: LoadedRun;
  readonly option: OptionRow;
  readonly digest: string;
}

export async function divideBy(
  tx: Tx,
  row: DistributionRow,
  optionId: string | null,
): Promise<Result<DividedRun, Refusal>> {
  return divideLoaded(row, await loadRun(tx, row), optionId);
}

/** What a page shows: all options, and the chosen one divided, else the first. */
export async function divideShown(
  tx: Tx,
  row: DistributionRow,
): Promise<{ readonly options: readonly OptionRow[]; readonly run: Result<DividedRun, Refusal> }> {
  const loaded = await loadRun(tx, row);
  const { options } = loaded;
  return { options, run: divideLoaded(row, loaded, row.optionId ?? options[0]?.id ?? null) };
}

function divideLoaded(row: DistributionRow, loaded: LoadedRun, optionId: string | null): Result<DividedRun, Refusal> {
  const option = loaded.options.find(({ id }) => id === optionId);
  if (!option) return refuse({ code: 'distribution_not_chosen' });
  const run = runOption(loaded.base, loaded.members, option);
  if (!run.ok) return run;
  return ok({ ...run.value, loaded, option, digest: digestRun(row, option, run.value) });
}

/**
 * Digest of what is decided: base and members as frozen, the rules chosen, the rows that follow. The lines follow from
 * these alone, so that nobody can change one of them without changing the digest.
 */
function digestRun(row: DistributionRow, option: OptionRow, run: Run): string {
  const { ordinal: _ordinal, revision: _revision, id: _id, ...rules } = option;
  return digestOf({
    distribution: row.id,
    year: row.year,
    basis: row.basisDigest,
    daysWeighed: row.daysWeighed,
    rules,
    statement: run.statement,
  });
}
