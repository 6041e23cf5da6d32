import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { exportBundle, getSample, judgeItem } from '../audit-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { Part } from './Part.tsx';

type SampleView = ReplyOf<typeof getSample>;
type Item = SampleView['items'][number];

export default function Page() {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getSample, { params });
  return (
    <Loaded reply={reply} asPage>
      {(sample) => (
        <RecordPage
          title={sample.title}
          back={<Link to="/audit-samples">{t('title.samples')}</Link>}
          allowed={[...sample.allowed, 'audit_sample.export']}
          actions={[
            {
              ...{ act: 'audit_sample.export', label: words['action.bundle'], primary: true },
              onPress: () => void download(exportBundle, { params }),
            },
          ]}
          sections={[
            {
              items: [
                { label: words['field.drawnFor'], value: sample.drawnForName },
                { label: words['field.seed'], value: <code>{sample.seed}</code> },
                { label: words['field.period'], value: `${date(sample.paidFrom)} – ${date(sample.paidThrough)}` },
                { label: words['field.leastFen'], value: yuan(sample.leastFen) },
                { label: words['field.population'], value: number(sample.population) },
                { label: words['field.populationFen'], value: yuan(sample.populationFen) },
                { label: words['field.size'], value: number(sample.size) },
                { label: words['field.looked'], value: number(sample.looked) },
                { label: words['field.objected'], value: number(sample.objected) },
                { label: words['field.drawnOn'], value: date(sample.drawnOn) },
                { label: words['field.redrawn'], value: t(`redrawn.${sample.redrawn}`) },
                { label: words['field.digest'], value: <code>{sample.populationDigest.slice(0, 16)}</code> },
              ],
            },
          ]}
        >
          <Items sample={sample} />
        </RecordPage>
      )}
    </Loaded>
  );
}

/** The payments drawn, each with its trace, its papers and what was said about it. */
function Items({ sample }: { sample: SampleView }) {
  const t = useWords(words);
  const [objecting, setObjecting] = useState<Item>();
  return (
    <>
      <Part
        title={t('section.items')}
        empty={t('empty.samples')}
        heads={[
          { label: words['field.ordinal'] },
          { label: words['field.paidOn'] },
          { label: words['field.place'] },
          { label: words['field.payee'] },
          { label: words['field.amount'], end: true },
          { label: words['field.entry'] },
          { label: words['field.files'], end: true },
          { label: words['field.verdict'] },
        ]}
      >
        {sample.items.map((item) => (
          <ItemRow key={item.id} sample={sample} item={item} onObject={() => setObjecting(item)} />
        ))}
      </Part>
      {objecting && <Objection sample={sample} item={objecting} onClose={() => setObjecting(undefined)} />}
    </>
  );
}

interface ItemProps {
  readonly sample: SampleView;
  readonly item: Item;
}

function ItemRow({ sample, item, onObject }: ItemProps & { readonly onObject: () => void }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const judge = useWrite(judgeItem);
  const { run, pending } = useAction();
  const mayJudge = sample.allowed.includes('audit_sample.draw') && item.verdict === 'open';
  const params = { county: sample.county, id: sample.id, itemId: item.id };
  async function inOrder(): Promise<void> {
    await judge.mutateAsync({ params, body: { revision: item.revision, verdict: 'in_order', note: null } });
    notify(t('said.reviewed'));
  }
  const entry = `${item.paymentCounty}/${item.paymentId}`;
  return (
    <tr>
      <th scope="row">{item.number}</th>
      <td>{date(item.paidOn)}</td>
      <td>{item.placeName}</td>
      <td>{item.payeeName}</td>
      <td className="end">{yuan(item.amountFen)}</td>
      <td>
        <Link to={`/fund-movements/${entry}`}>{t('action.funds')}</Link>{' '}
        {item.orderId && <Link to={`/payment-orders/${item.orderCounty}/${item.orderId}`}>{t('section.orders')}</Link>}
      </td>
      <td className="end">{item.files}</td>
      <td>
        {text(wordsOf(`code.itemVerdict.${item.verdict}`))} {item.note}{' '}
        {mayJudge && (
          <span className="buttons no-print">
            <button type="button" className="button quiet" disabled={pending} onClick={() => void run(inOrder)}>
              {t('action.inOrder')}
            </button>
            <button type="button" className="button quiet" disabled={pending} onClick={onObject}>
              {t('action.object')}
            </button>
          </span>
        )}
        {item.verdict === 'objected' && sample.allowed.includes('finding.record') && (
          <Link to={`/findings/new?place=${item.paymentPlace}&entryType=payment&entry=${entry}`}>
            {t('action.finding')}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Objection({ sample, item, onClose }: ItemProps & { readonly onClose: () => void }) {
  const t = useWords(words);
  const judge = useWrite(judgeItem);
  const params = { county: sample.county, id: sample.id, itemId: item.id };
  return (
    <ConfirmWithReason
      title={t('action.object')}
      effect={item.payeeName}
      confirmLabel={t('action.object')}
      danger
      onClose={onClose}
      onConfirm={(note) => judge.mutateAsync({ params, body: { revision: item.revision, verdict: 'objected', note } })}
    />
  );
}
