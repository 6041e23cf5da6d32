import { DateInput, type FieldAria, MonthInput } from './DateInput.tsx';
import type { Field, FormValues, PlainField } from './form-fields.ts';
import { useText, useWords } from './language.ts';
import { MoneyInput } from './MoneyInput.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import { RecordPicker } from './RecordPicker.tsx';
import { SliderInput } from './SliderInput.tsx';
import { words } from './words.ts';

/** Label, help, input and error of one field. */
export function FormField({ field, value, error, required, id, onChange }: FormFieldProps) {
  const t = useWords(words);
  const text = useText();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const described = [field.help !== undefined ? helpId : '', error !== undefined ? errorId : ''].join(' ').trim();
  const aria: FieldAria = {
    id,
    'aria-invalid': error !== undefined,
    'aria-required': required,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(field.readOnly ? { readOnly: true } : {}),
  };
  const label = text(field.label);
  return (
    <div className={field.wide || field.kind === 'note' || field.kind === 'place' ? 'field wide' : 'field'}>
      {field.kind !== 'switch' && (
        <label htmlFor={id}>
          {label}
          {!required && <span className="optional">{t('form.optional')}</span>}
        </label>
      )}
      {field.help !== undefined && (
        <p className="note" id={helpId}>
          {text(field.help)}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
      <FieldInput field={field} value={value} onChange={onChange} aria={aria} label={label} />
    </div>
  );
}

interface FormFieldProps {
  readonly field: Field;
  readonly value: FormValues[string];
  readonly error: string | undefined;
  readonly required: boolean;
  readonly id: string;
  readonly onChange: (value: FormValues[string]) => void;
}

type InputProps = Pick<FormFieldProps, 'field' | 'value' | 'onChange'> & {
  readonly aria: FieldAria;
  readonly label: string;
};

function FieldInput({ field, value, onChange, aria, label }: InputProps) {
  const typed = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'date':
      return <DateInput {...aria} value={typed} onChange={onChange} />;
    case 'month':
      return <MonthInput {...aria} value={typed} onChange={onChange} />;
    case 'yuan':
      return (
        <MoneyInput
          {...aria}
          value={typed}
          onChange={onChange}
          {...(field.inWords ? { inWords: field.inWords } : {})}
        />
      );
    case 'place':
      return (
        <PlacePicker
          {...aria}
          label={label}
          {...(field.places ? { source: field.places } : {})}
          value={typeof value === 'number' ? value : undefined}
          onChange={onChange}
          {...(field.level ? { level: field.level } : {})}
        />
      );
    case 'record':
      return (
        <RecordPicker {...aria} source={field.records} value={typed === '' ? undefined : typed} onChange={onChange} />
      );
    case 'note':
      return <textarea {...aria} className="input" value={typed} onChange={(event) => onChange(event.target.value)} />;
    case 'switch':
      return (
        <label className="check">
          <input
            {...aria}
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
      );
    case 'code':
      return <CodeInput field={field} value={typed} onChange={onChange} aria={aria} />;
    default:
      return (
        <>
          <TextInput field={field} value={typed} onChange={onChange} aria={aria} />
          {field.slider && <SliderInput {...field.slider} label={label} value={typed} onChange={onChange} />}
        </>
      );
  }
}

function CodeInput({
  field,
  value,
  onChange,
  aria,
}: Omit<InputProps, 'label'> & { field: Extract<Field, { kind: 'code' }> }) {
  const t = useWords(words);
  const text = useText();
  return (
    <select {...aria} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('form.choose')}</option>
      {field.codes.map((code) => (
        <option key={code.value} value={code.value}>
          {text(code.label)}
        </option>
      ))}
    </select>
  );
}

function TextInput({ field, value, onChange, aria }: Omit<InputProps, 'label' | 'field'> & { field: PlainField }) {
  const text = useText();
  const isNumber = field.kind === 'integer' || field.kind === 'decimal';
  return (
    <span className="joined">
      <input
        {...aria}
        className={isNumber ? 'input end number' : 'input'}
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
      />
      {field.unit !== undefined && <span className="unit">{text(field.unit)}</span>}
    </span>
  );
}
