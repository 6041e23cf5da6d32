import { sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { openAccounts } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { spellTitle } from '../../platform/spelling.ts';
import { type AccountKind, type Chart, chartAccounts, type SubKind, statutoryAccount } from './chart-rules.ts';
import { toAccountSpec } from './rules.ts';
import type { BookRow } from './store.ts';
import { type OwnAccountDraft, type PostableAccount, proposeAccount } from './voucher-rules.ts';
import { words } from './words.ts';

/** An account of a book, of the chart or added by the organisation. */
export interface AccountRow extends PostableAccount {
  readonly kind: AccountKind;
  readonly side: 'debit' | 'credit';
  readonly optional: boolean;
  /** first letters of its Chinese name in pinyin, as accountants type it */
  readonly initials: string;
  /** of an account that the organisation added; the others have their names in the words */
  readonly ownName: string | null;
  readonly id: string | null;
  readonly revision: number | null;
}

interface OwnRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly initials: string;
  readonly closedOn: string | null;
  readonly revision: number;
}

/** All accounts of a book in the order of their codes. */
export async function listBookAccounts(tx: Tx, book: BookRow): Promise<readonly AccountRow[]> {
  const { rows } = await sql<OwnRow>`
    select id, code, name, initials, closed_on, revision from own_account
    where county = ${book.county} and book_id = ${book.id}`.execute(tx.db);
  const above = new Set(rows.map(({ code }) => code.slice(0, -2)));
  const own = rows.flatMap(({ code, name, ...row }): AccountRow[] => {
    const statutory = statutoryAccount(book.chart, code);
    if (!statutory) return [];
    const { kind, side, subKind } = statutory;
    return [{ code, kind, side, subKind, optional: false, ...row, ownName: name, hasBelow: above.has(code) }];
  });
  const given = chartAccounts(book.chart).map(
    ({ code, kind, side, subKind, optional, heading }): AccountRow => ({
      ...{ code, kind, side, subKind, optional },
      initials: spellTitle(chineseName(book.chart, code)).initials,
      ownName: null,
      id: null,
      revision: null,
      closedOn: null,
      hasBelow: heading || above.has(code),
    }),
  );
  return [...given, ...own].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function chineseName(chart: Chart, code: string): string {
  const pairs: Readonly<Record<string, readonly [string, string]>> = words;
  return pairs[`chart.${chart}.${code}`]?.[0] ?? '';
}

/** Adds an account below another one; its kind, side, sub-ledger and bounds are those of the account above. */
export async function recordAccount(
  tx: Tx,
  book: BookRow,
  draft: OwnAccountDraft & { readonly id: string },
): Promise<Result<true, Refusal>> {
  const accounts = await listBookAccounts(tx, book);
  const proposed = proposeAccount(draft, book.chart, new Set(accounts.map(({ code }) => code)));
  if (!proposed.ok) return proposed;
  const statutory = statutoryAccount(book.chart, draft.code);
  if (!statutory) return refuse({ code: 'account_parent', field: 'code' });
  const { county, place, cooperativeId } = book;
  try {
    await record(tx, 'own_account', {
      ...{ county, id: draft.id, place, cooperative_id: cooperativeId, book_id: book.id },
      ...{ code: draft.code, name: draft.name, initials: spellTitle(draft.name).initials, closed_on: null },
    });
  } catch (error) {
    if (isUniqueViolation(error, 'own_account_code')) return refuse({ code: 'account_known', field: 'code' });
    throw error;
  }
  await openAccounts(tx, book, [{ ...toAccountSpec(statutory), code: draft.code }]);
  return ok(true);
}

/** Renames an own account, or ends its use from a day on. False when somebody changed it meanwhile. */
export async function changeAccount(
  tx: Tx,
  key: RecordKey,
  change: { readonly name: string; readonly closedOn: string | null; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.name, initials: spellTitle(change.name).initials, closed_on: change.closedOn };
  return (await revise(tx, 'own_account', { key, set, reason: change.reason })) !== undefined;
}

export interface SubsidiaryRow {
  readonly county: number;
  readonly id: string;
  readonly kind: Exclude<SubKind, 'member'>;
  readonly name: string;
  readonly initials: string;
  readonly documentNumber: string | null;
  readonly povertyProject: boolean;
  readonly closedOn: string | null;
  readonly revision: number;
}

const subsidiaryColumns = [
  'county',
  'id',
  'kind',
  'name',
  'initials',
  'documentNumber',
  'povertyProject',
  'closedOn',
  'revision',
] as const;

/** What the sub-ledgers of an organisation are kept for, besides its members. */
export async function listSubsidiaries(tx: Tx, book: BookRow): Promise<readonly SubsidiaryRow[]> {
  const rows = await tx.db
    .selectFrom('subsidiary')
    .select(subsidiaryColumns)
    .where('county', '=', book.county)
    .where('cooperativeId', '=', book.cooperativeId)
    .orderBy('kind')
    .orderBy('name')
    .execute();
  return rows as unknown as SubsidiaryRow[];
}

export interface SubsidiaryFields {
  readonly kind: Exclude<SubKind, 'member'>;
  readonly name: string;
  readonly documentNumber: string | null;
  readonly povertyProject: boolean;
}

/** Adds a detail to a kind of sub-ledger; refuses a second one of the same name. */
export async function recordSubsidiary(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'place' | 'cooperativeId'>,
  draft: SubsidiaryFields & { readonly id: string },
): Promise<Result<true, Refusal>> {
  const { county, place, cooperativeId } = book;
  try {
    await record(tx, 'subsidiary', {
      ...{ county, id: draft.id, place, cooperative_id: cooperativeId, kind: draft.kind, name: draft.name },
      ...{ initials: spellTitle(draft.name).initials, document_number: draft.documentNumber },
      ...{ poverty_project: draft.povertyProject, closed_on: null },
    });
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error, 'subsidiary_name')) return refuse({ code: 'subsidiary_known', field: 'name' });
    throw error;
  }
}

export async function changeSubsidiary(
  tx: Tx,
  key: RecordKey,
  change: {
    readonly name: string;
    readonly documentNumber: string | null;
    readonly povertyProject: boolean;
    readonly closedOn: string | null;
    readonly reason: string;
  },
): Promise<boolean> {
  const { name, documentNumber, povertyProject, closedOn, reason } = change;
  const set = {
    ...{ name, initials: spellTitle(name).initials, document_number: documentNumber },
    ...{ poverty_project: povertyProject, closed_on: closedOn },
  };
  return (await revise(tx, 'subsidiary', { key, set, reason })) !== undefined;
}

/** Names of sub-ledgers by key: members with their number, the others as they are called. */
export async function nameSubs(tx: Tx, county: number, subs: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(subs)].filter((sub) => /^[0-9a-f-]{36}$/.test(sub));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, number || ' ' || name as name from membership where county = ${county} and id = any(${ids}::uuid[])
    union all select id, name from subsidiary where county = ${county} and id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which of these keys are members, and which details of which kind, of one organisation. */
export async function knownSubs(tx: Tx, book: BookRow, subs: Iterable<string>): Promise<ReadonlyMap<string, SubKind>> {
  const ids = [...new Set(subs)].filter((sub) => /^[0-9a-f-]{36}$/.test(sub));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: SubKind }>`
    select id, 'member' as kind from membership
    where county = ${book.county} and cooperative_id = ${book.cooperativeId} and id = any(${ids}::uuid[])
    union all select id, kind from subsidiary
    where county = ${book.county} and cooperative_id = ${book.cooperativeId} and id = any(${ids}::uuid[])
      and closed_on is null`.execute(tx.db);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
