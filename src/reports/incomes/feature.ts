import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

/** What reached a household, added up from the facts of those who paid it; nothing is stored here. */
export const feature = defineFeature({
  name: 'incomes',
  tier: 'reports',
  clauses: ['2.2', '10.4.4'],
  tables: [],
  acts: {
    'household_income.read': { roles: officeRoles, writes: false },
    'household_income.export': { roles: officeRoles, writes: true },
  },
  facts: [],
  pages: [{ path: '/household-income/:county/:id', act: 'household_income.read' }],
  words,
});
