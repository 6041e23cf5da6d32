import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useText, useWords } from '../../platform/ui/language.ts';
import { useMay, useMe } from '../../platform/ui/me.ts';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { EmptyState, Skeleton } from '../../platform/ui/States.tsx';
import { homePanels } from './home-panels.ts';
import { menuOf } from './SideBar.tsx';
import { words } from './words.ts';

const panels = homePanels.map(({ act, load }) => ({ act, Panel: lazy(load) }));

const Cockpit = lazy(() => import('../../reports/cockpit/pages/Cockpit.page.tsx'));

/** The month of their place for those who read figures; for others the way to every page the position may use. */
export default function Home() {
  const readsFigures = useMay('cockpit.read');
  return readsFigures ? (
    <Suspense fallback={<Skeleton rows={20} />}>
      <Cockpit />
    </Suspense>
  ) : (
    <OwnPages />
  );
}

function OwnPages() {
  const t = useWords(words);
  const text = useText();
  const me = useMe();
  const groups = menuOf(me);
  const place = me.position.placeName ?? me.position.organisationName ?? '';
  return (
    <div className="page">
      <PageHead title={t('home.title', { place }).trim()} about={t('home.about')} />
      {panels
        .filter(({ act }) => me.acts.includes(act))
        .map(({ act, Panel }) => (
          <Suspense key={act} fallback={<Skeleton rows={3} />}>
            <Panel />
          </Suspense>
        ))}
      {groups.length === 0 && <EmptyState text={t('home.nothing')} />}
      {groups.length > 0 && (
        <section className="stack">
          <div className="part-head">
            <h2>{t('home.pages')}</h2>
          </div>
          <div className="home-groups">
            {groups.map(({ group, entries }) => (
              <div key={group}>
                <h3>{t(`group.${group}`)}</h3>
                <ul>
                  {entries.map((page) => (
                    <li key={page.path}>
                      <Link to={page.path}>{text(page.menu?.label ?? '')}</Link>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
