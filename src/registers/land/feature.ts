import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'land',
  tier: 'registers',
  clauses: [],
  tables: [{ name: 'land', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'land.read': { roles: officeRoles, writes: false },
    'land.record': { roles: ['village_clerk'], writes: true },
    'land.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
