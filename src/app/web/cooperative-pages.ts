import { booksPages } from './books-pages.ts';
import type { DeskPage } from './desk-page.ts';
import { surplusPages } from './surplus-pages.ts';
import { words } from './words.ts';

/** Pages of articles 9 and 10: assets, cooperatives, how they are formed and decide, their books and what they distribute. */
export const cooperativePages: readonly DeskPage[] = [
  {
    path: '/cooperatives',
    act: 'cooperative.read',
    menu: { group: 'registers', order: 60, label: words['menu.cooperatives'] },
    load: () => import('../../registers/cooperatives/pages/Cooperatives.page.tsx'),
  },
  {
    path: '/cooperatives/new',
    act: 'cooperative.register',
    load: () => import('../../registers/cooperatives/pages/NewCooperative.page.tsx'),
  },
  {
    path: '/cooperatives/:county/:id',
    act: 'cooperative.read',
    load: () => import('../../registers/cooperatives/pages/Cooperative.page.tsx'),
  },
  {
    path: '/cooperatives/:county/:id/members/new',
    act: 'membership.record',
    load: () => import('../../registers/cooperatives/pages/NewMember.page.tsx'),
  },
  {
    path: '/memberships/:county/:id',
    act: 'membership.read',
    load: () => import('../../registers/cooperatives/pages/Membership.page.tsx'),
  },
  {
    path: '/shares',
    act: 'share.read',
    menu: { group: 'registers', order: 65, label: words['menu.shares'] },
    load: () => import('../../ledgers/shares/pages/Shares.page.tsx'),
  },
  {
    path: '/shares/:county/:id',
    act: 'share.read',
    load: () => import('../../ledgers/shares/pages/ShareRegister.page.tsx'),
  },
  {
    path: '/shares/:county/:id/members/:membershipId',
    act: 'share.read',
    load: () => import('../../ledgers/shares/pages/Holder.page.tsx'),
  },
  {
    path: '/uplifts/:county/:id',
    act: 'share.read',
    load: () => import('../../ledgers/shares/pages/Uplift.page.tsx'),
  },
  ...booksPages,
  {
    path: '/assets',
    act: 'asset.read',
    menu: { group: 'registers', order: 70, label: words['menu.assets'] },
    load: () => import('../../registers/assets/pages/Assets.page.tsx'),
  },
  {
    path: '/assets/new',
    act: 'asset.record',
    load: () => import('../../registers/assets/pages/NewAsset.page.tsx'),
  },
  {
    path: '/assets/totals',
    act: 'asset.read',
    menu: { group: 'registers', order: 71, label: words['menu.assetTotals'] },
    load: () => import('../../registers/assets/pages/Totals.page.tsx'),
  },
  {
    path: '/assets/surveys',
    act: 'asset.read',
    menu: { group: 'work', order: 40, label: words['menu.assetSurveys'] },
    load: () => import('../../registers/assets/pages/Surveys.page.tsx'),
  },
  {
    path: '/assets/survey',
    act: 'asset.read',
    load: () => import('../../registers/assets/pages/Survey.page.tsx'),
  },
  {
    path: '/assets/:county/:id',
    act: 'asset.read',
    load: () => import('../../registers/assets/pages/Asset.page.tsx'),
  },
  {
    path: '/asset-contracts',
    act: 'asset.read',
    menu: { group: 'registers', order: 72, label: words['menu.assetContracts'] },
    load: () => import('../../registers/assets/pages/Contracts.page.tsx'),
  },
  {
    path: '/asset-contracts/:county/:id',
    act: 'asset.read',
    load: () => import('../../registers/assets/pages/Contract.page.tsx'),
  },
  {
    path: '/approvals',
    act: 'approval.read',
    menu: { group: 'work', order: 20, label: words['menu.approvals'] },
    load: () => import('../../procedures/approvals/pages/Approvals.page.tsx'),
  },
  {
    path: '/approvals/:county/:id',
    act: 'approval.read',
    load: () => import('../../procedures/approvals/pages/Approval.page.tsx'),
  },
  {
    path: '/assemblies',
    act: 'assembly.read',
    menu: { group: 'work', order: 30, label: words['menu.assemblies'] },
    load: () => import('../../procedures/assemblies/pages/Assemblies.page.tsx'),
  },
  {
    path: '/assemblies/new',
    act: 'assembly.call',
    load: () => import('../../procedures/assemblies/pages/NewAssembly.page.tsx'),
  },
  {
    path: '/assemblies/:county/:id',
    act: 'assembly.read',
    load: () => import('../../procedures/assemblies/pages/Assembly.page.tsx'),
  },
  {
    path: '/formations',
    act: 'formation.read',
    menu: { group: 'work', order: 35, label: words['menu.formations'] },
    load: () => import('../../activities/formations/pages/Formations.page.tsx'),
  },
  {
    path: '/formations/new',
    act: 'formation.record',
    load: () => import('../../activities/formations/pages/NewFormation.page.tsx'),
  },
  {
    path: '/formations/:county/:id',
    act: 'formation.read',
    load: () => import('../../activities/formations/pages/Formation.page.tsx'),
  },
  {
    path: '/membership-acts',
    act: 'membership_act.read',
    menu: { group: 'work', order: 36, label: words['menu.membershipActs'] },
    load: () => import('../../activities/memberships/pages/Acts.page.tsx'),
  },
  {
    path: '/membership-acts/new',
    act: 'membership_act.propose',
    load: () => import('../../activities/memberships/pages/NewAct.page.tsx'),
  },
  {
    path: '/membership-acts/:county/:id',
    act: 'membership_act.read',
    load: () => import('../../activities/memberships/pages/Act.page.tsx'),
  },
  {
    path: '/household-links/:county/:id',
    act: 'membership_act.link',
    load: () => import('../../activities/memberships/pages/Links.page.tsx'),
  },
  {
    path: '/notices',
    act: 'notice.read',
    menu: { group: 'work', order: 50, label: words['menu.notices'] },
    load: () => import('../../procedures/notices/pages/Notices.page.tsx'),
  },
  {
    path: '/notices/new',
    act: 'notice.post',
    load: () => import('../../procedures/notices/pages/NewNotice.page.tsx'),
  },
  {
    path: '/notices/objections',
    act: 'notice.read',
    load: () => import('../../procedures/notices/pages/Objections.page.tsx'),
  },
  {
    path: '/notices/:county/:id',
    act: 'notice.read',
    load: () => import('../../procedures/notices/pages/Notice.page.tsx'),
  },
  {
    path: '/disclosures',
    act: 'disclosure.read',
    menu: { group: 'work', order: 55, label: words['menu.disclosures'] },
    load: () => import('../../activities/disclosures/pages/Disclosures.page.tsx'),
  },
  {
    path: '/disclosures/new',
    act: 'disclosure.read',
    load: () => import('../../activities/disclosures/pages/NewDisclosure.page.tsx'),
  },
  {
    path: '/disclosures/rows',
    act: 'disclosure.read',
    load: () => import('../../activities/disclosures/pages/Rows.page.tsx'),
  },
  {
    path: '/disclosures/:county/:id',
    act: 'disclosure.read',
    load: () => import('../../activities/disclosures/pages/Disclosure.page.tsx'),
  },
  {
    path: '/finance-groups',
    act: 'disclosure.read',
    menu: { group: 'work', order: 56, label: words['menu.financeGroups'] },
    load: () => import('../../activities/disclosures/pages/FinanceGroups.page.tsx'),
  },
  ...surplusPages,
];
