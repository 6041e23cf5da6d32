import { useQueryClient } from '@tanstack/react-query';
import { unlockMonth } from '../../../activities/submissions/contract.ts';
import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { words } from '../words.ts';
import type { Submission } from './report-shapes.ts';

const fields: readonly Field[] = [
  { key: 'untilOn', kind: 'date', label: words['unlock.until'] },
  { key: 'reason', kind: 'note', label: words['unlock.reason'], wide: true },
];

/** Opens a closed month for one place until a day, for a reason. */
export function UnlockDialog({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const t = useWords(words);
  const { month, date } = useFormat();
  const client = useQueryClient();
  const named = { place: submission.placeName, month: month(submission.month) };
  return (
    <Dialog title={t('unlock.title', named)} onClose={onClose}>
      <RecordForm
        schema={unlockMonth.body}
        fields={fields}
        fixed={{ place: submission.place, month: submission.month }}
        refusals={submissionWords}
        submitLabel={t('unlock.send')}
        submit={async (body, options) => {
          await call(unlockMonth, { body }, options);
          return body.untilOn;
        }}
        onSaved={(untilOn: string) => {
          notify(t('unlock.done', { date: date(untilOn) }));
          void client.invalidateQueries();
          onClose();
        }}
      />
    </Dialog>
  );
}
