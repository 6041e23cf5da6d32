import { isPlace, parentPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { ChangeKind, PlaceChange } from './rules.ts';

/** A place as far as a change needs to know it. */
export interface KnownPlace {
  readonly code: number;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** whether open places stand below it */
  readonly hasChildren: boolean;
}

/** A code that a change leads to: one in the register, or a new one with its name. */
export interface Target {
  readonly code: number;
  readonly name?: string | undefined;
}

export interface ChangeDraft {
  readonly kind: ChangeKind;
  readonly happenedOn: string;
  /** the places that are renamed, recoded, merged, split or closed; several only for a merge */
  readonly from: readonly number[];
  /** empty for a closing; one for a rename (its own code with the new name), a recode and a merge; several for a split */
  readonly to: readonly Target[];
}

export interface OpenedPlace {
  readonly code: number;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
  readonly startsOn: string;
}

/** What a change writes. */
export interface ProposedChange {
  readonly lines: readonly PlaceChange[];
  readonly closes: readonly number[];
  readonly opens: readonly OpenedPlace[];
  readonly renames: readonly { readonly code: number; readonly name: string }[];
}

export type ChangeRefusal = Refusal<
  | 'change_sides'
  | 'place_unknown'
  | 'place_closed'
  | 'place_too_young'
  | 'place_has_children'
  | 'place_levels_differ'
  | 'place_taken'
  | 'parent_missing'
  | 'name_missing'
  | 'name_unchanged'
>;

/** Decides whether a change may be recorded on what is known, and what it writes. */
export function proposeChange(
  draft: ChangeDraft,
  known: ReadonlyMap<number, KnownPlace>,
): Result<ProposedChange, ChangeRefusal> {
  const refused = checkSides(draft) ?? checkSources(draft, known) ?? checkTargets(draft, known);
  if (refused) return refuse(refused);
  const sources = draft.from.flatMap((code) => known.get(code) ?? []);
  const renames = draft.to.flatMap(({ code, name }) => {
    const place = known.get(code);
    return place && name !== undefined && name !== place.name ? [{ code, name }] : [];
  });
  if (draft.kind === 'rename' && renames.length === 0) return refuse(refusal('name_unchanged', 'to'));
  const opens = draft.to.flatMap((target) => (known.has(target.code) ? [] : [open(target, sources, draft.happenedOn)]));
  const survives = new Set(draft.to.map((target) => target.code));
  const closes = draft.from.filter((code) => !survives.has(code));
  return ok({ lines: linesOf(draft, known), closes, opens, renames });
}

/** Each kind has its own number of sides; a merge into an existing place names that place among its sources too. */
function checkSides({ kind, from, to }: ChangeDraft): ChangeRefusal | undefined {
  const sources = new Set(from);
  const targets = new Set(to.map((target) => target.code));
  const [first] = from;
  const repeats = sources.size !== from.length || targets.size !== to.length;
  const fits = {
    rename: from.length === 1 && to.length === 1 && targets.has(first ?? 0),
    recode: from.length === 1 && to.length === 1 && !targets.has(first ?? 0),
    merge: from.length >= 2 && to.length === 1,
    split: from.length === 1 && to.length >= 2,
    close: from.length === 1 && to.length === 0,
  }[kind];
  return fits && !repeats ? undefined : refusal('change_sides', 'from');
}

function checkSources({ kind, from, to, happenedOn }: ChangeDraft, known: ReadonlyMap<number, KnownPlace>): ChangeRefusal | undefined {
  const survives = new Set(to.map((target) => target.code));
  for (const code of from) {
    const place = known.get(code);
    const values = { place: place?.name ?? code };
    if (!place) return refusal('place_unknown', 'from', values);
    if (place.endsOn !== null) return refusal('place_closed', 'from', values);
    if (happenedOn <= place.startsOn) return refusal('place_too_young', 'happenedOn', { ...values, startsOn: place.startsOn });
    if (kind !== 'rename' && !survives.has(code) && place.hasChildren) return refusal('place_has_children', 'from', values);
  }
  return undefined;
}

function checkTargets({ from, to }: ChangeDraft, known: ReadonlyMap<number, KnownPlace>): ChangeRefusal | undefined {
  const [first = 0] = from;
  for (const { code, name } of to) {
    const values = { place: known.get(code)?.name ?? code };
    if (!isPlace(code) || !isPlace(first) || placeLevel(code) !== placeLevel(first)) {
      return refusal('place_levels_differ', 'to', values);
    }
    if (known.has(code) && !from.includes(code)) return refusal('place_taken', 'to', values);
    if (!known.has(code) && name === undefined && from.length > 1) return refusal('name_missing', 'to', values);
    const parent = parentPlace(code);
    const above = parent === undefined ? undefined : known.get(parent);
    if (!known.has(code) && above?.endsOn !== null) return refusal('parent_missing', 'to', values);
  }
  const levels = new Set(from.map((code) => (isPlace(code) ? placeLevel(code) : undefined)));
  return levels.size === 1 ? undefined : refusal('place_levels_differ', 'from', { place: known.get(first)?.name ?? first });
}

function open({ code, name }: Target, sources: readonly KnownPlace[], startsOn: string): OpenedPlace {
  const [model] = sources;
  const given = name ?? model?.name ?? '';
  return {
    code,
    kind: model?.kind ?? '',
    name: given,
    nameOfficial: name === undefined ? (model?.nameOfficial ?? given) : given,
    rural: sources.some((source) => source.rural),
    startsOn,
  };
}

function linesOf({ kind, happenedOn, from, to }: ChangeDraft, known: ReadonlyMap<number, KnownPlace>): PlaceChange[] {
  return from.flatMap((fromCode) => {
    const nameBefore = known.get(fromCode)?.name ?? '';
    const line = { kind, happenedOn, fromCode, nameBefore };
    if (to.length === 0) return [{ ...line, toCode: null, nameAfter: null }];
    return to.map(({ code, name }) => ({ ...line, toCode: code, nameAfter: name ?? known.get(code)?.name ?? nameBefore }));
  });
}
