import { type Id, uuidv7 } from '../pure/ids.ts';
import { freshBytes } from './random.ts';
import type { Tx } from './tx.ts';

/** An id for a record that an act makes beside the one its caller named, at the act's instant. */
export function newRecordId<Kind extends string>(tx: Pick<Tx, 'now'>): Id<Kind> {
  return uuidv7(tx.now.getTime(), freshBytes(10));
}
