import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

/** The goals themselves stand with their project; here they meet the indicators they are made of. */
export const feature = defineFeature({
  name: 'appraisals',
  tier: 'reports',
  clauses: ['18.2'],
  tables: [],
  acts: {
    'appraisal.read': { roles: officeRoles, writes: false },
    'appraisal.set': { roles: ['finance', 'banner_office', 'township_clerk'], writes: true },
    'appraisal.score': { roles: ['finance', 'banner_office'], writes: true },
  },
  facts: [],
  pages: [
    { path: '/projects/:county/:id/goals', act: 'appraisal.read' },
    { path: '/fund-orders/:county/:id/goals', act: 'appraisal.read' },
    { path: '/fund-reach', act: 'fund.oversee' },
  ],
  words,
});
