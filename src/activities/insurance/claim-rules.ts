import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { hundredths } from './rules.ts';

export const claimStates = ['reported', 'surveyed', 'listed', 'agreed', 'paid', 'declined', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimCauses = [
  'disease',
  'accident',
  'drought',
  'flood',
  'hail',
  'snow',
  'frost',
  'wind',
  'fire',
  'pest',
  'other',
] as const;
export type ClaimCause = (typeof claimCauses)[number];

const whole = 10_000n;

/** What a survey comes to: units lost × sum of one unit × how much of each was lost, less the deductible; rounded down. */
export function lossOf(
  survey: { readonly units: number; readonly lossBp: number },
  policy: { readonly unitSumFen: bigint; readonly deductibleBp: number },
): bigint {
  const borne = whole - BigInt(policy.deductibleBp);
  return (hundredths(survey.units) * policy.unitSumFen * BigInt(survey.lossBp) * borne) / (100n * whole * whole);
}

export interface ReportDraft {
  readonly occurredOn: string;
  readonly toldAt: Date;
  readonly now: Date;
  readonly today: LocalDate;
  readonly policy: { readonly startsOn: string; readonly endsOn: string; readonly state: string };
}

export type ReportRefusal = Refusal<
  'insurance_claim_future' | 'insurance_claim_outside' | 'insurance_claim_not_in_force'
>;

const mostSkew = 10 * 60_000;

/** A loss is reported after it happened, within the days of a policy that is in force; a phone may be late, not early. */
export function proposeReport({ occurredOn, toldAt, now, today, policy }: ReportDraft): Result<true, ReportRefusal> {
  if (occurredOn > today) return refuse(refusal('insurance_claim_future', 'occurredOn'));
  if (toldAt.getTime() > now.getTime() + mostSkew) return refuse(refusal('insurance_claim_future', 'toldAt'));
  if (policy.state !== 'in_force') return refuse(refusal('insurance_claim_not_in_force', 'policyId'));
  const inside = occurredOn >= policy.startsOn && occurredOn <= policy.endsOn;
  return inside ? ok(true) : refuse(refusal('insurance_claim_outside', 'occurredOn'));
}

export interface SurveyLine {
  readonly id: string;
  readonly units: number;
  readonly lossBp: number;
  /** absent: what the survey comes to */
  readonly agreedFen: bigint | undefined;
}

export interface ClaimedLine {
  readonly id: string;
  readonly insuredUnits: number;
  readonly sumFen: bigint;
  /** agreed before, in other claims */
  readonly claimedFen: bigint;
}

export interface SurveyedLine {
  readonly id: string;
  readonly units: number;
  readonly lossBp: number;
  readonly computedFen: bigint;
  readonly agreedFen: bigint;
}

export type SurveyRefusal = Refusal<
  'insurance_survey_incomplete' | 'insurance_survey_beyond_units' | 'insurance_survey_beyond_sum'
>;

/** The survey of a claim: every line of it once, within what is insured, and together within the sum insured. */
export function proposeSurvey(
  lines: readonly ClaimedLine[],
  survey: readonly SurveyLine[],
  policy: { readonly unitSumFen: bigint; readonly deductibleBp: number },
): Result<readonly SurveyedLine[], SurveyRefusal> {
  const byId = new Map(survey.map((line) => [line.id, line]));
  if (byId.size !== survey.length || survey.length !== lines.length)
    return refuse(refusal('insurance_survey_incomplete'));
  const surveyed: SurveyedLine[] = [];
  for (const { id, insuredUnits, sumFen, claimedFen } of lines) {
    const line = byId.get(id);
    if (!line) return refuse(refusal('insurance_survey_incomplete'));
    const { units, lossBp } = line;
    const at = survey.indexOf(line);
    if (hundredths(units) > hundredths(insuredUnits))
      return refuse(refusal('insurance_survey_beyond_units', `lines.${at}.units`, { most: insuredUnits }));
    const computedFen = lossOf(line, policy);
    const agreedFen = line.agreedFen ?? computedFen;
    if (agreedFen + claimedFen > sumFen) return refuse(refusal('insurance_survey_beyond_sum', `lines.${at}.agreedFen`));
    surveyed.push({ id, units, lossBp, computedFen, agreedFen });
  }
  return ok(surveyed);
}

/** The last day to pay: calendar days after the agreement (Agricultural Insurance Regulation, article 14). */
export function payBy(agreedOn: LocalDate, days: number): LocalDate {
  return addDays(agreedOn, days);
}

/** Green when it was paid in time, yellow three days before the last, red after it. */
export function claimLight(
  claim: { readonly dueOn: string | null; readonly paidOn: string | null },
  today: LocalDate,
): 'met' | 'near' | 'late' | 'none' {
  const { dueOn, paidOn } = claim;
  if (dueOn === null) return 'none';
  if (paidOn !== null) return paidOn <= dueOn ? 'met' : 'late';
  if (today > dueOn) return 'late';
  return dueOn <= addDays(today, 3) ? 'near' : 'none';
}

export interface ClaimProofs {
  readonly state: ClaimState;
  readonly digest: string | null;
  readonly linesDigest: string;
  readonly notice: { readonly digest: string; readonly state: string } | undefined;
}

export type AgreeRefusal = Refusal<
  | 'insurance_claim_not_listed'
  | 'insurance_claim_changed'
  | 'insurance_claim_notice_missing'
  | 'insurance_claim_notice_open'
>;

/** An agreement follows the notice of the very list that was surveyed (articles 12 and 15). */
export function proposeAgreement({ state, digest, linesDigest, notice }: ClaimProofs): Result<true, AgreeRefusal> {
  if (state !== 'listed') return refuse(refusal('insurance_claim_not_listed'));
  if (digest !== linesDigest) return refuse(refusal('insurance_claim_changed'));
  if (!notice || notice.digest !== digest) return refuse(refusal('insurance_claim_notice_missing'));
  return notice.state === 'cleared' ? ok(true) : refuse(refusal('insurance_claim_notice_open'));
}
