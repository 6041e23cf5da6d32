import { formatYuan } from '../../platform/pure/money.ts';
import { formatBp } from '../../platform/pure/ratio.ts';
import type { NoticeCell, NoticeColumn, NoticeContent, NoticePair } from '../../procedures/notices/rules.ts';
import type { RuleSet } from './rules.ts';
import type { Run } from './run-rules.ts';

type Pair = readonly [zh: string, en: string];

/** Words of the notice, as the feature’s words hold them. */
export type NoticeWords = Readonly<
  Record<
    | 'notice.title'
    | 'field.number'
    | 'field.name'
    | 'field.refund'
    | 'field.remainder'
    | 'field.givenOn'
    | 'field.total'
    | 'field.members'
    | 'field.convertedBp'
    | 'step.distributable_surplus'
    | 'step.surplus_reserve'
    | 'step.expansion_reserve'
    | 'step.relief_reserve'
    | 'step.patronage_refund'
    | 'step.remainder'
    | 'step.received',
    Pair
  >
>;

export interface NoticeQuestion {
  readonly cooperativeName: string;
  readonly year: number;
  readonly ruleSet: RuleSet;
  /** part of each amount that becomes a contribution */
  readonly convertedBp: number;
  readonly run: Pick<Run, 'steps' | 'lines'>;
  readonly members: readonly { readonly membershipId: string; readonly number: string; readonly name: string }[];
}

/** What hangs on the board: how the surplus was divided, and each member with what he gets. */
export function noticeContent(question: NoticeQuestion, words: NoticeWords): NoticeContent {
  const { cooperativeName, year, ruleSet, run, members, convertedBp } = question;
  const names = new Map(members.map((member) => [member.membershipId, member]));
  const refunds = ruleSet === 'farmers_professional';
  const passesOn = run.lines.some(({ givenOnFen }) => givenOnFen !== 0n);
  const columns: readonly NoticeColumn[] = [
    { title: words['field.number'], kind: 'text' },
    { title: words['field.name'], kind: 'text' },
    ...(refunds ? [{ title: words['field.refund'], kind: 'fen' } as const] : []),
    { title: words['field.remainder'], kind: 'fen' },
    ...(passesOn ? [{ title: words['field.givenOn'], kind: 'fen' } as const] : []),
    { title: words['field.total'], kind: 'fen' },
  ];
  const rows = run.lines.map((line): readonly NoticeCell[] => {
    const member = names.get(line.membershipId);
    return [
      member?.number ?? '',
      member?.name ?? '',
      ...(refunds ? [line.patronageRefundFen] : []),
      line.remainderFen,
      ...(passesOn ? [line.givenOnFen] : []),
      line.totalFen,
    ];
  });
  const [zh] = words['notice.title'];
  const title = zh.replace('{cooperative}', cooperativeName).replace('{year}', String(year));
  const count: NoticePair = { label: words['field.members'], value: String(members.length) };
  const converted: readonly NoticePair[] =
    convertedBp > 0 ? [{ label: words['field.convertedBp'], value: formatBp(convertedBp) }] : [];
  return { title, pairs: [...pairsOf(run, words), ...converted, count], columns, rows };
}

const shownSteps = [
  'received',
  'distributable_surplus',
  'surplus_reserve',
  'expansion_reserve',
  'relief_reserve',
  'patronage_refund',
  'remainder',
] as const;

function pairsOf({ steps }: Pick<Run, 'steps'>, words: NoticeWords): readonly NoticePair[] {
  return shownSteps.flatMap((code) => {
    const step = steps.find((one) => one.code === code);
    if (!step || step.amountFen === 0n) return [];
    return [{ label: words[`step.${code}`], value: formatYuan(step.amountFen) }];
  });
}
