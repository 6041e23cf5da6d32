import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

/** Villages ranked for more money: its formula is made of indicators, so it stands above them and not with the funds. */
export const feature = defineFeature({
  name: 'tilts',
  tier: 'reports',
  clauses: ['11.2'],
  tables: [{ name: 'fund_tilt', kind: 'record' }],
  acts: {
    'fund.tilt': { roles: ['city_office', 'finance', 'banner_office'], writes: true },
  },
  facts: [],
  pages: [
    { path: '/fund-tilts', act: 'fund.oversee' },
    { path: '/fund-tilts/try', act: 'fund.tilt' },
    { path: '/fund-tilts/:county/:id', act: 'fund.oversee' },
  ],
  words,
});
