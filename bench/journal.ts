import { randomBytes, randomUUID } from 'node:crypto';
import { systemActor } from '../src/platform/access/actor.ts';
import type { Database } from '../src/platform/db/database.ts';
import { type Tx, transact } from '../src/platform/db/transact.ts';
import { type BookRef, type EntryDraft, openBook, postEntries } from '../src/platform/ledger/ledger-store.ts';
import { addDays, localDate } from '../src/platform/pure/period.ts';
import { ok } from '../src/platform/pure/result.ts';
import { listVillages } from './city.ts';

export const firstDay = localDate('2018-01-01');
const accounts = [
  '101',
  '102',
  '113',
  '121',
  '151',
  '201',
  '211',
  '301',
  '311',
  '331',
  '401',
  '501',
  '511',
  '521',
  '522',
];

export interface PlacedBook extends BookRef {
  readonly place: number;
}

/** Opens one book in each of the first villages. */
export async function openBooksAt(database: Database, count: number): Promise<readonly PlacedBook[]> {
  const villages = (await listVillages()).slice(0, count);
  const books = villages.map((place) => ({ place, county: Math.floor(place / 1_000_000), id: randomUUID() }));
  for (const book of books) {
    await actAt(database, book.place, (tx) =>
      openBook(tx, {
        ...{ ...book, organisationId: randomUUID(), kind: 'books', unit: 'fen', openedOn: firstDay },
        accounts: accounts.map((code) => ({ code })),
      }),
    );
  }
  return books;
}

/** Entries of two lines each, spread over the days; what is debited moves on from account to account. */
export function entriesOf(count: number, days: number, from = 0): EntryDraft[] {
  return Array.from({ length: count }, (_, step) => {
    const at = from + step;
    const amount = BigInt(1 + (at % 9973));
    return {
      id: randomUUID(),
      occurredOn: addDays(firstDay, at % days),
      series: 'usual',
      memo: '收购羊毛',
      sourceType: 'bench',
      sourceId: randomUUID(),
      lines: [
        { code: accounts[at % accounts.length] ?? '101', amount },
        { code: accounts[(at + 7) % accounts.length] ?? '102', amount: -amount },
      ],
    };
  });
}

/** Posts them in one act, with balance, period and trail; refused is a mistake of the bench. */
export async function post(database: Database, book: PlacedBook, entries: readonly EntryDraft[]): Promise<void> {
  await actAt(database, book.place, async (tx) => {
    const posted = await postEntries(tx, book, entries);
    if (!posted.ok) throw new Error(posted.refusal.code);
  });
}

export async function actAt(database: Database, place: number, work: (tx: Tx) => Promise<void>): Promise<void> {
  const context = {
    actor: systemActor({ lo: place, hi: place }, randomUUID()),
    act: 'bench.post',
    idempotency: { key: randomUUID(), requestHash: randomBytes(32) },
  };
  const done = await transact(database, context, async (tx) => {
    await work(tx);
    return ok(true);
  });
  if (!done.ok) throw new Error('refused');
}
