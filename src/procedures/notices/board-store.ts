import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { markMonth } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { maskPhone } from '../../registers/households/rules.ts';
import type { NewObjection } from './objection-store.ts';
import {
  type NoticeColumn,
  type NoticeKind,
  type NoticePair,
  type ObjectionOutcome,
  ticketLength,
  ticketOf,
} from './rules.ts';
import type { NoticeLine } from './store.ts';

/** A notice as anybody may read it who has its address. */
export interface BoardNotice {
  readonly county: number;
  readonly id: string;
  readonly placeName: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string | null;
  readonly pairs: readonly NoticePair[];
  readonly columns: readonly NoticeColumn[];
  readonly rowCount: number;
  readonly contentDigest: string;
  readonly contact: string | null;
  readonly postedOn: string;
  readonly windowDays: number;
  readonly endsOn: LocalDate;
  readonly withdrawnOn: string | null;
  readonly openObjections: number;
  readonly upheldObjections: number;
}

interface NoticeKey {
  readonly county: number;
  readonly id: string;
}

/** Through a function of the owner's: the public reader has no range and sees no row himself. */
export async function readBoard(tx: Tx, key: NoticeKey): Promise<BoardNotice | undefined> {
  const { rows } = await sql<{ notice: BoardNotice | null }>`
    select public_notice(${key.county}::int, ${key.id}::uuid) as notice`.execute(tx.db);
  return rows[0]?.notice ?? undefined;
}

export async function listBoardLines(
  tx: Tx,
  key: NoticeKey,
  page: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly NoticeLine[]; total: number }> {
  const text = page.q ? `%${page.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<NoticeLine & { total: number }>`
    select number, cells, total
    from public_notice_rows(${key.county}::int, ${key.id}::uuid, ${text}::text, ${page.limit}::int, ${page.offset}::int)
    order by number`.execute(tx.db);
  return { rows: rows.map(({ number, cells }) => ({ number, cells })), total: rows[0]?.total ?? 0 };
}

export interface BoardAnswer {
  readonly title: string;
  readonly receivedOn: string;
  readonly answerBy: string;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
}

/** What became of an objection, for whoever holds its ticket. */
export async function readAnswer(
  tx: Tx,
  asked: { readonly county: number; readonly ticket: string },
): Promise<BoardAnswer | undefined> {
  const { rows } = await sql<{ answer: BoardAnswer | null }>`
    select public_objection(${asked.county}::int, ${asked.ticket}) as answer`.execute(tx.db);
  return rows[0]?.answer ?? undefined;
}

/**
 * Takes an objection from the public. The function behind it checks window and share of the hour, and alone may write
 * outside the sender's range; what it wrote stands in the trail as everything else does.
 */
export async function objectPublicly(
  tx: Tx,
  key: NoticeKey,
  objection: NewObjection,
): Promise<Result<{ readonly ticket: string }, Refusal>> {
  const { phone, ...told } = objection;
  const ticket = ticketOf(randomBytes(ticketLength));
  const phoneMasked = phone === null ? null : maskPhone(phone);
  const row = { county: key.county, noticeId: key.id, ticket, phoneMasked, recordedBy: tx.actor.accountId, ...told };
  const sealed = phone === null ? null : tx.vault.seal(phone);
  // the address itself is not kept: its keyed hash is enough to count
  const sender = tx.vault.fingerprint('address', tx.actor.address).toString('hex');
  const { rows } = await sql<{ taken: { place?: number; refused?: string } }>`
    select object_publicly(${JSON.stringify(row)}::jsonb, ${sealed}::bytea, ${tx.now}::timestamptz, ${sender}) as taken`.execute(
    tx.db,
  );
  const { place, refused } = rows[0]?.taken ?? {};
  if (place === undefined) return refuse({ code: refused ?? 'not_found' });
  tx.trail.push({
    table: 'notice_objection',
    county: key.county,
    place,
    id: told.id,
    after: { ...told, phone: sealed, phone_masked: phoneMasked, ticket, notice_id: key.id, channel: 'online' },
  });
  markMonth(tx, place, told.receivedOn);
  return ok({ ticket });
}
