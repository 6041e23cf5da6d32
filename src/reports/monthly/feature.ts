import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'monthly',
  tier: 'reports',
  clauses: ['19.2', '19.3'],
  tables: [],
  acts: {
    'report.read': { roles: officeRoles, writes: false },
    'figure.export': { roles: officeRoles, writes: true },
  },
  facts: [],
  pages: [
    { path: '/reports/monthly', act: 'report.read', menu: { group: 'reports', order: 10, words: 'menu.monthly' } },
    { path: '/figures', act: 'figure.rows' },
  ],
  words,
});
