import type { TableSpec } from './feature.ts';

/** The platform's own tables; features declare theirs in `feature.ts`. */
export const platformTables: readonly TableSpec[] = [
  { name: 'idempotency_key', kind: 'system' },
  { name: 'figure_dirty', kind: 'system' },
  { name: 'personal_column', kind: 'system' },
  { name: 'audit_event', kind: 'journal' },
  { name: 'audit_commitment', kind: 'system' },
  { name: 'audit_seal', kind: 'system' },
  { name: 'audit_seal_leaf', kind: 'system' },
  { name: 'ledger_book', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'ledger_account', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'ledger_counter', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'ledger_entry', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'ledger_line', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'ledger_month', kind: 'ledger', organisationColumn: 'organisation_id' },
  { name: 'account', kind: 'system' },
  { name: 'position', kind: 'system' },
  { name: 'session', kind: 'system' },
  { name: 'sign_in_attempt', kind: 'system' },
  { name: 'act_use', kind: 'system' },
  {
    name: 'attachment',
    kind: 'record',
    personal: ['name'],
    organisationColumn: 'organisation_id',
    organisationWrites: true,
  },
  { name: 'attachment_usage', kind: 'system' },
  { name: 'blob', kind: 'system' },
];
