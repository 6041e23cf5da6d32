import { formatYuan } from '../../platform/pure/money.ts';
import { formatBp } from '../../platform/pure/ratio.ts';
import { type Capital, capitalOf, type Founder, type Plan, sumCapital } from './rules.ts';

type Label = readonly [zh: string, en: string];

/** Words of the feature, which a pure file is given. */
type PlanWords = Readonly<Record<PlanWordKey, Label>>;
type PlanWordKey =
  | 'title.notice'
  | 'field.kind'
  | 'field.address'
  | 'field.business'
  | 'field.capital'
  | 'field.sharesMethod'
  | 'field.surplusMethod'
  | 'field.surplusReserveBp'
  | 'field.expansionBp'
  | 'field.reliefBp'
  | 'field.patronageBp'
  | 'field.uplift'
  | 'field.number'
  | 'field.founderName'
  | 'field.memberPlace'
  | 'field.total'
  | `code.kind.${Plan['kind']}`
  | `code.uplift.${Plan['upliftMechanism']}`;

/**
 * What is hung on the board: the plan in lines, the founders with what they bring. Names stand in full, as the law wants
 * the list of founders known; numbers of persons are not part of a plan.
 */
export function noticeOf(
  plan: Plan,
  founders: readonly (Founder & Capital & { readonly memberPlaceName: string | null })[],
  words: PlanWords,
) {
  const { totalFen } = sumCapital(founders);
  const pairs: (readonly [PlanWordKey, string | null])[] = [
    ['field.kind', words[`code.kind.${plan.kind}`][0]],
    ['field.address', plan.address],
    ['field.business', plan.business],
    ['field.capital', formatYuan(totalFen)],
    ['field.sharesMethod', plan.sharesMethod],
    ['field.surplusMethod', plan.surplusMethod],
    ['field.surplusReserveBp', formatBp(plan.surplusReserveBp)],
    ['field.expansionBp', formatBp(plan.expansionBp)],
    ['field.reliefBp', formatBp(plan.reliefBp)],
    ['field.patronageBp', plan.patronageBp === 0 ? null : formatBp(plan.patronageBp)],
    ['field.uplift', [words[`code.uplift.${plan.upliftMechanism}`][0], plan.upliftNote].filter(Boolean).join(' ')],
  ];
  return {
    title: words['title.notice'][0].replace('{name}', plan.name),
    pairs: pairs.flatMap(([key, value]) => (value ? [{ label: words[key], value }] : [])),
    columns: [
      { title: words['field.number'], kind: 'text' as const },
      { title: words['field.founderName'], kind: 'text' as const },
      { title: words['field.memberPlace'], kind: 'text' as const },
      { title: words['field.total'], kind: 'fen' as const },
    ],
    rows: founders.map((founder) => [founder.number, founder.name, founder.memberPlaceName ?? '', capitalOf(founder)]),
  };
}
