import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { coverageBp } from '../rules.ts';
import { getTotals, type Totals } from '../survey-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { CheckSums, CheckTable } from './SumTables.tsx';
import { YearSwitch } from './YearSwitch.tsx';

/** Sums of a place by class and kind, and of the places below it: each opens further down, to the single asset. */
export default function Page() {
  const [search] = useSearchParams();
  const place = Number(search.get('place')) || undefined;
  const year = Number(search.get('year')) || undefined;
  const reply = useReply(getTotals, { query: { place, year } }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage skeleton={<Skeleton rows={16} />}>
      {(totals) => <Content totals={totals} />}
    </Loaded>
  );
}

function Content({ totals }: { totals: Totals }) {
  const t = useWords(words);
  const isVillage = totals.level === 'village';
  return (
    <div className="page">
      <PageHead
        title={`${totals.placeName} ${t('totals.title')}`}
        about={t('totals.about')}
        back={totals.parents.length > 0 && <Parents totals={totals} />}
        actions={
          <>
            <YearSwitch year={totals.year} />
            <Link className="button" to={`/assets?place=${totals.place}`}>
              {t('totals.openList')}
            </Link>
            <button type="button" className="button" onClick={() => window.print()}>
              {t('action.printPage')}
            </button>
          </>
        }
      />
      <Headline totals={totals} />
      <ClassTable totals={totals} />
      {!isVillage && <BelowTable totals={totals} />}
      <KindTable totals={totals} />
      <CheckSums title={t('totals.checks', { year: totals.year })} rows={totals.checks} />
      {totals.belowChecks.length > 0 && (
        <CheckTable
          title={`${t('totals.below')} ${totals.year}`}
          first={t('totals.place')}
          rows={totals.belowChecks.map((row) => ({
            ...row,
            key: String(row.place),
            label: <Link to={placeAddress(totals, row.place)}>{row.placeName}</Link>,
          }))}
        />
      )}
    </div>
  );
}

function Headline({ totals: { own, place } }: { totals: Totals }) {
  const t = useWords(words);
  const { number } = useFormat();
  const coverage = coverageBp(own.confirmed, own.assets);
  return (
    <FigureRow>
      <Figure label={t('totals.assets')} value={number(own.assets)} to={`/assets?place=${place}`} count={own.assets} />
      <Figure
        label={t('totals.coverage')}
        value={coverage === undefined ? '–' : formatBp(coverage)}
        to={`/assets?place=${place}&sort=waiting`}
        countWords={`${number(own.confirmed)} / ${number(own.assets)}`}
      />
      <Figure label={t('field.valueFen')} value={formatYuan(own.valueFen)} unit={t('unit.yuan')} />
      <Figure label={t('field.areaMu')} value={number(own.areaMu)} unit={t('unit.mu')} />
      <Figure
        label={t('totals.poverty')}
        value={number(own.poverty)}
        to={`/assets?place=${place}&povertyProject=true`}
        count={own.poverty}
      />
    </FigureRow>
  );
}

const sumHeads = [
  { label: words['totals.assets'], end: true },
  { label: words['totals.confirmed'], end: true },
  { label: words['field.bookValueFen'], end: true },
  { label: words['field.verifiedValueFen'], end: true },
  { label: words['field.bookAreaMu'], end: true },
  { label: words['field.areaMu'], end: true },
];

type Sums = Pick<Totals['own'], 'assets' | 'confirmed' | 'bookValueFen' | 'valueFen' | 'bookAreaMu' | 'areaMu'>;

function SumCells({ sums }: { sums: Sums }) {
  const { number } = useFormat();
  return (
    <>
      <td className="end">{number(sums.assets)}</td>
      <td className="end">{number(sums.confirmed)}</td>
      <td className="end">{formatYuan(sums.bookValueFen)}</td>
      <td className="end">{formatYuan(sums.valueFen)}</td>
      <td className="end">{number(sums.bookAreaMu)}</td>
      <td className="end">{number(sums.areaMu)}</td>
    </>
  );
}

function TotalFoot({ sums }: { sums: Sums }) {
  const t = useWords(words);
  return (
    <tr>
      <th scope="row">{t('print.total')}</th>
      <SumCells sums={sums} />
    </tr>
  );
}

function ClassTable({ totals: { own, place } }: { totals: Totals }) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <PartTable
      title={t('totals.byClass')}
      heads={[{ label: words['field.class'] }, ...sumHeads]}
      foot={<TotalFoot sums={own} />}
      empty={t('empty')}
    >
      {own.classes.map((row) => (
        <tr key={row.class}>
          <th scope="row">
            <Link to={`/assets?place=${place}&class=${row.class}`}>{speak('class', row.class)}</Link>
          </th>
          <SumCells sums={row} />
        </tr>
      ))}
    </PartTable>
  );
}

function BelowTable({ totals }: { totals: Totals }) {
  const t = useWords(words);
  return (
    <PartTable
      title={t('totals.below')}
      heads={[{ label: words['totals.place'] }, ...sumHeads]}
      foot={<TotalFoot sums={totals.own} />}
    >
      {totals.below.map((row) => (
        <tr key={row.place}>
          <th scope="row">
            <Link to={placeAddress(totals, row.place)}>{row.placeName}</Link>
          </th>
          <SumCells sums={row} />
        </tr>
      ))}
    </PartTable>
  );
}

function KindTable({ totals: { kinds, place, own } }: { totals: Totals }) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <PartTable
      title={t('totals.byKind')}
      heads={[{ label: words['field.kind'] }, ...sumHeads]}
      foot={<TotalFoot sums={own} />}
    >
      {kinds.map((row) => (
        <tr key={`${row.class} ${row.kind}`}>
          <th scope="row">
            <Link to={`/assets?place=${place}&class=${row.class}&kind=${row.kind}`}>
              {speak('class', row.class)} · {speak('kind', row.kind)}
            </Link>
          </th>
          <SumCells sums={row} />
        </tr>
      ))}
    </PartTable>
  );
}

/** The way up, as far as the reader's own range goes. */
function Parents({ totals }: { totals: Totals }) {
  const t = useWords(words);
  return (
    <nav aria-label={t('totals.parents')}>
      {totals.parents.map(({ place, placeName }) => (
        <Fragment key={place}>
          <Link to={placeAddress(totals, place)}>{placeName}</Link> ›{' '}
        </Fragment>
      ))}
      <span aria-current="page">{totals.placeName}</span>
    </nav>
  );
}

function placeAddress({ year }: Totals, place: number): string {
  return `/assets/totals?place=${place}&year=${year}`;
}
