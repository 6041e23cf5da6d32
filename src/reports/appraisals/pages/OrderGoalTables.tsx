import { Link } from 'react-router';
import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { getOrderGoals } from '../order-contract.ts';
import { words } from '../words.ts';
import type { GoalEntry } from './GoalForm.tsx';
import { GoalName } from './GoalTable.tsx';

export type OrderGoalsView = ReplyOf<typeof getOrderGoals>;
type Line = OrderGoalsView['lines'][number];

/** How the values of an indicator are written, and what it is called. */
function useSaid(dictionary: Dictionary) {
  const figures = useFigureText();
  return (indicator: string) => {
    const known = dictionary.indicators.find(({ code }) => code === indicator);
    return {
      name: known ? figures.name(known) : indicator,
      said: (value: number | null) => (known ? figures.said(known, value) : (value ?? '–')),
    };
  };
}

interface TermsProps {
  readonly dictionary: Dictionary;
  readonly goals: readonly GoalEntry[];
  readonly onRemove?: (indicator: string) => void;
}

/** What each place shall reach, and until when. */
export function TermsTable({ dictionary, goals, onRemove }: TermsProps) {
  const t = useWords(words);
  const { date, percent } = useFormat();
  const saidOf = useSaid(dictionary);
  if (goals.length === 0) return null;
  return (
    <TableScroll label={t('title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.indicator')}</th>
            {(['target', 'weight', 'dueOn'] as const).map((key) => (
              <th key={key} scope="col" className="end">
                {t(`field.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map(({ indicator, target, weightBp, dueOn }) => (
            <tr key={indicator}>
              <GoalName
                indicator={indicator}
                name={saidOf(indicator).name}
                {...(onRemove ? { onRemove: () => onRemove(indicator) } : {})}
              />
              <td className="end">{saidOf(indicator).said(target)}</td>
              <td className="end">{percent(weightBp)}</td>
              <td className="end">{date(dueOn)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('total')}
            </th>
            <td className="end">{percent(goals.reduce((sum, { weightBp }) => sum + weightBp, 0))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

interface PlacesProps {
  readonly view: OrderGoalsView;
  readonly dictionary: Dictionary;
}

/** Each place that gets money beside the figures it is measured by; each figure opens its records. */
export function PlaceTable({ view, dictionary }: PlacesProps) {
  const t = useWords(words);
  const { percent, yuan } = useFormat();
  const saidOf = useSaid(dictionary);
  if (view.goals.length === 0) return null;
  const isScored = view.scoreBp !== null;
  const score = (bp: number | null) => (bp === null ? '–' : percent(bp));
  const sumFen = view.lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return (
    <section className="record-part">
      <h2>{t('order.places')}</h2>
      <TableScroll label={t('order.places')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.place')}</th>
              <th scope="col">{t('field.account')}</th>
              <th scope="col" className="end">
                {t('field.amount')}
              </th>
              {view.goals.map(({ indicator }) => (
                <GoalHeads key={indicator} name={saidOf(indicator).name} isScored={isScored} />
              ))}
              <th scope="col" className="end">
                {t(isScored ? 'field.score' : 'field.wouldBe')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.placeName}</th>
                <td>
                  <Link to={`/fund-accounts/${line.county}/${line.accountId}`}>{line.accountName}</Link>
                </td>
                <td className="end">{yuan(line.amountFen)}</td>
                <GoalCells view={view} line={line} saidOf={saidOf} />
                <td className="end">{score(isScored ? line.scoreBp : line.nowBp)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('total')}
              </th>
              <td className="end">{yuan(sumFen)}</td>
              <td colSpan={view.goals.length * 2} />
              <td className="end">{score(isScored ? view.scoreBp : view.nowBp)}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

function GoalHeads({ name, isScored }: { readonly name: string; readonly isScored: boolean }) {
  const t = useWords(words);
  return (
    <>
      <th scope="col" className="end">
        {name} · {t('field.baseline')}
      </th>
      <th scope="col" className="end">
        {t(isScored ? 'field.value' : 'field.now')}
      </th>
    </>
  );
}

interface CellsProps {
  readonly view: OrderGoalsView;
  readonly line: Line;
  readonly saidOf: ReturnType<typeof useSaid>;
}

/** Where an indicator began in a place, and where it stands or ended. */
function GoalCells({ view, line, saidOf }: CellsProps) {
  const { percent } = useFormat();
  const { place } = line;
  return view.goals.map(({ indicator, dueOn }, at) => {
    const own = line.goals[at];
    if (!own) return null;
    const { said } = saidOf(indicator);
    const isScored = own.scoreBp !== null;
    const bp = isScored ? own.scoreBp : own.nowBp;
    const month = isScored ? dueOn.slice(0, 7) : view.month;
    return [
      <td key={`${indicator} start`} className="end">
        <Link to={figureAddress({ indicator, place, month: view.from })}>{said(own.baseline)}</Link>
      </td>,
      <td key={`${indicator} end`} className="end">
        <Link to={figureAddress({ indicator, place, month })}>{said(isScored ? own.value : own.now)}</Link>{' '}
        {bp !== null && <span className="note">{percent(bp)}</span>}
      </td>,
    ];
  });
}
