import { pinyin } from 'pinyin-pro';
import type { Row, Tx } from '../../platform/db/tx.ts';
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

interface Spelling {
  readonly pinyin: string;
  readonly initials: string;
}

const spelled = new WeakMap<object, Map<string, Spelling>>();
const mostRemembered = 20_000;

/** A list holds many a name several times, and spelling takes longer than all else that is done with one. */
function spellOnce(tx: object, name: string): Spelling {
  const known = spelled.get(tx) ?? new Map<string, Spelling>();
  spelled.set(tx, known);
  const earlier = known.get(name);
  if (earlier) return earlier;
  const spelling = spell(name);
  if (known.size < mostRemembered) known.set(name, spelling);
  return spelling;
}

/** Full pinyin and initials without tones; a character that has none stands for itself. */
function spell(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
    .map(nameKey)
    .filter((syllable) => syllable !== '');
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => Array.from(syllable)[0] ?? '').join('') };
}
