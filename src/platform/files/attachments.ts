import type { z } from 'zod';
import { newRecordId } from '../db/record-id.ts';
import type { Tx } from '../db/tx.ts';
import {
  type AttachmentRow,
  type AttachmentSubject,
  linkAttachment,
  listAttachments,
  listAttachmentsOf,
  takeRoom,
} from './attachment-store.ts';
import type { attachmentView } from './contract.ts';

export type AttachmentView = z.output<typeof attachmentView>;

/** The files of several records of one table in the reader's range, by the id of the record. */
export async function listFiles(
  tx: Tx,
  subjects: { readonly county: number; readonly table: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, AttachmentView[]>> {
  const files = await listAttachmentsOf(tx, subjects);
  const byRecord = Map.groupBy(files, ({ subjectId }) => subjectId);
  return new Map([...byRecord].map(([id, rows]) => [id, rows.map(({ subjectId: _, ...row }) => toView(row))]));
}

/**
 * A record that goes on as another one of the same county takes its files along, as far as the writer may see them.
 * Where the place has no room for one, it stays with the old record alone.
 */
export async function carryFiles(
  tx: Tx,
  from: AttachmentSubject,
  to: { readonly id: string; readonly place: number },
): Promise<void> {
  for (const file of await listAttachments(tx, from)) {
    if (!(await takeRoom(tx, to.place, file.bytes))) continue;
    const id = newRecordId(tx);
    await linkAttachment(tx, file, { id, place: to.place, subject: { ...from, id: to.id } });
  }
}

export function toView({ recordedAt, sha256, ...row }: AttachmentRow): AttachmentView {
  const { place: _place, organisationId: _organisation, recordedBy: _maker, ...shown } = row;
  return { ...shown, sha256: sha256.toString('hex'), at: recordedAt.toISOString() };
}
