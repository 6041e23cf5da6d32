import { seededId } from '../../platform/pure/ids.ts';
import type { LocalDate } from '../../platform/pure/period.ts';

/** Numbers in [0, 1) from a seed: the same city on every machine (mulberry32, public domain arithmetic). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A source of its own for one part of the work, so that parts may run beside each other and still make the same. */
export function branchOff(random: () => number): () => number {
  return seededRandom(Math.floor(random() * 4_294_967_296));
}

/** The id of a record that was made on the morning of a day. */
export function idOn(random: () => number, day: LocalDate): string {
  return seededId(Date.parse(`${day}T02:00:00Z`), random);
}
