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

export interface ActUseTable {
  accountId: string;
  act: string;
  minuteBegan: ColumnType<Date, Date | string, Date | string>;
  minuteCalls: number;
  dayBegan: ColumnType<Date, Date | string, Date | string>;
  dayAnswers: number;
  stoppedAt: ColumnType<Date, Date | string, Date | string> | null;
}

export interface AgencyTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  pinyin: string;
  initials: string;
  creditCode: string | null;
  contactName: string | null;
  contactPhone: string | null;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AgencyHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  pinyin: string;
  initials: string;
  creditCode: string | null;
  contactName: string | null;
  contactPhone: string | null;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AgencyKeyTable {
  creditCode: string;
  county: number;
  agencyId: string;
}

export interface AttachmentTable {
  county: number;
  id: string;
  place: number;
  subjectType: string;
  subjectId: string;
  sha256: Buffer;
  mediaType: string;
  bytes: number;
  name: string;
  hasThumbnail: Generated<boolean>;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AttachmentHistoryTable {
  county: number;
  id: string;
  place: number;
  subjectType: string;
  subjectId: string;
  sha256: Buffer;
  mediaType: string;
  bytes: number;
  name: string;
  hasThumbnail: boolean;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AttachmentUsageTable {
  county: number;
  place: number;
  bytes: number;
  limitBytes: Generated<number>;
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

export interface BlobTable {
  sha256: Buffer;
  bytes: number;
  mediaType: string;
  content: Buffer | null;
  outside: Generated<boolean>;
  thumbnail: Buffer | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface BranchPostTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  post: string;
  personName: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BranchPostHistoryTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  post: string;
  personName: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface BranchRectificationTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  problem: string;
  measures: string;
  foundOn: string;
  dueOn: string;
  closedOn: string | null;
  evidence: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BranchRectificationHistoryTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  problem: string;
  measures: string;
  foundOn: string;
  dueOn: string;
  closedOn: string | null;
  evidence: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface BranchYearTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  year: number;
  members: number;
  rating: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BranchYearHistoryTable {
  county: number;
  id: string;
  place: number;
  branchId: string;
  year: number;
  members: number;
  rating: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FactAgencyTable {
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

export interface FactBranchTable {
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

export interface FactBranchSecretaryTable {
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

export interface FactBranchWeakTable {
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

export interface FactHouseholdTable {
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

export interface FactPovertyChangeTable {
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

export interface FactPovertyResidentTable {
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

export interface FactPovertyStateTable {
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

export interface FactResidentTable {
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

export interface FactSubmissionTable {
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

export interface FigureTable {
  county: number;
  place: number;
  month: string;
  indicator: string;
  value: number;
  rowCount: number;
  ownValue: number;
  ownRowCount: number;
  computedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface FigureDirtyTable {
  county: number;
  place: number;
  fromMonth: string;
  markedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface FigureStateTable {
  one: Generated<boolean>;
  catalogueVersion: string | null;
  lastMonth: string | null;
  countedAt: ColumnType<Date, Date | string, Date | string> | null;
}

export interface FrozenFigureTable {
  county: number;
  submissionId: string;
  snapshot: number;
  indicator: string;
  place: number;
  month: string;
  cutoff: ColumnType<Date, Date | string, Date | string>;
  value: number;
  rowCount: number;
  rowsDigest: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface HouseholdTable {
  county: number;
  id: string;
  place: number;
  number: string;
  externalNumber: string | null;
  collectiveNumber: string | null;
  address: string | null;
  phone: Buffer | null;
  phoneHash: Buffer | null;
  phoneMasked: string | null;
  bankName: string | null;
  bankCard: Buffer | null;
  bankCardHash: Buffer | null;
  bankCardMasked: string | null;
  croplandMu: number | null;
  irrigatedMu: number | null;
  forestMu: number | null;
  convertedForestMu: number | null;
  orchardMu: number | null;
  grasslandMu: number | null;
  waterMu: number | null;
  housingM2: number | null;
  housingStructure: string | null;
  housingDangerous: boolean | null;
  electricity: string | null;
  water: string | null;
  fuel: string | null;
  road: string | null;
  roadDistanceKm: number | null;
  joinedOn: string;
  joinedKind: string;
  leftOn: string | null;
  leftKind: string | null;
  leftTo: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface HouseholdHistoryTable {
  county: number;
  id: string;
  place: number;
  number: string;
  externalNumber: string | null;
  collectiveNumber: string | null;
  address: string | null;
  phone: Buffer | null;
  phoneHash: Buffer | null;
  phoneMasked: string | null;
  bankName: string | null;
  bankCard: Buffer | null;
  bankCardHash: Buffer | null;
  bankCardMasked: string | null;
  croplandMu: number | null;
  irrigatedMu: number | null;
  forestMu: number | null;
  convertedForestMu: number | null;
  orchardMu: number | null;
  grasslandMu: number | null;
  waterMu: number | null;
  housingM2: number | null;
  housingStructure: string | null;
  housingDangerous: boolean | null;
  electricity: string | null;
  water: string | null;
  fuel: string | null;
  road: string | null;
  roadDistanceKm: number | null;
  joinedOn: string;
  joinedKind: string;
  leftOn: string | null;
  leftKind: string | null;
  leftTo: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface HouseholdImportTable {
  county: number;
  id: string;
  place: number;
  contentHash: Buffer;
  fileName: string;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface HouseholdLineageTable {
  county: number;
  id: string;
  place: number;
  householdId: string;
  kind: string;
  direction: string;
  otherCounty: number | null;
  otherHouseholdId: string | null;
  otherText: string | null;
  happenedOn: string;
  documentNumber: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
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

export interface PartyBranchTable {
  county: number;
  id: string;
  place: number;
  name: string;
  kind: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PartyBranchHistoryTable {
  county: number;
  id: string;
  place: number;
  name: string;
  kind: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface PersonalColumnTable {
  tableName: string;
  columnName: string;
}

export interface PlaceTable {
  code: number;
  id: string;
  county: number;
  parent: number | null;
  lastCode: number | null;
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
  changeId: string;
  kind: string;
  happenedOn: string;
  fromCode: number;
  toCode: number | null;
  nameBefore: string;
  nameAfter: string | null;
  officialBefore: string | null;
  documentNumber: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  withdrawnAt: ColumnType<Date, Date | string, Date | string> | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
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

export interface PovertyRegistrationTable {
  county: number;
  id: string;
  place: number;
  householdId: string;
  state: string;
  change: string;
  standard: string;
  kind: string;
  mainCause: string;
  otherCauses: Generated<unknown>;
  startsOn: string;
  endsOn: string | null;
  documentNumber: string;
  decidedOn: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PovertyRegistrationHistoryTable {
  county: number;
  id: string;
  place: number;
  householdId: string;
  state: string;
  change: string;
  standard: string;
  kind: string;
  mainCause: string;
  otherCauses: unknown;
  startsOn: string;
  endsOn: string | null;
  documentNumber: string;
  decidedOn: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ResidentTable {
  county: number;
  id: string;
  place: number;
  householdId: string;
  name: string;
  nameOriginal: string;
  nameKey: string;
  pinyin: string;
  initials: string;
  idNumber: Buffer;
  idNumberHash: Buffer;
  idNumberMasked: string;
  idLast4: string;
  externalNumber: string | null;
  sex: string;
  birthOn: string;
  ethnicity: string | null;
  relation: string;
  education: string | null;
  schooling: string | null;
  health: string | null;
  labour: string | null;
  employment: string | null;
  employmentMonths: number | null;
  politicalStatus: string | null;
  military: boolean | null;
  medicalInsured: boolean | null;
  pensionInsured: boolean | null;
  illnessInsured: boolean | null;
  lowIncomeSupport: boolean | null;
  joinedOn: string;
  joinedKind: string;
  leftOn: string | null;
  leftReason: string | null;
  leftTo: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ResidentHistoryTable {
  county: number;
  id: string;
  place: number;
  householdId: string;
  name: string;
  nameOriginal: string;
  nameKey: string;
  pinyin: string;
  initials: string;
  idNumber: Buffer;
  idNumberHash: Buffer;
  idNumberMasked: string;
  idLast4: string;
  externalNumber: string | null;
  sex: string;
  birthOn: string;
  ethnicity: string | null;
  relation: string;
  education: string | null;
  schooling: string | null;
  health: string | null;
  labour: string | null;
  employment: string | null;
  employmentMonths: number | null;
  politicalStatus: string | null;
  military: boolean | null;
  medicalInsured: boolean | null;
  pensionInsured: boolean | null;
  illnessInsured: boolean | null;
  lowIncomeSupport: boolean | null;
  joinedOn: string;
  joinedKind: string;
  leftOn: string | null;
  leftReason: string | null;
  leftTo: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ResidentKeyTable {
  idNumberHash: Buffer;
  county: number;
  residentId: string;
  householdId: string;
  releasedOn: string | null;
}

export interface RestatementTable {
  county: number;
  id: string;
  place: number;
  submissionId: string;
  snapshot: number;
  month: string;
  aboutMonth: string;
  indicator: string;
  valueBefore: number;
  valueAfter: number;
  causes: unknown;
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

export interface SubmissionTable {
  county: number;
  id: string;
  place: number;
  month: string;
  level: string;
  state: string;
  snapshot: number;
  cutoff: ColumnType<Date, Date | string, Date | string>;
  catalogueVersion: string;
  digest: string;
  remark: string | null;
  dueOn: string;
  sentOn: string;
  confirmedOn: string;
  confirmedBy: string;
  approvedOn: string | null;
  approvedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface SubmissionHistoryTable {
  county: number;
  id: string;
  place: number;
  month: string;
  level: string;
  state: string;
  snapshot: number;
  cutoff: ColumnType<Date, Date | string, Date | string>;
  catalogueVersion: string;
  digest: string;
  remark: string | null;
  dueOn: string;
  sentOn: string;
  confirmedOn: string;
  confirmedBy: string;
  approvedOn: string | null;
  approvedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface SubmissionReturnTable {
  county: number;
  id: string;
  place: number;
  submissionId: string;
  snapshot: number;
  indicator: string | null;
  reason: string;
  answerBy: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface SubmissionUnlockTable {
  county: number;
  id: string;
  place: number;
  month: string;
  untilOn: string;
  reason: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface Tables {
  account: AccountTable;
  actUse: ActUseTable;
  agency: AgencyTable;
  agencyHistory: AgencyHistoryTable;
  agencyKey: AgencyKeyTable;
  attachment: AttachmentTable;
  attachmentHistory: AttachmentHistoryTable;
  attachmentUsage: AttachmentUsageTable;
  auditCommitment: AuditCommitmentTable;
  auditEvent: AuditEventTable;
  auditSeal: AuditSealTable;
  auditSealLeaf: AuditSealLeafTable;
  blob: BlobTable;
  branchPost: BranchPostTable;
  branchPostHistory: BranchPostHistoryTable;
  branchRectification: BranchRectificationTable;
  branchRectificationHistory: BranchRectificationHistoryTable;
  branchYear: BranchYearTable;
  branchYearHistory: BranchYearHistoryTable;
  factAgency: FactAgencyTable;
  factBranch: FactBranchTable;
  factBranchSecretary: FactBranchSecretaryTable;
  factBranchWeak: FactBranchWeakTable;
  factHousehold: FactHouseholdTable;
  factPovertyChange: FactPovertyChangeTable;
  factPovertyResident: FactPovertyResidentTable;
  factPovertyState: FactPovertyStateTable;
  factResident: FactResidentTable;
  factSubmission: FactSubmissionTable;
  factVillage: FactVillageTable;
  factVillageFlag: FactVillageFlagTable;
  figure: FigureTable;
  figureDirty: FigureDirtyTable;
  figureState: FigureStateTable;
  frozenFigure: FrozenFigureTable;
  household: HouseholdTable;
  householdHistory: HouseholdHistoryTable;
  householdImport: HouseholdImportTable;
  householdLineage: HouseholdLineageTable;
  idempotencyKey: IdempotencyKeyTable;
  interpretation: InterpretationTable;
  officialText: OfficialTextTable;
  parameter: ParameterTable;
  partyBranch: PartyBranchTable;
  partyBranchHistory: PartyBranchHistoryTable;
  personalColumn: PersonalColumnTable;
  place: PlaceTable;
  placeChange: PlaceChangeTable;
  placeFlag: PlaceFlagTable;
  placeFlagHistory: PlaceFlagHistoryTable;
  position: PositionTable;
  povertyRegistration: PovertyRegistrationTable;
  povertyRegistrationHistory: PovertyRegistrationHistoryTable;
  resident: ResidentTable;
  residentHistory: ResidentHistoryTable;
  residentKey: ResidentKeyTable;
  restatement: RestatementTable;
  session: SessionTable;
  signInAttempt: SignInAttemptTable;
  submission: SubmissionTable;
  submissionHistory: SubmissionHistoryTable;
  submissionReturn: SubmissionReturnTable;
  submissionUnlock: SubmissionUnlockTable;
}

export const tableColumns = {
  account: { id: 'uuid', login: 'text', name: 'text', password_hash: 'text', must_change_password: 'boolean', disabled_at: 'timestamp with time zone', demo: 'boolean', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  act_use: { account_id: 'uuid', act: 'text', minute_began: 'timestamp with time zone', minute_calls: 'integer', day_began: 'timestamp with time zone', day_answers: 'integer', stopped_at: 'timestamp with time zone' },
  agency: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', contact_name: 'text', contact_phone: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  agency_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', contact_name: 'text', contact_phone: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  agency_key: { credit_code: 'text', county: 'integer', agency_id: 'uuid' },
  attachment: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', sha256: 'bytea', media_type: 'text', bytes: 'bigint', name: 'text', has_thumbnail: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  attachment_history: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', sha256: 'bytea', media_type: 'text', bytes: 'bigint', name: 'text', has_thumbnail: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  attachment_usage: { county: 'integer', place: 'bigint', bytes: 'bigint', limit_bytes: 'bigint' },
  audit_commitment: { county: 'integer', event_id: 'uuid', path: 'text', salt: 'bytea', sealed: 'bytea' },
  audit_event: { county: 'integer', id: 'uuid', place: 'bigint', recorded_at: 'timestamp with time zone', account_id: 'uuid', position_id: 'uuid', actor_name: 'text', role: 'text', act: 'text', record_type: 'text', record_id: 'uuid', reason: 'text', address: 'text', request_id: 'text', changes: 'json', leaf_hash: 'bytea' },
  audit_seal: { number: 'bigint', sealed_at: 'timestamp with time zone', leaf_count: 'integer', algorithm: 'text', root: 'bytea', previous: 'bytea', head: 'bytea' },
  audit_seal_leaf: { county: 'integer', event_id: 'uuid', seal_number: 'bigint', ordinal: 'integer', leaf_hash: 'bytea' },
  blob: { sha256: 'bytea', bytes: 'bigint', media_type: 'text', content: 'bytea', outside: 'boolean', thumbnail: 'bytea', recorded_at: 'timestamp with time zone' },
  branch_post: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', post: 'text', person_name: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_post_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', post: 'text', person_name: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  branch_rectification: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', problem: 'text', measures: 'text', found_on: 'date', due_on: 'date', closed_on: 'date', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_rectification_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', problem: 'text', measures: 'text', found_on: 'date', due_on: 'date', closed_on: 'date', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  branch_year: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', year: 'integer', members: 'integer', rating: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_year_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', year: 'integer', members: 'integer', rating: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fact_agency: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch_secretary: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch_weak: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_household: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_change: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_state: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_submission: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village_flag: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  figure: { county: 'integer', place: 'bigint', month: 'text', indicator: 'text', value: 'numeric', row_count: 'integer', own_value: 'numeric', own_row_count: 'integer', computed_at: 'timestamp with time zone' },
  figure_dirty: { county: 'integer', place: 'bigint', from_month: 'text', marked_at: 'timestamp with time zone' },
  figure_state: { one: 'boolean', catalogue_version: 'text', last_month: 'text', counted_at: 'timestamp with time zone' },
  frozen_figure: { county: 'integer', submission_id: 'uuid', snapshot: 'integer', indicator: 'text', place: 'bigint', month: 'text', cutoff: 'timestamp with time zone', value: 'numeric', row_count: 'integer', rows_digest: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  household_import: { county: 'integer', id: 'uuid', place: 'bigint', content_hash: 'bytea', file_name: 'text', inserted: 'integer', updated: 'integer', unchanged: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_lineage: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', kind: 'text', direction: 'text', other_county: 'integer', other_household_id: 'uuid', other_text: 'text', happened_on: 'date', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  idempotency_key: { account_id: 'uuid', key: 'text', act: 'text', request_hash: 'bytea', status: 'integer', reply: 'jsonb', recorded_at: 'timestamp with time zone' },
  interpretation: { id: 'uuid', revision: 'integer', clause: 'text', question: 'text', answer: 'text', asked_on: 'date', answered_on: 'date', document_number: 'text', withdrawn: 'boolean', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  official_text: { import_id: 'uuid', article: 'integer', chapter: 'integer', chapter_heading: 'text', text: 'text', source_name: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  parameter: { id: 'uuid', code: 'text', starts_on: 'date', ends_on: 'date', value: 'bigint', unit: 'text', source_zh: 'text', source_en: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  party_branch: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  party_branch_history: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  personal_column: { table_name: 'text', column_name: 'text' },
  place: { code: 'bigint', id: 'uuid', county: 'integer', parent: 'bigint', last_code: 'bigint', level: 'text', kind: 'text', name: 'text', name_official: 'text', pinyin: 'text', initials: 'text', rural: 'boolean', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_change: { id: 'uuid', change_id: 'uuid', kind: 'text', happened_on: 'date', from_code: 'bigint', to_code: 'bigint', name_before: 'text', name_after: 'text', official_before: 'text', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', withdrawn_at: 'timestamp with time zone', withdrawn_by: 'uuid', withdrawn_reason: 'text' },
  place_flag: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_flag_history: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  position: { id: 'uuid', account_id: 'uuid', role: 'text', place: 'bigint', organisation_id: 'uuid', household_county: 'integer', household_id: 'uuid', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  poverty_registration: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', state: 'text', change: 'text', standard: 'text', kind: 'text', main_cause: 'text', other_causes: 'jsonb', starts_on: 'date', ends_on: 'date', document_number: 'text', decided_on: 'date', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  poverty_registration_history: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', state: 'text', change: 'text', standard: 'text', kind: 'text', main_cause: 'text', other_causes: 'jsonb', starts_on: 'date', ends_on: 'date', document_number: 'text', decided_on: 'date', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  resident: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', name: 'text', name_original: 'text', name_key: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', id_last4: 'text', external_number: 'text', sex: 'text', birth_on: 'date', ethnicity: 'text', relation: 'text', education: 'text', schooling: 'text', health: 'text', labour: 'text', employment: 'text', employment_months: 'smallint', political_status: 'text', military: 'boolean', medical_insured: 'boolean', pension_insured: 'boolean', illness_insured: 'boolean', low_income_support: 'boolean', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_reason: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  resident_history: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', name: 'text', name_original: 'text', name_key: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', id_last4: 'text', external_number: 'text', sex: 'text', birth_on: 'date', ethnicity: 'text', relation: 'text', education: 'text', schooling: 'text', health: 'text', labour: 'text', employment: 'text', employment_months: 'smallint', political_status: 'text', military: 'boolean', medical_insured: 'boolean', pension_insured: 'boolean', illness_insured: 'boolean', low_income_support: 'boolean', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_reason: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  resident_key: { id_number_hash: 'bytea', county: 'integer', resident_id: 'uuid', household_id: 'uuid', released_on: 'date' },
  restatement: { county: 'integer', id: 'uuid', place: 'bigint', submission_id: 'uuid', snapshot: 'integer', month: 'text', about_month: 'text', indicator: 'text', value_before: 'numeric', value_after: 'numeric', causes: 'jsonb', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  session: { token_hash: 'bytea', account_id: 'uuid', position_id: 'uuid', csrf_token: 'text', device: 'text', address: 'text', started_at: 'timestamp with time zone', seen_at: 'timestamp with time zone', ended_at: 'timestamp with time zone' },
  sign_in_attempt: { subject: 'text', window_start: 'timestamp with time zone', failures: 'integer', locked_until: 'timestamp with time zone' },
  submission: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', level: 'text', state: 'text', snapshot: 'integer', cutoff: 'timestamp with time zone', catalogue_version: 'text', digest: 'text', remark: 'text', due_on: 'date', sent_on: 'date', confirmed_on: 'date', confirmed_by: 'uuid', approved_on: 'date', approved_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  submission_history: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', level: 'text', state: 'text', snapshot: 'integer', cutoff: 'timestamp with time zone', catalogue_version: 'text', digest: 'text', remark: 'text', due_on: 'date', sent_on: 'date', confirmed_on: 'date', confirmed_by: 'uuid', approved_on: 'date', approved_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  submission_return: { county: 'integer', id: 'uuid', place: 'bigint', submission_id: 'uuid', snapshot: 'integer', indicator: 'text', reason: 'text', answer_by: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  submission_unlock: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', until_on: 'date', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
} as const;
