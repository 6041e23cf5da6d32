import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { reportLoss } from '../claim-contract.ts';
import { claimCauses } from '../claim-rules.ts';
import { getPolicy } from '../contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import type { InsuredLine, PolicyView } from './views.ts';

const fields: readonly Field[] = [
  { key: 'cause', kind: 'code', label: words['field.cause'], codes: codesOf('cause', claimCauses) },
  { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
  { key: 'statement', kind: 'note', label: words['field.statement'] },
];

/** One column, large targets: it is filled in on a phone in the field; photographs follow on the record. */
export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getPolicy, { params });
  return (
    <Loaded reply={reply} asPage>
      {(policy) => (
        <>
          <PageHead
            title={t('report.title')}
            about={t('report.intro')}
            back={<Link to={`/insurance-policies/${policy.county}/${policy.id}`}>{policy.number}</Link>}
          />
          <ReportForm policy={policy} />
        </>
      )}
    </Loaded>
  );
}

function ReportForm({ policy }: { readonly policy: PolicyView }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const today = useToday();
  const id = useMemo(newId, []);
  const toldAt = useMemo(() => new Date().toISOString(), []);
  const initial = useMemo(() => ({ occurredOn: today }), [today]);
  const [lost, setLost] = useState<ReadonlyMap<string, string>>(new Map());
  const lines = [...lost].flatMap(([insuredId, typed]) =>
    Number(typed) > 0 ? [{ insuredId, units: Number(typed) }] : [],
  );
  return (
    <RecordForm
      schema={reportLoss.body.omit({ lines: true, toldAt: true })}
      fields={fields}
      initial={initial}
      fixed={{ id, county: policy.county, policyId: policy.id }}
      refusals={words}
      submitLabel={t('action.report')}
      submit={(body, options) => call(reportLoss, { body: { ...body, toldAt, lines } }, options)}
      onSaved={(saved) => {
        notify(t('said.reported'));
        goTo(`/insurance-claims/${saved.county}/${saved.id}?tab=files`);
      }}
    >
      <LostUnits policy={policy} lost={lost} onChange={setLost} />
      {lines.length === 0 && <p className="note">{t('report.none')}</p>}
    </RecordForm>
  );
}

interface LostProps {
  readonly policy: PolicyView;
  readonly lost: ReadonlyMap<string, string>;
  readonly onChange: (lost: ReadonlyMap<string, string>) => void;
}

function LostUnits({ policy, lost, onChange }: LostProps) {
  const t = useWords(words);
  const text = useText();
  const unit = text(wordsOf(`unit.${policy.unit}`));
  return (
    <fieldset className="form-section">
      <legend>{t('field.reportedUnits')}</legend>
      <div className="form-fields">
        {policy.insured.map((one: InsuredLine) => (
          <div key={one.id} className="field">
            <label htmlFor={`lost-${one.id}`}>
              {one.name} <span className="note">{`${one.units} ${unit}`}</span>
            </label>
            <input
              id={`lost-${one.id}`}
              className="input"
              inputMode="decimal"
              value={lost.get(one.id) ?? ''}
              onChange={(event) => onChange(new Map([...lost, [one.id, event.target.value]]))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
