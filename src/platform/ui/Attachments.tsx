import { useRef, useState } from 'react';
import {
  attachFile,
  downloadAttachment,
  downloadThumbnail,
  listAttachments,
  withdrawAttachment,
} from '../files/contract.ts';
import { linkTo } from './client.ts';
import { ConfirmWithReason } from './Dialog.tsx';
import { documentTypes, Waiting } from './FileChoice.tsx';
import { useFormat, useWords } from './language.ts';
import { useReply, useWrite } from './queries.ts';
import { EmptyState, Loaded } from './States.tsx';
import { type UploadRecord, useUploads } from './uploads.ts';
import { words } from './words.ts';

/**
 * - `<Attachments record files mayChange />`: the files of a record, each to be opened; who may change the record adds
 *   some and takes wrong ones out. `files` came with the record, `record` is `{ table, county, id }`.
 * - `<AttachmentsTab table county id />`: the same, read by itself; for the `tabs` of a record page.
 */
export function Attachments({ record, files, mayChange }: AttachmentsProps) {
  const [out, setOut] = useState<AttachedFile>();
  return (
    <div className="stack">
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              county={record.county}
              {...(mayChange ? { onTakeOut: () => setOut(file) } : {})}
            />
          ))}
        </ul>
      )}
      {mayChange && <AddFiles record={record} />}
      {out && <TakeOut file={out} county={record.county} onClose={() => setOut(undefined)} />}
    </div>
  );
}

export function AttachmentsTab(record: UploadRecord) {
  const t = useWords(words);
  const reply = useReply(listAttachments, { params: { ...record } });
  return (
    <Loaded reply={reply}>
      {({ files, allowed }) => (
        <>
          {files.length === 0 && <EmptyState text={t('files.empty')} />}
          <Attachments record={record} files={files} mayChange={allowed.includes(attachFile.act)} />
        </>
      )}
    </Loaded>
  );
}

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly hasThumbnail: boolean;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

interface AttachmentsProps {
  readonly record: UploadRecord;
  readonly files: readonly AttachedFile[];
  readonly mayChange: boolean;
}

interface LineProps {
  readonly file: AttachedFile;
  readonly county: number;
  readonly onTakeOut?: () => void;
}

function FileLine({ file, county, onTakeOut }: LineProps) {
  const t = useWords(words);
  const { instant, number } = useFormat();
  const params = { county, id: file.id };
  return (
    <li>
      <a href={linkTo(downloadAttachment, { params })} download={file.name}>
        {file.hasThumbnail && <img className="thumbnail" src={linkTo(downloadThumbnail, { params })} alt="" />}
        {file.name}
      </a>
      <span className="note">
        {t('files.about', { size: number(Math.ceil(file.bytes / 1024)), by: file.by, at: instant(file.at) })}
      </span>
      {onTakeOut && (
        <button type="button" className="button quiet no-print" onClick={onTakeOut}>
          {t('files.takeOut')}
          <span className="hidden-text"> {file.name}</span>
        </button>
      )}
    </li>
  );
}

/** Sends at once what was chosen; what did not arrive stays here with its reason. */
function AddFiles({ record }: { record: UploadRecord }) {
  const t = useWords(words);
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="stack no-print">
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={documentTypes}
        onChange={(event) => {
          void uploads.send(record, uploads.add(event.target.files));
          event.target.value = '';
        }}
      />
      <Waiting uploads={uploads} />
      <div className="buttons">
        <button
          type="button"
          className="button quiet"
          disabled={uploads.pending}
          onClick={() => input.current?.click()}
        >
          {t(uploads.pending ? 'files.sending' : 'files.add')}
        </button>
        {uploads.waiting.length > 0 && !uploads.pending && (
          <button type="button" className="button quiet" onClick={() => void uploads.send(record)}>
            {t('files.again')}
          </button>
        )}
      </div>
    </div>
  );
}

function TakeOut({ file, county, onClose }: Omit<LineProps, 'onTakeOut'> & { onClose: () => void }) {
  const t = useWords(words);
  const write = useWrite(withdrawAttachment);
  const params = { county, id: file.id };
  return (
    <ConfirmWithReason
      title={t('files.takeOut')}
      effect={t('files.takeOutEffect', { name: file.name })}
      confirmLabel={t('files.takeOut')}
      danger
      onClose={onClose}
      onConfirm={(reason) => write.mutateAsync({ params, body: { revision: file.revision, reason } })}
    />
  );
}
