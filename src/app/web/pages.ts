import type { MenuGroup } from '../../platform/feature.ts';
import { cooperativePages } from './cooperative-pages.ts';
import type { DeskPage } from './desk-page.ts';
import { fundPages } from './fund-pages.ts';
import { insurancePages } from './insurance-pages.ts';
import { landPages } from './land-pages.ts';
import { loanPages } from './loan-pages.ts';
import { projectPages } from './project-pages.ts';
import { words } from './words.ts';

export const menuGroups: readonly MenuGroup[] = ['work', 'money', 'reports', 'registers', 'measure', 'administration'];

/** What everybody may read who has its address, without signing in. */
export const publicPages: readonly Pick<DeskPage, 'path' | 'load'>[] = [
  { path: '/p/notices/:county/:id', load: () => import('../../procedures/notices/pages/PublicNotice.page.tsx') },
  { path: '/p/certificates', load: () => import('../../ledgers/shares/pages/VerifyCertificate.page.tsx') },
];

/**
 * Every page of the desk, one line each; the server's list of acts decides who sees it. A page is a module with
 * `export default function Page()`, loaded when it is opened. `path` may hold `:name` places (`useParams`).
 * Take menu words from `app/web/words.ts` (`menu.<name>`), so that the entry chunk carries no feature's words:
 *
 * `{ path: '/places', act: 'places.list', menu: { group: 'registers', order: 10, label: words['menu.places'] },
 *    load: () => import('../../registers/places/pages/PlacesPage.tsx') }`
 */
export const pages: readonly DeskPage[] = [
  {
    path: '/cockpit',
    act: 'cockpit.read',
    load: () => import('../../reports/cockpit/pages/Cockpit.page.tsx'),
  },
  {
    path: '/reports/monthly',
    act: 'report.read',
    menu: { group: 'reports', order: 10, label: words['menu.monthly'] },
    load: () => import('../../reports/monthly/pages/MonthlyReport.page.tsx'),
  },
  {
    path: '/figures',
    act: 'figure.rows',
    load: () => import('../../reports/monthly/pages/FigureRows.page.tsx'),
  },
  {
    path: '/indicators',
    act: 'figure.read',
    menu: { group: 'reports', order: 40, label: words['menu.indicators'] },
    load: () => import('../../indicators/pages/Indicators.page.tsx'),
  },
  {
    path: '/indicators/:code',
    act: 'figure.read',
    load: () => import('../../indicators/pages/Indicator.page.tsx'),
  },
  {
    path: '/measure',
    act: 'measure.read',
    menu: { group: 'measure', order: 10, label: words['menu.measure'] },
    load: () => import('../../measure/pages/Measure.page.tsx'),
  },
  {
    path: '/measure/articles/:number',
    act: 'measure.read',
    load: () => import('../../measure/pages/Article.page.tsx'),
  },
  {
    path: '/measure/parameters',
    act: 'measure.read',
    menu: { group: 'measure', order: 20, label: words['menu.parameters'] },
    load: () => import('../../measure/pages/Parameters.page.tsx'),
  },
  {
    path: '/measure/interpretations',
    act: 'measure.read',
    menu: { group: 'measure', order: 30, label: words['menu.interpretations'] },
    load: () => import('../../measure/pages/Interpretations.page.tsx'),
  },
  {
    path: '/places',
    act: 'place.read',
    menu: { group: 'registers', order: 10, label: words['menu.places'] },
    load: () => import('../../registers/places/pages/Places.page.tsx'),
  },
  {
    path: '/places/flags',
    act: 'place.read',
    menu: { group: 'registers', order: 11, label: words['menu.flags'] },
    load: () => import('../../registers/places/pages/PlaceFlags.page.tsx'),
  },
  {
    path: '/places/:place',
    act: 'place.read',
    load: () => import('../../registers/places/pages/Place.page.tsx'),
  },
  {
    path: '/households',
    act: 'household.read',
    menu: { group: 'registers', order: 20, label: words['menu.households'] },
    load: () => import('../../registers/households/pages/Households.page.tsx'),
  },
  {
    path: '/households/new',
    act: 'household.record',
    load: () => import('../../registers/households/pages/NewHousehold.page.tsx'),
  },
  {
    path: '/households/:county/:id',
    act: 'household.read',
    load: () => import('../../registers/households/pages/Household.page.tsx'),
  },
  {
    path: '/my-household',
    act: 'household.read_own',
    menu: { group: 'work', order: 10, label: words['menu.myHousehold'] },
    load: () => import('../../registers/households/pages/MyHousehold.page.tsx'),
  },
  {
    path: '/branches',
    act: 'branch.read',
    menu: { group: 'registers', order: 40, label: words['menu.branches'] },
    load: () => import('../../registers/party-branches/pages/Branches.page.tsx'),
  },
  {
    path: '/branches/new',
    act: 'branch.record',
    load: () => import('../../registers/party-branches/pages/NewBranch.page.tsx'),
  },
  {
    path: '/branches/:county/:id',
    act: 'branch.read',
    load: () => import('../../registers/party-branches/pages/Branch.page.tsx'),
  },
  {
    path: '/agencies',
    act: 'agency.read',
    menu: { group: 'registers', order: 50, label: words['menu.agencies'] },
    load: () => import('../../registers/agencies/pages/Agencies.page.tsx'),
  },
  {
    path: '/agencies/new',
    act: 'agency.record',
    load: () => import('../../registers/agencies/pages/NewAgency.page.tsx'),
  },
  {
    path: '/agencies/:county/:id',
    act: 'agency.read',
    load: () => import('../../registers/agencies/pages/Agency.page.tsx'),
  },
  ...cooperativePages,
  ...fundPages,
  ...projectPages,
  ...landPages,
  ...loanPages,
  ...insurancePages,
  {
    path: '/accounts',
    act: 'account.read',
    menu: { group: 'administration', order: 10, label: words['menu.accounts'] },
    load: () => import('../../platform/access/pages/Accounts.page.tsx'),
  },
  {
    path: '/accounts/new',
    act: 'account.manage',
    load: () => import('../../platform/access/pages/NewAccount.page.tsx'),
  },
  {
    path: '/accounts/shared',
    act: 'account.manage',
    load: () => import('../../platform/access/pages/SharedAccounts.page.tsx'),
  },
  {
    path: '/accounts/:id',
    act: 'account.read',
    load: () => import('../../platform/access/pages/Account.page.tsx'),
  },
  {
    path: '/audit',
    act: 'audit.read',
    menu: { group: 'administration', order: 20, label: words['menu.audit'] },
    load: () => import('../../platform/audit/pages/Audit.page.tsx'),
  },
  {
    path: '/audit/seals',
    act: 'audit.verify',
    menu: { group: 'administration', order: 30, label: words['menu.seals'] },
    load: () => import('../../platform/audit/pages/Seals.page.tsx'),
  },
  {
    path: '/audit/records/:table/:county/:id',
    act: 'audit.read',
    load: () => import('../../platform/audit/pages/AuditRecord.page.tsx'),
  },
  {
    path: '/sessions',
    act: 'signed_in',
    menu: { group: 'administration', order: 40, label: words['menu.sessions'] },
    load: () => import('../../platform/access/pages/MySessions.page.tsx'),
  },
];
