import { roles } from '../platform/access/roles.ts';
import { defineFeature } from '../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'measure',
  tier: 'measure',
  clauses: ['1.1', '2.1', '3.1', '4.1', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '21.1', '22.1'],
  tables: [
    { name: 'official_text', kind: 'reference' },
    { name: 'parameter', kind: 'reference' },
    { name: 'interpretation', kind: 'reference' },
  ],
  acts: {
    'measure.read': { roles, writes: false },
    'measure.import_text': { roles: ['city_office'], writes: true },
    'measure.set_parameter': { roles: ['city_office'], writes: true },
    'measure.interpret': { roles: ['city_office'], writes: true },
  },
  facts: [],
  pages: [
    { path: '/measure', act: 'measure.read', menu: { group: 'measure', order: 10, words: 'menu.measure' } },
    { path: '/measure/articles/:number', act: 'measure.read' },
    {
      path: '/measure/parameters',
      act: 'measure.read',
      menu: { group: 'measure', order: 20, words: 'menu.parameters' },
    },
    {
      path: '/measure/interpretations',
      act: 'measure.read',
      menu: { group: 'measure', order: 30, words: 'menu.interpretations' },
    },
  ],
  words,
});
