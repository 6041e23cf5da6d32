import { useId } from 'react';
import { DateInput, MonthInput } from './DateInput.tsx';
import { useText, useWords } from './language.ts';
import type { Filter } from './list-types.ts';
import { PlacePicker } from './PlacePicker.tsx';
import { words } from './words.ts';

/** One filter of a list; `''` means not set. */
export function ListFilter({ filter, value, onChange }: FilterProps) {
  const t = useWords(words);
  const text = useText();
  const id = useId();
  const label = text(filter.label);
  switch (filter.kind) {
    case 'codes':
      return (
        <span className="list-filter">
          <label htmlFor={id}>{label}</label>
          <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t('list.all')}</option>
            {filter.codes.map((code) => (
              <option key={code.value} value={code.value}>
                {text(code.label)}
              </option>
            ))}
          </select>
        </span>
      );
    case 'switch':
      return (
        <label className="check">
          <input
            type="checkbox"
            checked={value === 'true'}
            onChange={(event) => onChange(event.target.checked ? 'true' : '')}
          />
          {label}
        </label>
      );
    case 'place':
      return (
        <PlacePicker
          label={label}
          {...(filter.places ? { source: filter.places } : {})}
          value={value === '' ? undefined : Number(value)}
          onChange={(code) => onChange(code === undefined ? '' : String(code))}
          compact
        />
      );
    case 'month':
    case 'date': {
      const Input = filter.kind === 'month' ? MonthInput : DateInput;
      return (
        <span className="list-filter">
          <label htmlFor={id}>{label}</label>
          <Input id={id} value={value} onCommit={onChange} />
        </span>
      );
    }
  }
}

interface FilterProps {
  readonly filter: Filter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
