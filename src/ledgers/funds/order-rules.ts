import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, placeLevel, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { Pool } from './rules.ts';

export const orderKinds = ['receipt', 'allocation', 'recall'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderStates = ['made', 'checked', 'done', 'refused', 'withdrawn'] as const;
export type OrderState = (typeof orderStates)[number];

/** What an order gives to an account, or takes back from it. */
export interface OrderLine {
  /** of the account */
  readonly place: number;
  /** a cooperative's account instead of the place's own */
  readonly organisationId?: string | undefined;
  readonly amountFen: bigint;
}

export interface OrderDraft {
  readonly kind: OrderKind;
  /** of the account that gives, or takes back */
  readonly upperPlace: number;
  readonly occurredOn: string;
  /** the year whose grant of article 11 this is */
  readonly standardYear?: number | undefined;
  readonly lines: readonly OrderLine[];
}

/** What has to be known of the standard grant on the day of the order. */
export interface StandardFacts {
  readonly grantFen: bigint;
  /** key poor villages */
  readonly villages: ReadonlySet<number>;
  /** whether the document is one of the grant of article 11 */
  readonly document: boolean;
}

export type OrderRefusal = Refusal<
  | 'fund_order_empty'
  | 'fund_order_twice'
  | 'fund_order_not_below'
  | 'fund_order_in_future'
  | 'fund_order_receipt'
  | 'fund_standard_document'
  | 'fund_standard_village'
  | 'fund_standard_amount'
  | 'fund_standard_kind'
>;

/** Checks an order before it is made; `today` is the day in Shanghai. */
export function proposeOrder(
  draft: OrderDraft,
  { today, standard }: { readonly today: LocalDate; readonly standard?: StandardFacts | undefined },
): Result<true, OrderRefusal> {
  const { lines, upperPlace, kind } = draft;
  if (lines.length === 0) return refuse(refusal('fund_order_empty', 'lines'));
  if (draft.occurredOn > today) return refuse(refusal('fund_order_in_future', 'occurredOn'));
  const keys = new Set(lines.map((line) => `${line.place} ${line.organisationId ?? ''}`));
  if (keys.size < lines.length) return refuse(refusal('fund_order_twice', 'lines'));
  if (kind === 'receipt') {
    const own = lines.length === 1 && lines[0]?.place === upperPlace && lines[0].organisationId === undefined;
    return own ? ok(true) : refuse(refusal('fund_order_receipt', 'lines'));
  }
  const outside = lines.find((line) => !isBelow(line, upperPlace));
  if (outside) return refuse(refusal('fund_order_not_below', 'lines', { place: outside.place }));
  return draft.standardYear === undefined ? ok(true) : checkStandard(draft, standard);
}

/** Money goes to lower offices and villages; of its own place only to a cooperative there. */
function isBelow({ place, organisationId }: OrderLine, upper: number): boolean {
  if (!isPlace(place) || !isPlace(upper)) return false;
  const { lo, hi } = placeRange(upper);
  return place >= lo && place <= hi && (place !== upper || organisationId !== undefined);
}

/** Article 11: every key poor village gets exactly the standard amount, by a document of that grant. */
function checkStandard(draft: OrderDraft, standard: StandardFacts | undefined): Result<true, OrderRefusal> {
  if (draft.kind !== 'allocation') return refuse(refusal('fund_standard_kind', 'standardYear'));
  if (!standard?.document) return refuse(refusal('fund_standard_document', 'documentId'));
  for (const { place, amountFen, organisationId } of draft.lines) {
    const isVillage = isPlace(place) && placeLevel(place) === 'village' && organisationId === undefined;
    if (!isVillage || !standard.villages.has(place))
      return refuse(refusal('fund_standard_village', 'lines', { place }));
    if (amountFen !== standard.grantFen) {
      const values = { place, amount: Number(amountFen) / 100, grant: Number(standard.grantFen) / 100 };
      return refuse(refusal('fund_standard_amount', 'lines', values));
    }
  }
  return ok(true);
}

/** What is handed down of the special money asks for goals; money for the risk fund, and money that comes back, does not. */
export function asksGoals({ kind, upperPool }: { readonly kind: OrderKind; readonly upperPool: Pool }): boolean {
  return kind === 'allocation' && upperPool === 'special';
}

export const gridStates = ['none', 'exact', 'short', 'over', 'double', 'unflagged'] as const;
export type GridState = (typeof gridStates)[number];

/** How a village stands against the grant of a year. */
export function gridStateOf(
  { receivedFen, releases, flagged }: { receivedFen: bigint; releases: number; flagged: boolean },
  grantFen: bigint,
): GridState {
  if (receivedFen === 0n) return 'none';
  if (!flagged) return 'unflagged';
  if (releases > 1) return 'double';
  if (receivedFen === grantFen) return 'exact';
  return receivedFen < grantFen ? 'short' : 'over';
}
