import { randomFillSync } from 'node:crypto';

/** One call of the system's generator costs as much for a page as for a nonce. */
const DRAUGHT_BYTES = 4_096;

let draught: Buffer = Buffer.alloc(0);
let given = 0;

/** Random bytes of the system's generator, fit for keys, nonces and salts; each is given out once. */
export function freshBytes(count: number): Buffer {
  if (given + count > draught.length) {
    draught = randomFillSync(Buffer.allocUnsafeSlow(Math.max(count, DRAUGHT_BYTES)));
    given = 0;
  }
  given += count;
  return draught.subarray(given - count, given);
}
