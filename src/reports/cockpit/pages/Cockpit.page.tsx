import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { MonthSwitch } from '../../../indicators/widgets/MonthSwitch.tsx';
import { isMonth } from '../../../platform/pure/period.ts';
import { isPlace } from '../../../platform/pure/place.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { getCockpit } from '../contract.ts';
import { CockpitParts } from '../widgets/CockpitParts.tsx';
import { type CockpitReply, cockpitAddress, reportAddress } from '../widgets/cockpit-shapes.ts';
import { ReportState } from '../widgets/Todo.tsx';
import { words } from '../words.ts';

/**
 * A month of the city, a banner, a township or a village on one page. Place, month and the figure of the maps stand in
 * the address; what it does not say the server chooses by its own clock.
 */
export default function CockpitPage() {
  const dictionary = useDictionary();
  const [search, setSearch] = useSearchParams();
  const reply = useReply(getCockpit, { query: readQuery(search) }, { keepPrevious: true });
  function change(name: string, value: string): void {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(name, value);
      return next;
    });
  }
  return (
    <Loaded reply={dictionary} asPage skeleton={<Skeleton rows={20} />}>
      {(entries) => (
        <Loaded reply={reply} asPage skeleton={<Skeleton rows={20} />}>
          {(cockpit) => <Content cockpit={cockpit} dictionary={entries} onChange={change} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function readQuery(search: URLSearchParams) {
  const place = Number(search.get('place') ?? Number.NaN);
  const month = search.get('month') ?? '';
  const indicator = search.get('indicator');
  return {
    ...(isPlace(place) ? { place } : {}),
    ...(isMonth(month) ? { month } : {}),
    ...(indicator ? { indicator } : {}),
  };
}

interface ContentProps {
  readonly cockpit: CockpitReply;
  readonly dictionary: Dictionary;
  readonly onChange: (name: string, value: string) => void;
}

function Content({ cockpit, dictionary, onChange }: ContentProps) {
  const t = useWords(words);
  const format = useFormat();
  const { level, month, placeName: place } = cockpit;
  const about = { month: format.month(month), villages: format.number(cockpit.villages) };
  return (
    <div className="page">
      <PageHead
        title={t('page.title', { place })}
        about={
          <>
            {t(level === 'village' ? 'page.aboutVillage' : 'page.about', about)}
            {cockpit.unconfirmed > 0 && level !== 'village' && (
              <> {t('page.unconfirmed', { count: format.number(cockpit.unconfirmed) })}</>
            )}
          </>
        }
        stamp={<ReportState cockpit={cockpit} />}
        back={cockpit.parents.length > 0 && <Parents cockpit={cockpit} />}
        actions={
          <span className="buttons cockpit-tools">
            <MonthSwitch
              month={month}
              first={cockpit.firstMonth}
              last={cockpit.currentMonth}
              onChange={(next) => onChange('month', next)}
            />
            <Link to={reportAddress(cockpit.place, month)} className="button">
              {t('page.report')}
            </Link>
          </span>
        }
      />
      <CockpitParts
        cockpit={cockpit}
        dictionary={dictionary}
        onIndicator={(indicator) => onChange('indicator', indicator)}
      />
    </div>
  );
}

/** The way up, as far as the reader's own range goes. */
function Parents({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  return (
    <nav aria-label={t('page.parents')}>
      {cockpit.parents.map(({ place, name }) => (
        <Fragment key={place}>
          <Link to={cockpitAddress(place, cockpit.month)}>{name}</Link> ›{' '}
        </Fragment>
      ))}
      <span aria-current="page">{cockpit.placeName}</span>
    </nav>
  );
}
