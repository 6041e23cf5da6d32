import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'insurance',
  tier: 'activities',
  clauses: [],
  tables: [{ name: 'insurance', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'insurance.read': { roles: officeRoles, writes: false },
    'insurance.record': { roles: ['village_clerk'], writes: true },
    'insurance.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
