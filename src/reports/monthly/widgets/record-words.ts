import { words as disclosureWords } from '../../../activities/disclosures/words.ts';
import { words as formationWords } from '../../../activities/formations/words.ts';
import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { words as shareWords } from '../../../ledgers/shares/words.ts';
import { type Text, useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Words } from '../../../platform/words.ts';
import { words as assemblyWords } from '../../../procedures/assemblies/words.ts';
import { words as noticeWords } from '../../../procedures/notices/words.ts';
import { words as assetWords } from '../../../registers/assets/words.ts';
import { words as cooperativeWords } from '../../../registers/cooperatives/words.ts';
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
      const found = wordOf(source, dim, String(value));
      return found === undefined ? [] : [text(found)];
    });
    return [...new Set(spoken)].join(' · ');
  };
}

interface Fact {
  readonly recordType: string;
  readonly dims: Readonly<Record<string, unknown>>;
}

/** Whose words the dimensions of a record speak, and the code under which one stands there by another name. */
interface Source {
  readonly words: readonly Words[];
  readonly codes?: Readonly<Record<string, string>>;
}

const legalForm = { form: 'kind' } as const;
const member = { ...legalForm, kind: 'memberKind', member: 'memberKind', joined_by: 'joinedBy', class: 'classKind' };
const asset = { claim: 'claimState', use: 'useState', funding: 'fundingSource' };
const contract = { kind: 'contractKind', tenant: 'tenantKind' };

const sources: Readonly<Record<string, Source>> = {
  household: { words: [householdWords] },
  party_branch: { words: [branchWords] },
  place: { words: [placeWords] },
  place_flag: { words: [placeWords] },
  submission: { words: [submissionWords] },
  asset: { words: [assetWords], codes: asset },
  asset_contract: { words: [assetWords], codes: contract },
  cooperative: { words: [cooperativeWords], codes: legalForm },
  membership: { words: [cooperativeWords, householdWords], codes: member },
  share_move: { words: [shareWords, cooperativeWords, householdWords], codes: { ...member, act: 'move' } },
  uplift_share: { words: [shareWords, cooperativeWords], codes: legalForm },
  formation: { words: [formationWords, cooperativeWords], codes: legalForm },
  assembly: { words: [assemblyWords] },
  notice: { words: [noticeWords] },
  disclosure: { words: [disclosureWords, cooperativeWords], codes: legalForm },
  distribution: { words: [cooperativeWords], codes: legalForm },
  dividend: { words: [cooperativeWords], codes: legalForm },
  relief: { words: [cooperativeWords], codes: legalForm },
};

function wordOf(source: Source | undefined, dim: string, value: string): Text | undefined {
  const own: Words = words;
  const code = source?.codes?.[dim] ?? dim;
  const theirs = source?.words.map((known) => known[`code.${code}.${value}`] ?? known[`${code}.${value}`]);
  return theirs?.find((pair) => pair !== undefined) ?? own[`dim.${dim}.${value}`];
}

function isWord(key: string): key is keyof typeof words {
  return key in words;
}
