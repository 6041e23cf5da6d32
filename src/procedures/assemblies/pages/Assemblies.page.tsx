import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportAssemblies, listAssemblies } from '../contract.ts';
import { assemblyForms, organs } from '../law-rules.ts';
import { assemblyStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, organWords } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const places = useOwnPlaces();
  const add = useMay('assembly.call') && (
    <Link className="button primary" to="/assemblies/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listAssemblies}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/assemblies/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'form', label: words['field.form'], kind: 'codes', codes: codesOf('form', assemblyForms) },
          { key: 'organ', label: words['field.organ'], kind: 'codes', codes: codesOf('organ', organs) },
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', assemblyStates) },
        ]}
        exportContract={exportAssemblies}
        emptyText={t('empty')}
        columns={[
          { key: 'title', label: words['field.title'], sortable: true },
          { key: 'organ', label: words['field.organ'], render: (row) => text(organWords(row.form, row.organ)) },
          { key: 'heldOn', label: words['field.heldOn'], sortable: true, render: (row) => date(row.heldOn) },
          { key: 'placeName', label: words['field.place'] },
          { key: 'cooperativeName', label: words['field.cooperative'], secondary: true },
          { key: 'motions', label: words['field.motions'], align: 'end' },
          { key: 'passed', label: words['field.passed'], align: 'end' },
          {
            key: 'state',
            label: words['field.state'],
            render: (row) => (
              <span className={row.quorumMet === false ? 'tag bad' : 'tag'}>
                {t(row.quorumMet === false ? 'result.no_quorum' : `code.state.${row.state}`)}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
