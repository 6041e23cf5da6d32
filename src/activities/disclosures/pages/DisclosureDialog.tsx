import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { type ItemView, publishDisclosure, refreshDisclosure, remarkItem, returnDisclosure } from '../contract.ts';
import { words } from '../words.ts';
import { CheckDialog } from './CheckDialog.tsx';
import { itemLabel } from './codes.ts';
import type { TaskProps } from './task.ts';

export type DisclosureTask =
  | { readonly kind: 'refresh' | 'check' | 'publish' | 'return' }
  | { readonly kind: 'remark'; readonly item: ItemView };

/** Whatever somebody is about to do with a disclosure. */
export function DisclosureDialog({ task, ...props }: TaskProps & { readonly task: DisclosureTask }) {
  switch (task.kind) {
    case 'remark':
      return <RemarkDialog item={task.item} {...props} />;
    case 'check':
      return <CheckDialog {...props} />;
    case 'publish':
      return <PublishDialog {...props} />;
    default:
      return <StepDialog kind={task.kind} {...props} />;
  }
}

function RemarkDialog({ item, view, onClose }: TaskProps & { readonly item: ItemView }) {
  const t = useWords(words);
  const text = useText();
  const remark = useWrite(remarkItem);
  const params = { county: view.county, id: view.id };
  return (
    <Dialog title={`${item.code} ${text(itemLabel(item.code))}`} onClose={onClose}>
      <RecordForm
        schema={remarkItem.body}
        fields={[{ key: 'remark', kind: 'note', label: words['field.remark'], wide: true }]}
        initial={{ remark: item.remark ?? '' }}
        fixed={{ revision: view.revision, item: item.code }}
        refusals={words}
        submit={(body) => remark.mutateAsync({ params, body })}
        onSaved={() => {
          notify(t('saved.remark'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function PublishDialog({ view, onClose }: TaskProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const publish = useWrite(publishDisclosure);
  const params = { county: view.county, id: view.id };
  return (
    <Dialog title={t('action.publish')} onClose={onClose}>
      <p>{t('effect.publish')}</p>
      <RecordForm
        schema={publishDisclosure.body}
        fields={[{ key: 'contact', kind: 'text', label: words['field.contact'], wide: true }]}
        fixed={{ revision: view.revision }}
        refusals={words}
        submitLabel={t('action.publish')}
        submit={(body) => publish.mutateAsync({ params, body })}
        onSaved={({ endsOn }) => {
          notify(t('saved.published', { endsOn: date(endsOn) }));
          onClose();
        }}
      />
    </Dialog>
  );
}

function StepDialog({ kind, view, onClose }: TaskProps & { readonly kind: 'refresh' | 'return' }) {
  const t = useWords(words);
  const refresh = useWrite(refreshDisclosure);
  const sendBack = useWrite(returnDisclosure);
  const params = { county: view.county, id: view.id };
  async function run(reason: string): Promise<void> {
    const { revision } = view;
    if (kind === 'refresh') {
      await refresh.mutateAsync({ params, body: { revision } });
      return notify(t('saved.refreshed'));
    }
    await sendBack.mutateAsync({ params, body: { revision, reason } });
    return notify(t('saved.returned'));
  }
  return (
    <ConfirmWithReason
      title={t(`action.${kind}`)}
      effect={t(`effect.${kind}`)}
      confirmLabel={t(`action.${kind}`)}
      needsReason={kind === 'return'}
      danger={kind === 'return'}
      onClose={onClose}
      onConfirm={run}
    />
  );
}
