import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { postNotice } from '../contract.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} back={<Link to="/notices">{t('title')}</Link>} />
      <RecordForm
        schema={postNotice.body}
        fields={[
          { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village' },
          { key: 'title', kind: 'text', label: words['field.title'], wide: true },
          { key: 'body', kind: 'note', label: words['field.body'], wide: true },
          { key: 'list', kind: 'note', label: words['field.list'], wide: true },
          { key: 'postedOn', kind: 'date', label: words['field.postedOn'] },
          { key: 'windowDays', kind: 'integer', label: words['field.windowDays'] },
          { key: 'contact', kind: 'text', label: words['field.contact'], wide: true },
        ]}
        fixed={{ id }}
        draftKey="notice"
        refusals={words}
        submitLabel={t('action.post')}
        submit={(body, options) => call(postNotice, { body }, options)}
        onSaved={(saved) => {
          notify(t('said.posted', { endsOn: saved.endsOn }));
          goTo(`/notices/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
