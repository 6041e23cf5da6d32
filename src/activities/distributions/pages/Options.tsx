import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { type Text, useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { compareOptions } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { Choices } from './Choices.tsx';
import { wordsOf } from './codes.ts';
import { OptionDialog, type OptionTask } from './OptionDialog.tsx';
import { LawRefusals } from './Steps.tsx';
import { keyOf, type OptionView, type PartProps } from './views.ts';

type Fairness = ReplyOf<typeof compareOptions>;
type Outcome = Fairness['options'][number];

interface Compared {
  readonly option: OptionView;
  readonly outcome: Outcome;
}

/** Up to three ways to divide, side by side, before one of them is chosen. */
export function Options({ distribution }: PartProps) {
  const t = useWords(words);
  if (distribution.ruleSet === 'contract') return <p className="note">{t('options.contract')}</p>;
  return <Comparison distribution={distribution} />;
}

function Comparison({ distribution }: PartProps) {
  const t = useWords(words);
  const reply = useReply(compareOptions, { params: keyOf(distribution) });
  const [task, setTask] = useState<OptionTask>();
  return (
    <Loaded reply={reply}>
      {({ options, shifts }) => {
        const compared = distribution.options.flatMap((option): readonly Compared[] => {
          const outcome = options.find(({ id }) => id === option.id);
          return outcome ? [{ option, outcome }] : [];
        });
        return (
          <>
            <p className="note">{t('options.about')}</p>
            <OptionTable distribution={distribution} compared={compared} onTask={setTask} />
            <Objections compared={compared} />
            <Shifts shifts={shifts} />
            {compared.length > 1 && <Choices distribution={distribution} />}
            {task && <OptionDialog distribution={distribution} task={task} onClose={() => setTask(undefined)} />}
          </>
        );
      }}
    </Loaded>
  );
}

interface TableProps extends PartProps {
  readonly compared: readonly Compared[];
  readonly onTask: (task: OptionTask) => void;
}

function OptionTable({ distribution, compared, onTask }: TableProps) {
  const t = useWords(words);
  const { terms, outcomes } = useMeasures(distribution.ruleSet);
  return (
    <TableScroll label={t('tab.options')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.option')}</th>
            {compared.map(({ option }) => (
              <th key={option.id} scope="col" className="end">
                {option.name} {option.id === distribution.optionId && <span className="tag">{t('option.chosen')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <Measures title={t('part.terms')} measures={terms} compared={compared} />
        <Measures title={t('part.outcome')} measures={outcomes} compared={compared} />
        <OptionActs distribution={distribution} compared={compared} onTask={onTask} />
      </table>
    </TableScroll>
  );
}

interface Measure {
  readonly key: string;
  readonly label: Text;
  readonly value: (compared: Compared) => string;
}

function Measures({ title, measures, compared }: MeasuresProps) {
  const text = useText();
  return (
    <tbody>
      <tr>
        <th scope="colgroup" colSpan={compared.length + 1}>
          {title}
        </th>
      </tr>
      {measures.map(({ key, label, value }) => (
        <tr key={key}>
          <td>{text(label)}</td>
          {compared.map((one) => (
            <td key={one.option.id} className="end">
              {value(one)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface MeasuresProps {
  readonly title: string;
  readonly measures: readonly Measure[];
  readonly compared: readonly Compared[];
}

type TermKey = 'surplusReserveBp' | 'welfareReserveBp' | 'expansionBp' | 'reliefBp' | 'patronageBp' | 'convertedBp';

/** What is laid side by side: the terms of each option, and what comes of them. */
function useMeasures(ruleSet: string): { terms: readonly Measure[]; outcomes: readonly Measure[] } {
  const t = useWords(words);
  const text = useText();
  const { number, percent, yuan } = useFormat();
  const isCooperative = ruleSet === 'farmers_professional';
  const share = (key: TermKey): Measure => ({
    ...{ key, label: words[`field.${key}`], value: ({ option }) => percent(option[key]) },
  });
  const amount = (key: keyof typeof words, fen: (outcome: Outcome) => bigint): Measure => ({
    ...{ key, label: words[key], value: ({ outcome }) => yuan(fen(outcome)) },
  });
  const quantified: Measure = {
    ...{ key: 'basis', label: words['field.reserveQuantifiedBy'] },
    value: ({ option }) =>
      option.reserveQuantifiedBy === undefined ? '–' : text(wordsOf(`code.basis.${option.reserveQuantifiedBy}`)),
  };
  return {
    terms: [
      share('surplusReserveBp'),
      ...(isCooperative ? [quantified] : [share('welfareReserveBp')]),
      share('expansionBp'),
      share('reliefBp'),
      ...(isCooperative ? [share('patronageBp'), share('convertedBp')] : []),
    ],
    outcomes: [
      amount('field.distributable', ({ statement }) => statement.row16),
      ...(isCooperative ? [amount('field.refunds', ({ statement }) => statement.row17)] : []),
      amount('field.remainders', ({ statement }) => statement.row18),
      amount('field.carriedForward', ({ statement }) => statement.row20),
      amount('field.cashNeed', ({ cashNeedFen }) => cashNeedFen),
      amount('field.minimum', ({ minimumFen }) => minimumFen),
      amount('field.median', ({ median }) => wholeFen(median)),
      {
        ...{ key: 'poorMedian', label: words['field.poorMedian'] },
        value: ({ outcome: { poorMedian } }) => (poorMedian === null ? '–' : yuan(wholeFen(poorMedian))),
      },
      amount('field.poorTotal', ({ poorFen }) => poorFen),
      { key: 'gini', label: words['field.gini'], value: ({ outcome }) => (outcome.giniBp / 10_000).toFixed(4) },
      {
        ...{ key: 'swallowed', label: words['field.upliftSwallowed'] },
        value: ({ outcome }) => number(outcome.upliftSwallowed),
      },
      {
        ...{ key: 'law', label: words['field.lawSays'] },
        value: ({ outcome }) => t(outcome.refusals.length === 0 ? 'option.lawful' : 'option.unlawful'),
      },
    ],
  };
}

function wholeFen({ numerator, denominator }: Outcome['median']): bigint {
  return BigInt(numerator) / BigInt(denominator);
}

function OptionActs({ distribution, compared, onTask }: TableProps) {
  const t = useWords(words);
  const isOpen = distribution.state === 'draft' || distribution.state === 'chosen';
  if (!isOpen || !distribution.allowed.includes('distribution.make')) return null;
  return (
    <tfoot className="no-print">
      <tr>
        <th scope="row">{t('field.acts')}</th>
        {compared.map(({ option, outcome }) => (
          <td key={option.id} className="end">
            {option.id !== distribution.optionId && (
              <span className="buttons end">
                <button
                  type="button"
                  className="button primary"
                  aria-label={`${t('action.choose')} ${option.name}`}
                  onClick={() =>
                    onTask({ kind: 'choose', option, totalFen: outcome.statement.row17 + outcome.statement.row18 })
                  }
                >
                  {t('action.choose')}
                </button>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`${t('action.optionOut')} ${option.name}`}
                  onClick={() => onTask({ kind: 'withdraw', option })}
                >
                  {t('action.optionOut')}
                </button>
              </span>
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** What the law has against an option, and what an uplift does not reach. */
function Objections({ compared }: { compared: readonly Compared[] }) {
  const t = useWords(words);
  const remarkable = compared.filter(
    ({ outcome: { refusals, upliftSwallowed } }) => refusals.length > 0 || upliftSwallowed > 0,
  );
  return remarkable.map(({ option, outcome: { refusals, upliftSwallowed } }) => (
    <div key={option.id} className="stack">
      {refusals.length > 0 && <p className="note">{t('part.byOption', { name: option.name })}</p>}
      <LawRefusals refusals={refusals} />
      {upliftSwallowed > 0 && (
        <p className="strip warn">
          {option.name}: {t('swallowed.warn', { count: upliftSwallowed })}
        </p>
      )}
    </div>
  ));
}

function Shifts({ shifts }: { shifts: Fairness['shifts'] }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  if (shifts.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{t('part.changes')}</h2>
      <dl className="stack">
        {shifts.map(({ from, to, gainFen, loseFen, ...counts }) => (
          <div key={`${from} ${to}`}>
            <dt>
              <strong>{t('shift.title', { from, to })}</strong>
            </dt>
            <dd>
              {t('shift.text', {
                ...{ gain: number(counts.gain), lose: number(counts.lose), same: number(counts.same) },
                ...{ poorGain: number(counts.poorGain), poorLose: number(counts.poorLose) },
                ...{ gainFen: yuan(gainFen), loseFen: yuan(loseFen) },
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
