import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'submissions',
  tier: 'activities',
  clauses: ['19.2', '19.3'],
  tables: [
    { name: 'submission', kind: 'record', occurredOn: ['sent_on'] },
    { name: 'submission_return', kind: 'journal' },
    { name: 'submission_unlock', kind: 'journal' },
    { name: 'frozen_figure', kind: 'journal' },
    { name: 'restatement', kind: 'journal' },
  ],
  acts: {
    'submission.read': { roles: officeRoles, writes: false },
    'submission.confirm': { roles: ['village_clerk', 'township_clerk', 'banner_office', 'city_office'], writes: true },
    'submission.approve': { roles: ['township_clerk', 'banner_office', 'city_office', 'city_leader'], writes: true },
    'submission.return': { roles: ['township_clerk', 'banner_office', 'city_office'], writes: true },
    'submission.unlock': { roles: ['township_clerk', 'banner_office', 'city_office'], writes: true },
  },
  facts: [{ name: 'submission', recordPage: '/reports/monthly?place=:place&month=:month' }],
  pages: [],
  words,
});
