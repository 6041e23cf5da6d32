import { useState } from 'react';
import { call, newId } from '../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../platform/ui/Dialog.tsx';
import type { Field } from '../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../platform/ui/language.ts';
import type { Column, Filter } from '../../platform/ui/list-types.ts';
import { useMay } from '../../platform/ui/me.ts';
import { notify } from '../../platform/ui/Notices.tsx';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { useWrite } from '../../platform/ui/queries.ts';
import { RecordForm } from '../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../platform/ui/request.ts';
import { correctInterpretation, listInterpretations, recordInterpretation } from '../contract.ts';
import { words } from '../words.ts';

type Interpretation = RowOf<typeof listInterpretations>;

const articleNumbers = Array.from({ length: 22 }, (_, index) => String(index + 1));

const filters: readonly Filter[] = [
  {
    key: 'article',
    label: words.title,
    kind: 'codes',
    codes: articleNumbers.map((number) => ({ value: number, label: number })),
  },
  {
    key: 'state',
    label: words.state,
    kind: 'codes',
    codes: [
      { value: 'open', label: words['state.open'] },
      { value: 'answered', label: words['state.answered'] },
    ],
  },
];

const fields: readonly Field[] = [
  { key: 'clause', label: words.clause, kind: 'text' },
  { key: 'askedOn', label: words.askedOn, kind: 'date' },
  { key: 'question', label: words.question, kind: 'note', wide: true },
  { key: 'answer', label: words.answer, kind: 'note', wide: true },
  { key: 'answeredOn', label: words.answeredOn, kind: 'date' },
  { key: 'documentNumber', label: words.documentNumber, kind: 'text' },
];

const reasonField: Field = { key: 'reason', label: words.reason, kind: 'text', wide: true };

/** Questions on the measure and their answers (article 22). */
export default function InterpretationsPage() {
  const t = useWords(words);
  const may = useMay('measure.interpret');
  const [editing, setEditing] = useState<Interpretation | 'new'>();
  const [withdrawing, setWithdrawing] = useState<Interpretation>();
  const ask = may && (
    <button type="button" className="button primary" onClick={() => setEditing('new')}>
      {t('ask')}
    </button>
  );
  return (
    <div className="page">
      <PageHead title={t('interpretations')} about={t('interpretationsAbout')} actions={ask} />
      <RecordList
        contract={listInterpretations}
        columns={useColumns(may ? { setEditing, setWithdrawing } : undefined)}
        rowKey={(row) => row.id}
        filters={filters}
        searchPlaceholder={words.searchInterpretations}
        caption={t('interpretations')}
        emptyText={t('noInterpretations')}
        emptyAction={ask}
      />
      {editing && <EditDialog row={editing} onClose={() => setEditing(undefined)} />}
      {withdrawing && <WithdrawDialog row={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}

interface Press {
  readonly setEditing: (row: Interpretation) => void;
  readonly setWithdrawing: (row: Interpretation) => void;
}

function useColumns(press: Press | undefined): readonly Column<Interpretation>[] {
  const t = useWords(words);
  const { date } = useFormat();
  return [
    { key: 'clause', label: words.clause },
    { key: 'question', label: words.question },
    {
      key: 'answer',
      label: words.answer,
      render: (row) => row.answer ?? <span className="tag">{t('state.open')}</span>,
    },
    { key: 'askedOn', label: words.askedOn, render: (row) => date(row.askedOn), sortable: true },
    {
      key: 'answeredOn',
      label: words.answeredOn,
      render: (row) => row.answeredOn && date(row.answeredOn),
      sortable: true,
    },
    { key: 'documentNumber', label: words.documentNumber, secondary: true },
    ...(press ? [actionColumn(press, t)] : []),
  ];
}

function actionColumn(
  { setEditing, setWithdrawing }: Press,
  t: (key: 'reply' | 'withdraw') => string,
): Column<Interpretation> {
  return {
    key: 'actions',
    label: '',
    render: (row) => (
      <div className="buttons no-print">
        <button type="button" className="button quiet" onClick={() => setEditing(row)}>
          {t('reply')}
        </button>
        <button type="button" className="button quiet" onClick={() => setWithdrawing(row)}>
          {t('withdraw')}
        </button>
      </div>
    ),
  };
}

function EditDialog({ row, onClose }: { row: Interpretation | 'new'; onClose: () => void }) {
  const t = useWords(words);
  const [id] = useState(() => (row === 'new' ? newId() : row.id));
  function saved(): void {
    notify(t('interpretationSaved'), { to: '/measure/interpretations', label: t('interpretations') });
    onClose();
  }
  return (
    <Dialog title={row === 'new' ? t('ask') : t('reply')} onClose={onClose} wide>
      {row === 'new' ? (
        <RecordForm
          schema={recordInterpretation.body}
          fields={fields}
          fixed={{ id }}
          refusals={words}
          draftKey="interpretation"
          submit={(body, options) => call(recordInterpretation, { body }, options)}
          onSaved={saved}
        />
      ) : (
        <RecordForm
          schema={correctInterpretation.body}
          fields={[...fields, reasonField]}
          initial={row}
          fixed={{ revision: row.revision }}
          refusals={words}
          submit={(body, options) => call(correctInterpretation, { params: { id }, body }, options)}
          onSaved={saved}
        />
      )}
    </Dialog>
  );
}

function WithdrawDialog({ row, onClose }: { row: Interpretation; onClose: () => void }) {
  const t = useWords(words);
  const write = useWrite(correctInterpretation);
  const { id, revision, clause, question, askedOn } = row;
  const optional = {
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answeredOn === null ? {} : { answeredOn: row.answeredOn }),
    ...(row.documentNumber === null ? {} : { documentNumber: row.documentNumber }),
  };
  return (
    <ConfirmWithReason
      title={t('withdraw')}
      effect={t('withdrawEffect')}
      confirmLabel={t('withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        const body = { revision, clause, question, askedOn, ...optional, withdrawn: true, reason };
        await write.mutateAsync({ params: { id }, body });
        notify(t('interpretationWithdrawn'));
      }}
    />
  );
}
