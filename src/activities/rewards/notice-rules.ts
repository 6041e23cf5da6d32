import type { NoticeContent } from '../../procedures/notices/rules.ts';

type Pair = readonly [zh: string, en: string];

/** Words of the notice, as the feature’s words hold them. */
export type NoticeWords = Readonly<
  Record<'field.name' | 'field.units' | 'field.amount' | 'field.scheme' | 'field.document' | 'field.total', Pair>
>;

export interface ListedRewards {
  readonly title: string;
  readonly schemeTitle: string;
  readonly documentNumber: string;
  readonly total: string;
  readonly rewards: readonly { readonly name: string; readonly units: number; readonly amountFen: bigint }[];
}

/** Who is rewarded with how much for how many units. */
export function rewardNotice(list: ListedRewards, words: NoticeWords): NoticeContent {
  return {
    title: list.title,
    pairs: [
      { label: words['field.scheme'], value: list.schemeTitle },
      { label: words['field.document'], value: list.documentNumber },
      { label: words['field.total'], value: list.total },
    ],
    columns: [
      { title: words['field.name'], kind: 'text' },
      { title: words['field.units'], kind: 'text' },
      { title: words['field.amount'], kind: 'fen' },
    ],
    rows: list.rewards.map(({ name, units, amountFen }) => [name, String(units), amountFen]),
  };
}
