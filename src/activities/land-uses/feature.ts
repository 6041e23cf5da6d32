import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'land-uses',
  tier: 'activities',
  clauses: ['12.1', '12.2'],
  tables: [{ name: 'land_use', kind: 'record', occurredOn: ['requested_on', 'answered_on', 'due_on', 'secured_on'] }],
  acts: {
    'land_use.read': { roles: officeRoles, writes: false },
    'land_use.ask': { roles: ['village_clerk', 'village_accountant', 'township_clerk', 'banner_office'], writes: true },
    'land_use.answer': { roles: ['department', 'banner_office'], writes: true },
    'land_use.export': { roles: officeRoles, writes: true },
  },
  facts: [{ name: 'land_use', recordPage: '/land-uses/:county/:id' }],
  pages: [
    { path: '/land-uses', act: 'land_use.read', menu: { group: 'work', order: 70, words: 'menu.landUses' } },
    { path: '/land-uses/new', act: 'land_use.ask' },
    { path: '/land-uses/:county/:id', act: 'land_use.read' },
  ],
  words,
});
