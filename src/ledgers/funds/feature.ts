import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'funds',
  tier: 'ledgers',
  clauses: [],
  tables: [{ name: 'fund', kind: 'record', occurredOn: ['starts_on'] }],
  acts: {
    'fund.read': { roles: officeRoles, writes: false },
    'fund.record': { roles: ['village_clerk'], writes: true },
    'fund.correct': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words,
});
