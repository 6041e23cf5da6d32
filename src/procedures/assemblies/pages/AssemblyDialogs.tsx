import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { closeAssembly, correctAssembly, getAssembly } from '../contract.ts';
import { addMotion, correctMotion, countVotes, dropMotion } from '../motion-contract.ts';
import { countAttendance } from '../roll-contract.ts';
import { words } from '../words.ts';
import { closingFields, countFields, meetingFields, motionFields, voteFields } from './fields.ts';
import { Offered } from './Offered.tsx';
import type { AssemblyTask, AssemblyView, MotionView } from './views.ts';

interface DialogProps {
  readonly assembly: AssemblyView;
  readonly task: AssemblyTask;
  readonly onClose: () => void;
}

/** The forms of a meeting: its data, its count, its motions and votes, its end. */
export function AssemblyDialog({ assembly, task, onClose }: DialogProps) {
  switch (task.kind) {
    case 'correct':
      return <CorrectMeeting assembly={assembly} onClose={onClose} />;
    case 'close':
      return <CloseMeeting assembly={assembly} onClose={onClose} />;
    case 'counts':
      return <CountMeeting assembly={assembly} onClose={onClose} />;
    case 'motion':
      return <AddMotion assembly={assembly} onClose={onClose} />;
    case 'take':
      return <Offered assembly={assembly} onClose={onClose} />;
    case 'votes':
      return <CountMotion assembly={assembly} motion={task.motion} onClose={onClose} />;
    case 'editMotion':
      return <EditMotion assembly={assembly} motion={task.motion} onClose={onClose} />;
    case 'drop':
      return <DropMotion assembly={assembly} motion={task.motion} onClose={onClose} />;
  }
}

interface PartProps {
  readonly assembly: AssemblyView;
  readonly onClose: () => void;
}

function keyOf({ county, id }: AssemblyView) {
  return { county, id };
}

function useSaved(onClose: () => void): (said: keyof typeof words) => () => void {
  const t = useWords(words);
  return (said) => () => {
    onClose();
    notify(t(said));
  };
}

function CorrectMeeting({ assembly, onClose }: PartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const params = keyOf(assembly);
  const fields = meetingFields.filter(({ key }) => key !== 'rollKind');
  const { entitled, households } = assembly.counts;
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctAssembly.body}
      fields={fields}
      initial={{ ...assembly, entitled, households }}
      fixed={{ revision: assembly.revision, rollKind: assembly.rollKind }}
      refusals={words}
      reload={() => call(getAssembly, { params })}
      submit={(body, options) => call(correctAssembly, { params, body }, options)}
      onSaved={saved('said.corrected')}
    />
  );
}

function CloseMeeting({ assembly, onClose }: PartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const params = keyOf(assembly);
  return (
    <Dialog title={t('action.close')} onClose={onClose} wide>
      <p>{t('effect.close')}</p>
      <RecordForm
        schema={closeAssembly.body}
        fields={closingFields}
        initial={assembly}
        fixed={{ revision: assembly.revision }}
        refusals={words}
        submitLabel={t('action.close')}
        submit={(body, options) => call(closeAssembly, { params, body }, options)}
        onSaved={saved('said.closed')}
      />
    </Dialog>
  );
}

function CountMeeting({ assembly, onClose }: PartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const params = keyOf(assembly);
  return (
    <Dialog title={t('action.counts')} onClose={onClose} wide>
      <RecordForm
        schema={countAttendance.body}
        fields={countFields}
        initial={assembly.counts}
        fixed={{ revision: assembly.revision }}
        refusals={words}
        submit={(body, options) => call(countAttendance, { params, body }, options)}
        onSaved={saved('said.saved')}
      />
    </Dialog>
  );
}

function AddMotion({ assembly, onClose }: PartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const id = useMemo(newId, []);
  const params = keyOf(assembly);
  return (
    <Dialog title={t('action.addMotion')} onClose={onClose} wide>
      <RecordForm
        schema={addMotion.body}
        fields={motionFields}
        fixed={{ id }}
        refusals={words}
        submit={(body, options) => call(addMotion, { params, body }, options)}
        onSaved={saved('said.motion')}
      />
    </Dialog>
  );
}

interface MotionPartProps extends PartProps {
  readonly motion: MotionView;
}

function EditMotion({ assembly, motion, onClose }: MotionPartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const params = { ...keyOf(assembly), motionId: motion.id };
  return (
    <Correction
      title={t('action.editMotion')}
      onClose={onClose}
      schema={correctMotion.body}
      fields={motionFields}
      initial={motion}
      fixed={{ revision: motion.revision }}
      refusals={words}
      submit={(body, options) => call(correctMotion, { params, body }, options)}
      onSaved={saved('said.saved')}
    />
  );
}

/** The fast count: three numbers, or one press when all hands are up. */
function CountMotion({ assembly, motion, onClose }: MotionPartProps) {
  const t = useWords(words);
  const saved = useSaved(onClose);
  const params = { ...keyOf(assembly), motionId: motion.id };
  const write = useWrite(countVotes);
  const all = { revision: motion.revision, votesFor: assembly.votesPresent, votesAgainst: 0, votesAbstained: 0 };
  const initial = motion.votesFor === null ? { votesAgainst: 0, votesAbstained: 0 } : motion;
  return (
    <Dialog title={motion.title} onClose={onClose} wide>
      <p className="note">{t('part.votesPresent', { votes: assembly.votesPresent })}</p>
      <RecordForm
        schema={countVotes.body}
        fields={voteFields}
        initial={initial}
        fixed={{ revision: motion.revision }}
        refusals={words}
        submit={(body, options) => call(countVotes, { params, body }, options)}
        onSaved={saved('said.saved')}
        actions={
          <button
            type="button"
            className="button"
            disabled={write.isPending}
            onClick={() => write.mutate({ params, body: all }, { onSuccess: saved('said.saved') })}
          >
            {t('action.unanimous')}
          </button>
        }
      />
    </Dialog>
  );
}

function DropMotion({ assembly, motion, onClose }: MotionPartProps) {
  const t = useWords(words);
  const write = useWrite(dropMotion);
  const params = { ...keyOf(assembly), motionId: motion.id };
  return (
    <ConfirmWithReason
      title={t('action.dropMotion')}
      effect={t('effect.drop', { title: motion.title })}
      confirmLabel={t('action.dropMotion')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await write.mutateAsync({ params, body: { revision: motion.revision, reason } });
        notify(t('said.dropped'));
      }}
    />
  );
}
