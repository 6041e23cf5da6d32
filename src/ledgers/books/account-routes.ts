import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './account-contract.ts';
import {
  changeAccount,
  changeSubsidiary,
  listBookAccounts,
  listSubsidiaries,
  recordAccount,
  recordSubsidiary,
} from './account-store.ts';
import { type BookRow, findBook } from './store.ts';
import { searchSubs } from './sub-store.ts';

export const accountRoutes: readonly Handler[] = [
  handle(contract.listAccounts, async ({ tx, params, allowed }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const accounts = await listBookAccounts(tx, book);
    const subsidiaries = await listSubsidiaries(tx, book);
    return ok({
      accounts: [...accounts],
      subsidiaries: [...subsidiaries],
      allowed: allowed(['book.account'], subjectOf(book)),
    });
  }),

  handle(contract.listSubs, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    return book ? ok(await searchSubs(tx, book, query)) : refuse({ code: 'not_found' });
  }),

  handle(contract.recordAccount, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('book.account', subjectOf(book));
    if (refused) return refuse(refused);
    const { accountId, code, name } = body;
    const recorded = await recordAccount(tx, book, { id: accountId, code, name });
    return recorded.ok ? ok({ code }) : recorded;
  }),

  handle(contract.changeAccount, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    const known = book && (await ownsAccount(tx, book, params.accountId));
    if (!book || !known) return refuse({ code: 'not_found' });
    const refused = decide('book.account', subjectOf(book));
    if (refused) return refuse(refused);
    const { revision, ...change } = body;
    const key = { county: params.county, id: params.accountId, revision };
    return (await changeAccount(tx, key, change)) ? ok({ accountId: params.accountId }) : refuse({ code: 'stale' });
  }),

  handle(contract.recordSubsidiary, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('book.account', subjectOf(book));
    if (refused) return refuse(refused);
    const { subsidiaryId, ...fields } = body;
    const recorded = await recordSubsidiary(tx, book, { id: subsidiaryId, ...fields });
    return recorded.ok ? ok({ subsidiaryId }) : recorded;
  }),

  handle(contract.changeSubsidiary, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    const known = book && (await listSubsidiaries(tx, book)).some(({ id }) => id === params.subsidiaryId);
    if (!book || !known) return refuse({ code: 'not_found' });
    const refused = decide('book.account', subjectOf(book));
    if (refused) return refuse(refused);
    const { revision, ...change } = body;
    const key = { county: params.county, id: params.subsidiaryId, revision };
    const done = await changeSubsidiary(tx, key, change);
    return done ? ok({ subsidiaryId: params.subsidiaryId }) : refuse({ code: 'stale' });
  }),
];

async function ownsAccount(tx: Tx, book: BookRow, id: string): Promise<boolean> {
  return (await listBookAccounts(tx, book)).some((account) => account.id === id);
}

function subjectOf({ place, cooperativeId }: BookRow) {
  return { place, organisationId: cooperativeId };
}
