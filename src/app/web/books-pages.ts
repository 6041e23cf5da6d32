import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** The books of cooperatives and collectives. */
export const booksPages: readonly DeskPage[] = [
  {
    path: '/books',
    act: 'book.read',
    menu: { group: 'registers', order: 66, label: words['menu.books'] },
    load: () => import('../../ledgers/books/pages/Books.page.tsx'),
  },
  {
    path: '/books/new',
    act: 'book.open',
    load: () => import('../../ledgers/books/pages/NewBook.page.tsx'),
  },
  {
    path: '/books/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Book.page.tsx'),
  },
  {
    path: '/books/:county/:id/vouchers',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Vouchers.page.tsx'),
  },
  {
    path: '/books/:county/:id/vouchers/new',
    act: 'voucher.record',
    load: () => import('../../ledgers/books/pages/NewVoucher.page.tsx'),
  },
  {
    path: '/books/:county/:id/balances',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/TrialBalance.page.tsx'),
  },
  {
    path: '/books/:county/:id/general',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/General.page.tsx'),
  },
  {
    path: '/books/:county/:id/ledger',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Ledger.page.tsx'),
  },
  {
    path: '/books/:county/:id/statements',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Statements.page.tsx'),
  },
  {
    path: '/books/:county/:id/members',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Members.page.tsx'),
  },
  {
    path: '/books/:county/:id/trades',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Trades.page.tsx'),
  },
  {
    path: '/books/:county/:id/accounts',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Accounts.page.tsx'),
  },
  {
    path: '/books/:county/:id/closing',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Closing.page.tsx'),
  },
  {
    path: '/books/:county/:id/archive',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Archive.page.tsx'),
  },
  {
    path: '/vouchers/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Voucher.page.tsx'),
  },
  {
    path: '/vouchers/:county/:id/edit',
    act: 'voucher.record',
    load: () => import('../../ledgers/books/pages/EditVoucher.page.tsx'),
  },
  {
    path: '/member-accounts/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/MemberAccount.page.tsx'),
  },
  {
    path: '/member-trades/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Trade.page.tsx'),
  },
  {
    path: '/books/:county/:id/events',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Events.page.tsx'),
  },
  {
    path: '/books/:county/:id/events/new',
    act: 'event.record',
    load: () => import('../../ledgers/books/pages/NewEvent.page.tsx'),
  },
  {
    path: '/business-events/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Event.page.tsx'),
  },
  {
    path: '/business-events/:county/:id/edit',
    act: 'event.record',
    load: () => import('../../ledgers/books/pages/EditEvent.page.tsx'),
  },
  {
    path: '/books/:county/:id/bank',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Bank.page.tsx'),
  },
  {
    path: '/bank-lines/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/BankLine.page.tsx'),
  },
  {
    path: '/books/:county/:id/cards',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Cards.page.tsx'),
  },
  {
    path: '/asset-cards/:county/:id',
    act: 'book.read',
    load: () => import('../../ledgers/books/pages/Card.page.tsx'),
  },
];
