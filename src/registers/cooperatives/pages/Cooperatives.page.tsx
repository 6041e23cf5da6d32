import { Link } from 'react-router';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportCooperatives, listCooperatives } from '../contract.ts';
import { cooperativeKinds } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const places = useOwnPlaces();
  const mayExport = useMay('cooperative.export');
  const mayRegister = useMay('cooperative.register');
  const add = mayRegister && (
    <Link className="button primary" to="/cooperatives/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listCooperatives}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/cooperatives/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', cooperativeKinds) },
          {
            key: 'state',
            label: words['field.state'],
            kind: 'codes',
            codes: codesOf('state', ['open', 'dissolved', 'breach']),
          },
        ]}
        emptyText={t('empty')}
        {...(mayRegister ? { emptyAction: add } : {})}
        {...(mayExport ? { exportContract: exportCooperatives } : {})}
        columns={[
          { key: 'name', label: words['field.name'], sortable: true },
          { key: 'kind', label: words['field.kind'], render: (row) => text(codeWords('kind', row.kind)) },
          { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
          { key: 'members', label: words['field.members'], align: 'end', sortable: true },
          { key: 'state', label: words['field.state'], render: (row) => <State row={row} /> },
          { key: 'chairperson', label: words['field.chairperson'], secondary: true },
          { key: 'creditCode', label: words['field.creditCode'], secondary: true },
          { key: 'registeredOn', label: words['field.registeredOn'], sortable: true, secondary: true },
        ]}
      />
    </>
  );
}

function State({ row }: { row: { readonly dissolvedOn: string | null; readonly openBreaches: number } }) {
  const t = useWords(words);
  if (row.dissolvedOn !== null) return <span className="tag">{t('dissolved')}</span>;
  if (row.openBreaches > 0) return <span className="tag bad">{t('toCure', { count: row.openBreaches })}</span>;
  return t('code.state.open');
}
