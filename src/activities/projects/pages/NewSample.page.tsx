import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { drawSample } from '../audit-contract.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const today = useToday();
  const id = useMemo(newId, []);
  const initial = useMemo(() => ({ paidFrom: `${today.slice(0, 4)}-01-01`, paidThrough: today, size: '20' }), [today]);
  return (
    <>
      <PageHead
        title={t('new.sample')}
        about={t('intro.samples')}
        back={<Link to="/audit-samples">{t('title.samples')}</Link>}
      />
      <RecordForm
        schema={drawSample.body}
        fields={[
          { key: 'title', kind: 'text', label: words['field.sampleTitle'], wide: true },
          { key: 'drawnFor', kind: 'place', label: words['field.drawnFor'], places, wide: true },
          { key: 'paidFrom', kind: 'date', label: words['field.from'] },
          { key: 'paidThrough', kind: 'date', label: words['field.through'] },
          { key: 'leastFen', kind: 'yuan', label: words['field.leastFen'] },
          { key: 'size', kind: 'integer', label: words['field.size'] },
          { key: 'seed', kind: 'text', label: words['field.seed'], help: words['help.seed'] },
        ]}
        initial={initial}
        fixed={{ id }}
        refusals={words}
        submitLabel={t('action.draw')}
        submit={(body, options) => call(drawSample, { body }, options)}
        onSaved={(saved) => {
          notify(t('said.drawn', { population: saved.population, size: saved.size }));
          goTo(`/audit-samples/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
