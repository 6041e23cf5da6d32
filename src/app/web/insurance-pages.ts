import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of article 14: insurance, its coverage, claims and doubts, and rewards. */
export const insurancePages: readonly DeskPage[] = [
  {
    path: '/insurance',
    act: 'insurance.oversee',
    menu: { group: 'money', order: 50, label: words['menu.insuranceCoverage'] },
    load: () => import('../../activities/insurance/pages/Coverage.page.tsx'),
  },
  {
    path: '/insurance/villages',
    act: 'insurance.oversee',
    load: () => import('../../activities/insurance/pages/GapVillages.page.tsx'),
  },
  {
    path: '/insurance/households',
    act: 'insurance.oversee',
    load: () => import('../../activities/insurance/pages/GapHouseholds.page.tsx'),
  },
  {
    path: '/insurance-policies',
    act: 'insurance.read',
    menu: { group: 'money', order: 51, label: words['menu.insurance'] },
    load: () => import('../../activities/insurance/pages/Policies.page.tsx'),
  },
  {
    path: '/insurance-policies/new',
    act: 'insurance.record',
    load: () => import('../../activities/insurance/pages/NewPolicy.page.tsx'),
  },
  {
    path: '/insurance-policies/:county/:id',
    act: 'insurance.read',
    load: () => import('../../activities/insurance/pages/Policy.page.tsx'),
  },
  {
    path: '/insurance-policies/:county/:id/report',
    act: 'insurance.report',
    load: () => import('../../activities/insurance/pages/Report.page.tsx'),
  },
  {
    path: '/insurance-intake',
    act: 'insurance.match',
    load: () => import('../../activities/insurance/pages/Queue.page.tsx'),
  },
  {
    path: '/insurance-terms',
    act: 'insurance.read',
    load: () => import('../../activities/insurance/pages/Terms.page.tsx'),
  },
  {
    path: '/insurance-renewals',
    act: 'insurance.oversee',
    menu: { group: 'money', order: 52, label: words['menu.insuranceRenewals'] },
    load: () => import('../../activities/insurance/pages/Renewals.page.tsx'),
  },
  {
    path: '/insurance-claims',
    act: 'insurance.read',
    menu: { group: 'money', order: 53, label: words['menu.insuranceClaims'] },
    load: () => import('../../activities/insurance/pages/Claims.page.tsx'),
  },
  {
    path: '/insurance-claims/:county/:id',
    act: 'insurance.read',
    load: () => import('../../activities/insurance/pages/Claim.page.tsx'),
  },
  {
    path: '/insurance-alerts',
    act: 'insurance.oversee',
    menu: { group: 'money', order: 54, label: words['menu.insuranceAlerts'] },
    load: () => import('../../activities/insurance/pages/Alerts.page.tsx'),
  },
  {
    path: '/risk-requests',
    act: 'insurance.oversee',
    menu: { group: 'money', order: 55, label: words['menu.riskRequests'] },
    load: () => import('../../activities/insurance/pages/RiskRequests.page.tsx'),
  },
  {
    path: '/risk-requests/new',
    act: 'risk.ask',
    load: () => import('../../activities/insurance/pages/NewRiskRequest.page.tsx'),
  },
  {
    path: '/risk-requests/:county/:id',
    act: 'insurance.oversee',
    load: () => import('../../activities/insurance/pages/RiskRequest.page.tsx'),
  },
  {
    path: '/rewards',
    act: 'reward.read',
    menu: { group: 'money', order: 60, label: words['menu.rewards'] },
    load: () => import('../../activities/rewards/pages/Rewards.page.tsx'),
  },
  {
    path: '/rewards/new',
    act: 'reward.apply',
    load: () => import('../../activities/rewards/pages/NewReward.page.tsx'),
  },
  {
    path: '/rewards/:county/:id',
    act: 'reward.read',
    load: () => import('../../activities/rewards/pages/Reward.page.tsx'),
  },
  {
    path: '/reward-schemes',
    act: 'reward.read',
    load: () => import('../../activities/rewards/pages/Schemes.page.tsx'),
  },
  {
    path: '/reward-batches',
    act: 'reward.oversee',
    load: () => import('../../activities/rewards/pages/Batches.page.tsx'),
  },
  {
    path: '/reward-batches/:county/:id',
    act: 'reward.oversee',
    load: () => import('../../activities/rewards/pages/Batch.page.tsx'),
  },
];
