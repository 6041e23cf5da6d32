import { useMemo, useState } from 'react';
import { formatYuan } from '../../../platform/pure/money.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { correctProject, listProjects, type ProjectRow, recordProject } from '../project-contract.ts';
import { projectKinds, projectSteps } from '../project-rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { projectFields, villageField } from './fields.ts';
import { RecordDetails } from './RecordDetails.tsx';

type Task = 'new' | { readonly kind: 'correct' | 'details'; readonly row: ProjectRow };

/** Land consolidation, basic farmland and comprehensive development (art. 12). */
export default function Page() {
  const t = useWords(words);
  const [task, setTask] = useState<Task>();
  const columns = useColumns(setTask);
  const places = useOwnPlaces();
  const mayRecord = useMay('land.project');
  const close = () => setTask(undefined);
  const toNew = (
    <button type="button" className="button primary" onClick={() => setTask('new')}>
      {t('projects.new')}
    </button>
  );
  return (
    <>
      <PageHead title={t('projects.title')} about={t('projects.about')} actions={mayRecord && toNew} />
      <RecordList
        contract={listProjects}
        caption={t('projects.title')}
        rowKey={(row) => row.id}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('projects.empty')}
        columns={columns}
      />
      {task === 'new' && <NewProject onClose={close} />}
      {task && task !== 'new' && task.kind === 'correct' && <CorrectProject row={task.row} onClose={close} />}
      {task && task !== 'new' && task.kind === 'details' && (
        <RecordDetails
          title={task.row.name}
          table="land_project"
          county={task.row.county}
          id={task.row.id}
          labels={labels}
          onClose={close}
        />
      )}
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'kind', label: words['field.projectKind'], kind: 'codes', codes: codeChoices('projectKind', projectKinds) },
  { key: 'step', label: words['field.step'], kind: 'codes', codes: codeChoices('projectStep', projectSteps) },
];

interface Sums {
  readonly areaMu?: number;
  readonly investFen?: bigint;
}

function useColumns(onTask: (task: Task) => void): readonly Column<ProjectRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number } = useFormat();
  return [
    { key: 'name', label: words['field.projectName'], sortable: true },
    { key: 'placeName', label: words['field.place'] },
    { key: 'kind', label: words['field.projectKind'], render: (row) => speak('projectKind', row.kind) },
    { key: 'industry', label: words['field.industry'], wraps: true, secondary: true },
    {
      key: 'area',
      label: words['field.projectMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.areaMu),
      total: (page) => number((page as Sums).areaMu ?? 0),
    },
    {
      key: 'investFen',
      label: words['field.investFen'],
      unit: words['unit.yuan'],
      align: 'end',
      secondary: true,
      render: (row) => formatYuan(row.investFen),
      total: (page) => formatYuan((page as Sums).investFen ?? 0n),
    },
    { key: 'approvedOn', label: words['field.approvedOn'], sortable: true, render: (row) => date(row.approvedOn) },
    {
      key: 'step',
      label: words['field.step'],
      render: (row) => <span className="tag">{speak('projectStep', row.step)}</span>,
    },
    {
      key: 'actions',
      label: '',
      render: (row) => (
        <span className="buttons no-print">
          {row.allowed.includes('land.project') && (
            <button type="button" className="button" onClick={() => onTask({ kind: 'correct', row })}>
              {t('projects.correct')}
            </button>
          )}
          <button type="button" className="button" onClick={() => onTask({ kind: 'details', row })}>
            {t('action.show')}
          </button>
        </span>
      ),
    },
  ];
}

function NewProject({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const fixed = useMemo(() => ({ id: newId() }), []);
  return (
    <Dialog title={t('projects.new')} onClose={onClose} wide>
      <RecordForm
        schema={recordProject.body}
        fields={[villageField(places), ...projectFields]}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordProject, { body }, options)}
        onSaved={() => {
          notify(t('saved.record'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function CorrectProject({ row, onClose }: { readonly row: ProjectRow; readonly onClose: () => void }) {
  const t = useWords(words);
  const params = { county: row.county, id: row.id };
  return (
    <Correction
      title={t('projects.correct')}
      onClose={onClose}
      schema={correctProject.body}
      fields={projectFields}
      initial={row}
      fixed={{ revision: row.revision }}
      refusals={words}
      submit={(body, options) => call(correctProject, { params, body }, options)}
      onSaved={() => notify(t('saved.record'))}
    />
  );
}

const labels = {
  name: words['field.projectName'],
  kind: words['field.projectKind'],
  industry: words['field.industry'],
  area_mu: words['field.projectMu'],
  invest_fen: words['field.investFen'],
  document_number: words['field.documentNumber'],
  approved_on: words['field.approvedOn'],
  started_on: words['field.startedOn'],
  finished_on: words['field.finishedOn'],
  accepted_on: words['field.acceptedOn'],
  accepted_document: words['field.acceptedDocument'],
};
