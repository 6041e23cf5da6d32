import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { TransferView } from '../transfer-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { PartTable } from './PartTable.tsx';

/** The rent lines, as the terms make them, with what is paid and what is owed. */
export function Rents({ transfer }: { transfer: TransferView }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const foot = (
    <tr>
      <th scope="row" colSpan={3}>
        {t('field.totalFen')}
      </th>
      <td className="end">{yuan(transfer.totalFen)}</td>
      <td className="end">{yuan(transfer.paidFen)}</td>
      <td className="end">{yuan(transfer.totalFen - transfer.paidFen)}</td>
      <td />
    </tr>
  );
  return (
    <PartTable
      title={t('section.rents')}
      foot={foot}
      heads={[
        { label: words['field.line'] },
        { label: words['field.span'] },
        { label: words['field.dueOn'] },
        { label: words['field.amountFen'], end: true },
        { label: words['field.paidFen'], end: true },
        { label: words['field.owedFen'], end: true },
        { label: words['field.light'] },
      ]}
    >
      {transfer.rents.map((line) => (
        <tr key={line.id}>
          <th scope="row">{line.number}</th>
          <td>
            {date(line.startsOn)} – {date(line.throughOn)}
          </td>
          <td>{date(line.dueOn)}</td>
          <td className="end">{yuan(line.amountFen)}</td>
          <td className="end">{yuan(line.paidFen)}</td>
          <td className="end">{yuan(line.amountFen - line.paidFen)}</td>
          <td>
            <Light state={line.light} label={text(words[`rentLight.${line.light}`])} />
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

interface ReceiptProps {
  readonly transfer: TransferView;
  readonly onReverse: (receiptId: string) => void;
}

export function Receipts({ transfer, onReverse }: ReceiptProps) {
  const t = useWords(words);
  const speak = useCodes();
  const { date, yuan } = useFormat();
  const may = transfer.allowed.includes('land.transfer');
  return (
    <PartTable
      title={t('section.payments')}
      heads={[
        { label: words['field.paidOn'] },
        { label: words['field.amountFen'], end: true },
        { label: words['field.method'] },
        { label: words['field.receiptNumber'] },
        { label: words['field.toLines'] },
        { label: words['field.recordedBy'] },
        { label: words['field.state'] },
        { label: '' },
      ]}
    >
      {transfer.receipts.map((one) => (
        <tr key={one.receiptId}>
          <td>{date(one.paidOn)}</td>
          <td className="end">{yuan(one.amountFen)}</td>
          <td>{speak('method', one.method)}</td>
          <td>
            {one.receiptNumber} {one.note}
          </td>
          <td>{one.lines.join(', ')}</td>
          <td>{one.by}</td>
          <td>{speak('receiptState', one.state)}</td>
          <td>
            {may && one.state === 'stands' && (
              <button type="button" className="button no-print" onClick={() => onReverse(one.receiptId)}>
                {t('action.reverse')}
              </button>
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}
