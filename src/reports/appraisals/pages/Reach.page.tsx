import { Link, useSearchParams } from 'react-router';
import { getDocument, listDocuments } from '../../../ledgers/funds/document-contract.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { recordSource } from '../../../platform/ui/records.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listOrigins, listReached } from '../reach-contract.ts';
import { words } from '../words.ts';

/** Documents by number: the value is `150600/0190…`. */
const documents = recordSource(
  listDocuments,
  ({ county, id, number, title }) => ({ value: `${county}/${id}`, label: number, sub: title }),
  {
    find: async (value, signal) => {
      const [county = '', id = ''] = value.split('/');
      const { number, title } = await call(getDocument, { params: { county: Number(county), id } }, { signal });
      return { value, label: number, sub: title };
    },
  },
);

/** From a document to the households it reached (`?document=150600/0190…`), and from a household back (`?household=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const document = search.get('document') ?? undefined;
  const household = search.get('household') ?? undefined;
  return (
    <>
      <PageHead
        title={t('reach.title')}
        about={t('reach.intro')}
        back={<Link to="/funds/trace">{t('reach.trace')}</Link>}
      />
      <div className="list-tools no-print">
        <div className="list-filter">
          <label htmlFor="reach-document">{t('field.document')}</label>
          <RecordPicker
            id="reach-document"
            source={documents}
            value={document}
            placeholder={t('reach.choose')}
            onChange={(value) => setSearch(value ? { document: value } : {})}
          />
        </div>
      </div>
      {document !== undefined && <Reached document={document} />}
      {household !== undefined && <Origins household={household} />}
      {document === undefined && household === undefined && <p className="note">{t('reach.none')}</p>}
    </>
  );
}

type Row = ReplyOf<typeof listReached>['rows'][number];

function Reached({ document }: { readonly document: string }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const [, id = ''] = document.split('/');
  const reply = useReply(listReached, { query: { document: id, limit: 200 } });
  return (
    <section className="record-part">
      <h2>{t('reach.forward')}</h2>
      <Loaded reply={reply}>
        {({ rows, households, sumFen }) =>
          rows.length === 0 ? (
            <p className="note">{t('reach.nobody')}</p>
          ) : (
            <TableScroll label={t('reach.forward')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('field.household')}</th>
                    <th scope="col">{t('field.place')}</th>
                    <th scope="col">{t('field.poor')}</th>
                    <WayHeads />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.entryId} ${row.householdId}`}>
                      <th scope="row">
                        <Link to={`/fund-reach?household=${row.householdCounty}/${row.householdId}`}>
                          {row.headName}
                        </Link>
                      </th>
                      <td>{row.placeName}</td>
                      <td>{row.poor ? t('yes') : '–'}</td>
                      <WayCells row={row} />
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row" colSpan={6}>
                      {t('reach.sum', { households: number(households) })}
                    </th>
                    <td className="end">{yuan(sumFen)}</td>
                  </tr>
                </tfoot>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
    </section>
  );
}

function WayHeads() {
  const t = useWords(words);
  return (
    <>
      <th scope="col">{t('field.way')}</th>
      <th scope="col">{t('field.cooperative')}</th>
      <th scope="col">{t('field.occurredOn')}</th>
      <th scope="col" className="end">
        {t('field.amount')}
      </th>
    </>
  );
}

/** How it came and how much; the amount opens the payment or the distribution it stands in. */
function WayCells({ row }: { readonly row: Row }) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const entry = row.way === 'paid' ? '/fund-movements' : '/distributions';
  return (
    <>
      <td>{t(`way.${row.way}`)}</td>
      <td>
        {row.cooperativeId ? (
          <Link to={`/cooperatives/${row.cooperativeCounty}/${row.cooperativeId}`}>{row.cooperativeName}</Link>
        ) : (
          '–'
        )}
      </td>
      <td>{date(row.occurredOn)}</td>
      <td className="end">
        <Link to={`${entry}/${row.entryCounty}/${row.entryId}`}>{yuan(row.amountFen)}</Link>
      </td>
    </>
  );
}

function Origins({ household }: { readonly household: string }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const [county = '', id = ''] = household.split('/');
  const reply = useReply(listOrigins, { query: { county: Number(county), household: id } });
  return (
    <Loaded reply={reply}>
      {({ headName, rows }) => (
        <section className="record-part">
          <h2>
            <span>
              {t('reach.back')} · <Link to={`/households/${county}/${id}`}>{headName}</Link>
            </span>
          </h2>
          {rows.length === 0 ? (
            <p className="note">{t('reach.nothing')}</p>
          ) : (
            <TableScroll label={t('reach.back')}>
              <table className="table">
                <thead>
                  <tr>
                    <WayHeads />
                    <th scope="col">{t('field.origins')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.entryId}>
                      <WayCells row={row} />
                      <td>
                        {row.origins.map((origin) => (
                          <div key={`${origin.movementId} ${origin.documentId}`}>
                            <Link to={`/fund-documents/${origin.documentCounty}/${origin.documentId}`}>
                              {origin.documentNumber}
                            </Link>{' '}
                            <Link to={`/fund-movements/${origin.movementCounty}/${origin.movementId}`}>
                              {yuan(origin.amountFen)}
                            </Link>
                          </div>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )}
        </section>
      )}
    </Loaded>
  );
}
