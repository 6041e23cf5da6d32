import { useState } from 'react';
import { ConfirmWithReason } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.ts';
import { notify } from '../../ui/Notices.tsx';
import { useWrite } from '../../ui/queries.ts';
import { disableAccount, enableAccount, resetPassword, signOutAccount } from '../account-contract.ts';
import { words } from '../words.ts';
import type { AccountReply } from './account-reply.ts';
import { OneTimePassword } from './OneTimePassword.tsx';

type Managing = 'disable' | 'enable' | 'password' | 'signOut';

/** Closing, opening, resetting and signing out, each with its effect said first and a reason kept. */
export function AccountActs({ account }: { account: AccountReply }) {
  const t = useWords(words);
  const [asked, setAsked] = useState<Managing>();
  const [password, setPassword] = useState<string>();
  const manage = useManage(account.id);
  const offered: readonly Managing[] = account.disabled ? ['enable'] : ['password', 'signOut', 'disable'];
  return (
    <>
      {offered.map((act) => (
        <button type="button" key={act} className="button" onClick={() => setAsked(act)}>
          {t(`manage.${act}`)}
        </button>
      ))}
      {asked && (
        <ConfirmWithReason
          title={t(`manage.${asked}`)}
          effect={t(`manage.${asked}Effect`, { name: account.name })}
          confirmLabel={t(`manage.${asked}`)}
          danger={asked === 'disable'}
          onClose={() => setAsked(undefined)}
          onConfirm={async (reason) => {
            setPassword(await manage(asked, reason));
            notify(t('manage.done'));
          }}
        />
      )}
      {password !== undefined && (
        <OneTimePassword login={account.login} password={password} onClose={() => setPassword(undefined)} />
      )}
    </>
  );
}

/** Does one of the acts; resolves to the one-time password where it makes one. */
function useManage(id: string): (act: Managing, reason: string) => Promise<string | undefined> {
  const disable = useWrite(disableAccount);
  const enable = useWrite(enableAccount);
  const reset = useWrite(resetPassword);
  const signOut = useWrite(signOutAccount);
  return async (act, reason) => {
    const input = { params: { id }, body: { reason } };
    if (act === 'password') return (await reset.mutateAsync(input)).oneTimePassword;
    await (act === 'disable' ? disable : act === 'enable' ? enable : signOut).mutateAsync(input);
    return undefined;
  };
}
