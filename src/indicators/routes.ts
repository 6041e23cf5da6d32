import type { Tx } from '../platform/db/transact.ts';
import type { FactKind } from '../platform/feature.ts';
import { type Handler, handle } from '../platform/http/handle.ts';
import { lastDay, type Month, monthsBetween, shiftMonth, todayInShanghai } from '../platform/pure/period.ts';
import { type Place, placeRange } from '../platform/pure/place.ts';
import { ok, refuse } from '../platform/pure/result.ts';
import type { TitleSources } from '../platform/record-titles.ts';
import { catalogue, catalogueChanges, catalogueVersion, findIndicator } from './catalogue/catalogue.ts';
import type { CatalogueEntry } from './catalogue/entry.ts';
import * as contract from './contract.ts';
import { explainFigure, readFigureRows } from './fact-store.ts';
import { firstMonth, isCaughtUp, viewFigureRows } from './public.ts';
import * as store from './read-store.ts';
import { type CountedIndicator, compile, type Indicator, indicatorValue, isAdditive } from './rules.ts';
import { withoutIndicator } from './without-indicator.data.ts';

const monthsShown = 24;

/** The routes of figures; each fact kind brings the page of its records (law L4), `titles` what these are called. */
export function routesFor(factKinds: readonly FactKind[], titles: TitleSources): readonly Handler[] {
  const pages = new Map(factKinds.map((kind) => [kind.name, kind.recordPage]));
  return [
    dictionary,
    explanation,
    placeFigures,
    figuresBelow,
    handle(contract.listFigureRows, async ({ tx, query, decide }) => {
      const indicator = findIndicator(query.indicator);
      const refused = decide('figure.rows', { place: query.place });
      if (refused || !indicator) return refuse(refused ?? { code: 'not_found' });
      const names = await store.listNames(tx, [query.place]);
      const scope = { ...placeRange(query.place as Place), month: query.month as Month };
      const base = { indicator: indicator.code, placeName: names.get(query.place) ?? '' };
      if (indicator.kind === 'ratio') {
        const parts = await countParts(tx, indicator, { place: query.place, month: scope.month });
        const value = indicatorValue(indicator, (code) => parts.find((part) => part.indicator === code)?.value) ?? null;
        return ok({ ...base, value, total: 0, rows: [], parts });
      }
      const { value, rowCount, rows } = await readFigureRows(tx, compile(indicator, scope), query);
      const allowed = (act: string) => decide(act, { place: query.place }) === undefined;
      const list = await viewFigureRows(tx, rows, { page: pages.get(indicator.fact) ?? '', titles, allowed });
      return ok({ ...base, value, total: rowCount, rows: list, parts: [] });
    }),
  ];
}

const dictionary = handle(contract.listIndicators, async ({ tx }) =>
  ok({
    version: catalogueVersion,
    firstMonth,
    today: todayInShanghai(tx.now),
    counting: !(await isCaughtUp(tx)),
    indicators: catalogue.map(viewIndicator),
    changes: catalogueChanges.map(viewChange),
    withoutIndicator: withoutIndicator.flatMap(({ clauses, reason }) =>
      clauses.map((clause) => ({ clause, reason: toPair(reason) })),
    ),
  }),
);

const explanation = handle(contract.explainIndicator, async ({ tx, params, query, decide }) => {
  const indicator = findIndicator(params.code);
  if (!indicator || decide('figure.read', { place: query.place })) return refuse({ code: 'not_found' });
  const scope = { ...placeRange(query.place as Place), month: query.month as Month };
  return ok({
    indicator: viewIndicator(indicator),
    statements: partsOf(indicator).map((part) => ({ code: part.code, sql: explainFigure(tx, compile(part, scope)) })),
    changes: catalogueChanges
      .filter((change) => change.codes.length === 0 || change.codes.includes(indicator.code))
      .map(viewChange),
  });
});

const placeFigures = handle(contract.listPlaceFigures, async ({ tx, query, decide }) => {
  if (decide('figure.read', { place: query.place })) return refuse({ code: 'not_found' });
  const from = query.from as Month;
  const count = monthsBetween(from, query.to as Month) + 1;
  if (count < 1 || count > monthsShown) {
    return refuse({ code: 'figure_months', field: 'to', values: { months: monthsShown } });
  }
  const months = Array.from({ length: count }, (_, index) => shiftMonth(from, index));
  const names = await store.listNames(tx, [query.place]);
  const name = names.get(query.place);
  if (name === undefined) return refuse({ code: 'not_found' });
  const figures = await store.listFigures(tx, { places: [query.place], months });
  const byMonth = Map.groupBy(figures, (figure) => figure.month);
  const values = months.flatMap((month) => {
    const counted = new Map((byMonth.get(month) ?? []).map((figure) => [figure.indicator, figure]));
    return catalogue.map((indicator) => ({
      indicator: indicator.code,
      month,
      value: indicatorValue(indicator, (code) => counted.get(code)?.value) ?? null,
      rowCount: counted.get(indicator.code)?.rowCount ?? 0,
    }));
  });
  return ok({ place: query.place, placeName: name, values });
});

const figuresBelow = handle(contract.listFiguresBelow, async ({ tx, query, decide }) => {
  const indicator = findIndicator(query.indicator);
  if (!indicator || decide('figure.read', { place: query.place })) return refuse({ code: 'not_found' });
  const range = placeRange(query.place as Place);
  const month = query.month as Month;
  const places = await store.listPlacesWithVillages(tx, { ...range, day: lastDay(month) });
  const figures = await store.listRangeFigures(tx, {
    ...range,
    months: [month, shiftMonth(month, -1)],
    indicators: partsOf(indicator).map((part) => part.code),
  });
  const found = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const at = (place: number, when: Month) =>
    indicatorValue(indicator, (code) => found.get(keyOf({ place, month: when, indicator: code }))?.value) ?? null;
  const view = ({ place, name, level }: store.ListedPlace) => ({
    place,
    name,
    level,
    value: at(place, month),
    rowCount: found.get(keyOf({ place, month, indicator: indicator.code }))?.rowCount ?? 0,
    previous: at(place, shiftMonth(month, -1)),
  });
  const own = places.find((place) => place.place === query.place);
  if (!own) return refuse({ code: 'not_found' });
  return ok({
    own: view(own),
    rows: places.filter((place) => place.parent === query.place && place.place !== query.place).map(view),
    tiles: places
      .filter((place) => place.level === 'village')
      .map(({ place, name }) => ({ place, name, value: at(place, month) })),
  });
});

/** The counted indicators a figure is made of: itself, or both sides of a ratio. */
function partsOf(indicator: Indicator): readonly CountedIndicator[] {
  const codes = indicator.kind === 'counted' ? [indicator.code] : [indicator.numerator, indicator.denominator];
  return codes.map(findIndicator).filter((part) => part?.kind === 'counted');
}

async function countParts(tx: Tx, ratio: Indicator, { place, month }: { place: number; month: Month }) {
  const figures = await store.listFigures(tx, { places: [place], months: [month] });
  return partsOf(ratio).map(({ code }) => {
    const figure = figures.find((one) => one.indicator === code);
    return { indicator: code, value: figure?.value ?? 0, total: figure?.rowCount ?? 0 };
  });
}

function viewIndicator(indicator: CatalogueEntry) {
  const counted = indicator.kind === 'counted' ? indicator : undefined;
  const ratio = indicator.kind === 'ratio' ? indicator : undefined;
  const { code, kind, clause, direction, owner, since } = indicator;
  return {
    code,
    kind,
    article: Number(clause.split('.')[0]),
    clause,
    name: toPair(indicator.name),
    formula: toPair(indicator.formula),
    unit: counted?.unit ?? 'bp',
    direction,
    owner,
    since,
    facts: counted ? [counted.fact, ...(counted.beside ? [counted.beside.fact] : [])] : [],
    timing: counted?.timing ?? null,
    additive: isAdditive(indicator),
    numerator: ratio?.numerator ?? null,
    denominator: ratio?.denominator ?? null,
  };
}

function viewChange(change: (typeof catalogueChanges)[number]) {
  return { ...change, codes: [...change.codes], what: toPair(change.what) };
}

function toPair([zh, en]: readonly [string, string]): [string, string] {
  return [zh, en];
}

function keyOf({ place, month, indicator }: { place: number; month: Month; indicator: string }): string {
  return `${place} ${month} ${indicator}`;
}
