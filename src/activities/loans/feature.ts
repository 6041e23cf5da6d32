import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'loans',
  tier: 'activities',
  clauses: [],
  tables: [{ name: 'loan', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'loan.read': { roles: officeRoles, writes: false },
    'loan.record': { roles: ['village_clerk'], writes: true },
    'loan.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
