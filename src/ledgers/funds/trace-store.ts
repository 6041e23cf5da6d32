import { sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { MovementKind, PayeeKind, Purpose } from './rules.ts';

/** A part of a payment: how much of which document. */
export interface TracedPiece {
  readonly movementCounty: number;
  readonly movementId: string;
  readonly occurredOn: string;
  readonly purpose: Purpose | null;
  readonly payeeName: string | null;
  readonly amountFen: bigint;
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly documentTitle: string;
  readonly fundName: string;
  readonly steps: readonly TracedStep[];
}

/** One step of the way a lot came, the receipt of the document first. */
export interface TracedStep {
  readonly depth: number;
  readonly kind: MovementKind;
  readonly occurredOn: string;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly amountFen: bigint;
  readonly movementCounty: number;
  readonly movementId: string;
}

/** What is walked back: everything one payee got, or one payment. */
export interface TraceStart {
  readonly payeeId?: string | undefined;
  readonly movementId?: string | undefined;
}

const mostPieces = 200;

type PieceRow = Omit<TracedPiece, 'steps'> & { readonly fromCounty: number | null; readonly fromLot: string | null };

/**
 * Walks back from a payee or a payment to the documents: the origin stands on each lot, so the documents are certain even
 * where the way is too branched to be shown whole. The way is shown to whoever sees its end.
 */
export async function traceBack(
  tx: Tx,
  start: TraceStart,
): Promise<{ readonly pieces: readonly TracedPiece[]; readonly totalFen: bigint; readonly more: number }> {
  const chosen = start.movementId
    ? sql`m.id = ${start.movementId}`
    : sql`m.payee_id = ${start.payeeId ?? null}::uuid and m.kind = 'payment'`;
  const source = sql`from fund_movement as m join fund_lot_move as x on x.county = m.county and x.movement_id = m.id
    where ${chosen}`;
  const { rows } = await sql<PieceRow>`
    select x.county as movement_county, x.movement_id, x.occurred_on, x.purpose, m.payee_name, x.amount_fen - x.back_fen as amount_fen,
      d.county as document_county, d.id as document_id, d.number as document_number, d.title as document_title,
      f.name as fund_name, x.from_county, x.from_lot
    from (select x.*, m.payee_name ${source} order by x.occurred_on desc, x.movement_id, x.ordinal limit ${mostPieces}) as x
    join fund_movement as m on m.county = x.county and m.id = x.movement_id
    join fund_document as d on d.id = x.document_id join fund as f on f.county = d.county and f.id = d.fund_id
    order by x.occurred_on desc, x.movement_id, x.ordinal`.execute(tx.db);
  const counted = await sql<{ pieces: number; totalFen: bigint }>`
    select count(*) as pieces, coalesce(sum(x.amount_fen - x.back_fen), 0) as total_fen ${source}`.execute(tx.db);
  const ways = await listWays(tx, rows);
  const pieces = rows.map(({ fromCounty, fromLot, ...row }) => ({ ...row, steps: ways.get(fromLot ?? '') ?? [] }));
  const [about] = counted.rows;
  return { pieces, totalFen: about?.totalFen ?? 0n, more: (about?.pieces ?? 0) - rows.length };
}

/** The ways of the lots, each walked once. */
async function listWays(tx: Tx, rows: readonly PieceRow[]): Promise<ReadonlyMap<string, readonly TracedStep[]>> {
  const lots = new Map(rows.flatMap((row) => (row.fromLot === null ? [] : [[row.fromLot, row.fromCounty]])));
  if (lots.size === 0) return new Map();
  const found = await sql<TracedStep & { lot: string }>`
    select s.lot, w.depth, w.kind, w.occurred_on, w.from_name, w.to_name, w.amount_fen, w.movement_county, w.movement_id
    from unnest(${[...lots.values()]}::int[], ${[...lots.keys()]}::uuid[]) as s (county, lot)
    cross join lateral fund_path(s.county, s.lot) as w order by s.lot, w.depth desc, w.occurred_on`.execute(tx.db);
  const ways = new Map<string, TracedStep[]>();
  for (const { lot, ...step } of found.rows) ways.set(lot, [...(ways.get(lot) ?? []), step]);
  return ways;
}

export interface PaidPayee {
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly placeName: string | null;
  readonly payments: number;
  readonly amountFen: bigint;
  readonly lastOn: string;
}

/** Everybody who was paid out of a document, the largest amounts first. */
export async function traceForward(
  tx: Tx,
  query: {
    readonly document: string;
    readonly payeeKind?: PayeeKind | undefined;
    readonly place?: number | undefined;
    readonly q?: string | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly rows: readonly PaidPayee[]; readonly total: number; readonly sumFen: bigint }> {
  const parts = [sql`x.document_id = ${query.document} and x.kind = 'payment'`];
  if (query.payeeKind) parts.push(sql`x.payee_kind = ${query.payeeKind}`);
  if (query.place !== undefined) {
    const { lo, hi } = placeRange(query.place as Place);
    parts.push(sql`x.place between ${lo} and ${hi}`);
  }
  if (query.q) parts.push(sql`m.payee_name like ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  const paid = sql`select x.payee_kind, x.payee_id, max(m.payee_name) as payee_name, max(x.other_place) as other_place,
      count(distinct m.id) as payments, sum(x.amount_fen - x.back_fen) as amount_fen, max(x.occurred_on) as last_on
    from fund_lot_move as x join fund_movement as m on m.county = x.county and m.id = x.movement_id
    where ${sql.join(parts, sql` and `)} group by 1, 2 having sum(x.amount_fen - x.back_fen) > 0`;
  const { rows } = await sql<PaidPayee>`
    select t.payee_kind, t.payee_id, t.payee_name, p.name as place_name, t.payments, t.amount_fen, t.last_on
    from (${paid} order by sum(x.amount_fen - x.back_fen) desc, 2 limit ${query.limit} offset ${query.offset}) as t
    left join place as p on p.code = t.other_place order by t.amount_fen desc, t.payee_id`.execute(tx.db);
  const counted = await sql<{ total: number; sumFen: bigint }>`
    select count(*) as total, coalesce(sum(t.amount_fen), 0) as sum_fen from (${paid}) as t`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0, sumFen: counted.rows[0]?.sumFen ?? 0n };
}

export interface MovementView {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly kind: MovementKind;
  readonly number: number;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly purpose: Purpose | null;
  readonly payeeKind: PayeeKind | null;
  readonly payeeName: string | null;
  readonly memo: string;
  readonly fromCounty: number | null;
  readonly fromAccount: string | null;
  readonly toCounty: number | null;
  readonly toAccount: string | null;
  readonly usedPlace: number | null;
  readonly payeeCounty: number | null;
  readonly payeeId: string | null;
  readonly bankTail: string | null;
  readonly projectCounty: number | null;
  readonly projectId: string | null;
  readonly makerId: string;
  readonly makerName: string;
  readonly checkerName: string | null;
  readonly payerName: string;
  readonly overrideId: string | null;
  readonly recoversId: string | null;
  readonly sourceType: string;
  readonly sourceId: string;
}

export async function findMovement(tx: Tx, key: RecordKey): Promise<MovementView | undefined> {
  const { rows } = await sql<MovementView>`
    select m.county, m.id, m.place, m.kind, m.number, m.occurred_on, m.amount_fen, f.name as from_name, t.name as to_name,
      m.purpose, m.payee_kind, m.payee_name, m.memo, m.from_county, m.from_account, m.to_county, m.to_account, m.used_place,
      m.payee_county, m.payee_id, m.bank_tail, m.project_county, m.project_id, m.maker_id, coalesce(k.name, '') as maker_name,
      c.name as checker_name, coalesce(y.name, '') as payer_name, m.override_id, m.recovers_id, m.source_type, m.source_id
    from fund_movement as m left join fund_account as f on f.county = m.from_county and f.id = m.from_account
    left join fund_account as t on t.county = m.to_county and t.id = m.to_account
    left join account as k on k.id = m.maker_id left join account as c on c.id = m.checker_id
    left join account as y on y.id = m.payer_id
    where m.county = ${key.county} and m.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface MovementPart {
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly amountFen: bigint;
  readonly backFen: bigint;
}

/** How much of which document a movement moved. */
export async function listMovementParts(tx: Tx, key: RecordKey): Promise<readonly MovementPart[]> {
  const { rows } = await sql<MovementPart>`
    select d.county as document_county, d.id as document_id, d.number as document_number, sum(x.amount_fen) as amount_fen,
      sum(x.back_fen) as back_fen
    from fund_lot_move as x join fund_document as d on d.id = x.document_id
    where x.county = ${key.county} and x.movement_id = ${key.id} group by 1, 2, 3 order by 3`.execute(tx.db);
  return rows;
}
