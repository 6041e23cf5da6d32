import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import { useNamedAccounts } from './names.ts';

interface SelectProps {
  readonly book: Book;
  readonly value: string;
  /** offers all accounts together as well */
  readonly all?: boolean;
  readonly onChange: (code: string) => void;
}

/** Chooses an account of the book for a report. */
export function AccountSelect({ book, value, all, onChange }: SelectProps) {
  const t = useWords(words);
  const { accounts } = useNamedAccounts(book);
  return (
    <label className="list-filter">
      <span>{t('field.account')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(all ? 'journal.all' : 'ledger.choose')}</option>
        {accounts.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
