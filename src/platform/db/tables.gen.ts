import type { ColumnType, Generated } from 'kysely';


export interface AccountTable {
  id: string;
  login: string;
  name: string;
  passwordHash: string | null;
  mustChangePassword: Generated<boolean>;
  disabledAt: ColumnType<Date, Date | string, Date | string> | null;
  demo: Generated<boolean>;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AuditCommitmentTable {
  county: number;
  eventId: string;
  path: string;
  salt: Buffer;
  sealed: Buffer | null;
}

export interface AuditEventTable {
  county: number;
  id: string;
  place: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  accountId: string;
  positionId: string;
  actorName: string;
  role: string;
  act: string;
  recordType: string | null;
  recordId: string | null;
  reason: string | null;
  address: string;
  requestId: string;
  changes: unknown;
  leafHash: Buffer;
}

export interface AuditSealTable {
  number: number;
  sealedAt: ColumnType<Date, Date | string, Date | string>;
  leafCount: number;
  algorithm: Generated<string>;
  root: Buffer;
  previous: Buffer;
  head: Buffer;
}

export interface AuditSealLeafTable {
  county: number;
  eventId: string;
  sealNumber: number;
  ordinal: number;
  leafHash: Buffer;
}

export interface FactVillageTable {
  county: number | null;
  place: number | null;
  occurredOn: string | null;
  endedOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string> | null;
  retiredAt: ColumnType<Date, Date | string, Date | string> | null;
  householdId: string | null;
  organisationId: string | null;
  quantity: number | null;
  unit: string | null;
  dims: unknown | null;
  recordType: string | null;
  recordId: string | null;
}

export interface FactVillageFlagTable {
  county: number | null;
  place: number | null;
  occurredOn: string | null;
  endedOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string> | null;
  retiredAt: ColumnType<Date, Date | string, Date | string> | null;
  householdId: string | null;
  organisationId: string | null;
  quantity: number | null;
  unit: string | null;
  dims: unknown | null;
  recordType: string | null;
  recordId: string | null;
}

export interface FigureDirtyTable {
  county: number;
  place: number;
  fromMonth: string;
  markedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface IdempotencyKeyTable {
  accountId: string;
  key: string;
  act: string;
  requestHash: Buffer;
  status: number | null;
  reply: unknown | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface InterpretationTable {
  id: string;
  revision: number;
  clause: string;
  question: string;
  answer: string | null;
  askedOn: string;
  answeredOn: string | null;
  documentNumber: string | null;
  withdrawn: Generated<boolean>;
  reason: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface OfficialTextTable {
  importId: string;
  article: number;
  chapter: number;
  chapterHeading: string;
  text: string;
  sourceName: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ParameterTable {
  id: string;
  code: string;
  startsOn: string;
  endsOn: string | null;
  value: number | null;
  unit: string;
  sourceZh: string;
  sourceEn: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PlaceTable {
  code: number;
  id: string;
  county: number;
  level: string;
  kind: string;
  name: string;
  nameOfficial: string;
  pinyin: string;
  initials: string;
  rural: Generated<boolean>;
  startsOn: string;
  endsOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PlaceChangeTable {
  id: string;
  kind: string;
  happenedOn: string;
  fromCode: number;
  toCode: number | null;
  nameBefore: string;
  nameAfter: string | null;
  documentNumber: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PlaceFlagTable {
  county: number;
  id: string;
  place: number;
  flag: string;
  startsOn: string;
  endsOn: string | null;
  documentNumber: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PlaceFlagHistoryTable {
  county: number;
  id: string;
  place: number;
  flag: string;
  startsOn: string;
  endsOn: string | null;
  documentNumber: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface PositionTable {
  id: string;
  accountId: string;
  role: string;
  place: number | null;
  organisationId: string | null;
  householdCounty: number | null;
  householdId: string | null;
  startsOn: string;
  endsOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface SessionTable {
  tokenHash: Buffer;
  accountId: string;
  positionId: string;
  csrfToken: string;
  device: string;
  address: string;
  startedAt: ColumnType<Date, Date | string, Date | string>;
  seenAt: ColumnType<Date, Date | string, Date | string>;
  endedAt: ColumnType<Date, Date | string, Date | string> | null;
}

export interface SignInAttemptTable {
  subject: string;
  windowStart: ColumnType<Date, Date | string, Date | string>;
  failures: number;
  lockedUntil: ColumnType<Date, Date | string, Date | string> | null;
}

export interface Tables {
  account: AccountTable;
  auditCommitment: AuditCommitmentTable;
  auditEvent: AuditEventTable;
  auditSeal: AuditSealTable;
  auditSealLeaf: AuditSealLeafTable;
  factVillage: FactVillageTable;
  factVillageFlag: FactVillageFlagTable;
  figureDirty: FigureDirtyTable;
  idempotencyKey: IdempotencyKeyTable;
  interpretation: InterpretationTable;
  officialText: OfficialTextTable;
  parameter: ParameterTable;
  place: PlaceTable;
  placeChange: PlaceChangeTable;
  placeFlag: PlaceFlagTable;
  placeFlagHistory: PlaceFlagHistoryTable;
  position: PositionTable;
  session: SessionTable;
  signInAttempt: SignInAttemptTable;
}

export const tableColumns = {
  account: { id: 'uuid', login: 'text', name: 'text', password_hash: 'text', must_change_password: 'boolean', disabled_at: 'timestamp with time zone', demo: 'boolean', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  audit_commitment: { county: 'integer', event_id: 'uuid', path: 'text', salt: 'bytea', sealed: 'bytea' },
  audit_event: { county: 'integer', id: 'uuid', place: 'bigint', recorded_at: 'timestamp with time zone', account_id: 'uuid', position_id: 'uuid', actor_name: 'text', role: 'text', act: 'text', record_type: 'text', record_id: 'uuid', reason: 'text', address: 'text', request_id: 'text', changes: 'jsonb', leaf_hash: 'bytea' },
  audit_seal: { number: 'bigint', sealed_at: 'timestamp with time zone', leaf_count: 'integer', algorithm: 'text', root: 'bytea', previous: 'bytea', head: 'bytea' },
  audit_seal_leaf: { county: 'integer', event_id: 'uuid', seal_number: 'bigint', ordinal: 'integer', leaf_hash: 'bytea' },
  fact_village: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village_flag: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  figure_dirty: { county: 'integer', place: 'bigint', from_month: 'text', marked_at: 'timestamp with time zone' },
  idempotency_key: { account_id: 'uuid', key: 'text', act: 'text', request_hash: 'bytea', status: 'integer', reply: 'jsonb', recorded_at: 'timestamp with time zone' },
  interpretation: { id: 'uuid', revision: 'integer', clause: 'text', question: 'text', answer: 'text', asked_on: 'date', answered_on: 'date', document_number: 'text', withdrawn: 'boolean', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  official_text: { import_id: 'uuid', article: 'integer', chapter: 'integer', chapter_heading: 'text', text: 'text', source_name: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  parameter: { id: 'uuid', code: 'text', starts_on: 'date', ends_on: 'date', value: 'bigint', unit: 'text', source_zh: 'text', source_en: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place: { code: 'bigint', id: 'uuid', county: 'integer', level: 'text', kind: 'text', name: 'text', name_official: 'text', pinyin: 'text', initials: 'text', rural: 'boolean', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_change: { id: 'uuid', kind: 'text', happened_on: 'date', from_code: 'bigint', to_code: 'bigint', name_before: 'text', name_after: 'text', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_flag: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_flag_history: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  position: { id: 'uuid', account_id: 'uuid', role: 'text', place: 'bigint', organisation_id: 'uuid', household_county: 'integer', household_id: 'uuid', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  session: { token_hash: 'bytea', account_id: 'uuid', position_id: 'uuid', csrf_token: 'text', device: 'text', address: 'text', started_at: 'timestamp with time zone', seen_at: 'timestamp with time zone', ended_at: 'timestamp with time zone' },
  sign_in_attempt: { subject: 'text', window_start: 'timestamp with time zone', failures: 'integer', locked_until: 'timestamp with time zone' },
} as const;
