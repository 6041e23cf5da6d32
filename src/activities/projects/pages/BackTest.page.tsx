import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { backTest } from '../alert-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { DayRange, type Days } from './DayRange.tsx';
import { Part } from './Part.tsx';

/** Numbers that may be tried, and by how much what is typed is multiplied: yuan are kept as fen. */
const trials = { twoOverFen: 100, threeOverFen: 100, splitDays: 1, roundFen: 100, againDays: 1, idleDays: 1 } as const;
type TrialKey = keyof typeof trials;
const trialKeys = Object.keys(trials) as TrialKey[];

/** What each rule finds in past payments, with the numbers in force or with others. */
export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { number, percent, yuan } = useFormat();
  const today = useToday();
  const [days, setDays] = useState<Partial<Days>>({});
  const [trial, setTrial] = useState<Partial<Record<TrialKey, number>>>({});
  const from = days.from ?? `${Number(today.slice(0, 4)) - 2}-01-01`;
  const through = days.through ?? today;
  const reply = useReply(backTest, { query: { from, through, ...trial } }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title={t('title.backTest')}
        about={t('intro.backTest')}
        back={<Link to="/misuse-alerts">{t('title.alerts')}</Link>}
      />
      <DayRange days={{ from, through }} onChange={setDays} />
      <Trial trial={trial} limits={reply.data?.limits ?? {}} onChange={setTrial} />
      <Loaded reply={reply}>
        {({ payments, rules }) => (
          <Part
            title={t('backTest.sum', { payments: number(payments) })}
            empty=""
            heads={[
              { label: words['field.rule'] },
              { label: words['field.found'], end: true },
              { label: words['field.amount'], end: true },
              { label: words['field.known'], end: true },
              { label: words['field.confirmed'], end: true },
              { label: words['field.cleared'], end: true },
              { label: words['field.hit'], end: true },
            ]}
          >
            {rules.map((rule) => (
              <tr key={rule.rule}>
                <th scope="row">
                  <Link to={`/misuse-alerts?rule=${rule.rule}`}>{text(wordsOf(`code.rule.${rule.rule}`))}</Link>
                </th>
                <td className="end">{number(rule.found)}</td>
                <td className="end">{yuan(rule.foundFen)}</td>
                <td className="end">{number(rule.known)}</td>
                <td className="end">{number(rule.confirmed)}</td>
                <td className="end">{number(rule.cleared)}</td>
                <td className="end">{rule.hitBp === null ? '–' : percent(rule.hitBp)}</td>
              </tr>
            ))}
          </Part>
        )}
      </Loaded>
    </>
  );
}

interface TrialProps {
  /** the numbers in force, by the same names */
  readonly limits: Readonly<Record<string, number>>;
  readonly trial: Partial<Record<TrialKey, number>>;
  readonly onChange: (trial: Partial<Record<TrialKey, number>>) => void;
}

function Trial({ trial, limits, onChange }: TrialProps) {
  const t = useWords(words);
  const { number } = useFormat();
  return (
    <div className="form-fields no-print">
      {trialKeys.map((key) => (
        <div className="field" key={key}>
          <label htmlFor={`trial-${key}`}>{t(`field.${key}`)}</label>
          <input
            id={`trial-${key}`}
            className="input"
            type="number"
            min={0}
            placeholder={limits[key] === undefined ? '' : number(limits[key] / trials[key])}
            value={trial[key] === undefined ? '' : trial[key] / trials[key]}
            onChange={({ target }) => {
              const { [key]: _before, ...others } = trial;
              onChange(
                target.value === '' ? others : { ...others, [key]: Math.round(Number(target.value)) * trials[key] },
              );
            }}
          />
        </div>
      ))}
    </div>
  );
}
