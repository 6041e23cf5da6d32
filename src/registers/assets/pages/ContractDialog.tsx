import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { addDays, localDate } from '../../../platform/pure/period.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import {
  type ContractView,
  correctContract,
  getContract,
  payRent,
  renewContract,
  reversePayment,
  terminateContract,
  withdrawContract,
} from '../lease-contract.ts';
import { words } from '../words.ts';
import { contractFormFields, paymentFields, reversalFields, terminationFields } from './fields.ts';

export type ContractTask =
  | { readonly kind: 'pay' | 'renew' | 'terminate' | 'correct' | 'withdraw' }
  | { readonly kind: 'reverse'; readonly receiptId: string };

interface Props {
  readonly contract: ContractView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a contract. */
export function ContractDialog({ task, ...props }: Props & { readonly task: ContractTask }) {
  switch (task.kind) {
    case 'pay':
      return <Pay {...props} />;
    case 'renew':
      return <Renew {...props} />;
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

function keyOf({ county, id }: ContractView) {
  return { county, id };
}

function Pay({ contract, onClose }: Props) {
  const t = useWords(words);
  const fixed = useMemo(() => ({ receiptId: newId() }), []);
  const initial = contract.arrearsFen > 0n ? { method: 'bank', amountFen: contract.arrearsFen } : { method: 'bank' };
  return (
    <Dialog title={t('action.pay')} onClose={onClose} wide>
      <RecordForm
        schema={payRent.body}
        fields={paymentFields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(payRent, { params: keyOf(contract), body }, options)}
        onSaved={() => {
          notify(t('saved.paid'));
          onClose();
        }}
      />
    </Dialog>
  );
}

/** The next contract begins where this one ends, on the same terms unless they are changed. */
function Renew({ contract, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const fixed = useMemo(() => ({ contractId: newId(), revision: contract.revision }), [contract.revision]);
  const initial = useMemo(() => {
    const startsOn = addDays(localDate(contract.throughOn), 1);
    return { ...contract, number: undefined, signedOn: undefined, throughOn: undefined, note: undefined, startsOn };
  }, [contract]);
  return (
    <Dialog title={t('action.renew')} onClose={onClose} wide>
      <RecordForm
        schema={renewContract.body}
        fields={contractFormFields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(renewContract, { params: keyOf(contract), body }, options)}
        onSaved={(saved) => {
          notify(t('saved.contract'));
          onClose();
          goTo(`/asset-contracts/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}

function Terminate({ contract, onClose }: Props) {
  const t = useWords(words);
  return (
    <Dialog title={t('action.terminate')} onClose={onClose} wide>
      <RecordForm
        schema={terminateContract.body}
        fields={terminationFields}
        initial={{ closedOn: contract.throughOn }}
        fixed={{ revision: contract.revision }}
        refusals={words}
        submit={(body, options) => call(terminateContract, { params: keyOf(contract), body }, options)}
        onSaved={() => {
          notify(t('saved.closed'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Correct({ contract, onClose }: Props) {
  const t = useWords(words);
  const params = keyOf(contract);
  return (
    <Correction
      title={t('contract.correct')}
      onClose={onClose}
      schema={correctContract.body}
      fields={contractFormFields}
      initial={contract}
      fixed={{ revision: contract.revision }}
      refusals={words}
      reload={() => call(getContract, { params })}
      submit={(body, options) => call(correctContract, { params, body }, options)}
      onSaved={() => notify(t('saved.contract'))}
    />
  );
}

function Withdraw({ contract, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const withdraw = useWrite(withdrawContract);
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={contract.number}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: keyOf(contract), body: { revision: contract.revision, reason } });
        notify(t('saved.withdrawn'));
        goTo('/asset-contracts');
      }}
    />
  );
}

function Reverse({ contract, receiptId, onClose }: Props & { readonly receiptId: string }) {
  const t = useWords(words);
  const fixed = useMemo(() => ({ newReceiptId: newId() }), []);
  const params = { ...keyOf(contract), receiptId };
  return (
    <Dialog title={t('action.reverse')} onClose={onClose} wide>
      <p className="note">{t('effect.reverse')}</p>
      <RecordForm
        schema={reversePayment.body}
        fields={reversalFields}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(reversePayment, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.reversed'));
          onClose();
        }}
      />
    </Dialog>
  );
}
