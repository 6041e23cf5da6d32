import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { indicatorOf, type PartProps } from './cockpit-shapes.ts';

/** `<Headlines cockpit dictionary />`: the first figures of a place, each a link to its records, judged by its target. */
export function Headlines({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  return (
    <FigureRow>
      {cockpit.headlines.map(({ indicator: code, value, rowCount, previous, target, light }) => {
        const indicator = indicatorOf(dictionary, code);
        if (!indicator) return null;
        const isRatio = indicator.kind === 'ratio';
        const moved = value === null || previous === null ? undefined : value - previous;
        const judged = light === 'met' || light === 'near' || light === 'late' ? light : undefined;
        const goal = target === null ? undefined : text.value(indicator, target);
        return (
          <Figure
            key={code}
            label={text.name(indicator)}
            value={text.value(indicator, value)}
            {...(isRatio ? {} : { unit: text.unit(indicator), count: rowCount })}
            to={figureAddress({ indicator: code, place: cockpit.place, month: cockpit.month })}
            {...(judged && goal !== undefined
              ? { light: judged, lightText: t(`headline.${judged}`, { target: goal }) }
              : {})}
            unconfirmed={cockpit.unconfirmed}
            {...(moved === undefined
              ? {}
              : {
                  note: (
                    <span>
                      {moved === 0
                        ? t('headline.same')
                        : t('headline.change', { change: text.change(indicator, moved) })}
                    </span>
                  ),
                })}
          />
        );
      })}
    </FigureRow>
  );
}
