import { useMemo, useState } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { FileChoice, UploadStep } from '../../../platform/ui/FileChoice.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { useUploads } from '../../../platform/ui/uploads.ts';
import type { HouseholdView } from '../contract.ts';
import { correctPoverty, type PovertyView, registerPoverty, withdrawPoverty } from '../poverty-contract.ts';
import { words } from '../words.ts';
import { povertyFormFields } from './fields.ts';

interface Props {
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

/** A new state by a decision, with its papers: they are sent when the registration stands, which no failure of theirs undoes. */
export function RegisterPoverty({ household, onClose }: Props) {
  const t = useWords(words);
  const current = household.poverty.find((span) => span.endsOn === null);
  const fixed = useMemo(() => ({ id: newId() }), []);
  const uploads = useUploads();
  const [safe, setSafe] = useState<string>();
  const params = { county: household.county, id: household.id };
  const record = { table: 'poverty_registration', county: household.county, id: fixed.id };
  const terms = current && { standard: current.standard, kind: current.kind, mainCause: current.mainCause };
  async function sendPapers(said: string): Promise<void> {
    const sending = uploads.waiting.length > 0 ? uploads.send(record) : 0;
    setSafe(said);
    if ((await sending) > 0) return;
    notify(said);
    onClose();
  }
  return (
    <Dialog title={t('action.poverty')} onClose={onClose} wide>
      {safe === undefined ? (
        <RecordForm
          schema={registerPoverty.body}
          fields={povertyFormFields({ state: current?.state })}
          fixed={fixed}
          refusals={words}
          {...(terms ? { initial: terms } : {})}
          submit={(body, options) => call(registerPoverty, { params, body }, options)}
          onSaved={(saved) => void sendPapers(t('saved.poverty', { change: t(`code.change.${saved.change}`) }))}
        >
          <FileChoice uploads={uploads} label={words['field.decisionFiles']} help={words['help.decisionFiles']} />
        </RecordForm>
      ) : (
        <UploadStep uploads={uploads} record={record} safe={`${safe} ${t('saved.decision')}`} onDone={onClose} />
      )}
    </Dialog>
  );
}

export function CorrectPoverty({ household, span, onClose }: Props & { span: PovertyView }) {
  const t = useWords(words);
  const params = { county: household.county, id: span.id };
  return (
    <Correction
      title={t('action.correct')}
      onClose={onClose}
      schema={correctPoverty.body}
      fields={povertyFormFields()}
      initial={span}
      fixed={{ revision: span.revision }}
      refusals={words}
      submit={(body, options) => call(correctPoverty, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}

export function WithdrawPoverty({ household, span, onClose }: Props & { span: PovertyView }) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawPoverty);
  const params = { county: household.county, id: span.id };
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdraw')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision: span.revision, reason } });
        notify(t('saved.withdrawn'));
      }}
    />
  );
}
