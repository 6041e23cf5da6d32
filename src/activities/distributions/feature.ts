import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'distributions',
  tier: 'activities',
  clauses: [],
  tables: [],
  acts: {},
  facts: [],
  pages: [],
  words,
});
