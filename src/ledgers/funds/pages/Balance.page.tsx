import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { getBalanceSheet } from '../account-contract.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

type FundSheet = ReplyOf<typeof getBalanceSheet>['funds'][number];

/** Each fund by level: what is passed on is what arrives below. */
export default function Page() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const place = Number(search.get('place')) || undefined;
  const on = search.get('on') ?? undefined;
  const reply = useReply(getBalanceSheet, { query: { place, on } }, { keepPrevious: true });
  const change = (key: string, value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <>
      <PageHead
        title={t('balance.title')}
        about={t('balance.intro')}
        actions={
          <>
            <FundLinks group="accounts" />
            <button type="button" className="button" onClick={() => window.print()}>
              {t('action.print')}
            </button>
          </>
        }
      />
      <div className="list-tools no-print">
        <PlacePicker
          compact
          label={t('field.place')}
          value={place}
          onChange={(code) => change('place', code?.toString())}
        />
        <div className="list-filter">
          <label htmlFor="balance-on">{t('field.on')}</label>
          <DateInput id="balance-on" value={on ?? ''} onChange={(value) => change('on', value)} />
        </div>
      </div>
      <Loaded reply={reply}>
        {({ funds }) =>
          funds.length === 0 ? (
            <EmptyState text={t('balance.empty')} />
          ) : (
            funds.map((fund) => <FundTable key={fund.id} fund={fund} />)
          )
        }
      </Loaded>
    </>
  );
}

const sums = [
  ['receivedFen', 'field.received'],
  ['allottedFen', 'field.allotted'],
  ['passedOnFen', 'field.passedOn'],
  ['returnedFen', 'field.returned'],
  ['paidFen', 'field.paid'],
  ['heldFen', 'field.held'],
] as const;

function FundTable({ fund }: { fund: FundSheet }) {
  const t = useWords(words);
  const speak = useCodes();
  const { number, yuan } = useFormat();
  return (
    <section className="record-part">
      <h2>{fund.name}</h2>
      <p className={fund.openFen === 0n ? 'note' : 'strip'}>
        {fund.openFen === 0n ? t('balance.even') : t('balance.uneven', { amount: yuan(fund.openFen) })}
      </p>
      <TableScroll label={fund.name}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.level')}</th>
              <th scope="col" className="end">
                {t('field.accounts')}
              </th>
              {sums.map(([key, label]) => (
                <th key={key} scope="col" className="end">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fund.levels.map((level) => (
              <tr key={level.level}>
                <th scope="row">{speak('level', level.level)}</th>
                <td className="end">
                  <Link to="/fund-accounts">{number(level.accounts)}</Link>
                </td>
                {sums.map(([key]) => (
                  <td key={key} className="end">
                    {yuan(level[key])}
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
