import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Language, speak, type WordPair, type Words, type WordValues } from '../words.ts';
import { type Formats, formatsOf } from './format.ts';

/**
 * The language of this browser and the words in it.
 *
 * - `useWords(words)` → `t(key, values?)` over a feature's `defineWords` object, keys checked by the compiler.
 * - `useLanguage()` → `'zh' | 'en'`; `setLanguage(language)` changes it everywhere at once.
 * - `useFormat()` → dates, months, instants, numbers, yuan (see {@link Formats}).
 * - `useText()` → `text(label)`: turns a {@link Text} (pair or already spoken) into a string.
 * - `pick(pair, values?)` outside components.
 */
export type Say<W extends Words> = (key: keyof W & string, values?: WordValues) => string;

/** A label in a description (column, field, filter, act): a word pair, or a text already in the reader's language. */
export type Text = WordPair | string;

export function useWords<W extends Words>(words: W): Say<W> {
  const language = useLanguage();
  return useCallback(
    (key: keyof W & string, values?: WordValues) => {
      const pair = words[key];
      return pair === undefined ? key : speak(pair, language, values);
    },
    [words, language],
  );
}

export function useLanguage(): Language {
  return useSyncExternalStore(listen, getLanguage, () => 'zh' as const);
}

export function useFormat(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

export function useText(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text: Text) => (typeof text === 'string' ? text : speak(text, language)), [language]);
}

export function pick(pair: WordPair, values?: WordValues): string {
  return speak(pair, getLanguage(), values);
}

export function getLanguage(): Language {
  current ??= readLanguage();
  return current;
}

export function setLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still speaks the language until the page is closed.
  }
  showLanguage();
  for (const listener of listeners) listener();
}

/** Writes the language to `<html lang>`: screen readers, fonts and the print footer depend on it. */
export function showLanguage(): void {
  document.documentElement.lang = getLanguage() === 'zh' ? 'zh-CN' : 'en';
}

const storageKey = 'silian.language';
const listeners = new Set<() => void>();
let current: Language | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
