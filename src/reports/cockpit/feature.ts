import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

/** Its page is also the home of everybody who may read it. */
export const feature = defineFeature({
  name: 'cockpit',
  tier: 'reports',
  clauses: ['19.2'],
  tables: [],
  acts: { 'cockpit.read': { roles: officeRoles, writes: false } },
  facts: [],
  pages: [{ path: '/cockpit', act: 'cockpit.read' }],
  words,
});
