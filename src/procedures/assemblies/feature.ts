import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

export const feature = defineFeature({
  name: 'assemblies',
  tier: 'procedures',
  clauses: [],
  tables: [],
  acts: {},
  facts: [],
  pages: [],
  words,
});
