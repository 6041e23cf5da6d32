import type { Row, Tx } from '../../platform/db/tx.ts';
import { type Spelling, spellName } from '../../platform/spelling.ts';
import { nameKey } from './rules.ts';

/** A name as it is stored, and as somebody wrote it. */
export interface WrittenName {
  readonly name: string;
  readonly original: string;
}

/** Every column that a name fills, in snake_case; spellings are remembered for the transaction. */
export function nameColumns(tx: Pick<Tx, 'vault'>, { name, original }: WrittenName): Row {
  return { name, name_original: original, name_key: nameKey(name), ...spellOnce(tx, name) };
}

const spelled = new WeakMap<object, Map<string, Spelling>>();
const mostRemembered = 20_000;

/** A list holds many a name several times, and spelling takes longer than all else that is done with one. */
function spellOnce(tx: object, name: string): Spelling {
  const known = spelled.get(tx) ?? new Map<string, Spelling>();
  spelled.set(tx, known);
  const earlier = known.get(name);
  if (earlier) return earlier;
  const spelling = spellName(name, nameKey, 'head');
  if (known.size < mostRemembered) known.set(name, spelling);
  return spelling;
}
