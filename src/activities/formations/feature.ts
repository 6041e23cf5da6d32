import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'formations',
  tier: 'activities',
  clauses: ['9.2', '9.6', '10.1.1'],
  tables: [
    { name: 'formation', kind: 'record' },
    { name: 'formation_founder', kind: 'record', personal: ['name'], alsoAt: ['member_place'] },
    { name: 'formation_step', kind: 'record', occurredOn: ['reached_on', 'ended_on'] },
  ],
  acts: {
    'formation.read': { roles: officeRoles, writes: false },
    'formation.record': { roles: ['village_clerk', 'village_accountant'], writes: true },
    'formation.register': { roles: ['banner_office'], writes: true },
  },
  facts: [{ name: 'formation_step', recordPage: '/formations/:county/:id' }],
  pages: [
    { path: '/formations', act: 'formation.read', menu: { group: 'work', order: 35, words: 'menu.formations' } },
    { path: '/formations/new', act: 'formation.record' },
    { path: '/formations/:county/:id', act: 'formation.read' },
  ],
  words,
});
