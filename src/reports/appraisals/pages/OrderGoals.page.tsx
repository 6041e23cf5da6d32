import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getOrderGoals, scoreFundOrder, setFundOrderGoals } from '../order-contract.ts';
import { words } from '../words.ts';
import { AddGoal, GoalActs, type GoalEntry } from './GoalForm.tsx';
import { type OrderGoalsView, PlaceTable, TermsTable } from './OrderGoalTables.tsx';

/** The goals of an allocation: set before it is checked, scored place by place when they are due. */
export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getOrderGoals, { params });
  const dictionary = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(view) => <Loaded reply={dictionary}>{(known) => <Goals view={view} dictionary={known} />}</Loaded>}
    </Loaded>
  );
}

interface GoalsProps {
  readonly view: OrderGoalsView;
  readonly dictionary: Dictionary;
}

function Goals({ view, dictionary }: GoalsProps) {
  const t = useWords(words);
  const [drafts, setDrafts] = useState<readonly GoalEntry[]>();
  const [adding, setAdding] = useState(false);
  const save = useWrite(setFundOrderGoals);
  const score = useWrite(scoreFundOrder);
  const shown = drafts ?? view.goals;
  const params = { county: view.county, id: view.id };
  const maySet = view.allowed.includes('fund.order');
  const without = (indicator: string) => shown.filter((one) => one.indicator !== indicator);
  return (
    <>
      <PageHead
        title={`${t('title')} · ${view.title}`}
        about={t('order.intro')}
        back={<Link to={`/fund-orders/${view.county}/${view.id}`}>{view.number}</Link>}
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
      {shown.length === 0 && <p className="note">{t(view.asked ? 'order.none' : 'order.notAsked')}</p>}
      <TermsTable
        dictionary={dictionary}
        goals={shown}
        {...(maySet ? { onRemove: (indicator: string) => setDrafts(without(indicator)) } : {})}
      />
      {!drafts && <PlaceTable view={view} dictionary={dictionary} />}
      {adding && (
        <AddGoal
          dictionary={dictionary}
          onClose={() => setAdding(false)}
          onAdd={(goal) => setDrafts([...without(goal.indicator), goal])}
        />
      )}
    </>
  );
}
