import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '../../http/contract.ts';
import { call } from '../../ui/client.ts';
import { ConfirmWithReason } from '../../ui/Dialog.tsx';
import { useFormat, useWords } from '../../ui/language.ts';
import { notify, useAction } from '../../ui/Notices.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useReply, useWrite } from '../../ui/queries.ts';
import { Loaded } from '../../ui/States.tsx';
import { TableScroll } from '../../ui/TableScroll.tsx';
import { endMySession, listMySessions } from '../account-contract.ts';
import { changePassword } from '../contract.ts';
import { words } from '../words.ts';
import { Device } from './Device.tsx';

type Session = ReplyOf<typeof listMySessions>['sessions'][number];

/** The devices on which one's own account is open, and one's own password. */
export default function MySessionsPage() {
  const t = useWords(words);
  const reply = useReply(listMySessions);
  return (
    <div className="page">
      <PageHead title={t('sessions.title')} about={t('sessions.about')} />
      <Loaded reply={reply}>{({ sessions }) => <SessionTable sessions={sessions} />}</Loaded>
      <PasswordForm />
    </div>
  );
}

function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  const t = useWords(words);
  const { instant } = useFormat();
  const [ending, setEnding] = useState<Session>();
  const write = useWrite(endMySession);
  return (
    <TableScroll label={t('sessions.title')} className="table-scroll sheet">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('sessions.device')}</th>
            <th scope="col">{t('sessions.address')}</th>
            <th scope="col">{t('sessions.startedAt')}</th>
            <th scope="col">{t('sessions.seenAt')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                <Device userAgent={session.device} />
              </th>
              <td>{session.address}</td>
              <td>{instant(session.startedAt)}</td>
              <td className="buttons">
                {instant(session.seenAt)}
                {session.current ? (
                  <span className="tag">{t('sessions.current')}</span>
                ) : (
                  <button type="button" className="button quiet no-print" onClick={() => setEnding(session)}>
                    {t('sessions.end')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending && (
        <ConfirmWithReason
          title={t('sessions.end')}
          effect={t('sessions.endEffect')}
          confirmLabel={t('sessions.end')}
          needsReason={false}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await write.mutateAsync({ params: { id: ending.id }, body: {} });
            notify(t('sessions.ended'));
          }}
        />
      )}
    </TableScroll>
  );
}

function PasswordForm() {
  const t = useWords(words);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { run, pending, failure } = useAction();
  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(async () => {
      await call(changePassword, { body: { current, password } });
      setCurrent('');
      setPassword('');
      notify(t('password.saved'));
    });
  }
  return (
    <form className="sheet stack narrow" onSubmit={submit}>
      <h2>{t('password.title')}</h2>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <PasswordField id="current-password" label={t('password.current')} value={current} onChange={setCurrent} />
      <PasswordField
        id="new-password"
        label={t('password.new')}
        help={t('password.help')}
        value={password}
        onChange={setPassword}
      />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending}>
          {t('password.save')}
        </button>
      </div>
    </form>
  );
}

function PasswordField({ id, label, help, value, onChange }: PasswordFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="note" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        id={id}
        type="password"
        className="input"
        autoComplete={id}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        required
        minLength={help === undefined ? 1 : 10}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface PasswordFieldProps {
  /** also the autocomplete token: `current-password` or `new-password` */
  readonly id: 'current-password' | 'new-password';
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
