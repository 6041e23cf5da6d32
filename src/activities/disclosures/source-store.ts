import { sql } from 'kysely';
import type { Chart } from '../../ledgers/books/chart-rules.ts';
import { findBooks } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type BookRef, type LedgerBalance, listBalances, listLines } from '../../platform/ledger/ledger-store.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { sumKindsOn, sumLeases } from '../../registers/assets/public.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { isOf, type Sources } from './figures-rules.ts';
import type { TakenAccount } from './items-rules.ts';
import { type DisclosedPeriod, type DisclosureForm, formOf, isCollective } from './rules.ts';

/** Whose finances are disclosed. */
export interface Unit {
  readonly county: number;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly form: DisclosureForm;
}

/** A cooperative at its seat, or the village itself; undefined outside the reader’s range or where neither is. */
export async function findUnit(
  tx: Tx,
  key: { readonly place: number; readonly cooperativeId: string | null },
): Promise<Unit | undefined> {
  const { place, cooperativeId } = key;
  const county = countyOf(placeOf(place));
  const { rows } = await sql<{ name: string }>`
    select name from place where code = ${place} and level = 'village'`.execute(tx.db);
  const placeName = rows[0]?.name;
  if (placeName === undefined) return undefined;
  if (cooperativeId === null) return { county, place, placeName, cooperativeId, name: placeName, form: 'village' };
  const cooperative = await findCooperative(tx, { county, id: cooperativeId });
  const form = cooperative && formOf(cooperative.kind);
  if (!form || cooperative.place !== place) return undefined;
  return { county, place, placeName, cooperativeId, name: cooperative.name, form };
}

interface Books {
  readonly chart: Chart;
  readonly ref: BookRef;
}

/** The books that a unit kept at the end of a period. */
async function findBooksOf(tx: Tx, { county, cooperativeId }: Unit, endsOn: string): Promise<Books | undefined> {
  if (cooperativeId === null) return undefined;
  const found = await findBooks(tx, { county, cooperativeId, on: endsOn });
  return found && found.startsOn <= endsOn ? { chart: found.chart, ref: found.book } : undefined;
}

/** All that a disclosure is drawn up from. A cooperative’s has no assets of the village in it. */
export async function readSources(tx: Tx, unit: Unit, { startsOn, endsOn }: DisclosedPeriod): Promise<Sources> {
  const books = await findBooksOf(tx, unit, endsOn);
  const balances = books && (await listBalances(tx, books.ref, { from: startsOn, to: endsOn }));
  const hasAssets = isCollective(unit.form);
  return {
    books: books && balances && { chart: books.chart, balances },
    kinds: hasAssets ? await sumKindsOn(tx, unit.place, endsOn) : undefined,
    leases: hasAssets ? await sumLeases(tx, unit.place, { from: startsOn, to: endsOn }) : undefined,
  };
}

export async function countVouchers(tx: Tx, unit: Unit, { startsOn, endsOn }: DisclosedPeriod): Promise<number> {
  if (unit.cooperativeId === null) return 0;
  const { rows } = await sql<{ vouchers: number | null }>`
    select sum(n.last) as vouchers from book as b
    join ledger_counter as n on n.county = b.county and n.book_id = b.id
    where b.county = ${unit.county} and b.cooperative_id = ${unit.cooperativeId}
      and n.month between ${startsOn.slice(0, 7)} and ${endsOn.slice(0, 7)}`.execute(tx.db);
  return rows[0]?.vouchers ?? 0;
}

export type ItemAccount = Omit<LedgerBalance, 'sub'>;

export interface ItemLines {
  readonly chart: Chart | undefined;
  readonly accounts: readonly ItemAccount[];
  readonly rows: Awaited<ReturnType<typeof listLines>>['rows'];
  readonly total: number;
}

/** The accounts behind an item with what moved in them, and one page of their ledger lines. */
export async function listItemLines(
  tx: Tx,
  question: {
    readonly unit: Unit;
    readonly span: DisclosedPeriod;
    readonly taken: (chart: Chart) => readonly TakenAccount[] | undefined;
  },
  page: { readonly limit: number; readonly offset: number },
): Promise<ItemLines> {
  const { unit, span } = question;
  const books = await findBooksOf(tx, unit, span.endsOn);
  const taken = books && question.taken(books.chart);
  if (!taken) return { chart: undefined, accounts: [], rows: [], total: 0 };
  const days = { from: span.startsOn, to: span.endsOn };
  const balances = await listBalances(tx, books.ref, { ...days, totals: true });
  const accounts = balances.filter((row) => taken.some((one) => isOf(one)(row)));
  const rows: ItemLines['rows'][number][] = [];
  let total = 0;
  for (const { code } of accounts) {
    const skipped = Math.max(page.offset - total, 0);
    const found = await listLines(tx, books.ref, { ...days, code, limit: page.limit - rows.length, offset: skipped });
    rows.push(...found.rows);
    total += found.total;
  }
  return { chart: books.chart, accounts, rows, total };
}
