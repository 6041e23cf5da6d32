import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportRefusals, listRefusals } from '../control-contract.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

/** What was tried and refused, for auditors. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const { data } = useReply(listRefusals, { query: { limit: 1 } });
  return (
    <>
      <PageHead title={t('refusals.title')} about={t('refusals.intro')} actions={<FundLinks group="control" />} />
      <RecordList
        contract={listRefusals}
        caption={t('refusals.title')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['refusals.search']}
        filters={[
          {
            key: 'code',
            label: words['field.code'],
            kind: 'codes',
            codes: (data?.codes ?? []).map(({ code, label }) => ({ value: code, label })),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'since', label: words['field.since'], kind: 'date' },
          { key: 'until', label: words['field.until'], kind: 'date' },
        ]}
        exportContract={exportRefusals}
        emptyText={t('refusals.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listRefusals>>[] {
  const speak = useCodes();
  const text = useText();
  const { instant, yuan } = useFormat();
  return [
    { key: 'recordedAt', label: words['field.recordedAt'], sortable: true, render: (row) => instant(row.recordedAt) },
    {
      key: 'code',
      label: words['field.code'],
      wraps: true,
      render: ({ sentence }) => text(sentence),
    },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'accountName', label: words['field.account'], secondary: true, wraps: true },
    { key: 'purpose', label: words['field.purpose'], secondary: true, render: (row) => speak('purpose', row.purpose) },
    { key: 'payeeName', label: words['field.payee'], secondary: true, wraps: true },
    { key: 'triedBy', label: words['field.triedBy'] },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => row.amountFen !== null && yuan(row.amountFen),
    },
  ];
}
