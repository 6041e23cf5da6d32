import { createRequire } from 'node:module';

/** How a name is typed in Latin letters: `wulanmuqi` and `wlmq`; lower case, without tones, `v` for ü. */
export interface Spelling {
  readonly pinyin: string;
  readonly initials: string;
}

/** Of the options of the dictionary those used here. */
interface Options {
  readonly toneType: 'none';
  readonly type: 'array';
  readonly v: true;
  readonly surname?: 'head';
  readonly nonZh?: 'consecutive';
}
type Reader = (text: string, options: Options) => string[];

let reader: Reader | undefined;

/** The dictionary is large: loaded with the first name, not at the start. */
function read(text: string, options: Options): string[] {
  reader ??= (createRequire(import.meta.url)('pinyin-pro') as { readonly pinyin: Reader }).pinyin;
  return reader(text, options);
}

/** Spelling of the name of a unit or thing; of Latin letters and digits in it, each counts as an initial. */
export function spellTitle(name: string): Spelling {
  const syllables = read(name, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());
  return { pinyin: syllables.join(''), initials: initialsOf(syllables) };
}

/**
 * Spelling of the name of a person or a place; foreign letters stay together.
 * @param toKey how each syllable is written; a syllable it makes empty is left out
 * @param surname `head`: the first character is read as a surname
 */
export function spellName(name: string, toKey: (syllable: string) => string, surname?: 'head'): Spelling {
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const;
  const syllables = read(name, { ...options, ...(surname ? { surname } : {}) })
    .map(toKey)
    .filter((syllable) => syllable !== '');
  return { pinyin: syllables.join(''), initials: initialsOf(syllables) };
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map((syllable) => Array.from(syllable)[0] ?? '').join('');
}
