import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { firstDay, lastDay, type Month } from '../../../platform/pure/period.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listSpending } from '../outcome-contract.ts';
import { words } from '../words.ts';
import { Part } from './Part.tsx';

/** What was paid for projects month by month. */
export default function Page() {
  const t = useWords(words);
  const { yuan } = useFormat();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? today.slice(0, 4));
  const reply = useReply(listSpending, { query: { year } });
  const step = (by: number, label: string) => (
    <button type="button" className="button quiet" onClick={() => setSearch({ year: String(year + by) })}>
      {label}
    </button>
  );
  const actions = (
    <>
      {step(-1, `‹ ${year - 1}`)}
      {step(1, `${year + 1} ›`)}
      <Link className="button" to="/fund-idle">
        {t('action.idle')}
      </Link>
    </>
  );
  return (
    <>
      <PageHead
        title={`${t('title.spending')} ${year}`}
        about={t('intro.spending')}
        back={<Link to="/projects">{t('title')}</Link>}
        actions={actions}
      />
      <Loaded reply={reply}>
        {({ budgetFen, beforeFen, months }) => (
          <>
            <p>
              {t('spending.budget', { budget: yuan(budgetFen) })}{' '}
              <Link to={paidAddress({ through: `${year - 1}-12-31` })}>
                {t('spending.before', { before: yuan(beforeFen) })}
              </Link>
            </p>
            <Part
              title={t('title.spending')}
              empty=""
              heads={[
                { label: words['field.month'] },
                { label: words['field.paid'], end: true },
                { label: words['field.total'], end: true },
                { label: words['field.spent'], end: true },
              ]}
            >
              {months.map((row) => (
                <MonthRow key={row.month} row={row} today={today} />
              ))}
            </Part>
          </>
        )}
      </Loaded>
    </>
  );
}

interface MonthRowProps {
  readonly row: ReplyOf<typeof listSpending>['months'][number];
  readonly today: string;
}

/** A month that is to come has no numbers yet. */
function MonthRow({ row, today }: MonthRowProps) {
  const { month, percent, yuan } = useFormat();
  const [from, through] = [firstDay(row.month as Month), lastDay(row.month as Month)];
  const has = from <= today;
  return (
    <tr>
      <th scope="row">{month(row.month)}</th>
      <td className="end">{has ? <Link to={paidAddress({ from, through })}>{yuan(row.paidFen)}</Link> : '–'}</td>
      <td className="end">{has ? <Link to={paidAddress({ through })}>{yuan(row.totalFen)}</Link> : '–'}</td>
      <td className="end">{has && row.spentBp !== null ? percent(row.spentBp) : '–'}</td>
    </tr>
  );
}

/** The orders that were paid on these days: what a sum is the sum of. */
function paidAddress({ from, through }: { readonly from?: string; readonly through: string }): string {
  const days = { ...(from === undefined ? {} : { paidFrom: from }), paidThrough: through };
  return `/payment-orders?${new URLSearchParams({ state: 'paid', ...days }).toString()}`;
}
