import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { TestDatabase } from '../db/testing.ts';
import { ok } from '../pure/result.ts';
import {
  type AccountSpec,
  type BookRef,
  type EntryDraft,
  type EntryLine,
  openBook,
  postEntries,
} from './ledger-store.ts';

export const county = 150622;
export const village = 150622100201;

export const accounts: readonly AccountSpec[] = [
  { code: '101', least: 0n },
  { code: '102' },
  { code: '114', subKind: 'member' },
  { code: '121', least: 0n },
  { code: '301', most: 0n },
  { code: '501' },
  { code: 'class:a', subKind: 'member', least: 0n },
  { code: 'issued:a', most: 0n },
];

/** Opens a book of its own for one test. */
export async function bookOf(
  database: TestDatabase,
  actor: Actor,
  extra: { readonly organisationId?: string; readonly openedOn?: string; readonly place?: number } = {},
): Promise<BookRef> {
  const book = { county, id: randomUUID() };
  await database.act(actor, async (tx) => {
    await openBook(tx, {
      ...book,
      place: village,
      organisationId: randomUUID(),
      kind: 'books',
      unit: 'fen',
      openedOn: '2019-01-01',
      accounts,
      ...extra,
    });
    return ok(true);
  });
  return book;
}

/** Two lines, or the lines given. */
export function entryOf(change: Partial<EntryDraft> & { readonly lines?: readonly EntryLine[] } = {}): EntryDraft {
  return {
    id: randomUUID(),
    occurredOn: '2019-03-05',
    series: '记',
    memo: '卖羊',
    sourceType: 'test',
    sourceId: randomUUID(),
    lines: [
      { code: '102', amount: 100n },
      { code: '501', amount: -100n },
    ],
    ...change,
  };
}

export function moved(from: string, to: string, amount: bigint): readonly EntryLine[] {
  return [toLine(to, amount), toLine(from, -amount)];
}

/** `114/x` names sub-ledger x of account 114. */
function toLine(account: string, amount: bigint): EntryLine {
  const [code = '', sub] = account.split('/');
  return { code, amount, ...(sub === undefined ? {} : { sub }) };
}

/** Posts as one actor into one book. */
export function poster(database: TestDatabase, actor: Actor, book: BookRef) {
  return (...entries: readonly EntryDraft[]) => database.act(actor, (tx) => postEntries(tx, book, entries));
}
