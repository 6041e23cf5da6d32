import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportHolders, listHolders } from '../contract.ts';
import { words } from '../words.ts';
import type { Register } from './register-view.ts';

/** Who holds what on a day, of all classes or of one. */
export function Holders({ register }: { register: Register }) {
  const t = useWords(words);
  const mayExport = register.allowed.includes('share.export');
  return (
    <RecordList
      contract={listHolders}
      params={{ county: register.county, id: register.id }}
      caption={t('holders.title')}
      rowKey={(row) => row.membershipId}
      rowLink={(row) => `/shares/${register.county}/${register.id}/members/${row.membershipId}`}
      searchPlaceholder={words['holders.search']}
      filters={[
        {
          key: 'classId',
          label: words['field.class'],
          kind: 'codes',
          codes: register.classes.map(({ share }) => ({ value: share.id, label: share.name })),
        },
        { key: 'on', label: words['field.on'], kind: 'date' },
      ]}
      emptyText={t('holders.empty')}
      {...(mayExport ? { exportContract: exportHolders } : {})}
      columns={useHolderColumns()}
    />
  );
}

function useHolderColumns(): readonly Column<RowOf<typeof listHolders>>[] {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  return [
    { key: 'number', label: words['field.member'], sortable: true, render: (row) => `${row.number} ${row.name}` },
    {
      key: 'memberPlaceName',
      label: words['field.place'],
      sortable: true,
      render: (row) => row.memberPlaceName ?? '–',
    },
    {
      key: 'shares',
      label: words['field.shares'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.shares),
      total: (page) => number((page as unknown as Sums).shares),
    },
    {
      key: 'agreedFen',
      label: words['field.agreedFen'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.agreedFen),
    },
    {
      key: 'paidFen',
      label: words['field.paidFen'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.paidFen),
      total: (page) => yuan((page as unknown as Sums).paidFen),
    },
    {
      key: 'leftOn',
      label: words['field.state'],
      secondary: true,
      render: (row) => (row.leftOn === null ? '–' : <span className="tag">{t('holder.left')}</span>),
    },
  ];
}

/** What the route adds to its page: the sums over all pages. */
interface Sums {
  readonly shares: number;
  readonly paidFen: bigint;
}
