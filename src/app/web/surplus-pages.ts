import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of what is distributed: surplus, relief and guaranteed returns. */
export const surplusPages: readonly DeskPage[] = [
  {
    path: '/distributions',
    act: 'distribution.read',
    menu: { group: 'work', order: 60, label: words['menu.distributions'] },
    load: () => import('../../activities/distributions/pages/Distributions.page.tsx'),
  },
  {
    path: '/distributions/new',
    act: 'distribution.make',
    load: () => import('../../activities/distributions/pages/NewDistribution.page.tsx'),
  },
  {
    path: '/distributions/:county/:id',
    act: 'distribution.read',
    load: () => import('../../activities/distributions/pages/Distribution.page.tsx'),
  },
  {
    path: '/reliefs',
    act: 'relief.read',
    menu: { group: 'work', order: 62, label: words['menu.reliefs'] },
    load: () => import('../../activities/reliefs/pages/Reliefs.page.tsx'),
  },
  {
    path: '/reliefs/new',
    act: 'relief.make',
    load: () => import('../../activities/reliefs/pages/NewRelief.page.tsx'),
  },
  {
    path: '/reliefs/:county/:id',
    act: 'relief.read',
    load: () => import('../../activities/reliefs/pages/Relief.page.tsx'),
  },
  {
    path: '/returns',
    act: 'return.read',
    menu: { group: 'work', order: 64, label: words['menu.returns'] },
    load: () => import('../../activities/distributions/pages/Returns.page.tsx'),
  },
  {
    path: '/returns/new',
    act: 'return.record',
    load: () => import('../../activities/distributions/pages/NewReturn.page.tsx'),
  },
  {
    path: '/returns/:county/:id',
    act: 'return.read',
    load: () => import('../../activities/distributions/pages/Return.page.tsx'),
  },
  {
    path: '/my-dividends',
    act: 'dividend.read_own',
    menu: { group: 'work', order: 66, label: words['menu.myDividends'] },
    load: () => import('../../activities/distributions/pages/MyDividends.page.tsx'),
  },
];
