import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';

export interface RegisterRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string | null;
  readonly name: string;
  readonly kind: string;
  readonly classes: number;
  readonly holders: number;
  readonly shares: number;
  readonly paidFen: bigint;
  readonly opening: boolean;
}

export interface RegisterQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'name' | 'place' | 'shares' | 'paidFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const sortColumns = { name: 'pinyin', place: 'place', shares: 'shares', paidFen: 'paid_fen' } as const;

/** Organisations with what is held of all their classes now, from what is left of each acquisition. */
export async function listRegisters(
  tx: Tx,
  query: RegisterQuery,
): Promise<{ rows: readonly RegisterRow[]; total: number }> {
  const found = sql`from (
      select c.county, c.id, c.place, p.name as place_name, c.name, c.pinyin, c.initials, c.kind,
        (select count(*) from share_class as k where k.county = c.county and k.cooperative_id = c.id) as classes,
        coalesce(l.holders, 0) as holders, coalesce(l.shares, 0) as shares, coalesce(l.paid_fen, 0) as paid_fen,
        exists (select from share_opening as o where o.county = c.county and o.cooperative_id = c.id) as opening
      from cooperative as c
      left join place as p on p.code = c.place
      left join (select county, cooperative_id, count(distinct membership_id) filter (where shares > 0) as holders,
          sum(shares) as shares, sum(paid_fen) as paid_fen
        from share_lot group by county, cooperative_id) as l on l.county = c.county and l.cooperative_id = c.id
    ) as c where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'place']);
  const { rows } = await sql<RegisterRow>`
    select county, id, place, place_name, name, kind, classes, holders, shares, paid_fen, opening ${found}
    order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, pinyin, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: RegisterQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.place !== undefined) {
    const { lo, hi } = placeRange(query.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    const letters = query.q.toLowerCase().replace(/[^a-z]/g, '');
    const named = sql`name like ${text} or place_name like ${text}`;
    parts.push(
      letters === ''
        ? sql`(${named})`
        : sql`(${named} or pinyin like ${`${letters}%`} or initials like ${`${letters}%`})`,
    );
  }
  return sql.join(parts, sql` and `);
}
