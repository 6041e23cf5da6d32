import outline from '../../../../data/outlines/1506.svg.json';
import { figureAddress, type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { OutlineMap } from '../../../platform/ui/OutlineMap.tsx';
import { TileMap } from '../../../platform/ui/TileMap.tsx';
import { stepsOf } from '../../../platform/ui/tile-steps.ts';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress, indicatorOf, type PartProps } from './cockpit-shapes.ts';

/**
 * `<Maps cockpit dictionary onIndicator />`: the banners as areas where their outlines are on hand, and one square for
 * each village; both show the same indicator, chosen above them.
 */
export function Maps({ cockpit, dictionary, onIndicator }: PartProps & { onIndicator: (code: string) => void }) {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  const indicator = indicatorOf(dictionary, cockpit.mapIndicator);
  if (!indicator || cockpit.level === 'village') return null;
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{text(indicator.name)}</h2>
        <span className="note">{t('map.about')}</span>
      </div>
      <label className="list-filter no-print">
        {t('page.map')}
        <select className="input" value={indicator.code} onChange={(event) => onIndicator(event.target.value)}>
          {dictionary.indicators.map((one) => (
            <option key={one.code} value={one.code}>
              {text(one.name)}
            </option>
          ))}
        </select>
      </label>
      <Banners cockpit={cockpit} indicator={indicator} />
      <h3>{t('map.tiles', { count: number(cockpit.tiles.length) })}</h3>
      <Villages cockpit={cockpit} indicator={indicator} />
    </section>
  );
}

interface MapProps {
  readonly cockpit: CockpitReply;
  readonly indicator: Indicator;
}

/** Outlines exist for the banners of one city; elsewhere the table and the squares say the same. */
function Banners({ cockpit, indicator }: MapProps) {
  const t = useWords(words);
  const text = useFigureText();
  const drawn = new Set(outline.banners.map((banner) => banner.code));
  const shown = cockpit.below.filter((row) => drawn.has(row.place));
  if (shown.length < 2) return null;
  const steps = stepsOf(shown.map((row) => row.mapValue ?? undefined));
  const values = Object.fromEntries(
    shown.map((row, index) => {
      const step = steps[index];
      const value = {
        says: text.value(indicator, row.mapValue),
        to: cockpitAddress(row.place, cockpit.month, indicator.code),
        ...(step === undefined ? {} : { step }),
      };
      return [row.place, value];
    }),
  );
  return <OutlineMap outline={outline} values={values} title={t('map.title', { name: text.name(indicator) })} />;
}

function Villages({ cockpit, indicator }: MapProps) {
  const t = useWords(words);
  const text = useFigureText();
  const { number } = useFormat();
  const steps = stepsOf(cockpit.tiles.map((tile) => tile.value ?? undefined));
  const tiles = cockpit.tiles.map((tile, index) => {
    const step = steps[index];
    return {
      place: tile.place,
      key: String(tile.place),
      name: tile.name,
      says: text.value(indicator, tile.value),
      to: figureAddress({ indicator: indicator.code, place: tile.place, month: cockpit.month }),
      ...(step === undefined ? {} : { step }),
    };
  });
  const groups = groupsOf(cockpit).map(({ place, name, covers }) => ({
    key: String(place),
    name,
    to: cockpitAddress(place, cockpit.month, indicator.code),
    tiles: tiles.filter((tile) => covers(tile.place)),
  }));
  return <TileMap groups={groups} caption={t('map.tiles', { count: number(tiles.length) })} />;
}

/** The places directly below; a township is one group of its own villages. */
function groupsOf(cockpit: CockpitReply) {
  if (cockpit.level === 'township') {
    return [{ place: cockpit.place, name: cockpit.placeName, covers: () => true }];
  }
  const width = cockpit.level === 'city' && cockpit.below.some((row) => row.level === 'banner') ? 1_000_000 : 1_000;
  return cockpit.below.map((row) => ({
    place: row.place,
    name: row.name,
    covers: (village: number) => village - (village % width) === row.place,
  }));
}
