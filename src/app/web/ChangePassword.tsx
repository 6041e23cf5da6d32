import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../platform/access/contract.ts';
import { call } from '../../platform/ui/client.ts';
import { useWords } from '../../platform/ui/language.ts';
import { useAction } from '../../platform/ui/Notices.tsx';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { words } from './words.ts';

/** Stands in place of every page until the first password has been replaced. */
export function ChangePassword() {
  const t = useWords(words);
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { run, pending, failure } = useAction();
  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(async () => {
      await call(changePassword, { body: { current, password } });
      await client.invalidateQueries();
    });
  }
  return (
    <div className="page">
      <PageHead title={t('password.title')} about={t('password.about')} />
      <form className="stack narrow" onSubmit={submit}>
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="field">
          <label htmlFor="current">{t('password.current')}</label>
          <input
            id="current"
            type="password"
            className="input"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="new">{t('password.new')}</label>
          <p className="note" id="new-help">
            {t('password.help')}
          </p>
          <input
            id="new"
            type="password"
            className="input"
            autoComplete="new-password"
            aria-describedby="new-help"
            required
            minLength={10}
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <button type="submit" className="button primary" disabled={pending}>
          {t('password.save')}
        </button>
      </form>
    </div>
  );
}
