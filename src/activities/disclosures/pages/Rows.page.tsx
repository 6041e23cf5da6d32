import { Link, Navigate, useSearchParams } from 'react-router';
import { statutoryAccount } from '../../../ledgers/books/chart-rules.ts';
import { words as bookWords } from '../../../ledgers/books/words.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import type { WordPair } from '../../../platform/words.ts';
import { listItemRows } from '../contract.ts';
import { words } from '../words.ts';
import { itemLabel } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { owedSearch, readOwed, usePeriod } from './use-period.ts';

const pageSize = 100;

type Rows = ReplyOf<typeof listItemRows>;

/** The accounts and ledger lines behind one figure. */
export default function Page() {
  const [search] = useSearchParams();
  const owed = readOwed(search);
  const item = search.get('item');
  return owed && item ? <Behind owed={owed} item={item} /> : <Navigate to="/disclosures" replace />;
}

interface Props {
  readonly owed: NonNullable<ReturnType<typeof readOwed>>;
  readonly item: string;
}

function Behind({ owed, item }: Props) {
  const t = useWords(words);
  const text = useText();
  const nameOf = usePeriod();
  const [search] = useSearchParams();
  const offset = Number(search.get('offset')) || 0;
  const reply = useReply(listItemRows, { query: { ...owed, item, limit: pageSize, offset } }, { keepPrevious: true });
  const back = `/disclosures/new?${owedSearch({ ...owed, cooperativeId: owed.cooperativeId ?? null })}`;
  return (
    <Loaded reply={reply} asPage>
      {(rows) => (
        <>
          <PageHead
            title={t('rows.title', { item: `${item} ${text(itemLabel(item))}` })}
            about={nameOf(owed)}
            back={<Link to={back}>{t('title')}</Link>}
          />
          <Accounts rows={rows} />
          <Lines rows={rows} />
          <Pager offset={offset} total={rows.total} />
        </>
      )}
    </Loaded>
  );
}

function Accounts({ rows }: { readonly rows: Rows }) {
  const t = useWords(words);
  const accountName = useAccountName();
  const { yuan } = useFormat();
  const amounts = ['openingFen', 'debitFen', 'creditFen', 'closingFen'] as const;
  return (
    <PartTable
      title={t('rows.accounts')}
      heads={[
        { label: words['field.account'] },
        ...amounts.map((key) => ({ label: words[`field.${key}`], end: true })),
      ]}
    >
      {rows.accounts.map((row) => (
        <tr key={row.code}>
          <th scope="row">{accountName(rows.chart, row.code)}</th>
          {amounts.map((key) => (
            <td key={key} className="end">
              {yuan(row[key])}
            </td>
          ))}
        </tr>
      ))}
    </PartTable>
  );
}

function Lines({ rows }: { readonly rows: Rows }) {
  const t = useWords(words);
  const accountName = useAccountName();
  const { date, yuan } = useFormat();
  return (
    <PartTable
      title={t('rows.lines')}
      empty={t('rows.empty')}
      heads={[
        { label: words['field.occurredOn'] },
        { label: words['field.voucher'] },
        { label: words['field.account'] },
        { label: words['field.memo'] },
        { label: words['field.debitFen'], end: true },
        { label: words['field.creditFen'], end: true },
      ]}
    >
      {rows.rows.map((row) => (
        <tr key={`${row.entryId} ${row.ordinal}`}>
          <td>{date(row.occurredOn)}</td>
          <th scope="row">
            <Link to={`/vouchers/${rows.county}/${row.entryId}`}>
              {row.series}-{row.number}
            </Link>
          </th>
          <td>{accountName(rows.chart, row.code)}</td>
          <td>{row.memo}</td>
          <td className="end">{row.amountFen > 0n && yuan(row.amountFen)}</td>
          <td className="end">{row.amountFen < 0n && yuan(-row.amountFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

/** The code with its statutory name; an account that the organisation added bears that of the one above. */
function useAccountName(): (chart: Rows['chart'], code: string) => string {
  const text = useText();
  return (chart, code) => {
    const pairs: Readonly<Record<string, WordPair>> = bookWords;
    const known = chart === null ? undefined : statutoryAccount(chart, code)?.code;
    const pair = pairs[`chart.${chart}.${known}`];
    return pair ? `${code} ${text(pair)}` : code;
  };
}

function Pager({ offset, total }: { readonly offset: number; readonly total: number }) {
  const t = useWords(words);
  const [search] = useSearchParams();
  const to = (at: number) => {
    const next = new URLSearchParams(search);
    next.set('offset', String(at));
    return `?${next.toString()}`;
  };
  return (
    <p className="buttons no-print">
      {offset > 0 && (
        <Link className="button" to={to(offset > pageSize ? offset - pageSize : 0)}>
          {t('rows.back')}
        </Link>
      )}
      {offset + pageSize < total && (
        <Link className="button" to={to(offset + pageSize)}>
          {t('rows.more')}
        </Link>
      )}
    </p>
  );
}
