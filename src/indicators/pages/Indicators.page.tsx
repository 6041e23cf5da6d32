import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Owners } from '../../measure/widgets/Owners.tsx';
import { roles } from '../../platform/access/roles.ts';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../platform/ui/States.tsx';
import { TableScroll } from '../../platform/ui/TableScroll.tsx';
import { type Dictionary, type Indicator, useDictionary, useFigureText } from '../widgets/dictionary.ts';
import { words } from '../words.ts';

/** The dictionary of indicators (口径): what each counts, by which clause, and who answers for it. */
export default function IndicatorsPage() {
  const reply = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(dictionary) => <Content dictionary={dictionary} />}
    </Loaded>
  );
}

function Content({ dictionary }: { dictionary: Dictionary }) {
  const t = useWords(words);
  const [find, setFind] = useState('');
  const [search, setSearch] = useSearchParams();
  const article = search.get('article');
  const wanted = find.trim().toLowerCase();
  const found = dictionary.indicators.filter(
    (entry) =>
      (article === null || String(entry.article) === article) &&
      [entry.code, ...entry.name, ...entry.formula].some((text) => text.toLowerCase().includes(wanted)),
  );
  function showAll(): void {
    setFind('');
    setSearch(new URLSearchParams());
  }
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        about={t('page.about')}
        stamp={<span className="tag">{t('page.version', { version: dictionary.version })}</span>}
      />
      <div className="list-tools no-print">
        <input
          className="input list-search"
          type="search"
          aria-label={t('page.find')}
          placeholder={t('page.find')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        {article !== null && (
          <button type="button" className="tag chip" title={t('page.showAll')} onClick={showAll}>
            {t('page.ofArticle', { article })} ×
          </button>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState
          text={t('page.none')}
          action={
            <button type="button" className="button" onClick={showAll}>
              {t('page.showAll')}
            </button>
          }
        />
      ) : (
        <Entries entries={found} />
      )}
      <Changes changes={dictionary.changes} />
      <WithoutIndicator clauses={dictionary.withoutIndicator} />
    </div>
  );
}

const columns = ['name', 'formula', 'clause', 'unit', 'direction', 'owner'] as const;

function Entries({ entries }: { entries: readonly Indicator[] }) {
  const t = useWords(words);
  const text = useText();
  const figure = useFigureText();
  return (
    <TableScroll label={t('title')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={isSecondary(column) ? 'secondary' : ''}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.code}>
              <th scope="row">
                <Link to={`/indicators/${entry.code}`}>{figure.name(entry)}</Link>
              </th>
              <td>{text(entry.formula)}</td>
              <td>
                <Link to={`/measure/articles/${entry.article}`}>{entry.clause}</Link>
              </td>
              <td className="secondary">{figure.unit(entry)}</td>
              <td className="secondary">{t(`direction.${entry.direction}`)}</td>
              <td className="secondary">
                <Owners roles={roles.filter((role) => role === entry.owner)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function isSecondary(column: (typeof columns)[number]): boolean {
  return column === 'unit' || column === 'direction' || column === 'owner';
}

function Changes({ changes }: { changes: Dictionary['changes'] }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <section className="stack">
      <h2 className="part-head">{t('change.title')}</h2>
      <ul className="sheet">
        {changes.map((change) => (
          <li key={change.version}>
            <strong>{t('change.line', { on: date(change.on), version: change.version })}</strong> {text(change.what)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithoutIndicator({ clauses }: { clauses: Dictionary['withoutIndicator'] }) {
  const t = useWords(words);
  const text = useText();
  if (clauses.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="part-head">{t('without.title')}</h2>
      <TableScroll label={t('without.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('column.clause')}</th>
              <th scope="col">{t('without.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {clauses.map((one) => (
              <tr key={one.clause}>
                <th scope="row">
                  <Link to={`/measure/articles/${one.clause.split('.')[0] ?? ''}`}>{one.clause}</Link>
                </th>
                <td>{text(one.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
