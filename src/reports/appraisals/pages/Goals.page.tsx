import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { useIndicatorSource } from '../../../indicators/widgets/indicator-source.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getGoals, scoreProject, setProjectGoals } from '../contract.ts';
import { words } from '../words.ts';
import { type DraftGoal, GoalTable } from './GoalTable.tsx';

type GoalsView = ReplyOf<typeof getGoals>;

/** The goals of a project: set before its money is contracted, scored when they are due. */
export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getGoals, { params });
  const dictionary = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(view) => <Loaded reply={dictionary}>{(known) => <Goals view={view} dictionary={known} />}</Loaded>}
    </Loaded>
  );
}

interface GoalsProps {
  readonly view: GoalsView;
  readonly dictionary: Dictionary;
}

function Goals({ view, dictionary }: GoalsProps) {
  const t = useWords(words);
  const [drafts, setDrafts] = useState<readonly DraftGoal[]>();
  const [adding, setAdding] = useState(false);
  const shown = drafts ?? view.goals;
  const maySet = view.allowed.includes('appraisal.set');
  return (
    <>
      <PageHead
        title={`${t('title')} · ${view.name}`}
        about={t('intro')}
        back={<Link to={`/projects/${view.county}/${view.id}`}>{view.name}</Link>}
        actions={
          <Acts view={view} drafts={drafts} onAdd={() => setAdding(true)} onSaved={() => setDrafts(undefined)} />
        }
      />
      {shown.length === 0 && <p className="note">{t('none')}</p>}
      <GoalTable
        view={view}
        dictionary={dictionary}
        goals={shown}
        {...(maySet
          ? { onRemove: (goal: DraftGoal) => setDrafts(shown.filter((one) => one.indicator !== goal.indicator)) }
          : {})}
      />
      {adding && (
        <AddGoal
          dictionary={dictionary}
          onClose={() => setAdding(false)}
          onAdd={(goal) => setDrafts([...shown.filter((one) => one.indicator !== goal.indicator), goal])}
        />
      )}
    </>
  );
}

interface ActsProps {
  readonly view: GoalsView;
  /** what is set and not saved yet */
  readonly drafts: readonly DraftGoal[] | undefined;
  readonly onAdd: () => void;
  readonly onSaved: () => void;
}

function Acts({ view, drafts, onAdd, onSaved }: ActsProps) {
  const t = useWords(words);
  const { percent } = useFormat();
  const save = useWrite(setProjectGoals);
  const score = useWrite(scoreProject);
  const { run, pending, failure } = useAction();
  const params = { county: view.county, id: view.id };
  const may = (act: string) => view.allowed.includes(act);
  async function saveGoals(): Promise<void> {
    const goals = (drafts ?? []).map(({ indicator, target, weightBp, dueOn }) => ({
      indicator,
      target,
      weightBp,
      dueOn,
    }));
    await save.mutateAsync({ params, body: { goals } });
    onSaved();
    notify(t('said.saved'));
  }
  async function scoreGoals(): Promise<void> {
    const { scoreBp } = await score.mutateAsync({ params, body: {} });
    notify(t('said.scored', { score: percent(scoreBp) }));
  }
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      {may('appraisal.set') && (
        <button type="button" className="button" onClick={onAdd}>
          {t('action.add')}
        </button>
      )}
      {may('appraisal.set') && drafts && (
        <button type="button" className="button primary" disabled={pending} onClick={() => void run(saveGoals)}>
          {t('action.save')}
        </button>
      )}
      {may('appraisal.score') && !drafts && (
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
  readonly onAdd: (goal: DraftGoal) => void;
}

const goalShape = setProjectGoals.body.shape.goals.element;

function AddGoal({ dictionary, onClose, onAdd }: AddProps) {
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
