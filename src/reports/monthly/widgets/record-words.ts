import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { type Text, useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Words } from '../../../platform/words.ts';
import { words as householdWords } from '../../../registers/households/words.ts';
import { words as branchWords } from '../../../registers/party-branches/words.ts';
import { words as placeWords } from '../../../registers/places/words.ts';
import { words } from '../words.ts';

interface Named {
  readonly recordType: string;
  readonly recordId: string;
  readonly title: string | null;
}

/** What a record is called; its kind and the end of its number where the reader may not know, or where it is gone. */
export function useRecordName(): (record: Named) => string {
  const t = useWords(words);
  return ({ recordType, recordId, title }) => {
    if (title !== null) return title;
    const key = `record.${recordType}`;
    const kind = t(isWord(key) ? key : 'record.other');
    return t('record.named', { kind, number: recordId.slice(-6).toUpperCase() });
  };
}

/** The dimensions of a fact in words: 未脱贫 · 一般贫困户 · 因病. What has no words stays out. */
export function useDimensions(): (fact: Fact) => string {
  const text = useText();
  const t = useWords(words);
  const { month } = useFormat();
  return ({ recordType, dims }) => {
    const source = sources[recordType];
    const spoken = Object.entries(dims).flatMap(([dim, value]): string[] => {
      if (typeof value !== 'string' && typeof value !== 'boolean') return [];
      if (recordType === 'submission' && dim === 'month') return [t('dim.about', { month: month(String(value)) })];
      if (recordType === 'submission' && dim === 'timely') return [t(value === 'yes' ? 'dim.yes' : 'dim.no')];
      const found = source === undefined ? undefined : wordOf(source, dim, String(value));
      return found === undefined ? [] : [text(found)];
    });
    return [...new Set(spoken)].join(' · ');
  };
}

interface Fact {
  readonly recordType: string;
  readonly dims: Readonly<Record<string, unknown>>;
}

const sources: Readonly<Record<string, Words>> = {
  household: householdWords,
  party_branch: branchWords,
  place: placeWords,
  place_flag: placeWords,
  submission: submissionWords,
};

function wordOf(source: Words, dim: string, value: string): Text | undefined {
  return source[`code.${dim}.${value}`] ?? source[`${dim}.${value}`];
}

function isWord(key: string): key is keyof typeof words {
  return key in words;
}
