import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const posters = ['village_clerk', 'village_accountant', 'cooperative_manager', 'township_clerk'] as const;

export const feature = defineFeature({
  name: 'notices',
  tier: 'procedures',
  clauses: ['9.2', '9.3', '10.1.2'],
  tables: [
    {
      name: 'notice',
      kind: 'record',
      occurredOn: ['posted_on', 'withdrawn_on'],
      organisationColumn: 'organisation_id',
      organisationWrites: true,
    },
    { name: 'notice_row', kind: 'journal', organisationColumn: 'organisation_id', organisationWrites: true },
    { name: 'notice_sheet', kind: 'record', organisationColumn: 'organisation_id', organisationWrites: true },
    {
      name: 'notice_objection',
      kind: 'record',
      occurredOn: ['received_on', 'answered_on'],
      personal: ['name', 'phone', 'phone_masked', 'statement'],
      organisationColumn: 'organisation_id',
      organisationWrites: true,
    },
    { name: 'notice_quota', kind: 'system' },
  ],
  acts: {
    'notice.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'notice.post': { roles: posters, writes: true },
    'notice.withdraw': { roles: posters, writes: true },
    'notice.object': { roles: [...posters, 'first_secretary', 'banner_office'], writes: true },
    'notice.answer': {
      roles: ['village_clerk', 'village_accountant', 'cooperative_manager', 'township_clerk', 'banner_office'],
      writes: true,
    },
    'notice.reveal': {
      roles: ['village_clerk', 'village_accountant', 'township_clerk', 'banner_office'],
      writes: true,
    },
  },
  facts: [
    { name: 'notice', recordPage: '/notices/:county/:id' },
    { name: 'notice_objection', recordPage: '/notices/:county/:id' },
  ],
  pages: [
    { path: '/notices', act: 'notice.read', menu: { group: 'work', order: 50, words: 'menu.notices' } },
    { path: '/notices/new', act: 'notice.post' },
    { path: '/notices/objections', act: 'notice.read' },
    { path: '/notices/:county/:id', act: 'notice.read' },
  ],
  words,
});
