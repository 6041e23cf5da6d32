import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { payRent, reverseRent } from '../rent-contract.ts';
import {
  correctTransfer,
  getTransfer,
  type TransferView,
  terminateTransfer,
  withdrawTransfer,
} from '../transfer-contract.ts';
import { words } from '../words.ts';
import { paymentFields, reversalFields, terminationFields, transferFormFields } from './fields.ts';

export type TransferTask =
  | { readonly kind: 'pay' | 'terminate' | 'correct' | 'withdraw' }
  | { readonly kind: 'reverse'; readonly receiptId: string };

interface Props {
  readonly transfer: TransferView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a transfer. */
export function TransferDialog({ task, ...props }: Props & { readonly task: TransferTask }) {
  switch (task.kind) {
    case 'pay':
      return <Pay {...props} />;
    case 'terminate':
      return <Terminate {...props} />;
    case 'correct':
      return <Correct {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
    case 'reverse':
      return <Reverse {...props} receiptId={task.receiptId} />;
  }
}

function keyOf({ county, id }: TransferView) {
  return { county, id };
}

function Pay({ transfer, onClose }: Props) {
  const t = useWords(words);
  const fixed = useMemo(() => ({ receiptId: newId() }), []);
  const initial = transfer.arrearsFen > 0n ? { method: 'bank', amountFen: transfer.arrearsFen } : { method: 'bank' };
  return (
    <Dialog title={t('action.pay')} onClose={onClose} wide>
      <RecordForm
        schema={payRent.body}
        fields={paymentFields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(payRent, { params: keyOf(transfer), body }, options)}
        onSaved={() => {
          notify(t('saved.paid'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Terminate({ transfer, onClose }: Props) {
  const t = useWords(words);
  return (
    <Dialog title={t('action.terminate')} onClose={onClose} wide>
      <RecordForm
        schema={terminateTransfer.body}
        fields={terminationFields}
        fixed={{ revision: transfer.revision }}
        refusals={words}
        submit={(body, options) => call(terminateTransfer, { params: keyOf(transfer), body }, options)}
        onSaved={() => {
          notify(t('saved.closed'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Correct({ transfer, onClose }: Props) {
  const t = useWords(words);
  const params = keyOf(transfer);
  return (
    <Correction
      title={t('transfer.correct')}
      onClose={onClose}
      schema={correctTransfer.body}
      fields={transferFormFields}
      initial={transfer}
      fixed={{ revision: transfer.revision }}
      refusals={words}
      reload={() => call(getTransfer, { params })}
      submit={(body, options) => call(correctTransfer, { params, body }, options)}
      onSaved={() => notify(t('saved.transfer'))}
    />
  );
}

function Withdraw({ transfer, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const withdraw = useWrite(withdrawTransfer);
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdrawTransfer')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: keyOf(transfer), body: { revision: transfer.revision, reason } });
        notify(t('saved.withdrawn'));
        goTo('/land-transfers');
      }}
    />
  );
}

function Reverse({ transfer, receiptId, onClose }: Props & { readonly receiptId: string }) {
  const t = useWords(words);
  const fixed = useMemo(() => ({ newReceiptId: newId() }), []);
  const params = { ...keyOf(transfer), rentReceiptId: receiptId };
  return (
    <Dialog title={t('action.reverse')} onClose={onClose} wide>
      <p className="note">{t('effect.reverse')}</p>
      <RecordForm
        schema={reverseRent.body}
        fields={reversalFields}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(reverseRent, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.reversed'));
          onClose();
        }}
      />
    </Dialog>
  );
}
