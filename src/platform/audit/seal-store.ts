import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';
import type { SealAlgorithm } from './merkle.ts';

export interface NewLeaf {
  readonly county: number;
  readonly eventId: string;
  readonly leafHash: Buffer;
}

export interface SealRow {
  readonly number: number;
  readonly sealedAt: Date;
  readonly leafCount: number;
  readonly algorithm: SealAlgorithm;
  readonly root: Buffer;
  readonly previous: Buffer;
  readonly head: Buffer;
}

export async function findLastSeal(tx: Tx): Promise<SealRow | undefined> {
  const { rows } = await sql<SealRow>`
    select number, sealed_at, leaf_count, algorithm, root, previous, head
    from audit_seal order by number desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Events that no seal holds yet, in id order per county; with `since`, only those recorded from then on. */
export async function listNewLeaves(tx: Tx, since: Date | undefined): Promise<readonly NewLeaf[]> {
  const recent = since ? sql`and e.recorded_at >= ${since}` : sql``;
  const { rows } = await sql<NewLeaf>`
    select e.county, e.id as event_id, e.leaf_hash from audit_event e
    where not exists (select from audit_seal_leaf l where l.county = e.county and l.event_id = e.id) ${recent}
    order by e.county, e.id`.execute(tx.db);
  return rows;
}

/**
 * Writes a seal with its leaves in one statement. The number is the primary key and a leaf stands in one seal
 * only: of two sealers at once the second fails with a unique violation and looks anew.
 */
export async function saveSeal(tx: Tx, seal: SealRow, leaves: readonly NewLeaf[]): Promise<void> {
  await sql`
    with sealed as (
      insert into audit_seal (number, sealed_at, leaf_count, algorithm, root, previous, head)
      values (${seal.number}, ${seal.sealedAt}, ${seal.leafCount}, ${seal.algorithm}, ${seal.root}, ${seal.previous}, ${seal.head})
    )
    insert into audit_seal_leaf (county, event_id, seal_number, ordinal, leaf_hash)
    select county, event_id, ${seal.number}, ordinal - 1, leaf_hash
    from unnest(${leaves.map((leaf) => leaf.county)}::int[], ${leaves.map((leaf) => leaf.eventId)}::uuid[],
      ${leaves.map((leaf) => leaf.leafHash)}::bytea[]) with ordinality as leaf (county, event_id, leaf_hash, ordinal)`.execute(
    tx.db,
  );
}

/** The newest seals first. */
export async function listSeals(
  tx: Tx,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly SealRow[]> {
  const { rows } = await sql<SealRow>`
    select number, sealed_at, leaf_count, algorithm, root, previous, head
    from audit_seal order by number desc limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  return rows;
}

/** Seal numbers run without a gap, so the newest one is their count. */
export async function countSeals(tx: Tx): Promise<number> {
  return (await findLastSeal(tx))?.number ?? 0;
}

export interface LeafPlace {
  readonly sealNumber: number;
  readonly ordinal: number;
}

export async function findLeaf(
  tx: Tx,
  event: { readonly county: number; readonly id: string },
): Promise<LeafPlace | undefined> {
  const { rows } = await sql<LeafPlace>`
    select seal_number, ordinal from audit_seal_leaf where county = ${event.county} and event_id = ${event.id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** All leaves of a seal in their order, and the seal. */
export async function getSealed(tx: Tx, number: number): Promise<{ seal: SealRow; leaves: readonly Buffer[] }> {
  const seals = await sql<SealRow>`
    select number, sealed_at, leaf_count, algorithm, root, previous, head from audit_seal where number = ${number}`.execute(
    tx.db,
  );
  const { rows } = await sql<{ leafHash: Buffer }>`
    select leaf_hash from audit_seal_leaf where seal_number = ${number} order by ordinal`.execute(tx.db);
  const [seal] = seals.rows;
  if (!seal) throw new Error(`no seal ${number}`);
  return { seal, leaves: rows.map((row) => row.leafHash) };
}
