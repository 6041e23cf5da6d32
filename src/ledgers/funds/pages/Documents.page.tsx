import { useState } from 'react';
import { Link } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportDocuments, listDocuments } from '../document-contract.ts';
import { fundKinds } from '../rules.ts';
import { checkDocuments, documentTemplate, takeDocuments } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.export');
  const mayRecord = useMay('fund.record');
  const [importing, setImporting] = useState(false);
  const toNew = mayRecord && (
    <Link className="button primary" to="/fund-documents/new">
      {t('documents.new')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('documents.title')}
        about={t('documents.intro')}
        actions={
          <>
            <Link className="button quiet" to="/funds">
              {t('funds.title')}
            </Link>
            {toNew}
          </>
        }
      />
      <RecordList
        contract={listDocuments}
        caption={t('documents.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-documents/${row.county}/${row.id}`}
        searchPlaceholder={words['documents.search']}
        filters={[
          { key: 'fundKind', label: words['field.fundKind'], kind: 'codes', codes: codeChoices('fundKind', fundKinds) },
          { key: 'place', label: words['field.places'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportDocuments } : {})}
        {...(mayRecord ? { onImport: () => setImporting(true) } : {})}
        emptyText={t('documents.empty')}
        emptyAction={toNew}
        columns={columns}
      />
      {importing && (
        <ImportDialog
          title={text(words['documents.new'])}
          onClose={() => setImporting(false)}
          template={() => download(documentTemplate)}
          check={(file) => call(checkDocuments, { file })}
          take={(_, file) => call(takeDocuments, { file })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listDocuments>>[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return [
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'title', label: words['field.title'], wraps: true },
    {
      key: 'fundKind',
      label: words['field.fundKind'],
      secondary: true,
      render: (row) => speak('fundKind', row.fundKind),
    },
    { key: 'issuedOn', label: words['field.issuedOn'], sortable: true, render: (row) => date(row.issuedOn) },
    {
      key: 'purposes',
      label: words['field.purposes'],
      secondary: true,
      wraps: true,
      render: (row) => row.purposes.map((code) => speak('purpose', code)).join('、'),
    },
    {
      key: 'places',
      label: words['field.places'],
      secondary: true,
      render: (row) => row.places.map(({ name }) => name).join('、'),
    },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
    },
  ];
}
