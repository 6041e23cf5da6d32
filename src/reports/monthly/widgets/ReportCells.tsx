import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { getMeasure } from '../../../measure/contract.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { ChangesDialog } from './ChangesDialog.tsx';
import { type NamedCell, nameCells, type Report } from './report-shapes.ts';

/** The figures of a report, article by article; each value opens its records, each name its definition. */
export function ReportCells({ dictionary, report }: { dictionary: Dictionary; report: Report }) {
  const t = useWords(words);
  const [changed, setChanged] = useState<NamedCell>();
  const [onlyAttention, setOnlyAttention] = useState(false);
  const cells = nameCells(report.cells, dictionary);
  const attention = cells.filter((cell) => cell.exceptions.length > 0);
  const shown = onlyAttention && attention.length > 0 ? attention : cells;
  const articles = Map.groupBy(shown, (cell) => cell.entry.article);
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('cells.title')}</h2>
        <span className="buttons">
          <Unconfirmed report={report} />
          {attention.length > 0 && (
            <label className="check no-print">
              <input
                type="checkbox"
                checked={onlyAttention}
                onChange={(event) => setOnlyAttention(event.target.checked)}
              />
              ▲ {t('cells.onlyAttention', { count: attention.length })}
            </label>
          )}
        </span>
      </div>
      <TableScroll label={t('cells.title')}>
        <table className="table report-table">
          <CellsHead />
          {[...articles]
            .sort(([a], [b]) => a - b)
            .map(([article, list]) => (
              <tbody key={article}>
                <ArticleRow article={article} />
                {list.map((cell) => (
                  <CellRow key={cell.indicator} {...{ cell, report }} onChanged={() => setChanged(cell)} />
                ))}
              </tbody>
            ))}
        </table>
      </TableScroll>
      {changed && <ChangesDialog cell={changed} report={report} onClose={() => setChanged(undefined)} />}
    </section>
  );
}

function Unconfirmed({ report }: { report: Report }) {
  const t = useWords(words);
  const { submission, unconfirmed } = report;
  if (unconfirmed === 0) return null;
  const isVillage = submission.level === 'village';
  const label = isVillage ? t('cells.ownUnconfirmed') : t('cells.unconfirmed', { count: unconfirmed });
  return <Light state="exempt" label={label} />;
}

const columns = ['name', 'value', 'previous', 'change', 'lastYear', 'exceptions'] as const;

function CellsHead() {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className={columnClass(column)}>
            {column === 'change' ? t('cells.change') : t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function columnClass(column: (typeof columns)[number]): string {
  if (column === 'name' || column === 'exceptions') return '';
  return column === 'lastYear' || column === 'previous' ? 'end secondary' : 'end';
}

function ArticleRow({ article }: { article: number }) {
  const t = useWords(words);
  const text = useText();
  const measure = useReply(getMeasure);
  const title = measure.data?.articles.find((one) => one.number === article)?.title;
  return (
    <tr className="article-row">
      <th scope="rowgroup" colSpan={columns.length}>
        <Link to={`/measure/articles/${article}`}>
          {t('cells.article', { article, title: title === undefined ? '' : text(title) })}
        </Link>
      </th>
    </tr>
  );
}

interface CellProps {
  readonly cell: NamedCell;
  readonly report: Report;
  readonly onChanged: () => void;
}

function CellRow({ cell, report, onChanged }: CellProps) {
  const t = useWords(words);
  const figure = useFigureText();
  const { entry, value, previous } = cell;
  const change = value === null || previous === null ? '' : figure.change(entry, value - previous);
  return (
    <tr className={cell.exceptions.length > 0 ? 'attention' : ''}>
      <th scope="row">
        <Definition cell={cell} />
      </th>
      <td className="end">
        <Value {...{ cell, report, onChanged }} />
      </td>
      <td className="end secondary">{figure.value(entry, previous)}</td>
      <td className={value === previous ? 'end calm' : 'end'}>{change}</td>
      <td className="end secondary">{figure.value(entry, cell.lastYear)}</td>
      <td>
        {cell.exceptions.map((kind, at) => (
          <Fragment key={kind}>
            {at > 0 && ' '}
            <Light state="near" label={t(`exception.${kind}`)} />
          </Fragment>
        ))}
      </td>
    </tr>
  );
}

function Definition({ cell }: { cell: NamedCell }) {
  const t = useWords(words);
  const text = useText();
  const figure = useFigureText();
  const { entry } = cell;
  return (
    <details className="definition">
      <summary>
        {figure.name(entry)} <span className="head-unit">{figure.unit(entry)}</span>
      </summary>
      <p>
        {text(entry.formula)} <span className="head-unit">{entry.clause}</span>{' '}
        <Link to={`/indicators/${entry.code}`}>{t('cells.dictionary')}</Link>
      </p>
    </details>
  );
}

/** The value as reported, what it lacks, and how far the records have moved since. */
function Value({ cell, report, onChanged }: CellProps): ReactNode {
  const t = useWords(words);
  const figure = useFigureText();
  const { entry, value, live, indicator } = cell;
  const { place, month, state } = report.submission;
  const to = figureAddress({ indicator, place, month, as: 'report' });
  const counts = entry.kind === 'counted' ? { count: cell.rowCount } : {};
  const moved = state !== 'open' && value !== null && live !== null && live !== value ? live - value : 0;
  return (
    <>
      {moved !== 0 && (
        <button type="button" className="tag chip no-print" title={t('cells.liveOpen')} onClick={onChanged}>
          {t('cells.live', { change: figure.change(entry, moved) })}
        </button>
      )}{' '}
      <FigureLink value={figure.value(entry, value)} to={to} {...counts} />
      {report.unconfirmed > 0 && (
        <span className="unconfirmed" aria-hidden="true" title={t('cells.unconfirmed', { count: report.unconfirmed })}>
          ○
        </span>
      )}
    </>
  );
}
