import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { chooseOption, withdrawOption } from '../contract.ts';
import { words } from '../words.ts';
import { keyOf, type OptionView, type PartProps } from './views.ts';

export type OptionTask =
  | { readonly kind: 'choose'; readonly option: OptionView; readonly totalFen: bigint }
  | { readonly kind: 'withdraw'; readonly option: OptionView };

interface OptionDialogProps extends PartProps {
  readonly task: OptionTask;
  readonly onClose: () => void;
}

/** Chooses one of the options, or takes one out. */
export function OptionDialog({ distribution, task, onClose }: OptionDialogProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const choose = useWrite(chooseOption);
  const withdraw = useWrite(withdrawOption);
  const params = keyOf(distribution);
  const { id, name, revision } = task.option;
  if (task.kind === 'choose') {
    return (
      <ConfirmWithReason
        title={t('action.choose')}
        effect={t('effect.choose', { name, total: yuan(task.totalFen) })}
        confirmLabel={t('action.choose')}
        needsReason={false}
        onClose={onClose}
        onConfirm={async () => {
          await choose.mutateAsync({ params, body: { revision: distribution.revision, optionId: id } });
          notify(t('said.chosen'));
        }}
      />
    );
  }
  return (
    <ConfirmWithReason
      title={t('action.optionOut')}
      effect={t('effect.optionOut', { name })}
      confirmLabel={t('action.optionOut')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: { ...params, optionId: id }, body: { revision, reason } });
        notify(t('said.optionOut'));
      }}
    />
  );
}
