import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const readers = [...officeRoles, 'cooperative_manager'] as const;
const recorders = ['village_clerk', 'village_accountant', 'cooperative_manager', 'township_clerk'] as const;

export const feature = defineFeature({
  name: 'cooperatives',
  tier: 'registers',
  clauses: ['9.2', '10.3.1', '10.3.3'],
  tables: [
    {
      name: 'cooperative',
      kind: 'record',
      occurredOn: ['registered_on', 'dissolved_on'],
      organisationColumn: 'id',
      organisationWrites: true,
      personal: ['phone'],
    },
    { name: 'cooperative_key', kind: 'key' },
    { name: 'charter', kind: 'record', organisationColumn: 'cooperative_id', organisationWrites: true },
    {
      name: 'membership',
      kind: 'record',
      occurredOn: ['joined_on', 'left_on'],
      householdColumn: 'household_id',
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
      alsoAt: ['member_place'],
      personal: ['name', 'pinyin', 'initials', 'id_number', 'id_number_hash', 'id_number_masked', 'phone'],
    },
    {
      name: 'composition_breach',
      kind: 'record',
      organisationColumn: 'cooperative_id',
      organisationWrites: true,
    },
  ],
  acts: {
    'cooperative.read': { roles: readers, writes: false },
    'cooperative.register': { roles: ['township_clerk', 'banner_office'], writes: true },
    'cooperative.correct': { roles: ['village_clerk', 'township_clerk', 'banner_office'], writes: true },
    'cooperative.dissolve': { roles: ['banner_office'], writes: true },
    'cooperative.export': { roles: ['township_clerk', 'banner_office', 'city_office', 'auditor'], writes: true },
    'charter.record': { roles: [...recorders, 'banner_office'], writes: true },
    'membership.read': { roles: readers, writes: false },
    'membership.read_own': { roles: ['household'], writes: false },
    'membership.record': { roles: recorders, writes: true },
    'membership.correct': { roles: recorders, writes: true },
    'membership.import': { roles: recorders, writes: true },
    'membership.export': { roles: [...recorders, 'banner_office', 'auditor'], writes: true },
    'membership.reveal': { roles: [...recorders, 'banner_office', 'auditor'], writes: true },
  },
  facts: [
    { name: 'cooperative', recordPage: '/cooperatives/:county/:id' },
    { name: 'membership', recordPage: '/memberships/:home/:id' },
  ],
  pages: [
    {
      path: '/cooperatives',
      act: 'cooperative.read',
      menu: { group: 'registers', order: 60, words: 'menu.cooperatives' },
    },
    { path: '/cooperatives/new', act: 'cooperative.register' },
    { path: '/cooperatives/:county/:id', act: 'cooperative.read' },
    { path: '/cooperatives/:county/:id/members/new', act: 'membership.record' },
    { path: '/memberships/:county/:id', act: 'membership.read' },
  ],
  words,
});
