import { Link } from 'react-router';
import { type Dictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useIndicatorSource } from '../../../indicators/widgets/indicator-source.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { SliderInput } from '../../../platform/ui/SliderInput.tsx';
import { mostEntries } from '../contract.ts';
import { type TiltDirection, type TiltEntry, tiltDirections } from '../rules.ts';
import { words } from '../words.ts';
import { indicatorIn } from './known.ts';

interface FormulaProps {
  readonly dictionary: Dictionary;
  readonly formula: readonly TiltEntry[];
  readonly onChange: (formula: readonly TiltEntry[]) => void;
}

/** The formula while it is tried: indicators with their weights on sliders, and a picker for one more. */
export function Formula({ dictionary, formula, onChange }: FormulaProps) {
  const t = useWords(words);
  const source = useIndicatorSource(dictionary);
  function add(code: string | undefined): void {
    if (code === undefined || formula.some(({ indicator }) => indicator === code)) return;
    const { direction } = indicatorIn(dictionary, code);
    onChange([...formula, { indicator: code, weight: 20, direction: direction === 'none' ? 'up' : direction }]);
  }
  return (
    <div className="form-fields no-print">
      {formula.map((entry) => (
        <Entry
          key={entry.indicator}
          dictionary={dictionary}
          entry={entry}
          onChange={(next) => onChange(formula.map((one) => (one === entry ? next : one)))}
          onRemove={() => onChange(formula.filter((one) => one !== entry))}
        />
      ))}
      {formula.length < mostEntries && (
        <div className="field">
          <label htmlFor="tilt-add">{t('field.add')}</label>
          <RecordPicker key={formula.length} id="tilt-add" source={source} value={undefined} onChange={add} />
        </div>
      )}
    </div>
  );
}

interface EntryProps {
  readonly dictionary: Dictionary;
  readonly entry: TiltEntry;
  readonly onChange: (entry: TiltEntry) => void;
  readonly onRemove: () => void;
}

function Entry({ dictionary, entry, onChange, onRemove }: EntryProps) {
  const t = useWords(words);
  const figure = useFigureText();
  const indicator = indicatorIn(dictionary, entry.indicator);
  const name = figure.name(indicator);
  return (
    <div className="field">
      <span>
        <Link to={`/indicators/${entry.indicator}`}>{name}</Link>
      </span>
      <SliderInput
        label={`${t('field.weight')} ${name}`}
        {...{ least: 0, most: 100, step: 5, text: String, value: String(entry.weight) }}
        onChange={(weight) => onChange({ ...entry, weight: Number(weight) })}
      />
      <span className="buttons">
        {indicator.direction === 'none' ? (
          <select
            className="input"
            aria-label={t('field.directionOf', { indicator: name })}
            value={entry.direction}
            onChange={(event) => onChange({ ...entry, direction: event.target.value as TiltDirection })}
          >
            {tiltDirections.map((direction) => (
              <option key={direction} value={direction}>
                {t(`direction.${direction}`)}
              </option>
            ))}
          </select>
        ) : (
          <span className="note">{t(`direction.${entry.direction}`)}</span>
        )}
        <button type="button" className="button quiet" aria-label={`${t('action.remove')} ${name}`} onClick={onRemove}>
          {t('action.remove')}
        </button>
      </span>
    </div>
  );
}
