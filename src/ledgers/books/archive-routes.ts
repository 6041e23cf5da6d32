import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './archive-contract.ts';
import { exportYear, listArchive } from './archive-store.ts';
import { findBook } from './store.ts';

export const archiveRoutes: readonly Handler[] = [
  handle(contract.getArchive, async ({ tx, params }) => {
    const book = await findBook(tx, params);
    return book ? ok({ years: await listArchive(tx, book) }) : refuse({ code: 'not_found' });
  }),

  handle(contract.exportArchive, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    return book ? exportYear(tx, book, { year: query.year, language }) : refuse({ code: 'not_found' });
  }),
];
