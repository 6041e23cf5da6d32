import { Link, useParams, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { type RecordAction, RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { issueCertificate } from '../certificate-contract.ts';
import { getHolder, listMoves } from '../contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import { Lots } from './Lots.tsx';

type Holder = ReplyOf<typeof getHolder>;

export default function Page() {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  const { county, id, membershipId } = useParams();
  const [search] = useSearchParams();
  const params = { county: Number(county), id: String(id), membershipId: String(membershipId) };
  const on = search.get('on') ?? undefined;
  const reply = useReply(getHolder, { params, query: { on } });
  const issue = useIssue();
  return (
    <Loaded reply={reply} asPage>
      {(holder) => (
        <RecordPage
          title={`${holder.number} ${holder.name}`}
          about={<Link to={`/memberships/${holder.county}/${holder.membershipId}`}>{t('holder.open')}</Link>}
          back={<Link to={`/shares/${county}/${id}?tab=holders`}>{holder.cooperativeName ?? t('title')}</Link>}
          allowed={holder.allowed}
          actions={[issue(holder)]}
          sections={[
            {
              items: [
                { label: words['field.on'], value: date(holder.on) },
                { label: words['field.shares'], value: number(holder.shares) },
                { label: words['field.agreedFen'], value: yuan(holder.agreedFen) },
                { label: words['field.paidFen'], value: yuan(holder.paidFen) },
              ],
            },
          ]}
        >
          <section className="record-part">
            <h2>{t('holder.lots')}</h2>
            {holder.lots.length === 0 ? <EmptyState text={t('holder.nothing')} /> : <Lots lots={holder.lots} />}
          </section>
          <Uplifted holder={holder} />
          <Reasons holder={holder} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useIssue(): (holder: Holder) => RecordAction {
  const t = useWords(words);
  const issue = useWrite(issueCertificate);
  return (holder) => ({
    act: 'share.certificate',
    label: words['certificate.issue'],
    effect: `${holder.number} ${holder.name}`,
    needsReason: false,
    run: async () => {
      const params = { county: holder.county, id: holder.cooperativeId };
      await issue.mutateAsync({ params, body: { id: newId(), membershipId: holder.membershipId } });
      return t('certificate.issued');
    },
  });
}

function Uplifted({ holder }: { holder: Holder }) {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  if (holder.uplifts.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{t('holder.uplift')}</h2>
      <ul>
        {holder.uplifts.map((uplift) => (
          <li key={uplift.policyId}>
            <Link to={`/uplifts/${holder.county}/${uplift.policyId}`}>
              {text(codeWords('mechanism', uplift.mechanism))}
            </Link>{' '}
            {uplift.shares > 0 ? `${number(uplift.shares)} ${t('unit.shares')}` : yuan(uplift.fen)}{' '}
            <span className="note">{t('basis.household_grant')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reasons({ holder }: { holder: Holder }) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const params = { county: holder.county, id: holder.cooperativeId };
  const query = { membershipId: holder.membershipId, to: holder.on, limit: 200 };
  const reply = useReply(listMoves, { params, query });
  return (
    <section className="record-part">
      <h2>{t('holder.moves')}</h2>
      <Loaded reply={reply}>
        {({ rows }) => (
          <TableScroll label={t('holder.moves')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('field.occurredOn')}</th>
                  <th scope="col">{t('field.act')}</th>
                  <th scope="col">{t('field.class')}</th>
                  <th scope="col" className="end">
                    {t('field.shares')}
                  </th>
                  <th scope="col" className="end">
                    {t('field.paidFen')}
                  </th>
                  <th scope="col">{t('field.memo')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{date(row.occurredOn)}</td>
                    <td>{text(codeWords('move', row.kind))}</td>
                    <td>{row.className}</td>
                    <td className="end">{number(row.shares)}</td>
                    <td className="end">{yuan(row.paidFen)}</td>
                    <td>{row.memo}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </Loaded>
    </section>
  );
}
