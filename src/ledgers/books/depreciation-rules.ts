import { compare, type LocalDate, type Month, monthOf, monthsBetween, shiftMonth } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** An asset that wears out (37号 art. 23, 26: straight line or units of work, cost less residual, monthly). */
export interface DepreciableAsset {
  readonly costFen: bigint;
  readonly residualFen: bigint;
  readonly method: 'straight_line' | 'units';
  readonly lifeMonths: number;
  readonly lifeUnits: bigint;
  readonly addedOn: LocalDate;
  readonly disposedOn?: LocalDate | undefined;
  /** booked at a nominal amount because no value was to be had: never depreciated (art. 31) */
  readonly nominal?: boolean | undefined;
}

export interface UnitsOfMonth {
  readonly month: Month;
  readonly units: bigint;
}

export interface DepreciationLine {
  readonly month: Month;
  readonly amountFen: bigint;
  readonly accumulatedFen: bigint;
  /** cost less depreciation so far */
  readonly bookFen: bigint;
}

export type DepreciationRefusal = Refusal<
  'depreciation_residual' | 'depreciation_life' | 'depreciation_disposed_early' | 'depreciation_units_twice'
>;

/**
 * Depreciation of each month through the one given, months without any left out. Nothing in the month of addition, still
 * in the month of disposal, nothing once it is full, and no catch-up when it leaves early. After n months the sum is the
 * whole fen of base × n ÷ life (units worked ÷ units of its life), so that each month is within a fen of its exact
 * share and all of them add up to cost less residual.
 */
export function depreciate(
  asset: DepreciableAsset,
  asked: { readonly through: Month; readonly units?: readonly UnitsOfMonth[] | undefined },
): Result<readonly DepreciationLine[], DepreciationRefusal> {
  const units = asked.units ?? [];
  const refused = refuseAsset(asset, units);
  if (refused) return refuse(refused);
  if (asset.nominal) return ok([]);
  const { disposedOn } = asset;
  const last = disposedOn && compare(monthOf(disposedOn), asked.through) < 0 ? monthOf(disposedOn) : asked.through;
  return ok(asset.method === 'units' ? byUnits(asset, units, last) : byMonths(asset, last));
}

function byMonths(asset: DepreciableAsset, last: Month): readonly DepreciationLine[] {
  const added = monthOf(asset.addedOn);
  const months = Math.min(Math.max(monthsBetween(added, last), 0), asset.lifeMonths);
  const shares = Array.from({ length: months }, (_, at) => ({
    month: shiftMonth(added, at + 1),
    done: BigInt(at + 1),
  }));
  return linesOf(asset, shares, BigInt(asset.lifeMonths));
}

function byUnits(asset: DepreciableAsset, units: readonly UnitsOfMonth[], last: Month): readonly DepreciationLine[] {
  const added = monthOf(asset.addedOn);
  let done = 0n;
  const worked = units.filter(({ month }) => compare(month, added) > 0 && compare(month, last) <= 0);
  const shares = worked
    .toSorted((a, b) => compare(a.month, b.month))
    .map(({ month, units: count }) => {
      done += count;
      if (done > asset.lifeUnits) done = asset.lifeUnits;
      return { month, done };
    });
  return linesOf(asset, shares, asset.lifeUnits);
}

function linesOf(
  { costFen, residualFen }: DepreciableAsset,
  shares: readonly { readonly month: Month; readonly done: bigint }[],
  life: bigint,
): readonly DepreciationLine[] {
  let before = 0n;
  const lines = shares.map(({ month, done }) => {
    const accumulatedFen = ((costFen - residualFen) * done) / life;
    const amountFen = accumulatedFen - before;
    before = accumulatedFen;
    return { month, amountFen, accumulatedFen, bookFen: costFen - accumulatedFen };
  });
  return lines.filter(({ amountFen }) => amountFen > 0n);
}

function refuseAsset(asset: DepreciableAsset, units: readonly UnitsOfMonth[]): DepreciationRefusal | undefined {
  const { costFen, residualFen, method, lifeMonths, lifeUnits, addedOn, disposedOn, nominal } = asset;
  if (residualFen < 0n || residualFen > costFen) return refusal('depreciation_residual', 'residualFen');
  if (disposedOn && disposedOn < addedOn) return refusal('depreciation_disposed_early', 'disposedOn');
  const twice = units.findIndex(({ month }, at) => units.findIndex((one) => one.month === month) < at);
  if (twice >= 0) return refusal('depreciation_units_twice', `units.${twice}.month`);
  if (nominal) return undefined;
  if (method === 'units') return lifeUnits > 0n ? undefined : refusal('depreciation_life', 'lifeUnits');
  return lifeMonths > 0 ? undefined : refusal('depreciation_life', 'lifeMonths');
}
