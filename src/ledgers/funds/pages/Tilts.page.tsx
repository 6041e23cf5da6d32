import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listTilts } from '../tilt-contract.ts';
import { words } from '../words.ts';
import { FundLinks } from './FundLinks.tsx';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const mayTry = useMay('fund.tilt');
  const toTry = mayTry && (
    <Link className="button primary" to="/fund-tilts/try">
      {t('tilt.try')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('tilt.title')}
        about={t('tilt.intro')}
        actions={
          <>
            <FundLinks group="orders" />
            {toTry}
          </>
        }
      />
      <RecordList
        contract={listTilts}
        caption={t('tilt.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-tilts/${row.county}/${row.id}`}
        searchPlaceholder={words['tilt.search']}
        emptyText={t('tilt.empty')}
        emptyAction={toTry}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listTilts>>[] {
  const { date, number, yuan } = useFormat();
  return [
    { key: 'name', label: words['field.name'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'measuredOn', label: words['field.measuredOn'], sortable: true, render: (row) => date(row.measuredOn) },
    { key: 'villages', label: words['field.villages'], align: 'end', render: (row) => number(row.villages) },
    { key: 'keeperName', label: words['field.keeper'], secondary: true },
    { key: 'totalFen', label: words['field.total'], align: 'end', sortable: true, render: (row) => yuan(row.totalFen) },
  ];
}
