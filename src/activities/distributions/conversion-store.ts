import { findBooks, postVoucher } from '../../ledgers/books/public.ts';
import { listShareClasses, type NewLot, postShares, type ShareClassRow } from '../../ledgers/shares/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { findCooperative, listMembers } from '../../registers/cooperatives/public.ts';
import { convertedPart } from './conversion-rules.ts';
import { type DueRow, listDue, recordBatch } from './payout-store.ts';
import { pageOf, subjectType } from './rules.ts';
import type { DistributionRow } from './store.ts';
import { conversionLines } from './voucher-rules.ts';
import { words } from './words.ts';

/** The class in which contributions from surplus are recorded: the members’ own, open on the day. */
export async function findConversionClass(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
): Promise<ShareClassRow | undefined> {
  const classes = await listShareClasses(tx, at);
  return classes.find(
    ({ kind, startsOn, endsOn }) => kind === 'member' && startsOn <= at.on && (endsOn === null || endsOn > at.on),
  );
}

/**
 * Turns the voted part of what was just declared into contributions: member accounts, share ledger and voucher in the
 * transaction of the declaration. Who is flagged or has left is paid everything instead.
 */
export async function convertDividends(
  tx: Tx,
  row: DistributionRow,
  vote: { readonly convertedBp: number; readonly on: string; readonly resolutionNumber: string },
): Promise<Result<true, Refusal>> {
  if (vote.convertedBp === 0) return ok(true);
  const { county, cooperativeId } = row;
  const at = { county, cooperativeId, on: vote.on };
  const share = await findConversionClass(tx, at);
  if (!share) return refuse({ code: 'conversion_no_class' });
  const due = await readConverted(tx, row, { ...vote, parFen: share.parFen });
  if (due.length === 0) return ok(true);
  const written = await write(tx, row, { due, vote });
  if (!written.ok) return written;
  const held = await issue(tx, row, { due, share, vote });
  if (!held.ok) return held;
  const id = newRecordId(tx);
  const batch = { id, number: 1, channel: 'contribution', voucherId: written.value } as const;
  await recordBatch(tx, row, { ...batch, due: due.map((one) => ({ ...one, itemId: id })) });
  return ok(true);
}

type ConvertedDue = DueRow & { readonly shares: number };

async function readConverted(
  tx: Tx,
  row: DistributionRow,
  vote: { readonly convertedBp: number; readonly parFen: bigint },
): Promise<readonly ConvertedDue[]> {
  const due = (await listDue(tx, row)).filter(({ flag }) => flag === null);
  return due.map((one) => ({ ...one, ...convertedPart(one, vote) })).filter(({ shares }) => shares > 0);
}

interface Work {
  readonly due: readonly ConvertedDue[];
  readonly vote: { readonly on: string; readonly resolutionNumber: string };
}

async function write(tx: Tx, row: DistributionRow, { due, vote }: Work): Promise<Result<string, Refusal>> {
  const { county, cooperativeId } = row;
  const books = await findBooks(tx, { county, cooperativeId, on: vote.on });
  if (!books) return refuse({ code: 'books_missing' });
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, occurredOn: vote.on, template: 'distribution_conversion' },
    memo: speak(words['voucher.converted'], 'zh', { year: row.year }),
    lines: conversionLines({ chart: books.chart, payments: due }),
    ...{ sourceType: subjectType, sourceId: row.id, sourcePage: pageOf(row) },
    ...{ makerId: row.madeBy ?? '', checkerId: tx.actor.accountId },
  });
  return posted.ok ? ok(posted.value.voucherId) : posted;
}

async function issue(
  tx: Tx,
  row: DistributionRow,
  { due, share, vote }: Work & { readonly share: ShareClassRow },
): Promise<Result<unknown, Refusal>> {
  const { county, cooperativeId } = row;
  const cooperative = await findCooperative(tx, { county, id: cooperativeId });
  if (!cooperative) return refuse({ code: 'not_found' });
  const members = new Map((await listMembers(tx, { county, cooperativeId, on: vote.on })).map((one) => [one.id, one]));
  const lots = due.flatMap(({ membershipId, shares }): readonly NewLot[] => {
    const membership = members.get(membershipId);
    if (!membership) return [];
    const paidFen = BigInt(shares) * share.parFen;
    const head = { lotId: newRecordId(tx), membership, share, kind: 'subscribe', source: 'cash' } as const;
    const from = { valuationId: null, fromLotId: null, expiresOn: null, sourceDocument: vote.resolutionNumber };
    return [{ ...head, ...from, acquiredOn: vote.on, shares, agreedFen: paidFen, paidFen }];
  });
  if (lots.length !== due.length) return refuse({ code: 'stale' });
  return postShares(tx, {
    ...{ cooperative, occurredOn: vote.on, lots, changes: [], source: { type: subjectType, id: row.id } },
    memo: speak(words['voucher.converted'], 'zh', { year: row.year }),
  });
}
