import { speak, type WordPair, type WordValues } from '../../platform/words.ts';

/** A line on the terminal, in both languages: nobody has chosen one yet. */
export function say(pair: WordPair, values: WordValues = {}): void {
  console.log(speak(pair, 'zh', values));
  console.log(speak(pair, 'en', values));
}
