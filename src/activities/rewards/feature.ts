import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const village = ['village_clerk', 'village_accountant'] as const;
const cooperative = { organisationColumn: 'cooperative_id' } as const;

export const feature = defineFeature({
  name: 'rewards',
  tier: 'activities',
  clauses: ['14.3'],
  tables: [
    { name: 'reward_scheme', kind: 'reference' },
    { name: 'reward_rate', kind: 'reference' },
    {
      name: 'reward',
      kind: 'record',
      occurredOn: ['applied_on', 'checked_on', 'paid_on'],
      personal: ['name'],
      householdColumn: 'household_id',
      ...cooperative,
    },
    { name: 'reward_unit', kind: 'record', ...cooperative },
    { name: 'reward_coin', kind: 'key' },
    { name: 'reward_batch', kind: 'record' },
    { name: 'reward_transfer', kind: 'record', personal: ['name', 'bank_name', 'card_masked'] },
  ],
  acts: {
    'reward.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'reward.oversee': { roles: officeRoles, writes: false },
    'reward.export': { roles: officeRoles, writes: true },
    'reward.scheme': { roles: ['city_office', 'banner_office'], writes: true },
    'reward.apply': { roles: village, writes: true },
    'reward.check': { roles: ['township_clerk'], writes: true },
    'reward.post': { roles: [...village, 'township_clerk'], writes: true },
    'reward.order': { roles: ['township_clerk', 'banner_office'], writes: true },
    'reward.pay': { roles: ['banner_office', 'finance'], writes: true },
  },
  facts: [
    { name: 'reward', recordPage: '/rewards/:county/:id' },
    { name: 'reward_check', recordPage: '/rewards/:county/:id' },
  ],
  pages: [
    { path: '/rewards', act: 'reward.read', menu: { group: 'money', order: 60, words: 'menu.rewards' } },
    { path: '/rewards/new', act: 'reward.apply' },
    { path: '/rewards/:county/:id', act: 'reward.read' },
    { path: '/reward-schemes', act: 'reward.read' },
    { path: '/reward-batches', act: 'reward.oversee' },
    { path: '/reward-batches/:county/:id', act: 'reward.oversee' },
  ],
  words,
});
