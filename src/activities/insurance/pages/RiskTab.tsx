import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listRiskRequests } from '../risk-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import type { ClaimView } from './views.ts';

/** What was asked of the risk fund on the losses of a claim; not for the insurer. */
export function RiskTab({ claim }: { readonly claim: ClaimView }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const reply = useReply(listRiskRequests, { query: { claim: claim.id, limit: 200 } });
  return (
    <Loaded reply={reply}>
      {({ rows }) => (
        <PartTable
          title={t('risk.title')}
          empty={t('risk.empty')}
          heads={[
            { label: words['field.name'] },
            { label: words['field.askedOn'], whole: true },
            { label: words['field.loss'], end: true },
            { label: words['field.riskAmount'], end: true },
            { label: words['field.state'] },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Link key="of" to={`/risk-requests/${row.county}/${row.id}`}>
                {row.name}
              </Link>,
              date(row.askedOn),
              yuan(row.lossFen),
              row.amountFen === null ? '–' : yuan(row.amountFen),
              text(wordsOf(`code.riskState.${row.state}`)),
            ],
          }))}
        />
      )}
    </Loaded>
  );
}
