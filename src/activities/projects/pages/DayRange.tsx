import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';

export interface Days {
  readonly from: string;
  readonly through: string;
}

interface DayRangeProps {
  readonly days: Partial<Days>;
  readonly onChange: (days: Partial<Days>) => void;
}

/** First and last day of what is looked at. */
export function DayRange({ days, onChange }: DayRangeProps) {
  const t = useWords(words);
  return (
    <div className="form-fields no-print">
      {(['from', 'through'] as const).map((key) => (
        <div className="field" key={key}>
          <label htmlFor={`days-${key}`}>{t(`field.${key}`)}</label>
          <DateInput
            id={`days-${key}`}
            value={days[key] ?? ''}
            onCommit={(day) => {
              const { [key]: _before, ...others } = days;
              onChange(day === '' ? others : { ...others, [key]: day });
            }}
          />
        </div>
      ))}
    </div>
  );
}
