import { useMemo, useState } from 'react';
import { call, download, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { downloadBatch, listPayments, makeBatch, savePayee, settleCash } from '../payout-contract.ts';
import { words } from '../words.ts';
import { payeeFields } from './fields.ts';
import { ReturnFileDialog } from './ReturnFileDialog.tsx';
import { type BatchView, type DueView, keyOf, type PartProps } from './views.ts';

export type PayoutTask =
  | { readonly kind: 'bank' }
  | { readonly kind: 'cash'; readonly due: readonly DueView[]; readonly totalFen: bigint }
  | { readonly kind: 'payee'; readonly due: DueView }
  | { readonly kind: 'download' | 'returnFile' | 'handedOver'; readonly batch: BatchView };

interface TaskProps extends PartProps {
  readonly onClose: () => void;
}

/** Whatever somebody is about to do about payments. */
export function PayoutDialog({ task, ...part }: TaskProps & { readonly task: PayoutTask }) {
  switch (task.kind) {
    case 'bank':
    case 'cash':
      return <MakeBatch task={task} {...part} />;
    case 'payee':
      return <Payee due={task.due} {...part} />;
    case 'download':
      return <Download batch={task.batch} onClose={part.onClose} />;
    case 'returnFile':
      return <ReturnFileDialog batch={task.batch} onClose={part.onClose} />;
    case 'handedOver':
      return <HandedOver batch={task.batch} {...part} />;
  }
}

type Making = Extract<PayoutTask, { kind: 'bank' | 'cash' }>;

function MakeBatch({ distribution, task, onClose }: TaskProps & { readonly task: Making }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const make = useWrite(makeBatch);
  const id = useMemo(newId, []);
  const params = keyOf(distribution);
  const label = t(task.kind === 'bank' ? 'action.bankFile' : 'action.cashList');
  async function confirm(): Promise<void> {
    const chosen = task.kind === 'cash' ? { membershipIds: task.due.map(({ membershipId }) => membershipId) } : {};
    const made = await make.mutateAsync({ params, body: { id, channel: task.kind, ...chosen } });
    notify(
      t(task.kind === 'bank' ? 'said.batch' : 'said.cashList', {
        count: number(made.payments),
        total: yuan(made.totalFen),
      }),
    );
  }
  const effect =
    task.kind === 'bank'
      ? t('effect.bankAll')
      : t('effect.cashList', { count: number(task.due.length), total: yuan(task.totalFen) });
  return (
    <ConfirmWithReason
      title={label}
      effect={effect}
      confirmLabel={label}
      needsReason={false}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}

function Payee({ distribution, due, onClose }: TaskProps & { readonly due: DueView }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const isKnown = due.accountMasked !== null;
  const isFlagged = due.flag !== null;
  const fields = useMemo(() => payeeFields({ isKnown, isFlagged }), [isKnown, isFlagged]);
  const params = { county: distribution.county, membershipId: due.membershipId };
  return (
    <Dialog title={`${t('action.payee')} ${due.number} ${due.name}`} onClose={onClose}>
      <RecordForm
        schema={savePayee.body}
        fields={fields}
        initial={due}
        fixed={{ id }}
        refusals={words}
        submit={(body, options) => call(savePayee, { params, body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.payee'));
        }}
      />
    </Dialog>
  );
}

interface BatchTaskProps {
  readonly batch: BatchView;
  readonly onClose: () => void;
}

const reasons = [words['bank.title'][0]];

function Download({ batch, onClose }: BatchTaskProps) {
  const t = useWords(words);
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const { county, id, number } = batch;
  const choice = (
    <>
      <p>{t('effect.download')}</p>
      <fieldset className="buttons">
        <legend>{t('field.format')}</legend>
        {(['xlsx', 'csv'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name="format" checked={format === one} onChange={() => setFormat(one)} />
            {t(`code.format.${one}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
  return (
    <ConfirmWithReason
      title={`${t('action.download')} ${t('batch.name', { number })}`}
      effect={choice}
      confirmLabel={t('action.download')}
      reasons={reasons}
      onClose={onClose}
      onConfirm={(reason) => download(downloadBatch, { params: { county, id }, query: { format }, body: { reason } })}
    />
  );
}

/** A cash list was signed for, but for those who did not come. */
function HandedOver({ distribution, batch, onClose }: TaskProps & { readonly batch: BatchView }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const [missed, setMissed] = useState<ReadonlySet<string>>(new Set());
  const settle = useWrite(settleCash);
  const query = { batchId: batch.id, state: 'in_flight', limit: 200 } as const;
  const reply = useReply(listPayments, { params: keyOf(distribution), query });
  function toggle(id: string): void {
    setMissed((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }
  async function confirm(): Promise<void> {
    const { county, id, revision } = batch;
    await settle.mutateAsync({ params: { county, id }, body: { revision, notCollected: [...missed] } });
    notify(t('said.settled'));
  }
  const list = (
    <>
      <p>{t('effect.handedOver')}</p>
      <p className="note">{t('handed.about')}</p>
      <Loaded reply={reply}>
        {({ rows }) => (
          <ul>
            {rows.map(({ id, number, name, amountFen }) => (
              <li key={id}>
                <label className="check">
                  <input type="checkbox" checked={missed.has(id)} onChange={() => toggle(id)} />
                  {number} {name} {yuan(amountFen)}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
  return (
    <ConfirmWithReason
      title={`${t('action.handedOver')} ${t('batch.name', { number: batch.number })}`}
      effect={list}
      confirmLabel={t('action.handedOver')}
      needsReason={false}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
