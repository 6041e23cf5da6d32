import type { z } from 'zod';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm, type RecordFormProps } from '../../../platform/ui/RecordForm.tsx';
import { words } from '../words.ts';

interface FormDialogProps<S extends z.ZodObject, Saved>
  extends Omit<RecordFormProps<S, Saved>, 'refusals' | 'submitLabel' | 'onSaved'> {
  readonly title: string;
  readonly onClose: () => void;
  /** what is said when it is saved */
  readonly said: (saved: Saved) => string;
}

/** A form in a dialog that closes when it is saved. */
export function FormDialog<S extends z.ZodObject, Saved>({ title, onClose, said, ...form }: FormDialogProps<S, Saved>) {
  return (
    <Dialog title={title} onClose={onClose} wide>
      <RecordForm
        {...form}
        refusals={words}
        submitLabel={title}
        onSaved={(saved) => {
          onClose();
          notify(said(saved));
        }}
      />
    </Dialog>
  );
}
