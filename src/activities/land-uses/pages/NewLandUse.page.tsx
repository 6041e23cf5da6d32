import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMe, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { askUse } from '../contract.ts';
import { words } from '../words.ts';
import { requestFields } from './fields.ts';

/** `?project=…&name=…` asks for a project on its register. */
export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const today = useToday();
  const [search] = useSearchParams();
  const own = useMe().position.place;
  const projectId = search.get('project');
  const fixed = useMemo(() => ({ id: newId(), ...(projectId ? { projectId } : {}) }), [projectId]);
  const initial = useMemo(() => {
    const usual = { purpose: 'production', landClass: 'facility', requestedOn: today };
    const village = own !== null && own % 1000 !== 0 ? { place: own, applicantKind: 'village' } : {};
    return { ...usual, ...village, projectName: search.get('name') ?? undefined };
  }, [own, search, today]);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.about')} />
      <RecordForm
        schema={askUse.body}
        fields={requestFields(places)}
        initial={initial}
        fixed={fixed}
        draftKey="land-use"
        refusals={words}
        submit={(body, options) => call(askUse, { body }, options)}
        onSaved={(saved) => {
          notify(t('saved', { day: date(saved.dueOn) }));
          goTo(`/land-uses/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
