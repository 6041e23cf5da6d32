import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { type ArrearsRow, listArrears } from '../rent-contract.ts';
import { exportArrears } from '../sheet-contract.ts';
import { ageBands } from '../transfer-rules.ts';
import { words } from '../words.ts';

/** Rent that fell due and was not paid, by age and by who owes it. */
export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('land.export');
  return (
    <>
      <PageHead
        title={t('arrears.title')}
        about={t('arrears.about')}
        back={<Link to="/land-transfers">{t('transfers.title')}</Link>}
      />
      <RecordList
        contract={listArrears}
        caption={t('arrears.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/land-transfers/${row.county}/${row.id}`}
        searchPlaceholder={words['transfers.search']}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }]}
        emptyText={t('arrears.empty')}
        {...(mayExport ? { exportContract: exportArrears } : {})}
        columns={columns}
      />
    </>
  );
}

type Sums = Partial<Record<'owedFen' | (typeof ageBands)[number], bigint>>;

function useColumns(): readonly Column<ArrearsRow>[] {
  const { date } = useFormat();
  const amount = (key: (typeof ageBands)[number]): Column<ArrearsRow> => ({
    key,
    label: words[`field.${key}`],
    unit: words['unit.yuan'],
    align: 'end',
    secondary: true,
    render: (row) => (row[key] === 0n ? '' : formatYuan(row[key])),
    total: (page) => formatYuan((page as Sums)[key] ?? 0n),
  });
  return [
    { key: 'number', label: words['field.transferNumber'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'takerName', label: words['field.takerName'], render: (row) => row.payerName ?? row.takerName, wraps: true },
    { key: 'grantorName', label: words['field.grantorName'] },
    { key: 'firstDueOn', label: words['field.firstDueOn'], sortable: true, render: (row) => date(row.firstDueOn) },
    {
      key: 'owed',
      label: words['field.arrearsFen'],
      unit: words['unit.yuan'],
      align: 'end',
      sortable: true,
      render: (row) => formatYuan(row.owedFen),
      total: (page) => formatYuan((page as Sums).owedFen ?? 0n),
    },
    ...ageBands.map(amount),
  ];
}
