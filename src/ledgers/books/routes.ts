import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { accountRoutes } from './account-routes.ts';
import { archiveRoutes } from './archive-routes.ts';
import { bankRoutes } from './bank-routes.ts';
import { cardRoutes } from './card-routes.ts';
import { closingRoutes } from './closing-routes.ts';
import * as contract from './contract.ts';
import { eventRoutes } from './event-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { type BookRow, findBook, listBooks, listBooksOf, openBooks } from './store.ts';
import { tradeRoutes } from './trade-routes.ts';
import { voucherRoutes } from './voucher-routes.ts';

const acts = [
  'book.open',
  'book.account',
  'book.close',
  'book.reopen',
  'book.export',
  'voucher.record',
  'voucher.check',
  'trade.record',
  'event.record',
  'bank.match',
  'card.record',
];

const bookRoutes: readonly Handler[] = [
  handle(contract.listBooks, async ({ tx, query }) => {
    const { rows, total } = await listBooks(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getBook, async ({ tx, params, allowed }) => {
    const book = await findBook(tx, params);
    const cooperative = book && (await findCooperative(tx, { county: book.county, id: book.cooperativeId }));
    if (!book || !cooperative) return refuse({ code: 'not_found' });
    const others = await listBooksOf(tx, { county: book.county, cooperativeId: book.cooperativeId });
    return ok({
      ...book,
      cooperativeName: cooperative.name,
      placeName: await placeName(tx, book),
      today: todayInShanghai(tx.now),
      others: others
        .filter(({ id }) => id !== book.id)
        .map(({ county, id, chart, startsOn }) => ({ county, id, chart, startsOn })),
      allowed: allowed(acts, { place: book.place, organisationId: book.cooperativeId }),
    });
  }),

  handle(contract.openBooks, async ({ tx, body, decide }) => {
    const cooperative = await findCooperative(tx, { county: body.county, id: body.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('book.open', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const opened = await openBooks(tx, { cooperative, id: body.id, startsOn: body.startsOn });
    return opened.ok ? ok({ county: cooperative.county, id: body.id }) : opened;
  }),
];

async function placeName(tx: Tx, { place }: BookRow): Promise<string | null> {
  return (await listPlaceNames(tx, [place])).get(place) ?? null;
}

export const routes: readonly Handler[] = [
  ...bookRoutes,
  ...accountRoutes,
  ...voucherRoutes,
  ...reportRoutes,
  ...closingRoutes,
  ...memberRoutes,
  ...tradeRoutes,
  ...eventRoutes,
  ...bankRoutes,
  ...cardRoutes,
  ...exportRoutes,
  ...archiveRoutes,
  ...sheetRoutes,
];
