import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of article 13: applications, loans, visits, bank comparisons, interest subsidy and risk compensation. */
export const loanPages: readonly DeskPage[] = [
  {
    path: '/loan-applications',
    act: 'loan.read',
    menu: { group: 'money', order: 40, label: words['menu.loanApplications'] },
    load: () => import('../../activities/loans/pages/Applications.page.tsx'),
  },
  {
    path: '/loan-applications/new',
    act: 'loan.apply',
    load: () => import('../../activities/loans/pages/NewApplication.page.tsx'),
  },
  {
    path: '/loan-applications/:county/:id',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Application.page.tsx'),
  },
  {
    path: '/loan-reports',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Reports.page.tsx'),
  },
  {
    path: '/loans',
    act: 'loan.read',
    menu: { group: 'money', order: 41, label: words['menu.loans'] },
    load: () => import('../../activities/loans/pages/Loans.page.tsx'),
  },
  {
    path: '/loans/:county/:id',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Loan.page.tsx'),
  },
  {
    path: '/loan-tasks',
    act: 'loan.read',
    menu: { group: 'money', order: 42, label: words['menu.loanTasks'] },
    load: () => import('../../activities/loans/pages/Tasks.page.tsx'),
  },
  {
    path: '/loan-statements',
    act: 'loan.read',
    menu: { group: 'money', order: 43, label: words['menu.loanStatements'] },
    load: () => import('../../activities/loans/pages/Statements.page.tsx'),
  },
  {
    path: '/loan-statements/:county/:id',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Statement.page.tsx'),
  },
  {
    path: '/loan-subsidies',
    act: 'loan.read',
    menu: { group: 'money', order: 44, label: words['menu.loanSubsidies'] },
    load: () => import('../../activities/loans/pages/Subsidies.page.tsx'),
  },
  {
    path: '/loan-subsidies/:county/:id',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Subsidy.page.tsx'),
  },
  {
    path: '/loan-pools',
    act: 'loan.read',
    menu: { group: 'money', order: 45, label: words['menu.loanPools'] },
    load: () => import('../../activities/loans/pages/Pools.page.tsx'),
  },
  {
    path: '/loan-compensations',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Compensations.page.tsx'),
  },
  {
    path: '/loan-pools/:county/:id',
    act: 'loan.read',
    load: () => import('../../activities/loans/pages/Pool.page.tsx'),
  },
  {
    path: '/my-loans',
    act: 'loan.read_own',
    menu: { group: 'work', order: 12, label: words['menu.myLoans'] },
    load: () => import('../../activities/loans/pages/MyLoans.page.tsx'),
  },
];
