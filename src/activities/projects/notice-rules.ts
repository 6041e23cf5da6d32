import { formatYuan } from '../../platform/pure/money.ts';
import type { NoticeContent } from '../../procedures/notices/rules.ts';
import type { ProjectPlan } from './rules.ts';

type Label = readonly [zh: string, en: string];

type NoticeWordKey =
  | 'title.notice'
  | 'field.number'
  | 'field.kind'
  | 'field.scale'
  | 'field.budget'
  | 'field.period'
  | 'field.households'
  | 'field.benefit'
  | 'field.personInCharge'
  | 'field.awardMethod'
  | `code.kind.${ProjectPlan['kind']}`
  | `code.method.${ProjectPlan['awardMethod']}`;

export type NoticeWords = Readonly<Record<NoticeWordKey, Label>>;

/** What hangs on the board: name, amount, scale, period, expected effect and who is in charge (国开办发〔2018〕11号). */
export function projectNotice(plan: ProjectPlan, words: NoticeWords): NoticeContent {
  const pairs: readonly (readonly [NoticeWordKey, string | null])[] = [
    ['field.number', plan.number],
    ['field.kind', words[`code.kind.${plan.kind}`][0]],
    ['field.budget', formatYuan(plan.budgetFen)],
    ['field.scale', plan.scale],
    ['field.period', `${plan.plannedFrom} – ${plan.plannedThrough}`],
    ['field.households', `${plan.households} / ${plan.poorHouseholds}`],
    ['field.benefit', plan.benefit],
    ['field.awardMethod', words[`code.method.${plan.awardMethod}`][0]],
    ['field.personInCharge', plan.personInCharge],
  ];
  return {
    title: words['title.notice'][0].replace('{name}', plan.name),
    body: plan.content,
    pairs: pairs.flatMap(([key, value]) => (value ? [{ label: words[key], value }] : [])),
    columns: [],
    rows: [],
  };
}
