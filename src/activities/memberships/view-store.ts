import { chartFor } from '../../ledgers/books/chart-rules.ts';
import { findBooks, nameSubs } from '../../ledgers/books/public.ts';
import { listMoves, listShareClasses } from '../../ledgers/shares/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type EntryLine, findEntry } from '../../platform/ledger/ledger-store.ts';
import { type CooperativeRow, listMemberships } from '../../registers/cooperatives/public.ts';
import type { Plan } from './ground-store.ts';
import type { ActRow } from './store.ts';

/** The lines of both ledgers as people read them. */
export async function describePlan(tx: Tx, cooperative: CooperativeRow, plan: Plan) {
  const { county, id: cooperativeId } = cooperative;
  const ids = [
    ...plan.lots.map(({ membershipId }) => membershipId),
    ...plan.changes.map(({ membership }) => membership.id),
  ];
  const members = new Map((await listMemberships(tx, county, [...new Set(ids)])).map((one) => [one.id, one]));
  const classes = new Map((await listShareClasses(tx, { county, cooperativeId })).map(({ id, name }) => [id, name]));
  const moved = [
    ...plan.changes.map(({ lot, membership, ...line }) => ({
      ...line,
      membershipId: membership.id,
      classId: lot.classId,
    })),
    ...plan.lots.map(({ share, ...line }) => ({ ...line, classId: share.id })),
  ];
  return {
    shareLines: moved.map(({ membershipId, classId, kind, shares, agreedFen, paidFen }) => ({
      membershipId,
      number: members.get(membershipId)?.number ?? null,
      name: members.get(membershipId)?.name ?? null,
      className: classes.get(classId) ?? '',
      ...{ kind, shares, agreedFen, paidFen },
    })),
    voucherLines: await describeLines(tx, county, plan.lines),
  };
}

/** What was posted, from the two ledgers themselves. */
export async function describePosted(tx: Tx, act: ActRow) {
  const { county, cooperativeId, id, voucherId } = act;
  const { rows } = await listMoves(
    tx,
    { county, id: cooperativeId },
    { sourceId: id, order: 'asc', limit: 10_000, offset: 0 },
  );
  const entry = voucherId === null ? undefined : await findEntry(tx, { county, id: voucherId });
  return {
    shareLines: rows.map(({ membershipId, number, name, className, kind, shares, agreedFen, paidFen }) => ({
      ...{ membershipId, number, name, className, kind, shares, agreedFen, paidFen },
    })),
    voucherLines: await describeLines(tx, county, entry?.lines ?? []),
  };
}

async function describeLines(tx: Tx, county: number, lines: readonly EntryLine[]) {
  const names = await nameSubs(
    tx,
    county,
    lines.flatMap(({ sub }) => (sub ? [sub] : [])),
  );
  return lines.map(({ code, sub = '', amount }) => ({
    ...{ code, sub, subName: names.get(sub) ?? null },
    debitFen: amount > 0n ? amount : 0n,
    creditFen: amount < 0n ? -amount : 0n,
  }));
}

/** The chart of the books on a day; null where none are kept by one. */
export async function findChart(tx: Tx, cooperative: CooperativeRow, on: string) {
  if (chartFor(cooperative.kind, on) === undefined) return null;
  const book = await findBooks(tx, { county: cooperative.county, cooperativeId: cooperative.id, on });
  return book?.chart ?? null;
}
