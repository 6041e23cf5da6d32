import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listPositions } from '../../platform/ledger/ledger-store.ts';
import { findShareBook, listShareClasses, type ShareClassRow } from './class-store.ts';
import { issuedCode, type MoveKind } from './rules.ts';

/** What one member holds of one class on a day; what was paid for it, in fen. */
export interface Holding {
  readonly membershipId: string;
  readonly classId: string;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

interface Day {
  readonly county: number;
  readonly cooperativeId: string;
  readonly on: string;
}

/** All holdings of a cooperative on the evening of any day. */
export async function listHoldings(tx: Tx, at: Day): Promise<readonly Holding[]> {
  const { rows } = await sql<Holding>`
    select membership_id, class_id, sum(shares) as shares, sum(agreed_fen) as agreed_fen, sum(paid_fen) as paid_fen
    from share_move where county = ${at.county} and cooperative_id = ${at.cooperativeId} and occurred_on <= ${at.on}::date
    group by membership_id, class_id having sum(shares) <> 0 or sum(paid_fen) <> 0
    order by membership_id, class_id`.execute(tx.db);
  return rows;
}

export interface ClassTotal {
  readonly share: ShareClassRow;
  readonly holders: number;
  readonly shares: number;
  /** issued by the ledger’s own account; equal to `shares` always */
  readonly issued: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

/** The classes with what is held of each on a day, and what the ledger says is issued. */
export async function listClassTotals(tx: Tx, at: Day): Promise<readonly ClassTotal[]> {
  const classes = await listShareClasses(tx, at);
  const { rows } = await sql<Omit<ClassTotal, 'share' | 'issued'> & { classId: string }>`
    select class_id, count(*) filter (where shares > 0) as holders, sum(shares) as shares, sum(agreed_fen) as agreed_fen,
      sum(paid_fen) as paid_fen
    from (select class_id, membership_id, sum(shares) as shares, sum(agreed_fen) as agreed_fen, sum(paid_fen) as paid_fen
      from share_move where county = ${at.county} and cooperative_id = ${at.cooperativeId}
        and occurred_on <= ${at.on}::date group by 1, 2) as held
    group by class_id`.execute(tx.db);
  const totals = new Map(rows.map((row) => [row.classId, row]));
  const book = await findShareBook(tx, at);
  const found: ClassTotal[] = [];
  for (const share of classes) {
    const [issued] = book ? await listPositions(tx, book, { code: issuedCode(share.id), on: at.on }) : [];
    const { classId: _, ...sums } = totals.get(share.id) ?? { classId: '', ...nothing };
    found.push({ share, ...sums, issued: Number(-(issued?.amount ?? 0n)) });
  }
  return found;
}

const nothing = { holders: 0, shares: 0, agreedFen: 0n, paidFen: 0n };

export interface HolderRow {
  readonly county: number;
  readonly membershipId: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly memberPlace: number;
  readonly memberPlaceName: string | null;
  readonly leftOn: string | null;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

export interface HolderQuery {
  readonly q?: string | undefined;
  readonly classId?: string | undefined;
  readonly on: string;
  readonly sort?: 'number' | 'shares' | 'paidFen' | 'memberPlaceName' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Members with what they hold on a day, of all classes or of one; who holds nothing and has left is left out. */
export async function listHolders(
  tx: Tx,
  cooperative: RecordKey,
  query: HolderQuery,
): Promise<{ rows: readonly HolderRow[]; total: number; shares: number; paidFen: bigint }> {
  const found = sql`from (
      select m.county, m.id as membership_id, m.number, m.name, m.kind, m.member_place, p.name as member_place_name, m.left_on,
        m.pinyin, m.initials, coalesce(h.shares, 0) as shares, coalesce(h.agreed_fen, 0) as agreed_fen,
        coalesce(h.paid_fen, 0) as paid_fen
      from membership as m
      left join place as p on p.code = m.member_place
      left join (select membership_id, sum(shares) as shares, sum(agreed_fen) as agreed_fen, sum(paid_fen) as paid_fen
        from share_move where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
          and occurred_on <= ${query.on}::date ${ofClass(query.classId)} group by membership_id) as h on h.membership_id = m.id
      where m.county = ${cooperative.county} and m.cooperative_id = ${cooperative.id}
        and (h.shares <> 0 or h.paid_fen <> 0 ${stillMember(query)})
    ) as m where ${matching(query.q)}`;
  const { rows } = await sql<HolderRow>`
    select county, membership_id, number, name, kind, member_place, member_place_name, left_on, shares, agreed_fen, paid_fen
    ${found} order by ${holderOrder(query)} limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; shares: number | null; paidFen: bigint | null }>`
    select count(*) as total, sum(shares) as shares, sum(paid_fen) as paid_fen ${found}`.execute(tx.db);
  const [sums] = counted.rows;
  return { rows, total: sums?.total ?? 0, shares: sums?.shares ?? 0, paidFen: sums?.paidFen ?? 0n };
}

function ofClass(classId: string | undefined): RawBuilder<unknown> {
  return classId === undefined ? sql`` : sql`and class_id = ${classId}`;
}

/** Among all classes also those members who hold nothing yet. */
function stillMember({ classId, on }: HolderQuery): RawBuilder<unknown> {
  if (classId !== undefined) return sql``;
  return sql`or (m.joined_on <= ${on}::date and (m.left_on is null or m.left_on > ${on}::date))`;
}

function holderOrder({ sort, order }: HolderQuery): RawBuilder<unknown> {
  const direction = sql.raw(order === 'desc' ? 'desc' : 'asc');
  const byNumber = sql`length(number) ${direction}, number collate "C" ${direction}`;
  switch (sort) {
    case 'shares':
      return sql`shares ${direction}, ${byNumber}`;
    case 'paidFen':
      return sql`paid_fen ${direction}, ${byNumber}`;
    case 'memberPlaceName':
      return sql`member_place ${direction}, ${byNumber}`;
    default:
      return byNumber;
  }
}

function matching(q: string | undefined): RawBuilder<unknown> {
  if (!q) return sql`true`;
  const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const letters = q.toLowerCase().replace(/[^a-z]/g, '');
  if (letters === '') return sql`(number like ${text} or name like ${text} or member_place_name like ${text})`;
  return sql`(number like ${text} or name like ${text} or pinyin like ${`${letters}%`} or initials like ${`${letters}%`})`;
}

export interface MoveRow {
  readonly county: number;
  readonly id: string;
  readonly occurredOn: string;
  readonly kind: MoveKind;
  readonly membershipId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly className: string;
  readonly source: string;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
  readonly entryId: string | null;
  readonly entryNumber: number | null;
  readonly memo: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly recordedAt: Date;
}

export interface MoveQuery {
  readonly membershipId?: string | undefined;
  readonly classId?: string | undefined;
  readonly kind?: MoveKind | undefined;
  /** the act they follow from, and its reversal */
  readonly sourceId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The share ledger line by line with its reasons, the latest first. */
export async function listMoves(
  tx: Tx,
  cooperative: RecordKey,
  query: MoveQuery,
): Promise<{ rows: readonly MoveRow[]; total: number }> {
  const parts = [sql`v.county = ${cooperative.county}`, sql`v.cooperative_id = ${cooperative.id}`];
  if (query.membershipId) parts.push(sql`v.membership_id = ${query.membershipId}`);
  if (query.classId) parts.push(sql`v.class_id = ${query.classId}`);
  if (query.kind) parts.push(sql`v.kind = ${query.kind}`);
  if (query.sourceId) parts.push(sql`v.source_id = ${query.sourceId}`);
  if (query.from) parts.push(sql`v.occurred_on >= ${query.from}::date`);
  if (query.to) parts.push(sql`v.occurred_on <= ${query.to}::date`);
  const where = sql.join(parts, sql` and `);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<MoveRow>`
    select v.county, v.id, v.occurred_on, v.kind, v.membership_id, m.number, m.name, c.name as class_name, v.source, v.shares,
      v.agreed_fen, v.paid_fen, v.entry_id, e.number as entry_number, v.memo, v.source_type, v.source_id, v.recorded_at
    from share_move as v
    join share_class as c on c.county = v.county and c.id = v.class_id
    left join membership as m on m.county = v.county and m.id = v.membership_id
    left join ledger_entry as e on e.county = v.county and e.id = v.entry_id
    where ${where} order by v.occurred_on ${direction}, v.recorded_at ${direction}, v.id ${direction}
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from share_move as v where ${where}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
