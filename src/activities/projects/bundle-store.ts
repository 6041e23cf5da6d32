import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { canonicalJson } from '../../platform/pure/canonical.ts';
import { writeZip } from '../../platform/sheets/zip-write.ts';
import type { ItemRow, SampleRow } from './audit-store.ts';

/** One payment with everything that lies under it, as the auditor takes it away. */
interface Evidence {
  readonly entry: unknown;
  readonly lots: unknown;
  readonly order: unknown;
  readonly approvals: unknown;
  readonly files: unknown;
}

/**
 * The archive of a sample: the workbook of its lines, one file for each payment (its entry, the lots it took with their
 * documents, the order, who approved, the hash of every attached file), the findings, and a manifest with the SHA-256 of
 * each part. Equal content gives an equal archive.
 */
export async function writeBundle(
  tx: Tx,
  sample: SampleRow,
  parts: { readonly items: readonly ItemRow[]; readonly workbook: Buffer },
): Promise<Buffer> {
  const files: { name: string; bytes: Buffer }[] = [{ name: 'sample.xlsx', bytes: parts.workbook }];
  for (const item of parts.items) {
    const name = `payments/${String(item.number).padStart(4, '0')}.json`;
    files.push({ name, bytes: toBytes(await readEvidence(tx, item)) });
  }
  files.push({ name: 'findings.json', bytes: toBytes(await listFindingsOf(tx, parts.items)) });
  const { title, seed, drawnFor, paidFrom, paidThrough, leastFen, population, populationFen, populationDigest, size } =
    sample;
  const manifest = {
    sample: {
      title,
      seed,
      drawnFor,
      paidFrom,
      paidThrough,
      leastFen,
      population,
      populationFen,
      populationDigest,
      size,
    },
    parts: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') })),
  };
  const all = [...files, { name: 'manifest.json', bytes: toBytes(manifest) }];
  const pieces: Buffer[] = [];
  for await (const piece of writeZip(all.map(({ name, bytes }) => ({ name, pieces: [bytes] })))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function toBytes(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8');
}

async function readEvidence(tx: Tx, item: ItemRow): Promise<Evidence> {
  const { paymentCounty: county, paymentId: id } = item;
  const read = async (query: ReturnType<typeof sql<{ row: unknown }>>) =>
    (await query.execute(tx.db)).rows.map(({ row }) => row);
  const [entry = null] = await read(sql<{ row: unknown }>`
    select to_jsonb(m) as row from fund_movement m where county = ${county} and id = ${id}`);
  const [order = null] = await read(
    sql<{ row: unknown }>`select to_jsonb(o) as row from payment_order o where payment_id = ${id}`,
  );
  return {
    ...{ entry, order },
    lots: await read(sql<{ row: unknown }>`
      select to_jsonb(x) || jsonb_build_object('document_number', d.number) as row
      from fund_lot_move x join fund_document d on d.id = x.document_id
      where x.county = ${county} and x.movement_id = ${id} order by x.ordinal`),
    approvals: await read(sql<{ row: unknown }>`
      select to_jsonb(a) as row from approval a
      where a.county = ${item.orderCounty} and a.subject_type = 'payment_order' and a.subject_id = ${item.orderId}
      order by a.asked_at, a.id`),
    files: await read(sql<{ row: unknown }>`
      select jsonb_build_object('name', name, 'bytes', bytes, 'media_type', media_type, 'sha256', encode(sha256, 'hex'),
        'recorded_at', recorded_at) as row
      from attachment where county = ${item.orderCounty} and subject_type = 'payment_order' and subject_id = ${item.orderId}::uuid
      order by recorded_at, id`),
  };
}

/** Findings about the payments of a sample. */
async function listFindingsOf(tx: Tx, items: readonly ItemRow[]): Promise<readonly unknown[]> {
  const ids = items.map(({ paymentId }) => paymentId);
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(f) as row from finding f where entry_id = any(${ids}::uuid[]) order by found_on, id`.execute(tx.db);
  return rows.map(({ row }) => row);
}
