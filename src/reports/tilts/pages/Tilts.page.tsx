import { Link } from 'react-router';
import { FundLinks } from '../../../ledgers/funds/widgets/FundLinks.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listTilts } from '../contract.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const mayTry = useMay('fund.tilt');
  const toTry = mayTry && (
    <Link className="button primary" to="/fund-tilts/try">
      {t('action.try')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('intro')}
        actions={
          <>
            <FundLinks group="orders" />
            {toTry}
          </>
        }
      />
      <RecordList
        contract={listTilts}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-tilts/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        emptyText={t('empty')}
        emptyAction={toTry}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listTilts>>[] {
  const { month, number, yuan } = useFormat();
  return [
    { key: 'name', label: words['field.name'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'month', label: words['field.month'], sortable: true, render: (row) => month(row.month) },
    { key: 'villages', label: words['field.villages'], align: 'end', render: (row) => number(row.villages) },
    { key: 'keeperName', label: words['field.keeper'], secondary: true },
    { key: 'totalFen', label: words['field.total'], align: 'end', sortable: true, render: (row) => yuan(row.totalFen) },
  ];
}
