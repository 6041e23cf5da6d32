import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';

/** Money of one account that lies on a day, by age. */
export interface IdleRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly name: string;
  readonly idleFen: bigint;
  readonly under30Fen: bigint;
  readonly under60Fen: bigint;
  readonly over60Fen: bigint;
  readonly over90Fen: bigint;
  readonly oldestOn: string;
  readonly days: number;
}

export interface IdleQuery {
  readonly q?: string | undefined;
  readonly on: string;
  readonly place?: number | undefined;
  readonly days?: '60' | '90' | undefined;
  readonly sort?: 'place' | 'idleFen' | 'over60Fen' | 'over90Fen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface IdlePage {
  readonly rows: readonly IdleRow[];
  readonly total: number;
  readonly sums: { readonly idleFen: bigint; readonly over60Fen: bigint; readonly over90Fen: bigint };
}

const sorts = { place: 'place', idleFen: 'idle_fen', over60Fen: 'over60_fen', over90Fen: 'over90_fen' } as const;

/**
 * Holders with money that lies on a day. What a lot held then is what came less what had left it by then. Money promised
 * to a contract does not lie; promises are known as they stand now, so the question about a day in the past counts them
 * as lying when they were made since.
 */
export async function listIdle(tx: Tx, query: IdleQuery): Promise<IdlePage> {
  const { lo, hi } =
    query.place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(query.place as Place);
  const from = query.days === undefined ? sql`true` : sql`days >= ${Number(query.days)}`;
  const named = query.q ? sql`name like ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}` : sql`true`;
  const idle = sql`from (
      select a.county, a.id, a.place, coalesce(p.name, '') as place_name, a.name, sum(h.lies) as idle_fen,
        coalesce(sum(h.lies) filter (where h.age < 30), 0) as under30_fen,
        coalesce(sum(h.lies) filter (where h.age >= 30 and h.age < 60), 0) as under60_fen,
        coalesce(sum(h.lies) filter (where h.age >= 60 and h.age < 90), 0) as over60_fen,
        coalesce(sum(h.lies) filter (where h.age >= 90), 0) as over90_fen,
        min(h.arrived_on) as oldest_on, max(h.age) as days
      from (
        select l.county, l.account_id, l.arrived_on, ${query.on}::date - l.arrived_on as age,
          l.left_fen - l.reserved_fen + coalesce((select sum(x.amount_fen) from fund_lot_move as x
            where x.from_county = l.county and x.from_lot = l.id and x.occurred_on > ${query.on}::date), 0) as lies
        from fund_lot as l where l.arrived_on <= ${query.on}::date and l.place between ${lo} and ${hi}
      ) as h join fund_account as a on a.county = h.county and a.id = h.account_id left join place as p on p.code = a.place
      where h.lies > 0 group by 1, 2, 3, 4, 5
    ) as held where ${from} and ${named}`;
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<IdleRow>`
    select * ${idle} order by ${sql.raw(sorts[query.sort ?? 'over90Fen'])} ${direction}, idle_fen desc, place, name
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; idleFen: bigint; over60Fen: bigint; over90Fen: bigint }>`
    select count(*) as total, coalesce(sum(idle_fen), 0) as idle_fen, coalesce(sum(over60_fen), 0) as over60_fen,
      coalesce(sum(over90_fen), 0) as over90_fen ${idle}`.execute(tx.db);
  const { total = 0, ...sums } = counted.rows[0] ?? { idleFen: 0n, over60Fen: 0n, over90Fen: 0n };
  return { rows, total, sums };
}
