import { useRef } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { notify, useAction } from '../../platform/ui/Notices.tsx';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../platform/ui/queries.ts';
import { Loaded } from '../../platform/ui/States.tsx';
import { TableScroll } from '../../platform/ui/TableScroll.tsx';
import { type articleView, getMeasure, importText, type stageView } from '../contract.ts';
import { Owners } from '../widgets/Owners.tsx';
import { words } from '../words.ts';

type Article = z.output<typeof articleView>;
type Stage = z.output<typeof stageView>;

/** The measure: 22 articles by chapter with their clauses and who answers for them, and the goals by year. */
export default function MeasurePage() {
  const t = useWords(words);
  const text = useText();
  const { date, instant } = useFormat();
  const reply = useReply(getMeasure);
  const measure = reply.data;
  const source = measure?.officialText;
  return (
    <div className="page">
      <PageHead
        title={measure ? text(measure.name) : t('title')}
        about={
          <>
            {t('about')} {measure && t('inForce', { day: date(measure.inForceFrom) })}
          </>
        }
        actions={measure?.allowed.includes('measure.import_text') && <ImportButton />}
      />
      <Loaded reply={reply}>
        {({ chapters, articles, stages }) => (
          <>
            <p className="note">
              {source
                ? t('officialFrom', { source: source.sourceName, at: instant(source.importedAt) })
                : t('officialMissing')}
            </p>
            <Stages stages={stages} />
            {chapters.map((chapter) => (
              <section className="stack" key={chapter.number}>
                <h2 className="part-head">
                  {t('chapter', { number: chapter.number })} {text(chapter.title)}
                </h2>
                <ArticleTable articles={articles.filter((article) => article.chapter === chapter.number)} />
              </section>
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}

function ArticleTable({ articles }: { articles: readonly Article[] }) {
  const t = useWords(words);
  const text = useText();
  return (
    <TableScroll label={t('articles')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('articles')}</th>
            <th scope="col">{t('ours')}</th>
            <th scope="col">{t('clauses')}</th>
            <th scope="col">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <tr key={article.number}>
              <th scope="row">
                <Link to={`/measure/articles/${article.number}`}>
                  {t('article', { number: article.number })} {text(article.title)}
                </Link>
              </th>
              <td>
                {text(article.summary)}
                {article.interpretations > 0 && (
                  <span className="tag">{t('count', { count: article.interpretations })}</span>
                )}
              </td>
              <td>
                <Kinds article={article} />
              </td>
              <td>
                <Owners roles={article.clauses.flatMap((clause) => clause.roles)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Kinds({ article }: { article: Article }) {
  const t = useWords(words);
  const kinds = Map.groupBy(article.clauses, (clause) => clause.kind);
  return [...kinds].map(([kind, clauses]) => (
    <span className="tag" key={kind}>
      {t(`kind.${kind}`)} {clauses.length}
    </span>
  ));
}

function Stages({ stages }: { stages: readonly Stage[] }) {
  const t = useWords(words);
  const text = useText();
  const { date, percent } = useFormat();
  const rows = stages.flatMap((stage) => stage.targets.map((target) => ({ stage, target })));
  return (
    <section className="stack">
      <h2 className="part-head">{t('stages')}</h2>
      <TableScroll label={t('stages')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('stages')}</th>
              <th scope="col">{t('clause')}</th>
              <th scope="col" className="end">
                {t('target')}
              </th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('dueOn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stage, target }) => (
              <tr key={target.code}>
                <th scope="row">
                  {stage.year} {text(stage.title)} · {text(target.name)}
                </th>
                <td>
                  <Link to={`/measure/articles/${target.clause.split('.')[0]}`}>{target.clause}</Link>
                </td>
                <td className="end">{target.targetBp === null ? t('targetOpen') : percent(target.targetBp)}</td>
                <td>{t(`basis.${target.basis}`)}</td>
                <td>{date(target.dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function ImportButton() {
  const t = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  const write = useWrite(importText);
  const { run, pending, failure } = useAction();
  async function send(file: File): Promise<void> {
    const { articles, chapters } = await write.mutateAsync({ file });
    notify(t('imported', { articles, chapters }));
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label={t('importText')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void run(() => send(file));
          event.target.value = '';
        }}
      />
      <button type="button" className="button" disabled={pending} onClick={() => input.current?.click()}>
        {t('importText')}
      </button>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </>
  );
}
