import type { Dictionary } from '../../../indicators/widgets/dictionary.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import type { Report, Submission } from './report-shapes.ts';

/** The state beside the title; only what is approved carries a stamp, for it has legal force. */
export function StateStamp({ state }: { state: Submission['state'] }) {
  const t = useWords(words);
  return <span className={state === 'approved' ? 'stamp' : `tag report-state ${state}`}>{t(`state.${state}`)}</span>;
}

/** When it is due, who confirmed it, as of when, and the digest to compare with paper. */
export function ReportFacts({ report }: { report: Report }) {
  const t = useWords(words);
  const { date, instant, number } = useFormat();
  const { submission, villages, unconfirmed } = report;
  const isReturned = submission.state === 'returned';
  const { dueOn, light, confirmedOn, confirmedBy, approvedOn, cutoff, digest, remark, snapshot } = submission;
  return (
    <dl className="report-facts">
      <Fact label={t('head.due')}>
        {date(dueOn)} <Light state={light} />
      </Fact>
      {submission.level !== 'village' && (
        <Fact label={t('head.villages')}>
          {t('head.villagesValue', { villages: number(villages), unconfirmed: number(unconfirmed) })}
        </Fact>
      )}
      {confirmedOn !== null && (
        <Fact label={t(isReturned ? 'head.confirmedBefore' : 'head.confirmed')}>
          {confirmedBy === null
            ? date(confirmedOn)
            : t('head.confirmedBy', { name: confirmedBy, date: date(confirmedOn) })}
          {snapshot > 1 && <span className="note"> {t('head.snapshot', { count: snapshot })}</span>}
        </Fact>
      )}
      {approvedOn !== null && <Fact label={t('head.approved')}>{date(approvedOn)}</Fact>}
      {cutoff !== null && !isReturned && <Fact label={t('head.cutoff')}>{instant(cutoff)}</Fact>}
      {digest !== null && !isReturned && (
        <Fact label={t('head.digest')}>
          <span className="number" title={`SHA-256 ${digest}`}>
            {digest.slice(0, 16)}
          </span>
        </Fact>
      )}
      {remark !== null && <Fact label={t('head.remark')}>{remark}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why the level above sent the report back, figure by figure. */
export function Returned({ dictionary, submission }: { dictionary: Dictionary; submission: Submission }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const [first] = submission.returns;
  if (!first) return null;
  const answerBy = submission.answerBy ?? first.answerBy;
  const nameOf = (code: string | null) => {
    if (code === null) return t('returned.whole');
    const entry = dictionary.indicators.find((one) => one.code === code);
    return entry === undefined ? code : text(entry.name);
  };
  const current = submission.returns.filter((one) => one.answerBy === answerBy);
  return (
    <section className="strip bad">
      <div>
        <h2>{t('returned.title', { date: date(answerBy) })}</h2>
        <ul>
          {current.map((one) => (
            <li key={`${one.indicator} ${one.reason}`}>
              {t('returned.item', { indicator: nameOf(one.indicator), reason: one.reason })}{' '}
              <span className="note">
                {t('returned.by', { name: one.returnedBy })}
                {one.times > 1 && ` · ${t('returned.times', { times: one.times })}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
