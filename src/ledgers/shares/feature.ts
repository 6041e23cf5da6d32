import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const readers = [...officeRoles, 'cooperative_manager'] as const;
const recorders = ['village_clerk', 'village_accountant', 'cooperative_manager', 'township_clerk'] as const;
const holderPage = '/shares/:home/:cooperative/members/:membership';
const ownedBy = { organisationColumn: 'cooperative_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'shares',
  tier: 'ledgers',
  clauses: ['9.6', '10.3.1', '10.3.2', '10.4.3'],
  tables: [
    { name: 'share_class', kind: 'record', ...ownedBy },
    { name: 'share_valuation', kind: 'record', ...ownedBy },
    {
      name: 'share_lot',
      kind: 'record',
      ...ownedBy,
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
    },
    {
      name: 'share_move',
      kind: 'journal',
      ...ownedBy,
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
    },
    {
      name: 'share_certificate',
      kind: 'record',
      ...ownedBy,
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
    },
    { name: 'uplift_policy', kind: 'record', ...ownedBy },
    {
      name: 'uplift_share',
      kind: 'record',
      ...ownedBy,
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      occurredOn: ['starts_on', 'ends_on'],
    },
    { name: 'share_opening', kind: 'journal', ...ownedBy },
  ],
  acts: {
    'share.read': { roles: readers, writes: false },
    'share.read_own': { roles: ['household'], writes: false },
    'share.class': { roles: recorders, writes: true },
    'share.value': { roles: recorders, writes: true },
    'share.open': { roles: ['village_accountant', 'cooperative_manager', 'township_clerk'], writes: true },
    'share.certificate': { roles: recorders, writes: true },
    'share.export': { roles: [...recorders, 'banner_office', 'auditor'], writes: true },
    'uplift.record': { roles: recorders, writes: true },
    'uplift.freeze': { roles: ['village_accountant', 'township_clerk', 'banner_office'], writes: true },
  },
  facts: [
    { name: 'shareholding', recordPage: holderPage },
    { name: 'contribution', recordPage: holderPage },
    { name: 'poor_share_uplift', recordPage: holderPage },
    { name: 'poor_contribution', recordPage: holderPage },
    { name: 'poor_membership', recordPage: '/memberships/:home/:id' },
  ],
  pages: [
    { path: '/shares', act: 'share.read', menu: { group: 'registers', order: 65, words: 'menu.shares' } },
    { path: '/shares/:county/:id', act: 'share.read' },
    { path: '/shares/:county/:id/members/:membershipId', act: 'share.read' },
    { path: '/uplifts/:county/:id', act: 'share.read' },
  ],
  words,
});
