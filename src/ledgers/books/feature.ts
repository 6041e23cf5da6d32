import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'books',
  tier: 'ledgers',
  clauses: [],
  tables: [],
  acts: {},
  facts: [],
  pages: [],
  words,
});
