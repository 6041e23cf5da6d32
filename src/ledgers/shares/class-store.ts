import { sql } from 'kysely';
import { type NewRow, type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type BookRef, findBook, openAccounts, openBook } from '../../platform/ledger/ledger-store.ts';
import { addMonths, localDate } from '../../platform/pure/period.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import { type ClassKind, type ClassRules, holdersCode, issuedCode } from './rules.ts';

/** A class of shares with its rules. */
export interface ShareClassRow extends ClassRules {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly kind: ClassKind;
  readonly name: string;
  readonly parFen: bigint;
  /** the charter or resolution that made it */
  readonly documentNumber: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly revision: number;
}

export interface ShareClassDraft extends ClassRules {
  readonly id: string;
  readonly kind: ClassKind;
  readonly name: string;
  readonly parFen: bigint;
  readonly documentNumber: string;
  readonly startsOn: string;
}

const columns = sql`county, id, place, cooperative_id, kind, name, par_fen, transfer, exit, termed, votes, dividend,
  document_number, starts_on, ends_on, revision`;

/** The classes of one cooperative, the oldest first. */
export async function listShareClasses(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string },
): Promise<readonly ShareClassRow[]> {
  const { rows } = await sql<ShareClassRow>`
    select ${columns} from share_class where county = ${at.county} and cooperative_id = ${at.cooperativeId}
    order by starts_on, name limit 200`.execute(tx.db);
  return rows;
}

export async function findShareClass(tx: Tx, key: RecordKey): Promise<ShareClassRow | undefined> {
  const { rows } = await sql<ShareClassRow>`
    select ${columns} from share_class where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** A new class with its two accounts: what members hold, and what is issued against it. */
export async function recordShareClass(tx: Tx, cooperative: CooperativeRow, draft: ShareClassDraft): Promise<void> {
  await record(tx, 'share_class', classRow(cooperative, draft));
  await openClassAccounts(tx, cooperative, [draft]);
}

/** The same for all classes that a charter makes. */
export async function recordShareClasses(
  tx: Tx,
  cooperative: CooperativeRow,
  drafts: readonly ShareClassDraft[],
): Promise<void> {
  await recordMany(
    tx,
    'share_class',
    drafts.map((draft) => classRow(cooperative, draft)),
  );
  await openClassAccounts(tx, cooperative, drafts);
}

function classRow(cooperative: CooperativeRow, draft: ShareClassDraft): NewRow {
  const { county, place, id: cooperativeId } = cooperative;
  const { id, kind, name, parFen, transfer, exit, termed, votes, dividend, documentNumber, startsOn } = draft;
  return {
    county,
    id,
    place,
    cooperative_id: cooperativeId,
    kind,
    name,
    par_fen: parFen,
    transfer,
    exit,
    termed,
    votes,
    dividend,
    document_number: documentNumber,
    starts_on: startsOn,
    ends_on: null,
  };
}

async function openClassAccounts(
  tx: Tx,
  cooperative: CooperativeRow,
  drafts: readonly ShareClassDraft[],
): Promise<void> {
  const book = await ensureShareBook(tx, cooperative);
  const accounts = drafts.flatMap(({ id }) => [
    { code: holdersCode(id), subKind: 'member', least: 0n },
    { code: issuedCode(id), most: 0n },
  ]);
  await openAccounts(tx, book, accounts);
}

/** Corrects names and rules; kind and par stay, since shares were issued at them. */
export async function correctShareClass(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: Omit<ShareClassDraft, 'id' | 'kind' | 'parFen' | 'startsOn'>; readonly reason: string },
): Promise<boolean> {
  const { name, transfer, exit, termed, votes, dividend, documentNumber } = change.fields;
  const set = { name, transfer, exit, termed, votes, dividend, document_number: documentNumber };
  return (await revise(tx, 'share_class', { key, set, reason: change.reason })) !== undefined;
}

/** From this day on no share of the class is issued. */
export async function closeShareClass(
  tx: Tx,
  key: RecordKey,
  end: { readonly endsOn: string; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'share_class', { key, set: { ends_on: end.endsOn }, reason: end.reason })) !== undefined;
}

/** Founders pay in before the registration: the book takes entries from this many months before it. */
const monthsBefore = 24;

/** The share book of a cooperative; opened with its first class. */
export async function ensureShareBook(tx: Tx, cooperative: CooperativeRow): Promise<BookRef> {
  const { county, place, id: organisationId } = cooperative;
  const known = await findBook(tx, { county, organisationId, kind: 'shares' });
  if (known) return { county, id: known.id };
  const book = { county, id: newRecordId<'ledger_book'>(tx) };
  await openBook(tx, {
    ...book,
    place,
    organisationId,
    kind: 'shares',
    unit: 'share',
    openedOn: addMonths(localDate(cooperative.registeredOn), -monthsBefore),
    accounts: [],
  });
  return book;
}

/** Undefined while there is no class yet. */
export async function findShareBook(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string },
): Promise<BookRef | undefined> {
  const book = await findBook(tx, { county: at.county, organisationId: at.cooperativeId, kind: 'shares' });
  return book && { county: book.county, id: book.id };
}
