import { officeRoles } from './access/roles.ts';
import { words as accessWords } from './access/words.ts';
import { words as auditWords } from './audit/words.ts';
import { defineFeature } from './feature.ts';
import { words as fileWords } from './files/words.ts';
import { words as ledgerWords } from './ledger/words.ts';
import { platformTables } from './platform-tables.ts';

/** What the platform itself declares: its tables, the acts of access, audit and files, and their pages. */
export const platformFeature = defineFeature({
  name: 'platform',
  tier: 'platform',
  clauses: [],
  tables: platformTables,
  acts: {
    'account.read': { roles: ['administrator', 'banner_office'], writes: false },
    'account.manage': { roles: ['administrator'], writes: true },
    'account.grant': { roles: ['administrator', 'banner_office'], writes: true },
    'audit.read': { roles: [...officeRoles, 'administrator'], writes: false },
    'audit.verify': { roles: ['auditor', 'administrator'], writes: false },
    'file.read': { roles: [...officeRoles, 'cooperative_manager'], writes: false },
    'file.attach': {
      roles: [...officeRoles.filter((role) => role !== 'auditor' && role !== 'city_leader'), 'cooperative_manager'],
      writes: true,
    },
  },
  facts: [],
  pages: [
    { path: '/accounts', act: 'account.read', menu: { group: 'administration', order: 10, words: 'menu.accounts' } },
    { path: '/accounts/new', act: 'account.manage' },
    { path: '/accounts/shared', act: 'account.manage' },
    { path: '/accounts/:id', act: 'account.read' },
    { path: '/audit', act: 'audit.read', menu: { group: 'administration', order: 20, words: 'menu.audit' } },
    { path: '/audit/seals', act: 'audit.verify', menu: { group: 'administration', order: 30, words: 'menu.seals' } },
    { path: '/audit/records/:table/:county/:id', act: 'audit.read' },
    { path: '/sessions', act: 'signed_in', menu: { group: 'administration', order: 40, words: 'menu.sessions' } },
  ],
  words: { ...accessWords, ...auditWords, ...fileWords, ...ledgerWords },
});
