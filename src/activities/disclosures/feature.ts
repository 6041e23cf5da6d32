import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const makers = ['village_accountant', 'village_clerk', 'cooperative_manager'] as const;
const readers = [...officeRoles, 'cooperative_manager'] as const;

export const feature = defineFeature({
  name: 'disclosures',
  tier: 'activities',
  clauses: ['10.1.2'],
  tables: [
    {
      name: 'disclosure',
      kind: 'record',
      occurredOn: ['published_on'],
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
    },
    {
      name: 'finance_group_member',
      kind: 'record',
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
      personal: ['name', 'phone'],
    },
    {
      name: 'disclosure_signature',
      kind: 'journal',
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
    },
  ],
  acts: {
    'disclosure.read': { roles: readers, writes: false },
    'disclosure.propose': { roles: makers, writes: true },
    'disclosure.check': { roles: ['village_clerk', 'village_accountant', 'township_clerk'], writes: true },
    'disclosure.publish': { roles: makers, writes: true },
    'disclosure.return': { roles: [...makers, 'township_clerk'], writes: true },
    'disclosure.export': { roles: readers, writes: true },
    'finance_group.record': { roles: ['village_clerk', 'township_clerk', 'cooperative_manager'], writes: true },
  },
  facts: [{ name: 'disclosure', recordPage: '/disclosures/:county/:id' }],
  pages: [
    { path: '/disclosures', act: 'disclosure.read', menu: { group: 'work', order: 55, words: 'menu.disclosures' } },
    { path: '/disclosures/new', act: 'disclosure.read' },
    { path: '/disclosures/rows', act: 'disclosure.read' },
    { path: '/disclosures/:county/:id', act: 'disclosure.read' },
    { path: '/finance-groups', act: 'disclosure.read', menu: { group: 'work', order: 56, words: 'menu.groups' } },
  ],
  words,
});
