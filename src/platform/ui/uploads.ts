import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { attachFile, maxFileBytes } from '../files/contract.ts';
import { call, newId, problemOf } from './client.ts';
import { pick } from './language.ts';
import { words } from './words.ts';

/** A file that was chosen and is not with its record yet. */
export interface Upload {
  /** of the attachment it becomes: sent again, it is the same one */
  readonly id: string;
  readonly file: File;
  /** why it did not arrive, in words */
  readonly problem?: string;
}

export interface Uploads {
  readonly waiting: readonly Upload[];
  readonly pending: boolean;
  /** takes what was chosen and returns it; what is too large stays out, with its reason */
  readonly add: (chosen: FileList | null) => readonly Upload[];
  readonly remove: (id: string) => void;
  /** sends what waits (or what is given) to a record, one after the other; returns how many did not arrive */
  readonly send: (record: UploadRecord, uploads?: readonly Upload[]) => Promise<number>;
}

export interface UploadRecord {
  readonly table: string;
  readonly county: number;
  readonly id: string;
}

/** The files that somebody is about to attach: chosen before or after their record exists, sent one by one. */
export function useUploads(): Uploads {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<readonly Upload[]>([]);
  const [pending, setPending] = useState(false);
  function add(chosen: FileList | null): readonly Upload[] {
    const uploads = [...(chosen ?? [])].map((file): Upload => {
      const upload = { id: newId(), file };
      return file.size > maxFileBytes ? { ...upload, problem: pick(words['files.tooLarge']) } : upload;
    });
    setWaiting((before) => [...before, ...uploads]);
    return uploads;
  }
  async function send(record: UploadRecord, uploads = waiting): Promise<number> {
    setPending(true);
    const left: Upload[] = [];
    for (const upload of uploads) {
      const problem = await attach(record, upload);
      if (problem !== undefined) left.push({ ...upload, problem });
    }
    const sent = new Set(uploads.map(({ id }) => id));
    setWaiting((before) => [...before.filter(({ id }) => !sent.has(id)), ...left]);
    setPending(false);
    await client.invalidateQueries();
    return left.length;
  }
  const remove = (id: string) => setWaiting((before) => before.filter((upload) => upload.id !== id));
  return { waiting, pending, add, remove, send };
}

async function attach(record: UploadRecord, { id, file }: Upload): Promise<string | undefined> {
  if (file.size > maxFileBytes) return pick(words['files.tooLarge']);
  try {
    await call(attachFile, { params: { ...record }, query: { attachmentId: id }, file });
    return undefined;
  } catch (error) {
    return problemOf(error).title;
  }
}
