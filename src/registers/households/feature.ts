import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const clerks = ['village_clerk', 'township_clerk'] as const;

export const feature = defineFeature({
  name: 'households',
  tier: 'registers',
  clauses: ['7.1', '9.3', '10.1.1', '11.3'],
  tables: [
    {
      name: 'household',
      kind: 'record',
      householdColumn: 'id',
      occurredOn: ['joined_on', 'left_on'],
      personal: [
        'address',
        'phone',
        'phone_hash',
        'phone_masked',
        'bank_name',
        'bank_card',
        'bank_card_hash',
        'bank_card_masked',
      ],
    },
    {
      name: 'resident',
      kind: 'record',
      householdColumn: 'household_id',
      occurredOn: ['joined_on', 'left_on'],
      personal: [
        'name',
        'name_original',
        'name_key',
        'pinyin',
        'initials',
        'id_number',
        'id_number_hash',
        'id_number_masked',
        'id_last4',
        'birth_on',
        'ethnicity',
        'health',
        'political_status',
      ],
    },
    { name: 'resident_key', kind: 'key' },
    {
      name: 'poverty_registration',
      kind: 'record',
      householdColumn: 'household_id',
      occurredOn: ['starts_on', 'ends_on'],
      personal: ['main_cause', 'other_causes', 'note'],
    },
    { name: 'household_lineage', kind: 'journal', householdColumn: 'household_id' },
    { name: 'household_import', kind: 'journal' },
  ],
  acts: {
    'household.read': { roles: officeRoles, writes: false },
    'household.read_own': { roles: ['household'], writes: false },
    'household.record': { roles: clerks, writes: true },
    'household.correct': { roles: clerks, writes: true },
    'household.import': { roles: clerks, writes: true },
    'household.move': { roles: [...clerks, 'banner_office'], writes: true },
    'household.reveal': { roles: [...clerks, 'banner_office', 'auditor'], writes: true },
    'household.export': { roles: [...clerks, 'banner_office', 'city_office', 'auditor'], writes: true },
    'poverty.register': { roles: clerks, writes: true },
  },
  facts: [
    { name: 'household', recordPage: '/households/:county/:id' },
    { name: 'resident', recordPage: '/households/:county/:id' },
    { name: 'poverty_state', recordPage: '/households/:county/:id' },
    { name: 'poverty_resident', recordPage: '/households/:county/:id' },
    { name: 'poverty_change', recordPage: '/households/:county/:id' },
  ],
  pages: [
    { path: '/households', act: 'household.read', menu: { group: 'registers', order: 20, words: 'menu.households' } },
    { path: '/households/new', act: 'household.record' },
    { path: '/households/:county/:id', act: 'household.read' },
    {
      path: '/my-household',
      act: 'household.read_own',
      menu: { group: 'work', order: 10, words: 'menu.my_household' },
    },
  ],
  words,
});
