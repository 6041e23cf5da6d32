import type { z } from 'zod';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm, type RecordFormProps } from '../../../platform/ui/RecordForm.tsx';
import { words } from '../words.ts';

type FormDialogProps<S extends z.ZodObject, Saved> = Omit<RecordFormProps<S, Saved>, 'onSaved' | 'refusals'> & {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSaved?: (saved: Saved) => void;
};

/** `<FormDialog title onClose onSaved? …RecordForm />`: one step on a record, as a form over its page. */
export function FormDialog<S extends z.ZodObject, Saved>({ title, onClose, ...form }: FormDialogProps<S, Saved>) {
  const t = useWords(words);
  return (
    <Dialog title={title} onClose={onClose} wide>
      <RecordForm
        {...form}
        refusals={words}
        submitLabel={title}
        onSaved={(saved) => {
          onClose();
          notify(t('said.saved'));
          form.onSaved?.(saved);
        }}
      />
    </Dialog>
  );
}
