import { words as accessWords } from '../access/words.ts';
import type { Feature } from '../feature.ts';
import type { WordPair, Words } from '../words.ts';
import type { RefusalWords } from './problem.ts';
import { words as httpWords } from './words.ts';

/** Finds `refusal.<code>` in the features' words, then in the platform's. */
export function findWords(features: readonly Feature[], more: readonly Words[] = []): RefusalWords {
  const all: readonly Words[] = [...features.map((feature) => feature.words), ...more, accessWords, httpWords];
  const byCode = new Map<string, WordPair>();
  for (const words of [...all].reverse()) {
    for (const [key, pair] of Object.entries(words)) if (key.startsWith('refusal.')) byCode.set(key.slice(8), pair);
  }
  return (code) => byCode.get(code);
}
