import { sql } from 'kysely';
import { record, withdraw } from '../db/history.ts';
import type { Tx } from '../db/tx.ts';

/** A file's bytes, named by what they are. */
export interface Blob {
  readonly sha256: Buffer;
  readonly content: Buffer;
  readonly mediaType: string;
  readonly thumbnail: Buffer | undefined;
}

/** The record a file belongs to. */
export interface AttachmentSubject {
  readonly county: number;
  readonly table: string;
  readonly id: string;
}

export interface AttachmentRow {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly organisationId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly hasThumbnail: boolean;
  readonly sha256: Buffer;
  readonly revision: number;
  readonly by: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Where a record stands, and whose it is where it is an organisation’s. */
export interface SubjectSite {
  readonly place: number;
  readonly organisationId: string | null;
}

/** The site of a record, when the reader may know of it; the table must be one that the features declare. */
export async function findSubjectSite(tx: Tx, subject: AttachmentSubject): Promise<SubjectSite | undefined> {
  const table = tx.tables.get(subject.table);
  if (!table || subject.table === 'attachment') return undefined;
  if (table.kind !== 'record' && !table.carriesFiles) return undefined;
  // a household or an organisation may not even ask tables that hold nothing of theirs
  const isMember = tx.actor.household !== undefined || tx.actor.organisationId !== undefined;
  if (isMember && !table.householdColumn && !table.organisationColumn) return undefined;
  const organisation = table.organisationColumn ? sql.ref(table.organisationColumn) : sql`null::uuid`;
  const { rows } = await sql<SubjectSite>`
    select place, ${organisation} as organisation_id from ${sql.table(subject.table)}
    where county = ${subject.county} and id = ${subject.id}`.execute(tx.db);
  return rows[0];
}

/** The files of a record; a record has few, and more than these are found through the list of the place. */
export async function listAttachments(tx: Tx, subject: AttachmentSubject): Promise<readonly AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`
    select ${columns} from attachment t left join account a on a.id = t.recorded_by
    where t.county = ${subject.county} and t.subject_type = ${subject.table} and t.subject_id = ${subject.id}
    order by t.recorded_at, t.id limit 200`.execute(tx.db);
  return rows;
}

/** The files of several records of one table, for a page that shows them together. */
export async function listAttachmentsOf(
  tx: Tx,
  subjects: { readonly county: number; readonly table: string; readonly ids: readonly string[] },
): Promise<readonly (AttachmentRow & { readonly subjectId: string })[]> {
  if (subjects.ids.length === 0) return [];
  const { rows } = await sql<AttachmentRow & { subjectId: string }>`
    select t.subject_id, ${columns} from attachment t left join account a on a.id = t.recorded_by
    where t.county = ${subjects.county} and t.subject_type = ${subjects.table} and t.subject_id = any(${[...subjects.ids]}::uuid[])
    order by t.recorded_at, t.id limit 500`.execute(tx.db);
  return rows;
}

export async function findAttachment(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`
    select ${columns} from attachment t left join account a on a.id = t.recorded_by
    where t.county = ${key.county} and t.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

const columns = sql`t.id, t.county, t.place, t.organisation_id, t.name, t.bytes, t.media_type, t.has_thumbnail, t.sha256, t.revision,
  coalesce(a.name, '') as by, t.recorded_by, t.recorded_at`;

/** Where an attachment will stand. */
export interface AttachmentSite {
  readonly id: string;
  readonly place: number;
  readonly organisationId?: string | null;
  readonly subject: AttachmentSubject;
}

export interface NewAttachment extends AttachmentSite {
  readonly name: string;
  readonly blob: Blob;
}

export async function recordAttachment(tx: Tx, { name, blob, ...site }: NewAttachment): Promise<void> {
  const { sha256, mediaType, content, thumbnail } = blob;
  const file = { sha256, mediaType, name, bytes: content.length, hasThumbnail: thumbnail !== undefined };
  await recordAt(tx, site, file);
}

/** The same bytes on another record of the county: they are stored once. */
export async function linkAttachment(tx: Tx, file: AttachmentRow, to: AttachmentSite): Promise<void> {
  await recordAt(tx, to, file);
}

type FileFacts = Pick<AttachmentRow, 'sha256' | 'mediaType' | 'bytes' | 'name' | 'hasThumbnail'>;

async function recordAt(
  tx: Tx,
  { id, place, organisationId = null, subject }: AttachmentSite,
  file: FileFacts,
): Promise<void> {
  await record(tx, 'attachment', {
    county: subject.county,
    id,
    place,
    subject_type: subject.table,
    subject_id: subject.id,
    organisation_id: organisationId,
    sha256: file.sha256,
    media_type: file.mediaType,
    bytes: file.bytes,
    name: file.name,
    has_thumbnail: file.hasThumbnail,
  });
}

export async function withdrawAttachment(
  tx: Tx,
  change: { readonly county: number; readonly id: string; readonly revision: number; readonly reason: string },
): Promise<boolean> {
  const { reason, ...key } = change;
  return (await withdraw(tx, 'attachment', { key, reason })) !== undefined;
}

/** Takes room at a place; false when its limit does not allow it. */
export async function takeRoom(tx: Tx, place: number, bytes: number): Promise<boolean> {
  const { rows } = await sql`
    insert into attachment_usage as u (county, place, bytes) values (${Math.floor(place / 1_000_000)}, ${place}, ${bytes})
    on conflict (county, place) do update set bytes = u.bytes + excluded.bytes
    where u.bytes + excluded.bytes <= u.limit_bytes returning u.place`.execute(tx.db);
  return rows.length > 0;
}

export async function giveRoomBack(tx: Tx, place: number, bytes: number): Promise<void> {
  await sql`update attachment_usage set bytes = greatest(bytes - ${bytes}, 0)
    where county = ${Math.floor(place / 1_000_000)} and place = ${place}`.execute(tx.db);
}

export async function insertBlob(tx: Tx, blob: Blob, { outside }: { readonly outside: boolean }): Promise<void> {
  await sql`
    insert into blob (sha256, bytes, media_type, content, outside, thumbnail, recorded_at)
    values (${blob.sha256}, ${blob.content.length}, ${blob.mediaType}, ${outside ? null : blob.content}, ${outside},
      ${blob.thumbnail ?? null}, ${tx.now}) on conflict (sha256) do nothing`.execute(tx.db);
}

export async function findBlobContent(
  tx: Tx,
  sha256: Buffer,
): Promise<{ content: Buffer | null; outside: boolean } | undefined> {
  const { rows } = await sql<{ content: Buffer | null; outside: boolean }>`
    select content, outside from blob where sha256 = ${sha256}`.execute(tx.db);
  return rows[0];
}

export async function findThumbnail(tx: Tx, sha256: Buffer): Promise<Buffer | undefined> {
  const { rows } = await sql<{ thumbnail: Buffer | null }>`select thumbnail from blob where sha256 = ${sha256}`.execute(
    tx.db,
  );
  return rows[0]?.thumbnail ?? undefined;
}
