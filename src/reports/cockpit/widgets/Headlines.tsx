import { figureAddress, type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { type CockpitReply, indicatorOf, type PartProps } from './cockpit-shapes.ts';

/** `<Headlines cockpit dictionary />`: the first figures of a place, each a link to its records, judged by its target. */
export function Headlines({ cockpit, dictionary }: PartProps) {
  return (
    <div className="cockpit-headlines">
      <FigureRow>
        {cockpit.headlines.map((headline) => {
          const indicator = indicatorOf(dictionary, headline.indicator);
          return indicator && <Headline key={indicator.code} {...{ cockpit, indicator, headline }} />;
        })}
      </FigureRow>
    </div>
  );
}

interface HeadlineProps {
  readonly cockpit: CockpitReply;
  readonly indicator: Indicator;
  readonly headline: CockpitReply['headlines'][number];
}

function Headline({ cockpit, indicator, headline }: HeadlineProps) {
  const text = useFigureText();
  const short = useShortName();
  const t = useWords(words);
  const { value, rowCount, previous, target, light } = headline;
  const judged = light === 'met' || light === 'near' || light === 'late' ? light : undefined;
  const goal = target === null ? undefined : text.said(indicator, target);
  return (
    <Figure
      label={short(indicator)}
      value={text.value(indicator, value)}
      to={figureAddress({ indicator: indicator.code, place: cockpit.place, month: cockpit.month })}
      {...(indicator.kind === 'ratio' ? {} : { unit: text.unit(indicator) })}
      {...(indicator.kind === 'ratio' || judged ? {} : { count: rowCount })}
      {...(judged && goal !== undefined ? { light: judged, lightText: t(`headline.${judged}`, { target: goal }) } : {})}
      note={<Change indicator={indicator} value={value} previous={previous} />}
    />
  );
}

function Change({
  indicator,
  value,
  previous,
}: {
  indicator: Indicator;
  value: number | null;
  previous: number | null;
}) {
  const text = useFigureText();
  const t = useWords(words);
  if (value === null || previous === null) return null;
  const change = value - previous;
  return (
    <span title={t('headline.previous', { value: text.said(indicator, previous) })}>
      {change === 0 ? t('headline.same') : t('headline.change', { change: text.change(indicator, change) })}
    </span>
  );
}

/** Column heads and headline labels: the dictionary's name where there is no shorter one. */
export function useShortName(): (indicator: Indicator) => string {
  const text = useFigureText();
  const t = useWords(words);
  return (indicator) => {
    const key = `short.${indicator.code}`;
    return isShort(key) ? t(key) : text.name(indicator);
  };
}

type ShortKey = Extract<keyof typeof words, `short.${string}`>;

function isShort(key: string): key is ShortKey {
  return key in words;
}
