import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportClaims, listClaims } from '../claim-contract.ts';
import { claimStates } from '../claim-rules.ts';
import { insuranceLines } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listClaims>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('claims.title')} about={t('claims.intro')} />
      <RecordList
        contract={listClaims}
        caption={t('claims.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/insurance-claims/${row.county}/${row.id}`}
        searchPlaceholder={words['claims.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('claimState', claimStates) },
          {
            ...{ key: 'light', label: words['field.light'], kind: 'codes' },
            codes: codesOf('light', ['late', 'near', 'none', 'met']),
          },
          { key: 'line', label: words['field.line'], kind: 'codes', codes: codesOf('line', insuranceLines) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportClaims}
        emptyText={t('claims.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'policyNumber', label: words['field.policy'] },
    { key: 'placeName', label: words['field.place'] },
    { key: 'line', label: words['field.line'], render: (row) => text(wordsOf(`code.line.${row.line}`)) },
    {
      ...{ key: 'cause', label: words['field.cause'], secondary: true },
      render: (row) => text(wordsOf(`code.cause.${row.cause}`)),
    },
    { key: 'reportedOn', label: words['field.reportedOn'], sortable: true, render: (row) => date(row.reportedOn) },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.claimState.${row.state}`)) },
    {
      ...{ key: 'agreedFen', label: words['field.agreed'], align: 'end', sortable: true },
      render: (row) => yuan(row.agreedFen),
    },
    {
      ...{ key: 'dueOn', label: words['field.dueOn'], sortable: true, secondary: true },
      render: (row) => (row.dueOn === null ? '–' : date(row.dueOn)),
    },
    {
      ...{ key: 'light', label: words['field.light'] },
      render: (row) => <Light state={row.light} label={text(wordsOf(`code.light.${row.light}`))} />,
    },
    { key: 'days', label: words['field.days'], align: 'end', render: (row) => number(row.days), secondary: true },
  ];
}
