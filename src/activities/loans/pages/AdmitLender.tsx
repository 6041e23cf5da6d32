import { z } from 'zod';
import { call } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { admitLender } from '../application-contract.ts';
import { words } from '../words.ts';
import { FormDialog } from './FormDialog.tsx';
import { agencyField, keyOfChoice } from './fields.ts';

const schema = z.object({ agency: z.string().min(1) });

/** A bank of the register of agencies begins to lend under the measure. */
export function AdmitLender({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <FormDialog
      title={t('action.admit')}
      onClose={onClose}
      schema={schema}
      fields={[agencyField]}
      submit={({ agency }, options) => {
        const { county, id } = keyOfChoice(agency);
        return call(admitLender, { body: { county, agencyId: id } }, options);
      }}
    />
  );
}
