import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const callers = ['village_clerk', 'village_accountant', 'cooperative_manager'] as const;
const own = { organisationColumn: 'cooperative_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'assemblies',
  tier: 'procedures',
  clauses: ['9.2', '10.1.2'],
  tables: [
    { name: 'assembly', kind: 'record', occurredOn: ['held_on'], ...own },
    { name: 'attendance', kind: 'record', personal: ['name', 'proxy_name'], ...own },
    { name: 'motion', kind: 'record', occurredOn: ['decided_on'], ...own },
  ],
  acts: {
    'assembly.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'assembly.call': { roles: callers, writes: true },
    'assembly.close': { roles: callers, writes: true },
    'assembly.reopen': { roles: ['township_clerk', 'banner_office'], writes: true },
  },
  facts: [
    { name: 'assembly', recordPage: '/assemblies/:county/:id' },
    { name: 'resolution', recordPage: '/assemblies/:county/:id' },
  ],
  pages: [
    { path: '/assemblies', act: 'assembly.read', menu: { group: 'work', order: 30, words: 'menu.assemblies' } },
    { path: '/assemblies/new', act: 'assembly.call' },
    { path: '/assemblies/:county/:id', act: 'assembly.read' },
  ],
  words,
});
