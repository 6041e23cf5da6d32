import { type FormEvent, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { demoAccounts, demoSignIn, signIn } from '../../platform/access/contract.ts';
import { roles } from '../../platform/access/roles.ts';
import { words as roleWords } from '../../platform/access/words.ts';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { call } from '../../platform/ui/client.ts';
import { useWords } from '../../platform/ui/language.ts';
import { useAction } from '../../platform/ui/Notices.tsx';
import { useReply } from '../../platform/ui/queries.ts';
import { words as uiWords } from '../../platform/ui/words.ts';
import { safeReturn } from './safe-return.ts';
import { LanguageSwitch } from './TopLine.tsx';
import { words } from './words.ts';

/** Sign-in by password; in the demo city also by one click on a role. */
export default function SignIn() {
  const t = useWords(words);
  const ui = useWords(uiWords);
  const [search] = useSearchParams();
  const to = safeReturn(search.get('to'));
  const title = `${t('signIn.title')} · ${ui('product')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="sign-in">
      <section className="sign-in-brand">
        <p className="brand-name">{ui('product')}</p>
        <p className="brand-line">{t('product.line')}</p>
        <p className="sign-in-sentence">{t('signIn.sentence')}</p>
      </section>
      <section className="sign-in-form">
        <div className="part-head">
          <h1>{t('signIn.title')}</h1>
          <LanguageSwitch />
        </div>
        <PasswordForm to={to} />
        <DemoList to={to} />
      </section>
    </main>
  );
}

function PasswordForm({ to }: { to: string }) {
  const t = useWords(words);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { run, pending, failure } = useAction();
  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(async () => {
      await call(signIn, { body: { login, password } });
      location.assign(to);
    });
  }
  return (
    <form className="stack" onSubmit={submit}>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <div className="field">
        <label htmlFor="login">{t('signIn.login')}</label>
        <input
          id="login"
          className="input"
          autoComplete="username"
          autoCapitalize="none"
          required
          maxLength={60}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="password">{t('signIn.password')}</label>
        <input
          id="password"
          type="password"
          className="input"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <button type="submit" className="button primary" disabled={pending}>
        {t(pending ? 'signIn.pending' : 'signIn.submit')}
      </button>
    </form>
  );
}

function DemoList({ to }: { to: string }) {
  const t = useWords(words);
  const role = useWords(roleWords);
  const reply = useReply(demoAccounts);
  const { run, pending, failure } = useAction();
  async function enter(login: string): Promise<void> {
    await call(demoSignIn, { body: { login } });
    location.assign(to);
  }
  if (!reply.data?.demo) return null;
  return (
    <div className="stack">
      <div className="part-head">
        <h2>{t('signIn.demo')}</h2>
        <p className="note">{t('signIn.demoAbout')}</p>
      </div>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <ul className="demo-accounts">
        {fromCityToHousehold(reply.data.accounts).map(({ login, role: code, placeName }) => (
          <li key={login}>
            <button type="button" name={login} disabled={pending} onClick={() => void run(() => enter(login))}>
              <strong>{role(`role.${code}`)}</strong>
              {placeName !== null && <span className="note">{placeName}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type DemoAccount = ReplyOf<typeof demoAccounts>['accounts'][number];

function fromCityToHousehold(accounts: readonly DemoAccount[]): readonly DemoAccount[] {
  return accounts.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}
