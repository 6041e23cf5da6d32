import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const village = ['village_accountant', 'village_clerk'] as const;

export const feature = defineFeature({
  name: 'land',
  tier: 'registers',
  clauses: ['6.1', '10.3.2', '12.3', '12.4', '12.5'],
  tables: [
    {
      name: 'land_parcel',
      kind: 'record',
      occurredOn: ['listed_on', 'left_on'],
      personal: ['holder_name'],
      householdColumn: 'holder_id',
    },
    { name: 'land_overlap', kind: 'record' },
    {
      name: 'land_transfer',
      kind: 'record',
      occurredOn: ['starts_on', 'through_on', 'closed_on'],
      personal: ['grantor_name', 'taker_name', 'payer_name'],
      householdColumn: 'household_id',
    },
    { name: 'land_rent', kind: 'record', occurredOn: ['due_on'], householdColumn: 'household_id' },
    { name: 'land_rent_payment', kind: 'journal', householdColumn: 'household_id' },
    { name: 'grass_capacity', kind: 'record', occurredOn: ['holds_from'] },
    { name: 'herd_count', kind: 'record', occurredOn: ['counted_on'], personal: ['holder_name'] },
    { name: 'land_project', kind: 'record', occurredOn: ['approved_on', 'started_on', 'finished_on', 'accepted_on'] },
    { name: 'forest_reform', kind: 'record', occurredOn: ['reached_on'] },
    { name: 'ecological_check', kind: 'record', occurredOn: ['checked_on'] },
    { name: 'land_import', kind: 'journal' },
  ],
  acts: {
    'land.read': { roles: officeRoles, writes: false },
    'land.record': { roles: village, writes: true },
    'land.import': { roles: village, writes: true },
    'land.export': { roles: officeRoles, writes: true },
    'land.transfer': { roles: village, writes: true },
    'land.herd': { roles: village, writes: true },
    'land.capacity': { roles: ['township_clerk', 'banner_office'], writes: true },
    'land.project': { roles: ['township_clerk', 'banner_office'], writes: true },
    'land.reform': { roles: ['village_clerk', 'township_clerk', 'banner_office'], writes: true },
    'land.ecology': { roles: ['department', 'banner_office'], writes: true },
    'land.own': { roles: ['household'], writes: false },
  },
  facts: [
    { name: 'land_parcel', recordPage: '/parcels/:county/:id' },
    { name: 'land_transfer', recordPage: '/land-transfers/:county/:id' },
    { name: 'land_rent', recordPage: '/land-transfers/:county/:id' },
    { name: 'land_rent_arrears', recordPage: '/land-transfers/:county/:id' },
    { name: 'carrying_capacity', recordPage: '/grassland?place=:place&year=:year' },
    { name: 'land_project', recordPage: '/land-projects?place=:place' },
    { name: 'forest_reform', recordPage: '/forest-reform?place=:place' },
    { name: 'ecological_check', recordPage: '/ecological-checks?place=:place' },
  ],
  pages: [
    { path: '/parcels', act: 'land.read', menu: { group: 'registers', order: 80, words: 'menu.parcels' } },
    { path: '/parcels/new', act: 'land.record' },
    { path: '/parcels/:county/:id', act: 'land.read' },
    { path: '/land-transfers', act: 'land.read', menu: { group: 'registers', order: 81, words: 'menu.transfers' } },
    { path: '/land-transfers/arrears', act: 'land.read' },
    { path: '/land-transfers/run', act: 'land.transfer' },
    { path: '/land-transfers/:county/:id', act: 'land.read' },
    { path: '/grassland', act: 'land.read', menu: { group: 'registers', order: 82, words: 'menu.grassland' } },
    { path: '/land-projects', act: 'land.read', menu: { group: 'registers', order: 83, words: 'menu.projects' } },
    { path: '/forest-reform', act: 'land.read', menu: { group: 'registers', order: 84, words: 'menu.reform' } },
    { path: '/ecological-checks', act: 'land.read', menu: { group: 'registers', order: 85, words: 'menu.checks' } },
    { path: '/my-land', act: 'land.own', menu: { group: 'registers', order: 86, words: 'menu.own' } },
  ],
  words,
});
