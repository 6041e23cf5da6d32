import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormat, useWords } from '../../ui/language.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useReply } from '../../ui/queries.ts';
import { RecordSection, Stamp } from '../../ui/RecordPage.tsx';
import { Loaded } from '../../ui/States.tsx';
import { getAccount } from '../account-contract.ts';
import { words } from '../words.ts';
import { AccountActs } from './AccountActs.tsx';
import type { AccountReply } from './account-reply.ts';
import { GrantDialog, PositionTable } from './Positions.tsx';

/** One account: its positions past and present, and what may be done with it. */
export default function AccountPage() {
  const { id = '' } = useParams();
  const reply = useReply(getAccount, { params: { id } }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage>
      {(account) => <Content account={account} />}
    </Loaded>
  );
}

function Content({ account }: { account: AccountReply }) {
  const t = useWords(words);
  const { instant } = useFormat();
  const [granting, setGranting] = useState(false);
  const remarks = [account.mustChangePassword && t('account.oneTime'), account.demo && t('account.demo')];
  return (
    <div className="page">
      <PageHead
        title={account.name}
        about={remarks.filter(Boolean).join(' · ') || undefined}
        back={<Link to="/accounts">{t('accounts.title')}</Link>}
        stamp={account.disabled && <Stamp text={t('state.disabled')} />}
        actions={
          <>
            {account.allowed.includes('account.grant') && (
              <button type="button" className="button primary" onClick={() => setGranting(true)}>
                {t('position.grant')}
              </button>
            )}
            {account.allowed.includes('account.manage') && <AccountActs account={account} />}
          </>
        }
      />
      <div className="sheet stack">
        <RecordSection
          section={{
            items: [
              { label: words['account.login'], value: account.login },
              { label: words['account.name'], value: account.name },
              {
                label: words['account.lastSeenAt'],
                value: account.lastSeenAt === null ? t('account.never') : instant(account.lastSeenAt),
              },
            ],
          }}
        />
        <h2>{t('account.positions')}</h2>
        <PositionTable account={account} />
      </div>
      {granting && <GrantDialog account={account} onClose={() => setGranting(false)} />}
    </div>
  );
}
