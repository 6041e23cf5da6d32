import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { useText } from '../../../platform/ui/language.ts';
import type { Words } from '../../../platform/words.ts';
import { words } from '../words.ts';

/** Says why one report of many was not approved; the answer of a bulk act carries codes, not sentences. */
export function useOutcome(): (code: string | null) => string {
  const text = useText();
  return (code) => {
    const own: Words = words;
    const submission: Words = submissionWords;
    return text(own[`result.${code}`] ?? submission[`refusal.${code}`] ?? words['result.other']);
  };
}
