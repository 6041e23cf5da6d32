import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { getAccount } from '../account-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

type AccountView = ReplyOf<typeof getAccount>;

const labels = { name: words['field.name'], discipline: words['field.discipline'], pool: words['field.pool'] };

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAccount, { params });
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(account) => (
        <RecordPage
          title={account.name}
          about={account.placeName}
          back={<Link to="/fund-accounts">{t('accounts.title')}</Link>}
          allowed={[...account.allowed, 'fund.read']}
          actions={[
            { act: 'fund.read', label: words['movements.title'], to: `/fund-movements?account=${params.id}` },
            {
              act: 'fund.override_ask',
              label: words['overrides.ask'],
              to: `/fund-overrides/new?account=${params.county}/${params.id}`,
            },
          ]}
          sections={sections(account)}
          tabs={[
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="fund_account" {...params} labels={labels} />,
            },
          ]}
        >
          <Documents account={account} />
          <Lots account={account} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useSections(): (account: AccountView) => readonly Section[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return (account) => [
    {
      items: [
        { label: words['field.holder'], value: speak('holder', account.holder) },
        { label: words['field.pool'], value: speak('pool', account.pool) },
        { label: words['field.discipline'], value: speak('discipline', account.discipline) },
        { label: words['field.available'], value: yuan(account.availableFen) },
        { label: words['field.committed'], value: yuan(account.committedFen) },
        { label: words['field.paid'], value: yuan(account.paidFen) },
        { label: words['field.openedOn'], value: date(account.openedOn) },
      ],
    },
  ];
}

const sums = [
  ['receivedFen', 'field.received'],
  ['allottedFen', 'field.allotted'],
  ['passedOnFen', 'field.passedOn'],
  ['paidFen', 'field.paid'],
  ['returnedFen', 'field.returned'],
  ['committedFen', 'field.committed'],
  ['availableFen', 'field.available'],
] as const;

function Documents({ account: { documents } }: { account: AccountView }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  if (documents.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{t('accounts.documents')}</h2>
      <TableScroll label={t('accounts.documents')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.document')}</th>
              {sums.map(([key, label]) => (
                <th key={key} scope="col" className="end">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {documents.map((row) => (
              <tr key={row.documentId}>
                <th scope="row">
                  <Link to={`/fund-documents/${row.documentCounty}/${row.documentId}`}>{row.number}</Link>
                </th>
                {sums.map(([key]) => (
                  <td key={key} className="end">
                    {yuan(row[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Lots({ account: { lots } }: { account: AccountView }) {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  return (
    <section className="record-part">
      <h2>{t('accounts.lots')}</h2>
      {lots.length === 0 && <p className="note">{t('accounts.noLots')}</p>}
      {lots.length > 0 && (
        <TableScroll label={t('accounts.lots')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field.arrivedOn')}</th>
                <th scope="col">{t('field.document')}</th>
                <th scope="col" className="end">
                  {t('field.days')}
                </th>
                <th scope="col" className="end">
                  {t('field.amount')}
                </th>
                <th scope="col" className="end">
                  {t('field.reserved')}
                </th>
                <th scope="col" className="end">
                  {t('field.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lots.map((lot) => (
                <tr key={lot.id}>
                  <th scope="row">
                    <Link to={`/fund-movements/${lot.movementCounty}/${lot.movementId}`}>{date(lot.arrivedOn)}</Link>
                  </th>
                  <td>
                    <Link to={`/fund-documents/${lot.documentCounty}/${lot.documentId}`}>{lot.documentNumber}</Link>
                  </td>
                  <td className="end">{number(lot.days)}</td>
                  <td className="end">{yuan(lot.amountFen)}</td>
                  <td className="end">{yuan(lot.reservedFen)}</td>
                  <td className="end">{yuan(lot.leftFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
