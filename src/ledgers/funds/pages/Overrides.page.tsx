import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportOverrides, listOverrides } from '../control-contract.ts';
import { overrideStates } from '../rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.oversee_export');
  return (
    <>
      <PageHead title={t('overrides.title')} about={t('overrides.intro')} actions={<FundLinks group="control" />} />
      <RecordList
        contract={listOverrides}
        caption={t('overrides.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-overrides/${row.county}/${row.id}`}
        searchPlaceholder={words['overrides.search']}
        filters={[
          {
            key: 'state',
            label: words['field.state'],
            kind: 'codes',
            codes: codeChoices('overrideState', overrideStates),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportOverrides } : {})}
        emptyText={t('overrides.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listOverrides>>[] {
  const speak = useCodes();
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'payeeName', label: words['field.payee'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'documentNumber', label: words['field.document'], secondary: true },
    { key: 'purpose', label: words['field.purpose'], secondary: true, render: (row) => speak('purpose', row.purpose) },
    { key: 'askedOn', label: words['field.askedOn'], sortable: true, render: (row) => date(row.askedOn) },
    { key: 'askerName', label: words['field.asker'], secondary: true },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
    },
    {
      key: 'state',
      label: words['field.state'],
      render: (row) => (row.usedBy === null ? speak('overrideState', row.state) : text(words['overrides.used'])),
    },
  ];
}
