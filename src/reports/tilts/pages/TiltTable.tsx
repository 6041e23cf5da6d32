import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { BarRow } from '../../../platform/ui/Charts.tsx';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { tryTilt } from '../contract.ts';
import { differs } from '../rules.ts';
import { words } from '../words.ts';
import { indicatorIn } from './known.ts';

type Tilt = Pick<ReplyOf<typeof tryTilt>, 'formula' | 'results' | 'month'>;
type Result = Tilt['results'][number];

interface TiltTableProps {
  readonly tilt: Tilt;
  readonly dictionary: Dictionary;
}

/** Villages in the order of their score, with what it was made of; each value opens the records under it. */
export function TiltTable({ tilt, dictionary }: TiltTableProps) {
  const t = useWords(words);
  const { results } = tilt;
  const isEven = results.length > 1 && tilt.formula.every((_, at) => !isRanking(results, at));
  return (
    <>
      {isEven && (
        <p className="note" role="status">
          {t('note.even')}
        </p>
      )}
      <TableScroll label={t('title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="end">
                {t('field.rank')}
              </th>
              <th scope="col">{t('field.village')}</th>
              <th scope="col">{t('field.score')}</th>
              <th scope="col" className="end">
                {t('field.amount')}
              </th>
              <ValueHeads tilt={tilt} dictionary={dictionary} />
            </tr>
          </thead>
          <tbody>
            {results.map((row) => (
              <Row key={row.place} row={row} tilt={tilt} dictionary={dictionary} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function ValueHeads({ tilt: { formula, results }, dictionary }: TiltTableProps) {
  const t = useWords(words);
  const figure = useFigureText();
  return (
    <>
      {formula.map(({ indicator: code, weight, direction }, at) => {
        const indicator = indicatorIn(dictionary, code);
        return (
          <th scope="col" className="end" key={code}>
            {figure.name(indicator)} <span className="head-unit">({figure.unit(indicator)})</span>
            <br />
            <span className="note">
              {weight} · {t(`direction.${direction}`)}
              {results.length > 1 && !isRanking(results, at) && ` · ${t('note.same')}`}
            </span>
          </th>
        );
      })}
    </>
  );
}

function Row({ row, tilt: { formula, month }, dictionary }: TiltTableProps & { readonly row: Result }) {
  const t = useWords(words);
  const { number, percent, yuan } = useFormat();
  const figure = useFigureText();
  return (
    <tr>
      <td className="end">{number(row.rank)}</td>
      <th scope="row">{row.placeName}</th>
      <td>
        <BarRow value={row.score} max={1_000_000} says={percent(Math.round(row.score / 100))} />
      </td>
      <td className="end">{yuan(row.amountFen)}</td>
      {formula.map(({ indicator: code }, at) => {
        const value = row.values[at] ?? null;
        const to = figureAddress({ indicator: code, place: row.place, month });
        return (
          <td className="end" key={code}>
            <FigureLink value={figure.value(indicatorIn(dictionary, code), value)} to={to} />
            {value === null && <span className="note"> {t('note.noValue')}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function isRanking(results: readonly Result[], at: number): boolean {
  return differs(results.map(({ values }) => values[at] ?? null));
}
