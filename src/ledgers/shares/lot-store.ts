import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { ClassKind, ExitRule, ShareSource, TransferRule } from './rules.ts';

/** One acquisition with what is left of it. */
export interface LotRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly classId: string;
  readonly classKind: ClassKind;
  readonly className: string;
  readonly parFen: bigint;
  readonly transfer: TransferRule;
  readonly exit: ExitRule;
  readonly source: ShareSource;
  readonly sourceDocument: string | null;
  readonly valuationId: string | null;
  readonly fromLotId: string | null;
  /** taken over with the opening balances */
  readonly opening: boolean;
  readonly acquiredOn: string;
  readonly expiresOn: string | null;
  readonly issuedShares: number;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
  readonly revision: number;
}

const lots = sql`select l.county, l.id, l.place, l.cooperative_id, l.membership_id, l.class_id, c.kind as class_kind,
    c.name as class_name, c.par_fen, c.transfer, c.exit, l.source, l.source_document, l.valuation_id, l.from_lot_id, l.opening,
    l.acquired_on, l.expires_on, l.issued_shares, l.shares, l.agreed_fen, l.paid_fen, l.revision
  from share_lot as l join share_class as c on c.county = l.county and c.id = l.class_id`;

async function readLots(tx: Tx, where: RawBuilder<unknown>): Promise<readonly LotRow[]> {
  const { rows } = await sql<LotRow>`${lots} where ${where} order by l.acquired_on, l.id`.execute(tx.db);
  return rows;
}

/** Undefined outside the reader’s range. */
export async function findLot(tx: Tx, key: RecordKey): Promise<LotRow | undefined> {
  const [lot] = await readLots(tx, sql`l.county = ${key.county} and l.id = ${key.id}`);
  return lot;
}

/** All acquisitions of one member, those used up included, the oldest first. */
export async function listLots(tx: Tx, membership: RecordKey): Promise<readonly LotRow[]> {
  return readLots(tx, sql`l.county = ${membership.county} and l.membership_id = ${membership.id}`);
}

export async function listLotsById(tx: Tx, county: number, ids: readonly string[]): Promise<readonly LotRow[]> {
  return ids.length === 0 ? [] : readLots(tx, sql`l.county = ${county} and l.id = any(${ids}::uuid[])`);
}

/** Lots whose term ends by a day and that still hold shares. */
export async function listExpiring(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly by: string },
): Promise<readonly LotRow[]> {
  return readLots(
    tx,
    sql`l.county = ${at.county} and l.cooperative_id = ${at.cooperativeId} and l.shares > 0 and l.expires_on <= ${at.by}::date`,
  );
}
