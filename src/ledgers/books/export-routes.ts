import { type Handler, handle } from '../../platform/http/handle.ts';
import { refuse } from '../../platform/pure/result.ts';
import * as contract from './export-contract.ts';
import { exportWholeBook } from './export-store.ts';
import { findBook } from './store.ts';

export const exportRoutes: readonly Handler[] = [
  handle(contract.exportBooks, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    return book ? exportWholeBook(tx, book, { ...query, language }) : refuse({ code: 'not_found' });
  }),
];
