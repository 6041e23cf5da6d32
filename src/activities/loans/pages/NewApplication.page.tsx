import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { keyedHouseholdSource } from '../../../registers/households/widgets/household-source.ts';
import { prefillApplication, recordApplication } from '../application-contract.ts';
import { formatPpm, type LoanKind, loanKinds } from '../eligibility-rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { askedFields, keyOfChoice } from './fields.ts';

/** Who asks, then how much; the address may name the household (`?household=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const text = useText();
  const [search] = useSearchParams();
  const [kind, setKind] = useState<LoanKind>('microcredit');
  const [chosen, setChosen] = useState(search.get('household') ?? undefined);
  const isHousehold = kind === 'microcredit';
  return (
    <>
      <PageHead
        title={t('action.new')}
        about={t('applications.intro')}
        back={<Link to="/loan-applications">{t('applications.title')}</Link>}
      />
      <div className="form-fields">
        <div className="field">
          <label htmlFor="loan-kind">{t('field.kind')}</label>
          <select
            id="loan-kind"
            className="input"
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as LoanKind);
              setChosen(undefined);
            }}
          >
            {loanKinds.map((code) => (
              <option key={code} value={code}>
                {text(wordsOf(`code.kind.${code}`))}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="loan-borrower">{t(isHousehold ? 'field.household' : 'field.organisation')}</label>
          <RecordPicker
            key={kind}
            id="loan-borrower"
            source={isHousehold ? keyedHouseholdSource : organisationSource}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      </div>
      {chosen !== undefined && isHousehold && <Known household={chosen} />}
      {chosen !== undefined && <Asking key={chosen} kind={kind} chosen={chosen} />}
    </>
  );
}

function Asking({ kind, chosen }: { readonly kind: LoanKind; readonly chosen: string }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  const { county, id: borrowerId } = keyOfChoice(chosen);
  const borrower = kind === 'microcredit' ? { householdId: borrowerId } : { organisationId: borrowerId };
  return (
    <RecordForm
      schema={recordApplication.body}
      fields={askedFields}
      fixed={{ id, county, kind, ...borrower }}
      refusals={words}
      submitLabel={t('action.new')}
      submit={(body, options) => call(recordApplication, { body }, options)}
      onSaved={(saved) => {
        notify(t(saved.state === 'refused' ? 'said.refused' : 'said.applied'));
        goTo(`/loan-applications/${saved.county}/${saved.id}`);
      }}
    />
  );
}

/** What the register knows, and what the rules of today would say to the most they allow. */
function Known({ household }: { readonly household: string }) {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  const reply = useReply(prefillApplication, { params: keyOfChoice(household) });
  return (
    <Loaded reply={reply}>
      {({ name, povertyState, residents, regime, refusals }) => (
        <>
          <RecordSection
            section={{
              items: [
                { label: words['field.borrower'], value: name },
                { label: words['field.povertyState'], value: text(wordsOf(`code.poverty.${povertyState ?? 'none'}`)) },
                { label: words['field.people'], value: number(residents) },
                { label: words['field.ceiling'], value: regime && yuan(regime.ceilingFen) },
                {
                  label: words['field.rate'],
                  value: regime && `${formatPpm(regime.shortRatePpm)} / ${formatPpm(regime.longRatePpm)}`,
                },
                { label: words['field.regime'], value: regime && text([regime.sourceZh, regime.sourceEn]), wide: true },
              ],
            }}
          />
          {refusals.length > 0 && (
            <p className="strip bad" role="status">
              {t('said.against')} {refusals.map((code) => text(wordsOf(`code.refusal.${code}`))).join(' · ')}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}
