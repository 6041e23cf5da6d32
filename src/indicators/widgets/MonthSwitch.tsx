import { type Month, shiftMonth } from '../../platform/pure/period.ts';
import { MonthInput } from '../../platform/ui/DateInput.tsx';
import { useWords } from '../../platform/ui/language.ts';
import { words } from '../words.ts';
import './indicators.css';

/** `<MonthSwitch month first last onChange />`: the month before and after in one press each, or any between. */
export function MonthSwitch({ month, first, last, onChange }: MonthSwitchProps) {
  const t = useWords(words);
  const shown = month as Month;
  return (
    <span className="buttons month-switch">
      <button
        type="button"
        className="icon-button"
        aria-label={t('month.previous')}
        title={t('month.previous')}
        disabled={month <= first}
        onClick={() => onChange(shiftMonth(shown, -1))}
      >
        ‹
      </button>
      <MonthInput
        aria-label={t('month.label')}
        value={month}
        onCommit={(next) => next !== '' && next !== month && onChange(within(next, first, last))}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('month.next')}
        title={t('month.next')}
        disabled={month >= last}
        onClick={() => onChange(shiftMonth(shown, 1))}
      >
        ›
      </button>
    </span>
  );
}

interface MonthSwitchProps {
  /** `YYYY-MM`, like the bounds */
  readonly month: string;
  readonly first: string;
  readonly last: string;
  readonly onChange: (month: string) => void;
}

function within(month: string, first: string, last: string): string {
  if (month < first) return first;
  return month > last ? last : month;
}
