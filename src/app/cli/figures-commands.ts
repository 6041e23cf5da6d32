import { listFigureRows, listPlaceFigures } from '../../indicators/contract.ts';
import { catalogue, findIndicator, firstMonth, recountMonths } from '../../indicators/public.ts';
import { words as indicatorWords } from '../../indicators/words.ts';
import { monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import type { Desk, Given, Run } from './command.ts';
import { formatFigure, formatQuantity } from './figure-text.ts';
import { readMonth, readPlaceMonth, textOf } from './given.ts';
import { words } from './words.ts';

/** `figures show`: the reply of `GET /figures` for one month; `--article` leaves the other articles' figures out. */
export async function showFigures(desk: Desk, given: Given): ReturnType<Run> {
  const asked = readPlaceMonth(given);
  if (!asked.ok) return asked;
  const { place, month } = asked.value;
  const article = textOf(given, 'article');
  if (article !== undefined && !catalogue.some((one) => isOfArticle(one.clause, article))) {
    return refuse({ code: 'article_without_figure', field: 'article', values: { article } });
  }
  const shown = await desk.call(listPlaceFigures, { query: { place: String(place), from: month, to: month } });
  if (!shown.ok) return shown;
  const values = shown.value.values.filter(
    ({ indicator }) => article === undefined || isOfArticle(findIndicator(indicator)?.clause ?? '', article),
  );
  return ok({
    json: { ...shown.value, values },
    table: {
      columns: [
        { title: words['column.code'] },
        { title: words['column.indicator'] },
        { title: words['column.value'], number: true },
        { title: words['column.unit'] },
        { title: words['column.rows'], number: true },
      ],
      rows: values.map(({ indicator, value, rowCount }) => {
        const known = findIndicator(indicator);
        const unit = known?.kind === 'counted' ? unitOf(known.unit, desk.language) : '';
        return [indicator, known && speak(known.name, desk.language), formatFigure(known, value), unit, rowCount];
      }),
    },
  });
}

/** `figures rows`: the reply of `GET /figures/rows`. */
export async function showFigureRows(desk: Desk, given: Given): ReturnType<Run> {
  const asked = readPlaceMonth(given);
  if (!asked.ok) return asked;
  const { place, month } = asked.value;
  const listed = await desk.call(listFigureRows, {
    query: {
      place: String(place),
      month,
      indicator: given.argument,
      limit: textOf(given, 'limit'),
      offset: textOf(given, 'offset'),
    },
  });
  if (!listed.ok) return listed;
  const { rows, total } = listed.value;
  return ok({
    json: listed.value,
    table: {
      columns: [
        { title: words['column.date'] },
        { title: words['column.name'] },
        { title: words['column.place'] },
        { title: words['column.quantity'], number: true },
        { title: words['column.unit'] },
        { title: words['column.record'] },
      ],
      rows: rows.map((row) => [
        row.occurredOn,
        row.title ?? '',
        row.placeName,
        formatQuantity(row.unit, row.quantity),
        unitOf(row.unit, desk.language),
        row.address,
      ]),
    },
    said: [{ words: words['said.total'], values: { total, shown: rows.length } }],
  });
}

/** `figures recount`: what the server's own background work does, for all places; tells no figure, only how many were off. */
export async function recountFigures({ database }: Desk, given: Given): ReturnType<Run> {
  const from = textOf(given, 'from') === undefined ? ok(firstMonth) : readMonth(given, 'from');
  if (!from.ok) return from;
  const through = monthOf(todayInShanghai(database.clock()));
  const to = textOf(given, 'to') === undefined ? ok(through) : readMonth(given, 'to');
  if (!to.ok) return to;
  if (from.value > to.value) return refuse({ code: 'month_order', field: 'from' });
  const changed = await recountMonths(database.recount, from.value, to.value);
  return ok({
    json: { from: from.value, to: to.value, changed },
    said: [{ words: words['said.recounted'], values: { changed } }],
  });
}

function isOfArticle(clause: string, article: string): boolean {
  return clause === article || clause.startsWith(`${article}.`);
}

function unitOf(unit: string, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = indicatorWords;
  const pair = known[`unit.${unit}`];
  return pair ? speak(pair, language) : unit;
}
