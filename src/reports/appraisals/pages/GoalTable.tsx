import { Link } from 'react-router';
import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { getGoals } from '../contract.ts';
import { words } from '../words.ts';

type GoalsView = ReplyOf<typeof getGoals>;
type SavedGoal = GoalsView['goals'][number];

/** A goal as it is set; a saved one also says where it began and what it reached. */
export type DraftGoal = Pick<SavedGoal, 'indicator' | 'target' | 'weightBp' | 'dueOn'> & Partial<SavedGoal>;

interface GoalTableProps {
  readonly view: GoalsView;
  readonly dictionary: Dictionary;
  readonly goals: readonly DraftGoal[];
  readonly onRemove?: (goal: DraftGoal) => void;
}

/** The goals beside their indicators; each figure opens its records. */
export function GoalTable({ view, dictionary, goals, onRemove }: GoalTableProps) {
  const t = useWords(words);
  const { percent } = useFormat();
  if (goals.length === 0) return null;
  const heads = ['baseline', 'target', 'weight', 'dueOn', 'now', 'value', 'score'] as const;
  return (
    <TableScroll label={t('title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.indicator')}</th>
            {heads.map((key) => (
              <th key={key} scope="col" className="end">
                {t(`field.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <GoalRow
              key={goal.indicator}
              view={view}
              dictionary={dictionary}
              goal={goal}
              {...(onRemove ? { onRemove } : {})}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('total')}
            </th>
            <td className="end">{percent(goals.reduce((sum, { weightBp }) => sum + weightBp, 0))}</td>
            <td colSpan={3} />
            <td className="end">{view.scoreBp === null ? '–' : percent(view.scoreBp)}</td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

type GoalRowProps = Omit<GoalTableProps, 'goals'> & { readonly goal: DraftGoal };

function GoalRow({ view, dictionary, goal, onRemove }: GoalRowProps) {
  const figures = useFigureText();
  const { date, percent } = useFormat();
  const known = dictionary.indicators.find(({ code }) => code === goal.indicator);
  const said = (value: number | null | undefined) =>
    known && value !== undefined ? figures.said(known, value) : (value ?? '–');
  const name = known ? figures.name(known) : goal.indicator;
  const { place, month } = view;
  const { scoreBp, nowBp } = goal;
  return (
    <tr>
      <GoalName indicator={goal.indicator} name={name} {...(onRemove ? { onRemove: () => onRemove(goal) } : {})} />
      <td className="end">{said(goal.baseline)}</td>
      <td className="end">{said(goal.target)}</td>
      <td className="end">{percent(goal.weightBp)}</td>
      <td className="end">{date(goal.dueOn)}</td>
      <td className="end">
        <Link to={figureAddress({ indicator: goal.indicator, place, month })}>{said(goal.now)}</Link>{' '}
        {nowBp !== null && nowBp !== undefined && <span className="note">{percent(nowBp)}</span>}
      </td>
      <td className="end">{said(goal.value)}</td>
      <td className="end">{scoreBp === null || scoreBp === undefined ? '–' : percent(scoreBp)}</td>
    </tr>
  );
}

interface GoalNameProps {
  readonly indicator: string;
  readonly name: string;
  readonly onRemove?: () => void;
}

/** What a goal is measured by, with the way to take it off the list. */
export function GoalName({ indicator, name, onRemove }: GoalNameProps) {
  const t = useWords(words);
  return (
    <th scope="row">
      <Link to={`/indicators/${indicator}`}>{name}</Link>{' '}
      {onRemove && (
        <button
          type="button"
          className="button quiet no-print"
          aria-label={`${t('action.remove')} ${name}`}
          onClick={onRemove}
        >
          {t('action.remove')}
        </button>
      )}
    </th>
  );
}
