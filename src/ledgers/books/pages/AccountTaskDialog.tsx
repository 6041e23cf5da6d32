import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import {
  changeAccount,
  changeSubsidiary,
  type listAccounts,
  recordAccount,
  recordSubsidiary,
  subsidiaryKinds,
} from '../account-contract.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import type { NamedAccount } from './names.ts';

type Subsidiary = ReplyOf<typeof listAccounts>['subsidiaries'][number];

export type AccountTask =
  | { readonly kind: 'account'; readonly account?: NamedAccount }
  | { readonly kind: 'sub'; readonly sub?: Subsidiary };

const name: Field = { key: 'name', kind: 'text', label: words['field.name'], wide: true };
const ending: readonly Field[] = [
  { key: 'closedOn', kind: 'date', label: words['field.closedOn'] },
  { key: 'reason', kind: 'text', label: words['field.reason'] },
];
const details: readonly Field[] = [
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'povertyProject', kind: 'switch', label: words['field.povertyProject'] },
];
const newAccount: readonly Field[] = [
  { key: 'code', kind: 'text', label: words['field.accountCode'], help: words['field.accountCodeHelp'] },
  name,
];
const newSub: readonly Field[] = [
  {
    key: 'kind',
    kind: 'code',
    label: words['field.subKind'],
    codes: subsidiaryKinds.map((value) => ({ value, label: words[`code.subKind.${value}`] })),
  },
  name,
  ...details,
];

interface TaskProps {
  readonly book: Book;
  readonly task: AccountTask;
  readonly onClose: () => void;
}

/** The forms of an own account and of a detail: new, or changed. */
export function AccountTaskDialog({ book, task, onClose }: TaskProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const [id] = useState<string>(newId);
  const params = { county: book.county, id: book.id };
  const common = {
    refusals: words,
    onSaved: () => {
      notify(t('accounts.saved'));
      onClose();
      void client.invalidateQueries();
    },
  };
  if (task.kind === 'account' && task.account?.id) {
    const { id: accountId, ownName, closedOn, revision } = task.account;
    return (
      <Dialog title={t('accounts.change')} onClose={onClose} wide>
        <RecordForm
          {...common}
          schema={changeAccount.body}
          fields={[name, ...ending]}
          initial={{ name: ownName, closedOn }}
          fixed={{ revision }}
          submit={(body, options) => call(changeAccount, { params: { ...params, accountId }, body }, options)}
        />
      </Dialog>
    );
  }
  if (task.kind === 'account') {
    return (
      <Dialog title={t('accounts.add')} onClose={onClose} wide>
        <RecordForm
          {...common}
          schema={recordAccount.body}
          fields={newAccount}
          fixed={{ accountId: id }}
          submit={(body, options) => call(recordAccount, { params, body }, options)}
        />
      </Dialog>
    );
  }
  return <SubDialog {...{ book, onClose, common, id }} sub={task.sub} />;
}

interface SubProps {
  readonly book: Book;
  readonly id: string;
  readonly sub: Subsidiary | undefined;
  readonly common: { readonly refusals: typeof words; readonly onSaved: () => void };
  readonly onClose: () => void;
}

function SubDialog({ book, id, sub, common, onClose }: SubProps) {
  const t = useWords(words);
  const params = { county: book.county, id: book.id };
  return (
    <Dialog title={t(sub ? 'accounts.change' : 'accounts.addSub')} onClose={onClose} wide>
      {sub ? (
        <RecordForm
          {...common}
          schema={changeSubsidiary.body}
          fields={[name, ...details, ...ending]}
          initial={sub}
          fixed={{ revision: sub.revision }}
          submit={(body, options) =>
            call(changeSubsidiary, { params: { ...params, subsidiaryId: sub.id }, body }, options)
          }
        />
      ) : (
        <RecordForm
          {...common}
          schema={recordSubsidiary.body}
          fields={newSub}
          fixed={{ subsidiaryId: id }}
          submit={(body, options) => call(recordSubsidiary, { params, body }, options)}
        />
      )}
    </Dialog>
  );
}
