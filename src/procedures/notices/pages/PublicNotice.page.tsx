import './notices.css';
import { type ReactNode, useEffect } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../../platform/ui/client.ts';
import { setLanguage, useFormat, useLanguage, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { ProblemState, Skeleton } from '../../../platform/ui/States.tsx';
import { readBoard } from '../board-contract.ts';
import { words } from '../words.ts';
import { AnswerLookUp } from './AnswerLookUp.tsx';
import { BoardLines } from './BoardLines.tsx';
import { useDays } from './days.ts';
import type { Board } from './notice-view.ts';
import { ObjectionForm } from './ObjectionForm.tsx';

/** A notice for everybody, without sign-in: large type, one column, works on any telephone. */
export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const { data, error, refetch } = useReply(readBoard, { params });
  useEffect(() => {
    document.title = `${data?.title ?? t('title')} · ${t('board.site')}`;
  }, [data, t]);
  return (
    <main className="board">
      <header className="part-head">
        <p>{t('board.site')}</p>
        <LanguageButton />
      </header>
      {data && <Notice notice={data} />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      <AnswerLookUp county={params.county} />
    </main>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }): ReactNode {
  const t = useWords(words);
  const problem = problemOf(error);
  if (problem.status === 404) return <h1>{t('board.gone')}</h1>;
  return <ProblemState problem={problem} onRetry={onRetry} asPage />;
}

function LanguageButton() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
      {languageNames[other]}
    </button>
  );
}

const languageNames = { zh: words['board.language'][0], en: words['board.language'][1] } as const;

function Notice({ notice }: { notice: Board }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const daysOf = useDays();
  const isOpen = notice.state === 'running' || (notice.state === 'objected' && !notice.over);
  return (
    <>
      <div>
        <p>{notice.placeName}</p>
        <h1>{notice.title}</h1>
      </div>
      <p className="board-window">
        {t('board.window', { postedOn: date(notice.postedOn), endsOn: date(notice.endsOn) })}{' '}
        <strong>{daysOf(notice)}</strong>
      </p>
      {notice.state === 'withdrawn' && <p className="strip bad">{t('board.withdrawn')}</p>}
      {notice.body !== null && <p className="board-text">{notice.body}</p>}
      {notice.pairs.length > 0 && (
        <dl className="pairs">
          {notice.pairs.map(({ label, value }) => (
            <div className="pair" key={label[0]}>
              <dt>{text(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {notice.columns.length > 0 && notice.state !== 'withdrawn' && <BoardLines notice={notice} />}
      {notice.contact !== null && <p>{t('board.contact', { contact: notice.contact })}</p>}
      {isOpen ? <ObjectionForm notice={notice} /> : <p className="note">{t('board.closed')}</p>}
      <p className="note">
        {t('field.digest')} <code>{notice.contentDigest.slice(0, 16)}</code>
      </p>
    </>
  );
}
