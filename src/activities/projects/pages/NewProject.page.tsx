import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { optionalText, recordProject } from '../contract.ts';
import { words } from '../words.ts';
import { newProjectFields } from './fields.ts';
import { splitKey } from './views.ts';

/** The body while the cooperative is chosen by both parts of its key. */
const schema = recordProject.body.omit({ cooperativeId: true }).extend({ cooperative: optionalText(60) });

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} back={<Link to="/projects">{t('title')}</Link>} />
      <RecordForm
        schema={schema}
        fields={newProjectFields(places)}
        initial={first}
        fixed={{ id }}
        refusals={words}
        submitLabel={t('action.new')}
        submit={({ cooperative, ...fields }, options) => {
          const cooperativeId = cooperative ? splitKey(cooperative).id : null;
          return call(recordProject, { body: { ...fields, cooperativeId } }, options);
        }}
        onSaved={(saved) => {
          notify(t('said.proposed'));
          goTo(`/projects/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}

const first = { awardMethod: 'tender' };
