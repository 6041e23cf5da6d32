import { Link, useParams, useSearchParams } from 'react-router';
import './books.css';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMay, useToday } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { exportMemberAccount, getMemberAccount } from '../member-contract.ts';
import { memberColumns } from '../member-rules.ts';
import { words } from '../words.ts';

type Account = ReplyOf<typeof getMemberAccount>;

/** The statutory member account, as the cooperative shows it to the member. */
export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const [search, setSearch] = useSearchParams();
  const thisYear = useToday().slice(0, 4);
  const year = Number(search.get('year') ?? thisYear);
  const reply = useReply(getMemberAccount, { params, query: { year } }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage>
      {(account) => (
        <div className="page">
          <Head account={account} params={params} />
          <YearSwitch
            year={account.year}
            onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
          />
          <AccountTable account={account} />
        </div>
      )}
    </Loaded>
  );
}

function Head({ account, params }: { account: Account; params: { county: number; id: string } }) {
  const t = useWords(words);
  const mayExport = useMay('book.export');
  const { run, pending } = useAction();
  const input = { params, query: { year: account.year } };
  return (
    <PageHead
      title={`${t('member.title')} ${account.number} ${account.name}`}
      about={`${account.cooperativeName} · ${t('member.note')}`}
      back={<Link to={`/books/${account.county}/${account.bookId}/members`}>{t('tab.members')}</Link>}
      actions={
        <>
          {mayExport && (
            <button
              type="button"
              className="button"
              disabled={pending}
              onClick={() => void run(() => download(exportMemberAccount, input))}
            >
              {t('report.export')}
            </button>
          )}
          <button type="button" className="button" onClick={() => window.print()}>
            {t('report.print')}
          </button>
        </>
      }
    />
  );
}

function YearSwitch({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const t = useWords(words);
  return (
    <div className="buttons no-print">
      <button type="button" className="button" onClick={() => onChange(year - 1)}>
        {year - 1}
      </button>
      <strong>
        {t('statement.year')} {year}
      </strong>
      <button type="button" className="button" onClick={() => onChange(year + 1)}>
        {year + 1}
      </button>
    </div>
  );
}

function AccountTable({ account }: { account: Account }) {
  const t = useWords(words);
  return (
    <TableScroll label={t('member.title')}>
      <table className="table">
        <caption className="hidden-text">{t('member.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.occurredOn')}</th>
            <th scope="col">{t('field.memo')}</th>
            {memberColumns.map((column) => (
              <th key={column} scope="col" className="end">
                {t(`member.${column}`)}
              </th>
            ))}
            <th scope="col">{t('member.tradeQuantity')}</th>
            <th scope="col" className="end">
              {t('member.tradeAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          <StandingRow label={t('member.opening')} amounts={account.opening} />
          {account.lines.map((line, at) => (
            <LineRow key={`${line.recordId}-${at + 1}`} county={account.county} line={line} />
          ))}
        </tbody>
        <tfoot>
          <StandingRow label={t('member.closing')} amounts={account.closing} trades={account.trades} />
        </tfoot>
      </table>
    </TableScroll>
  );
}

interface StandingProps {
  readonly label: string;
  readonly amounts: Account['opening'];
  readonly trades?: Account['trades'];
}

function StandingRow({ label, amounts, trades = [] }: StandingProps) {
  return (
    <tr className="total">
      <th scope="row" colSpan={2}>
        {label}
      </th>
      {memberColumns.map((column) => (
        <td key={column} className="end">
          {formatYuan(amounts[column])}
        </td>
      ))}
      <td>{trades.map(tradeText).join('；')}</td>
      <td className="end">
        {trades.length > 0 && formatYuan(trades.reduce((sum, { amountFen }) => sum + amountFen, 0n))}
      </td>
    </tr>
  );
}

function LineRow({ county, line }: { county: number; line: Account['lines'][number] }) {
  const { date } = useFormat();
  const to =
    line.recordType === 'voucher'
      ? `/vouchers/${county}/${line.recordId}`
      : `/member-trades/${county}/${line.recordId}`;
  return (
    <tr>
      <th scope="row">{date(line.occurredOn)}</th>
      <td>
        <Link to={to}>{line.memo}</Link>
      </td>
      {memberColumns.map((column) => (
        <td key={column} className="end">
          {line.amounts[column] === undefined ? '' : formatYuan(line.amounts[column])}
        </td>
      ))}
      <td>{line.trade && tradeText(line.trade)}</td>
      <td className="end">{line.trade && formatYuan(line.trade.amountFen)}</td>
    </tr>
  );
}

function tradeText({ product, quantity, unit }: Account['trades'][number]): string {
  return `${product} ${quantity} ${unit}`;
}
