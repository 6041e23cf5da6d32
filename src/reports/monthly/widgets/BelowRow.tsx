import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Light, LightStrip } from '../../../platform/ui/Light.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { Words } from '../../../platform/words.ts';
import { words } from '../words.ts';
import type { Approval } from './approval.tsx';
import { useOutcome } from './outcome.ts';
import { StateStamp } from './ReportFacts.tsx';
import type { BelowReport, BelowRights } from './report-shapes.ts';

/** One report below: state, what needs a look, twelve lights, and what to do about it. */
export function BelowRow(props: BelowRowProps) {
  const { row, months, isCurrent, isOpen, onToggle } = props;
  const t = useWords(words);
  const { submission, exceptions, lights, unconfirmed } = row;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const to = (month: string) => `/reports/monthly?place=${submission.place}&month=${month}`;
  const strip = months.map((month, at) => ({ month, state: lights[at] ?? 'none', to: to(month) }));
  return (
    <>
      <tr ref={line} className={isCurrent ? 'current' : ''}>
        <th scope="row">
          <Link to={to(submission.month)}>{submission.placeName}</Link>
        </th>
        <td>
          <span className="buttons">
            <StateTag submission={submission} />
            <Light state={submission.light} />
            {submission.level !== 'village' && unconfirmed > 0 && (
              <Light state="exempt" label={t('below.unconfirmed', { count: unconfirmed })} />
            )}
          </span>
        </td>
        <td>
          {exceptions.length > 0 && (
            <button type="button" className="button quiet" aria-expanded={isOpen} onClick={onToggle}>
              ▲ {t('below.exceptionCount', { count: exceptions.length })}
            </button>
          )}
        </td>
        <td className="secondary">
          <LightStrip months={strip} label={`${submission.placeName} ${t('below.lights')}`} />
        </td>
        <td>
          <Acts {...props} />
        </td>
      </tr>
      {isOpen && exceptions.length > 0 && <Exceptions {...props} />}
    </>
  );
}

interface BelowRowProps {
  readonly row: BelowReport;
  readonly months: readonly string[];
  readonly dictionary: Dictionary;
  readonly may: BelowRights;
  readonly approval: Approval;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onTask: (act: 'return' | 'unlock') => void;
}

/** In a list of many a stamp on each would shout: approved is a word among words here. */
function StateTag({ submission }: { submission: BelowReport['submission'] }) {
  const t = useWords(words);
  if (submission.state === 'approved') return <span className="tag">{t('state.approved')}</span>;
  return <StateStamp state={submission.state} />;
}

function Acts({ row, may, approval, onTask }: BelowRowProps) {
  const t = useWords(words);
  const outcome = useOutcome();
  const { state, light, place, placeName } = row.submission;
  const result = approval.results.get(place);
  const about = (verb: string) => `${verb} ${placeName}`;
  return (
    <span className="buttons">
      {may.approve && state === 'confirmed' && (
        <button
          type="button"
          className="button"
          aria-label={about(t('below.approve'))}
          disabled={approval.pending}
          onClick={() => approval.approve([place])}
        >
          {t('below.approve')}
        </button>
      )}
      {(state === 'confirmed' ? may.return : state === 'approved' && may.returnApproved) && (
        <button
          type="button"
          className="button quiet"
          aria-label={about(t('below.return'))}
          onClick={() => onTask('return')}
        >
          {t('below.return')}
        </button>
      )}
      {may.unlock && state === 'open' && light === 'late' && (
        <button
          type="button"
          className="button quiet"
          aria-label={about(t('below.unlock'))}
          onClick={() => onTask('unlock')}
        >
          {t('below.unlock')}
        </button>
      )}
      {result && <span className="note">{result.approved ? t('result.one') : outcome(result.code)}</span>}
    </span>
  );
}

function Exceptions({ row, dictionary }: BelowRowProps) {
  const t = useWords(words);
  const text = useText();
  const figure = useFigureText();
  const { place, month, remark } = row.submission;
  const kinds: Words = words;
  return (
    <tr className="exceptions-row">
      <td colSpan={5}>
        <ul>
          {row.exceptions.flatMap((one) => {
            const entry = dictionary.indicators.find((each) => each.code === one.indicator);
            if (!entry) return [];
            const previous = figure.said(entry, one.previous);
            return [
              <li key={one.indicator}>
                <strong>{figure.name(entry)}</strong>{' '}
                <Link className="figure-link" to={figureAddress({ indicator: entry.code, place, month, as: 'report' })}>
                  {t('below.isNow', { value: figure.said(entry, one.value), previous })}
                </Link>{' '}
                {one.live !== one.value && t('below.liveNow', { live: figure.said(entry, one.live) })}{' '}
                {one.kinds.map((kind) => {
                  const pair = kinds[`exception.${kind}`];
                  return <Light key={kind} state="near" label={pair === undefined ? kind : text(pair)} />;
                })}
              </li>,
            ];
          })}
          {remark !== null && <li>{t('document.remark', { remark })}</li>}
        </ul>
      </td>
    </tr>
  );
}
