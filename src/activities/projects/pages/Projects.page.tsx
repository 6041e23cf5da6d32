import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { projectSteps } from '../chain-rules.ts';
import { exportProjects, listProjects } from '../contract.ts';
import { projectKinds, projectStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listProjects>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayRecord = useMay('project.record');
  const toNew = mayRecord && (
    <Link className="button primary" to="/projects/new">
      {t('action.new')}
    </Link>
  );
  const actions = (
    <>
      <Link className="button" to="/projects/spending">
        {t('action.spending')}
      </Link>
      <Link className="button" to="/projects/outcomes">
        {t('action.outcomes')}
      </Link>
      {toNew}
    </>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={actions} />
      <RecordList
        contract={listProjects}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/projects/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', projectStates) },
          { key: 'step', label: words['field.step'], kind: 'codes', codes: codesOf('step', projectSteps) },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', projectKinds) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportProjects}
        emptyText={t('empty')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { yuan } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'number', label: words['field.number'], sortable: true, secondary: true },
    { key: 'placeName', label: words['field.place'] },
    {
      key: 'cooperativeName',
      label: words['field.cooperative'],
      secondary: true,
      render: (row) => row.cooperativeName ?? '–',
    },
    {
      key: 'kind',
      label: words['field.kind'],
      secondary: true,
      render: (row) => text(wordsOf(`code.kind.${row.kind}`)),
    },
    {
      ...{ key: 'step', label: words['field.step'] },
      render: (row) => (row.step === null ? '–' : text(wordsOf(`code.step.${row.step}`))),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.state.${row.state}`)) },
    {
      ...{ key: 'budgetFen', label: words['field.budget'], align: 'end', sortable: true },
      render: (row) => yuan(row.budgetFen),
    },
    {
      ...{ key: 'paidFen', label: words['field.paid'], align: 'end', sortable: true },
      render: (row) => yuan(row.paidFen),
    },
  ];
}
