import type { Dictionary } from '../../../indicators/widgets/dictionary.ts';
import { useIndicatorSource } from '../../../indicators/widgets/indicator-source.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { goalShape } from '../contract.ts';
import { words } from '../words.ts';

/** A goal as it is set. */
export interface GoalEntry {
  readonly indicator: string;
  readonly target: number;
  readonly weightBp: number;
  readonly dueOn: string;
}

interface ActsProps {
  readonly maySet: boolean;
  readonly mayScore: boolean;
  /** what is set and not saved yet */
  readonly drafts: readonly GoalEntry[] | undefined;
  readonly onAdd: () => void;
  readonly onSaved: () => void;
  readonly save: (goals: GoalEntry[]) => Promise<unknown>;
  readonly score: () => Promise<{ readonly scoreBp: number }>;
}

/** What can be done with goals: add one, save what was set, score what is due. */
export function GoalActs({ maySet, mayScore, drafts, onAdd, onSaved, save, score }: ActsProps) {
  const t = useWords(words);
  const { percent } = useFormat();
  const { run, pending, failure } = useAction();
  async function saveGoals(): Promise<void> {
    await save(
      (drafts ?? []).map(({ indicator, target, weightBp, dueOn }) => ({ indicator, target, weightBp, dueOn })),
    );
    onSaved();
    notify(t('said.saved'));
  }
  async function scoreGoals(): Promise<void> {
    const { scoreBp } = await score();
    notify(t('said.scored', { score: percent(scoreBp) }));
  }
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      {maySet && (
        <button type="button" className="button" onClick={onAdd}>
          {t('action.add')}
        </button>
      )}
      {maySet && drafts && (
        <button type="button" className="button primary" disabled={pending} onClick={() => void run(saveGoals)}>
          {t('action.save')}
        </button>
      )}
      {mayScore && !drafts && (
        <button type="button" className="button" disabled={pending} onClick={() => void run(scoreGoals)}>
          {t('action.score')}
        </button>
      )}
    </>
  );
}

interface AddProps {
  readonly dictionary: Dictionary;
  readonly onClose: () => void;
  readonly onAdd: (goal: GoalEntry) => void;
}

export function AddGoal({ dictionary, onClose, onAdd }: AddProps) {
  const t = useWords(words);
  const source = useIndicatorSource(dictionary);
  return (
    <Dialog title={t('action.add')} onClose={onClose}>
      <RecordForm
        schema={goalShape}
        fields={[
          { key: 'indicator', kind: 'record', label: words['field.indicator'], records: source, wide: true },
          { key: 'target', kind: 'integer', label: words['field.target'], help: words['help.target'] },
          { key: 'weightBp', kind: 'integer', label: words['field.weight'], help: words['help.weight'] },
          { key: 'dueOn', kind: 'date', label: words['field.dueOn'] },
        ]}
        refusals={words}
        submitLabel={t('action.add')}
        submit={async (goal) => goalShape.parse(goal)}
        onSaved={(goal) => {
          onAdd(goal);
          onClose();
        }}
      />
    </Dialog>
  );
}
