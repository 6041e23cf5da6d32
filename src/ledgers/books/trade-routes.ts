import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findMembership } from '../../registers/cooperatives/public.ts';
import * as contract from './member-contract.ts';
import { findBook, findBooks } from './store.ts';
import * as store from './trade-store.ts';

export const tradeRoutes: readonly Handler[] = [
  handle(contract.listTrades, async ({ tx, params, query, allowed }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { rows, total, sumFen } = await store.listTrades(tx, book, query);
    return ok({ rows: rows.map((row) => ({ ...row, allowed: allowed(acts, subjectOf(row)) })), total, sumFen });
  }),

  handle(contract.getTrade, async ({ tx, params, allowed }) => {
    const trade = await store.findTrade(tx, params);
    const books = trade && (await findBooks(tx, { ...trade, on: trade.occurredOn }));
    if (!trade || !books) return refuse({ code: 'not_found' });
    return ok({ ...trade, bookId: books.id, allowed: allowed(acts, subjectOf(trade)) });
  }),

  handle(contract.recordTrade, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const barred = decide('trade.record', subjectOf(book));
    if (barred) return refuse(barred);
    const { tradeId, membershipId, ...fields } = body;
    const { county, place, cooperativeId } = book;
    const member = await findMembership(tx, { county, id: membershipId });
    if (member?.cooperativeId !== cooperativeId) return refuse({ code: 'trade_member', field: 'membershipId' });
    const outside =
      fields.occurredOn < member.joinedOn || (member.leftOn !== null && fields.occurredOn >= member.leftOn);
    if (outside) return refuse({ code: 'trade_member', field: 'membershipId' });
    if (fields.occurredOn > todayInShanghai(tx.now)) return refuse({ code: 'voucher_in_future', field: 'occurredOn' });
    const { memberPlace } = member;
    await store.recordTrade(tx, { id: tradeId, county, place, cooperativeId, membershipId, memberPlace, ...fields });
    return ok({ county, id: tradeId });
  }),

  handle(contract.correctTrade, async ({ tx, params, body, decide }) => {
    const trade = await store.findTrade(tx, params);
    if (!trade) return refuse({ code: 'not_found' });
    const barred = decide('trade.record', subjectOf(trade));
    if (barred) return refuse(barred);
    if (trade.sourceId !== null) return refuse({ code: 'trade_from_event' });
    if (body.occurredOn > todayInShanghai(tx.now)) return refuse({ code: 'voucher_in_future', field: 'occurredOn' });
    const { revision, reason, ...fields } = body;
    const done = await store.correctTrade(tx, { ...params, revision }, { fields, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawTrade, async ({ tx, params, body, decide }) => {
    const trade = await store.findTrade(tx, params);
    if (!trade) return refuse({ code: 'not_found' });
    const barred = decide('trade.record', subjectOf(trade));
    if (barred) return refuse(barred);
    if (trade.sourceId !== null) return refuse({ code: 'trade_from_event' });
    const done = await store.withdrawTrade(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),
];

const acts = ['trade.record'];

function subjectOf({ place, cooperativeId }: { readonly place: number; readonly cooperativeId: string }) {
  return { place, organisationId: cooperativeId };
}
