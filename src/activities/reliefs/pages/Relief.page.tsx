import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getRelief, payRelief, printRelief, reopenRelief, withdrawRelief } from '../contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { Lines } from './Lines.tsx';
import { ReliefDialog } from './ReliefDialogs.tsx';
import { keyOf, type ReliefTask, type ReliefView } from './views.ts';

const labels = {
  title: words['field.title'],
  document_number: words['field.document'],
  channel: words['field.channel'],
  state: words['field.state'],
  total_fen: words['field.total'],
  digest: words['field.digest'],
  paid_on: words['field.paidOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getRelief, { params });
  const [task, setTask] = useState<ReliefTask>();
  const actions = useActions(setTask);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(relief) => (
        <>
          <RecordPage
            title={relief.title}
            about={
              <>
                {relief.cooperativeName} <span className="tag">{text(wordsOf(`code.state.${relief.state}`))}</span>
              </>
            }
            back={<Link to="/reliefs">{t('title')}</Link>}
            allowed={[...relief.allowed, 'relief.read']}
            actions={actions(relief)}
            sections={sections(relief)}
            tabs={[
              { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="relief" {...params} /> },
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="relief" {...params} labels={labels} />,
              },
            ]}
          >
            <Beyond relief={relief} />
            <Lines relief={relief} onTask={setTask} />
          </RecordPage>
          {task && <ReliefDialog relief={relief} task={task} onClose={() => setTask(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function useActions(setTask: (task: ReliefTask) => void): (relief: ReliefView) => readonly RecordAction[] {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const pay = useWrite(payRelief);
  const reopen = useWrite(reopenRelief);
  const withdraw = useWrite(withdrawRelief);
  return (relief) => {
    const params = keyOf(relief);
    const { revision, state, lines, totalFen, notice } = relief;
    const press = (kind: 'correct' | 'line' | 'notice'): RecordAction => ({
      ...{ act: 'relief.make', label: words[`action.${kind}`], primary: kind === 'line' && lines.length === 0 },
      onPress: () => setTask({ kind }),
    });
    const paying: RecordAction = {
      ...{ act: 'relief.pay', label: words['action.pay'], primary: true, needsReason: false },
      effect: t('effect.pay', { total: yuan(totalFen), lines: number(lines.length) }),
      run: async () => {
        await pay.mutateAsync({ params, body: { revision } });
        return t('said.paid');
      },
    };
    const reopening: RecordAction = {
      ...{ act: 'relief.make', label: words['action.reopen'], effect: t('effect.reopen') },
      run: async (reason) => {
        await reopen.mutateAsync({ params, body: { revision, reason } });
        return t('said.reopened');
      },
    };
    const giving: RecordAction = {
      ...{ act: 'relief.make', label: words['action.withdraw'], effect: t('effect.withdraw'), danger: true },
      run: async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision, reason } });
        return t('said.withdrawn');
      },
    };
    const printing: RecordAction = {
      ...{ act: 'relief.read', label: words['action.print'] },
      onPress: () => void download(printRelief, { params }),
    };
    return [
      ...(notice?.state === 'cleared' && notice.isCurrent && state === 'listed' ? [paying] : []),
      ...(state === 'draft' ? [press('line'), ...(lines.length > 0 ? [press('notice')] : []), press('correct')] : []),
      ...(state === 'listed' ? [reopening] : []),
      ...(lines.length > 0 ? [printing] : []),
      ...(state === 'draft' || state === 'listed' ? [giving] : []),
    ];
  };
}

/** Said before somebody tries: a list that comes to more than was set aside cannot go on notice. */
function Beyond({ relief: { state, totalFen, availableFen } }: { relief: ReliefView }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  if (state !== 'draft' || availableFen === null || totalFen <= availableFen) return null;
  return <p className="strip bad">{t('beyond', { total: yuan(totalFen), available: yuan(availableFen) })}</p>;
}

function useSections(): (relief: ReliefView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (relief) => [
    {
      items: [
        {
          label: words['field.cooperative'],
          value: <Link to={`/cooperatives/${relief.county}/${relief.cooperativeId}`}>{relief.cooperativeName}</Link>,
        },
        { label: words['field.place'], value: relief.placeName },
        { label: words['field.document'], value: relief.documentNumber },
        { label: words['field.channel'], value: text(wordsOf(`code.channel.${relief.channel}`)) },
        { label: words['field.total'], value: yuan(relief.totalFen) },
        { label: words['field.available'], value: relief.availableFen !== null && yuan(relief.availableFen) },
        {
          label: words['field.notice'],
          value: relief.notice && (
            <Link to={`/notices/${relief.county}/${relief.notice.noticeId}`}>
              {t(`notice.${relief.notice.state}`, { endsOn: date(relief.notice.endsOn) })}
            </Link>
          ),
        },
        { label: words['field.paidOn'], value: relief.paidOn && date(relief.paidOn) },
        {
          label: words['field.voucher'],
          value: relief.voucherId && (
            <Link to={`/vouchers/${relief.county}/${relief.voucherId}`}>{t('action.open')}</Link>
          ),
        },
        { label: words['field.digest'], value: relief.digest && <code>{relief.digest.slice(0, 16)}</code> },
      ],
    },
  ];
}
