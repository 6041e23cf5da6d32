import { useWords } from '../../../platform/ui/language.ts';
import { accountOf } from '../event-roles-rules.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import { type NamedAccount, useNamedAccounts } from './names.ts';

/** The accounts of a book that stand for bank accounts: that of the chart, or those below it. */
export function useBankAccounts(book: Book): readonly NamedAccount[] {
  const { accounts } = useNamedAccounts(book);
  const bank = accountOf(book.chart, 'bank') ?? '';
  return accounts.filter(({ code, hasBelow }) => code.startsWith(bank) && !hasBelow);
}

interface SelectProps {
  readonly accounts: readonly NamedAccount[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function BankAccountSelect({ accounts, value, onChange }: SelectProps) {
  const t = useWords(words);
  if (accounts.length < 2) return null;
  return (
    <label className="list-filter">
      <span>{t('bank.account')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {accounts.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
