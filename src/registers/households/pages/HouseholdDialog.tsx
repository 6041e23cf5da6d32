import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctHousehold, getHousehold, type HouseholdView } from '../contract.ts';
import { correctPoverty, type PovertyView, registerPoverty, withdrawPoverty } from '../poverty-contract.ts';
import { addResident, correctResident, type ResidentView } from '../resident-contract.ts';
import { words } from '../words.ts';
import { householdFormFields, povertyFormFields, residentFormFields } from './fields.ts';
import { LeaveResidentDialog, RelationsDialog, SplitDialog } from './MemberDialogs.tsx';
import { LeaveDialog, MergeDialog, MoveDialog } from './MoveDialogs.tsx';

export type HouseholdTask =
  | { readonly kind: 'correct' | 'add' | 'relations' | 'poverty' | 'move' | 'split' | 'merge' | 'leave' }
  | { readonly kind: 'resident' | 'leave_resident'; readonly person: ResidentView }
  | { readonly kind: 'correct_poverty' | 'withdraw_poverty'; readonly span: PovertyView };

interface DialogProps {
  readonly task: HouseholdTask;
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a household. */
export function HouseholdDialog({ task, household, onClose }: DialogProps) {
  switch (task.kind) {
    case 'correct':
      return <CorrectHousehold household={household} onClose={onClose} />;
    case 'add':
      return <AddResident household={household} onClose={onClose} />;
    case 'resident':
      return <CorrectResident household={household} person={task.person} onClose={onClose} />;
    case 'leave_resident':
      return <LeaveResidentDialog household={household} person={task.person} onClose={onClose} />;
    case 'relations':
      return <RelationsDialog household={household} onClose={onClose} />;
    case 'poverty':
      return <RegisterPoverty household={household} onClose={onClose} />;
    case 'correct_poverty':
      return <CorrectPoverty household={household} span={task.span} onClose={onClose} />;
    case 'withdraw_poverty':
      return <WithdrawPoverty household={household} span={task.span} onClose={onClose} />;
    case 'move':
      return <MoveDialog household={household} onClose={onClose} />;
    case 'split':
      return <SplitDialog household={household} onClose={onClose} />;
    case 'merge':
      return <MergeDialog household={household} onClose={onClose} />;
    case 'leave':
      return <LeaveDialog household={household} onClose={onClose} />;
  }
}

type Shared = Omit<DialogProps, 'task'>;

function CorrectHousehold({ household, onClose }: Shared) {
  const t = useWords(words);
  const params = { county: household.county, id: household.id };
  return (
    <Correction
      title={t('action.correct')}
      onClose={onClose}
      schema={correctHousehold.body}
      fields={householdFormFields()}
      initial={household}
      fixed={{ revision: household.revision }}
      refusals={words}
      reload={() => call(getHousehold, { params })}
      submit={(body, options) =>
        call(correctHousehold, { params, body: keepSecrets(body, ['phone', 'bankCard']) }, options)
      }
      onSaved={() => notify(t('saved'))}
    />
  );
}

function AddResident({ household, onClose }: Shared) {
  const t = useWords(words);
  const fixed = useMemo(() => ({ id: newId() }), []);
  const params = { county: household.county, id: household.id };
  return (
    <Dialog title={t('action.add_resident')} onClose={onClose} wide>
      <RecordForm
        schema={addResident.body}
        fields={residentFormFields(true)}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(addResident, { params, body }, options)}
        onSaved={() => done(t('saved'), onClose)}
      />
    </Dialog>
  );
}

function CorrectResident({ household, person, onClose }: Shared & { person: ResidentView }) {
  const t = useWords(words);
  const params = { county: household.county, id: person.id };
  return (
    <Correction
      title={`${t('action.correct')} ${person.name}`}
      onClose={onClose}
      schema={correctResident.body}
      fields={residentFormFields(false)}
      initial={person}
      fixed={{ revision: person.revision }}
      refusals={words}
      submit={(body, options) => call(correctResident, { params, body: keepSecrets(body, ['idNumber']) }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}

function RegisterPoverty({ household, onClose }: Shared) {
  const t = useWords(words);
  const current = household.poverty.find((span) => span.endsOn === null);
  const fixed = useMemo(() => ({ id: newId() }), []);
  const params = { county: household.county, id: household.id };
  const terms = current && { standard: current.standard, kind: current.kind, mainCause: current.mainCause };
  return (
    <Dialog title={t('action.poverty')} onClose={onClose} wide>
      <RecordForm
        schema={registerPoverty.body}
        fields={povertyFormFields({ state: current?.state })}
        fixed={fixed}
        refusals={words}
        {...(terms ? { initial: terms } : {})}
        submit={(body, options) => call(registerPoverty, { params, body }, options)}
        onSaved={(saved) => done(`${t('saved')} ${t(`code.change.${saved.change}`)}`, onClose)}
      />
    </Dialog>
  );
}

function CorrectPoverty({ household, span, onClose }: Shared & { span: PovertyView }) {
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

function WithdrawPoverty({ household, span, onClose }: Shared & { span: PovertyView }) {
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

/** A sealed number cannot be shown to be edited: left empty it stays, and is not sent. */
function keepSecrets<B extends object>(body: B, keys: readonly (keyof B)[]): B {
  const kept = { ...body };
  for (const key of keys) if (!kept[key]) delete kept[key];
  return kept;
}

function done(said: string, onClose: () => void): void {
  notify(said);
  onClose();
}
