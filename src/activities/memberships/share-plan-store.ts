import { findValuation, type LotChange, type LotRow } from '../../ledgers/shares/public.ts';
import { checkLot, isInKind, type LotClass, partOfLot, sourcesOfKind } from '../../ledgers/shares/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { MembershipRow } from '../../registers/cooperatives/public.ts';
import {
  bookLines,
  findClass,
  findHolder,
  findOwnLot,
  type Ground,
  nothing,
  type Plan,
  type PlannedLot,
} from './ground-store.ts';
import { findReturned } from './standing-store.ts';
import {
  afterChange,
  allOf,
  buyBackLines,
  capitalOfLot,
  contributionLines,
  returnLines,
  transferLines,
} from './voucher-rules.ts';

/** Classes whose shares come from a frozen list or a vote on all, never from one subscription. */
const issuedByList = ['household_grant', 'quantified'];

/** Somebody takes shares: paid at once, in part or later, in money or in kind by a valuation. */
export async function planSubscribe(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { terms } = ground;
  const holder = await findHolder(tx, ground, 'membershipId');
  if (!holder.ok) return holder;
  const share = await findClass(tx, ground, terms.classId);
  if (!share) return refuse(refusal('act_class', 'classId'));
  if (issuedByList.includes(share.kind)) return refuse(refusal('act_class_by_list', 'classId'));
  const thing = await findThing(tx, ground, holder.value);
  if (!thing.ok) return thing;
  const shares = terms.shares ?? 0;
  const [usual] = sourcesOfKind(share.kind);
  const agreedFen = thing.value?.valueFen ?? terms.agreedFen ?? BigInt(shares) * share.parFen;
  const lot: PlannedLot = {
    ...{ membershipId: holder.value.id, share, kind: 'subscribe', acquiredOn: terms.occurredOn, fromLotId: null },
    source: thing.value?.source ?? usual ?? 'cash',
    sourceDocument: thing.value?.documentNumber ?? null,
    valuationId: thing.value?.id ?? null,
    expiresOn: share.termed ? (thing.value?.termUntil ?? null) : null,
    ...{ shares, agreedFen, paidFen: thing.value?.valueFen ?? terms.paidFen ?? agreedFen },
  };
  const checked = checkLot(lot, share, holder.value);
  if (!checked.ok) return checked;
  const counter = isInKind(lot.source) || lot.paidFen === 0n ? terms.counter : (terms.counter ?? 'bank');
  const lines = await bookLines(tx, ground, ({ chart }) =>
    contributionLines(chart, [{ lot: { ...lot, parFen: share.parFen }, paidBefore: 0n }], {
      counter,
      assetId: lot.valuationId,
    }),
  );
  if (!lines.ok) return lines;
  const asset = thing.value && {
    id: thing.value.id,
    name: `${holder.value.number} ${holder.value.name} ${thing.value.description}`.slice(0, 60),
    documentNumber: thing.value.documentNumber,
  };
  return ok({ ...nothing, lots: [lot], lines: lines.value, ...(asset && { asset }) });
}

/** The valuation of what is brought in; shares are taken on it once. */
async function findThing(tx: Tx, { cooperative, terms }: Ground, holder: MembershipRow) {
  if (terms.valuationId === null) return ok(undefined);
  const thing = await findValuation(tx, { county: cooperative.county, id: terms.valuationId });
  if (!thing || thing.membershipId !== holder.id) return refuse(refusal('act_valuation', 'valuationId'));
  if (thing.shares > 0) return refuse(refusal('act_valuation_used', 'valuationId'));
  return thing.valuedOn > terms.occurredOn ? refuse(refusal('act_valuation', 'valuationId')) : ok(thing);
}

/** What was agreed and not paid yet. */
export async function planPay(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { terms } = ground;
  const holder = await findHolder(tx, ground, 'membershipId');
  if (!holder.ok) return holder;
  const lot = await findOwnLot(tx, { ...ground, terms: { ...terms, shares: null } });
  if (!lot.ok) return lot;
  const paidFen = terms.paidFen ?? 0n;
  if (paidFen <= 0n) return refuse(refusal('money_not_positive', 'paidFen'));
  if (lot.value.paidFen + paidFen > lot.value.agreedFen) return refuse(refusal('share_paid_beyond', 'paidFen'));
  const change = { lot: lot.value, membership: holder.value, kind: 'pay', shares: 0, agreedFen: 0n, paidFen } as const;
  const lines = await bookLines(tx, ground, ({ chart }) =>
    contributionLines(chart, [{ lot: afterChange(lot.value, change), paidBefore: lot.value.paidFen }], {
      counter: terms.counter,
      assetId: lot.value.valuationId,
    }),
  );
  return lines.ok ? ok({ ...nothing, changes: [change], lines: lines.value }) : lines;
}

/** Shares pass to another member; those on a valuation only whole, because the land is one. */
export async function planTransfer(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { terms } = ground;
  const from = await findHolder(tx, ground, 'membershipId');
  if (!from.ok) return from;
  const to = await findHolder(tx, ground, 'toMembershipId');
  if (!to.ok) return to;
  const lot = await findOwnLot(tx, ground);
  if (!lot.ok) return lot;
  if (lot.value.transfer === 'none') return refuse(refusal('act_class_no_transfer', 'lotId'));
  const shares = terms.shares ?? 0;
  if (lot.value.valuationId !== null && shares !== lot.value.shares) return refuse(refusal('act_lot_whole', 'shares'));
  const moved = await passOn(tx, ground, {
    lot: lot.value,
    shares,
    from: from.value,
    to: to.value.id,
    kinds: transferKinds,
  });
  if (!moved.ok) return moved;
  const checked = await checkPassed(tx, ground, { lot: moved.value.lot, to: to.value });
  if (!checked.ok) return checked;
  const { change, lot: taken } = moved.value;
  const lines = await bookLines(tx, ground, ({ chart }) =>
    ok(
      transferLines(
        chart,
        { before: capitalOfLot(lot.value), after: afterChange(lot.value, change) },
        { ...taken, parFen: lot.value.parFen },
      ),
    ),
  );
  return lines.ok ? ok({ ...nothing, lots: [taken], changes: [change], lines: lines.value }) : lines;
}

const transferKinds = { out: 'transfer_out', in: 'transfer_in' } as const;
export const inheritKinds = { out: 'inherit_out', in: 'inherit_in' } as const;

/** A lot, or part of it, leaves one member and stands anew at another, with all that is known of it. */
export async function passOn(
  tx: Tx,
  ground: Ground,
  passed: {
    readonly lot: LotRow;
    readonly shares: number;
    readonly from: MembershipRow;
    readonly to: string;
    readonly kinds: typeof transferKinds | typeof inheritKinds;
  },
) {
  const { lot, shares, from, to, kinds } = passed;
  const share = await findClass(tx, ground, lot.classId);
  if (!share) return refuse(refusal('act_class', 'lotId'));
  if (lot.expiresOn !== null && lot.expiresOn <= ground.terms.occurredOn)
    return refuse(refusal('act_term_over', 'lotId'));
  const part = partOfLot(lot, shares);
  const change = {
    ...{ lot, membership: from, kind: kinds.out, shares: -shares },
    ...{ agreedFen: -part.agreedFen, paidFen: -part.paidFen },
  };
  const taken: PlannedLot = {
    ...{ membershipId: to, share, kind: kinds.in, source: lot.source, sourceDocument: lot.sourceDocument },
    ...{ valuationId: lot.valuationId, fromLotId: lot.id, expiresOn: lot.expiresOn },
    ...{ acquiredOn: ground.terms.occurredOn, shares, ...part },
  };
  return ok({ change, lot: taken });
}

/** The receiver may hold the class; that it was closed to new shares does not matter to those that are there. */
async function checkPassed(
  tx: Tx,
  ground: Ground,
  { lot, to }: { readonly lot: PlannedLot; readonly to: MembershipRow },
): Promise<Result<true, Refusal>> {
  const share = await findClass(tx, ground, lot.share.id);
  if (!share) return refuse(refusal('act_class', 'lotId'));
  const open: LotClass = { ...share, endsOn: null };
  const checked = checkLot({ ...lot, opening: true }, open, to);
  return checked.ok ? ok(true) : checked;
}

/** The organisation takes shares back for a price and cancels them. */
export async function planBuyBack(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { terms } = ground;
  const holder = await findHolder(tx, ground, 'membershipId');
  if (!holder.ok) return holder;
  const lot = await findOwnLot(tx, ground);
  if (!lot.ok) return lot;
  if (lot.value.exit !== 'refund' || lot.value.valuationId !== null)
    return refuse(refusal('act_class_no_refund', 'lotId'));
  const shares = terms.shares ?? 0;
  const part = partOfLot(lot.value, shares);
  const change: LotChange = {
    ...{ lot: lot.value, membership: holder.value, kind: 'buy_back', shares: -shares },
    ...{ agreedFen: -part.agreedFen, paidFen: -part.paidFen },
  };
  const from = { before: capitalOfLot(lot.value), after: afterChange(lot.value, change) };
  const paid = { priceFen: terms.paidFen ?? 0n, counter: terms.counter };
  const lines = await bookLines(tx, ground, ({ chart }) => buyBackLines(chart, from, paid));
  return lines.ok ? ok({ ...nothing, changes: [change], lines: lines.value }) : lines;
}

/** The term of what was brought in is over: it goes back, and the shares on it are cancelled. */
export async function planExpire(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { terms } = ground;
  const lot = await findOwnLot(tx, { ...ground, terms: { ...terms, shares: null } });
  if (!lot.ok) return lot;
  const { expiresOn } = lot.value;
  if (expiresOn === null) return refuse(refusal('act_lot_no_term', 'lotId'));
  if (expiresOn > terms.occurredOn) return refuse(refusal('act_term_runs', 'occurredOn', { date: expiresOn }));
  const holder = await findHolder(tx, ground, 'membershipId');
  if (!holder.ok) return holder;
  const lines = await bookLines(tx, ground, async (book) =>
    returnLines(book.chart, await findReturned(tx, { book, lot: lot.value, terms })),
  );
  if (!lines.ok) return lines;
  const change: LotChange = { lot: lot.value, membership: holder.value, kind: 'expire', ...allOf(lot.value) };
  return ok({ ...nothing, changes: [change], lines: lines.value });
}
