import type { Brand } from './brand.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';

/** The id of a record of one kind, a UUIDv7 in lower case: `Id<'household'>` is not an `Id<'village'>`. */
export type Id<Kind extends string> = Brand<string, `id of ${Kind}`>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MILLIS_LIMIT = 2 ** 48;
const RANDOM_BYTES = 10;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A version 7 UUID (RFC 9562): ids made in a later millisecond sort after earlier ones, as texts too.
 * `millis` since 1970 and ten random bytes come from the caller. Throws a RangeError when either is out of range.
 */
export function uuidv7<Kind extends string>(millis: number, random: Uint8Array): Id<Kind> {
  if (!Number.isSafeInteger(millis) || millis < 0 || millis >= MILLIS_LIMIT) throw new RangeError(`millis: ${millis}`);
  if (random.length !== RANDOM_BYTES) throw new RangeError(`${RANDOM_BYTES} random bytes, not ${random.length}`);
  const time = millis.toString(16).padStart(12, '0');
  const byte = (at: number): number => random[at] ?? 0;
  const middle = `${HEX[(byte(0) & 0x0f) | 0x70]}${HEX[byte(1)]}-${HEX[(byte(2) & 0x3f) | 0x80]}${HEX[byte(3)]}`;
  let tail = '';
  for (let at = 4; at < RANDOM_BYTES; at += 1) tail += HEX[byte(at)];
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail}` as Id<Kind>;
}

/** A version 7 UUID of made-up data: its random bytes come from numbers in [0, 1), the same id for the same numbers. */
export function seededId<Kind extends string>(millis: number, random: () => number): Id<Kind> {
  return uuidv7(
    millis,
    Uint8Array.from({ length: RANDOM_BYTES }, () => Math.floor(random() * 256)),
  );
}

/** Whether the text is a UUID of any version in its only stored form: lower case with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Accepts an id from outside; the same id in capitals is brought to the stored form. */
export function parseId<Kind extends string>(text: string): Result<Id<Kind>, Refusal<'uuid_format'>> {
  const lower = text.trim().toLowerCase();
  return isUuid(lower) ? ok(lower as Id<Kind>) : refuse(refusal('uuid_format'));
}

/** When a version 7 UUID was made, in milliseconds since 1970; `undefined` for any other text. */
export function timeOfUuid(uuid: string): number | undefined {
  if (!UUID_V7.test(uuid)) return undefined;
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}
