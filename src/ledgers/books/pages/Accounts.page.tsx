import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import type { listAccounts } from '../account-contract.ts';
import { words } from '../words.ts';
import { type AccountTask, AccountTaskDialog } from './AccountTaskDialog.tsx';
import { type Book, BookFrame } from './BookFrame.tsx';
import { KeptScroll } from './KeptScroll.tsx';
import { type NamedAccount, useNamedAccounts } from './names.ts';

type Subsidiary = ReplyOf<typeof listAccounts>['subsidiaries'][number];

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.accounts')} about={t('accounts.intro')}>
      {(book) => <Content book={book} />}
    </BookFrame>
  );
}

function Content({ book }: { book: Book }) {
  const t = useWords(words);
  const { reply, accounts } = useNamedAccounts(book);
  const [task, setTask] = useState<AccountTask>();
  const may = book.allowed.includes('book.account');
  return (
    <Loaded reply={reply}>
      {({ subsidiaries }) => (
        <>
          <section className="record-part">
            <h2>
              {t('field.account')}{' '}
              {may && <TaskButton label={t('accounts.add')} onPress={() => setTask({ kind: 'account' })} />}
            </h2>
            <AccountTable accounts={accounts} may={may} onTask={setTask} />
          </section>
          <section className="record-part">
            <h2>
              {t('subs.title')}{' '}
              {may && <TaskButton label={t('accounts.addSub')} onPress={() => setTask({ kind: 'sub' })} />}
            </h2>
            {subsidiaries.length === 0 && <EmptyState text={t('subs.empty')} />}
            {subsidiaries.length > 0 && <SubTable rows={subsidiaries} may={may} onTask={setTask} />}
          </section>
          {task && <AccountTaskDialog {...{ book, task }} onClose={() => setTask(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function TaskButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className="button no-print" onClick={onPress}>
      {label}
    </button>
  );
}

interface AccountTableProps {
  readonly accounts: readonly NamedAccount[];
  readonly may: boolean;
  readonly onTask: (task: AccountTask) => void;
}

function AccountTable({ accounts, may, onTask }: AccountTableProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <KeptScroll label={t('field.account')}>
      <table className="table">
        <caption className="hidden-text">{t('field.account')}</caption>
        <Heads
          labels={[t('field.accountCode'), t('field.name'), t('field.kind'), t('field.side'), t('field.subKind'), '']}
        />
        <tbody>
          {accounts.map((account) => (
            <tr key={account.code}>
              <th scope="row">{account.code}</th>
              <td>
                {account.name} {account.closedOn !== null && <span className="tag">{account.closedOn}</span>}
              </td>
              <td>{text(words[`code.kind.${account.kind}`])}</td>
              <td>{text(words[`ledger.side.${account.side}`])}</td>
              <td>{account.subKind && text(words[`code.subKind.${account.subKind}`])}</td>
              <td>
                {may && account.id !== null && (
                  <TaskButton label={t('accounts.change')} onPress={() => onTask({ kind: 'account', account })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </KeptScroll>
  );
}

function SubTable({
  rows,
  may,
  onTask,
}: {
  rows: readonly Subsidiary[];
  may: boolean;
  onTask: (task: AccountTask) => void;
}) {
  const t = useWords(words);
  const text = useText();
  return (
    <KeptScroll label={t('subs.title')}>
      <table className="table">
        <caption className="hidden-text">{t('subs.title')}</caption>
        <Heads
          labels={[
            t('field.name'),
            t('field.subKind'),
            t('field.documentNumber'),
            t('field.povertyProject'),
            t('field.closedOn'),
            '',
          ]}
        />
        <tbody>
          {rows.map((sub) => (
            <tr key={sub.id}>
              <th scope="row">{sub.name}</th>
              <td>{text(words[`code.subKind.${sub.kind}`])}</td>
              <td>{sub.documentNumber ?? '–'}</td>
              <td>{sub.povertyProject ? '✓' : '–'}</td>
              <td>{sub.closedOn ?? '–'}</td>
              <td>{may && <TaskButton label={t('accounts.change')} onPress={() => onTask({ kind: 'sub', sub })} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </KeptScroll>
  );
}

function Heads({ labels }: { labels: readonly string[] }) {
  return (
    <thead>
      <tr>
        {labels.map((label, at) => (
          <th key={label || 'acts'} scope="col" className={at === 0 ? 'first' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
