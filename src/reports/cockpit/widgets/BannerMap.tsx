import outline from '../../../../data/outlines/1506.svg.json';
import { type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { OutlineMap } from '../../../platform/ui/OutlineMap.tsx';
import { stepsOf } from '../../../platform/ui/tile-steps.ts';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress } from './cockpit-shapes.ts';

/** The banners of a city as areas; nothing where their outlines are not on hand: the squares say the same. */
export default function BannerMap({ cockpit, indicator }: { cockpit: CockpitReply; indicator: Indicator }) {
  const t = useWords(words);
  const text = useFigureText();
  const drawn = new Set(outline.banners.map((banner) => banner.code));
  const shown = cockpit.below.filter((row) => drawn.has(row.place));
  if (shown.length === 0) return null;
  const shades = stepsOf(shown.map((row) => row.mapValue ?? undefined));
  const values = Object.fromEntries(
    shown.map((row, index) => {
      const step = shades[index];
      const value = {
        says: text.brief(indicator, row.mapValue),
        to: cockpitAddress(row.place, cockpit.month, indicator.code),
        ...(step === undefined ? {} : { step }),
      };
      return [row.place, value];
    }),
  );
  return <OutlineMap outline={outline} values={values} title={t('map.of', { name: text.name(indicator) })} />;
}
