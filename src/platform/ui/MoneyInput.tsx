import { formatYuan, parseYuan } from '../pure/money.ts';
import type { FieldAria } from './DateInput.tsx';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * `<MoneyInput value onChange inWords? id … />`: yuan are typed, fen come out. `value` is the text as typed;
 * `onChange(text, amountFen)` gives the amount as bigint, `undefined` while it cannot be read. `inWords(fen)` is shown
 * below, for amounts that will be signed.
 */
export function MoneyInput({ value, onChange, inWords, ...aria }: MoneyInputProps) {
  const t = useWords(words);
  const amountFen = fenOf(value);
  function tidy(): void {
    if (amountFen !== undefined) onChange(formatYuan(amountFen), amountFen);
  }
  return (
    <span className="money-input">
      <span className="joined">
        <input
          {...aria}
          className="input end number"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value, fenOf(event.target.value))}
          onBlur={tidy}
        />
        <span className="unit">{t('unit.yuan')}</span>
      </span>
      {inWords && amountFen !== undefined && <span className="note">{inWords(amountFen)}</span>}
    </span>
  );
}

interface MoneyInputProps extends FieldAria {
  readonly value: string;
  readonly onChange: (text: string, amountFen: bigint | undefined) => void;
  readonly inWords?: (amountFen: bigint) => string;
}

function fenOf(text: string): bigint | undefined {
  const parsed = parseYuan(text);
  return parsed.ok ? parsed.value : undefined;
}
