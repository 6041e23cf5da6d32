import { isPlace, type PlaceLevel, placeLevel } from '../../platform/pure/place.ts';

/** One division as `src/app/data/divisions.ts` reads it. */
export interface DivisionRow {
  /** 12-digit statistical code */
  readonly code: number;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly nameOfficial: string;
  /** villages only */
  readonly rural?: boolean | undefined;
  /** banners only */
  readonly bannerKind?: 'banner' | 'district' | undefined;
  /** townships only */
  readonly townshipKind?: 'street' | 'town' | 'township' | 'zone' | undefined;
}

export interface KnownDivision {
  readonly code: number;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
  readonly endsOn: string | null;
  readonly changedOn: string | null;
}

export interface PlannedPlace {
  readonly code: number;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
}

export interface ImportPlan {
  readonly inserts: readonly PlannedPlace[];
  readonly renames: readonly { readonly code: number; readonly name: string; readonly nameOfficial: string }[];
  readonly corrections: readonly (DivisionRow & { readonly kind: string })[];
  readonly unchanged: number;
  readonly kept: number;
  readonly absent: readonly number[];
}

/**
 * What an import has to write: only differences. What the register knows from a later day than the source (`stateOn`) is
 * newer knowledge and stays. Throws a RangeError for a code whose form does not fit its level: then the source is broken.
 */
export function importPlan(
  rows: readonly DivisionRow[],
  known: ReadonlyMap<number, KnownDivision>,
  stateOn: string,
): ImportPlan {
  const inserts: PlannedPlace[] = [];
  const renames: { code: number; name: string; nameOfficial: string }[] = [];
  const corrections: (DivisionRow & { kind: string })[] = [];
  let unchanged = 0;
  let kept = 0;
  for (const row of rows) {
    const { code, name, nameOfficial, rural = false } = row;
    const kind = kindOf(row);
    const place = known.get(code);
    if (!place) inserts.push({ code, kind, name, nameOfficial, rural });
    else if (place.endsOn !== null || (place.changedOn !== null && place.changedOn > stateOn)) kept += 1;
    else if (place.name !== name) renames.push({ code, name, nameOfficial });
    else if (place.nameOfficial !== nameOfficial || place.kind !== kind || place.rural !== rural)
      corrections.push({ ...row, kind });
    else unchanged += 1;
  }
  const listed = new Set(rows.map((row) => row.code));
  const absent = [...known.values()].filter((place) => place.endsOn === null && !listed.has(place.code));
  return { inserts, renames, corrections, unchanged, kept, absent: absent.map((place) => place.code) };
}

/** Kind of a place; a village's by the last characters of its common name (嘎查, 社区), townships by code. */
export function kindOf(row: DivisionRow): string {
  if (!isPlace(row.code) || placeLevel(row.code) !== row.level) throw new RangeError(`${row.code} is no ${row.level}`);
  switch (row.level) {
    case 'banner':
      return row.bannerKind ?? 'district';
    case 'township':
      return row.townshipKind ?? 'town';
    case 'village':
      if (/嘎查$/.test(row.name)) return 'gacha';
      return row.rural && !/社区$/.test(row.name) ? 'village' : 'community';
    default:
      return row.level;
  }
}
