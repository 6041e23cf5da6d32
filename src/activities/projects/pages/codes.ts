import { words as fundWords } from '../../../ledgers/funds/words.ts';
import type { Code } from '../../../platform/ui/list-types.ts';
import type { WordPair } from '../../../platform/words.ts';
import { words as assetWords } from '../../../registers/assets/words.ts';
import { words } from '../words.ts';

type Known = Readonly<Record<string, WordPair>>;

/** The words under a key, those of the fund ledger for its codes; else the key itself. */
export function wordsOf(key: string): WordPair {
  const known: Known = { ...fundWords, ...words };
  return known[key] ?? [key, key];
}

export function codesOf(list: string, codes: readonly string[]): readonly Code[] {
  return codes.map((code) => ({ value: code, label: wordsOf(`code.${list}.${code}`) }));
}

/** Codes of the asset register with its own words. */
export function assetCodesOf(list: 'kind' | 'fundingSource', codes: readonly string[]): readonly Code[] {
  const known: Known = assetWords;
  return codes.map((code) => ({ value: code, label: known[`code.${list}.${code}`] ?? [code, code] }));
}
