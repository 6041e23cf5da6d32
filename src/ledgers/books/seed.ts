import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { closeThrough, type EntryDraft, postEntries } from '../../platform/ledger/ledger-store.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate, lastDay, localMonth, shiftMonth } from '../../platform/pure/period.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import { recordSubsidiary, type SubsidiaryRow } from './account-store.ts';
import { importBankLines } from './bank-import-store.ts';
import { type DemoBusiness, type DemoSubs, demoBusiness } from './business-seed.ts';
import { fiscalYear } from './closing-rules.ts';
import { closeMonth, prepareYearEnd } from './closing-store.ts';
import type { DemoVoucher } from './demo-rules.ts';
import { postDraft, postVoucher } from './posting-store.ts';
import { type BookRow, findBook, openBooks } from './store.ts';
import { findVoucher, listVouchers } from './voucher-store.ts';

type Random = () => number;

/** An account of the demo that makes or checks vouchers. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
}

export interface DemoBookkeeping {
  readonly cooperative: CooperativeRow;
  readonly startsOn: LocalDate;
  readonly until: LocalDate;
  readonly isPastoral: boolean;
  readonly contributions: DemoBusiness['contributions'];
  readonly memberPlaces: ReadonlyMap<string, number>;
  readonly maker: DemoPerson;
  readonly checker: DemoPerson;
}

/** Opens the books of an organisation and posts its business up to the end of the demo. */
export async function loadDemoBooks(tx: Tx, random: Random, keeping: DemoBookkeeping): Promise<BookRow> {
  const { cooperative, startsOn, until, isPastoral, contributions } = keeping;
  const book = granted(await openBooks(tx, { cooperative, id: idOn(random, startsOn), startsOn }));
  const subs = await openSubs(tx, random, book);
  const vouchers = demoBusiness(random, { chart: book.chart, startsOn, until, isPastoral, subs, contributions });
  const drafts = vouchers.map((voucher): DemoVoucher & { readonly id: string } => ({
    ...voucher,
    id: idOn(random, voucher.occurredOn),
  }));
  const entries = drafts.map(
    ({ id, occurredOn, series, memo, lines }): EntryDraft => ({
      ...{ id, occurredOn, series, memo, lines, sourceType: 'voucher', sourceId: id },
    }),
  );
  const posted = granted(await postEntries(tx, book, entries));
  const numbers = new Map(posted.map(({ id, number }) => [id, number]));
  await loadPast(
    tx,
    'voucher',
    drafts.map((draft) => voucherRow(book, keeping, { ...draft, number: numbers.get(draft.id) ?? 0 })),
  );
  await loadPast(
    tx,
    'member_trade',
    drafts.flatMap((draft) => tradeRows(random, { book, keeping, draft })),
  );
  return book;
}

type Numbered = DemoVoucher & { readonly id: string; readonly number: number };

function voucherRow(book: BookRow, { maker, checker }: DemoBookkeeping, voucher: Numbered): PastRow {
  const { county, place, cooperativeId } = book;
  const { id, series, occurredOn, number, memo, template, lines } = voucher;
  const recordedAt = atNine(addDays(occurredOn, 1));
  const totalFen = lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  const row = {
    ...{ county, id, place, cooperative_id: cooperativeId, book_id: book.id, state: 'posted', series },
    ...{ occurred_on: occurredOn, month: occurredOn.slice(0, 7), number, memo, lines: [], line_count: lines.length },
    ...{ total_fen: totalFen, papers: 1, template, source_type: null, source_id: null, source_page: null },
    ...{ reverses_id: null, made_by: maker.id, made_by_name: maker.name },
    ...{ checked_by: checker.id, checked_by_name: checker.name, posted_at: recordedAt },
  };
  return { row, recordedAt };
}

function tradeRows(
  random: Random,
  of: {
    readonly book: BookRow;
    readonly keeping: DemoBookkeeping;
    readonly draft: DemoVoucher & { readonly id: string };
  },
): readonly PastRow[] {
  const { book, keeping, draft } = of;
  const { county, place, cooperativeId } = book;
  return draft.trades.map(({ membershipId, direction, product, quantity, unit, amountFen }) => {
    const row = {
      ...{ county, id: idOn(random, draft.occurredOn), place, cooperative_id: cooperativeId },
      ...{ membership_id: membershipId, member_place: keeping.memberPlaces.get(membershipId) ?? place },
      ...{ occurred_on: draft.occurredOn, direction, product, quantity, unit, amount_fen: amountFen },
      ...{ source_type: 'voucher', source_id: draft.id },
    };
    return { row, recordedAt: atNine(addDays(draft.occurredOn, 1)) };
  });
}

const details: Readonly<Record<keyof DemoSubs, readonly [SubsidiaryRow['kind'], string]>> = {
  fixedAsset: ['asset', '机具、棚圈'],
  animals: ['asset', '育肥羔羊'],
  breeding: ['asset', '基础母畜'],
  project: ['project', '产业扶持项目'],
  source: ['source', '财政产业扶持资金'],
};

async function openSubs(tx: Tx, random: Random, book: BookRow): Promise<DemoSubs> {
  const open = async (key: keyof DemoSubs) => {
    const id = idOn(random, book.startsOn);
    const [kind, name] = details[key];
    const povertyProject = key === 'breeding';
    const documentNumber = kind === 'project' || kind === 'source' ? '鄂财农发〔2018〕32号' : null;
    granted(await recordSubsidiary(tx, book, { id, kind, name, documentNumber, povertyProject }));
    return id;
  };
  return {
    ...{ fixedAsset: await open('fixedAsset'), animals: await open('animals'), breeding: await open('breeding') },
    ...{ project: await open('project'), source: await open('source') },
  };
}

/** Books what was contributed from grants to households, as it was issued. */
export async function bookDemoGrants(
  tx: Tx,
  book: BookRow,
  grants: {
    readonly on: LocalDate;
    readonly policyId: string;
    readonly lines: readonly { readonly membershipId: string; readonly grantedFen: bigint }[];
    readonly maker: DemoPerson;
    readonly checker: DemoPerson;
  },
): Promise<void> {
  const { on, policyId, lines, maker, checker } = grants;
  const granting = lines.filter(({ grantedFen }) => grantedFen > 0n);
  if (granting.length === 0 || book.chart !== 'coop37') return;
  const totalFen = granting.reduce((sum, { grantedFen }) => sum + grantedFen, 0n);
  granted(
    await postVoucher(tx, {
      ...{ county: book.county, cooperativeId: book.cooperativeId, occurredOn: on, memo: '产业扶持资金折股到户' },
      lines: [
        { code: '102', amount: totalFen },
        ...granting.map(({ membershipId, grantedFen }) => ({ code: '30101', sub: membershipId, amount: -grantedFen })),
      ],
      ...{ template: 'contribution_cash', sourceType: 'uplift_policy', sourceId: policyId },
      ...{ makerId: maker.id, makerName: maker.name, checkerId: checker.id, checkerName: checker.name },
    }),
  );
}

/** Carries the result of a year and closes all its months, with one person who writes and one who checks. */
export async function closeDemoYear(
  tx: Tx,
  book: BookRow,
  closing: {
    readonly year: number;
    readonly everyMonth: boolean;
    readonly maker: DemoPerson;
    readonly checker: DemoPerson;
  },
): Promise<void> {
  const { year, everyMonth, maker, checker } = closing;
  const writes = asPerson(tx, maker);
  const checks = asPerson(tx, checker);
  granted(await prepareYearEnd(writes, book, fiscalYear(year, book.fiscalYearStart)));
  const query = { state: 'draft', series: 'closing', sort: 'occurredOn', limit: 10, offset: 0 } as const;
  const { rows } = await listVouchers(tx, book, query);
  for (const { county, id } of rows) {
    const voucher = await findVoucher(tx, { county, id });
    if (voucher) granted(await postDraft(checks, book, { voucher, revision: voucher.revision, reason: '复核无误' }));
  }
  if (!everyMonth) await closeThrough(tx, book, lastDay(localMonth(`${year}-11`)));
  for (let at = everyMonth ? 0 : 11; at < 12; at += 1) {
    const open = await findBook(tx, book);
    if (open) granted(await closeMonth(checks, open, shiftMonth(localMonth(`${year}-01`), at)));
  }
}

function asPerson(tx: Tx, { id, name }: DemoPerson): Tx {
  return { ...tx, actor: { ...tx.actor, accountId: id, name } };
}

function idOn(random: Random, day: string): string {
  return seededId(Date.parse(`${day}T01:00:00Z`), random);
}

function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`demo books keep to the rules: ${result.refusal.code}`);
  return result.value;
}

/** Takes a bank statement in for the demo, as the accountant would. */
export async function takeDemoStatement(
  tx: Tx,
  book: BookRow,
  statement: { readonly code: string; readonly text: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(statement.text);
  granted(await importBankLines(tx, book, { code: statement.code, bytes, language: 'zh', mode: 'all' }));
}
