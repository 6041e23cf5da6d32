import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { answerUse, correctUse, extendUse, getUse, secureUse, type UseView, withdrawUse } from '../contract.ts';
import { words } from '../words.ts';
import { answerFields, requestFields, secureFields } from './fields.ts';

export type UseTask = 'answer' | 'extend' | 'secure' | 'correct' | 'withdraw';

interface Props {
  readonly use: UseView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a request. */
export function UseDialog({ task, ...props }: Props & { readonly task: UseTask }) {
  switch (task) {
    case 'answer':
      return <Answer {...props} />;
    case 'extend':
      return <Extend {...props} />;
    case 'secure':
      return <Secure {...props} />;
    case 'correct':
      return <Correct {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
  }
}

function Answer({ use, onClose }: Props) {
  const t = useWords(words);
  const params = { county: use.county, id: use.id };
  return (
    <Dialog title={t('action.answer')} onClose={onClose} wide>
      <RecordForm
        schema={answerUse.body}
        fields={answerFields}
        initial={{ granted: true, grantedMu: use.areaMu }}
        fixed={{ revision: use.revision }}
        refusals={words}
        submit={(body, options) => call(answerUse, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.change'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Secure({ use, onClose }: Props) {
  const t = useWords(words);
  const params = { county: use.county, id: use.id };
  return (
    <Dialog title={t('action.secure')} onClose={onClose} wide>
      <RecordForm
        schema={secureUse.body}
        fields={secureFields}
        fixed={{ revision: use.revision }}
        refusals={words}
        submit={(body, options) => call(secureUse, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.change'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Correct({ use, onClose }: Props) {
  const t = useWords(words);
  const params = { county: use.county, id: use.id };
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctUse.body}
      fields={requestFields()}
      initial={use}
      fixed={{ revision: use.revision, projectId: use.projectId }}
      refusals={words}
      reload={() => call(getUse, { params })}
      submit={(body, options) => call(correctUse, { params, body }, options)}
      onSaved={() => notify(t('saved.change'))}
    />
  );
}

function Extend({ use, onClose }: Props) {
  const t = useWords(words);
  const { date } = useFormat();
  const extend = useWrite(extendUse);
  return (
    <ConfirmWithReason
      title={t('action.extend')}
      effect={t('effect.extend')}
      confirmLabel={t('action.extend')}
      onClose={onClose}
      onConfirm={async (reason) => {
        const params = { county: use.county, id: use.id };
        const { dueOn } = await extend.mutateAsync({ params, body: { revision: use.revision, reason } });
        notify(t('saved.extended', { day: date(dueOn) }));
      }}
    />
  );
}

function Withdraw({ use, onClose }: Props) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawUse);
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdraw')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        const params = { county: use.county, id: use.id };
        await withdraw.mutateAsync({ params, body: { revision: use.revision, reason } });
        notify(t('saved.change'));
      }}
    />
  );
}
