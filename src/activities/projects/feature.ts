import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'projects',
  tier: 'activities',
  clauses: [],
  tables: [{ name: 'project', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'project.read': { roles: officeRoles, writes: false },
    'project.record': { roles: ['village_clerk'], writes: true },
    'project.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
