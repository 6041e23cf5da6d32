import { useMemo } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { newId } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getProposal, proposeDisclosure } from '../contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { Items } from './Items.tsx';
import { owedQuery, readOwed, usePeriod } from './use-period.ts';

/** What a disclosure would say, drawn up by one press. */
export default function Page() {
  const [search] = useSearchParams();
  const query = readOwed(search);
  return query ? <Asked query={query} /> : <Navigate to="/disclosures" replace />;
}

function Asked({ query }: { readonly query: NonNullable<ReturnType<typeof readOwed>> }) {
  const reply = useReply(getProposal, { query });
  return (
    <Loaded reply={reply} asPage>
      {(proposal) =>
        proposal.id === null ? (
          <Proposal proposal={proposal} />
        ) : (
          <Navigate to={`/disclosures/${proposal.county}/${proposal.id}`} replace />
        )
      }
    </Loaded>
  );
}

function Proposal({ proposal }: { readonly proposal: ReplyOf<typeof getProposal> }) {
  const t = useWords(words);
  const speak = useCodes();
  const nameOf = usePeriod();
  const { date } = useFormat();
  return (
    <>
      <PageHead
        title={t('proposal.title', { name: proposal.name, period: nameOf(proposal) })}
        about={
          <>
            {t('proposal.about')} {t('field.dueOn')} {date(proposal.dueOn)}{' '}
            <Light state={proposal.light} label={speak('light', proposal.light) ?? ''} />
          </>
        }
        back={<Link to="/disclosures">{t('title')}</Link>}
        actions={proposal.allowed.includes('disclosure.propose') && <DrawUp proposal={proposal} />}
      />
      <Items owed={proposal} items={proposal.items} />
    </>
  );
}

function DrawUp({ proposal }: { readonly proposal: ReplyOf<typeof getProposal> }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const id = useMemo(newId, []);
  const propose = useWrite(proposeDisclosure);
  const { run, pending, failure } = useAction();
  async function drawUp(): Promise<void> {
    await propose.mutateAsync({ body: { ...owedQuery(proposal), id } });
    notify(t('saved.proposed'));
    await navigate(`/disclosures/${proposal.county}/${id}`);
  }
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      <button type="button" className="button primary" disabled={pending} onClick={() => void run(drawUp)}>
        {t('action.propose')}
      </button>
    </>
  );
}
