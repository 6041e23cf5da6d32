import type { Subject } from '../access/rules.ts';
import type { Tx } from '../db/tx.ts';
import { type Handler, handle, type UploadedFile } from '../http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import * as store from './attachment-store.ts';
import { toView } from './attachments.ts';
import { type BlobStorage, databaseStorage, hashContent } from './blob-storage.ts';
import * as contract from './contract.ts';
import { safeName } from './file-name.ts';
import { stripPhoto } from './photo.ts';
import { sniffType } from './sniff.ts';
import { makeThumbnail } from './thumbnail.ts';

/** Attachments of any record; the bytes lie in the database unless another storage is given. */
export function fileRoutes(storage: BlobStorage = databaseStorage): readonly Handler[] {
  return [
    handle(contract.listAttachments, async ({ tx, params, allowed }) => {
      const site = await store.findSubjectSite(tx, params);
      if (!site) return refuse({ code: 'not_found' });
      const files = await store.listAttachments(tx, params);
      return ok({ files: files.map(toView), allowed: allowed(['file.attach'], subjectOf(site)) });
    }),
    handle(contract.attachFile, async ({ tx, params, query, file, decide }) => {
      const site = await store.findSubjectSite(tx, params);
      const refused = decide('file.attach', site ? subjectOf(site) : { place: 0 });
      if (!site || refused) return refuse(refused ?? { code: 'not_found' });
      const prepared = await prepare(file);
      if (!prepared.ok) return prepared;
      return attach(tx, storage, { id: query.attachmentId, ...site, subject: params, ...prepared.value });
    }),
    handle(contract.downloadAttachment, async ({ tx, params }) => {
      const found = await store.findAttachment(tx, params);
      if (!found) return refuse({ code: 'not_found' });
      const content = await storage.load(tx, found.sha256);
      return ok({ fileName: found.name, contentType: found.mediaType, content });
    }),
    handle(contract.downloadThumbnail, async ({ tx, params }) => {
      const found = await store.findAttachment(tx, params);
      const content = found && (await store.findThumbnail(tx, found.sha256));
      if (!content) return refuse({ code: 'not_found' });
      return ok({ fileName: `${found.id}.webp`, contentType: 'image/webp', content });
    }),
    handle(contract.withdrawAttachment, async ({ tx, params, body, decide }) => {
      const found = await store.findAttachment(tx, params);
      if (!found) return refuse({ code: 'not_found' });
      const refused = decide('file.attach', subjectOf(found));
      if (refused) return refuse(refused);
      // an organisation takes out what it attached itself, not what an office put to its record
      if (tx.actor.organisationId && found.recordedBy !== tx.actor.accountId) return refuse({ code: 'file_of_other' });
      if (!(await store.withdrawAttachment(tx, { ...params, ...body }))) return refuse({ code: 'stale' });
      await store.giveRoomBack(tx, found.place, found.bytes);
      return ok({ ok: true });
    }),
  ];
}

function subjectOf({ place, organisationId }: store.SubjectSite): Subject {
  return organisationId === null ? { place } : { place, organisationId };
}

/** Checks a file by its content, takes the camera's data out, makes the thumbnail. */
async function prepare(file: UploadedFile): Promise<Result<{ name: string; blob: store.Blob }, Refusal>> {
  const field = 'file';
  if (file.bytes.length === 0) return refuse({ code: 'file_empty', field });
  if (file.bytes.length > contract.maxFileBytes) return refuse({ code: 'too_large', field });
  const name = safeName(file.name);
  const sniffed = await sniffType(file.bytes, name);
  if (!sniffed.ok) return refuse({ ...sniffed.refusal, field });
  const { mediaType } = sniffed.value;
  const thumbnail = drawable.has(mediaType) ? await makeThumbnail(file.bytes) : ok(undefined);
  if (!thumbnail.ok) return refuse({ ...thumbnail.refusal, field });
  const content = stripPhoto(file.bytes, mediaType);
  return ok({ name, blob: { sha256: hashContent(content), content, mediaType, thumbnail: thumbnail.value } });
}

/** Images that the library can open; HEIC is stored as it is, without a thumbnail. */
const drawable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

async function attach(tx: Tx, storage: BlobStorage, attachment: store.NewAttachment) {
  const { subject, blob, place } = attachment;
  const known = (await store.listAttachments(tx, subject)).find((row) => row.sha256.equals(blob.sha256));
  if (known) return ok(toView(known));
  if (!(await store.takeRoom(tx, place, blob.content.length))) return refuse({ code: 'file_quota', field: 'file' });
  await storage.save(tx, blob);
  await store.recordAttachment(tx, attachment);
  const recorded = await store.findAttachment(tx, { county: subject.county, id: attachment.id });
  if (!recorded) throw new Error('an attachment is gone right after it was recorded');
  return ok(toView(recorded));
}
