import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
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
import { accountsAddress, entriesAddress } from './entries.ts';

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
        {({ funds, on: until }) =>
          funds.length === 0 ? (
            <EmptyState text={t('balance.empty')} />
          ) : (
            funds.map((fund) => <FundTable key={fund.id} fund={fund} place={place} until={until} />)
          )
        }
      </Loaded>
    </>
  );
}

const sums = ['received', 'allotted', 'passedOn', 'returned', 'paid', 'held'] as const;

interface FundTableProps {
  readonly fund: FundSheet;
  readonly place: number | undefined;
  readonly until: string;
}

function FundTable({ fund, place, until }: FundTableProps) {
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
              {sums.map((sum) => (
                <th key={sum} scope="col" className="end">
                  {t(`code.sum.${sum}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fund.levels.map((level) => (
              <tr key={level.level}>
                <th scope="row">{speak('level', level.level)}</th>
                <td className="end">
                  <FigureLink
                    value={number(level.accounts)}
                    to={accountsAddress({ fund: fund.id, level: level.level, place })}
                  />
                </td>
                {sums.map((sum) => (
                  <td key={sum} className="end">
                    <FigureLink
                      value={yuan(level[`${sum}Fen`])}
                      to={entriesAddress({ sum, fund: fund.id, level: level.level, place, until })}
                    />
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
