import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { call, newId } from '../../ui/client.ts';
import { useWords } from '../../ui/language.ts';
import { useMe } from '../../ui/me.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useOwnPlaces } from '../../ui/place-context.ts';
import { RecordForm } from '../../ui/RecordForm.tsx';
import { createAccount, loginText } from '../account-contract.ts';
import { words } from '../words.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { positionFields, positionShape } from './position-fields.ts';

const form = z.object({ login: loginText, name: createAccount.body.shape.name, ...positionShape });

/** A new account with its first position. */
export default function NewAccountPage() {
  const t = useWords(words);
  const navigate = useNavigate();
  const { position, today } = useMe();
  const initial = useMemo(() => ({ startsOn: today }), [today]);
  const places = useOwnPlaces();
  const [ids] = useState(() => ({ account: newId(), position: newId() }));
  const [made, setMade] = useState<{ readonly login: string; readonly password: string }>();
  return (
    <div className="page">
      <PageHead title={t('accounts.new')} back={<Link to="/accounts">{t('accounts.title')}</Link>} />
      <RecordForm
        schema={form}
        initial={initial}
        refusals={words}
        fields={[
          { key: 'login', label: words['account.login'], kind: 'text' },
          { key: 'name', label: words['account.name'], kind: 'text' },
          ...positionFields(position.role, places),
        ]}
        submit={async ({ login, name, ...first }, options) => {
          const body = { id: ids.account, login, name, position: { id: ids.position, ...first } };
          const { oneTimePassword } = await call(createAccount, { body }, options);
          return { login, password: oneTimePassword };
        }}
        onSaved={setMade}
      />
      {made && <OneTimePassword {...made} onClose={() => navigate(`/accounts/${ids.account}`)} />}
    </div>
  );
}
