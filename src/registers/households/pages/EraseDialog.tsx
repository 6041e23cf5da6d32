import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import type { HouseholdView } from '../contract.ts';
import { eraseResident, type ResidentView } from '../resident-contract.ts';
import { words } from '../words.ts';

interface Props {
  readonly household: HouseholdView;
  readonly person: ResidentView;
  readonly onClose: () => void;
}

const goes = ['person', 'everywhere', 'last'] as const;
const stays = ['register', 'figures', 'trail', 'files'] as const;

/** What is personal about somebody who left is erased for good: says before what goes and what stays. */
export function EraseDialog({ household, person, onClose }: Props) {
  const t = useWords(words);
  const write = useWrite(eraseResident);
  const params = { county: household.county, id: person.id };
  return (
    <ConfirmWithReason
      title={t('erase.title', { name: person.name })}
      effect={
        <div className="stack">
          <p className="strip bad">{t('erase.final')}</p>
          <h3>{t('erase.goes')}</h3>
          <ul className="bullets">
            {goes.map((what) => (
              <li key={what}>{t(`erase.goes.${what}`)}</li>
            ))}
          </ul>
          <h3>{t('erase.stays')}</h3>
          <ul className="bullets">
            {stays.map((what) => (
              <li key={what}>{t(`erase.stays.${what}`)}</li>
            ))}
          </ul>
          <p className="note">{t('erase.reason')}</p>
        </div>
      }
      confirmLabel={t('action.erase')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        const done = await write.mutateAsync({ params, body: { reason } });
        notify(t('saved.erased', { stays: done.stays }));
      }}
    />
  );
}
