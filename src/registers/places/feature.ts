import { roles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'places',
  tier: 'registers',
  clauses: ['7.1', '7.2', '7.4', '11.3'],
  tables: [
    { name: 'place', kind: 'reference' },
    { name: 'place_change', kind: 'reference' },
    { name: 'place_flag', kind: 'record', occurredOn: ['starts_on', 'ends_on'] },
  ],
  acts: {
    'place.read': { roles, writes: false },
    'place.change': { roles: ['city_office'], writes: true },
    'place.flag': { roles: ['city_office', 'banner_office'], writes: true },
  },
  facts: [
    { name: 'village', recordPage: '/places/:place' },
    { name: 'village_flag', recordPage: '/places/:place' },
  ],
  pages: [
    { path: '/places', act: 'place.read', menu: { group: 'registers', order: 10, words: 'menu.places' } },
    { path: '/places/flags', act: 'place.read', menu: { group: 'registers', order: 11, words: 'menu.flags' } },
    { path: '/places/:place', act: 'place.read' },
  ],
  words,
});
