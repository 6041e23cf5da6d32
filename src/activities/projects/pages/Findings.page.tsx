import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { findingSources, findingStates, misuses } from '../audit-rules.ts';
import { exportFindings, listFindings } from '../finding-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listFindings>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayRecord = useMay('finding.record');
  const toNew = mayRecord && (
    <Link className="button primary" to="/findings/new">
      {t('action.finding')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title.findings')} about={t('intro.findings')} actions={toNew} />
      <RecordList
        contract={listFindings}
        caption={t('title.findings')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/findings/${row.county}/${row.id}`}
        searchPlaceholder={words['search.findings']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('findingState', findingStates) },
          { key: 'misuse', label: words['field.misuse'], kind: 'codes', codes: codesOf('misuse', misuses) },
          { key: 'source', label: words['field.source'], kind: 'codes', codes: codesOf('source', findingSources) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportFindings}
        emptyText={t('empty.findings')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'title', label: words['field.title'] },
    { key: 'number', label: words['field.number'], secondary: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'misuse', label: words['field.misuse'], render: (row) => text(wordsOf(`code.misuse.${row.misuse}`)) },
    {
      ...{ key: 'amountFen', label: words['field.amount'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    { key: 'responsible', label: words['field.responsible'], secondary: true },
    {
      key: 'foundOn',
      label: words['field.foundOn'],
      sortable: true,
      secondary: true,
      render: (row) => date(row.foundOn),
    },
    { key: 'dueOn', label: words['field.dueOn'], sortable: true, render: (row) => date(row.dueOn) },
    { key: 'light', label: words['field.light'], render: (row) => <Light state={row.light} /> },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.findingState.${row.state}`)) },
  ];
}
