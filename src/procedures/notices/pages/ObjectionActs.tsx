import { useState } from 'react';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { answerObjection, type listObjections, revealPhone } from '../objection-contract.ts';
import { objectionOutcomes } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

export type ObjectionView = RowOf<typeof listObjections>;

/** What the reader may do with one objection: answer it, see the telephone. */
export function ObjectionActs({ objection }: { objection: ObjectionView }) {
  const t = useWords(words);
  const [open, setOpen] = useState<'answer' | 'reveal'>();
  const reveal = useWrite(revealPhone);
  const params = { county: objection.county, id: objection.id };
  return (
    <span className="buttons no-print">
      {objection.allowed.includes('notice.answer') && (
        <button type="button" className="button" onClick={() => setOpen('answer')}>
          {t('action.answer')}
        </button>
      )}
      {objection.allowed.includes('notice.reveal') && (
        <button type="button" className="button" onClick={() => setOpen('reveal')}>
          {t('action.reveal')}
        </button>
      )}
      {open === 'answer' && <AnswerDialog objection={objection} onClose={() => setOpen(undefined)} />}
      {open === 'reveal' && (
        <ConfirmWithReason
          title={t('action.reveal')}
          effect={t('effect.reveal')}
          confirmLabel={t('action.reveal')}
          onClose={() => setOpen(undefined)}
          onConfirm={async (reason) => {
            const { phone } = await reveal.mutateAsync({ params, body: { reason } });
            notify(t('said.phone', { phone: phone ?? '—' }));
          }}
        />
      )}
    </span>
  );
}

function AnswerDialog({ objection, onClose }: { objection: ObjectionView; onClose: () => void }) {
  const t = useWords(words);
  const answer = useWrite(answerObjection);
  const params = { county: objection.county, id: objection.id };
  return (
    <Dialog title={t('action.answer')} onClose={onClose} wide>
      <p>{objection.statement}</p>
      <RecordForm
        schema={answerObjection.body}
        fields={[
          { key: 'outcome', kind: 'code', label: words['field.outcome'], codes: codesOf('outcome', objectionOutcomes) },
          { key: 'answer', kind: 'note', label: words['field.answer'], wide: true },
        ]}
        fixed={{ revision: objection.revision }}
        refusals={words}
        submit={(body) => answer.mutateAsync({ params, body })}
        onSaved={() => {
          notify(t('said.answered'));
          onClose();
        }}
      />
    </Dialog>
  );
}
