import { isPlace, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface DocumentDraft {
  readonly issuedOn: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly purposes: readonly string[];
  readonly places: readonly number[];
  readonly standard: boolean;
}

export type DocumentRefusal = Refusal<
  'fund_window' | 'fund_starts_before_issue' | 'fund_places_outside' | 'fund_standard_purpose'
>;

/** Checks a document before it is recorded; `office` is the place whose fund it belongs to. */
export function proposeDocument(draft: DocumentDraft, office: number): Result<true, DocumentRefusal> {
  const { startsOn, endsOn, issuedOn, places, standard, purposes } = draft;
  if (endsOn !== null && endsOn < startsOn) return refuse(refusal('fund_window', 'endsOn'));
  if (startsOn < issuedOn) return refuse(refusal('fund_starts_before_issue', 'startsOn'));
  if (!isPlace(office)) return refuse(refusal('fund_places_outside', 'places'));
  const { lo, hi } = placeRange(office);
  if (places.some((place) => place < lo || place > hi)) return refuse(refusal('fund_places_outside', 'places'));
  // article 11: the grant to key poor villages is for industry
  const isIndustry = purposes.some((purpose) => industryPurposes.has(purpose));
  if (standard && !isIndustry) return refuse(refusal('fund_standard_purpose', 'purposes'));
  return ok(true);
}

const industryPurposes: ReadonlySet<string> = new Set([
  'industry',
  'breeding_stock',
  'machinery',
  'production_building',
]);
