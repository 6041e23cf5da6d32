import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { deciderRoles } from './rules.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'approvals',
  tier: 'procedures',
  clauses: ['9.2', '10.1.2'],
  tables: [
    {
      name: 'approval',
      kind: 'record',
      occurredOn: ['asked_on', 'decided_on'],
      organisationColumn: 'organisation_id',
      organisationWrites: true,
    },
  ],
  acts: {
    'approval.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'approval.decide': { roles: deciderRoles, writes: true },
    'approval.withdraw': {
      roles: ['village_clerk', 'village_accountant', 'township_clerk', 'banner_office', 'cooperative_manager'],
      writes: true,
    },
  },
  facts: [],
  pages: [
    { path: '/approvals', act: 'approval.read', menu: { group: 'work', order: 20, words: 'menu.approvals' } },
    { path: '/approvals/:county/:id', act: 'approval.read' },
  ],
  words,
});
