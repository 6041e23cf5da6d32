import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Light } from './Light.tsx';
import { useFormat, useWords } from './language.ts';
import type { LightState } from './lights.ts';
import { words } from './words.ts';

/**
 * A number that opens its rows.
 *
 * - `<Figure label value unit? to? count? countWords? of? light? lightText? note? frozen? unconfirmed? />`: one box of a
 *   row of figures. `value` and `of` are formatted already; `of` is the whole or the target (`612 / 735 个`); `to` leads
 *   to the rows, `count` of them (`423 条 ›`, or `countWords` instead of 条); `light` with `lightText` judges it;
 *   `unconfirmed` is the number of places that have not confirmed (○), `frozen` marks a closed month.
 * - `<FigureRow>…</FigureRow>`: boxes side by side between hairlines.
 * - `<FigureLink value to count? />`: the same inside a table cell.
 */
export function Figure(props: FigureProps) {
  const t = useWords(words);
  const { label, value, unit, of, unconfirmed = 0, frozen } = props;
  return (
    <div className="figure">
      <p className="figure-label">{label}</p>
      <p className="figure-line">
        <strong className="figure-value">{value}</strong>
        {unit !== undefined && <span className="figure-of"> {unit}</span>}
        {of !== undefined && <span className="figure-of"> / {of}</span>}
      </p>
      <p className="figure-foot">
        <FigureRows {...props} />
        {props.note}
        {frozen && <span className="tag">{t('figure.frozen')}</span>}
        {unconfirmed > 0 && <Light state="exempt" label={t('figure.unconfirmed', { count: unconfirmed })} />}
      </p>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly of?: string;
  readonly to?: string;
  readonly count?: number;
  /** instead of `423 records`: 423 payments, spoken with its number */
  readonly countWords?: string;
  readonly light?: LightState;
  readonly lightText?: string;
  readonly note?: ReactNode;
  readonly frozen?: boolean;
  readonly unconfirmed?: number;
}

function FigureRows({ label, to, count, countWords, light, lightText }: FigureProps) {
  const t = useWords(words);
  const { number } = useFormat();
  const rows = countWords ?? (count === undefined ? t('figure.rows') : t('figure.count', { count: number(count) }));
  const content = (
    <>
      {light !== undefined && <Light state={light} {...(lightText === undefined ? {} : { label: lightText })} />}
      {light !== undefined && lightText !== undefined && count === undefined ? '' : rows}
    </>
  );
  if (to === undefined) return count === undefined && light === undefined ? null : <span>{content}</span>;
  return (
    <Link to={to} className="rows-link" aria-label={`${label}: ${lightText ?? ''} ${rows}`}>
      {content} <span aria-hidden="true">›</span>
    </Link>
  );
}

export function FigureRow({ children }: { children: ReactNode }) {
  return <div className="figure-row">{children}</div>;
}

export function FigureLink({ value, to, count }: { value: string; to?: string; count?: number }) {
  const t = useWords(words);
  const { number } = useFormat();
  if (to === undefined) return <span className="number">{value}</span>;
  const title = count === undefined ? t('figure.rows') : t('figure.count', { count: number(count) });
  return (
    <Link to={to} className="number figure-link" title={title}>
      {value}
    </Link>
  );
}
