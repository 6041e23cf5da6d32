import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const readers = [...officeRoles, 'cooperative_manager'] as const;
const makers = ['village_clerk', 'village_accountant', 'cooperative_manager'] as const;
const checkers = ['village_clerk', 'village_accountant', 'township_clerk'] as const;
/** the line of one member in the list of a distribution */
const memberPage = '/distributions/:home/:distribution?tab=lines&q=:number';
const cooperative = { organisationColumn: 'cooperative_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'distributions',
  tier: 'activities',
  clauses: ['9.3', '9.4', '9.5', '9.6', '10.3.2'],
  tables: [
    { name: 'distribution', kind: 'record', occurredOn: ['declared_on'], ...cooperative },
    { name: 'distribution_option', kind: 'record', ...cooperative },
    {
      name: 'distribution_basis',
      kind: 'journal',
      personal: ['name'],
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      ...cooperative,
    },
    {
      name: 'dividend',
      kind: 'journal',
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      ...cooperative,
    },
    { name: 'dividend_correction', kind: 'record', ...cooperative },
    {
      name: 'dividend_change',
      kind: 'journal',
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      ...cooperative,
    },
    {
      name: 'payee_account',
      kind: 'record',
      personal: ['holder', 'bank_name', 'account', 'account_hash', 'account_masked', 'entitled_by'],
      alsoAt: ['member_place'],
      ...cooperative,
    },
    { name: 'payout_batch', kind: 'record', ...cooperative },
    {
      name: 'payout',
      kind: 'record',
      occurredOn: ['state_on'],
      personal: ['name', 'holder', 'bank_name', 'account', 'account_hash', 'account_masked'],
      householdColumn: 'household_id',
      alsoAt: ['member_place'],
      ...cooperative,
    },
    { name: 'return_contract', kind: 'record', ...cooperative },
    { name: 'return_schedule', kind: 'record', occurredOn: ['due_on'], ...cooperative },
    { name: 'return_payment', kind: 'journal', ...cooperative },
  ],
  acts: {
    'distribution.read': { roles: readers, writes: false },
    'distribution.make': { roles: makers, writes: true },
    'distribution.declare': { roles: checkers, writes: true },
    'distribution.withdraw': { roles: [...makers, 'township_clerk'], writes: true },
    'distribution.export': { roles: [...readers], writes: false },
    'dividend.read_own': { roles: ['household'], writes: false },
    'dividend.correct': { roles: makers, writes: true },
    'dividend.check': { roles: checkers, writes: true },
    'payout.make': { roles: makers, writes: true },
    'payout.settle': { roles: checkers, writes: true },
    'payee.record': { roles: makers, writes: true },
    'return.read': { roles: readers, writes: false },
    'return.record': { roles: makers, writes: true },
  },
  facts: [
    { name: 'distribution', recordPage: '/distributions/:county/:id' },
    { name: 'net_profit', recordPage: '/distributions/:county/:id' },
    { name: 'set_aside', recordPage: '/distributions/:county/:id' },
    { name: 'dividend', recordPage: memberPage },
    { name: 'dividend_payment', recordPage: memberPage },
    { name: 'dividend_unpaid', recordPage: memberPage },
    { name: 'return_promise', recordPage: '/returns/:county/:id' },
    { name: 'return_payment', recordPage: '/returns/:county/:id' },
    { name: 'return_arrears', recordPage: '/returns/:county/:id' },
  ],
  pages: [
    {
      path: '/distributions',
      act: 'distribution.read',
      menu: { group: 'work', order: 60, words: 'menu.distributions' },
    },
    { path: '/distributions/new', act: 'distribution.make' },
    { path: '/distributions/:county/:id', act: 'distribution.read' },
    { path: '/returns', act: 'return.read', menu: { group: 'work', order: 64, words: 'menu.returns' } },
    { path: '/returns/new', act: 'return.record' },
    { path: '/returns/:county/:id', act: 'return.read' },
    { path: '/my-dividends', act: 'dividend.read_own', menu: { group: 'work', order: 66, words: 'menu.myDividends' } },
  ],
  words,
});
