import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'rewards',
  tier: 'activities',
  clauses: [],
  tables: [{ name: 'reward', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'reward.read': { roles: officeRoles, writes: false },
    'reward.record': { roles: ['village_clerk'], writes: true },
    'reward.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
