import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const proposers = ['village_clerk', 'village_accountant', 'cooperative_manager', 'township_clerk'] as const;

export const feature = defineFeature({
  name: 'memberships',
  tier: 'activities',
  clauses: ['9.2', '9.6'],
  tables: [
    {
      name: 'membership_act',
      kind: 'record',
      occurredOn: ['occurred_on'],
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
      alsoAt: ['member_place'],
      personal: ['newcomer', 'id_number', 'id_number_masked'],
    },
  ],
  acts: {
    'membership_act.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'membership_act.propose': { roles: proposers, writes: true },
    'membership_act.check': { roles: ['village_accountant', 'township_clerk', 'banner_office'], writes: true },
    'membership_act.export': { roles: [...proposers, 'banner_office', 'auditor'], writes: true },
    'membership_act.link': {
      roles: ['village_clerk', 'village_accountant', 'township_clerk', 'banner_office'],
      writes: true,
    },
  },
  facts: [],
  pages: [
    {
      path: '/membership-acts',
      act: 'membership_act.read',
      menu: { group: 'work', order: 36, words: 'menu.membershipActs' },
    },
    { path: '/membership-acts/new', act: 'membership_act.propose' },
    { path: '/membership-acts/:county/:id', act: 'membership_act.read' },
    { path: '/household-links/:county/:id', act: 'membership_act.link' },
  ],
  words,
});
