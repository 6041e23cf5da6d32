import { useMemo, useState } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { correctReform, listReforms, type ReachedStep, type ReformRow, recordReform } from '../project-contract.ts';
import { type ReformStep, reformSteps } from '../project-rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { reformFields } from './fields.ts';
import { RecordDetails } from './RecordDetails.tsx';

type Task =
  | { readonly kind: 'record'; readonly row: ReformRow; readonly step: ReformStep }
  | { readonly kind: 'details'; readonly row: ReformRow; readonly reached: ReachedStep };

/** How far each village has come with the reform of collective forest tenure (art. 12). */
export default function Page() {
  const t = useWords(words);
  const [task, setTask] = useState<Task>();
  const columns = useColumns(setTask);
  const places = useOwnPlaces();
  const next = codeChoices('reformStep', reformSteps);
  return (
    <>
      <PageHead title={t('reform.title')} about={t('reform.about')} />
      <RecordList
        contract={listReforms}
        caption={t('reform.title')}
        rowKey={(row) => String(row.place)}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'next', label: words['field.next'], kind: 'codes', codes: next },
        ]}
        emptyText={t('reform.empty')}
        columns={columns}
      />
      {task && <TaskDialog task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}

function useColumns(onTask: (task: Task) => void): readonly Column<ReformRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number } = useFormat();
  const step = (of: ReformStep): Column<ReformRow> => ({
    key: of,
    label: codeChoices('reformStep', [of])[0]?.label ?? of,
    render: (row) => {
      const reached = row.reached.find((one) => one.step === of);
      if (!reached) return '';
      return (
        <button type="button" className="button quiet" onClick={() => onTask({ kind: 'details', row, reached })}>
          {date(reached.reachedOn)}
        </button>
      );
    },
  });
  return [
    { key: 'placeName', label: words['field.place'] },
    {
      key: 'forestMu',
      label: words['field.forestMu'],
      unit: words['unit.mu'],
      align: 'end',
      secondary: true,
      render: (row) => (row.forestMu === 0 ? '' : number(row.forestMu)),
    },
    ...reformSteps.map(step),
    {
      key: 'next',
      label: words['field.next'],
      render: (row) => {
        if (row.next === null) return t('reform.done');
        const due = row.next;
        if (!row.allowed.includes('land.reform')) return speak('reformStep', due);
        return (
          <button type="button" className="button no-print" onClick={() => onTask({ kind: 'record', row, step: due })}>
            {speak('reformStep', due)}
          </button>
        );
      },
    },
  ];
}

function TaskDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const t = useWords(words);
  const speak = useCodes();
  const [correcting, setCorrecting] = useState(false);
  if (task.kind === 'record') return <Reach row={task.row} step={task.step} onClose={onClose} />;
  const { row, reached } = task;
  const params = { county: row.county, id: reached.id };
  const title = `${row.placeName} ${speak('reformStep', reached.step) ?? ''}`;
  if (correcting) {
    return (
      <Correction
        title={title}
        onClose={onClose}
        schema={correctReform.body}
        fields={reformFields}
        initial={reached}
        fixed={{ revision: reached.revision }}
        refusals={words}
        submit={(body, options) => call(correctReform, { params, body }, options)}
        onSaved={() => notify(t('saved.record'))}
      />
    );
  }
  const action = row.allowed.includes('land.reform') && (
    <button type="button" className="button" onClick={() => setCorrecting(true)}>
      {t('reform.correct')}
    </button>
  );
  return (
    <RecordDetails title={title} table="forest_reform" {...params} labels={labels} action={action} onClose={onClose} />
  );
}

interface ReachProps {
  readonly row: ReformRow;
  readonly step: ReformStep;
  readonly onClose: () => void;
}

function Reach({ row, step, onClose }: ReachProps) {
  const t = useWords(words);
  const speak = useCodes();
  const fixed = useMemo(() => ({ id: newId(), place: row.place, step }), [row.place, step]);
  return (
    <Dialog title={`${row.placeName} ${speak('reformStep', step) ?? ''}`} onClose={onClose} wide>
      <RecordForm
        schema={recordReform.body}
        fields={reformFields}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordReform, { body }, options)}
        onSaved={() => {
          notify(t('saved.record'));
          onClose();
        }}
      />
    </Dialog>
  );
}

const labels = {
  reached_on: words['field.reachedOn'],
  document_number: words['field.documentNumber'],
  area_mu: words['field.reformMu'],
  certificates: words['field.certificates'],
  note: words['field.note'],
};
