import { useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportAccounts, listAccounts } from '../account-contract.ts';
import { fundTiers } from '../entry-rules.ts';
import { holders, pools } from '../rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { OpenAccount } from './OpenAccount.tsx';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.export');
  const [search] = useSearchParams();
  const fund = search.get('fund');
  return (
    <>
      <PageHead
        title={t('accounts.title')}
        about={t('accounts.intro')}
        actions={
          <>
            <FundLinks group="accounts" />
            <OpenAccount />
          </>
        }
      />
      <RecordList
        contract={listAccounts}
        fixed={fund === null ? {} : { fund }}
        caption={t('accounts.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-accounts/${row.county}/${row.id}`}
        searchPlaceholder={words['accounts.search']}
        filters={[
          { key: 'level', label: words['field.level'], kind: 'codes', codes: codeChoices('level', fundTiers) },
          { key: 'holder', label: words['field.holder'], kind: 'codes', codes: codeChoices('holder', holders) },
          { key: 'pool', label: words['field.pool'], kind: 'codes', codes: codeChoices('pool', pools) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportAccounts } : {})}
        emptyText={t('accounts.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listAccounts>>[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return [
    { key: 'name', label: words['field.account'] },
    { key: 'place', label: words['field.place'], sortable: true, secondary: true, render: (row) => row.placeName },
    { key: 'holder', label: words['field.holder'], secondary: true, render: (row) => speak('holder', row.holder) },
    { key: 'pool', label: words['field.pool'], secondary: true, render: (row) => speak('pool', row.pool) },
    {
      key: 'oldestOn',
      label: words['field.oldestOn'],
      sortable: true,
      secondary: true,
      render: (row) => row.oldestOn && date(row.oldestOn),
    },
    {
      key: 'paidFen',
      label: words['field.paid'],
      align: 'end',
      sortable: true,
      secondary: true,
      render: (row) => yuan(row.paidFen),
    },
    {
      key: 'committedFen',
      label: words['field.committed'],
      align: 'end',
      sortable: true,
      secondary: true,
      render: (row) => yuan(row.committedFen),
    },
    {
      key: 'availableFen',
      label: words['field.available'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.availableFen),
    },
  ];
}
