import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'assets',
  tier: 'registers',
  clauses: [],
  tables: [],
  acts: {},
  facts: [],
  pages: [],
  words,
});
