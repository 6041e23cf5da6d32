import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { applicationStates, exportApplications, listApplications } from '../application-contract.ts';
import { ineligibleCodes, loanKinds } from '../eligibility-rules.ts';
import { words } from '../words.ts';
import { AdmitLender } from './AdmitLender.tsx';
import { codesOf, wordsOf } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayApply = useMay('loan.apply');
  const mayAdmit = useMay('loan.admit');
  const [admitting, setAdmitting] = useState(false);
  const toNew = mayApply && (
    <Link className="button primary" to="/loan-applications/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('applications.title')}
        about={t('applications.intro')}
        actions={
          <>
            {toNew}
            <Link className="button" to="/loan-reports">
              {t('action.reports')}
            </Link>
            {mayAdmit && (
              <button type="button" className="button" onClick={() => setAdmitting(true)}>
                {t('action.admit')}
              </button>
            )}
          </>
        }
      />
      <RecordList
        contract={listApplications}
        caption={t('applications.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loan-applications/${row.county}/${row.id}`}
        searchPlaceholder={words['search.borrower']}
        filters={[
          {
            ...{ key: 'state', label: words['field.state'], kind: 'codes' },
            codes: codesOf('application', applicationStates),
          },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', loanKinds) },
          {
            ...{ key: 'refusal', label: words['field.refusals'], kind: 'codes' },
            codes: codesOf('refusal', ineligibleCodes),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportApplications}
        emptyText={t('applications.empty')}
        emptyAction={toNew}
        columns={columns}
      />
      {admitting && <AdmitLender onClose={() => setAdmitting(false)} />}
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listApplications>>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'borrowerName', label: words['field.borrower'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'kind', label: words['field.kind'], render: (row) => text(wordsOf(`code.kind.${row.kind}`)) },
    { key: 'appliedOn', label: words['field.appliedOn'], sortable: true, render: (row) => date(row.appliedOn) },
    {
      ...{ key: 'amountFen', label: words['field.amount'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    {
      key: 'termMonths',
      label: words['field.termMonths'],
      align: 'end',
      secondary: true,
      render: (row) => number(row.termMonths),
    },
    {
      ...{ key: 'purpose', label: words['field.purpose'], secondary: true },
      render: (row) => text(wordsOf(`code.purpose.${row.purpose}`)),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.application.${row.state}`)) },
    {
      ...{ key: 'refusals', label: words['field.refusals'], secondary: true, wraps: true },
      render: (row) => row.refusals.map((code) => text(wordsOf(`code.refusal.${code}`))).join(' · '),
    },
    { key: 'bankName', label: words['field.bank'], secondary: true, render: (row) => row.bankName ?? '–' },
  ];
}
