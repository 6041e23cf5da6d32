import { useMemo } from 'react';
import { newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordObjection } from '../objection-contract.ts';
import { objectionConcerns } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import type { NoticeView } from './notice-view.ts';

const fields: readonly Field[] = [
  {
    key: 'channel',
    kind: 'code',
    label: words['field.channel'],
    codes: codesOf('channel', ['phone', 'paper', 'spoken']),
  },
  { key: 'concerns', kind: 'code', label: words['field.concerns'], codes: codesOf('concerns', objectionConcerns) },
  { key: 'name', kind: 'text', label: words['field.name'] },
  { key: 'phone', kind: 'text', label: words['field.phone'] },
  { key: 'statement', kind: 'note', label: words['field.statement'], wide: true },
];

/** Records what somebody said by telephone, on paper or by word of mouth. */
export function ObjectDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const record = useWrite(recordObjection);
  const params = { county: notice.county, id: notice.id };
  return (
    <Dialog title={t('action.object')} onClose={onClose} wide>
      <RecordForm
        schema={recordObjection.body}
        fields={fields}
        fixed={{ id }}
        refusals={words}
        submit={(body) => record.mutateAsync({ params, body })}
        onSaved={({ ticket, answerBy }) => {
          notify(t('said.objected', { ticket, answerBy }));
          onClose();
        }}
      />
    </Dialog>
  );
}
