import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'land-uses',
  tier: 'activities',
  clauses: [],
  tables: [{ name: 'land_use', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'landUse.read': { roles: officeRoles, writes: false },
    'landUse.record': { roles: ['village_clerk'], writes: true },
    'landUse.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
