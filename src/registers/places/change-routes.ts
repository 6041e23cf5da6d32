import type { RouteContract } from '../../platform/http/contract.ts';
import { type Call, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { isPlace, parentPlace, placeOf, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, refuse } from '../../platform/pure/result.ts';
import { type ChangeDraft, proposeChange } from './change-rules.ts';
import * as store from './change-store.ts';
import { recordChange, withdrawChange } from './contract.ts';
import { findPlace, lockKnown } from './store.ts';

export const changeRoutes = [
  handle(recordChange, async (call) => {
    const { tx, body } = call;
    const { id, documentNumber, ...draft } = body;
    const outside = outsideRange(call, [...draft.from, ...draft.to.map((target) => target.code)]);
    if (outside) return refuse(outside);
    if (draft.happenedOn > todayInShanghai(tx.now)) return refuse({ code: 'date_in_future', field: 'happenedOn' });
    const known = await lockKnown(tx, {
      codes: codesAround(draft),
      ranges: [...draft.from, ...recodedTo(draft)].map(rangeOf),
    });
    const proposed = proposeChange(draft, known);
    if (!proposed.ok) return proposed;
    const { happenedOn } = draft;
    await store.recordChange(tx, {
      id,
      documentNumber: documentNumber ?? null,
      happenedOn,
      proposed: proposed.value,
      known,
    });
    return ok({ id, opened: proposed.value.opens.length, closed: proposed.value.closes.length });
  }),

  handle(withdrawChange, async (call) => {
    const { tx, params, body } = call;
    const lines = await store.listChangeLines(tx, params.id);
    const codes = lines.flatMap((line) => (line.toCode === null ? [line.fromCode] : [line.fromCode, line.toCode]));
    if (lines.length === 0) return refuse({ code: 'not_found' });
    const outside = outsideRange(call, codes);
    if (outside) return refuse(outside);
    const known = await lockKnown(tx, { codes, ranges: [] });
    const refused = await checkLast(tx, lines, known);
    if (refused) return refuse(refused);
    return (await store.withdrawChange(tx, lines, body.reason)) ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];

function outsideRange<C extends RouteContract>(call: Call<C>, codes: readonly number[]): Refusal | undefined {
  for (const place of codes) {
    const refused = call.decide('place.change', { place });
    if (refused) return refused;
  }
  return undefined;
}

/** The places named, and those above the new codes. */
function codesAround(draft: ChangeDraft): number[] {
  const targets = draft.to.map((target) => target.code);
  const above = targets.flatMap((code) => (isPlace(code) ? (parentPlace(code) ?? []) : []));
  return [...draft.from, ...targets, ...above];
}

function recodedTo(draft: ChangeDraft): number[] {
  return draft.kind === 'recode' ? draft.to.map((target) => target.code) : [];
}

function rangeOf(code: number): { lo: number; hi: number } {
  return placeRange(placeOf(code));
}

/** Only the last change of its places that opened nothing can be taken back as if it had never been. */
async function checkLast(
  tx: Call<typeof withdrawChange>['tx'],
  lines: readonly store.StoredChange[],
  known: Awaited<ReturnType<typeof lockKnown>>,
): Promise<Refusal | undefined> {
  const happenedOn = lines[0]?.happenedOn ?? '';
  for (const place of known.values()) {
    if (place.startsOn === happenedOn) return { code: 'change_opened_places' };
    if (place.changedOn !== happenedOn) return { code: 'change_not_last', values: { place: place.name } };
    const parent = parentPlace(placeOf(place.code));
    const above = parent === undefined ? undefined : await findPlace(tx, parent);
    if (above && above.endsOn !== null) return { code: 'change_not_last', values: { place: above.name } };
  }
  return undefined;
}
