import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { nextParcelNumber, recordParcel } from '../contract.ts';
import { words } from '../words.ts';
import { parcelFields } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const own = useMe().position.place;
  const village = own !== null && own % 1000 !== 0 ? own : undefined;
  const id = useMemo(newId, []);
  const next = useReply(nextParcelNumber, { query: { place: village ?? 0 } }, { enabled: village !== undefined });
  const initial = useMemo(() => {
    const usual = { kind: 'grassland', holderKind: 'household', tenure: 'household_contract' };
    return village === undefined ? usual : { ...usual, place: village, number: next.data?.number };
  }, [village, next.data]);
  const ready = village === undefined || next.data !== undefined || next.isError;
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.about')} />
      {ready && (
        <RecordForm
          schema={recordParcel.body}
          fields={parcelFields(places)}
          initial={initial}
          fixed={{ id }}
          draftKey="parcel"
          refusals={words}
          submit={(body, options) => call(recordParcel, { body }, options)}
          onSaved={(saved) => {
            notify(saved.overlaps > 0 ? t('saved.overlaps', { count: saved.overlaps }) : t('saved'));
            goTo(`/parcels/${saved.county}/${saved.id}`);
          }}
        />
      )}
    </>
  );
}
