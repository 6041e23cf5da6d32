import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'monthly',
  tier: 'reports',
  clauses: ['19.2'],
  tables: [
    { name: 'frozen_figure', kind: 'journal' },
    { name: 'restatement', kind: 'journal' },
  ],
  acts: { 'report.read': { roles: officeRoles, writes: false } },
  facts: [],
  pages: [{ path: '/reports/monthly', act: 'report.read', menu: { group: 'reports', order: 10, words: 'menu.monthly' } }],
  words,
});
