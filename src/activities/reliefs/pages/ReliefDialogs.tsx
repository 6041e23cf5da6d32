import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctRelief, correctReliefLine, getRelief, postReliefNotice, removeReliefLine } from '../contract.ts';
import { words } from '../words.ts';
import { addLine, headFields, lineFields, newLineFields, newLineSchema, noticeFields } from './fields.ts';
import { keyOf, type ReliefLine, type ReliefTask, type ReliefView } from './views.ts';

interface PartProps {
  readonly relief: ReliefView;
  readonly onClose: () => void;
}

/** The forms of a list: its head, its households, and its notice. */
export function ReliefDialog({ task, ...part }: PartProps & { readonly task: ReliefTask }) {
  switch (task.kind) {
    case 'correct':
      return <CorrectHead {...part} />;
    case 'line':
      return <AddLine {...part} />;
    case 'editLine':
      return <EditLine line={task.line} {...part} />;
    case 'removeLine':
      return <RemoveLine line={task.line} {...part} />;
    case 'notice':
      return <PostNotice {...part} />;
  }
}

function CorrectHead({ relief, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(relief);
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctRelief.body}
      fields={headFields}
      initial={relief}
      fixed={{ revision: relief.revision }}
      refusals={words}
      reload={() => call(getRelief, { params })}
      submit={(body, options) => call(correctRelief, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

function AddLine({ relief, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = keyOf(relief);
  return (
    <Dialog title={t('action.line')} onClose={onClose}>
      <RecordForm
        schema={newLineSchema}
        fields={newLineFields}
        fixed={{ id }}
        refusals={words}
        submitLabel={t('action.line')}
        submit={(body, options) => addLine(params, body, options)}
        onSaved={() => {
          onClose();
          notify(t('said.saved'));
        }}
      />
    </Dialog>
  );
}

interface LineProps extends PartProps {
  readonly line: ReliefLine;
}

function EditLine({ relief, line, onClose }: LineProps) {
  const t = useWords(words);
  const params = { ...keyOf(relief), lineId: line.id };
  return (
    <Correction
      title={`${t('action.editLine')} ${line.name}`}
      onClose={onClose}
      schema={correctReliefLine.body}
      fields={lineFields}
      initial={line}
      fixed={{ revision: line.revision }}
      refusals={words}
      submit={(body, options) => call(correctReliefLine, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

function RemoveLine({ relief, line, onClose }: LineProps) {
  const t = useWords(words);
  const remove = useWrite(removeReliefLine);
  const params = { ...keyOf(relief), lineId: line.id };
  return (
    <ConfirmWithReason
      title={t('action.removeLine')}
      effect={t('effect.removeLine', { name: line.name })}
      confirmLabel={t('action.removeLine')}
      danger
      onClose={onClose}
      onConfirm={(reason) => remove.mutateAsync({ params, body: { revision: line.revision, reason } })}
    />
  );
}

function PostNotice({ relief, onClose }: PartProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  const params = keyOf(relief);
  return (
    <Dialog title={t('action.notice')} onClose={onClose}>
      <RecordForm
        schema={postReliefNotice.body}
        fields={noticeFields}
        initial={initial}
        fixed={{ revision: relief.revision }}
        refusals={words}
        submitLabel={t('action.notice')}
        submit={(body, options) => call(postReliefNotice, { params, body }, options)}
        onSaved={({ endsOn }) => {
          onClose();
          notify(t('said.noticed', { endsOn: date(endsOn) }));
        }}
      />
    </Dialog>
  );
}
