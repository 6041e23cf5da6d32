import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import {
  type AssetView,
  confirmByTownship,
  confirmByVillage,
  correctAsset,
  getAsset,
  leaveAsset,
  withdrawAsset,
} from '../contract.ts';
import { recordContract } from '../lease-contract.ts';
import { words } from '../words.ts';
import { assetFields, contractFormFields, leaveFields, usualTerms } from './fields.ts';

export type AssetTask = 'correct' | 'leave' | 'withdraw' | 'let' | 'confirm_village' | 'confirm_township';

interface Props {
  readonly asset: AssetView;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of an asset. */
export function AssetDialog({ task, ...props }: Props & { readonly task: AssetTask }) {
  switch (task) {
    case 'correct':
      return <CorrectAsset {...props} />;
    case 'leave':
      return <LeaveAsset {...props} />;
    case 'withdraw':
      return <WithdrawAsset {...props} />;
    case 'let':
      return <LetAsset {...props} />;
    case 'confirm_village':
    case 'confirm_township':
      return <ConfirmAsset {...props} party={task === 'confirm_village' ? 'village' : 'township'} />;
  }
}

function CorrectAsset({ asset, onClose }: Props) {
  const t = useWords(words);
  const params = { county: asset.county, id: asset.id };
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctAsset.body}
      fields={assetFields()}
      initial={asset}
      fixed={{ revision: asset.revision }}
      refusals={words}
      reload={() => call(getAsset, { params })}
      submit={(body, options) => call(correctAsset, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}

function LeaveAsset({ asset, onClose }: Props) {
  const t = useWords(words);
  const params = { county: asset.county, id: asset.id };
  return (
    <Dialog title={t('action.leave')} onClose={onClose} wide>
      <RecordForm
        schema={leaveAsset.body}
        fields={leaveFields}
        fixed={{ revision: asset.revision }}
        refusals={words}
        submit={(body, options) => call(leaveAsset, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.left'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function WithdrawAsset({ asset, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const withdraw = useWrite(withdrawAsset);
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdraw')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        const params = { county: asset.county, id: asset.id };
        await withdraw.mutateAsync({ params, body: { revision: asset.revision, reason } });
        notify(t('saved.withdrawn'));
        goTo('/assets');
      }}
    />
  );
}

function LetAsset({ asset, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const fixed = useMemo(() => ({ contractId: newId() }), []);
  const params = { county: asset.county, id: asset.id };
  return (
    <Dialog title={t('contract.new', { asset: asset.name })} onClose={onClose} wide>
      <RecordForm
        schema={recordContract.body}
        fields={contractFormFields}
        initial={usualTerms}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordContract, { params, body }, options)}
        onSaved={(saved) => {
          notify(t('saved.contract'));
          goTo(`/asset-contracts/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}

function ConfirmAsset({ asset, party, onClose }: Props & { readonly party: 'village' | 'township' }) {
  const t = useWords(words);
  const confirm = useWrite(party === 'village' ? confirmByVillage : confirmByTownship);
  const id = useMemo(newId, []);
  const title = t(party === 'village' ? 'action.confirmVillage' : 'action.confirmTownship');
  return (
    <ConfirmWithReason
      title={title}
      effect={t('confirm.effect')}
      confirmLabel={title}
      needsReason={false}
      onClose={onClose}
      onConfirm={async () => {
        const params = { county: asset.county, id: asset.id };
        await confirm.mutateAsync({ params, body: { id, revision: asset.revision } });
        notify(t('saved.confirmed'));
      }}
    />
  );
}
