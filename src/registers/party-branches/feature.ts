import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'party-branches',
  tier: 'registers',
  clauses: ['8.3', '8.4', '10.1.1'],
  tables: [
    { name: 'party_branch', kind: 'record', occurredOn: ['starts_on', 'ends_on'] },
    { name: 'branch_post', kind: 'record', occurredOn: ['starts_on', 'ends_on'] },
    { name: 'branch_year', kind: 'record' },
    { name: 'branch_rectification', kind: 'record', occurredOn: ['found_on', 'closed_on'] },
  ],
  acts: {
    'branch.read': { roles: officeRoles, writes: false },
    'branch.record': { roles: ['village_clerk', 'township_clerk', 'banner_office'], writes: true },
    'branch.rate': { roles: ['township_clerk', 'banner_office'], writes: true },
  },
  facts: [
    { name: 'branch', recordPage: '/branches/:county/:id' },
    { name: 'branch_secretary', recordPage: '/branches/:county/:id' },
    { name: 'branch_weak', recordPage: '/branches/:county/:id' },
  ],
  pages: [
    { path: '/branches', act: 'branch.read', menu: { group: 'registers', order: 40, words: 'menu.branches' } },
    { path: '/branches/new', act: 'branch.record' },
    { path: '/branches/:county/:id', act: 'branch.read' },
  ],
  words,
});
