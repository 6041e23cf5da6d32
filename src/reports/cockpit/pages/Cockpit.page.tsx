import { Link, useSearchParams } from 'react-router';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { MonthSwitch } from '../../../indicators/widgets/MonthSwitch.tsx';
import { usePlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { isPlace, parentPlace } from '../../../platform/pure/place.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { getCockpit } from '../contract.ts';
import { CockpitParts } from '../widgets/CockpitParts.tsx';
import { cockpitAddress, reportAddress } from '../widgets/cockpit-shapes.ts';
import { words } from '../words.ts';

/** A month of the city, a banner, a township or a village on one page; place, month and map figure stand in the address. */
export default function CockpitPage() {
  const dictionary = useDictionary();
  return (
    <Loaded reply={dictionary} asPage>
      {(data) => <OfPlace dictionary={data} />}
    </Loaded>
  );
}

function OfPlace({ dictionary }: { dictionary: Dictionary }) {
  const t = useWords(words);
  const format = useFormat();
  const { place, own, month, current, setMonth } = usePlaceMonth(dictionary.today);
  const [search, setSearch] = useSearchParams();
  const indicator = search.get('indicator') ?? undefined;
  const query = { place, month, ...(indicator === undefined ? {} : { indicator }) };
  const reply = useReply(getCockpit, { query }, { keepPrevious: true });
  const above = isPlace(place) && place !== own ? parentPlace(place) : undefined;
  function choose(code: string): void {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('indicator', code);
      return next;
    });
  }
  return (
    <Loaded reply={reply} asPage skeleton={<Skeleton rows={20} />}>
      {(cockpit) => (
        <div className="page">
          <PageHead
            title={t('page.title', { place: cockpit.placeName })}
            about={t('page.about', {
              month: format.month(cockpit.month),
              villages: format.number(cockpit.villages),
            })}
            back={above !== undefined && <Link to={cockpitAddress(above, month, indicator)}>{t('page.up')}</Link>}
            actions={
              <>
                <MonthSwitch month={month} first={dictionary.firstMonth} last={current} onChange={setMonth} />
                <Link to={reportAddress(cockpit.place, cockpit.month)} className="button">
                  {t('page.report')}
                </Link>
              </>
            }
          />
          <CockpitParts cockpit={cockpit} dictionary={dictionary} onIndicator={choose} />
        </div>
      )}
    </Loaded>
  );
}
