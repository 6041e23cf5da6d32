import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { consentFields } from './consent-rules.ts';
import { collaterals, ineligibleCodes, loanKinds, loanPurposes } from './eligibility-rules.ts';

export const applicationStates = [
  'draft',
  'refused',
  'sent',
  'approved',
  'declined',
  'withdrawn',
  'contracted',
] as const;
export const declineCodes = ['credit_record', 'repayment_ability', 'purpose', 'bank_quota', 'other'] as const;

export const recordKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const done = z.object({ county: z.int(), id: z.uuid() });
export const reason = z.string().trim().min(2).max(300);
export const revision = z.int().min(1);
export const placeFilter = z.coerce.number().int().refine(isPlace, 'place_invalid').optional();

export const regimeView = z.object({
  name: z.string(),
  ceilingFen: fenShape,
  mostMonths: z.int(),
  shortRatePpm: z.int(),
  longRatePpm: z.int(),
  once: z.boolean(),
  sourceZh: z.string(),
  sourceEn: z.string(),
});

const asked = {
  amountFen: positiveFenShape,
  termMonths: z.int().min(1).max(360),
  purpose: z.enum(loanPurposes),
  purposeNote: z.string().trim().max(300).nullable().default(null),
};

export const applicationRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(loanKinds),
  borrowerName: z.string(),
  poor: z.enum(['yes', 'no', 'unknown']),
  appliedOn: z.string(),
  amountFen: fenShape,
  termMonths: z.int(),
  purpose: z.enum(loanPurposes),
  state: z.enum(applicationStates),
  refusals: z.array(z.enum(ineligibleCodes)),
  bankName: z.string().nullable(),
});

export const applicationView = applicationRow.extend({
  householdId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  regime: z.string().nullable(),
  purposeNote: z.string().nullable(),
  bankId: z.uuid().nullable(),
  declineCode: z.enum(declineCodes).nullable(),
  decidedOn: z.string().nullable(),
  note: z.string().nullable(),
  loanId: z.uuid().nullable(),
  consent: z
    .object({
      id: z.uuid(),
      fields: z.array(z.enum(consentFields)),
      /** of the day of consent; null for who may not read them today */
      facts: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
      givenOn: z.string(),
      endsOn: z.string(),
      withdrawnOn: z.string().nullable(),
      paper: z.string(),
      inForce: z.boolean(),
      revision,
    })
    .nullable(),
  reports: z.array(
    z.object({
      id: z.uuid(),
      collateral: z.enum(collaterals),
      reportedOn: z.string(),
      state: z.enum(['open', 'closed']),
    }),
  ),
  revision,
  allowed: z.array(z.string()),
});

export const listApplications = defineRoute({
  method: 'GET',
  path: '/loan-applications',
  act: 'loan.read',
  summary: 'applications for loans inside the range; a bank sees those that were sent to it',
  query: pageQuery.extend({
    kind: z.enum(loanKinds).optional(),
    state: z.enum(applicationStates).optional(),
    refusal: z.enum(ineligibleCodes).optional(),
    place: placeFilter,
    sort: z.enum(['appliedOn', 'amountFen', 'borrowerName']).optional(),
  }),
  reply: pageReply(applicationRow),
});

export const exportApplications = defineRoute({
  method: 'GET',
  path: '/loan-applications/export',
  act: 'loan.read',
  summary: 'the same list as a workbook',
  query: listApplications.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getApplication = defineRoute({
  method: 'GET',
  path: '/loan-applications/:county/:id',
  act: 'loan.read',
  summary: 'one application with its consent and what came of it',
  params: recordKey,
  reply: applicationView,
});

export const prefillApplication = defineRoute({
  method: 'GET',
  path: '/loan-prefill/:county/:id',
  act: 'loan.apply',
  summary: 'what the register knows of a household that wants microcredit, and the rules in force today',
  params: recordKey,
  query: z.object({
    amountFen: positiveFenShape.optional(),
    termMonths: z.coerce.number().int().min(1).max(360).optional(),
    purpose: z.enum(loanPurposes).optional(),
  }),
  reply: z.object({
    name: z.string(),
    place: z.int(),
    povertyState: z.string().nullable(),
    residents: z.int(),
    hasOpenLoan: z.boolean(),
    borrowedUnderRegime: z.boolean(),
    regime: regimeView.nullable(),
    /** for the amount, term and purpose asked, or for the most the rules allow */
    refusals: z.array(z.enum(ineligibleCodes)),
  }),
});

export const recordApplication = defineRoute({
  method: 'POST',
  path: '/loan-applications',
  act: 'loan.apply',
  summary: 'an application; what the rules do not allow is kept as refused, with every reason',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    kind: z.enum(loanKinds),
    /** of microcredit */
    householdId: z.uuid().optional(),
    /** of the others: an organisation of the register */
    organisationId: z.uuid().optional(),
    ...asked,
  }),
  reply: done.extend({ state: z.enum(applicationStates), refusals: z.array(z.enum(ineligibleCodes)) }),
});

export const correctApplication = defineRoute({
  method: 'PUT',
  path: '/loan-applications/:county/:id',
  act: 'loan.apply',
  summary: 'correct an application that no bank has yet; the rules are asked anew',
  params: recordKey,
  body: z.object({ revision, ...asked, reason: reason.default('corrected') }),
  reply: done.extend({ state: z.enum(applicationStates), refusals: z.array(z.enum(ineligibleCodes)) }),
});

export const sendApplication = defineRoute({
  method: 'POST',
  path: '/loan-applications/:county/:id/send',
  act: 'loan.apply',
  summary: 'to a bank, with the borrower’s dated consent that names what the bank may see',
  params: recordKey,
  body: z.object({
    revision,
    bankId: z.uuid(),
    consent: z
      .object({
        id: z.uuid(),
        fields: z.array(z.enum(consentFields)).min(1).max(consentFields.length),
        endsOn: z.iso.date(),
        paper: z.string().trim().min(2).max(100),
      })
      .optional(),
  }),
  reply: done,
});

export const withdrawConsent = defineRoute({
  method: 'POST',
  path: '/loan-applications/:county/:id/consent/withdraw',
  act: 'loan.apply',
  summary: 'the borrower takes the consent back: what was shown is emptied',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const withdrawApplication = defineRoute({
  method: 'POST',
  path: '/loan-applications/:county/:id/withdraw',
  act: 'loan.apply',
  summary: 'the borrower no longer wants it',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const decideApplication = defineRoute({
  method: 'POST',
  path: '/loan-applications/:county/:id/decide',
  act: 'loan.decide',
  summary: 'the bank approves or declines, with its reason by code; never who made the application',
  params: recordKey,
  body: z.object({
    revision,
    decision: z.enum(['approved', 'declined']),
    declineCode: z.enum(declineCodes).optional(),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  reply: done,
});

export const lenderRow = z.object({ county: z.int(), id: z.uuid(), name: z.string(), admittedOn: z.string() });

export const listLenders = defineRoute({
  method: 'GET',
  path: '/loan-lenders',
  act: 'loan.lenders',
  summary: 'the banks that lend under the measure',
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(lenderRow),
});

export const admitLender = defineRoute({
  method: 'POST',
  path: '/loan-lenders',
  act: 'loan.admit',
  summary: 'a bank of the register of agencies begins to lend under the measure',
  body: z.object({ county: z.coerce.number().int(), agencyId: z.uuid() }),
  reply: done,
});
