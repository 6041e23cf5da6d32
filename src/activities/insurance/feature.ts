import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const village = ['village_clerk', 'village_accountant'] as const;
const offices = ['township_clerk', 'banner_office'] as const;
const insurer = { organisationColumn: 'insurer_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'insurance',
  tier: 'activities',
  clauses: ['14.1'],
  tables: [
    { name: 'insurance_insurer', kind: 'reference' },
    { name: 'insurance_terms', kind: 'reference' },
    { name: 'insurance_policy', kind: 'record', occurredOn: ['starts_on', 'ends_on'], ...insurer },
    {
      name: 'insurance_insured',
      kind: 'record',
      occurredOn: ['starts_on', 'ends_on'],
      personal: ['name'],
      householdColumn: 'household_id',
      alsoAt: ['insured_place'],
      ...insurer,
    },
    { name: 'insurance_import', kind: 'journal' },
    { name: 'insurance_intake', kind: 'record', personal: ['name', 'id_number_masked'] },
    { name: 'insurance_reminder', kind: 'record', householdColumn: 'household_id' },
    { name: 'insurance_claim', kind: 'record', occurredOn: ['reported_on', 'agreed_on', 'paid_on'], ...insurer },
    {
      name: 'insurance_claim_line',
      kind: 'record',
      occurredOn: ['paid_on'],
      personal: ['name'],
      householdColumn: 'household_id',
      alsoAt: ['insured_place'],
      ...insurer,
    },
    { name: 'insurance_alert', kind: 'record', occurredOn: ['found_on', 'decided_on'], personal: ['name'] },
  ],
  acts: {
    'insurance.read': { roles: [...officeRoles, 'insurer'], writes: false },
    'insurance.oversee': { roles: officeRoles, writes: false },
    'insurance.export': { roles: [...officeRoles, 'insurer'], writes: true },
    'insurance.oversee_export': { roles: officeRoles, writes: true },
    'insurance.terms': { roles: ['city_office'], writes: true },
    'insurance.record': { roles: [...village, 'township_clerk'], writes: true },
    'insurance.issue': { roles: [...offices, 'insurer'], writes: true },
    'insurance.import': { roles: [...offices, 'city_office'], writes: true },
    'insurance.match': { roles: [...village, ...offices], writes: true },
    'insurance.remind': { roles: village, writes: true },
    'insurance.report': { roles: village, writes: true },
    'insurance.survey': { roles: [...offices, 'insurer'], writes: true },
    'insurance.pay': { roles: ['banner_office', 'insurer'], writes: true },
    'insurance.review': { roles: offices, writes: true },
  },
  facts: [
    { name: 'insurance_policy', recordPage: '/insurance-policies/:home/:id' },
    { name: 'insured_units', recordPage: '/insurance-policies/:home/:id' },
    { name: 'insurance_premium', recordPage: '/insurance-policies/:home/:id' },
    { name: 'insurance_claim', recordPage: '/insurance-claims/:county/:id' },
    { name: 'insurance_payout', recordPage: '/insurance-claims/:home/:id' },
    { name: 'insurance_alert', recordPage: '/insurance-alerts?place=:place' },
  ],
  pages: [
    { path: '/insurance', act: 'insurance.oversee', menu: { group: 'money', order: 50, words: 'menu.coverage' } },
    { path: '/insurance/villages', act: 'insurance.oversee' },
    { path: '/insurance/households', act: 'insurance.oversee' },
    {
      path: '/insurance-policies',
      act: 'insurance.read',
      menu: { group: 'money', order: 51, words: 'menu.insurance' },
    },
    { path: '/insurance-policies/new', act: 'insurance.record' },
    { path: '/insurance-policies/:county/:id', act: 'insurance.read' },
    { path: '/insurance-policies/:county/:id/report', act: 'insurance.report' },
    { path: '/insurance-intake', act: 'insurance.match' },
    { path: '/insurance-terms', act: 'insurance.read' },
    {
      path: '/insurance-renewals',
      act: 'insurance.oversee',
      menu: { group: 'money', order: 52, words: 'menu.renewals' },
    },
    { path: '/insurance-claims', act: 'insurance.read', menu: { group: 'money', order: 53, words: 'menu.claims' } },
    { path: '/insurance-claims/:county/:id', act: 'insurance.read' },
    { path: '/insurance-alerts', act: 'insurance.oversee', menu: { group: 'money', order: 54, words: 'menu.alerts' } },
  ],
  words,
});
