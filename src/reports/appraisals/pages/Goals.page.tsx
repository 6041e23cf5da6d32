import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getGoals, scoreProject, setProjectGoals } from '../contract.ts';
import { words } from '../words.ts';
import { AddGoal, GoalActs } from './GoalForm.tsx';
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
  const save = useWrite(setProjectGoals);
  const score = useWrite(scoreProject);
  const shown = drafts ?? view.goals;
  const params = { county: view.county, id: view.id };
  const maySet = view.allowed.includes('appraisal.set');
  const without = (goal: Pick<DraftGoal, 'indicator'>) => shown.filter((one) => one.indicator !== goal.indicator);
  return (
    <>
      <PageHead
        title={`${t('title')} · ${view.name}`}
        about={t('intro')}
        back={<Link to={`/projects/${view.county}/${view.id}`}>{view.name}</Link>}
        actions={
          <GoalActs
            maySet={maySet}
            mayScore={view.allowed.includes('appraisal.score')}
            drafts={drafts}
            onAdd={() => setAdding(true)}
            onSaved={() => setDrafts(undefined)}
            save={(goals) => save.mutateAsync({ params, body: { goals } })}
            score={() => score.mutateAsync({ params, body: {} })}
          />
        }
      />
      {shown.length === 0 && <p className="note">{t('none')}</p>}
      <GoalTable
        view={view}
        dictionary={dictionary}
        goals={shown}
        {...(maySet ? { onRemove: (goal: DraftGoal) => setDrafts(without(goal)) } : {})}
      />
      {adding && (
        <AddGoal
          dictionary={dictionary}
          onClose={() => setAdding(false)}
          onAdd={(goal) => setDrafts([...without(goal), goal])}
        />
      )}
    </>
  );
}
