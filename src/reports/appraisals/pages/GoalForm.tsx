import { useMemo } from 'react';
import { type Dictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { RecordSource } from '../../../platform/ui/records.ts';
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
  const source = useIndicators(dictionary);
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

function useIndicators(dictionary: Dictionary): RecordSource {
  const { name, unit } = useFigureText();
  return useMemo(() => {
    const choices = dictionary.indicators.map((one) => ({ value: one.code, label: name(one), sub: unit(one) }));
    return {
      key: 'indicators of goals',
      search: async (text) => {
        const wanted = text.trim().toLowerCase();
        return choices
          .filter(({ label, value }) => label.toLowerCase().includes(wanted) || value.includes(wanted))
          .slice(0, 20);
      },
      find: async (value) => choices.find((choice) => choice.value === value),
    };
  }, [dictionary, name, unit]);
}
