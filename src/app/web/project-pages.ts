import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of article 18 and the projects of article 11: projects, payment orders, alerts, samples, findings, goals. */
export const projectPages: readonly DeskPage[] = [
  {
    path: '/projects',
    act: 'project.read',
    menu: { group: 'money', order: 20, label: words['menu.projects'] },
    load: () => import('../../activities/projects/pages/Projects.page.tsx'),
  },
  {
    path: '/projects/new',
    act: 'project.record',
    load: () => import('../../activities/projects/pages/NewProject.page.tsx'),
  },
  {
    path: '/projects/outcomes',
    act: 'project.read',
    load: () => import('../../activities/projects/pages/Outcomes.page.tsx'),
  },
  {
    path: '/projects/spending',
    act: 'project.read',
    load: () => import('../../activities/projects/pages/Spending.page.tsx'),
  },
  {
    path: '/projects/:county/:id',
    act: 'project.read',
    load: () => import('../../activities/projects/pages/Project.page.tsx'),
  },
  {
    path: '/projects/:county/:id/goals',
    act: 'appraisal.read',
    load: () => import('../../reports/appraisals/pages/Goals.page.tsx'),
  },
  {
    path: '/fund-orders/:county/:id/goals',
    act: 'appraisal.read',
    load: () => import('../../reports/appraisals/pages/OrderGoals.page.tsx'),
  },
  {
    path: '/fund-reach',
    act: 'fund.oversee',
    load: () => import('../../reports/appraisals/pages/Reach.page.tsx'),
  },
  {
    path: '/payment-orders',
    act: 'payment_order.read',
    menu: { group: 'money', order: 21, label: words['menu.paymentOrders'] },
    load: () => import('../../activities/projects/pages/Orders.page.tsx'),
  },
  {
    path: '/payment-orders/new',
    act: 'payment_order.ask',
    load: () => import('../../activities/projects/pages/NewOrder.page.tsx'),
  },
  {
    path: '/payment-orders/:county/:id',
    act: 'payment_order.read',
    load: () => import('../../activities/projects/pages/Order.page.tsx'),
  },
  {
    path: '/misuse-alerts',
    act: 'misuse_alert.read',
    menu: { group: 'money', order: 30, label: words['menu.alerts'] },
    load: () => import('../../activities/projects/pages/Alerts.page.tsx'),
  },
  {
    path: '/misuse-alerts/back-test',
    act: 'misuse_alert.read',
    load: () => import('../../activities/projects/pages/BackTest.page.tsx'),
  },
  {
    path: '/misuse-alerts/:county/:id',
    act: 'misuse_alert.read',
    load: () => import('../../activities/projects/pages/Alert.page.tsx'),
  },
  {
    path: '/audit-samples',
    act: 'audit_sample.read',
    menu: { group: 'money', order: 31, label: words['menu.samples'] },
    load: () => import('../../activities/projects/pages/Samples.page.tsx'),
  },
  {
    path: '/audit-samples/new',
    act: 'audit_sample.draw',
    load: () => import('../../activities/projects/pages/NewSample.page.tsx'),
  },
  {
    path: '/audit-samples/:county/:id',
    act: 'audit_sample.read',
    load: () => import('../../activities/projects/pages/Sample.page.tsx'),
  },
  {
    path: '/findings',
    act: 'finding.read',
    menu: { group: 'money', order: 32, label: words['menu.findings'] },
    load: () => import('../../activities/projects/pages/Findings.page.tsx'),
  },
  {
    path: '/findings/new',
    act: 'finding.record',
    load: () => import('../../activities/projects/pages/NewFinding.page.tsx'),
  },
  {
    path: '/findings/:county/:id',
    act: 'finding.read',
    load: () => import('../../activities/projects/pages/Finding.page.tsx'),
  },
];
