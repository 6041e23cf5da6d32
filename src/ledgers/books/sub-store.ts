import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { SubKind } from './chart-rules.ts';
import type { BookRow } from './store.ts';

/** Members or details of a kind whose name, number or initials begin with or contain the text. */
export async function searchSubs(
  tx: Tx,
  book: BookRow,
  query: {
    readonly kind: SubKind;
    readonly q?: string | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: { sub: string; name: string }[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const latin = /^[a-z]+$/i.test(query.q ?? '');
  const letters = `${(query.q ?? '').toLowerCase()}%`;
  const byLetters = latin ? sql`initials like ${letters}` : sql`false`;
  const byPinyin = latin ? sql`pinyin like ${letters}` : sql`false`;
  const found =
    query.kind === 'member'
      ? sql`from membership where county = ${book.county} and cooperative_id = ${book.cooperativeId} and left_on is null
          and (name like ${text} or number like ${text} or ${byLetters} or ${byPinyin})`
      : sql`from subsidiary where county = ${book.county} and cooperative_id = ${book.cooperativeId}
          and kind = ${query.kind} and closed_on is null and (name like ${text} or ${byLetters})`;
  const name = query.kind === 'member' ? sql`number || ' ' || name` : sql`name`;
  const order = query.kind === 'member' ? sql`length(number), number` : sql`name`;
  const { rows } = await sql<{ sub: string; name: string }>`
    select id as sub, ${name} as name ${found} order by ${order}, id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: [...rows], total: counted.rows[0]?.total ?? 0 };
}
