import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { attachFile, downloadAttachment, listAttachments } from '../files/contract.ts';
import { call, linkTo, newId } from './client.ts';
import { useFormat, useWords } from './language.ts';
import { useAction } from './Notices.tsx';
import { useReply } from './queries.ts';
import { EmptyState, Loaded } from './States.tsx';
import { words } from './words.ts';

/**
 * `<Attachments files hrefOf upload? accept? />`: the files of a record; `hrefOf(file)` is the address of the download
 * (`linkTo(contract, …)`), `upload(file)` sends one and is absent where the reader may not.
 *
 * `<AttachmentsTab table county id />`: the same, for the files kept with a record; for the `tabs` of a record page.
 */
export function Attachments({ files, hrefOf, upload, accept }: AttachmentsProps) {
  const t = useWords(words);
  const { instant, number } = useFormat();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { run, pending, failure } = useAction();
  async function send(chosen: FileList | null): Promise<void> {
    for (const file of chosen ?? []) await upload?.(file);
    await client.invalidateQueries();
  }
  return (
    <div className="stack">
      {files.length === 0 && <EmptyState text={t('files.empty')} />}
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={hrefOf(file)} download={file.name}>
              {file.name}
            </a>
            <span className="note">
              {t('files.about', { size: number(Math.ceil(file.bytes / 1024)), by: file.by, at: instant(file.at) })}
            </span>
          </li>
        ))}
      </ul>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      {upload && (
        <div className="no-print">
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={accept}
            onChange={(event) => void run(() => send(event.target.files))}
          />
          <button type="button" className="button" disabled={pending} onClick={() => input.current?.click()}>
            {t(pending ? 'files.sending' : 'files.add')}
          </button>
        </div>
      )}
    </div>
  );
}

export function AttachmentsTab({ table, county, id }: AttachmentsTabProps) {
  const params = { table, county, id };
  const reply = useReply(listAttachments, { params });
  async function send(file: File): Promise<unknown> {
    return call(attachFile, { params, query: { attachmentId: newId() }, file });
  }
  return (
    <Loaded reply={reply}>
      {({ files, allowed }) => (
        <Attachments
          files={files}
          hrefOf={(file) => linkTo(downloadAttachment, { params: { county, id: file.id } })}
          {...(allowed.includes(attachFile.act) ? { upload: send } : {})}
        />
      )}
    </Loaded>
  );
}

interface AttachmentsTabProps {
  readonly table: string;
  readonly county: number;
  readonly id: string;
}

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly by: string;
  readonly at: string;
}

interface AttachmentsProps {
  readonly files: readonly AttachedFile[];
  readonly hrefOf: (file: AttachedFile) => string;
  readonly upload?: (file: File) => Promise<unknown>;
  readonly accept?: string;
}
