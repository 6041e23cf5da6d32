import type { Slider } from './form-fields.ts';
import { useWords } from './language.ts';
import { words } from './words.ts';

type SliderProps = Slider & {
  readonly label: string;
  /** as it is typed */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** The browser’s own slider: arrow keys, Page Up and Down, Home and End move it; what is typed above moves it too. */
export function SliderInput({ label, value, least, most, step, text, onChange }: SliderProps) {
  const t = useWords(words);
  const typed = Number(value);
  const shown = value !== '' && Number.isInteger(typed) ? Math.min(most, Math.max(least, typed)) : least;
  return (
    <span className="joined slider">
      <input
        type="range"
        aria-label={t('form.slider', { label })}
        aria-valuetext={text(shown)}
        min={least}
        max={most}
        step={step}
        value={shown}
        onChange={(event) => onChange(event.target.value)}
      />
      <output className="unit">{text(shown)}</output>
    </span>
  );
}
