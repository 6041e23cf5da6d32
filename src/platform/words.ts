/** The two languages Silian speaks: Chinese first, English complete. */
export type Language = 'zh' | 'en';

/** One text in both languages: `[Chinese, English]`. `{name}` marks a value filled in by {@link speak}. */
export type WordPair = readonly [zh: string, en: string];

export type Words = Readonly<Record<string, WordPair>>;

/** Declares a feature's words; the keys stay literal, so that a misspelt one does not compile. */
export function defineWords<const T extends Words>(words: T): T {
  return words;
}

export type WordValues = Readonly<Record<string, string | number>>;

/** Fills `{name}` places of a pair in one language; a place without a value stays visible. */
export function speak(pair: WordPair, language: Language, values: WordValues = {}): string {
  const text = language === 'zh' ? pair[0] : pair[1];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
