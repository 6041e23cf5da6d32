import { officeRoles } from '../platform/access/roles.ts';
import { defineFeature } from '../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'indicators',
  tier: 'indicators',
  clauses: ['19.2'],
  tables: [
    { name: 'figure', kind: 'cache' },
    { name: 'figure_state', kind: 'system' },
  ],
  acts: {
    'figure.read': { roles: officeRoles, writes: false },
    'figure.rows': { roles: officeRoles, writes: false },
  },
  facts: [],
  pages: [
    { path: '/indicators', act: 'figure.read', menu: { group: 'reports', order: 40, words: 'menu.indicators' } },
    { path: '/indicators/:code', act: 'figure.read' },
  ],
  words,
});
