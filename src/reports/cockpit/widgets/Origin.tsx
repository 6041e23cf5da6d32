import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { Provenance } from '../../../platform/ui/Provenance.tsx';
import { words } from '../words.ts';
import { indicatorOf, type PartProps } from './cockpit-shapes.ts';

/** `<Origin cockpit dictionary />`: where the figure of map and squares comes from, down to its records. */
export function Origin({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  const say = useText();
  const { number } = useFormat();
  const indicator = indicatorOf(dictionary, cockpit.mapIndicator);
  if (!indicator) return null;
  const { value, rowCount, parts } = cockpit.mapFigure;
  const formula = parts
    .flatMap(({ indicator: code, value: part }) => {
      const entry = indicatorOf(dictionary, code);
      return entry ? [`${text.name(entry)} ${text.said(entry, part)}`] : [];
    })
    .join(' ÷ ');
  return (
    <Provenance
      figure={`${text.name(indicator)} ${text.said(indicator, value)}`}
      formula={formula || t('origin.records', { count: number(rowCount) })}
      sentence={say(indicator.formula)}
      to={figureAddress({ indicator: indicator.code, place: cockpit.place, month: cockpit.month })}
    />
  );
}
