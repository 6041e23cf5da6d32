import { Link, useParams } from 'react-router';
import type { z } from 'zod';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { useReply } from '../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../platform/ui/States.tsx';
import { TableScroll } from '../../platform/ui/TableScroll.tsx';
import { type clauseView, getArticle } from '../contract.ts';
import { Owners } from '../widgets/Owners.tsx';
import { ParameterTable } from '../widgets/ParameterTable.tsx';
import { words } from '../words.ts';

type ArticleReply = ReplyOf<typeof getArticle>;

/** One article: our words beside the official text, its clauses, parameters and interpretations. */
export default function ArticlePage() {
  const { number = '' } = useParams();
  const reply = useReply(getArticle, { params: { number } });
  return <Loaded reply={reply}>{(data) => <Content data={data} />}</Loaded>;
}

function Content({ data }: { data: ArticleReply }) {
  const t = useWords(words);
  const text = useText();
  const { article, chapter } = data;
  return (
    <div className="page">
      <PageHead
        title={`${t('article', { number: article.number })} ${text(article.title)}`}
        back={
          <Link to="/measure">
            {t('chapter', { number: chapter.number })} {text(chapter.title)}
          </Link>
        }
        actions={<Neighbours previous={data.previous} next={data.next} />}
      />
      <div className="columns">
        <section className="sheet stack">
          <h2>{t('ours')}</h2>
          <p>{text(article.summary)}</p>
        </section>
        <Official official={data.official} />
      </div>
      <Clauses article={article.number} clauses={article.clauses} />
      <section className="stack">
        <h2 className="part-head">
          {t('parameters')}
          <Link to="/measure/parameters">{t('seeAll')}</Link>
        </h2>
        {data.parameters.length === 0 ? (
          <EmptyState text={t('noParameters')} />
        ) : (
          <ParameterTable rows={data.parameters} />
        )}
      </section>
      <Interpretations data={data} />
    </div>
  );
}

function Neighbours({ previous, next }: { previous: number | null; next: number | null }) {
  const t = useWords(words);
  return (
    <>
      {previous !== null && (
        <Link className="button" to={`/measure/articles/${previous}`}>
          {t('previousArticle')}
        </Link>
      )}
      {next !== null && (
        <Link className="button" to={`/measure/articles/${next}`}>
          {t('nextArticle')}
        </Link>
      )}
    </>
  );
}

function Official({ official }: { official: ArticleReply['official'] }) {
  const t = useWords(words);
  const { instant } = useFormat();
  return (
    <section className="sheet stack">
      <h2>{t('official')}</h2>
      {official ? (
        <>
          <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
            {official.text.trim()}
          </p>
          <p className="note">{t('officialFrom', { source: official.sourceName, at: instant(official.importedAt) })}</p>
        </>
      ) : (
        <p className="note">{t('officialMissing')}</p>
      )}
    </section>
  );
}

interface ClausesProps {
  readonly article: number;
  readonly clauses: readonly z.output<typeof clauseView>[];
}

function Clauses({ article, clauses }: ClausesProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <section className="stack">
      <h2 className="part-head">
        {t('clauses')}
        <Link to={`/indicators?article=${article}`}>{t('figuresOf')}</Link>
      </h2>
      <TableScroll label={t('clauses')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('clause')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {clauses.map((clause) => (
              <tr key={clause.id}>
                <th scope="row">
                  {clause.id} {text(clause.text)}
                </th>
                <td>{t(`kind.${clause.kind}`)}</td>
                <td>
                  <Owners roles={clause.roles} />
                </td>
                <td>{clause.reason ? text(clause.reason) : clause.facts.map((fact) => text(fact.name)).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Interpretations({ data }: { data: ArticleReply }) {
  const t = useWords(words);
  const { date } = useFormat();
  return (
    <section className="stack">
      <h2 className="part-head">
        {t('interpretations')}
        <Link to={`/measure/interpretations?article=${data.article.number}`}>{t('seeAll')}</Link>
      </h2>
      {data.interpretations.length === 0 && <EmptyState text={t('noInterpretations')} />}
      {data.interpretations.map((one) => (
        <article className="sheet stack" key={one.id}>
          <h3>
            {one.clause} {one.question}
          </h3>
          <p style={{ whiteSpace: 'pre-wrap' }}>{one.answer ?? t('state.open')}</p>
          <p className="note">
            {t('askedOn')} {date(one.askedOn)}
            {one.answeredOn !== null && ` · ${t('answeredOn')} ${date(one.answeredOn)}`}
            {one.documentNumber !== null && ` · ${one.documentNumber}`}
          </p>
        </article>
      ))}
    </section>
  );
}
