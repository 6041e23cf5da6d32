import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { type RecordAction, RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getBankFile, getBatch, payBatch, settleBatch } from '../batch-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { keyOf } from './sources.ts';

type BatchView = ReplyOf<typeof getBatch>;

/** Reasons by reward: what the bank returned, until it is noted. */
type Returned = ReadonlyMap<string, string>;

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getBatch, { params });
  const [returned, setReturned] = useState<Returned>(new Map());
  const actions = useActions(returned);
  return (
    <Loaded reply={reply} asPage>
      {(batch) => (
        <RecordPage
          title={batch.title}
          about={
            <>
              {batch.schemeTitle} <span className="tag">{text(wordsOf(`code.batchState.${batch.state}`))}</span>
            </>
          }
          back={<Link to="/reward-batches">{t('batches.title')}</Link>}
          allowed={batch.allowed}
          actions={actions(batch)}
          sections={[
            {
              items: [
                { label: words['field.place'], value: batch.placeName },
                { label: words['field.total'], value: yuan(batch.totalFen) },
                { label: words['field.sentOn'], value: batch.sentOn && date(batch.sentOn) },
              ],
            },
          ]}
        >
          <Lines batch={batch} returned={returned} onChange={setReturned} />
        </RecordPage>
      )}
    </Loaded>
  );
}

interface LinesProps {
  readonly batch: BatchView;
  readonly returned: Returned;
  readonly onChange: (returned: Returned) => void;
}

function Lines({ batch, returned, onChange }: LinesProps) {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  const mayNote = batch.state === 'sent' && batch.allowed.includes('reward.order');
  const reasonOf = (line: BatchView['lines'][number]) =>
    mayNote ? (
      <input
        key="reason"
        className="input"
        aria-label={`${t('field.returnedFor')} ${line.name}`}
        value={returned.get(line.rewardId) ?? ''}
        onChange={(event) => onChange(new Map([...returned, [line.rewardId, event.target.value]]))}
      />
    ) : (
      (line.returnedFor ?? '')
    );
  return (
    <PartTable
      title={t('field.lines')}
      empty=""
      heads={[
        { label: words['bank.ordinal'], end: true },
        { label: words['field.name'] },
        { label: words['field.bankName'] },
        { label: words['field.card'] },
        { label: words['field.amount'], end: true },
        { label: words['field.result'] },
        { label: words['field.returnedFor'] },
      ]}
      rows={batch.lines.map((line) => ({
        key: line.rewardId,
        cells: [
          number(line.ordinal),
          <Link key="name" to={`/rewards/${line.rewardCounty}/${line.rewardId}`}>
            {line.name}
          </Link>,
          line.bankName ?? '–',
          line.cardMasked ?? '–',
          yuan(line.amountFen),
          text(wordsOf(`code.result.${line.result}`)),
          reasonOf(line),
        ],
      }))}
      totals={['', t('field.total'), '', '', yuan(batch.totalFen)]}
    />
  );
}

function useActions(returned: Returned): (batch: BatchView) => readonly RecordAction[] {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const pay = useWrite(payBatch);
  const settle = useWrite(settleBatch);
  return (batch) => {
    const params = keyOf(batch);
    const { revision, state } = batch;
    const paying: RecordAction = {
      ...{ act: 'reward.pay', label: words['action.pay'], primary: true, needsReason: false },
      effect: t('effect.pay', { total: yuan(batch.totalFen), lines: number(batch.lines.length) }),
      run: async () => {
        await pay.mutateAsync({ params, body: { revision } });
        return t('said.paid');
      },
    };
    const settling: RecordAction = {
      ...{ act: 'reward.order', label: words['action.settle'], primary: true, needsReason: false },
      effect: t('effect.settle'),
      run: async () => {
        const noted = [...returned].filter(([, reason]) => reason.trim() !== '');
        const body = { revision, returned: noted.map(([rewardId, reason]) => ({ rewardId, reason })) };
        await settle.mutateAsync({ params, body });
        return t('said.settled');
      },
    };
    const taking: RecordAction = {
      ...{ act: 'reward.pay', label: words['action.bankFile'] },
      onPress: () => void download(getBankFile, { params }),
    };
    return [
      ...(state === 'ordered' ? [paying] : []),
      ...(state === 'sent' ? [settling] : []),
      ...(state === 'ordered' ? [] : [taking]),
    ];
  };
}
