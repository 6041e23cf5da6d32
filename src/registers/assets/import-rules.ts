import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type AssetClass, type AssetKind, proposeAsset } from './rules.ts';

/** Fields of an asset by name, as a sheet fills them in; a blank cell is not there. */
export type AssetCells = Readonly<Record<string, string | number | bigint | boolean>>;

/** The same as they stand on record; what is empty is null. */
export type KnownFields = Readonly<Record<string, string | number | bigint | boolean | null>>;

export type RowProposal =
  | { readonly action: 'insert'; readonly fields: KnownFields }
  | { readonly action: 'update'; readonly changed: AssetCells }
  | { readonly action: 'unchanged' };

/** What every new asset has that its row leaves out. */
export const blankAsset: KnownFields = {
  location: null,
  bounds: null,
  boundary: null,
  bookAreaMu: 0,
  areaMu: 0,
  quantity: null,
  unit: null,
  bookValueFen: 0n,
  verifiedValueFen: null,
  acquiredOn: null,
  useState: 'own_use',
  claimState: 'unregistered',
  certificateNumber: null,
  povertyProject: false,
  fundingSource: null,
  fundingDocument: null,
  projectName: null,
  knownBy: 'books',
  note: null,
};

const areas = ['bookAreaMu', 'areaMu', 'quantity'] as const;
const mostArea = 9_999_999;

/**
 * Decides what a row of a sheet does: blank cells leave what is known, a row that says nothing new changes nothing, so the
 * confirmations of its asset stand.
 */
export function proposeRow(
  cells: AssetCells,
  known: { readonly fields: KnownFields; readonly leftOn: string | null } | undefined,
  today: LocalDate,
): Result<RowProposal, Refusal> {
  const wide = areas.find((key) => cells[key] !== undefined && !isArea(Number(cells[key])));
  if (wide) return refuse(refusal('number_out_of_range', wide, { most: mostArea }));
  if (known && known.leftOn !== null) return refuse(refusal('asset_left', 'number'));
  const base = known?.fields ?? { ...blankAsset, listedOn: today };
  const fields = { ...base, ...cells };
  const changed = Object.fromEntries(Object.entries(cells).filter(([key, value]) => base[key] !== value));
  if (known && Object.keys(changed).length === 0) return ok({ action: 'unchanged' });
  const proposed = proposeAsset(draftOf(fields), today);
  if (!proposed.ok) return proposed;
  return ok(known ? { action: 'update', changed } : { action: 'insert', fields });
}

function isArea(value: number): boolean {
  return value >= 0 && value <= mostArea && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

function draftOf(fields: KnownFields) {
  const text = (key: string) => {
    const value = fields[key];
    return value === null || value === undefined ? null : String(value);
  };
  return {
    class: text('class') as AssetClass,
    kind: text('kind') as AssetKind,
    areaMu: Number(fields.areaMu ?? 0),
    bookAreaMu: Number(fields.bookAreaMu ?? 0),
    acquiredOn: text('acquiredOn'),
    listedOn: text('listedOn') ?? '',
    povertyProject: fields.povertyProject === true,
    fundingSource: text('fundingSource'),
    fundingDocument: text('fundingDocument'),
  };
}
