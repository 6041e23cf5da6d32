import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { findingSources, misuses } from '../audit-rules.ts';
import { recordFinding } from '../finding-contract.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { splitKey } from './views.ts';

/** Records a finding; the address may name its place and entry (`?place=…&entryType=payment&entry=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const today = useToday();
  const [search] = useSearchParams();
  const id = useMemo(newId, []);
  const entry = search.get('entry');
  const key = entry ? splitKey(entry) : undefined;
  const linked = key && { entryType: search.get('entryType') ?? 'payment', entryCounty: key.county, entryId: key.id };
  const place = search.get('place');
  const initial = { foundOn: today, source: 'audit', ...(place ? { place: Number(place) } : {}) };
  return (
    <>
      <PageHead
        title={t('new.finding')}
        about={t('intro.findings')}
        back={<Link to="/findings">{t('title.findings')}</Link>}
      />
      <RecordForm
        schema={recordFinding.body}
        fields={[
          { key: 'place', kind: 'place', label: words['field.place'], places, wide: true },
          { key: 'number', kind: 'text', label: words['field.number'] },
          { key: 'title', kind: 'text', label: words['field.title'], wide: true },
          { key: 'source', kind: 'code', label: words['field.source'], codes: codesOf('source', findingSources) },
          { key: 'misuse', kind: 'code', label: words['field.misuse'], codes: codesOf('misuse', misuses) },
          { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
          { key: 'responsible', kind: 'text', label: words['field.responsible'] },
          { key: 'detail', kind: 'note', label: words['field.detail'] },
          { key: 'foundOn', kind: 'date', label: words['field.foundOn'] },
          { key: 'dueOn', kind: 'date', label: words['field.dueOn'] },
        ]}
        initial={initial}
        fixed={{ id, ...linked }}
        refusals={words}
        submitLabel={t('action.finding')}
        submit={(body, options) => call(recordFinding, { body }, options)}
        onSaved={(saved) => {
          notify(t('said.saved'));
          goTo(`/findings/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
