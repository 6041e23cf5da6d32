import { lazy, Suspense } from 'react';
import { type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TileMap } from '../../../platform/ui/TileMap.tsx';
import { stepsOf } from '../../../platform/ui/tile-steps.ts';
import { steps } from '../../../platform/ui/tokens.ts';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress, indicatorOf, type PartProps } from './cockpit-shapes.ts';
import { useShortName } from './Headlines.tsx';

const BannerMap = lazy(() => import('./BannerMap.tsx'));

/**
 * `<Maps cockpit dictionary onIndicator />`: of a city the banners as areas, and of every place one square for each
 * village; both show the same indicator, chosen above them.
 */
export function Maps({ cockpit, dictionary, onIndicator }: PartProps & { onIndicator: (code: string) => void }) {
  const t = useWords(words);
  const text = useText();
  const short = useShortName();
  const { number } = useFormat();
  const indicator = indicatorOf(dictionary, cockpit.mapIndicator);
  if (!indicator) return null;
  const tiles = t('map.tiles', { count: number(cockpit.tiles.length) });
  const choice = (
    <label className="cockpit-choice no-print">
      <span className="hidden-text">{t('map.choose')}</span>
      <select className="input" value={indicator.code} onChange={(event) => onIndicator(event.target.value)}>
        {[...Map.groupBy(dictionary.indicators, (one) => one.article)]
          .sort(([a], [b]) => a - b)
          .map(([article, list]) => (
            <optgroup key={article} label={t('map.article', { article })}>
              {list.map((one) => (
                <option key={one.code} value={one.code}>
                  {text(one.name)}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </label>
  );
  const isCity = cockpit.level === 'city';
  return (
    <>
      {isCity && (
        <section className="stack cockpit-part">
          <div className="part-head">
            <h2>{t('map.title')}</h2>
            {choice}
          </div>
          <Suspense fallback={<div className="outline-map cockpit-map-space" />}>
            <BannerMap cockpit={cockpit} indicator={indicator} />
          </Suspense>
        </section>
      )}
      <section className="stack cockpit-part">
        <div className="part-head">
          <h2>{tiles}</h2>
        </div>
        <div className="cockpit-legend">
          {isCity ? <span className="note">{short(indicator)}</span> : choice}
          <Scale cockpit={cockpit} indicator={indicator} />
        </div>
        <Villages cockpit={cockpit} indicator={indicator} caption={tiles} />
      </section>
    </>
  );
}

interface MapProps {
  readonly cockpit: CockpitReply;
  readonly indicator: Indicator;
}

/** What the lightest and the darkest square stand for. */
function Scale({ cockpit, indicator }: MapProps) {
  const text = useFigureText();
  const known = cockpit.tiles.flatMap(({ value }) => value ?? []);
  if (known.length === 0) return null;
  return (
    <span className="note cockpit-scale">
      {text.brief(indicator, Math.min(...known))}
      {steps.map((colour) => (
        <span key={colour} style={{ background: colour }} />
      ))}
      {text.brief(indicator, Math.max(...known))}
    </span>
  );
}

function Villages({ cockpit, indicator, caption }: MapProps & { caption: string }) {
  const text = useFigureText();
  const shades = stepsOf(cockpit.tiles.map((tile) => tile.value ?? undefined));
  const tiles = cockpit.tiles.map((tile, index) => {
    const step = shades[index];
    return {
      parent: tile.parent,
      key: String(tile.place),
      name: tile.name,
      says: `${text.name(indicator)} ${text.brief(indicator, tile.value)}`,
      to: cockpitAddress(tile.place, cockpit.month, indicator.code),
      ...(step === undefined ? {} : { step }),
    };
  });
  const groups = groupsOf(cockpit).map(({ place, name, holds }) => ({
    key: String(place),
    name,
    ...(place === cockpit.place ? {} : { to: cockpitAddress(place, cockpit.month, indicator.code) }),
    tiles: tiles.filter((tile) => holds(tile.parent)),
  }));
  return <TileMap groups={groups} caption={caption} />;
}

/** A city's squares stand by banner, a banner's by township, those of a township together. */
function groupsOf({ level, place, placeName, below }: CockpitReply) {
  if (level === 'township') return [{ place, name: placeName, holds: () => true }];
  const width = level === 'city' ? 1_000_000 : 1_000;
  return below.map((row) => ({
    place: row.place,
    name: row.name,
    holds: (township: number) => township - (township % width) === row.place,
  }));
}
