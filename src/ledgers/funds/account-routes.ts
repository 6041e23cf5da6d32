import { type Handler, handle } from '../../platform/http/handle.ts';
import { daysBetween, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './account-contract.ts';
import { openFundAccount } from './account-store.ts';
import { type FundLevelRow, listFundLevels } from './balance-store.ts';
import { listEntries as entries } from './entry-contract.ts';
import { fundTiers } from './entry-rules.ts';
import { listEntries } from './entry-store.ts';
import { listIdle } from './idle-store.ts';
import * as store from './view-store.ts';

export const accountRoutes: readonly Handler[] = [
  handle(contract.listAccounts, async ({ tx, query }) => {
    const { rows, total } = await store.listAccounts(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getAccount, async ({ tx, params, allowed }) => {
    const account = await store.findAccountView(tx, params);
    if (!account) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const lots = (await store.listLots(tx, params)).map((lot) => ({
      ...lot,
      days: Math.max(0, daysBetween(localDate(lot.arrivedOn), today)),
    }));
    const documents = byDocument(await store.listDocumentBalances(tx, params));
    return ok({
      ...account,
      documents,
      lots,
      allowed: allowed(['fund.order', 'fund.override_ask'], { place: account.place }),
    });
  }),

  handle(contract.openAccount, async ({ tx, body, decide }) => {
    const barred = decide('fund.record', { place: body.place });
    if (barred) return refuse(barred);
    const { holder, organisationId, place } = body;
    if ((holder === 'cooperative') !== (organisationId !== undefined)) {
      return refuse({ code: 'fund_account_holder', field: 'organisationId' });
    }
    if (organisationId !== undefined) {
      const key = { county: Math.floor(place / 1_000_000), id: organisationId };
      const cooperative = await findCooperative(tx, key);
      if (cooperative?.place !== place) return refuse({ code: 'not_found' });
      if (body.pool !== 'special') return refuse({ code: 'fund_account_pool', field: 'pool' });
    }
    const opened = await openFundAccount(tx, { ...body, kind: holder });
    return ok({ county: opened.county, id: opened.id });
  }),

  handle(contract.listMovements, async ({ tx, query }) => {
    const { rows, total, sumFen } = await store.listMovements(tx, query);
    return ok({ rows: [...rows], total, sumFen });
  }),

  handle(entries, async ({ tx, query }) => {
    const { rows, total, sumFen } = await listEntries(tx, query);
    return ok({ rows: [...rows], total, sumFen });
  }),

  handle(contract.listIdle, async ({ tx, query }) => {
    const { rows, total, sums } = await listIdle(tx, { ...query, on: query.on ?? todayInShanghai(tx.now) });
    return ok({ rows: [...rows], total, sums });
  }),

  handle(contract.getBalanceSheet, async ({ tx, query }) => {
    const on = query.on ?? todayInShanghai(tx.now);
    const range = query.place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(query.place as Place);
    const rows = await listFundLevels(tx, { lo: range.lo, hi: range.hi, on, fundKind: query.fundKind });
    return ok({ on, funds: fundsOf(rows) });
  }),
];

const codeKeys = {
  received: 'receivedFen',
  allotted: 'allottedFen',
  passed_on: 'passedOnFen',
  paid: 'paidFen',
  returned: 'returnedFen',
  sent_back: 'returnedFen',
  available: 'availableFen',
  committed: 'committedFen',
} as const;

const noBalances = {
  receivedFen: 0n,
  allottedFen: 0n,
  passedOnFen: 0n,
  paidFen: 0n,
  returnedFen: 0n,
  availableFen: 0n,
  committedFen: 0n,
};

function byDocument(balances: readonly store.DocumentBalance[]) {
  return [...Map.groupBy(balances, ({ documentId }) => documentId).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const amounts: Record<keyof typeof noBalances, bigint> = { ...noBalances };
    for (const { code, amountFen } of group) amounts[codeKeys[code as keyof typeof codeKeys]] += amountFen;
    return [{ documentCounty: first.documentCounty, documentId: first.documentId, number: first.number, ...amounts }];
  });
}

function fundsOf(rows: readonly FundLevelRow[]) {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sum = (pick: (row: FundLevelRow) => bigint) => group.reduce((total, row) => total + pick(row), 0n);
    const levels = group
      .map(({ county: _county, id: _id, name: _name, kind: _kind, ...level }) => level)
      .sort((a, b) => fundTiers.indexOf(a.level) - fundTiers.indexOf(b.level));
    const openFen = sum((row) => row.passedOnFen) - sum((row) => row.allottedFen) + sum((row) => row.returnedFen);
    const { county, id, name, kind } = first;
    return [{ county, id, name, kind, levels, openFen }];
  });
}
