import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportRiskRequests, listRiskRequests } from '../risk-contract.ts';
import { riskStates } from '../risk-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listRiskRequests>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('risk.title')} about={t('risk.intro')} />
      <RecordList
        contract={listRiskRequests}
        caption={t('risk.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/risk-requests/${row.county}/${row.id}`}
        searchPlaceholder={words['risk.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('riskState', riskStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportRiskRequests}
        emptyText={t('risk.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'name', label: words['field.name'] },
    { key: 'placeName', label: words['field.place'] },
    {
      ...{ key: 'lossFen', label: words['field.loss'], align: 'end', sortable: true },
      render: (row) => yuan(row.lossFen),
    },
    {
      ...{ key: 'insuredFen', label: words['field.insuredPart'], align: 'end', secondary: true },
      render: (row) => <Link to={`/insurance-claims/${row.county}/${row.claimId}`}>{yuan(row.insuredFen)}</Link>,
    },
    {
      ...{ key: 'amountFen', label: words['field.riskAmount'], align: 'end' },
      render: (row) => (row.amountFen === null ? '–' : yuan(row.amountFen)),
    },
    { key: 'askedOn', label: words['field.askedOn'], sortable: true, render: (row) => date(row.askedOn) },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.riskState.${row.state}`)) },
  ];
}
