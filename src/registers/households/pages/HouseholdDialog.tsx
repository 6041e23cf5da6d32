import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctHousehold, getHousehold, type HouseholdView } from '../contract.ts';
import type { PovertyView } from '../poverty-contract.ts';
import { addResident, correctResident, type ResidentView } from '../resident-contract.ts';
import { words } from '../words.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { householdFormFields, residentFormFields } from './fields.ts';
import { explainKnown } from './KnownRecord.tsx';
import { LeaveResidentDialog, RelationsDialog, SplitDialog } from './MemberDialogs.tsx';
import { LeaveDialog, MergeDialog, MoveDialog } from './MoveDialogs.tsx';
import { CorrectPoverty, RegisterPoverty, WithdrawPoverty } from './PovertyDialogs.tsx';

export type HouseholdTask =
  | { readonly kind: 'correct' | 'add' | 'relations' | 'poverty' | 'move' | 'split' | 'merge' | 'leave' }
  | { readonly kind: 'resident' | 'leave_resident' | 'erase_resident'; readonly person: ResidentView }
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
    case 'erase_resident':
      return <EraseDialog household={household} person={task.person} onClose={onClose} />;
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
      explain={explainKnown}
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
        explain={explainKnown}
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
      explain={explainKnown}
      submit={(body, options) => call(correctResident, { params, body: keepSecrets(body, ['idNumber']) }, options)}
      onSaved={() => notify(t('saved'))}
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
