import { contains, isPlace, parentPlace, placeLevel, placeRange } from '../../platform/pure/place.ts';
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
  /** day of the last change it took part in */
  readonly changedOn: string | null;
}

/** A code that a change leads to: one in the register, or a new one with its name. */
export interface Target {
  readonly code: number;
  readonly name?: string | undefined;
}

/**
 * - rename: one place, its own code with the new name;
 * - recode: one place and its new code; what stands below moves along, with the same last digits;
 * - merge: several places into one of them, or into a new code;
 * - split: one place into several; it survives when its own code is among them;
 * - close: one place that ends without a successor.
 */
export interface ChangeDraft {
  readonly kind: ChangeKind;
  readonly happenedOn: string;
  readonly from: readonly number[];
  readonly to: readonly Target[];
}

export interface OpenedPlace extends Omit<KnownPlace, 'endsOn' | 'changedOn'> {
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
  | 'change_too_early'
  | 'place_unknown'
  | 'place_closed'
  | 'place_has_children'
  | 'place_levels_differ'
  | 'place_taken'
  | 'parent_missing'
  | 'name_missing'
  | 'name_unchanged'
>;

type Known = ReadonlyMap<number, KnownPlace>;

/** One step of a change: a place and the codes it goes over into. */
interface Step {
  readonly from: number;
  readonly to: readonly Target[];
}

/**
 * Decides whether a change may be recorded, and what it writes. `known` holds the places named, everything below a
 * recoded one and at its new codes, and the places above the new codes.
 */
export function proposeChange(draft: ChangeDraft, known: Known): Result<ProposedChange, ChangeRefusal> {
  const steps = stepsOf(draft, known);
  const refused = checkSides(draft) ?? checkSources(draft, steps, known) ?? checkTargets(draft, steps, known);
  if (refused) return refuse(refused);
  const targets = draft.kind === 'recode' ? steps.flatMap((step) => step.to) : draft.to;
  const renames = targets.flatMap(({ code, name }) =>
    name !== undefined && known.has(code) && known.get(code)?.name !== name ? [{ code, name }] : [],
  );
  if (draft.kind === 'rename' && renames.length === 0) return refuse(refusal('name_unchanged', 'to'));
  const survivors = new Set(targets.map((target) => target.code));
  return ok({
    lines: steps.flatMap((step) => linesOf(draft, step, known)),
    closes: steps.map((step) => step.from).filter((code) => !survivors.has(code)),
    opens: targets.flatMap((target) => (known.has(target.code) ? [] : [open(target, draft, { steps, known })])),
    renames,
  });
}

function stepsOf({ kind, from, to }: ChangeDraft, known: Known): Step[] {
  const [code = 0] = from;
  const [target] = to;
  if (kind !== 'recode' || !target || !isPlace(code)) return from.map((one) => ({ from: one, to }));
  const range = placeRange(code);
  const below = [...known.values()].filter((place) => {
    return place.code !== code && place.endsOn === null && isPlace(place.code) && contains(range, place.code);
  });
  const moved = below.map((place) => ({ from: place.code, to: [{ code: place.code - code + target.code }] }));
  return [{ from: code, to }, ...moved];
}

/** Each kind has its own number of sides; a merge into an existing place names that place among its sources too. */
function checkSides({ kind, from, to }: ChangeDraft): ChangeRefusal | undefined {
  const sources = new Set(from);
  const targets = new Set(to.map((target) => target.code));
  const keepsCode = targets.has(from[0] ?? 0);
  const fits = {
    rename: from.length === 1 && to.length === 1 && keepsCode,
    recode: from.length === 1 && to.length === 1 && !keepsCode,
    merge: from.length >= 2 && to.length === 1,
    split: from.length === 1 && to.length >= 2,
    close: from.length === 1 && to.length === 0,
  }[kind];
  const repeats = sources.size !== from.length || targets.size !== to.length;
  return fits && !repeats ? undefined : refusal('change_sides', 'from');
}

function checkSources(draft: ChangeDraft, steps: readonly Step[], known: Known): ChangeRefusal | undefined {
  for (const { from, to } of steps) {
    const place = known.get(from);
    const values = { place: place?.name ?? from };
    if (!place) return refusal('place_unknown', 'from', values);
    if (place.endsOn !== null) return refusal('place_closed', 'from', values);
    const after = place.changedOn !== null && place.changedOn > place.startsOn ? place.changedOn : place.startsOn;
    if (draft.happenedOn <= after) return refusal('change_too_early', 'happenedOn', { ...values, after });
    const ends = draft.kind !== 'recode' && !to.some((target) => target.code === from);
    if (ends && hasOpenChildren(from, known)) return refusal('place_has_children', 'from', values);
  }
  return undefined;
}

function hasOpenChildren(code: number, known: Known): boolean {
  return [...known.values()].some(
    (place) => place.endsOn === null && isPlace(place.code) && parentPlace(place.code) === code,
  );
}

function checkTargets(draft: ChangeDraft, steps: readonly Step[], known: Known): ChangeRefusal | undefined {
  const opened = new Set(steps.flatMap((step) => step.to.map((target) => target.code)));
  const [first = 0] = draft.from;
  for (const code of draft.from) {
    if (!sameLevel(code, first)) return refusal('place_levels_differ', 'from', { place: code });
  }
  for (const { from, to } of steps) {
    for (const { code, name } of to) {
      const values = { place: known.get(code)?.name ?? code };
      if (!sameLevel(code, from)) return refusal('place_levels_differ', 'to', values);
      if (known.has(code)) {
        if (!draft.from.includes(code)) return refusal('place_taken', 'to', values);
        continue;
      }
      if (name === undefined && draft.kind !== 'recode') return refusal('name_missing', 'to', values);
      const parent = isPlace(code) ? parentPlace(code) : undefined;
      const stands = parent !== undefined && (opened.has(parent) || known.get(parent)?.endsOn === null);
      if (!stands) return refusal('parent_missing', 'to', values);
    }
  }
  return undefined;
}

function sameLevel(a: number, b: number): boolean {
  return isPlace(a) && isPlace(b) && placeLevel(a) === placeLevel(b);
}

/** A new place takes kind and countryside from those it comes from. */
function open(
  target: Target,
  draft: ChangeDraft,
  { steps, known }: { steps: readonly Step[]; known: Known },
): OpenedPlace {
  const sources = steps
    .filter((step) => step.to.some((one) => one.code === target.code))
    .flatMap((step) => known.get(step.from) ?? []);
  const [model] = sources;
  const name = target.name ?? model?.name ?? '';
  return {
    code: target.code,
    kind: model?.kind ?? '',
    name,
    nameOfficial: target.name === undefined ? (model?.nameOfficial ?? name) : name,
    rural: sources.some((source) => source.rural),
    startsOn: draft.happenedOn,
  };
}

function linesOf({ kind, happenedOn }: ChangeDraft, { from, to }: Step, known: Known): PlaceChange[] {
  const nameBefore = known.get(from)?.name ?? '';
  const line = { kind, happenedOn, fromCode: from, nameBefore };
  if (to.length === 0) return [{ ...line, toCode: null, nameAfter: null }];
  return to.map(({ code, name }) => ({
    ...line,
    toCode: code,
    nameAfter: name ?? known.get(code)?.name ?? nameBefore,
  }));
}
