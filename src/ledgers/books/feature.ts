import { officeRoles } from '../../platform/access/roles.ts';
import { defineFeature } from '../../platform/feature.ts';
import { words } from './words.ts';

const readers = [...officeRoles, 'cooperative_manager'] as const;
const recorders = ['village_accountant', 'village_clerk', 'cooperative_manager'] as const;
const own = { organisationColumn: 'cooperative_id', organisationWrites: true } as const;

export const feature = defineFeature({
  name: 'books',
  tier: 'ledgers',
  clauses: ['9.2', '9.3', '10.3.3'],
  tables: [
    { name: 'book', kind: 'record', ...own },
    { name: 'own_account', kind: 'record', ...own },
    { name: 'subsidiary', kind: 'record', ...own },
    { name: 'voucher', kind: 'record', occurredOn: ['occurred_on'], ...own },
    { name: 'fiscal_month', kind: 'record', occurredOn: ['closed_on'], ...own },
    { name: 'fiscal_year', kind: 'record', occurredOn: ['ends_on', 'closed_on'], ...own },
    { name: 'member_trade', kind: 'record', occurredOn: ['occurred_on'], alsoAt: ['member_place'], ...own },
    { name: 'business_event', kind: 'record', occurredOn: ['occurred_on'], ...own },
    { name: 'bank_line', kind: 'record', personal: ['counterparty'], ...own },
    { name: 'asset_card', kind: 'record', ...own },
    { name: 'asset_use', kind: 'record', ...own },
    { name: 'depreciation_charge', kind: 'record', ...own },
  ],
  acts: {
    'book.read': { roles: readers, writes: false },
    'book.export': { roles: readers, writes: true },
    'book.open': { roles: [...recorders, 'township_clerk'], writes: true },
    'book.account': { roles: recorders, writes: true },
    'book.close': { roles: [...recorders, 'township_clerk'], writes: true },
    'book.reopen': { roles: [...recorders, 'township_clerk'], writes: true },
    'voucher.record': { roles: recorders, writes: true },
    'voucher.check': { roles: [...recorders, 'township_clerk'], writes: true },
    'trade.record': { roles: recorders, writes: true },
    'event.record': { roles: recorders, writes: true },
    'bank.match': { roles: recorders, writes: true },
    'card.record': { roles: recorders, writes: true },
  },
  facts: [
    { name: 'collective_income', recordPage: '/vouchers/:county/:id' },
    { name: 'year_surplus', recordPage: '/books/:county/:book/statements?year=:year' },
  ],
  pages: [
    { path: '/books', act: 'book.read', menu: { group: 'registers', order: 66, words: 'menu.books' } },
    { path: '/books/new', act: 'book.open' },
    { path: '/books/:county/:id', act: 'book.read' },
    { path: '/books/:county/:id/vouchers', act: 'book.read' },
    { path: '/books/:county/:id/vouchers/new', act: 'voucher.record' },
    { path: '/books/:county/:id/balances', act: 'book.read' },
    { path: '/books/:county/:id/ledger', act: 'book.read' },
    { path: '/books/:county/:id/general', act: 'book.read' },
    { path: '/books/:county/:id/statements', act: 'book.read' },
    { path: '/books/:county/:id/members', act: 'book.read' },
    { path: '/books/:county/:id/trades', act: 'book.read' },
    { path: '/books/:county/:id/events', act: 'book.read' },
    { path: '/books/:county/:id/events/new', act: 'event.record' },
    { path: '/books/:county/:id/bank', act: 'book.read' },
    { path: '/books/:county/:id/cards', act: 'book.read' },
    { path: '/books/:county/:id/accounts', act: 'book.read' },
    { path: '/books/:county/:id/closing', act: 'book.read' },
    { path: '/books/:county/:id/archive', act: 'book.read' },
    { path: '/vouchers/:county/:id', act: 'book.read' },
    { path: '/vouchers/:county/:id/edit', act: 'voucher.record' },
    { path: '/member-accounts/:county/:id', act: 'book.read' },
    { path: '/member-trades/:county/:id', act: 'book.read' },
    { path: '/business-events/:county/:id', act: 'book.read' },
    { path: '/business-events/:county/:id/edit', act: 'event.record' },
    { path: '/bank-lines/:county/:id', act: 'book.read' },
    { path: '/asset-cards/:county/:id', act: 'book.read' },
  ],
  words,
});
