import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { PayoutTask } from './PayoutDialogs.tsx';
import type { BatchView, PartProps } from './views.ts';

interface BatchesProps extends PartProps {
  readonly batches: readonly BatchView[];
  readonly onTask: (task: PayoutTask) => void;
}

const heads = ['batch', 'channel', 'madeOn', 'maker', 'state'] as const;
const amounts = ['total', 'paid', 'inFlight', 'returned'] as const;

/** The files made for the bank and the lists paid in cash, each with what became of it. */
export function Batches({ distribution, batches, onTask }: BatchesProps) {
  const t = useWords(words);
  return (
    <section className="record-part">
      <h2>{t('part.files')}</h2>
      {batches.length === 0 && <p className="note">{t('batches.empty')}</p>}
      {batches.length > 0 && (
        <TableScroll label={t('part.files')}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`field.${head}`)}
                  </th>
                ))}
                <th scope="col" className="end">
                  {t('field.payments')}
                </th>
                {amounts.map((head) => (
                  <th key={head} scope="col" className="end">
                    {t(`field.${head}`)}
                  </th>
                ))}
                <th scope="col">{t('field.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <BatchLine key={batch.id} distribution={distribution} batch={batch} onTask={onTask} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface BatchProps extends PartProps {
  readonly batch: BatchView;
  readonly onTask: (task: PayoutTask) => void;
}

function BatchLine({ distribution, batch, onTask }: BatchProps) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const { county, id } = distribution;
  return (
    <tr>
      <th scope="row">
        <Link to={`/distributions/${county}/${id}?tab=payments&batchId=${batch.id}`}>
          {t('batch.name', { number: batch.number })}
        </Link>
      </th>
      <td className="nowrap">{text(wordsOf(`code.channel.${batch.channel}`))}</td>
      <td className="nowrap">{date(batch.madeOn)}</td>
      <td>{batch.makerName}</td>
      <td className="nowrap">
        {text(wordsOf(`code.batch.${batch.state}`))} {batch.settledOn !== null && date(batch.settledOn)}
      </td>
      <td className="end">{number(batch.payments)}</td>
      <td className="end">{yuan(batch.totalFen)}</td>
      <td className="end">{yuan(batch.paidFen)}</td>
      <td className="end">{yuan(batch.totalFen - batch.paidFen - batch.returnedFen - convertedOf(batch))}</td>
      <td className="end">{yuan(batch.returnedFen)}</td>
      <td className="buttons no-print">
        <BatchActs batch={batch} onTask={onTask} />
      </td>
    </tr>
  );
}

function convertedOf({ channel, totalFen }: BatchView): bigint {
  return channel === 'contribution' ? totalFen : 0n;
}

function BatchActs({ batch, onTask }: Omit<BatchProps, 'distribution'>) {
  const t = useWords(words);
  const { allowed, channel } = batch;
  const acts = [
    ...(channel === 'bank' && allowed.includes('payout.make')
      ? [{ kind: 'download', label: t('action.download') } as const]
      : []),
    ...(channel === 'bank' && allowed.includes('payout.settle')
      ? [{ kind: 'returnFile', label: t('action.returnFile') } as const]
      : []),
    ...(channel === 'cash' && allowed.includes('payout.settle')
      ? [{ kind: 'handedOver', label: t('action.handedOver') } as const]
      : []),
  ];
  return acts.map(({ kind, label }) => (
    <button
      key={kind}
      type="button"
      className="button quiet"
      aria-label={`${label} ${t('batch.name', { number: batch.number })}`}
      onClick={() => onTask({ kind, batch })}
    >
      {label}
    </button>
  ));
}
