import { sql } from 'kysely';
import { accountOf } from '../../ledgers/books/event-roles-rules.ts';
import { type BookRow, findBooks, postVoucher, recordSubsidiary } from '../../ledgers/books/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type GrantEvent, grantEntry } from './order-rules.ts';

/** A payment as the books of one cooperative see it. */
export interface GrantVoucher {
  readonly county: number;
  readonly cooperativeId: string;
  readonly event: GrantEvent;
  readonly amountFen: bigint;
  readonly project: { readonly number: string; readonly name: string };
  /** the document, where one was named */
  readonly source: string;
  readonly on: string;
  readonly memo: string;
  readonly order: { readonly county: number; readonly id: string };
  readonly makerId: string;
  readonly checkerId: string;
}

/**
 * Writes the voucher of a payment into the cooperative's books: the grant that came in, or what it was spent on. Money
 * that is spent before its receipt was written gets the receipt too. Refuses `books_missing` without books.
 */
export async function postGrant(tx: Tx, voucher: GrantVoucher): Promise<Result<string, Refusal>> {
  const { county, cooperativeId, on, amountFen, event } = voucher;
  const books = await findBooks(tx, { county, cooperativeId, on });
  if (!books) return refuse({ code: 'books_missing' });
  const projectSub = await subOf(tx, books, { kind: 'project', name: nameOf(voucher), document: voucher.source });
  const sourceSub = await subOf(tx, books, { kind: 'source', name: voucher.source, document: voucher.source });
  if (event.kind === 'spent') {
    const missingFen = amountFen - (await grantLeft(tx, books, { sub: projectSub, on }));
    const received: GrantEvent = { kind: 'received' };
    if (missingFen > 0n) {
      const booked = await post(tx, {
        books,
        voucher: { ...voucher, event: received, amountFen: missingFen },
        projectSub,
        sourceSub,
      });
      if (!booked.ok) return booked;
    }
  }
  return post(tx, { books, voucher, projectSub, sourceSub });
}

interface Posting {
  readonly books: BookRow;
  readonly voucher: GrantVoucher;
  readonly projectSub: string;
  readonly sourceSub: string;
}

async function post(tx: Tx, { books, voucher, projectSub, sourceSub }: Posting): Promise<Result<string, Refusal>> {
  const { county, cooperativeId, amountFen, event, order, on, memo, makerId, checkerId } = voucher;
  const lines = grantEntry(books.chart, event, { amountFen, projectSub, sourceSub });
  if (!lines) return refuse({ code: 'order_chart_without_grants' });
  const voucherId = newRecordId(tx);
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, voucherId, occurredOn: on, memo, lines, template: `grant_${event.kind}` },
    ...{ sourceType: 'payment_order', sourceId: order.id, sourcePage: `/payment-orders/${order.county}/${order.id}` },
    ...{ makerId, checkerId },
  });
  return posted.ok ? ok(voucherId) : posted;
}

/** What is left of the grant of a project, as the books say. */
async function grantLeft(tx: Tx, books: BookRow, of: { readonly sub: string; readonly on: string }): Promise<bigint> {
  const code = accountOf(books.chart, 'grant');
  return code === undefined ? 0n : -(await balanceOn(tx, books, { code, sub: of.sub, on: of.on }));
}

function nameOf({ project }: GrantVoucher): string {
  return `${project.number} ${project.name}`.slice(0, 100);
}

/** The number of a document of public money (文号). */
export async function findDocumentNumber(tx: Tx, id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  const { rows } = await sql<{ number: string }>`select number from fund_document where id = ${id}`.execute(tx.db);
  return rows[0]?.number;
}

/** The sub-ledger of that kind and name, opened where it is not kept yet. */
async function subOf(
  tx: Tx,
  books: BookRow,
  sub: { readonly kind: 'project' | 'source'; readonly name: string; readonly document: string },
): Promise<string> {
  const { county, cooperativeId } = books;
  const { rows } = await sql<{ id: string }>`
    select id from subsidiary where county = ${county} and cooperative_id = ${cooperativeId} and kind = ${sub.kind}
      and name = ${sub.name}`.execute(tx.db);
  const [known] = rows;
  if (known) return known.id;
  const id = newRecordId(tx);
  const draft = { id, kind: sub.kind, name: sub.name, documentNumber: sub.document, povertyProject: true };
  await recordSubsidiary(tx, books, draft);
  return id;
}
