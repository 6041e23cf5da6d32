import type { NoticeContent } from '../../procedures/notices/rules.ts';

type Pair = readonly [zh: string, en: string];

/** Words of the notices, as the feature’s words hold them. */
export type NoticeWords = Readonly<
  Record<
    | 'field.name'
    | 'field.insuredPlace'
    | 'field.units'
    | 'field.sum'
    | 'field.premium'
    | 'field.holderPart'
    | 'field.number'
    | 'field.insurer'
    | 'field.line'
    | 'field.total'
    | 'field.surveyedUnits'
    | 'field.lossBp'
    | 'field.agreed'
    | 'field.cause',
    Pair
  >
>;

export interface ListedPolicy {
  readonly title: string;
  readonly number: string;
  readonly insurerName: string;
  readonly lineName: string;
  readonly premium: string;
  readonly insured: readonly {
    readonly name: string;
    readonly insuredPlaceName: string;
    readonly units: number;
    readonly sumFen: bigint;
    readonly premiumFen: bigint;
    readonly holderFen: bigint;
  }[];
}

/** Who insures how much, and what each pays (Agricultural Insurance Regulation, article 10). */
export function policyNotice(policy: ListedPolicy, words: NoticeWords): NoticeContent {
  return {
    title: policy.title,
    pairs: [
      { label: words['field.number'], value: policy.number },
      { label: words['field.insurer'], value: policy.insurerName },
      { label: words['field.line'], value: policy.lineName },
      { label: words['field.premium'], value: policy.premium },
    ],
    columns: [
      { title: words['field.name'], kind: 'text' },
      { title: words['field.insuredPlace'], kind: 'text' },
      { title: words['field.units'], kind: 'text' },
      { title: words['field.sum'], kind: 'fen' },
      { title: words['field.premium'], kind: 'fen' },
      { title: words['field.holderPart'], kind: 'fen' },
    ],
    rows: policy.insured.map((one) => [
      one.name,
      one.insuredPlaceName,
      String(one.units),
      one.sumFen,
      one.premiumFen,
      one.holderFen,
    ]),
  };
}

export interface ListedClaim {
  readonly title: string;
  readonly number: string;
  readonly insurerName: string;
  readonly lineName: string;
  readonly causeName: string;
  readonly total: string;
  readonly lines: readonly {
    readonly name: string;
    readonly surveyedUnits: number;
    readonly loss: string;
    readonly agreedFen: bigint;
  }[];
}

/** What the survey found and what it comes to (article 12). */
export function claimNotice(claim: ListedClaim, words: NoticeWords): NoticeContent {
  return {
    title: claim.title,
    pairs: [
      { label: words['field.number'], value: claim.number },
      { label: words['field.insurer'], value: claim.insurerName },
      { label: words['field.line'], value: claim.lineName },
      { label: words['field.cause'], value: claim.causeName },
      { label: words['field.total'], value: claim.total },
    ],
    columns: [
      { title: words['field.name'], kind: 'text' },
      { title: words['field.surveyedUnits'], kind: 'text' },
      { title: words['field.lossBp'], kind: 'text' },
      { title: words['field.agreed'], kind: 'fen' },
    ],
    rows: claim.lines.map((one) => [one.name, String(one.surveyedUnits), one.loss, one.agreedFen]),
  };
}
