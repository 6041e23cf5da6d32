import type { z } from 'zod';
import { Dialog } from './Dialog.tsx';
import type { Field } from './form-fields.ts';
import { RecordForm, type RecordFormProps } from './RecordForm.tsx';
import { words } from './words.ts';

/**
 * `<Correction title onClose …RecordForm />`: a form in a dialog that puts right what was recorded. The schema must have a
 * member `reason`; its field is added here, because nothing is overwritten without one.
 */
export function Correction<S extends z.ZodObject, Saved>({ title, onClose, ...form }: CorrectionProps<S, Saved>) {
  return (
    <Dialog title={title} onClose={onClose} wide>
      <RecordForm
        {...form}
        fields={[...form.fields, reasonField]}
        onSaved={(saved) => {
          onClose();
          form.onSaved(saved);
        }}
      />
    </Dialog>
  );
}

interface CorrectionProps<S extends z.ZodObject, Saved> extends RecordFormProps<S, Saved> {
  readonly title: string;
  readonly onClose: () => void;
}

const reasonField: Field = {
  key: 'reason',
  kind: 'note',
  label: words['correction.reason'],
  help: words['correction.reasonHelp'],
};
