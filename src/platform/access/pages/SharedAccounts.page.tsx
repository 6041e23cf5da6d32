import { Link } from 'react-router';
import { useFormat, useWords } from '../../ui/language.ts';
import type { Column } from '../../ui/list-types.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { RecordList } from '../../ui/RecordList.tsx';
import type { RowOf } from '../../ui/request.ts';
import { listSharedAccounts } from '../account-contract.ts';
import { words } from '../words.ts';
import { Device } from './Device.tsx';

type SharedRow = RowOf<typeof listSharedAccounts>;

/** Accounts that were used from two addresses at about the same time. */
export default function SharedAccountsPage() {
  const t = useWords(words);
  const { instant } = useFormat();
  const use = ({ address, device, seenAt }: SharedRow['first']) => (
    <>
      {address}
      <div className="note">
        <Device userAgent={device} />
      </div>
      <div className="note">{instant(seenAt)}</div>
    </>
  );
  const columns: readonly Column<SharedRow>[] = [
    { key: 'login', label: words['account.login'] },
    { key: 'name', label: words['account.name'] },
    { key: 'first', label: words['sessions.address'], render: (row) => use(row.first) },
    { key: 'second', label: words['sessions.address'], render: (row) => use(row.second) },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('accounts.shared')}
        about={t('accounts.sharedAbout')}
        back={<Link to="/accounts">{t('accounts.title')}</Link>}
      />
      <RecordList
        contract={listSharedAccounts}
        columns={columns}
        rowKey={(row) => row.accountId}
        rowLink={(row) => `/accounts/${row.accountId}`}
        search={false}
        caption={t('accounts.shared')}
        emptyText={t('accounts.sharedEmpty')}
      />
    </div>
  );
}
