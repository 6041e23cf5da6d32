import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { type CheckRow, correctCheck, listChecks, recordCheck } from '../project-contract.ts';
import { checkItems, checkResults } from '../project-rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { checkFields, subjectTypeField, villageField } from './fields.ts';
import { RecordDetails } from './RecordDetails.tsx';

type Task = 'new' | { readonly row: CheckRow };

/** Ecological checks of industry projects (art. 6); `?subject=…&type=…&name=…&place=…` opens those of one project. */
export default function Page() {
  const t = useWords(words);
  const [task, setTask] = useState<Task>();
  const [search] = useSearchParams();
  const columns = useColumns(setTask);
  const places = useOwnPlaces();
  const mayRecord = useMay('land.ecology');
  const subject = search.get('subject');
  const close = () => setTask(undefined);
  const toNew = (
    <button type="button" className="button primary" onClick={() => setTask('new')}>
      {t('checks.new')}
    </button>
  );
  return (
    <>
      <PageHead title={t('checks.title')} about={t('checks.about')} actions={mayRecord && toNew} />
      <RecordList
        contract={listChecks}
        caption={t('checks.title')}
        rowKey={(row) => row.id}
        {...(subject ? { fixed: { subject } } : {})}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'result', label: words['field.result'], kind: 'codes', codes: codeChoices('result', checkResults) },
        ]}
        emptyText={t('checks.empty')}
        columns={columns}
      />
      {task === 'new' && <NewCheck onClose={close} />}
      {task && task !== 'new' && <KnownCheck task={task} onClose={close} />}
    </>
  );
}

const lightOf = { passed: 'met', conditional: 'near', failed: 'late' } as const;

function useColumns(onTask: (task: Task) => void): readonly Column<CheckRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  return [
    { key: 'subjectName', label: words['field.subjectName'], sortable: true, wraps: true },
    { key: 'subjectType', label: words['field.subjectType'], render: (row) => speak('subjectType', row.subjectType) },
    { key: 'placeName', label: words['field.place'] },
    {
      key: 'result',
      label: words['field.result'],
      render: (row) => <Light state={lightOf[row.result]} label={speak('result', row.result) ?? ''} />,
    },
    ...checkItems.map((key): Column<CheckRow> => {
      return { key, label: words[`field.${key}`], secondary: true, render: (row) => speak('item', row[key]) };
    }),
    { key: 'documentNumber', label: words['field.documentNumber'], wraps: true },
    { key: 'checkedOn', label: words['field.checkedOn'], sortable: true, render: (row) => date(row.checkedOn) },
    {
      key: 'actions',
      label: '',
      render: (row) => (
        <button type="button" className="button no-print" onClick={() => onTask({ row })}>
          {t('action.show')}
        </button>
      ),
    },
  ];
}

function NewCheck({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [search] = useSearchParams();
  const subject = search.get('subject');
  const fixed = useMemo(() => ({ id: newId(), subjectId: subject ?? newId() }), [subject]);
  const initial = {
    place: Number(search.get('place')) || undefined,
    subjectType: search.get('type') ?? 'project',
    subjectName: search.get('name') ?? undefined,
  };
  return (
    <Dialog title={t('checks.new')} onClose={onClose} wide>
      <RecordForm
        schema={recordCheck.body}
        fields={[villageField(places), subjectTypeField, ...checkFields]}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordCheck, { body }, options)}
        onSaved={() => {
          notify(t('saved.record'));
          onClose();
        }}
      />
    </Dialog>
  );
}

interface KnownProps {
  readonly task: Exclude<Task, 'new'>;
  readonly onClose: () => void;
}

function KnownCheck({ task: { row }, onClose }: KnownProps) {
  const t = useWords(words);
  const [correcting, setCorrecting] = useState(false);
  const params = { county: row.county, id: row.id };
  if (correcting) {
    return (
      <Correction
        title={t('checks.correct')}
        onClose={onClose}
        schema={correctCheck.body}
        fields={checkFields}
        initial={row}
        fixed={{ revision: row.revision }}
        refusals={words}
        submit={(body, options) => call(correctCheck, { params, body }, options)}
        onSaved={() => notify(t('saved.record'))}
      />
    );
  }
  const action = row.allowed.includes('land.ecology') && (
    <button type="button" className="button" onClick={() => setCorrecting(true)}>
      {t('checks.correct')}
    </button>
  );
  return (
    <RecordDetails
      title={row.subjectName}
      table="ecological_check"
      {...params}
      labels={labels}
      action={action}
      onClose={onClose}
    />
  );
}

const labels = {
  subject_name: words['field.subjectName'],
  result: words['field.result'],
  grazing: words['field.grazing'],
  protected_area: words['field.protectedArea'],
  water: words['field.water'],
  pollution: words['field.pollution'],
  conditions: words['field.conditions'],
  document_number: words['field.documentNumber'],
  checked_on: words['field.checkedOn'],
  valid_until: words['field.validUntil'],
};
