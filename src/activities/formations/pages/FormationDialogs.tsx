import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, download, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctFormation, getFormation } from '../contract.ts';
import {
  addFounder,
  checkFounders,
  correctFounder,
  founderTemplate,
  markFounders,
  removeFounder,
  takeFounders,
} from '../founder-contract.ts';
import { conveneOn, postNotice, registerPlan } from '../step-contract.ts';
import { words } from '../words.ts';
import { founderFields, meetingFields, noticeFields, planFields, registrationFields } from './fields.ts';
import type { FormationTask, FormationView, FounderView } from './views.ts';

interface PartProps {
  readonly formation: FormationView;
  readonly onClose: () => void;
}

/** The forms of a plan: its text, its founders, and each step that needs more than a press. */
export function FormationDialog({ task, ...part }: PartProps & { readonly task: FormationTask }) {
  switch (task.kind) {
    case 'correct':
      return <CorrectPlan {...part} />;
    case 'founder':
      return <AddFounder {...part} />;
    case 'editFounder':
      return <EditFounder {...part} founder={task.founder} />;
    case 'removeFounder':
      return <RemoveFounder {...part} founder={task.founder} />;
    case 'import':
      return <ImportFounders {...part} />;
    case 'convene':
      return <Convene {...part} step={task.step} />;
    case 'notice':
      return <PostNotice {...part} />;
    case 'register':
      return <Register {...part} />;
  }
}

function keyOf({ county, id }: FormationView) {
  return { county, id };
}

function CorrectPlan({ formation, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(formation);
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctFormation.body}
      fields={planFields}
      initial={formation}
      fixed={{ revision: formation.revision }}
      refusals={words}
      reload={() => call(getFormation, { params })}
      submit={(body, options) => call(correctFormation, { params, body }, options)}
      onSaved={() => notify(t('said.corrected'))}
    />
  );
}

function AddFounder({ formation, onClose }: PartProps) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  const fields = useMemo(() => founderFields(places), [places]);
  const params = keyOf(formation);
  const initial = useMemo(
    () => ({ number: nextNumber(formation.founders), kind: 'farmer', memberPlace: formation.place }),
    [formation],
  );
  return (
    <Dialog title={t('action.founder')} onClose={onClose} wide>
      <RecordForm
        schema={addFounder.body}
        fields={fields}
        fixed={{ id }}
        initial={initial}
        refusals={words}
        submit={(body, options) => call(addFounder, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.saved'));
        }}
      />
    </Dialog>
  );
}

function nextNumber(founders: readonly FounderView[]): string {
  const last = Math.max(0, ...founders.map(({ number }) => Number.parseInt(number, 10) || 0));
  return String(last + 1).padStart(3, '0');
}

interface FounderPartProps extends PartProps {
  readonly founder: FounderView;
}

function EditFounder({ formation, founder, onClose }: FounderPartProps) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const fields = useMemo(() => founderFields(places), [places]);
  const params = { ...keyOf(formation), founderId: founder.id };
  return (
    <Correction
      title={founder.name}
      onClose={onClose}
      schema={correctFounder.body}
      fields={fields}
      initial={founder}
      fixed={{ revision: founder.revision }}
      refusals={words}
      submit={(body, options) => call(correctFounder, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

function RemoveFounder({ formation, founder, onClose }: FounderPartProps) {
  const t = useWords(words);
  const remove = useWrite(removeFounder);
  const params = { ...keyOf(formation), founderId: founder.id };
  return (
    <ConfirmWithReason
      title={t('action.removeFounder')}
      effect={t('effect.remove', { name: founder.name })}
      confirmLabel={t('action.removeFounder')}
      danger
      onClose={onClose}
      onConfirm={(reason) => remove.mutateAsync({ params, body: { revision: founder.revision, reason } })}
    />
  );
}

function ImportFounders({ formation, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(formation);
  return (
    <ImportDialog
      title={t('action.import')}
      onClose={onClose}
      template={() => download(founderTemplate, { params })}
      check={(file) => call(checkFounders, { params, file })}
      take={(report, file) =>
        call(takeFounders, { params, file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
      }
      marked={(_, file) => download(markFounders, { params, file })}
    />
  );
}

function Convene({ formation, step, onClose }: PartProps & { readonly step: 'party_study' | 'resolution' }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const assemblyId = useMemo(newId, []);
  const params = keyOf(formation);
  return (
    <Dialog title={`${t('action.convene')} · ${t(`step.${step}`)}`} onClose={onClose} wide>
      <RecordForm
        schema={conveneOn.body}
        fields={meetingFields(step === 'party_study')}
        fixed={{ step, assemblyId }}
        initial={firstMeeting}
        refusals={words}
        submitLabel={t('action.convene')}
        submit={(body, options) => call(conveneOn, { params, body }, options)}
        onSaved={() => {
          notify(t('said.convened'));
          goTo(`/assemblies/${formation.county}/${assemblyId}`);
        }}
      />
    </Dialog>
  );
}

const firstMeeting = { by: 'founders', rollKind: 'named' };

function PostNotice({ formation, onClose }: PartProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const params = keyOf(formation);
  return (
    <Dialog title={t('action.notice')} onClose={onClose}>
      <RecordForm
        schema={postNotice.body}
        fields={noticeFields}
        refusals={words}
        submitLabel={t('action.notice')}
        submit={(body, options) => call(postNotice, { params, body }, options)}
        onSaved={({ endsOn }) => {
          onClose();
          notify(t('said.posted', { day: date(endsOn) }));
        }}
      />
    </Dialog>
  );
}

function Register({ formation, onClose }: PartProps) {
  const t = useWords(words);
  const goTo = useNavigate();
  const cooperativeId = useMemo(newId, []);
  const params = keyOf(formation);
  const { name, founders, revision, digest } = formation;
  return (
    <Dialog title={t('action.register')} onClose={onClose} wide>
      <p>{t('effect.register', { name, count: founders.length })}</p>
      <RecordForm
        schema={registerPlan.body}
        fields={registrationFields}
        fixed={{ revision, digest, cooperativeId }}
        refusals={words}
        submitLabel={t('action.register')}
        submit={(body, options) => call(registerPlan, { params, body }, options)}
        onSaved={() => {
          notify(t('said.registeredDone'));
          goTo(`/cooperatives/${params.county}/${cooperativeId}`);
        }}
      />
    </Dialog>
  );
}
