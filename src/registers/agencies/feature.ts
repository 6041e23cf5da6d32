import { roles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'agencies',
  tier: 'registers',
  clauses: ['8.1', '17.1'],
  tables: [
    { name: 'agency', kind: 'record', occurredOn: ['starts_on', 'ends_on'], organisationColumn: 'id' },
    { name: 'agency_key', kind: 'key' },
  ],
  acts: {
    'agency.read': { roles, writes: false },
    'agency.withdraw': { roles: ['city_office', 'banner_office', 'township_clerk'], writes: true },
    'agency.record': { roles: ['city_office', 'banner_office', 'township_clerk'], writes: true },
  },
  facts: [{ name: 'agency', recordPage: '/agencies/:county/:id' }],
  pages: [
    { path: '/agencies', act: 'agency.read', menu: { group: 'registers', order: 50, words: 'menu.agencies' } },
    { path: '/agencies/new', act: 'agency.record' },
    { path: '/agencies/:county/:id', act: 'agency.read' },
  ],
  words,
});
