import { checkCreditCode } from '../../platform/pure/credit-code.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';

export const agencyKinds = ['department', 'pairing_unit', 'bank', 'insurer', 'school', 'other'] as const;

export type AgencyKind = (typeof agencyKinds)[number];

export interface AgencyDraft {
  readonly name: string;
  readonly creditCode?: string | null | undefined;
  readonly startsOn: string;
  readonly endsOn?: string | null | undefined;
}

/** Checks a unit before it is written; its credit code comes back in the form in which it is stored (GB 32100). */
export function proposeAgency(draft: AgencyDraft): Result<{ creditCode: string | null }, Refusal> {
  if (draft.endsOn && draft.endsOn <= draft.startsOn) return refuse({ code: 'agency_period', field: 'endsOn' });
  if (!draft.creditCode) return ok({ creditCode: null });
  const checked = checkCreditCode(draft.creditCode);
  return checked.ok
    ? ok({ creditCode: checked.value.normalized })
    : refuse({ ...checked.refusal, field: 'creditCode' });
}
