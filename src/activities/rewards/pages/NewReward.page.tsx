import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { keyedHouseholdSource } from '../../../registers/households/widgets/household-source.ts';
import { applyReward } from '../contract.ts';
import { listSchemes } from '../scheme-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { keyOfChoice } from './sources.ts';

type Scheme = ReplyOf<typeof listSchemes>['rows'][number];

/** The scheme first: it says who may ask and what a unit is known by. */
export default function Page() {
  const t = useWords(words);
  const text = useText();
  const reply = useReply(listSchemes, {});
  const [schemeId, setSchemeId] = useState('');
  return (
    <Loaded reply={reply} asPage>
      {({ rows }) => {
        const scheme = rows.find(({ id }) => id === schemeId);
        return (
          <>
            <PageHead title={t('new.title')} about={t('new.intro')} back={<Link to="/rewards">{t('title')}</Link>} />
            {rows.length === 0 && <p className="note">{t('new.noSchemes')}</p>}
            <div className="form-fields">
              <div className="field">
                <label htmlFor="reward-scheme">{t('field.scheme')}</label>
                <select
                  id="reward-scheme"
                  className="input"
                  value={schemeId}
                  onChange={(event) => setSchemeId(event.target.value)}
                >
                  <option value="">–</option>
                  {rows.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.title} ({text(wordsOf(`code.applicants.${one.applicants}`))})
                    </option>
                  ))}
                </select>
              </div>
            </div>
            {scheme && <Application key={scheme.id} scheme={scheme} />}
          </>
        );
      }}
    </Loaded>
  );
}

/** Units are typed one a line; ear tags stand alone, the others with their quantity. */
const schema = applyReward.body.omit({ householdId: true, cooperativeId: true, units: true }).extend({
  household: z.string().optional(),
  cooperative: z.string().optional(),
  list: z.string().trim().min(1).max(20_000),
});

function Application({ scheme }: { readonly scheme: Scheme }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const goTo = useNavigate();
  const today = useToday();
  const id = useMemo(newId, []);
  const initial = useMemo(() => ({ producedOn: today }), [today]);
  return (
    <RecordForm
      schema={schema}
      fields={fieldsOf(scheme)}
      initial={initial}
      fixed={{ id, schemeId: scheme.id }}
      refusals={words}
      submitLabel={t('action.apply')}
      submit={({ household, cooperative, list, ...body }, options) => {
        const who = {
          householdId: household ? keyOfChoice(household).id : null,
          cooperativeId: cooperative ? keyOfChoice(cooperative).id : null,
        };
        return call(applyReward, { body: { ...body, ...who, units: readUnits(list) } }, options);
      }}
      onSaved={(saved) => {
        notify(t('said.applied', { amount: yuan(saved.amountFen) }));
        goTo(`/rewards/${saved.county}/${saved.id}`);
      }}
    />
  );
}

function fieldsOf({ applicants, unitKind }: Scheme): readonly Field[] {
  const household: Field = {
    key: 'household',
    kind: 'record',
    label: words['field.household'],
    records: keyedHouseholdSource,
  };
  const cooperative: Field = {
    ...{ key: 'cooperative', kind: 'record', label: words['field.cooperative'] },
    records: organisationSource,
  };
  return [
    { key: 'place', kind: 'place', label: words['field.place'], level: 'village' },
    ...(applicants === 'cooperative' ? [] : [household]),
    ...(applicants === 'cooperative' || applicants === 'any' ? [cooperative] : []),
    { key: 'producedOn', kind: 'date', label: words['field.producedOn'] },
    { key: 'list', kind: 'note', label: words[`field.unit.${unitKind}`], help: words['help.units'] },
  ];
}

function readUnits(list: string) {
  return list.split('\n').flatMap((line) => {
    const [key = '', quantity = '1'] = line.trim().split(/\s+/);
    return key === '' ? [] : [{ key, quantity: Number(quantity) }];
  });
}
