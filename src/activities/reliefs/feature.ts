import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const cooperative = { organisationColumn: 'cooperative_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'reliefs',
  tier: 'activities',
  clauses: ['9.5'],
  tables: [
    { name: 'relief', kind: 'record', occurredOn: ['paid_on'], ...cooperative },
    {
      name: 'relief_line',
      kind: 'record',
      occurredOn: ['paid_on'],
      personal: ['name', 'cause'],
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      ...cooperative,
    },
  ],
  acts: {
    'relief.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'relief.make': { roles: ['village_clerk', 'village_accountant', 'cooperative_manager'], writes: true },
    'relief.pay': { roles: ['village_clerk', 'village_accountant', 'township_clerk'], writes: true },
  },
  facts: [{ name: 'relief', recordPage: '/reliefs/:home/:id' }],
  pages: [
    { path: '/reliefs', act: 'relief.read', menu: { group: 'work', order: 62, words: 'menu.reliefs' } },
    { path: '/reliefs/new', act: 'relief.make' },
    { path: '/reliefs/:county/:id', act: 'relief.read' },
  ],
  words,
});
