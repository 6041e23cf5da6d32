import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { showCoverage } from '../coverage-contract.ts';
import { words } from '../words.ts';
import { PartTable } from './PartTable.tsx';

type CoverageReply = ReplyOf<typeof showCoverage>;
type Row = CoverageReply['total'];

/** Three definitions side by side for a place and those below it (`?place=150622000000`). */
export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const [search] = useSearchParams();
  const place = search.get('place');
  const reply = useReply(showCoverage, { query: place ? { place } : {} });
  return (
    <Loaded reply={reply} asPage>
      {(coverage) => (
        <>
          <PageHead
            title={`${coverage.total.name} ${t('coverage.title')}`}
            about={`${t('coverage.intro')} ${t('field.on')} ${date(coverage.on)}`}
            actions={<Actions coverage={coverage} />}
          />
          <Definitions coverage={coverage} />
          <Below rows={coverage.rows} />
        </>
      )}
    </Loaded>
  );
}

function Actions({ coverage }: { readonly coverage: CoverageReply }) {
  const t = useWords(words);
  const { number } = useFormat();
  const { place, villages, insuredVillages } = coverage.total;
  const isVillage = place % 1_000 !== 0;
  return (
    <>
      {coverage.waiting > 0 && (
        <Link className="button" to="/insurance-intake?state=open">
          {t('coverage.waiting', { count: number(coverage.waiting) })}
        </Link>
      )}
      {isVillage ? (
        <Link className="button primary" to={`/insurance/households?place=${place}`}>
          {t('action.gapHouseholds')}
        </Link>
      ) : (
        <Link className="button primary" to={`/insurance/villages?place=${place}`}>
          {t('action.gapVillages')} {number(villages - insuredVillages)}
        </Link>
      )}
    </>
  );
}

function Definitions({ coverage }: { readonly coverage: CoverageReply }) {
  const t = useWords(words);
  const { number, percent } = useFormat();
  const { total, targetBp, short } = coverage;
  const of = (insured: number, all: number) => t('coverage.of', { insured: number(insured), all: number(all) });
  const shown = (bp: number | null) => (bp === null ? '–' : percent(bp));
  const reached = short === 0;
  return (
    <FigureRow>
      <Figure
        label={t('coverage.byVillages')}
        value={shown(total.villagesBp)}
        note={of(total.insuredVillages, total.villages)}
        {...(targetBp === null ? {} : { of: percent(targetBp) })}
        {...(targetBp === null || total.villages === 0
          ? {}
          : {
              light: reached ? ('met' as const) : ('late' as const),
              lightText: reached ? t('coverage.reached') : t('coverage.short', { count: number(short) }),
            })}
      />
      <Figure
        label={t('coverage.byHouseholds')}
        value={shown(total.householdsBp)}
        note={of(total.insuredHouseholds, total.households)}
      />
      <Figure
        label={t('coverage.byHead')}
        value={shown(total.headBp)}
        note={`${of(total.headInsured / 100, total.headHeld / 100)} ${t('unit.head')}`}
      />
      <Figure
        label={t('coverage.byMu')}
        value={shown(total.muBp)}
        note={`${of(total.muInsured / 100, total.muHeld / 100)} ${t('unit.mu')}`}
      />
    </FigureRow>
  );
}

function Below({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(words);
  const { percent } = useFormat();
  if (rows.length === 0) return null;
  const shown = (bp: number | null) => (bp === null ? '–' : percent(bp));
  return (
    <PartTable
      title={t('coverage.below')}
      empty=""
      heads={[
        { label: words['coverage.place'] },
        { label: words['coverage.byVillages'], end: true },
        { label: words['coverage.byHouseholds'], end: true },
        { label: words['coverage.byHead'], end: true },
        { label: words['coverage.byMu'], end: true },
      ]}
      rows={rows.map((row) => ({
        key: String(row.place),
        cells: [
          <Link key="place" to={`/insurance?place=${row.place}`}>
            {row.name}
          </Link>,
          shown(row.villagesBp),
          shown(row.householdsBp),
          shown(row.headBp),
          shown(row.muBp),
        ],
      }))}
    />
  );
}
