import { z } from 'zod';
import { moveKinds } from '../../ledgers/shares/rules.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { breachCodes, memberKinds, unitKinds } from '../../registers/cooperatives/composition-rules.ts';
import { actKinds, actStates, counters, exitReasons } from './rules.ts';

const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);
export const actKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const done = z.object({ county: z.int(), id: z.uuid() });
export const revisionAndReason = z.object({ revision: z.int().min(1), reason });
const id = z.uuid().optional();

/** What an act says; each kind needs some of it. */
export const actTerms = z.object({
  county: z.coerce.number().int(),
  cooperativeId: z.uuid(),
  kind: z.enum(actKinds),
  occurredOn: day,
  membershipId: id,
  toMembershipId: id,
  classId: id,
  lotId: id,
  valuationId: id,
  assetId: id,
  policyId: id,
  shares: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  agreedFen: amountShape.optional(),
  paidFen: amountShape.optional(),
  debtFen: amountShape.optional(),
  counter: z.enum(counters).optional(),
  appliedOn: day.optional(),
  leaveReason: z.enum(exitReasons).optional(),
  newcomerKind: z.enum(memberKinds).optional(),
});

export const shareLine = z.object({
  membershipId: z.uuid(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  className: z.string(),
  kind: z.enum(moveKinds),
  shares: z.int(),
  agreedFen: fenShape,
  paidFen: fenShape,
});

export const voucherLine = z.object({
  code: z.string(),
  sub: z.string(),
  subName: z.string().nullable(),
  debitFen: fenShape,
  creditFen: fenShape,
});

export const settlementView = z.object({
  contributionFen: fenShape,
  reserveShareFen: fenShape,
  unpaidPatronageFen: fenShape,
  unpaidDividendFen: fenShape,
  tradeDueFen: fenShape,
  lossShareFen: fenShape,
  debtShareFen: fenShape,
  deductedFen: fenShape,
  beyondLimitFen: fenShape,
  owedFen: fenShape,
  setOffFen: fenShape,
  stillOwedFen: fenShape,
  inKindFen: fenShape,
  leftFen: fenShape,
  payableFen: fenShape,
});

export const previewView = z.object({
  /** of exactly this effect; sent along when it is proposed */
  digest: z.string(),
  /** of the books; null where none are kept by a statutory chart */
  chart: z.enum(['coop37', 'collective14', 'collective04']).nullable(),
  shareLines: z.array(shareLine),
  voucherLines: z.array(voucherLine),
  settlement: settlementView.nullable(),
  leavesOn: z.string().nullable(),
  composition: z
    .object({
      breaches: z.array(z.object({ code: z.enum(breachCodes), actual: z.int(), bound: z.int() })),
      cureBy: z.string().nullable(),
    })
    .nullable(),
});

export const previewAct = defineRoute({
  method: 'GET',
  path: '/membership-acts/preview',
  act: 'membership_act.propose',
  summary: 'what an act would do to the share ledger, the books and the composition; nothing is kept',
  query: actTerms.extend({
    id: z.uuid(),
    /** an act that is recorded, with what it would do today; settling with one who gave notice */
    renews: z.enum(['true', 'false']).optional(),
  }),
  reply: previewView,
});

export const choices = defineRoute({
  method: 'GET',
  path: '/membership-acts/choices',
  act: 'membership_act.propose',
  summary: 'what the form of an act offers: classes, a member’s lots and valuations, uplift lists to issue',
  query: z.object({ county: z.coerce.number().int(), cooperativeId: z.uuid(), membershipId: id }),
  reply: z.object({
    name: z.string(),
    booksId: z.uuid().nullable(),
    classes: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), parFen: fenShape })),
    lots: z.array(
      z.object({
        id: z.uuid(),
        className: z.string(),
        acquiredOn: z.string(),
        expiresOn: z.string().nullable(),
        shares: z.int(),
        unpaidFen: fenShape,
      }),
    ),
    valuations: z.array(z.object({ id: z.uuid(), description: z.string(), valueFen: fenShape })),
    policies: z.array(z.object({ id: z.uuid(), name: z.string(), members: z.int() })),
  }),
});

function text(most: number) {
  return z.string().trim().max(most).optional();
}

/** Who is to become a member, beside the kind. */
const newcomer = {
  newcomerName: text(100),
  newcomerUnitKind: z.enum(unitKinds).optional(),
  newcomerCreditCode: text(40),
  newcomerPhone: text(30),
  newcomerPlace: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
  newcomerIdNumber: text(40),
};

export const actDraft = actTerms.extend({
  ...newcomer,
  id: z.uuid(),
  documentNumber: z.string().trim().min(2).max(100),
  memo: text(200),
  /** of the preview that was looked at; not for one who joins or gives notice */
  digest: z.string().optional(),
});

export const proposeAct = defineRoute({
  method: 'POST',
  path: '/membership-acts',
  act: 'membership_act.propose',
  summary: 'propose an act: it waits for another person, a vote, or the end of the fiscal year',
  body: actDraft,
  reply: done,
});

/** What may be changed of an act that waits: the day, the money, and what an exit is settled with. */
export const renewAct = defineRoute({
  method: 'PUT',
  path: '/membership-acts/:county/:id',
  act: 'membership_act.propose',
  summary: 'propose an act anew with what it does today, or propose the settlement with one who has left',
  params: actKey,
  body: z.object({
    occurredOn: day,
    counter: z.enum(counters).optional(),
    assetId: id,
    debtFen: amountShape.optional(),
    digest: z.string(),
    revision: z.int().min(1),
    reason,
  }),
  reply: done,
});

export const actRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string().nullable(),
  cooperativeId: z.uuid(),
  cooperativeName: z.string().nullable(),
  kind: z.enum(actKinds),
  state: z.enum(actStates),
  occurredOn: z.string(),
  membershipId: z.uuid().nullable(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  toMembershipId: z.uuid().nullable(),
  toNumber: z.string().nullable(),
  toName: z.string().nullable(),
  totalShares: z.int(),
  totalFen: fenShape,
  documentNumber: z.string(),
  madeByName: z.string(),
  revision: z.int(),
});

export const listActs = defineRoute({
  method: 'GET',
  path: '/membership-acts',
  act: 'membership_act.read',
  summary: 'acts that move members, shares and money',
  query: pageQuery.extend({
    cooperativeId: id,
    membershipId: id,
    kind: z.enum(actKinds).optional(),
    state: z.enum([...actStates, 'open']).optional(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    sort: z.enum(['occurredOn', 'totalShares', 'totalFen']).optional(),
  }),
  reply: pageReply(actRow),
});

export const exportActs = defineRoute({
  method: 'GET',
  path: '/membership-acts/export',
  act: 'membership_act.export',
  summary: 'the same list as a workbook',
  query: listActs.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const getAct = defineRoute({
  method: 'GET',
  path: '/membership-acts/:county/:id',
  act: 'membership_act.read',
  summary: 'one act with what it does, or did',
  params: actKey,
  reply: actRow.extend({
    memo: z.string().nullable(),
    appliedOn: z.string().nullable(),
    leavesOn: z.string().nullable(),
    leaveReason: z.enum(exitReasons).nullable(),
    counter: z.enum(counters).nullable(),
    debtFen: fenShape.nullable(),
    assetId: z.uuid().nullable(),
    idNumberMasked: z.string().nullable(),
    checkedByName: z.string().nullable(),
    checkedOn: z.string().nullable(),
    decision: z.string().nullable(),
    voucherId: z.uuid().nullable(),
    voucherNumber: z.int().nullable(),
    reversalReason: z.string().nullable(),
    reversedOn: z.string().nullable(),
    chart: z.enum(['coop37', 'collective14', 'collective04']).nullable(),
    shareLines: z.array(shareLine),
    voucherLines: z.array(voucherLine),
    settlement: settlementView.nullable(),
    /** what it would do today differs from what was proposed */
    changed: z.boolean(),
    /** why it could not be posted today, as a refusal code */
    bar: z.string().nullable(),
    vote: z
      .object({
        state: z.enum(['waiting', 'scheduled', 'passed', 'lost']),
        number: z.string().nullable(),
        heldOn: z.string().nullable(),
        assemblyId: z.uuid().nullable(),
      })
      .nullable(),
    allowed: z.array(z.string()),
  }),
});
