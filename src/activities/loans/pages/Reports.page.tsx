import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { closeReport, listReports } from '../report-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { keyOf } from './views.ts';

type Row = RowOf<typeof listReports>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [closing, setClosing] = useState<Row>();
  const columns = useColumns(setClosing);
  return (
    <>
      <PageHead title={t('reports.title')} back={<Link to="/loan-applications">{t('applications.title')}</Link>} />
      <RecordList
        contract={listReports}
        caption={t('reports.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loan-applications/${row.county}/${row.applicationId}`}
        searchPlaceholder={words['search.borrower']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('report', ['open', 'closed']) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        emptyText={t('reports.empty')}
        columns={columns}
      />
      {closing && (
        <FormDialog
          title={t('action.close')}
          onClose={() => setClosing(undefined)}
          schema={closeReport.body}
          fields={[{ key: 'result', kind: 'note', label: words['field.result'], wide: true }]}
          fixed={{ revision: closing.revision }}
          submit={(body, options) => call(closeReport, { params: keyOf(closing), body }, options)}
        />
      )}
    </>
  );
}

function useColumns(onClose: (row: Row) => void): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return [
    { key: 'borrowerName', label: words['field.borrower'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'bankName', label: words['field.bank'] },
    {
      ...{ key: 'collateral', label: words['field.collateral'] },
      render: (row) => text(wordsOf(`code.collateral.${row.collateral}`)),
    },
    {
      key: 'source',
      label: words['field.source'],
      secondary: true,
      render: (row) => text(wordsOf(`code.source.${row.source}`)),
    },
    { key: 'reportedOn', label: words['field.reportedOn'], sortable: true, render: (row) => date(row.reportedOn) },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.report.${row.state}`)) },
    {
      ...{ key: 'result', label: words['field.result'], wraps: true },
      render: (row) =>
        row.allowed.includes('loan.report_close') ? (
          <button
            type="button"
            className="button quiet no-print"
            aria-label={`${t('action.close')} ${row.borrowerName}`}
            onClick={() => onClose(row)}
          >
            {t('action.close')}
          </button>
        ) : (
          (row.result ?? '–')
        ),
    },
  ];
}
