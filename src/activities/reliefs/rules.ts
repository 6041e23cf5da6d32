import type { Chart } from '../../ledgers/books/chart-rules.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { NoticeContent } from '../../procedures/notices/rules.ts';

export const reliefStates = ['draft', 'listed', 'paid', 'withdrawn'] as const;
export type ReliefState = (typeof reliefStates)[number];

export const reliefChannels = ['bank', 'cash'] as const;
export type ReliefChannel = (typeof reliefChannels)[number];

/** The reserve that distributions set aside for relief (article 9; account 弱势群体救助 of each chart). */
const setAside: Readonly<Record<Chart, string>> = { coop37: '32203', collective14: '31103', collective04: '31103' };

export function setAsideOf(chart: Chart): string {
  return setAside[chart];
}

/** The entry of a paid list. The account is bounded in the ledger: more than was set aside cannot leave it (row 43). */
export function reliefEntry(chart: Chart, channel: ReliefChannel, totalFen: bigint): readonly EntryLine[] {
  return [
    { code: setAsideOf(chart), amount: totalFen },
    { code: channel === 'bank' ? '102' : '101', amount: -totalFen },
  ];
}

/** What has to be proved before a list is paid, as the other procedures know it now. */
export interface ReliefProofs {
  readonly state: ReliefState;
  readonly digest: string | null;
  /** of the lines as they stand now */
  readonly linesDigest: string;
  readonly notice: { readonly digest: string; readonly state: string } | undefined;
}

export type PayRefusal = Refusal<
  'relief_not_listed' | 'relief_changed' | 'relief_notice_missing' | 'relief_notice_open'
>;

export function proposePayment({ state, digest, linesDigest, notice }: ReliefProofs): Result<true, PayRefusal> {
  if (state !== 'listed') return refuse(refusal('relief_not_listed'));
  if (digest !== linesDigest) return refuse(refusal('relief_changed'));
  if (!notice || notice.digest !== digest) return refuse(refusal('relief_notice_missing'));
  return notice.state === 'cleared' ? ok(true) : refuse(refusal('relief_notice_open'));
}

type Pair = readonly [zh: string, en: string];

/** Words of the notice, as the feature’s words hold them. */
export type ReliefWords = Readonly<
  Record<'field.household' | 'field.memberPlace' | 'field.amount' | 'field.document' | 'field.total', Pair>
>;

export interface ListedRelief {
  readonly title: string;
  readonly documentNumber: string;
  readonly total: string;
  readonly lines: readonly { readonly name: string; readonly placeName: string; readonly amountFen: bigint }[];
}

/** What hangs on the board: who gets how much. Why somebody is in need stays out of it. */
export function reliefNotice(relief: ListedRelief, words: ReliefWords): NoticeContent {
  return {
    title: relief.title,
    pairs: [
      { label: words['field.document'], value: relief.documentNumber },
      { label: words['field.total'], value: relief.total },
    ],
    columns: [
      { title: words['field.household'], kind: 'text' },
      { title: words['field.memberPlace'], kind: 'text' },
      { title: words['field.amount'], kind: 'fen' },
    ],
    rows: relief.lines.map(({ name, placeName, amountFen }) => [name, placeName, amountFen]),
  };
}
