import { useMemo } from 'react';
import { formatYuan } from '../../../platform/pure/money.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordProfit, recordReceipt } from '../return-contract.ts';
import { words } from '../words.ts';
import { profitFields, receiptFields } from './fields.ts';
import { keyOf, type ReturnView, type ScheduleLine } from './views.ts';

export interface ReturnTask {
  readonly kind: 'profit' | 'receipt';
  readonly line: ScheduleLine;
}

interface DialogProps {
  readonly contract: ReturnView;
  readonly line: ScheduleLine;
  readonly onClose: () => void;
}

/** The profit of a period as it was reported, or money that came in. */
export function ReturnDialog({ task, ...rest }: Omit<DialogProps, 'line'> & { readonly task: ReturnTask }) {
  return task.kind === 'profit' ? <Profit line={task.line} {...rest} /> : <Receipt line={task.line} {...rest} />;
}

function Profit({ contract, line, onClose }: DialogProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const params = { ...keyOf(contract), lineId: line.id };
  const initial = useMemo(() => ({ profitFen: line.profitFen, document: line.profitDocument }), [line]);
  return (
    <Dialog title={`${t('action.profit')} ${date(line.dueOn)}`} onClose={onClose}>
      <RecordForm
        schema={recordProfit.body}
        fields={profitFields}
        initial={initial}
        fixed={{ revision: line.revision }}
        refusals={words}
        submitLabel={t('action.profit')}
        submit={(body, options) => call(recordProfit, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.profit'));
        }}
      />
    </Dialog>
  );
}

function Receipt({ contract, line, onClose }: DialogProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const id = useMemo(newId, []);
  const params = { ...keyOf(contract), lineId: line.id };
  const open = line.promisedFen - line.paidFen;
  const today = useToday();
  const initial = useMemo(() => ({ paidOn: today, amountFen: open }), [today, open]);
  return (
    <Dialog title={`${t('action.receipt')} ${date(line.dueOn)}`} onClose={onClose}>
      <p className="note">
        {t('field.promised')} {formatYuan(line.promisedFen)}, {t('field.paidIn')} {formatYuan(line.paidFen)}
      </p>
      <RecordForm
        schema={recordReceipt.body}
        fields={receiptFields}
        initial={initial}
        fixed={{ id, revision: line.revision }}
        refusals={words}
        submitLabel={t('action.receipt')}
        submit={(body, options) => call(recordReceipt, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.receipt'));
        }}
      />
    </Dialog>
  );
}
