import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctParcel, getParcel, leaveParcel, type ParcelView, withdrawParcel } from '../contract.ts';
import { recordTransfer } from '../transfer-contract.ts';
import { words } from '../words.ts';
import { leaveFields, parcelFields, transferFormFields, usualTerms } from './fields.ts';

export type ParcelTask = 'transfer' | 'correct' | 'leave' | 'withdraw';

interface Props {
  readonly parcel: ParcelView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a parcel. */
export function ParcelDialog({ task, ...props }: Props & { readonly task: ParcelTask }) {
  switch (task) {
    case 'transfer':
      return <Transfer {...props} />;
    case 'correct':
      return <Correct {...props} />;
    case 'leave':
      return <Leave {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
  }
}

/** What is free of the parcel today, on the usual terms. */
function Transfer({ parcel, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const fixed = useMemo(() => ({ transferId: newId() }), []);
  const params = { county: parcel.county, id: parcel.id };
  const freeMu = Math.round((parcel.areaMu - parcel.letMu) * 100) / 100;
  return (
    <Dialog title={t('transfer.new', { parcel: parcel.name })} onClose={onClose} wide>
      <RecordForm
        schema={recordTransfer.body}
        fields={transferFormFields}
        initial={{ ...usualTerms, areaMu: freeMu > 0 ? freeMu : parcel.areaMu }}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordTransfer, { params, body }, options)}
        onSaved={(saved) => {
          notify(t('saved.transfer'));
          goTo(`/land-transfers/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}

function Correct({ parcel, onClose }: Props) {
  const t = useWords(words);
  const params = { county: parcel.county, id: parcel.id };
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctParcel.body}
      fields={parcelFields()}
      initial={parcel}
      fixed={{ revision: parcel.revision }}
      refusals={words}
      reload={() => call(getParcel, { params })}
      submit={(body, options) => call(correctParcel, { params, body }, options)}
      onSaved={(saved) => notify(saved.overlaps > 0 ? t('saved.overlaps', { count: saved.overlaps }) : t('saved'))}
    />
  );
}

function Leave({ parcel, onClose }: Props) {
  const t = useWords(words);
  const params = { county: parcel.county, id: parcel.id };
  return (
    <Dialog title={t('action.leave')} onClose={onClose} wide>
      <RecordForm
        schema={leaveParcel.body}
        fields={leaveFields}
        fixed={{ revision: parcel.revision }}
        refusals={words}
        submit={(body, options) => call(leaveParcel, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.left'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function Withdraw({ parcel, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const withdraw = useWrite(withdrawParcel);
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdraw')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        const params = { county: parcel.county, id: parcel.id };
        await withdraw.mutateAsync({ params, body: { revision: parcel.revision, reason } });
        notify(t('saved.withdrawn'));
        goTo('/parcels');
      }}
    />
  );
}
