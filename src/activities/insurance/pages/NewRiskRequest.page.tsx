import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getClaim } from '../claim-contract.ts';
import { askRiskFund } from '../risk-contract.ts';
import { words } from '../words.ts';

const fields: readonly Field[] = [
  { key: 'lossFen', kind: 'yuan', label: words['field.loss'] },
  { key: 'valueFen', kind: 'yuan', label: words['field.value'] },
  { key: 'basis', kind: 'text', label: words['field.basis'], wide: true },
];

/** Which loss it is stands in the address (`?county=150622&claim=0190…&line=0190…`); without it one chooses a claim first. */
export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const [county, claim, line] = [Number(search.get('county')), search.get('claim'), search.get('line')];
  return claim && line ? (
    <Asking county={county} claim={claim} line={line} />
  ) : (
    <PageHead
      title={t('risk.new')}
      about={t('risk.empty')}
      back={<Link to="/risk-requests">{t('risk.title')}</Link>}
      actions={
        <Link className="button primary" to="/insurance-claims">
          {t('claims.title')}
        </Link>
      }
    />
  );
}

interface AskingProps {
  readonly county: number;
  readonly claim: string;
  readonly line: string;
}

function Asking({ county, claim, line }: AskingProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  const reply = useReply(getClaim, { params: { county, id: claim } });
  return (
    <Loaded reply={reply} asPage>
      {({ lines }) => {
        const one = lines.find((each) => each.id === line);
        return (
          <>
            <PageHead
              title={`${t('risk.new')} · ${one?.name ?? ''}`}
              about={`${t('risk.newIntro')} ${t('field.insuredPart')} ${yuan(one?.agreedFen ?? 0n)}`}
              back={<Link to={`/insurance-claims/${county}/${claim}`}>{t('field.claim')}</Link>}
            />
            <RecordForm
              schema={askRiskFund.body}
              fields={fields}
              fixed={{ id, county, lineId: line }}
              refusals={words}
              submitLabel={t('action.riskAsk')}
              submit={(body, options) => call(askRiskFund, { body }, options)}
              onSaved={(saved) => {
                notify(t('said.saved'));
                goTo(`/risk-requests/${saved.county}/${saved.id}`);
              }}
            />
          </>
        );
      }}
    </Loaded>
  );
}
