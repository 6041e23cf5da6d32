import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { decideAlert, getAlert } from '../alert-contract.ts';
import { misuses } from '../audit-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { Part } from './Part.tsx';
import { keyOf } from './views.ts';

type AlertView = ReplyOf<typeof getAlert>;

const labels = {
  state: words['field.state'],
  amount_fen: words['field.amount'],
  result: words['field.result'],
  misuse: words['field.misuse'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAlert, { params });
  const [confirming, setConfirming] = useState(false);
  const actions = useActions(() => setConfirming(true));
  return (
    <Loaded reply={reply} asPage>
      {(alert) => (
        <RecordPage
          title={text(wordsOf(`code.rule.${alert.rule}`))}
          about={
            <>
              {alert.placeName} <span className="tag">{text(wordsOf(`code.alertState.${alert.state}`))}</span>
            </>
          }
          back={<Link to="/misuse-alerts">{t('title.alerts')}</Link>}
          allowed={alert.allowed}
          actions={actions(alert)}
          sections={[
            {
              items: [
                { label: words['field.why'], value: <Why alert={alert} />, wide: true },
                { label: words['field.payee'], value: alert.payeeName },
                { label: words['field.amount'], value: yuan(alert.amountFen) },
                { label: words['field.occurredOn'], value: date(alert.occurredOn) },
                { label: words['field.foundOn'], value: date(alert.foundOn) },
                { label: words['field.misuse'], value: alert.misuse && text(wordsOf(`code.misuse.${alert.misuse}`)) },
                { label: words['field.result'], value: alert.result, wide: true },
                { label: words['field.decidedOn'], value: alert.decidedOn && date(alert.decidedOn) },
                { label: words['field.decidedBy'], value: alert.decidedBy },
              ],
            },
          ]}
          tabs={[
            { key: 'files', label: words['field.files'], content: <AttachmentsTab table="misuse_alert" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="misuse_alert" {...params} labels={labels} />,
            },
          ]}
          dialog={confirming && <ConfirmDialog alert={alert} onClose={() => setConfirming(false)} />}
        >
          <Entries alert={alert} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Why({ alert }: { alert: AlertView }) {
  const t = useWords(words);
  return <>{t(`why.${alert.rule}`, alert.detail)}</>;
}

/** The payments or movements it is about, each a link to its trace. */
function Entries({ alert }: { alert: AlertView }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <Part
      title={t('section.entries')}
      empty=""
      heads={[
        { label: words['field.occurredOn'] },
        { label: words['field.entryType'] },
        { label: words['field.place'] },
        { label: words['field.payee'] },
        { label: words['field.memo'] },
        { label: words['field.amount'], end: true },
      ]}
    >
      {alert.entries.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">
            <Link to={`/fund-movements/${entry.county}/${entry.id}`}>{date(entry.occurredOn)}</Link>
          </th>
          <td>{text(wordsOf(`code.entry.${entry.kind}`))}</td>
          <td>{entry.placeName}</td>
          <td>{entry.payeeName ?? '–'}</td>
          <td>
            {entry.orderId ? (
              <Link to={`/payment-orders/${entry.orderCounty}/${entry.orderId}`}>{entry.memo}</Link>
            ) : (
              entry.memo
            )}
          </td>
          <td className="end">{yuan(entry.amountFen)}</td>
        </tr>
      ))}
    </Part>
  );
}

function ConfirmDialog({ alert, onClose }: { readonly alert: AlertView; readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <FormDialog
      title={t('action.confirm')}
      onClose={onClose}
      schema={decideAlert.body}
      fields={[
        { key: 'misuse', kind: 'code', label: words['field.misuse'], codes: codesOf('misuse', misuses) },
        { key: 'result', kind: 'note', label: words['field.result'] },
      ]}
      fixed={{ revision: alert.revision, state: 'confirmed' }}
      submit={(body, options) => call(decideAlert, { params: keyOf(alert), body }, options)}
      said={() => t('said.decided')}
    />
  );
}

function useActions(confirm: () => void): (alert: AlertView) => readonly RecordAction[] {
  const t = useWords(words);
  const decide = useWrite(decideAlert);
  return (alert) => {
    const { county, id, place, revision } = alert;
    if (alert.state === 'confirmed') {
      const to = `/findings/new?place=${place}&entryType=misuse_alert&entry=${county}/${id}`;
      return [{ act: 'finding.record', label: words['action.finding'], to }];
    }
    return [
      { act: 'misuse_alert.decide', label: words['action.confirm'], primary: true, onPress: confirm },
      {
        ...{ act: 'misuse_alert.decide', label: words['action.clear'], effect: t('effect.clear') },
        run: async (result) => {
          await decide.mutateAsync({
            params: keyOf(alert),
            body: { revision, state: 'cleared', misuse: null, result },
          });
          return t('said.decided');
        },
      },
    ];
  };
}
