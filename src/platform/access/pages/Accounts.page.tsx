import { Link } from 'react-router';
import { useFormat, useWords } from '../../ui/language.ts';
import type { Column, Filter } from '../../ui/list-types.ts';
import { useMay } from '../../ui/me.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useOwnPlaces } from '../../ui/place-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import type { RowOf } from '../../ui/request.ts';
import { accountStates, listAccounts } from '../account-contract.ts';
import { roles } from '../roles.ts';
import { words } from '../words.ts';

type AccountRow = RowOf<typeof listAccounts>;

const filters: readonly Filter[] = [
  {
    key: 'role',
    label: words['position.role'],
    kind: 'codes',
    codes: roles.map((role) => ({ value: role, label: words[`role.${role}`] })),
  },
  {
    key: 'state',
    label: words['account.state'],
    kind: 'codes',
    codes: accountStates.map((state) => ({ value: state, label: words[`state.${state}`] })),
  },
];

/** Who may sign in, in which positions, and since when somebody has not been seen. */
export default function AccountsPage() {
  const t = useWords(words);
  const mayManage = useMay('account.manage');
  const places = useOwnPlaces();
  return (
    <div className="page">
      <PageHead
        title={t('accounts.title')}
        about={t('accounts.about')}
        actions={
          mayManage && (
            <>
              <Link className="button primary" to="/accounts/new">
                {t('accounts.new')}
              </Link>
              <Link className="button" to="/accounts/shared">
                {t('accounts.shared')}
              </Link>
            </>
          )
        }
      />
      <RecordList
        contract={listAccounts}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowLink={(row) => `/accounts/${row.id}`}
        filters={[...filters, { key: 'place', label: words['position.place'], kind: 'place', places }]}
        searchPlaceholder={words['accounts.search']}
        caption={t('accounts.title')}
        emptyText={t('accounts.empty')}
      />
    </div>
  );
}

function useColumns(): readonly Column<AccountRow>[] {
  const t = useWords(words);
  const { instant } = useFormat();
  return [
    { key: 'login', label: words['account.login'] },
    { key: 'name', label: words['account.name'] },
    {
      key: 'positions',
      label: words['account.positions'],
      render: (row) => {
        const held = row.positions.filter((position) => position.inForce);
        if (held.length === 0) return <span className="note">{t('state.without_position')}</span>;
        return held.map((position) => (
          <div key={position.id}>
            {t(`role.${position.role}`)} {position.placeName}
          </div>
        ));
      },
    },
    {
      key: 'state',
      label: words['account.state'],
      render: (row) => (row.disabled ? <span className="tag">{t('state.disabled')}</span> : t('state.active')),
    },
    {
      key: 'lastSeenAt',
      label: words['account.lastSeenAt'],
      render: (row) => (row.lastSeenAt === null ? t('account.never') : instant(row.lastSeenAt)),
      secondary: true,
    },
  ];
}
