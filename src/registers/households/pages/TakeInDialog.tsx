import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { takeInHousehold } from '../poverty-contract.ts';
import { words } from '../words.ts';
import { happeningFields } from './fields.ts';

/** Takes in a household that another village has let go. */
export function TakeInDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const fixed = useMemo(() => ({ newId: newId() }), []);
  return (
    <Dialog title={t('action.take_in')} onClose={onClose} wide>
      <p className="note">{t('help.take_in')}</p>
      <RecordForm
        schema={takeInHousehold.body}
        fields={[
          { key: 'idNumber', kind: 'id-number', label: words['field.idNumber'] },
          { key: 'place', kind: 'place', level: 'village', label: words['field.place'], places },
          { key: 'number', kind: 'text', label: words['field.number'] },
          ...happeningFields,
        ]}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(takeInHousehold, { body }, options)}
        onSaved={({ county, id, residents }) => {
          notify(t('people', { count: residents }));
          goTo(`/households/${county}/${id}`);
        }}
      />
    </Dialog>
  );
}
