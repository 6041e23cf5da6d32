import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'shares',
  tier: 'ledgers',
  clauses: [],
  tables: [],
  acts: {},
  facts: [],
  pages: [],
  words,
});
