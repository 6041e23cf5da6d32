import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './member-contract.ts';
import { listMemberBalances, type MemberAccount, type MemberBalance, memberAccount } from './member-store.ts';
import { findBook } from './store.ts';

export const memberRoutes: readonly Handler[] = [
  handle(contract.listMemberAccounts, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const all = chosen(await listMemberBalances(tx, book, query.on ?? todayInShanghai(tx.now)), query.q);
    return ok({ rows: all.slice(query.offset, query.offset + query.limit), total: all.length });
  }),

  handle(contract.getMemberAccount, async ({ tx, params, query }) => {
    const account = await memberAccount(tx, { county: params.county, membershipId: params.id, year: query.year });
    if (!account) return refuse({ code: 'not_found' });
    const { book } = account;
    const cooperative = await findCooperative(tx, { county: book.county, id: book.cooperativeId });
    return ok({ ...viewOf(account), cooperativeName: cooperative?.name ?? '' });
  }),
];

/** Those whose name or number contains the text. */
export function chosen(members: readonly MemberBalance[], q: string | undefined): readonly MemberBalance[] {
  if (!q) return members;
  return members.filter(({ number, name }) => number.includes(q) || name.includes(q));
}

function viewOf({ membership, book, year, opening, closing, lines, trades }: MemberAccount) {
  return {
    ...{ county: book.county, bookId: book.id, number: membership.number, name: membership.name },
    ...{ year: year.year, from: year.startsOn, to: year.endsOn, opening: { ...opening }, closing: { ...closing } },
    lines: lines.map(({ trade = null, amounts, ...line }) => ({ ...line, amounts: { ...amounts }, trade })),
    trades: [...trades],
  };
}
