import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const village = ['village_accountant', 'village_clerk'] as const;

export const feature = defineFeature({
  name: 'assets',
  tier: 'registers',
  clauses: ['9.1'],
  tables: [
    { name: 'asset', kind: 'record', occurredOn: ['listed_on', 'left_on'] },
    { name: 'asset_confirmation', kind: 'journal' },
    { name: 'asset_survey', kind: 'record', occurredOn: ['accepted_on'] },
    { name: 'asset_check', kind: 'record' },
    { name: 'asset_contract', kind: 'record', occurredOn: ['starts_on', 'closed_on'], personal: ['tenant_name'] },
    { name: 'asset_rent', kind: 'record', occurredOn: ['due_on'] },
    { name: 'rent_payment', kind: 'journal' },
    { name: 'asset_import', kind: 'journal' },
  ],
  acts: {
    'asset.read': { roles: officeRoles, writes: false },
    'asset.record': { roles: village, writes: true },
    'asset.import': { roles: village, writes: true },
    'asset.export': { roles: officeRoles, writes: true },
    'asset.confirm_village': { roles: village, writes: true },
    'asset.confirm_township': { roles: ['township_clerk'], writes: true },
    'asset.check': { roles: village, writes: true },
    'asset.accept': { roles: ['township_clerk'], writes: true },
    'asset.let': { roles: village, writes: true },
  },
  facts: [
    { name: 'asset', recordPage: '/assets/:county/:id' },
    { name: 'asset_value', recordPage: '/assets/:county/:id' },
    { name: 'asset_area', recordPage: '/assets/:county/:id' },
    { name: 'asset_confirmed', recordPage: '/assets/:county/:id' },
    { name: 'asset_survey', recordPage: '/assets/survey?place=:place&year=:year' },
    { name: 'asset_contract', recordPage: '/asset-contracts/:county/:id' },
    { name: 'rent', recordPage: '/asset-contracts/:county/:id' },
    { name: 'rent_arrears', recordPage: '/asset-contracts/:county/:id' },
  ],
  pages: [
    { path: '/assets', act: 'asset.read', menu: { group: 'registers', order: 70, words: 'menu.assets' } },
    { path: '/assets/new', act: 'asset.record' },
    { path: '/assets/totals', act: 'asset.read', menu: { group: 'registers', order: 71, words: 'menu.totals' } },
    { path: '/assets/surveys', act: 'asset.read', menu: { group: 'work', order: 40, words: 'menu.surveys' } },
    { path: '/assets/survey', act: 'asset.read' },
    { path: '/assets/:county/:id', act: 'asset.read' },
    { path: '/asset-contracts', act: 'asset.read', menu: { group: 'registers', order: 72, words: 'menu.contracts' } },
    { path: '/asset-contracts/:county/:id', act: 'asset.read' },
  ],
  words,
});
