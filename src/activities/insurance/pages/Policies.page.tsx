import { useState } from 'react';
import { Link } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportPolicies, listPolicies } from '../contract.ts';
import { checkPolicyImport, getPolicyTemplate, markPolicyImport, takePolicyImport } from '../import-contract.ts';
import { holderKinds, insuranceLines, policyStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { insurerSource } from './sources.ts';

type Row = RowOf<typeof listPolicies>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayImport = useMay('insurance.import');
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={<Actions />} />
      <RecordList
        contract={listPolicies}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/insurance-policies/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', policyStates) },
          { key: 'line', label: words['field.line'], kind: 'codes', codes: codesOf('line', insuranceLines) },
          { key: 'holderKind', label: words['field.holderKind'], kind: 'codes', codes: codesOf('holder', holderKinds) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportPolicies}
        {...(mayImport ? { onImport: () => setImporting(true) } : {})}
        emptyText={t('empty')}
        columns={columns}
      />
      {importing && <TakeWorkbook onClose={() => setImporting(false)} />}
    </>
  );
}

function Actions() {
  const t = useWords(words);
  const mayMatch = useMay('insurance.match');
  const mayRecord = useMay('insurance.record');
  return (
    <>
      <Link className="button" to="/insurance-terms">
        {t('action.terms')}
      </Link>
      {mayMatch && (
        <Link className="button" to="/insurance-intake?state=open">
          {t('action.queue')}
        </Link>
      )}
      {mayRecord && (
        <Link className="button primary" to="/insurance-policies/new">
          {t('action.new')}
        </Link>
      )}
    </>
  );
}

/** Whose workbook it is, then the workbook itself. */
function TakeWorkbook({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const [insurerId, setInsurerId] = useState<string>();
  if (insurerId === undefined) {
    return (
      <Dialog title={t('import.title')} onClose={onClose}>
        <p className="note">{t('import.intro')}</p>
        <div className="field">
          <label htmlFor="import-insurer">{t('field.insurer')}</label>
          <RecordPicker id="import-insurer" source={insurerSource} value={insurerId} onChange={setInsurerId} />
        </div>
      </Dialog>
    );
  }
  return (
    <ImportDialog
      title={t('import.title')}
      onClose={onClose}
      template={() => download(getPolicyTemplate)}
      check={(file) => call(checkPolicyImport, { file, query: { insurerId } })}
      take={(report, file) =>
        call(takePolicyImport, { file, query: { insurerId, keepGood: report.rejected > 0 ? 'true' : 'false' } })
      }
      marked={(_, file) => download(markPolicyImport, { file, query: { insurerId } })}
      names={{ inserted: t('import.matched'), updated: t('import.queued') }}
      done={({ inserted, updated }) => t('import.done', { matched: inserted, queued: updated })}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'insurerName', label: words['field.insurer'], secondary: true, wraps: true },
    { key: 'placeName', label: words['field.place'] },
    { key: 'line', label: words['field.line'], render: (row) => text(wordsOf(`code.line.${row.line}`)) },
    {
      ...{ key: 'holderKind', label: words['field.holderKind'], secondary: true },
      render: (row) => text(wordsOf(`code.holder.${row.holderKind}`)),
    },
    { key: 'lines', label: words['field.lines'], align: 'end', render: (row) => number(row.lines), secondary: true },
    {
      ...{ key: 'units', label: words['field.units'], align: 'end' },
      render: (row) => `${number(row.units)} ${text(wordsOf(`unit.${row.unit}`))}`,
    },
    {
      ...{ key: 'premiumFen', label: words['field.premium'], align: 'end', sortable: true },
      render: (row) => yuan(row.premiumFen),
    },
    { key: 'endsOn', label: words['field.endsOn'], sortable: true, render: (row) => date(row.endsOn), secondary: true },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.state.${row.state}`)) },
  ];
}
