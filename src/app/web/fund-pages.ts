import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of public money (articles 11, 14 and 18): documents, orders, accounts, traces and what auditors look at. */
export const fundPages: readonly DeskPage[] = [
  {
    path: '/fund-orders',
    act: 'fund.oversee',
    menu: { group: 'money', order: 12, label: words['menu.fundOrders'] },
    load: () => import('../../ledgers/funds/pages/Orders.page.tsx'),
  },
  { path: '/fund-orders/new', act: 'fund.order', load: () => import('../../ledgers/funds/pages/NewOrder.page.tsx') },
  {
    path: '/fund-orders/:county/:id',
    act: 'fund.oversee',
    load: () => import('../../ledgers/funds/pages/Order.page.tsx'),
  },
  { path: '/fund-grid', act: 'fund.oversee', load: () => import('../../ledgers/funds/pages/Grid.page.tsx') },
  {
    path: '/fund-documents',
    act: 'fund.read',
    menu: { group: 'money', order: 10, label: words['menu.fundDocuments'] },
    load: () => import('../../ledgers/funds/pages/Documents.page.tsx'),
  },
  {
    path: '/fund-documents/new',
    act: 'fund.record',
    load: () => import('../../ledgers/funds/pages/NewDocument.page.tsx'),
  },
  {
    path: '/fund-documents/:county/:id',
    act: 'fund.read',
    load: () => import('../../ledgers/funds/pages/Document.page.tsx'),
  },
  { path: '/funds', act: 'fund.read', load: () => import('../../ledgers/funds/pages/Funds.page.tsx') },
  {
    path: '/funds/trace',
    act: 'fund.read',
    menu: { group: 'money', order: 13, label: words['menu.fundTrace'] },
    load: () => import('../../ledgers/funds/pages/Trace.page.tsx'),
  },
  {
    path: '/fund-accounts',
    act: 'fund.read',
    menu: { group: 'money', order: 11, label: words['menu.fundAccounts'] },
    load: () => import('../../ledgers/funds/pages/Accounts.page.tsx'),
  },
  {
    path: '/fund-accounts/:county/:id',
    act: 'fund.read',
    load: () => import('../../ledgers/funds/pages/Account.page.tsx'),
  },
  { path: '/fund-movements', act: 'fund.read', load: () => import('../../ledgers/funds/pages/Movements.page.tsx') },
  {
    path: '/fund-movements/:county/:id',
    act: 'fund.read',
    load: () => import('../../ledgers/funds/pages/Movement.page.tsx'),
  },
  { path: '/fund-entries', act: 'fund.read', load: () => import('../../ledgers/funds/pages/Entries.page.tsx') },
  {
    path: '/fund-forbidden-uses',
    act: 'fund.read',
    load: () => import('../../ledgers/funds/pages/ForbiddenUses.page.tsx'),
  },
  { path: '/fund-idle', act: 'fund.read', load: () => import('../../ledgers/funds/pages/Idle.page.tsx') },
  { path: '/fund-balance', act: 'fund.read', load: () => import('../../ledgers/funds/pages/Balance.page.tsx') },
  {
    path: '/fund-overrides',
    act: 'fund.oversee',
    menu: { group: 'money', order: 14, label: words['menu.fundControl'] },
    load: () => import('../../ledgers/funds/pages/Overrides.page.tsx'),
  },
  {
    path: '/fund-overrides/new',
    act: 'fund.override_ask',
    load: () => import('../../ledgers/funds/pages/NewOverride.page.tsx'),
  },
  {
    path: '/fund-overrides/:county/:id',
    act: 'fund.oversee',
    load: () => import('../../ledgers/funds/pages/Override.page.tsx'),
  },
  { path: '/fund-refusals', act: 'fund.audit', load: () => import('../../ledgers/funds/pages/Refusals.page.tsx') },
  {
    path: '/fund-recoveries',
    act: 'fund.oversee',
    load: () => import('../../ledgers/funds/pages/Recoveries.page.tsx'),
  },
  {
    path: '/fund-recoveries/:county/:id',
    act: 'fund.oversee',
    load: () => import('../../ledgers/funds/pages/Recovery.page.tsx'),
  },
  { path: '/fund-tilts', act: 'fund.oversee', load: () => import('../../reports/tilts/pages/Tilts.page.tsx') },
  { path: '/fund-tilts/try', act: 'fund.tilt', load: () => import('../../reports/tilts/pages/TryTilt.page.tsx') },
  {
    path: '/fund-tilts/:county/:id',
    act: 'fund.oversee',
    load: () => import('../../reports/tilts/pages/Tilt.page.tsx'),
  },
  { path: '/fund-risk', act: 'fund.oversee', load: () => import('../../ledgers/funds/pages/Risk.page.tsx') },
];
