import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useMay } from '../../platform/ui/me.ts';
import { PlacesContext } from '../../platform/ui/place-context.ts';
import { ProblemState, Skeleton } from '../../platform/ui/States.tsx';
import { ownPlaces } from '../../registers/places/widgets/place-sources.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { pages, publicPages } from './pages.ts';
import { Shell } from './Shell.tsx';

const SignIn = lazy(() => import('./SignIn.tsx'));
const Home = lazy(() => import('./Home.tsx'));
const open = publicPages.map(({ path, load }) => ({ path, Page: lazy(load) }));
const desk = pages.map((page) => ({ path: page.path, act: page.act, Page: lazy(page.load) }));

/** All addresses: sign-in and what everybody may read alone, everything else inside the shell. */
export function App() {
  return (
    <PlacesContext.Provider value={ownPlaces}>
      <Routes>
        <Route path="/sign-in" element={<Opened Page={SignIn} />} />
        {open.map(({ path, Page }) => (
          <Route key={path} path={path} element={<Opened Page={Page} />} />
        ))}
        <Route element={<Shell />}>
          <Route index element={<Opened Page={Home} />} />
          {desk.map(({ path, act, Page }) => (
            <Route key={path} path={path} element={<Allowed act={act} Page={Page} />} />
          ))}
          <Route path="*" element={<ProblemState problem={notFound} asPage />} />
        </Route>
      </Routes>
    </PlacesContext.Provider>
  );
}

function Allowed({ act, Page }: { act: string; Page: ComponentType }) {
  const may = useMay(act);
  return may ? <Opened Page={Page} /> : <ProblemState problem={noRight} asPage />;
}

function Opened({ Page }: { Page: ComponentType }) {
  return (
    <PageBoundary>
      <Suspense fallback={<Skeleton />}>
        <Page />
      </Suspense>
    </PageBoundary>
  );
}

const notFound = { type: 'about:blank', title: '', status: 404, code: 'not_found', requestId: '' };
const noRight = { type: 'about:blank', title: '', status: 403, code: 'forbidden', requestId: '' };
