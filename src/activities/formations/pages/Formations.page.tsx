import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { cooperativeKinds } from '../../../registers/cooperatives/rules.ts';
import { exportFormations, listFormations } from '../contract.ts';
import { formationStates, formationSteps } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listFormations>;

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const places = useOwnPlaces();
  const add = useMay('formation.record') && (
    <Link className="button primary" to="/formations/new">
      {t('action.new')}
    </Link>
  );
  const stepCodes = formationSteps.map((step) => ({ value: step, label: words[`step.${step}`] }));
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listFormations}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/formations/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', cooperativeKinds) },
          { key: 'step', label: words['field.reached'], kind: 'codes', codes: stepCodes },
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', formationStates) },
        ]}
        exportContract={exportFormations}
        emptyText={t('empty')}
        columns={[
          { key: 'name', label: words['field.name'], sortable: true },
          { key: 'reached', label: words['field.reached'], render: (row) => <StepLights row={row} /> },
          { key: 'placeName', label: words['field.place'] },
          { key: 'kind', label: words['field.kind'], render: (row) => text(wordsOf(`code.kind.${row.kind}`)) },
          { key: 'founders', label: words['field.founders'], align: 'end' },
          { key: 'capitalFen', label: words['field.capital'], align: 'end', render: (row) => yuan(row.capitalFen) },
          {
            key: 'draftedOn',
            label: words['field.draftedOn'],
            sortable: true,
            secondary: true,
            render: (row) => date(row.draftedOn),
          },
          { key: 'state', label: words['field.state'], render: (row) => t(`code.state.${row.state}`) },
        ]}
      />
    </>
  );
}

/** Six lights in a line, each with its word for those who do not see them; the next step is named beside them. */
function StepLights({ row: { reached, next } }: { row: Row }) {
  const t = useWords(words);
  return (
    <span className="nowrap">
      {formationSteps.map((step) => {
        const done = reached.includes(step);
        return (
          <span key={step} title={t(`step.${step}`)}>
            <Light state={done ? 'met' : step === next ? 'near' : 'none'} label={false} />{' '}
          </span>
        );
      })}
      {next && <span className="note">{t(`step.${next}`)}</span>}
    </span>
  );
}
