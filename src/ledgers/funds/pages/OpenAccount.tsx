import { useMemo, useState } from 'react';
import { z } from 'zod';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { keyOfOrganisation, organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { openAccount } from '../account-contract.ts';
import { disciplines, holders, pools } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

const form = z.object({
  holder: z.enum(holders),
  place: z.int(),
  cooperative: z.string().optional(),
  pool: z.enum(pools),
  discipline: z.enum(disciplines),
  name: openAccount.body.shape.name,
});

const fields: readonly Field[] = [
  { key: 'holder', label: words['field.holder'], kind: 'code', codes: codeChoices('holder', holders) },
  { key: 'place', label: words['field.place'], kind: 'place' },
  {
    key: 'cooperative',
    label: words['field.cooperative'],
    kind: 'record',
    records: organisationSource,
    shown: ({ holder }) => holder === 'cooperative',
  },
  { key: 'name', label: words['field.name'], kind: 'text' },
  { key: 'pool', label: words['field.pool'], kind: 'code', codes: codeChoices('pool', pools) },
  { key: 'discipline', label: words['field.discipline'], kind: 'code', codes: codeChoices('discipline', disciplines) },
];

/** Opens an account; its order of lots is fixed from then on. */
export function OpenAccount() {
  const t = useWords(words);
  const mayOpen = useMay('fund.record');
  const [open, setOpen] = useState(false);
  const initial = useMemo(() => ({ holder: 'cooperative', pool: 'special', discipline: 'fifo' }), []);
  if (!mayOpen) return null;
  return (
    <>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        {t('accounts.open')}
      </button>
      {open && (
        <Dialog title={t('accounts.open')} onClose={() => setOpen(false)}>
          <RecordForm
            schema={form}
            fields={fields}
            initial={initial}
            refusals={words}
            submitLabel={t('accounts.open')}
            submit={({ cooperative, ...body }, options) => {
              const organisation = cooperative ? { organisationId: keyOfOrganisation(cooperative).id } : {};
              return call(openAccount, { body: { ...body, ...organisation } }, options);
            }}
            onSaved={() => {
              setOpen(false);
              notify(t('said.recorded'));
            }}
          />
        </Dialog>
      )}
    </>
  );
}
