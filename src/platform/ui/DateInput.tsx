import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { parseDate, parseMonth } from '../pure/period.ts';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * `<DateInput value onChange? onCommit? id … />` and `<MonthInput … />`: typed as people write it (20190905, 2019.9.5,
 * 2019年9月5日) or chosen from the calendar. `onChange(text)` follows each key with what was typed; `onCommit(day)`
 * comes when the field is left or a day chosen, with `YYYY-MM-DD` / `YYYY-MM`, or `''` when emptied; never with
 * something unreadable.
 */
export function DateInput(props: DateInputProps) {
  return <CalendarInput {...props} type="date" exactOf={exactDate} />;
}

export function MonthInput(props: DateInputProps) {
  return <CalendarInput {...props} type="month" exactOf={exactMonth} />;
}

/** The stored form, `''` for nothing, `undefined` for what cannot be read. */
export function exactDate(text: string): string | undefined {
  return exact(text, parseDate);
}

export function exactMonth(text: string): string | undefined {
  return exact(text, parseMonth);
}

export interface DateInputProps extends FieldAria {
  readonly value: string;
  readonly onChange?: (text: string) => void;
  readonly onCommit?: (exact: string) => void;
}

/** What a form passes to each of its inputs. */
export interface FieldAria {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-required'?: boolean;
  readonly readOnly?: boolean;
}

type CalendarProps = DateInputProps & {
  readonly type: 'date' | 'month';
  readonly exactOf: (text: string) => string | undefined;
};

function CalendarInput({ type, exactOf, value, onChange, onCommit, ...aria }: CalendarProps) {
  const t = useWords(words);
  const [typed, setTyped] = useState(value);
  const calendar = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(value), [value]);
  function write(text: string): void {
    setTyped(text);
    onChange?.(text);
  }
  function commit(text: string): void {
    const exact = exactOf(text);
    if (exact === undefined) return;
    if (exact !== typed) write(exact);
    onCommit?.(exact);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') commit(typed);
  }
  return (
    <span className="joined date-input">
      <input
        {...aria}
        className="input"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t(type === 'date' ? 'date.form' : 'date.monthForm')}
        value={typed}
        onChange={(event) => write(event.target.value)}
        onBlur={() => commit(typed)}
        onKeyDown={press}
      />
      {!aria.readOnly && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('date.choose')}
          onClick={() => calendar.current?.showPicker()}
        >
          <CalendarIcon />
        </button>
      )}
      <input
        ref={calendar}
        type={type}
        className="native-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={exactOf(typed) ?? ''}
        onChange={(event) => commit(event.target.value)}
      />
    </span>
  );
}

function CalendarIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
    </svg>
  );
}

function exact(text: string, parse: typeof parseDate | typeof parseMonth): string | undefined {
  if (text.trim() === '') return '';
  const parsed = parse(text);
  return parsed.ok ? parsed.value : undefined;
}
