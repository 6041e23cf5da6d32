import { useMemo } from 'react';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { postDistributionNotice, recordOption, refreezeDistribution } from '../contract.ts';
import { words } from '../words.ts';
import { DeclareDialog } from './DeclareDialog.tsx';
import { freezeFields, noticeFields, optionFields } from './fields.ts';
import { OptionOutcome } from './OptionOutcome.tsx';
import { type DistributionTask, keyOf, type PartProps } from './views.ts';

interface TaskProps extends PartProps {
  readonly onClose: () => void;
}

/** Whatever somebody is about to do with a distribution. */
export function DistributionDialog({ task, ...part }: TaskProps & { readonly task: DistributionTask }) {
  switch (task) {
    case 'freeze':
      return <Freeze {...part} />;
    case 'option':
      return <NewOption {...part} />;
    case 'notice':
      return <Notice {...part} />;
    case 'declare':
      return <DeclareDialog {...part} />;
  }
}

function Freeze({ distribution, onClose }: TaskProps) {
  const t = useWords(words);
  const params = keyOf(distribution);
  return (
    <Dialog title={t('action.freeze')} onClose={onClose}>
      <p>{t('effect.freeze')}</p>
      <RecordForm
        schema={refreezeDistribution.body}
        fields={freezeFields}
        initial={distribution}
        fixed={{ revision: distribution.revision }}
        refusals={words}
        submitLabel={t('action.freeze')}
        submit={(body, options) => call(refreezeDistribution, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.frozen'));
        }}
      />
    </Dialog>
  );
}

function NewOption({ distribution, onClose }: TaskProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const isCooperative = distribution.ruleSet === 'farmers_professional';
  const fields = useMemo(() => optionFields(isCooperative), [isCooperative]);
  const initial = useMemo(() => ({ ...distribution.options[0], name: '' }), [distribution]);
  const params = keyOf(distribution);
  const fixed = isCooperative ? { id, welfareReserveBp: 0 } : { id, patronageBp: 0 };
  return (
    <Dialog title={t('action.option')} onClose={onClose} wide>
      <RecordForm
        schema={recordOption.body}
        fields={fields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submitLabel={t('action.option')}
        outcome={(values) => <OptionOutcome distribution={distribution} values={values} />}
        submit={(body, options) => call(recordOption, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.option'));
        }}
      />
    </Dialog>
  );
}

function Notice({ distribution, onClose }: TaskProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  const params = keyOf(distribution);
  return (
    <Dialog title={t('action.notice')} onClose={onClose}>
      <RecordForm
        schema={postDistributionNotice.body}
        fields={noticeFields}
        initial={initial}
        refusals={words}
        submitLabel={t('action.notice')}
        submit={(body, options) => call(postDistributionNotice, { params, body }, options)}
        onSaved={({ endsOn }) => {
          onClose();
          notify(t('said.noticed', { endsOn: date(endsOn) }));
        }}
      />
    </Dialog>
  );
}
