import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { call } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { keyedHouseholdSource } from '../../../registers/households/widgets/household-source.ts';
import { dismissIntake, intakeStates, listIntake, matchIntake } from '../import-contract.ts';
import { queueCauses } from '../match-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { keyOfChoice } from './sources.ts';
import { keyOf } from './views.ts';

type Row = RowOf<typeof listIntake>;
type Task = { readonly kind: 'match' | 'dismiss'; readonly row: Row };

/** Rows of workbooks that fit nobody for certain. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [task, setTask] = useState<Task>();
  const columns = useColumns(setTask);
  return (
    <>
      <PageHead
        title={t('queue.title')}
        about={t('queue.intro')}
        back={<Link to="/insurance-policies">{t('title')}</Link>}
      />
      <RecordList
        contract={listIntake}
        caption={t('queue.title')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['queue.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('intake', intakeStates) },
          { key: 'cause', label: words['field.cause.queue'], kind: 'codes', codes: codesOf('queue', queueCauses) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        emptyText={t('queue.empty')}
        columns={columns}
      />
      {task?.kind === 'match' && <Match row={task.row} onClose={() => setTask(undefined)} />}
      {task?.kind === 'dismiss' && <Dismiss row={task.row} onClose={() => setTask(undefined)} />}
    </>
  );
}

interface PartProps {
  readonly row: Row;
  readonly onClose: () => void;
}

const schema = z.object({ household: z.string().min(1) });

function Match({ row, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(row);
  return (
    <FormDialog
      title={t('queue.match', { name: row.name })}
      onClose={onClose}
      schema={schema}
      fields={[{ key: 'household', kind: 'record', label: words['field.household'], records: keyedHouseholdSource }]}
      submit={({ household }, options) => {
        const { county, id } = keyOfChoice(household);
        const body = { revision: row.revision, householdCounty: county, householdId: id };
        return call(matchIntake, { params, body }, options);
      }}
    />
  );
}

function Dismiss({ row, onClose }: PartProps) {
  const t = useWords(words);
  const dismiss = useWrite(dismissIntake);
  return (
    <ConfirmWithReason
      title={t('action.dismiss')}
      effect={t('effect.dismiss')}
      confirmLabel={t('action.dismiss')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await dismiss.mutateAsync({ params: keyOf(row), body: { revision: row.revision, reason } });
        notify(t('said.dismissed'));
      }}
    />
  );
}

function useColumns(setTask: (task: Task) => void): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    {
      key: 'idNumberMasked',
      label: words['field.idNumber'],
      render: (row) => row.idNumberMasked ?? '–',
      secondary: true,
    },
    { key: 'village', label: words['field.village'] },
    { key: 'number', label: words['field.number'], sortable: true, secondary: true },
    {
      ...{ key: 'units', label: words['field.units'], align: 'end', secondary: true },
      render: (row) => `${text(wordsOf(`code.line.${row.line}`))} ${number(row.units)}`,
    },
    { key: 'cause', label: words['field.cause.queue'], render: (row) => text(wordsOf(`code.queue.${row.cause}`)) },
    {
      ...{ key: 'acts', label: words['field.acts'] },
      render: (row) =>
        row.state === 'open' ? (
          <span className="buttons">
            {(['match', 'dismiss'] as const).map((kind) => (
              <button key={kind} type="button" className="button quiet" onClick={() => setTask({ kind, row })}>
                {t(`action.${kind}`)}
              </button>
            ))}
          </span>
        ) : (
          (row.note ?? text(wordsOf(`code.intake.${row.state}`)))
        ),
    },
  ];
}
