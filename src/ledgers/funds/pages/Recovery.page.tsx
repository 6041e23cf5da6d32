import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getRecovery, receiveRecovery } from '../control-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

type RecoveryView = ReplyOf<typeof getRecovery>;

const fields: readonly Field[] = [
  { key: 'amountFen', label: words['field.amount'], kind: 'yuan' },
  { key: 'occurredOn', label: words['field.receivedOn'], kind: 'date' },
];
const labels = { received_fen: words['field.back'], received_on: words['field.receivedOn'] };

export default function Page() {
  const t = useWords(words);
  const speak = useCodes();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getRecovery, { params });
  const sections = useSections();
  const [receiving, setReceiving] = useState(false);
  return (
    <Loaded reply={reply} asPage>
      {(row) => (
        <RecordPage
          title={`${t('recoveries.title')} · ${row.payeeName ?? ''}`}
          about={<span className="tag">{speak('recoveryState', row.state)}</span>}
          back={<Link to="/fund-recoveries">{t('recoveries.title')}</Link>}
          allowed={row.allowed}
          actions={[
            { act: 'fund.release', label: words['action.receive'], primary: true, onPress: () => setReceiving(true) },
          ]}
          sections={sections(row)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="fund_recovery" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="fund_recovery" {...params} labels={labels} />,
            },
          ]}
          dialog={receiving && <Receive row={row} onClose={() => setReceiving(false)} />}
        />
      )}
    </Loaded>
  );
}

function Receive({ row, onClose }: { row: RecoveryView; onClose: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const initial = useMemo(() => ({ occurredOn: today }), [today]);
  const params = { county: row.county, id: row.id };
  return (
    <Dialog title={t('action.receive')} onClose={onClose}>
      <RecordForm
        schema={receiveRecovery.body}
        fields={fields}
        initial={initial}
        fixed={{ revision: row.revision }}
        refusals={words}
        submitLabel={t('action.receive')}
        submit={(body, options) =>
          call(receiveRecovery, { params, body: { ...body, amountFen: String(body.amountFen) } }, options)
        }
        onSaved={() => {
          onClose();
          notify(t('said.received'));
        }}
      />
    </Dialog>
  );
}

function useSections(): (row: RecoveryView) => readonly Section[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return (row) => [
    {
      items: [
        {
          label: words['field.payee'],
          value: <Link to={`/fund-movements/${row.county}/${row.movementId}`}>{row.payeeName ?? '–'}</Link>,
        },
        { label: words['field.paidOn'], value: date(row.paidOn) },
        { label: words['field.cause'], value: speak('cause', row.cause) },
        { label: words['field.grounds'], value: row.grounds, wide: true },
        { label: words['field.amount'], value: yuan(row.amountFen) },
        { label: words['field.back'], value: yuan(row.receivedFen) },
        { label: words['field.orderedOn'], value: date(row.orderedOn) },
        { label: words['field.orderer'], value: row.ordererName },
        { label: words['field.dueOn'], value: date(row.dueOn) },
        { label: words['field.receivedOn'], value: row.receivedOn && date(row.receivedOn) },
      ],
    },
  ];
}
