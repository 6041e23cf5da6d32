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

export interface ApprovalTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  subjectType: string;
  subjectId: string;
  step: string;
  digest: string;
  title: string;
  page: string | null;
  deciderRole: string;
  makerId: string;
  askedOn: string;
  askedAt: ColumnType<Date, Date | string, Date | string>;
  dueOn: string;
  state: string;
  decidedOn: string | null;
  decidedAt: ColumnType<Date, Date | string, Date | string> | null;
  decidedBy: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ApprovalHistoryTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  subjectType: string;
  subjectId: string;
  step: string;
  digest: string;
  title: string;
  page: string | null;
  deciderRole: string;
  makerId: string;
  askedOn: string;
  askedAt: ColumnType<Date, Date | string, Date | string>;
  dueOn: string;
  state: string;
  decidedOn: string | null;
  decidedAt: ColumnType<Date, Date | string, Date | string> | null;
  decidedBy: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssemblyTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  form: string;
  organ: string;
  title: string;
  venue: string | null;
  startsAt: string | null;
  noticedOn: string;
  documentsOn: string | null;
  heldOn: string;
  rollKind: string;
  proxyLimit: Generated<number>;
  entitled: number | null;
  households: number | null;
  women: number | null;
  present: number | null;
  proxies: number | null;
  presentHouseholds: number | null;
  additionalVotes: number | null;
  additionalVotesPresent: number | null;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  additionalVotesBp: number | null;
  chairName: string | null;
  recorderName: string | null;
  counterNames: string | null;
  minutes: string | null;
  state: string;
  quorumMet: boolean | null;
  closedOn: string | null;
  closedAt: ColumnType<Date, Date | string, Date | string> | null;
  closedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssemblyHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  form: string;
  organ: string;
  title: string;
  venue: string | null;
  startsAt: string | null;
  noticedOn: string;
  documentsOn: string | null;
  heldOn: string;
  rollKind: string;
  proxyLimit: number;
  entitled: number | null;
  households: number | null;
  women: number | null;
  present: number | null;
  proxies: number | null;
  presentHouseholds: number | null;
  additionalVotes: number | null;
  additionalVotesPresent: number | null;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  additionalVotesBp: number | null;
  chairName: string | null;
  recorderName: string | null;
  counterNames: string | null;
  minutes: string | null;
  state: string;
  quorumMet: boolean | null;
  closedOn: string | null;
  closedAt: ColumnType<Date, Date | string, Date | string> | null;
  closedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetTable {
  county: number;
  id: string;
  place: number;
  number: string;
  name: string;
  pinyin: string;
  initials: string;
  class: string;
  kind: string;
  location: string | null;
  bounds: string | null;
  boundary: string | null;
  bookAreaMu: Generated<number>;
  areaMu: Generated<number>;
  quantity: number | null;
  unit: string | null;
  bookValueFen: Generated<bigint>;
  verifiedValueFen: bigint | null;
  acquiredOn: string | null;
  useState: string;
  claimState: string;
  certificateNumber: string | null;
  povertyProject: Generated<boolean>;
  fundingSource: string | null;
  fundingDocument: string | null;
  projectName: string | null;
  knownBy: string;
  note: string | null;
  listedOn: string;
  leftOn: string | null;
  leftKind: string | null;
  leftDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetCardTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  name: string;
  kind: string;
  subsidiaryId: string;
  assetId: string | null;
  purpose: string;
  costFen: bigint;
  residualFen: bigint;
  method: string;
  lifeMonths: number;
  lifeUnits: number;
  nominal: boolean;
  addedOn: string;
  disposedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetCardHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  name: string;
  kind: string;
  subsidiaryId: string;
  assetId: string | null;
  purpose: string;
  costFen: bigint;
  residualFen: bigint;
  method: string;
  lifeMonths: number;
  lifeUnits: number;
  nominal: boolean;
  addedOn: string;
  disposedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetCheckTable {
  county: number;
  id: string;
  place: number;
  assetId: string;
  assetRevision: number;
  class: string;
  year: number;
  openingFen: bigint;
  increaseFen: bigint;
  decreaseFen: bigint;
  closingFen: bigint;
  openingMu: number;
  increaseMu: number;
  decreaseMu: number;
  closingMu: number;
  finding: string;
  cause: string | null;
  checkedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetCheckHistoryTable {
  county: number;
  id: string;
  place: number;
  assetId: string;
  assetRevision: number;
  class: string;
  year: number;
  openingFen: bigint;
  increaseFen: bigint;
  decreaseFen: bigint;
  closingFen: bigint;
  openingMu: number;
  increaseMu: number;
  decreaseMu: number;
  closingMu: number;
  finding: string;
  cause: string | null;
  checkedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetConfirmationTable {
  county: number;
  id: string;
  place: number;
  assetId: string;
  assetRevision: number;
  party: string;
  confirmedOn: string;
  madeBy: string;
  note: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetContractTable {
  county: number;
  id: string;
  place: number;
  assetId: string;
  number: string;
  kind: string;
  tenantKind: string;
  tenantName: string;
  tenantId: string | null;
  decisionNumber: string | null;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  rentFen: bigint;
  periodMonths: number;
  instalments: number;
  dueAt: string;
  dueDays: number;
  stepBp: number | null;
  stepPeriods: number | null;
  depositFen: Generated<bigint>;
  note: string | null;
  renewsId: string | null;
  closedOn: string | null;
  closedKind: string | null;
  closedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetContractHistoryTable {
  county: number;
  id: string;
  place: number;
  assetId: string;
  number: string;
  kind: string;
  tenantKind: string;
  tenantName: string;
  tenantId: string | null;
  decisionNumber: string | null;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  rentFen: bigint;
  periodMonths: number;
  instalments: number;
  dueAt: string;
  dueDays: number;
  stepBp: number | null;
  stepPeriods: number | null;
  depositFen: bigint;
  note: string | null;
  renewsId: string | null;
  closedOn: string | null;
  closedKind: string | null;
  closedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetHistoryTable {
  county: number;
  id: string;
  place: number;
  number: string;
  name: string;
  pinyin: string;
  initials: string;
  class: string;
  kind: string;
  location: string | null;
  bounds: string | null;
  boundary: string | null;
  bookAreaMu: number;
  areaMu: number;
  quantity: number | null;
  unit: string | null;
  bookValueFen: bigint;
  verifiedValueFen: bigint | null;
  acquiredOn: string | null;
  useState: string;
  claimState: string;
  certificateNumber: string | null;
  povertyProject: boolean;
  fundingSource: string | null;
  fundingDocument: string | null;
  projectName: string | null;
  knownBy: string;
  note: string | null;
  listedOn: string;
  leftOn: string | null;
  leftKind: string | null;
  leftDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetImportTable {
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

export interface AssetRentTable {
  county: number;
  id: string;
  place: number;
  contractId: string;
  number: number;
  startsOn: string;
  throughOn: string;
  dueOn: string;
  amountFen: bigint;
  paidFen: Generated<bigint>;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetRentHistoryTable {
  county: number;
  id: string;
  place: number;
  contractId: string;
  number: number;
  startsOn: string;
  throughOn: string;
  dueOn: string;
  amountFen: bigint;
  paidFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetSurveyTable {
  county: number;
  id: string;
  place: number;
  year: number;
  state: string;
  assets: number;
  confirmed: number;
  digest: string;
  reportedOn: string;
  reportedBy: string;
  acceptedOn: string | null;
  acceptedBy: string | null;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetSurveyHistoryTable {
  county: number;
  id: string;
  place: number;
  year: number;
  state: string;
  assets: number;
  confirmed: number;
  digest: string;
  reportedOn: string;
  reportedBy: string;
  acceptedOn: string | null;
  acceptedBy: string | null;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AssetUseTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  cardId: string;
  month: string;
  units: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AssetUseHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  cardId: string;
  month: string;
  units: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AttachmentTable {
  county: number;
  id: string;
  place: number;
  subjectType: string;
  subjectId: string;
  organisationId: string | null;
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
  organisationId: string | null;
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

export interface AttendanceTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  assemblyId: string;
  number: string;
  name: string;
  membershipId: string | null;
  householdId: string | null;
  memberPlace: number | null;
  additionalVotes: Generated<number>;
  mode: string;
  proxyName: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AttendanceHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  assemblyId: string;
  number: string;
  name: string;
  membershipId: string | null;
  householdId: string | null;
  memberPlace: number | null;
  additionalVotes: number;
  mode: string;
  proxyName: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface BankLineTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  code: string;
  occurredOn: string;
  amountFen: bigint;
  balanceFen: bigint | null;
  counterparty: string | null;
  memo: string | null;
  serial: string | null;
  fingerprint: string;
  voucherId: string | null;
  ordinal: number | null;
  splitIn: number | null;
  partOf: string | null;
  matchedHow: string | null;
  matchedByName: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BankLineHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  code: string;
  occurredOn: string;
  amountFen: bigint;
  balanceFen: bigint | null;
  counterparty: string | null;
  memo: string | null;
  serial: string | null;
  fingerprint: string;
  voucherId: string | null;
  ordinal: number | null;
  splitIn: number | null;
  partOf: string | null;
  matchedHow: string | null;
  matchedByName: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface BookTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  chart: string;
  startsOn: string;
  fiscalYearStart: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BookHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  chart: string;
  startsOn: string;
  fiscalYearStart: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface BusinessEventTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  kind: string;
  occurredOn: string;
  memo: string;
  amounts: unknown;
  choices: unknown;
  parties: unknown;
  product: string | null;
  quantity: number | null;
  unit: string | null;
  totalFen: bigint;
  voucherId: string;
  madeByName: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface BusinessEventHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  kind: string;
  occurredOn: string;
  memo: string;
  amounts: unknown;
  choices: unknown;
  parties: unknown;
  product: string | null;
  quantity: number | null;
  unit: string | null;
  totalFen: bigint;
  voucherId: string;
  madeByName: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface CharterTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  startsOn: string;
  endsOn: string | null;
  resolutionNumber: string;
  parValueFen: bigint;
  surplusReserveBp: number;
  reserveQuantifiedBy: string;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  additionalVotesBp: number;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  exitNoticeMonths: number;
  unitExitNoticeMonths: number;
  timeWeighted: Generated<boolean>;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface CharterHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  startsOn: string;
  endsOn: string | null;
  resolutionNumber: string;
  parValueFen: bigint;
  surplusReserveBp: number;
  reserveQuantifiedBy: string;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  additionalVotesBp: number;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  exitNoticeMonths: number;
  unitExitNoticeMonths: number;
  timeWeighted: boolean;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface CompositionBreachTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  code: string;
  foundOn: string;
  cureBy: string;
  curedOn: string | null;
  actual: number;
  bound: number;
  members: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface CompositionBreachHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  code: string;
  foundOn: string;
  cureBy: string;
  curedOn: string | null;
  actual: number;
  bound: number;
  members: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface CooperativeTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  pinyin: string;
  initials: string;
  creditCode: string | null;
  address: string | null;
  chairperson: string | null;
  phone: string | null;
  business: string | null;
  branchLed: Generated<boolean>;
  fiscalYearStart: Generated<string>;
  registeredOn: string;
  dissolvedOn: string | null;
  dissolvedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface CooperativeHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  pinyin: string;
  initials: string;
  creditCode: string | null;
  address: string | null;
  chairperson: string | null;
  phone: string | null;
  business: string | null;
  branchLed: boolean;
  fiscalYearStart: string;
  registeredOn: string;
  dissolvedOn: string | null;
  dissolvedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface CooperativeKeyTable {
  creditCode: string;
  county: number;
  cooperativeId: string;
}

export interface DepreciationChargeTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  cardId: string;
  month: string;
  amountFen: bigint;
  voucherId: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DepreciationChargeHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  cardId: string;
  month: string;
  amountFen: bigint;
  voucherId: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface DisclosureTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  form: string;
  period: string;
  startsOn: string;
  endsOn: string;
  dueOn: string;
  state: string;
  items: unknown;
  digest: string;
  madeOn: string;
  madeBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  publishedOn: string | null;
  noticeId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DisclosureHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  form: string;
  period: string;
  startsOn: string;
  endsOn: string;
  dueOn: string;
  state: string;
  items: unknown;
  digest: string;
  madeOn: string;
  madeBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  publishedOn: string | null;
  noticeId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface DisclosureSignatureTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  disclosureId: string;
  memberId: string;
  disclosureRevision: number;
  digest: string;
  opinion: string;
  remark: string | null;
  signedOn: string;
  madeBy: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DistributionTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  ruleSet: string;
  year: number;
  recordOn: string;
  daysWeighed: number;
  snapshot: number;
  members: number;
  surplusFen: bigint;
  openingFen: bigint;
  reserveUsedFen: bigint;
  grantEquityFen: bigint;
  basisDigest: string;
  state: string;
  optionId: string | null;
  digest: string | null;
  madeBy: string | null;
  surplusReserveFen: bigint | null;
  welfareFen: bigint | null;
  expansionFen: bigint | null;
  reliefFen: bigint | null;
  patronageRefundFen: bigint | null;
  remainderFen: bigint | null;
  resolutionNumber: string | null;
  declaredOn: string | null;
  declaredBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DistributionBasisTable {
  county: number;
  distributionId: string;
  snapshot: number;
  rank: number;
  membershipId: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  number: string;
  name: string;
  householdCounty: number | null;
  householdId: string | null;
  residentId: string | null;
  poor: string;
  patronageFen: bigint;
  contributionFen: bigint;
  contributionWeight: number;
  reserveShareFen: bigint;
  shares: number;
  sharesWeight: number;
  upliftWeight: number;
  givesOnBp: number;
  receivesOn: boolean;
  floorFen: bigint;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DistributionHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  ruleSet: string;
  year: number;
  recordOn: string;
  daysWeighed: number;
  snapshot: number;
  members: number;
  surplusFen: bigint;
  openingFen: bigint;
  reserveUsedFen: bigint;
  grantEquityFen: bigint;
  basisDigest: string;
  state: string;
  optionId: string | null;
  digest: string | null;
  madeBy: string | null;
  surplusReserveFen: bigint | null;
  welfareFen: bigint | null;
  expansionFen: bigint | null;
  reliefFen: bigint | null;
  patronageRefundFen: bigint | null;
  remainderFen: bigint | null;
  resolutionNumber: string | null;
  declaredOn: string | null;
  declaredBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface DistributionOptionTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  ordinal: number;
  name: string;
  surplusReserveBp: number;
  reserveQuantifiedBy: string | null;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  convertedBp: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DistributionOptionHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  ordinal: number;
  name: string;
  surplusReserveBp: number;
  reserveQuantifiedBy: string | null;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  convertedBp: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface DividendTable {
  county: number;
  distributionId: string;
  membershipId: string;
  rank: number;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  householdId: string | null;
  form: string;
  year: number;
  poor: string;
  declaredOn: string;
  patronageRefundFen: bigint;
  remainderFen: bigint;
  givenOnFen: bigint;
  reserveQuantifiedFen: bigint;
  totalFen: bigint;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DividendChangeTable {
  county: number;
  correctionId: string;
  membershipId: string;
  distributionId: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  householdId: string | null;
  form: string;
  year: number;
  poor: string;
  postedOn: string;
  oldRefundFen: bigint;
  newRefundFen: bigint;
  oldRemainderFen: bigint;
  newRemainderFen: bigint;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DividendCorrectionTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  cause: string;
  proposed: unknown;
  state: string;
  madeBy: string;
  postedOn: string | null;
  postedBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface DividendCorrectionHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  cause: string;
  proposed: unknown;
  state: string;
  madeBy: string;
  postedOn: string | null;
  postedBy: string | null;
  voucherId: string | null;
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

export interface FactAssemblyTable {
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

export interface FactAssetTable {
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

export interface FactAssetAreaTable {
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

export interface FactAssetConfirmedTable {
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

export interface FactAssetContractTable {
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

export interface FactAssetSurveyTable {
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

export interface FactAssetValueTable {
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

export interface FactCollectiveIncomeTable {
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

export interface FactContributionTable {
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

export interface FactCooperativeTable {
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

export interface FactDisclosureTable {
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

export interface FactDistributionTable {
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

export interface FactDividendTable {
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

export interface FactDividendPaymentTable {
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

export interface FactDividendUnpaidTable {
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

export interface FactFormationStepTable {
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

export interface FactMembershipTable {
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

export interface FactNetProfitTable {
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

export interface FactNoticeTable {
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

export interface FactNoticeObjectionTable {
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

export interface FactPoorContributionTable {
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

export interface FactPoorMembershipTable {
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

export interface FactPoorShareUpliftTable {
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

export interface FactReliefTable {
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

export interface FactRentTable {
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

export interface FactRentArrearsTable {
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

export interface FactResolutionTable {
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

export interface FactReturnArrearsTable {
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

export interface FactReturnPaymentTable {
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

export interface FactReturnPromiseTable {
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

export interface FactSetAsideTable {
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

export interface FactShareholdingTable {
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

export interface FactYearSurplusTable {
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

export interface FinanceGroupMemberTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  name: string;
  post: string;
  phone: string | null;
  decisionNumber: string | null;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FinanceGroupMemberHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  name: string;
  post: string;
  phone: string | null;
  decisionNumber: string | null;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FiscalMonthTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  month: string;
  state: string;
  closedOn: string;
  closedBy: string;
  closedByName: string;
  checks: unknown;
  reopenedOn: string | null;
  reopenedBy: string | null;
  reopenedByName: string | null;
  reopenedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FiscalMonthHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  month: string;
  state: string;
  closedOn: string;
  closedBy: string;
  closedByName: string;
  checks: unknown;
  reopenedOn: string | null;
  reopenedBy: string | null;
  reopenedByName: string | null;
  reopenedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FiscalYearTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  year: number;
  startsOn: string;
  endsOn: string;
  state: string;
  closedOn: string;
  closedBy: string;
  closedByName: string;
  surplusFen: bigint;
  openingUndistributedFen: bigint;
  reserveUsedFen: bigint;
  grantEquityFen: bigint;
  statements: unknown;
  digest: string;
  reopenedOn: string | null;
  reopenedBy: string | null;
  reopenedByName: string | null;
  reopenedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FiscalYearHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  year: number;
  startsOn: string;
  endsOn: string;
  state: string;
  closedOn: string;
  closedBy: string;
  closedByName: string;
  surplusFen: bigint;
  openingUndistributedFen: bigint;
  reserveUsedFen: bigint;
  grantEquityFen: bigint;
  statements: unknown;
  digest: string;
  reopenedOn: string | null;
  reopenedBy: string | null;
  reopenedByName: string | null;
  reopenedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FormationTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  address: string | null;
  business: string | null;
  branchId: string | null;
  draftedOn: string;
  sharesMethod: string | null;
  surplusMethod: string | null;
  parValueFen: bigint;
  surplusReserveBp: number;
  reserveQuantifiedBy: string;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  additionalVotesBp: number;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  exitNoticeMonths: number;
  unitExitNoticeMonths: number;
  timeWeighted: Generated<boolean>;
  upliftMechanism: string;
  upliftBp: number | null;
  upliftNote: string | null;
  contact: string | null;
  note: string | null;
  state: string;
  cooperativeId: string | null;
  registeredOn: string | null;
  abandonedOn: string | null;
  abandonedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FormationFounderTable {
  county: number;
  id: string;
  place: number;
  formationId: string;
  number: string;
  kind: string;
  unitKind: string | null;
  name: string;
  creditCode: string | null;
  householdCounty: number | null;
  householdId: string | null;
  memberPlace: number;
  cashFen: Generated<bigint>;
  householdGrantFen: Generated<bigint>;
  croplandFen: Generated<bigint>;
  forestFen: Generated<bigint>;
  grasslandFen: Generated<bigint>;
  goodsFen: Generated<bigint>;
  areaMu: number | null;
  inKindNote: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FormationFounderHistoryTable {
  county: number;
  id: string;
  place: number;
  formationId: string;
  number: string;
  kind: string;
  unitKind: string | null;
  name: string;
  creditCode: string | null;
  householdCounty: number | null;
  householdId: string | null;
  memberPlace: number;
  cashFen: bigint;
  householdGrantFen: bigint;
  croplandFen: bigint;
  forestFen: bigint;
  grasslandFen: bigint;
  goodsFen: bigint;
  areaMu: number | null;
  inKindNote: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FormationHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  name: string;
  address: string | null;
  business: string | null;
  branchId: string | null;
  draftedOn: string;
  sharesMethod: string | null;
  surplusMethod: string | null;
  parValueFen: bigint;
  surplusReserveBp: number;
  reserveQuantifiedBy: string;
  expansionBp: number;
  reliefBp: number;
  welfareReserveBp: number;
  patronageBp: number;
  additionalVotesBp: number;
  quorumBp: number | null;
  ordinaryBp: number | null;
  specialBp: number | null;
  exitNoticeMonths: number;
  unitExitNoticeMonths: number;
  timeWeighted: boolean;
  upliftMechanism: string;
  upliftBp: number | null;
  upliftNote: string | null;
  contact: string | null;
  note: string | null;
  state: string;
  cooperativeId: string | null;
  registeredOn: string | null;
  abandonedOn: string | null;
  abandonedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FormationStepTable {
  county: number;
  id: string;
  place: number;
  formationId: string;
  step: string;
  kind: string;
  digest: string;
  reachedOn: string;
  endedOn: string | null;
  proofId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FormationStepHistoryTable {
  county: number;
  id: string;
  place: number;
  formationId: string;
  step: string;
  kind: string;
  digest: string;
  reachedOn: string;
  endedOn: string | null;
  proofId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface LedgerAccountTable {
  county: number;
  bookId: string;
  code: string;
  sub: Generated<string>;
  number: Generated<number>;
  place: number;
  organisationId: string;
  subKind: string | null;
  least: number | null;
  most: number | null;
  balance: Generated<number>;
  lastOn: string | null;
}

export interface LedgerBookTable {
  county: number;
  id: string;
  place: number;
  organisationId: string;
  kind: string;
  unit: string;
  openedOn: string;
  closedThrough: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LedgerCounterTable {
  county: number;
  bookId: string;
  series: string;
  month: string;
  place: number;
  organisationId: string;
  last: number;
}

export interface LedgerEntryTable {
  county: number;
  id: string;
  place: number;
  organisationId: string;
  bookId: string;
  series: string;
  month: string;
  number: number;
  occurredOn: string;
  memo: string;
  sourceType: string;
  sourceId: string;
  reversesId: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LedgerLineTable {
  county: number;
  entryId: string;
  ordinal: number;
  place: number;
  organisationId: string;
  account: number;
  occurredOn: string;
  amount: number;
  red: boolean;
  quantity: number | null;
  memo: string | null;
}

export interface LedgerMonthTable {
  county: number;
  bookId: string;
  month: string;
  account: number;
  place: number;
  organisationId: string;
  debit: number;
  credit: number;
}

export interface MemberTradeTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  membershipId: string;
  memberPlace: number;
  occurredOn: string;
  direction: string;
  product: string;
  quantity: number;
  unit: string;
  amountFen: bigint;
  sourceType: string | null;
  sourceId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface MemberTradeHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  membershipId: string;
  memberPlace: number;
  occurredOn: string;
  direction: string;
  product: string;
  quantity: number;
  unit: string;
  amountFen: bigint;
  sourceType: string | null;
  sourceId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface MembershipTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  number: string;
  kind: string;
  unitKind: string | null;
  name: string;
  pinyin: string;
  initials: string;
  idNumber: Buffer | null;
  idNumberHash: Buffer | null;
  idNumberMasked: string | null;
  creditCode: string | null;
  phone: string | null;
  householdCounty: number | null;
  householdId: string | null;
  residentId: string | null;
  organisationId: string | null;
  memberPlace: number;
  joinedOn: string;
  joinedBy: string;
  leftOn: string | null;
  leftReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface MembershipActTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  kind: string;
  state: string;
  occurredOn: string;
  membershipId: string | null;
  toMembershipId: string | null;
  classId: string | null;
  lotId: string | null;
  valuationId: string | null;
  assetId: string | null;
  policyId: string | null;
  shares: number | null;
  agreedFen: bigint | null;
  paidFen: bigint | null;
  debtFen: bigint | null;
  counter: string | null;
  appliedOn: string | null;
  leavesOn: string | null;
  leaveReason: string | null;
  newcomer: unknown | null;
  idNumber: Buffer | null;
  idNumberMasked: string | null;
  documentNumber: string;
  memo: string | null;
  digest: string;
  totalShares: Generated<number>;
  totalFen: Generated<bigint>;
  settlement: unknown | null;
  madeBy: string;
  madeByName: string;
  checkedBy: string | null;
  checkedByName: string | null;
  checkedOn: string | null;
  decision: string | null;
  shareEntryId: string | null;
  voucherId: string | null;
  voucherNumber: number | null;
  reversalBy: string | null;
  reversalReason: string | null;
  reversedOn: string | null;
  reversalVoucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface MembershipActHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  kind: string;
  state: string;
  occurredOn: string;
  membershipId: string | null;
  toMembershipId: string | null;
  classId: string | null;
  lotId: string | null;
  valuationId: string | null;
  assetId: string | null;
  policyId: string | null;
  shares: number | null;
  agreedFen: bigint | null;
  paidFen: bigint | null;
  debtFen: bigint | null;
  counter: string | null;
  appliedOn: string | null;
  leavesOn: string | null;
  leaveReason: string | null;
  newcomer: unknown | null;
  idNumber: Buffer | null;
  idNumberMasked: string | null;
  documentNumber: string;
  memo: string | null;
  digest: string;
  totalShares: number;
  totalFen: bigint;
  settlement: unknown | null;
  madeBy: string;
  madeByName: string;
  checkedBy: string | null;
  checkedByName: string | null;
  checkedOn: string | null;
  decision: string | null;
  shareEntryId: string | null;
  voucherId: string | null;
  voucherNumber: number | null;
  reversalBy: string | null;
  reversalReason: string | null;
  reversedOn: string | null;
  reversalVoucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface MembershipHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  number: string;
  kind: string;
  unitKind: string | null;
  name: string;
  pinyin: string;
  initials: string;
  idNumber: Buffer | null;
  idNumberHash: Buffer | null;
  idNumberMasked: string | null;
  creditCode: string | null;
  phone: string | null;
  householdCounty: number | null;
  householdId: string | null;
  residentId: string | null;
  organisationId: string | null;
  memberPlace: number;
  joinedOn: string;
  joinedBy: string;
  leftOn: string | null;
  leftReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface MotionTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  assemblyId: string | null;
  ordinal: number | null;
  matter: string;
  title: string;
  body: string | null;
  subjectType: string | null;
  subjectId: string | null;
  digest: string | null;
  page: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  votesRequired: number | null;
  votesWhole: number | null;
  result: string | null;
  decidedOn: string | null;
  resolutionSeries: string | null;
  resolutionYear: number | null;
  resolutionNumber: number | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface MotionHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  assemblyId: string | null;
  ordinal: number | null;
  matter: string;
  title: string;
  body: string | null;
  subjectType: string | null;
  subjectId: string | null;
  digest: string | null;
  page: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  votesRequired: number | null;
  votesWhole: number | null;
  result: string | null;
  decidedOn: string | null;
  resolutionSeries: string | null;
  resolutionYear: number | null;
  resolutionNumber: number | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface NoticeTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  subjectType: string;
  subjectId: string;
  digest: string;
  kind: string;
  title: string;
  body: string | null;
  pairs: unknown;
  columns: unknown;
  rowCount: number;
  contentDigest: string;
  page: string | null;
  contact: string | null;
  postedOn: string;
  windowDays: number;
  endsOn: string;
  calendarKnown: boolean;
  madeBy: string;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface NoticeHistoryTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  subjectType: string;
  subjectId: string;
  digest: string;
  kind: string;
  title: string;
  body: string | null;
  pairs: unknown;
  columns: unknown;
  rowCount: number;
  contentDigest: string;
  page: string | null;
  contact: string | null;
  postedOn: string;
  windowDays: number;
  endsOn: string;
  calendarKnown: boolean;
  madeBy: string;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface NoticeObjectionTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  noticeId: string;
  ticket: string;
  channel: string;
  concerns: string;
  name: string | null;
  phone: Buffer | null;
  phoneMasked: string | null;
  statement: string;
  receivedOn: string;
  answerBy: string;
  madeBy: string;
  outcome: string | null;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface NoticeObjectionHistoryTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  noticeId: string;
  ticket: string;
  channel: string;
  concerns: string;
  name: string | null;
  phone: Buffer | null;
  phoneMasked: string | null;
  statement: string;
  receivedOn: string;
  answerBy: string;
  madeBy: string;
  outcome: string | null;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface NoticeQuotaTable {
  subject: string;
  hour: ColumnType<Date, Date | string, Date | string>;
  used: number;
}

export interface NoticeRowTable {
  county: number;
  noticeId: string;
  number: number;
  place: number;
  organisationId: string | null;
  cells: unknown;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface NoticeSheetTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  noticeId: string;
  board: string;
  hungOn: string;
  takenDownOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface NoticeSheetHistoryTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  noticeId: string;
  board: string;
  hungOn: string;
  takenDownOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface OwnAccountTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  code: string;
  name: string;
  initials: string;
  closedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface OwnAccountHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  code: string;
  name: string;
  initials: string;
  closedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface PayeeAccountTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  holder: string;
  bankName: string;
  account: Buffer;
  accountHash: Buffer;
  accountMasked: string;
  entitledBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PayeeAccountHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  holder: string;
  bankName: string;
  account: Buffer;
  accountHash: Buffer;
  accountMasked: string;
  entitledBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface PayoutTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  distributionId: string;
  batchId: string;
  ordinal: number;
  itemId: string;
  membershipId: string;
  householdId: string | null;
  form: string;
  poor: string;
  name: string;
  refundFen: bigint;
  dividendFen: bigint;
  amountFen: bigint;
  holder: string | null;
  bankName: string | null;
  account: Buffer | null;
  accountHash: Buffer | null;
  accountMasked: string | null;
  state: string;
  stateOn: string;
  returnedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PayoutBatchTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  number: number;
  channel: string;
  madeOn: string;
  madeBy: string;
  payments: number;
  totalFen: bigint;
  state: string;
  settledOn: string | null;
  settledBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PayoutBatchHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  distributionId: string;
  number: number;
  channel: string;
  madeOn: string;
  madeBy: string;
  payments: number;
  totalFen: bigint;
  state: string;
  settledOn: string | null;
  settledBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface PayoutHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  distributionId: string;
  batchId: string;
  ordinal: number;
  itemId: string;
  membershipId: string;
  householdId: string | null;
  form: string;
  poor: string;
  name: string;
  refundFen: bigint;
  dividendFen: bigint;
  amountFen: bigint;
  holder: string | null;
  bankName: string | null;
  account: Buffer | null;
  accountHash: Buffer | null;
  accountMasked: string | null;
  state: string;
  stateOn: string;
  returnedReason: string | null;
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

export interface ReliefTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  title: string;
  documentNumber: string;
  channel: string;
  state: string;
  lines: number;
  totalFen: bigint;
  digest: string | null;
  madeBy: string | null;
  paidOn: string | null;
  paidBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ReliefHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  form: string;
  title: string;
  documentNumber: string;
  channel: string;
  state: string;
  lines: number;
  totalFen: bigint;
  digest: string | null;
  madeBy: string | null;
  paidOn: string | null;
  paidBy: string | null;
  voucherId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ReliefLineTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  reliefId: string;
  form: string;
  householdCounty: number;
  householdId: string;
  name: string;
  poor: string;
  amountFen: bigint;
  cause: string;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ReliefLineHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  reliefId: string;
  form: string;
  householdCounty: number;
  householdId: string;
  name: string;
  poor: string;
  amountFen: bigint;
  cause: string;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface RentPaymentTable {
  county: number;
  id: string;
  place: number;
  contractId: string;
  rentId: string;
  dueOn: string;
  receiptId: string;
  amountFen: bigint;
  paidOn: string;
  method: string;
  receiptNumber: string | null;
  note: string | null;
  reversesId: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
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

export interface ReturnContractTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  number: string;
  payer: string;
  payerCode: string | null;
  subject: string;
  principalFen: bigint;
  floorBp: number;
  profitShareBp: number;
  startsOn: string;
  endsOn: string;
  months: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ReturnContractHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  number: string;
  payer: string;
  payerCode: string | null;
  subject: string;
  principalFen: bigint;
  floorBp: number;
  profitShareBp: number;
  startsOn: string;
  endsOn: string;
  months: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ReturnPaymentTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  contractId: string;
  scheduleId: string;
  paidOn: string;
  amountFen: bigint;
  document: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ReturnScheduleTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  contractId: string;
  ordinal: number;
  dueOn: string;
  floorFen: bigint;
  profitFen: bigint | null;
  profitDocument: string | null;
  promisedFen: bigint;
  paidFen: bigint;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ReturnScheduleHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  contractId: string;
  ordinal: number;
  dueOn: string;
  floorFen: bigint;
  profitFen: bigint | null;
  profitDocument: string | null;
  promisedFen: bigint;
  paidFen: bigint;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface ShareCertificateTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  householdId: string | null;
  number: number;
  issuedOn: string;
  lines: unknown;
  shares: number;
  paidFen: bigint;
  digest: string;
  signature: Buffer;
  state: string;
  stateOn: string | null;
  replacesId: string | null;
  prints: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareCertificateHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  householdId: string | null;
  number: number;
  issuedOn: string;
  lines: unknown;
  shares: number;
  paidFen: bigint;
  digest: string;
  signature: Buffer;
  state: string;
  stateOn: string | null;
  replacesId: string | null;
  prints: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ShareClassTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  kind: string;
  name: string;
  parFen: bigint;
  transfer: string;
  exit: string;
  termed: boolean;
  votes: boolean;
  dividend: boolean;
  documentNumber: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareClassHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  kind: string;
  name: string;
  parFen: bigint;
  transfer: string;
  exit: string;
  termed: boolean;
  votes: boolean;
  dividend: boolean;
  documentNumber: string;
  startsOn: string;
  endsOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ShareLotTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  householdId: string | null;
  classId: string;
  source: string;
  sourceDocument: string | null;
  valuationId: string | null;
  fromLotId: string | null;
  opening: boolean;
  acquiredOn: string;
  expiresOn: string | null;
  issuedShares: number;
  shares: number;
  agreedFen: bigint;
  paidFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareLotHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  householdId: string | null;
  classId: string;
  source: string;
  sourceDocument: string | null;
  valuationId: string | null;
  fromLotId: string | null;
  opening: boolean;
  acquiredOn: string;
  expiresOn: string | null;
  issuedShares: number;
  shares: number;
  agreedFen: bigint;
  paidFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ShareMoveTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  membershipId: string;
  householdId: string | null;
  form: string;
  memberKind: string;
  classId: string;
  classKind: string;
  lotId: string;
  source: string;
  kind: string;
  poor: boolean | null;
  occurredOn: string;
  shares: number;
  agreedFen: bigint;
  paidFen: bigint;
  entryId: string | null;
  sourceType: string;
  sourceId: string;
  reversesId: string | null;
  memo: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareOpeningTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  openedOn: string;
  entryId: string;
  fileName: string;
  members: number;
  lots: number;
  shares: number;
  paidFen: bigint;
  digest: string;
  signature: Buffer;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareValuationTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  membershipId: string;
  source: string;
  description: string;
  parcel: string | null;
  areaMu: number | null;
  unitValueFen: bigint | null;
  valueFen: bigint;
  method: string;
  valuedOn: string;
  valuedBy: string;
  documentNumber: string;
  termFrom: string;
  termUntil: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ShareValuationHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  membershipId: string;
  source: string;
  description: string;
  parcel: string | null;
  areaMu: number | null;
  unitValueFen: bigint | null;
  valueFen: bigint;
  method: string;
  valuedOn: string;
  valuedBy: string;
  documentNumber: string;
  termFrom: string;
  termUntil: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface SubsidiaryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  kind: string;
  name: string;
  initials: string;
  documentNumber: string | null;
  povertyProject: Generated<boolean>;
  closedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface SubsidiaryHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  kind: string;
  name: string;
  initials: string;
  documentNumber: string | null;
  povertyProject: boolean;
  closedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface UpliftPolicyTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  mechanism: string;
  name: string;
  grantFen: Generated<bigint>;
  upliftBp: Generated<number>;
  floorFen: Generated<bigint>;
  classId: string | null;
  resolutionNumber: string;
  recordOn: string;
  startsOn: string;
  endsOn: string | null;
  includeLifted: boolean;
  endsWithPoverty: boolean;
  frozenOn: string | null;
  issuedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface UpliftPolicyHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  mechanism: string;
  name: string;
  grantFen: bigint;
  upliftBp: number;
  floorFen: bigint;
  classId: string | null;
  resolutionNumber: string;
  recordOn: string;
  startsOn: string;
  endsOn: string | null;
  includeLifted: boolean;
  endsWithPoverty: boolean;
  frozenOn: string | null;
  issuedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface UpliftShareTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  policyId: string;
  membershipId: string;
  householdCounty: number | null;
  householdId: string | null;
  form: string;
  mechanism: string;
  startsOn: string;
  endsOn: string | null;
  baseShares: number;
  upliftShares: number;
  upliftFen: bigint;
  lotId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface UpliftShareHistoryTable {
  county: number;
  id: string;
  place: number;
  memberPlace: number;
  cooperativeId: string;
  policyId: string;
  membershipId: string;
  householdCounty: number | null;
  householdId: string | null;
  form: string;
  mechanism: string;
  startsOn: string;
  endsOn: string | null;
  baseShares: number;
  upliftShares: number;
  upliftFen: bigint;
  lotId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface VoucherTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  state: string;
  series: string;
  occurredOn: string;
  month: string;
  number: number | null;
  memo: string;
  lines: unknown;
  lineCount: number;
  totalFen: bigint;
  papers: Generated<number>;
  template: string | null;
  sourceType: string | null;
  sourceId: string | null;
  sourcePage: string | null;
  reversesId: string | null;
  madeBy: string;
  madeByName: string;
  checkedBy: string | null;
  checkedByName: string | null;
  postedAt: ColumnType<Date, Date | string, Date | string> | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface VoucherHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string;
  bookId: string;
  state: string;
  series: string;
  occurredOn: string;
  month: string;
  number: number | null;
  memo: string;
  lines: unknown;
  lineCount: number;
  totalFen: bigint;
  papers: number;
  template: string | null;
  sourceType: string | null;
  sourceId: string | null;
  sourcePage: string | null;
  reversesId: string | null;
  madeBy: string;
  madeByName: string;
  checkedBy: string | null;
  checkedByName: string | null;
  postedAt: ColumnType<Date, Date | string, Date | string> | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface Tables {
  account: AccountTable;
  actUse: ActUseTable;
  agency: AgencyTable;
  agencyHistory: AgencyHistoryTable;
  agencyKey: AgencyKeyTable;
  approval: ApprovalTable;
  approvalHistory: ApprovalHistoryTable;
  assembly: AssemblyTable;
  assemblyHistory: AssemblyHistoryTable;
  asset: AssetTable;
  assetCard: AssetCardTable;
  assetCardHistory: AssetCardHistoryTable;
  assetCheck: AssetCheckTable;
  assetCheckHistory: AssetCheckHistoryTable;
  assetConfirmation: AssetConfirmationTable;
  assetContract: AssetContractTable;
  assetContractHistory: AssetContractHistoryTable;
  assetHistory: AssetHistoryTable;
  assetImport: AssetImportTable;
  assetRent: AssetRentTable;
  assetRentHistory: AssetRentHistoryTable;
  assetSurvey: AssetSurveyTable;
  assetSurveyHistory: AssetSurveyHistoryTable;
  assetUse: AssetUseTable;
  assetUseHistory: AssetUseHistoryTable;
  attachment: AttachmentTable;
  attachmentHistory: AttachmentHistoryTable;
  attachmentUsage: AttachmentUsageTable;
  attendance: AttendanceTable;
  attendanceHistory: AttendanceHistoryTable;
  auditCommitment: AuditCommitmentTable;
  auditEvent: AuditEventTable;
  auditSeal: AuditSealTable;
  auditSealLeaf: AuditSealLeafTable;
  bankLine: BankLineTable;
  bankLineHistory: BankLineHistoryTable;
  blob: BlobTable;
  book: BookTable;
  bookHistory: BookHistoryTable;
  branchPost: BranchPostTable;
  branchPostHistory: BranchPostHistoryTable;
  branchRectification: BranchRectificationTable;
  branchRectificationHistory: BranchRectificationHistoryTable;
  branchYear: BranchYearTable;
  branchYearHistory: BranchYearHistoryTable;
  businessEvent: BusinessEventTable;
  businessEventHistory: BusinessEventHistoryTable;
  charter: CharterTable;
  charterHistory: CharterHistoryTable;
  compositionBreach: CompositionBreachTable;
  compositionBreachHistory: CompositionBreachHistoryTable;
  cooperative: CooperativeTable;
  cooperativeHistory: CooperativeHistoryTable;
  cooperativeKey: CooperativeKeyTable;
  depreciationCharge: DepreciationChargeTable;
  depreciationChargeHistory: DepreciationChargeHistoryTable;
  disclosure: DisclosureTable;
  disclosureHistory: DisclosureHistoryTable;
  disclosureSignature: DisclosureSignatureTable;
  distribution: DistributionTable;
  distributionBasis: DistributionBasisTable;
  distributionHistory: DistributionHistoryTable;
  distributionOption: DistributionOptionTable;
  distributionOptionHistory: DistributionOptionHistoryTable;
  dividend: DividendTable;
  dividendChange: DividendChangeTable;
  dividendCorrection: DividendCorrectionTable;
  dividendCorrectionHistory: DividendCorrectionHistoryTable;
  factAgency: FactAgencyTable;
  factAssembly: FactAssemblyTable;
  factAsset: FactAssetTable;
  factAssetArea: FactAssetAreaTable;
  factAssetConfirmed: FactAssetConfirmedTable;
  factAssetContract: FactAssetContractTable;
  factAssetSurvey: FactAssetSurveyTable;
  factAssetValue: FactAssetValueTable;
  factBranch: FactBranchTable;
  factBranchSecretary: FactBranchSecretaryTable;
  factBranchWeak: FactBranchWeakTable;
  factCollectiveIncome: FactCollectiveIncomeTable;
  factContribution: FactContributionTable;
  factCooperative: FactCooperativeTable;
  factDisclosure: FactDisclosureTable;
  factDistribution: FactDistributionTable;
  factDividend: FactDividendTable;
  factDividendPayment: FactDividendPaymentTable;
  factDividendUnpaid: FactDividendUnpaidTable;
  factFormationStep: FactFormationStepTable;
  factHousehold: FactHouseholdTable;
  factMembership: FactMembershipTable;
  factNetProfit: FactNetProfitTable;
  factNotice: FactNoticeTable;
  factNoticeObjection: FactNoticeObjectionTable;
  factPoorContribution: FactPoorContributionTable;
  factPoorMembership: FactPoorMembershipTable;
  factPoorShareUplift: FactPoorShareUpliftTable;
  factPovertyChange: FactPovertyChangeTable;
  factPovertyResident: FactPovertyResidentTable;
  factPovertyState: FactPovertyStateTable;
  factRelief: FactReliefTable;
  factRent: FactRentTable;
  factRentArrears: FactRentArrearsTable;
  factResident: FactResidentTable;
  factResolution: FactResolutionTable;
  factReturnArrears: FactReturnArrearsTable;
  factReturnPayment: FactReturnPaymentTable;
  factReturnPromise: FactReturnPromiseTable;
  factSetAside: FactSetAsideTable;
  factShareholding: FactShareholdingTable;
  factSubmission: FactSubmissionTable;
  factVillage: FactVillageTable;
  factVillageFlag: FactVillageFlagTable;
  factYearSurplus: FactYearSurplusTable;
  figure: FigureTable;
  figureDirty: FigureDirtyTable;
  figureState: FigureStateTable;
  financeGroupMember: FinanceGroupMemberTable;
  financeGroupMemberHistory: FinanceGroupMemberHistoryTable;
  fiscalMonth: FiscalMonthTable;
  fiscalMonthHistory: FiscalMonthHistoryTable;
  fiscalYear: FiscalYearTable;
  fiscalYearHistory: FiscalYearHistoryTable;
  formation: FormationTable;
  formationFounder: FormationFounderTable;
  formationFounderHistory: FormationFounderHistoryTable;
  formationHistory: FormationHistoryTable;
  formationStep: FormationStepTable;
  formationStepHistory: FormationStepHistoryTable;
  frozenFigure: FrozenFigureTable;
  household: HouseholdTable;
  householdHistory: HouseholdHistoryTable;
  householdImport: HouseholdImportTable;
  householdLineage: HouseholdLineageTable;
  idempotencyKey: IdempotencyKeyTable;
  interpretation: InterpretationTable;
  ledgerAccount: LedgerAccountTable;
  ledgerBook: LedgerBookTable;
  ledgerCounter: LedgerCounterTable;
  ledgerEntry: LedgerEntryTable;
  ledgerLine: LedgerLineTable;
  ledgerMonth: LedgerMonthTable;
  memberTrade: MemberTradeTable;
  memberTradeHistory: MemberTradeHistoryTable;
  membership: MembershipTable;
  membershipAct: MembershipActTable;
  membershipActHistory: MembershipActHistoryTable;
  membershipHistory: MembershipHistoryTable;
  motion: MotionTable;
  motionHistory: MotionHistoryTable;
  notice: NoticeTable;
  noticeHistory: NoticeHistoryTable;
  noticeObjection: NoticeObjectionTable;
  noticeObjectionHistory: NoticeObjectionHistoryTable;
  noticeQuota: NoticeQuotaTable;
  noticeRow: NoticeRowTable;
  noticeSheet: NoticeSheetTable;
  noticeSheetHistory: NoticeSheetHistoryTable;
  officialText: OfficialTextTable;
  ownAccount: OwnAccountTable;
  ownAccountHistory: OwnAccountHistoryTable;
  parameter: ParameterTable;
  partyBranch: PartyBranchTable;
  partyBranchHistory: PartyBranchHistoryTable;
  payeeAccount: PayeeAccountTable;
  payeeAccountHistory: PayeeAccountHistoryTable;
  payout: PayoutTable;
  payoutBatch: PayoutBatchTable;
  payoutBatchHistory: PayoutBatchHistoryTable;
  payoutHistory: PayoutHistoryTable;
  personalColumn: PersonalColumnTable;
  place: PlaceTable;
  placeChange: PlaceChangeTable;
  placeFlag: PlaceFlagTable;
  placeFlagHistory: PlaceFlagHistoryTable;
  position: PositionTable;
  povertyRegistration: PovertyRegistrationTable;
  povertyRegistrationHistory: PovertyRegistrationHistoryTable;
  relief: ReliefTable;
  reliefHistory: ReliefHistoryTable;
  reliefLine: ReliefLineTable;
  reliefLineHistory: ReliefLineHistoryTable;
  rentPayment: RentPaymentTable;
  resident: ResidentTable;
  residentHistory: ResidentHistoryTable;
  residentKey: ResidentKeyTable;
  restatement: RestatementTable;
  returnContract: ReturnContractTable;
  returnContractHistory: ReturnContractHistoryTable;
  returnPayment: ReturnPaymentTable;
  returnSchedule: ReturnScheduleTable;
  returnScheduleHistory: ReturnScheduleHistoryTable;
  session: SessionTable;
  shareCertificate: ShareCertificateTable;
  shareCertificateHistory: ShareCertificateHistoryTable;
  shareClass: ShareClassTable;
  shareClassHistory: ShareClassHistoryTable;
  shareLot: ShareLotTable;
  shareLotHistory: ShareLotHistoryTable;
  shareMove: ShareMoveTable;
  shareOpening: ShareOpeningTable;
  shareValuation: ShareValuationTable;
  shareValuationHistory: ShareValuationHistoryTable;
  signInAttempt: SignInAttemptTable;
  submission: SubmissionTable;
  submissionHistory: SubmissionHistoryTable;
  submissionReturn: SubmissionReturnTable;
  submissionUnlock: SubmissionUnlockTable;
  subsidiary: SubsidiaryTable;
  subsidiaryHistory: SubsidiaryHistoryTable;
  upliftPolicy: UpliftPolicyTable;
  upliftPolicyHistory: UpliftPolicyHistoryTable;
  upliftShare: UpliftShareTable;
  upliftShareHistory: UpliftShareHistoryTable;
  voucher: VoucherTable;
  voucherHistory: VoucherHistoryTable;
}

export const tableColumns = {
  account: { id: 'uuid', login: 'text', name: 'text', password_hash: 'text', must_change_password: 'boolean', disabled_at: 'timestamp with time zone', demo: 'boolean', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  act_use: { account_id: 'uuid', act: 'text', minute_began: 'timestamp with time zone', minute_calls: 'integer', day_began: 'timestamp with time zone', day_answers: 'integer', stopped_at: 'timestamp with time zone' },
  agency: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', contact_name: 'text', contact_phone: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  agency_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', contact_name: 'text', contact_phone: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  agency_key: { credit_code: 'text', county: 'integer', agency_id: 'uuid' },
  approval: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', subject_type: 'text', subject_id: 'text', step: 'text', digest: 'text', title: 'text', page: 'text', decider_role: 'text', maker_id: 'uuid', asked_on: 'date', asked_at: 'timestamp with time zone', due_on: 'date', state: 'text', decided_on: 'date', decided_at: 'timestamp with time zone', decided_by: 'uuid', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  approval_history: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', subject_type: 'text', subject_id: 'text', step: 'text', digest: 'text', title: 'text', page: 'text', decider_role: 'text', maker_id: 'uuid', asked_on: 'date', asked_at: 'timestamp with time zone', due_on: 'date', state: 'text', decided_on: 'date', decided_at: 'timestamp with time zone', decided_by: 'uuid', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  assembly: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', organ: 'text', title: 'text', venue: 'text', starts_at: 'text', noticed_on: 'date', documents_on: 'date', held_on: 'date', roll_kind: 'text', proxy_limit: 'integer', entitled: 'integer', households: 'integer', women: 'integer', present: 'integer', proxies: 'integer', present_households: 'integer', additional_votes: 'integer', additional_votes_present: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', additional_votes_bp: 'integer', chair_name: 'text', recorder_name: 'text', counter_names: 'text', minutes: 'text', state: 'text', quorum_met: 'boolean', closed_on: 'date', closed_at: 'timestamp with time zone', closed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  assembly_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', organ: 'text', title: 'text', venue: 'text', starts_at: 'text', noticed_on: 'date', documents_on: 'date', held_on: 'date', roll_kind: 'text', proxy_limit: 'integer', entitled: 'integer', households: 'integer', women: 'integer', present: 'integer', proxies: 'integer', present_households: 'integer', additional_votes: 'integer', additional_votes_present: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', additional_votes_bp: 'integer', chair_name: 'text', recorder_name: 'text', counter_names: 'text', minutes: 'text', state: 'text', quorum_met: 'boolean', closed_on: 'date', closed_at: 'timestamp with time zone', closed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', name: 'text', pinyin: 'text', initials: 'text', class: 'text', kind: 'text', location: 'text', bounds: 'text', boundary: 'text', book_area_mu: 'numeric', area_mu: 'numeric', quantity: 'numeric', unit: 'text', book_value_fen: 'bigint', verified_value_fen: 'bigint', acquired_on: 'date', use_state: 'text', claim_state: 'text', certificate_number: 'text', poverty_project: 'boolean', funding_source: 'text', funding_document: 'text', project_name: 'text', known_by: 'text', note: 'text', listed_on: 'date', left_on: 'date', left_kind: 'text', left_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_card: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', name: 'text', kind: 'text', subsidiary_id: 'uuid', asset_id: 'uuid', purpose: 'text', cost_fen: 'bigint', residual_fen: 'bigint', method: 'text', life_months: 'integer', life_units: 'bigint', nominal: 'boolean', added_on: 'date', disposed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_card_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', name: 'text', kind: 'text', subsidiary_id: 'uuid', asset_id: 'uuid', purpose: 'text', cost_fen: 'bigint', residual_fen: 'bigint', method: 'text', life_months: 'integer', life_units: 'bigint', nominal: 'boolean', added_on: 'date', disposed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_check: { county: 'integer', id: 'uuid', place: 'bigint', asset_id: 'uuid', asset_revision: 'integer', class: 'text', year: 'integer', opening_fen: 'bigint', increase_fen: 'bigint', decrease_fen: 'bigint', closing_fen: 'bigint', opening_mu: 'numeric', increase_mu: 'numeric', decrease_mu: 'numeric', closing_mu: 'numeric', finding: 'text', cause: 'text', checked_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_check_history: { county: 'integer', id: 'uuid', place: 'bigint', asset_id: 'uuid', asset_revision: 'integer', class: 'text', year: 'integer', opening_fen: 'bigint', increase_fen: 'bigint', decrease_fen: 'bigint', closing_fen: 'bigint', opening_mu: 'numeric', increase_mu: 'numeric', decrease_mu: 'numeric', closing_mu: 'numeric', finding: 'text', cause: 'text', checked_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_confirmation: { county: 'integer', id: 'uuid', place: 'bigint', asset_id: 'uuid', asset_revision: 'integer', party: 'text', confirmed_on: 'date', made_by: 'uuid', note: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_contract: { county: 'integer', id: 'uuid', place: 'bigint', asset_id: 'uuid', number: 'text', kind: 'text', tenant_kind: 'text', tenant_name: 'text', tenant_id: 'uuid', decision_number: 'text', signed_on: 'date', starts_on: 'date', through_on: 'date', rent_fen: 'bigint', period_months: 'integer', instalments: 'integer', due_at: 'text', due_days: 'integer', step_bp: 'integer', step_periods: 'integer', deposit_fen: 'bigint', note: 'text', renews_id: 'uuid', closed_on: 'date', closed_kind: 'text', closed_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_contract_history: { county: 'integer', id: 'uuid', place: 'bigint', asset_id: 'uuid', number: 'text', kind: 'text', tenant_kind: 'text', tenant_name: 'text', tenant_id: 'uuid', decision_number: 'text', signed_on: 'date', starts_on: 'date', through_on: 'date', rent_fen: 'bigint', period_months: 'integer', instalments: 'integer', due_at: 'text', due_days: 'integer', step_bp: 'integer', step_periods: 'integer', deposit_fen: 'bigint', note: 'text', renews_id: 'uuid', closed_on: 'date', closed_kind: 'text', closed_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', name: 'text', pinyin: 'text', initials: 'text', class: 'text', kind: 'text', location: 'text', bounds: 'text', boundary: 'text', book_area_mu: 'numeric', area_mu: 'numeric', quantity: 'numeric', unit: 'text', book_value_fen: 'bigint', verified_value_fen: 'bigint', acquired_on: 'date', use_state: 'text', claim_state: 'text', certificate_number: 'text', poverty_project: 'boolean', funding_source: 'text', funding_document: 'text', project_name: 'text', known_by: 'text', note: 'text', listed_on: 'date', left_on: 'date', left_kind: 'text', left_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_import: { county: 'integer', id: 'uuid', place: 'bigint', content_hash: 'bytea', file_name: 'text', inserted: 'integer', updated: 'integer', unchanged: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_rent: { county: 'integer', id: 'uuid', place: 'bigint', contract_id: 'uuid', number: 'integer', starts_on: 'date', through_on: 'date', due_on: 'date', amount_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_rent_history: { county: 'integer', id: 'uuid', place: 'bigint', contract_id: 'uuid', number: 'integer', starts_on: 'date', through_on: 'date', due_on: 'date', amount_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_survey: { county: 'integer', id: 'uuid', place: 'bigint', year: 'integer', state: 'text', assets: 'integer', confirmed: 'integer', digest: 'text', reported_on: 'date', reported_by: 'uuid', accepted_on: 'date', accepted_by: 'uuid', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_survey_history: { county: 'integer', id: 'uuid', place: 'bigint', year: 'integer', state: 'text', assets: 'integer', confirmed: 'integer', digest: 'text', reported_on: 'date', reported_by: 'uuid', accepted_on: 'date', accepted_by: 'uuid', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  asset_use: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', card_id: 'uuid', month: 'text', units: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  asset_use_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', card_id: 'uuid', month: 'text', units: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  attachment: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', organisation_id: 'uuid', sha256: 'bytea', media_type: 'text', bytes: 'bigint', name: 'text', has_thumbnail: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  attachment_history: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', organisation_id: 'uuid', sha256: 'bytea', media_type: 'text', bytes: 'bigint', name: 'text', has_thumbnail: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  attachment_usage: { county: 'integer', place: 'bigint', bytes: 'bigint', limit_bytes: 'bigint' },
  attendance: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', assembly_id: 'uuid', number: 'text', name: 'text', membership_id: 'uuid', household_id: 'uuid', member_place: 'bigint', additional_votes: 'integer', mode: 'text', proxy_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  attendance_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', assembly_id: 'uuid', number: 'text', name: 'text', membership_id: 'uuid', household_id: 'uuid', member_place: 'bigint', additional_votes: 'integer', mode: 'text', proxy_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  audit_commitment: { county: 'integer', event_id: 'uuid', path: 'text', salt: 'bytea', sealed: 'bytea' },
  audit_event: { county: 'integer', id: 'uuid', place: 'bigint', recorded_at: 'timestamp with time zone', account_id: 'uuid', position_id: 'uuid', actor_name: 'text', role: 'text', act: 'text', record_type: 'text', record_id: 'uuid', reason: 'text', address: 'text', request_id: 'text', changes: 'json', leaf_hash: 'bytea' },
  audit_seal: { number: 'bigint', sealed_at: 'timestamp with time zone', leaf_count: 'integer', algorithm: 'text', root: 'bytea', previous: 'bytea', head: 'bytea' },
  audit_seal_leaf: { county: 'integer', event_id: 'uuid', seal_number: 'bigint', ordinal: 'integer', leaf_hash: 'bytea' },
  bank_line: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', code: 'text', occurred_on: 'date', amount_fen: 'bigint', balance_fen: 'bigint', counterparty: 'text', memo: 'text', serial: 'text', fingerprint: 'text', voucher_id: 'uuid', ordinal: 'integer', split_in: 'integer', part_of: 'uuid', matched_how: 'text', matched_by_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  bank_line_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', code: 'text', occurred_on: 'date', amount_fen: 'bigint', balance_fen: 'bigint', counterparty: 'text', memo: 'text', serial: 'text', fingerprint: 'text', voucher_id: 'uuid', ordinal: 'integer', split_in: 'integer', part_of: 'uuid', matched_how: 'text', matched_by_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  blob: { sha256: 'bytea', bytes: 'bigint', media_type: 'text', content: 'bytea', outside: 'boolean', thumbnail: 'bytea', recorded_at: 'timestamp with time zone' },
  book: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', chart: 'text', starts_on: 'date', fiscal_year_start: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  book_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', chart: 'text', starts_on: 'date', fiscal_year_start: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  branch_post: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', post: 'text', person_name: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_post_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', post: 'text', person_name: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  branch_rectification: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', problem: 'text', measures: 'text', found_on: 'date', due_on: 'date', closed_on: 'date', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_rectification_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', problem: 'text', measures: 'text', found_on: 'date', due_on: 'date', closed_on: 'date', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  branch_year: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', year: 'integer', members: 'integer', rating: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  branch_year_history: { county: 'integer', id: 'uuid', place: 'bigint', branch_id: 'uuid', year: 'integer', members: 'integer', rating: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  business_event: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', kind: 'text', occurred_on: 'date', memo: 'text', amounts: 'jsonb', choices: 'jsonb', parties: 'jsonb', product: 'text', quantity: 'numeric', unit: 'text', total_fen: 'bigint', voucher_id: 'uuid', made_by_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  business_event_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', kind: 'text', occurred_on: 'date', memo: 'text', amounts: 'jsonb', choices: 'jsonb', parties: 'jsonb', product: 'text', quantity: 'numeric', unit: 'text', total_fen: 'bigint', voucher_id: 'uuid', made_by_name: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  charter: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', starts_on: 'date', ends_on: 'date', resolution_number: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  charter_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', starts_on: 'date', ends_on: 'date', resolution_number: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  composition_breach: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', code: 'text', found_on: 'date', cure_by: 'date', cured_on: 'date', actual: 'integer', bound: 'integer', members: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  composition_breach_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', code: 'text', found_on: 'date', cure_by: 'date', cured_on: 'date', actual: 'integer', bound: 'integer', members: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  cooperative: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', address: 'text', chairperson: 'text', phone: 'text', business: 'text', branch_led: 'boolean', fiscal_year_start: 'text', registered_on: 'date', dissolved_on: 'date', dissolved_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  cooperative_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', pinyin: 'text', initials: 'text', credit_code: 'text', address: 'text', chairperson: 'text', phone: 'text', business: 'text', branch_led: 'boolean', fiscal_year_start: 'text', registered_on: 'date', dissolved_on: 'date', dissolved_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  cooperative_key: { credit_code: 'text', county: 'integer', cooperative_id: 'uuid' },
  depreciation_charge: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', card_id: 'uuid', month: 'text', amount_fen: 'bigint', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  depreciation_charge_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', card_id: 'uuid', month: 'text', amount_fen: 'bigint', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  disclosure: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', period: 'text', starts_on: 'date', ends_on: 'date', due_on: 'date', state: 'text', items: 'jsonb', digest: 'text', made_on: 'date', made_by: 'uuid', checked_on: 'date', checked_by: 'uuid', published_on: 'date', notice_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  disclosure_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', period: 'text', starts_on: 'date', ends_on: 'date', due_on: 'date', state: 'text', items: 'jsonb', digest: 'text', made_on: 'date', made_by: 'uuid', checked_on: 'date', checked_by: 'uuid', published_on: 'date', notice_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  disclosure_signature: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', disclosure_id: 'uuid', member_id: 'uuid', disclosure_revision: 'integer', digest: 'text', opinion: 'text', remark: 'text', signed_on: 'date', made_by: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  distribution: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', rule_set: 'text', year: 'integer', record_on: 'date', days_weighed: 'integer', snapshot: 'integer', members: 'integer', surplus_fen: 'bigint', opening_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', basis_digest: 'text', state: 'text', option_id: 'uuid', digest: 'text', made_by: 'uuid', surplus_reserve_fen: 'bigint', welfare_fen: 'bigint', expansion_fen: 'bigint', relief_fen: 'bigint', patronage_refund_fen: 'bigint', remainder_fen: 'bigint', resolution_number: 'text', declared_on: 'date', declared_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  distribution_basis: { county: 'integer', distribution_id: 'uuid', snapshot: 'integer', rank: 'integer', membership_id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', number: 'text', name: 'text', household_county: 'integer', household_id: 'uuid', resident_id: 'uuid', poor: 'text', patronage_fen: 'bigint', contribution_fen: 'bigint', contribution_weight: 'bigint', reserve_share_fen: 'bigint', shares: 'bigint', shares_weight: 'bigint', uplift_weight: 'bigint', gives_on_bp: 'integer', receives_on: 'boolean', floor_fen: 'bigint', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  distribution_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', rule_set: 'text', year: 'integer', record_on: 'date', days_weighed: 'integer', snapshot: 'integer', members: 'integer', surplus_fen: 'bigint', opening_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', basis_digest: 'text', state: 'text', option_id: 'uuid', digest: 'text', made_by: 'uuid', surplus_reserve_fen: 'bigint', welfare_fen: 'bigint', expansion_fen: 'bigint', relief_fen: 'bigint', patronage_refund_fen: 'bigint', remainder_fen: 'bigint', resolution_number: 'text', declared_on: 'date', declared_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  distribution_option: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', ordinal: 'integer', name: 'text', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', converted_bp: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  distribution_option_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', ordinal: 'integer', name: 'text', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', converted_bp: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  dividend: { county: 'integer', distribution_id: 'uuid', membership_id: 'uuid', rank: 'integer', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', household_id: 'uuid', form: 'text', year: 'integer', poor: 'text', declared_on: 'date', patronage_refund_fen: 'bigint', remainder_fen: 'bigint', given_on_fen: 'bigint', reserve_quantified_fen: 'bigint', total_fen: 'bigint', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  dividend_change: { county: 'integer', correction_id: 'uuid', membership_id: 'uuid', distribution_id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', household_id: 'uuid', form: 'text', year: 'integer', poor: 'text', posted_on: 'date', old_refund_fen: 'bigint', new_refund_fen: 'bigint', old_remainder_fen: 'bigint', new_remainder_fen: 'bigint', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  dividend_correction: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', cause: 'text', proposed: 'jsonb', state: 'text', made_by: 'uuid', posted_on: 'date', posted_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  dividend_correction_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', cause: 'text', proposed: 'jsonb', state: 'text', made_by: 'uuid', posted_on: 'date', posted_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fact_agency: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_assembly: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset_area: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset_confirmed: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset_contract: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset_survey: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_asset_value: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch_secretary: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_branch_weak: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_collective_income: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_contribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_cooperative: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_disclosure: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_distribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend_payment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend_unpaid: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_formation_step: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_household: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_membership: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_net_profit: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_notice: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_notice_objection: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_contribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_membership: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_share_uplift: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_change: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_state: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_relief: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_rent: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_rent_arrears: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_resolution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_arrears: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_payment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_promise: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_set_aside: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_shareholding: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_submission: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village_flag: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_year_surplus: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  figure: { county: 'integer', place: 'bigint', month: 'text', indicator: 'text', value: 'numeric', row_count: 'integer', own_value: 'numeric', own_row_count: 'integer', computed_at: 'timestamp with time zone' },
  figure_dirty: { county: 'integer', place: 'bigint', from_month: 'text', marked_at: 'timestamp with time zone' },
  figure_state: { one: 'boolean', catalogue_version: 'text', last_month: 'text', counted_at: 'timestamp with time zone' },
  finance_group_member: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', name: 'text', post: 'text', phone: 'text', decision_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  finance_group_member_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', name: 'text', post: 'text', phone: 'text', decision_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fiscal_month: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', month: 'text', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', checks: 'jsonb', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fiscal_month_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', month: 'text', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', checks: 'jsonb', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fiscal_year: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', year: 'integer', starts_on: 'date', ends_on: 'date', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', surplus_fen: 'bigint', opening_undistributed_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', statements: 'jsonb', digest: 'text', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fiscal_year_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', year: 'integer', starts_on: 'date', ends_on: 'date', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', surplus_fen: 'bigint', opening_undistributed_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', statements: 'jsonb', digest: 'text', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', address: 'text', business: 'text', branch_id: 'uuid', drafted_on: 'date', shares_method: 'text', surplus_method: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', uplift_mechanism: 'text', uplift_bp: 'integer', uplift_note: 'text', contact: 'text', note: 'text', state: 'text', cooperative_id: 'uuid', registered_on: 'date', abandoned_on: 'date', abandoned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_founder: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', credit_code: 'text', household_county: 'integer', household_id: 'uuid', member_place: 'bigint', cash_fen: 'bigint', household_grant_fen: 'bigint', cropland_fen: 'bigint', forest_fen: 'bigint', grassland_fen: 'bigint', goods_fen: 'bigint', area_mu: 'numeric', in_kind_note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_founder_history: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', credit_code: 'text', household_county: 'integer', household_id: 'uuid', member_place: 'bigint', cash_fen: 'bigint', household_grant_fen: 'bigint', cropland_fen: 'bigint', forest_fen: 'bigint', grassland_fen: 'bigint', goods_fen: 'bigint', area_mu: 'numeric', in_kind_note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', address: 'text', business: 'text', branch_id: 'uuid', drafted_on: 'date', shares_method: 'text', surplus_method: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', uplift_mechanism: 'text', uplift_bp: 'integer', uplift_note: 'text', contact: 'text', note: 'text', state: 'text', cooperative_id: 'uuid', registered_on: 'date', abandoned_on: 'date', abandoned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation_step: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_step_history: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  frozen_figure: { county: 'integer', submission_id: 'uuid', snapshot: 'integer', indicator: 'text', place: 'bigint', month: 'text', cutoff: 'timestamp with time zone', value: 'numeric', row_count: 'integer', rows_digest: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  household_import: { county: 'integer', id: 'uuid', place: 'bigint', content_hash: 'bytea', file_name: 'text', inserted: 'integer', updated: 'integer', unchanged: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_lineage: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', kind: 'text', direction: 'text', other_county: 'integer', other_household_id: 'uuid', other_text: 'text', happened_on: 'date', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  idempotency_key: { account_id: 'uuid', key: 'text', act: 'text', request_hash: 'bytea', status: 'integer', reply: 'jsonb', recorded_at: 'timestamp with time zone' },
  interpretation: { id: 'uuid', revision: 'integer', clause: 'text', question: 'text', answer: 'text', asked_on: 'date', answered_on: 'date', document_number: 'text', withdrawn: 'boolean', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ledger_account: { county: 'integer', book_id: 'uuid', code: 'text', sub: 'text', number: 'bigint', place: 'bigint', organisation_id: 'uuid', sub_kind: 'text', least: 'bigint', most: 'bigint', balance: 'bigint', last_on: 'date' },
  ledger_book: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', kind: 'text', unit: 'text', opened_on: 'date', closed_through: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ledger_counter: { county: 'integer', book_id: 'uuid', series: 'text', month: 'text', place: 'bigint', organisation_id: 'uuid', last: 'integer' },
  ledger_entry: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', book_id: 'uuid', series: 'text', month: 'text', number: 'integer', occurred_on: 'date', memo: 'text', source_type: 'text', source_id: 'uuid', reverses_id: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ledger_line: { county: 'integer', entry_id: 'uuid', ordinal: 'integer', place: 'bigint', organisation_id: 'uuid', account: 'bigint', occurred_on: 'date', amount: 'bigint', red: 'boolean', quantity: 'numeric', memo: 'text' },
  ledger_month: { county: 'integer', book_id: 'uuid', month: 'text', account: 'bigint', place: 'bigint', organisation_id: 'uuid', debit: 'bigint', credit: 'bigint' },
  member_trade: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', member_place: 'bigint', occurred_on: 'date', direction: 'text', product: 'text', quantity: 'numeric', unit: 'text', amount_fen: 'bigint', source_type: 'text', source_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  member_trade_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', member_place: 'bigint', occurred_on: 'date', direction: 'text', product: 'text', quantity: 'numeric', unit: 'text', amount_fen: 'bigint', source_type: 'text', source_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  membership: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', credit_code: 'text', phone: 'text', household_county: 'integer', household_id: 'uuid', resident_id: 'uuid', organisation_id: 'uuid', member_place: 'bigint', joined_on: 'date', joined_by: 'text', left_on: 'date', left_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  membership_act: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', kind: 'text', state: 'text', occurred_on: 'date', membership_id: 'uuid', to_membership_id: 'uuid', class_id: 'uuid', lot_id: 'uuid', valuation_id: 'uuid', asset_id: 'uuid', policy_id: 'uuid', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', debt_fen: 'bigint', counter: 'text', applied_on: 'date', leaves_on: 'date', leave_reason: 'text', newcomer: 'jsonb', id_number: 'bytea', id_number_masked: 'text', document_number: 'text', memo: 'text', digest: 'text', total_shares: 'bigint', total_fen: 'bigint', settlement: 'jsonb', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', checked_on: 'date', decision: 'text', share_entry_id: 'uuid', voucher_id: 'uuid', voucher_number: 'integer', reversal_by: 'uuid', reversal_reason: 'text', reversed_on: 'date', reversal_voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  membership_act_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', kind: 'text', state: 'text', occurred_on: 'date', membership_id: 'uuid', to_membership_id: 'uuid', class_id: 'uuid', lot_id: 'uuid', valuation_id: 'uuid', asset_id: 'uuid', policy_id: 'uuid', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', debt_fen: 'bigint', counter: 'text', applied_on: 'date', leaves_on: 'date', leave_reason: 'text', newcomer: 'jsonb', id_number: 'bytea', id_number_masked: 'text', document_number: 'text', memo: 'text', digest: 'text', total_shares: 'bigint', total_fen: 'bigint', settlement: 'jsonb', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', checked_on: 'date', decision: 'text', share_entry_id: 'uuid', voucher_id: 'uuid', voucher_number: 'integer', reversal_by: 'uuid', reversal_reason: 'text', reversed_on: 'date', reversal_voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  membership_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', credit_code: 'text', phone: 'text', household_county: 'integer', household_id: 'uuid', resident_id: 'uuid', organisation_id: 'uuid', member_place: 'bigint', joined_on: 'date', joined_by: 'text', left_on: 'date', left_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  motion: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', assembly_id: 'uuid', ordinal: 'integer', matter: 'text', title: 'text', body: 'text', subject_type: 'text', subject_id: 'text', digest: 'text', page: 'text', votes_for: 'integer', votes_against: 'integer', votes_abstained: 'integer', votes_required: 'integer', votes_whole: 'integer', result: 'text', decided_on: 'date', resolution_series: 'text', resolution_year: 'integer', resolution_number: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  motion_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', assembly_id: 'uuid', ordinal: 'integer', matter: 'text', title: 'text', body: 'text', subject_type: 'text', subject_id: 'text', digest: 'text', page: 'text', votes_for: 'integer', votes_against: 'integer', votes_abstained: 'integer', votes_required: 'integer', votes_whole: 'integer', result: 'text', decided_on: 'date', resolution_series: 'text', resolution_year: 'integer', resolution_number: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  notice: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', subject_type: 'text', subject_id: 'text', digest: 'text', kind: 'text', title: 'text', body: 'text', pairs: 'jsonb', columns: 'jsonb', row_count: 'integer', content_digest: 'text', page: 'text', contact: 'text', posted_on: 'date', window_days: 'integer', ends_on: 'date', calendar_known: 'boolean', made_by: 'uuid', withdrawn_on: 'date', withdrawn_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  notice_history: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', subject_type: 'text', subject_id: 'text', digest: 'text', kind: 'text', title: 'text', body: 'text', pairs: 'jsonb', columns: 'jsonb', row_count: 'integer', content_digest: 'text', page: 'text', contact: 'text', posted_on: 'date', window_days: 'integer', ends_on: 'date', calendar_known: 'boolean', made_by: 'uuid', withdrawn_on: 'date', withdrawn_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  notice_objection: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', notice_id: 'uuid', ticket: 'text', channel: 'text', concerns: 'text', name: 'text', phone: 'bytea', phone_masked: 'text', statement: 'text', received_on: 'date', answer_by: 'date', made_by: 'uuid', outcome: 'text', answer: 'text', answered_on: 'date', answered_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  notice_objection_history: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', notice_id: 'uuid', ticket: 'text', channel: 'text', concerns: 'text', name: 'text', phone: 'bytea', phone_masked: 'text', statement: 'text', received_on: 'date', answer_by: 'date', made_by: 'uuid', outcome: 'text', answer: 'text', answered_on: 'date', answered_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  notice_quota: { subject: 'text', hour: 'timestamp with time zone', used: 'integer' },
  notice_row: { county: 'integer', notice_id: 'uuid', number: 'integer', place: 'bigint', organisation_id: 'uuid', cells: 'jsonb', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  notice_sheet: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', notice_id: 'uuid', board: 'text', hung_on: 'date', taken_down_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  notice_sheet_history: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', notice_id: 'uuid', board: 'text', hung_on: 'date', taken_down_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  official_text: { import_id: 'uuid', article: 'integer', chapter: 'integer', chapter_heading: 'text', text: 'text', source_name: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  own_account: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', code: 'text', name: 'text', initials: 'text', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  own_account_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', code: 'text', name: 'text', initials: 'text', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  parameter: { id: 'uuid', code: 'text', starts_on: 'date', ends_on: 'date', value: 'bigint', unit: 'text', source_zh: 'text', source_en: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  party_branch: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  party_branch_history: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  payee_account: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', holder: 'text', bank_name: 'text', account: 'bytea', account_hash: 'bytea', account_masked: 'text', entitled_by: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  payee_account_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', holder: 'text', bank_name: 'text', account: 'bytea', account_hash: 'bytea', account_masked: 'text', entitled_by: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  payout: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', batch_id: 'uuid', ordinal: 'integer', item_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', form: 'text', poor: 'text', name: 'text', refund_fen: 'bigint', dividend_fen: 'bigint', amount_fen: 'bigint', holder: 'text', bank_name: 'text', account: 'bytea', account_hash: 'bytea', account_masked: 'text', state: 'text', state_on: 'date', returned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  payout_batch: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', number: 'integer', channel: 'text', made_on: 'date', made_by: 'uuid', payments: 'integer', total_fen: 'bigint', state: 'text', settled_on: 'date', settled_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  payout_batch_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', number: 'integer', channel: 'text', made_on: 'date', made_by: 'uuid', payments: 'integer', total_fen: 'bigint', state: 'text', settled_on: 'date', settled_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  payout_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', distribution_id: 'uuid', batch_id: 'uuid', ordinal: 'integer', item_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', form: 'text', poor: 'text', name: 'text', refund_fen: 'bigint', dividend_fen: 'bigint', amount_fen: 'bigint', holder: 'text', bank_name: 'text', account: 'bytea', account_hash: 'bytea', account_masked: 'text', state: 'text', state_on: 'date', returned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  personal_column: { table_name: 'text', column_name: 'text' },
  place: { code: 'bigint', id: 'uuid', county: 'integer', parent: 'bigint', last_code: 'bigint', level: 'text', kind: 'text', name: 'text', name_official: 'text', pinyin: 'text', initials: 'text', rural: 'boolean', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_change: { id: 'uuid', change_id: 'uuid', kind: 'text', happened_on: 'date', from_code: 'bigint', to_code: 'bigint', name_before: 'text', name_after: 'text', official_before: 'text', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', withdrawn_at: 'timestamp with time zone', withdrawn_by: 'uuid', withdrawn_reason: 'text' },
  place_flag: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  place_flag_history: { county: 'integer', id: 'uuid', place: 'bigint', flag: 'text', starts_on: 'date', ends_on: 'date', document_number: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  position: { id: 'uuid', account_id: 'uuid', role: 'text', place: 'bigint', organisation_id: 'uuid', household_county: 'integer', household_id: 'uuid', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  poverty_registration: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', state: 'text', change: 'text', standard: 'text', kind: 'text', main_cause: 'text', other_causes: 'jsonb', starts_on: 'date', ends_on: 'date', document_number: 'text', decided_on: 'date', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  poverty_registration_history: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', state: 'text', change: 'text', standard: 'text', kind: 'text', main_cause: 'text', other_causes: 'jsonb', starts_on: 'date', ends_on: 'date', document_number: 'text', decided_on: 'date', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  relief: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', title: 'text', document_number: 'text', channel: 'text', state: 'text', lines: 'integer', total_fen: 'bigint', digest: 'text', made_by: 'uuid', paid_on: 'date', paid_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  relief_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', title: 'text', document_number: 'text', channel: 'text', state: 'text', lines: 'integer', total_fen: 'bigint', digest: 'text', made_by: 'uuid', paid_on: 'date', paid_by: 'uuid', voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  relief_line: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', relief_id: 'uuid', form: 'text', household_county: 'integer', household_id: 'uuid', name: 'text', poor: 'text', amount_fen: 'bigint', cause: 'text', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  relief_line_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', relief_id: 'uuid', form: 'text', household_county: 'integer', household_id: 'uuid', name: 'text', poor: 'text', amount_fen: 'bigint', cause: 'text', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  rent_payment: { county: 'integer', id: 'uuid', place: 'bigint', contract_id: 'uuid', rent_id: 'uuid', due_on: 'date', receipt_id: 'uuid', amount_fen: 'bigint', paid_on: 'date', method: 'text', receipt_number: 'text', note: 'text', reverses_id: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  resident: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', name: 'text', name_original: 'text', name_key: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', id_last4: 'text', external_number: 'text', sex: 'text', birth_on: 'date', ethnicity: 'text', relation: 'text', education: 'text', schooling: 'text', health: 'text', labour: 'text', employment: 'text', employment_months: 'smallint', political_status: 'text', military: 'boolean', medical_insured: 'boolean', pension_insured: 'boolean', illness_insured: 'boolean', low_income_support: 'boolean', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_reason: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  resident_history: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', name: 'text', name_original: 'text', name_key: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', id_last4: 'text', external_number: 'text', sex: 'text', birth_on: 'date', ethnicity: 'text', relation: 'text', education: 'text', schooling: 'text', health: 'text', labour: 'text', employment: 'text', employment_months: 'smallint', political_status: 'text', military: 'boolean', medical_insured: 'boolean', pension_insured: 'boolean', illness_insured: 'boolean', low_income_support: 'boolean', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_reason: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  resident_key: { id_number_hash: 'bytea', county: 'integer', resident_id: 'uuid', household_id: 'uuid', released_on: 'date' },
  restatement: { county: 'integer', id: 'uuid', place: 'bigint', submission_id: 'uuid', snapshot: 'integer', month: 'text', about_month: 'text', indicator: 'text', value_before: 'numeric', value_after: 'numeric', causes: 'jsonb', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  return_contract: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', number: 'text', payer: 'text', payer_code: 'text', subject: 'text', principal_fen: 'bigint', floor_bp: 'integer', profit_share_bp: 'integer', starts_on: 'date', ends_on: 'date', months: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  return_contract_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', number: 'text', payer: 'text', payer_code: 'text', subject: 'text', principal_fen: 'bigint', floor_bp: 'integer', profit_share_bp: 'integer', starts_on: 'date', ends_on: 'date', months: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  return_payment: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', contract_id: 'uuid', schedule_id: 'uuid', paid_on: 'date', amount_fen: 'bigint', document: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  return_schedule: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', contract_id: 'uuid', ordinal: 'integer', due_on: 'date', floor_fen: 'bigint', profit_fen: 'bigint', profit_document: 'text', promised_fen: 'bigint', paid_fen: 'bigint', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  return_schedule_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', contract_id: 'uuid', ordinal: 'integer', due_on: 'date', floor_fen: 'bigint', profit_fen: 'bigint', profit_document: 'text', promised_fen: 'bigint', paid_fen: 'bigint', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  session: { token_hash: 'bytea', account_id: 'uuid', position_id: 'uuid', csrf_token: 'text', device: 'text', address: 'text', started_at: 'timestamp with time zone', seen_at: 'timestamp with time zone', ended_at: 'timestamp with time zone' },
  share_certificate: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', number: 'integer', issued_on: 'date', lines: 'jsonb', shares: 'bigint', paid_fen: 'bigint', digest: 'text', signature: 'bytea', state: 'text', state_on: 'date', replaces_id: 'uuid', prints: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_certificate_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', number: 'integer', issued_on: 'date', lines: 'jsonb', shares: 'bigint', paid_fen: 'bigint', digest: 'text', signature: 'bytea', state: 'text', state_on: 'date', replaces_id: 'uuid', prints: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  share_class: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', kind: 'text', name: 'text', par_fen: 'bigint', transfer: 'text', exit: 'text', termed: 'boolean', votes: 'boolean', dividend: 'boolean', document_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_class_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', kind: 'text', name: 'text', par_fen: 'bigint', transfer: 'text', exit: 'text', termed: 'boolean', votes: 'boolean', dividend: 'boolean', document_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  share_lot: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', class_id: 'uuid', source: 'text', source_document: 'text', valuation_id: 'uuid', from_lot_id: 'uuid', opening: 'boolean', acquired_on: 'date', expires_on: 'date', issued_shares: 'bigint', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_lot_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', class_id: 'uuid', source: 'text', source_document: 'text', valuation_id: 'uuid', from_lot_id: 'uuid', opening: 'boolean', acquired_on: 'date', expires_on: 'date', issued_shares: 'bigint', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  share_move: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', household_id: 'uuid', form: 'text', member_kind: 'text', class_id: 'uuid', class_kind: 'text', lot_id: 'uuid', source: 'text', kind: 'text', poor: 'boolean', occurred_on: 'date', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', entry_id: 'uuid', source_type: 'text', source_id: 'uuid', reverses_id: 'uuid', memo: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_opening: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', opened_on: 'date', entry_id: 'uuid', file_name: 'text', members: 'integer', lots: 'integer', shares: 'bigint', paid_fen: 'bigint', digest: 'text', signature: 'bytea', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_valuation: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', source: 'text', description: 'text', parcel: 'text', area_mu: 'numeric', unit_value_fen: 'bigint', value_fen: 'bigint', method: 'text', valued_on: 'date', valued_by: 'text', document_number: 'text', term_from: 'date', term_until: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  share_valuation_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', source: 'text', description: 'text', parcel: 'text', area_mu: 'numeric', unit_value_fen: 'bigint', value_fen: 'bigint', method: 'text', valued_on: 'date', valued_by: 'text', document_number: 'text', term_from: 'date', term_until: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  sign_in_attempt: { subject: 'text', window_start: 'timestamp with time zone', failures: 'integer', locked_until: 'timestamp with time zone' },
  submission: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', level: 'text', state: 'text', snapshot: 'integer', cutoff: 'timestamp with time zone', catalogue_version: 'text', digest: 'text', remark: 'text', due_on: 'date', sent_on: 'date', confirmed_on: 'date', confirmed_by: 'uuid', approved_on: 'date', approved_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  submission_history: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', level: 'text', state: 'text', snapshot: 'integer', cutoff: 'timestamp with time zone', catalogue_version: 'text', digest: 'text', remark: 'text', due_on: 'date', sent_on: 'date', confirmed_on: 'date', confirmed_by: 'uuid', approved_on: 'date', approved_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  submission_return: { county: 'integer', id: 'uuid', place: 'bigint', submission_id: 'uuid', snapshot: 'integer', indicator: 'text', reason: 'text', answer_by: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  submission_unlock: { county: 'integer', id: 'uuid', place: 'bigint', month: 'text', until_on: 'date', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  subsidiary: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', kind: 'text', name: 'text', initials: 'text', document_number: 'text', poverty_project: 'boolean', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  subsidiary_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', kind: 'text', name: 'text', initials: 'text', document_number: 'text', poverty_project: 'boolean', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  uplift_policy: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', mechanism: 'text', name: 'text', grant_fen: 'bigint', uplift_bp: 'integer', floor_fen: 'bigint', class_id: 'uuid', resolution_number: 'text', record_on: 'date', starts_on: 'date', ends_on: 'date', include_lifted: 'boolean', ends_with_poverty: 'boolean', frozen_on: 'date', issued_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  uplift_policy_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', mechanism: 'text', name: 'text', grant_fen: 'bigint', uplift_bp: 'integer', floor_fen: 'bigint', class_id: 'uuid', resolution_number: 'text', record_on: 'date', starts_on: 'date', ends_on: 'date', include_lifted: 'boolean', ends_with_poverty: 'boolean', frozen_on: 'date', issued_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  uplift_share: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', policy_id: 'uuid', membership_id: 'uuid', household_county: 'integer', household_id: 'uuid', form: 'text', mechanism: 'text', starts_on: 'date', ends_on: 'date', base_shares: 'bigint', uplift_shares: 'bigint', uplift_fen: 'bigint', lot_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  uplift_share_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', policy_id: 'uuid', membership_id: 'uuid', household_county: 'integer', household_id: 'uuid', form: 'text', mechanism: 'text', starts_on: 'date', ends_on: 'date', base_shares: 'bigint', uplift_shares: 'bigint', uplift_fen: 'bigint', lot_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  voucher: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', state: 'text', series: 'text', occurred_on: 'date', month: 'text', number: 'integer', memo: 'text', lines: 'jsonb', line_count: 'integer', total_fen: 'bigint', papers: 'integer', template: 'text', source_type: 'text', source_id: 'uuid', source_page: 'text', reverses_id: 'uuid', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', posted_at: 'timestamp with time zone', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  voucher_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', state: 'text', series: 'text', occurred_on: 'date', month: 'text', number: 'integer', memo: 'text', lines: 'jsonb', line_count: 'integer', total_fen: 'bigint', papers: 'integer', template: 'text', source_type: 'text', source_id: 'uuid', source_page: 'text', reverses_id: 'uuid', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', posted_at: 'timestamp with time zone', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
} as const;
