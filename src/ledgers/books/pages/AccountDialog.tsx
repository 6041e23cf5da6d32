import { useState } from 'react';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { findAccounts } from '../entry-rules.ts';
import { words } from '../words.ts';
import type { NamedAccount } from './names.ts';

interface DialogProps {
  readonly accounts: readonly NamedAccount[];
  readonly onChoose: (account: NamedAccount) => void;
  readonly onClose: () => void;
}

/** All accounts to choose from (F7), narrowed by code, name or first letters. */
export function AccountDialog({ accounts, onChoose, onClose }: DialogProps) {
  const t = useWords(words);
  const text = useText();
  const [typed, setTyped] = useState('');
  const found = findAccounts(accounts, typed);
  const [first] = found;
  return (
    <Dialog title={t('voucher.pickAccount')} onClose={onClose} wide>
      <div className="stack">
        <input
          className="input"
          aria-label={t('voucher.searchAccount')}
          placeholder={t('voucher.searchAccount')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            event.stopPropagation();
            if (first) onChoose(first);
          }}
        />
        <div className="account-options">
          <table className="table">
            <tbody>
              {found.map((account) => (
                <tr key={account.code}>
                  <th scope="row">
                    <button type="button" className="button quiet" onClick={() => onChoose(account)}>
                      {account.code}
                    </button>
                  </th>
                  <td>{account.name}</td>
                  <td>{text(words[`code.kind.${account.kind}`])}</td>
                  <td>{account.subKind && text(words[`code.subKind.${account.subKind}`])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.length === 0 && <p className="note">{t('voucher.noAccount')}</p>}
        </div>
      </div>
    </Dialog>
  );
}
