import { useMemo, useState } from 'react';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { hangSheet, takeSheetDown } from '../contract.ts';
import { words } from '../words.ts';
import type { NoticeView } from './notice-view.ts';

/** Where the sheet hangs, each with its photographs. */
export function Boards({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [hanging, setHanging] = useState(false);
  const [taking, setTaking] = useState<NoticeView['hung'][number]>();
  const may = notice.allowed.includes('notice.post');
  return (
    <div className="stack">
      {may && (
        <p className="buttons no-print">
          <button type="button" className="button" onClick={() => setHanging(true)}>
            {t('action.hang')}
          </button>
        </p>
      )}
      {notice.hung.length === 0 && <EmptyState text={t('boards.empty')} />}
      {notice.hung.map((sheet) => (
        <section className="record-section" key={sheet.id}>
          <div className="part-head">
            <h2>{sheet.board}</h2>
            {may && sheet.takenDownOn === null && (
              <button type="button" className="button no-print" onClick={() => setTaking(sheet)}>
                {t('action.takeDown')}
              </button>
            )}
          </div>
          <p className="note">
            {t('field.hungOn')} {date(sheet.hungOn)}
            {sheet.takenDownOn && ` · ${t('field.takenDownOn')} ${date(sheet.takenDownOn)}`}
          </p>
          <AttachmentsTab table="notice_sheet" county={notice.county} id={sheet.id} />
        </section>
      ))}
      {hanging && <HangDialog notice={notice} onClose={() => setHanging(false)} />}
      {taking && <TakeDialog notice={notice} sheet={taking} onClose={() => setTaking(undefined)} />}
    </div>
  );
}

interface Props {
  readonly notice: NoticeView;
  readonly onClose: () => void;
}

function HangDialog({ notice, onClose }: Props) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = { county: notice.county, id: notice.id };
  const hang = useWrite(hangSheet);
  return (
    <Dialog title={t('action.hang')} onClose={onClose}>
      <RecordForm
        schema={hangSheet.body}
        fields={[
          { key: 'board', kind: 'text', label: words['field.board'], wide: true },
          { key: 'hungOn', kind: 'date', label: words['field.hungOn'] },
        ]}
        fixed={{ id }}
        refusals={words}
        submit={(body) => hang.mutateAsync({ params, body })}
        onSaved={() => {
          notify(t('said.hung'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function TakeDialog({ notice, sheet, onClose }: Props & { readonly sheet: NoticeView['hung'][number] }) {
  const t = useWords(words);
  const take = useWrite(takeSheetDown);
  const params = { county: notice.county, id: notice.id, sheetId: sheet.id };
  return (
    <Dialog title={t('action.takeDown')} onClose={onClose}>
      <RecordForm
        schema={takeSheetDown.body}
        fields={[{ key: 'takenDownOn', kind: 'date', label: words['field.takenDownOn'] }]}
        fixed={{ revision: sheet.revision }}
        refusals={words}
        submit={(body) => take.mutateAsync({ params, body })}
        onSaved={() => {
          notify(t('said.taken'));
          onClose();
        }}
      />
    </Dialog>
  );
}
