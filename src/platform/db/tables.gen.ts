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

export interface AuditSampleTable {
  county: number;
  id: string;
  place: number;
  title: string;
  seed: string;
  drawnFor: number;
  paidFrom: string;
  paidThrough: string;
  leastFen: bigint;
  population: number;
  populationFen: bigint;
  populationDigest: string;
  size: number;
  drawnOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AuditSampleHistoryTable {
  county: number;
  id: string;
  place: number;
  title: string;
  seed: string;
  drawnFor: number;
  paidFrom: string;
  paidThrough: string;
  leastFen: bigint;
  population: number;
  populationFen: bigint;
  populationDigest: string;
  size: number;
  drawnOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface AuditSampleItemTable {
  county: number;
  id: string;
  place: number;
  sampleId: string;
  number: number;
  paymentCounty: number;
  paymentId: string;
  paymentPlace: number;
  paidOn: string;
  payeeName: string;
  amountFen: bigint;
  verdict: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface AuditSampleItemHistoryTable {
  county: number;
  id: string;
  place: number;
  sampleId: string;
  number: number;
  paymentCounty: number;
  paymentId: string;
  paymentPlace: number;
  paidOn: string;
  payeeName: string;
  amountFen: bigint;
  verdict: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface EcologicalCheckTable {
  county: number;
  id: string;
  place: number;
  subjectType: string;
  subjectId: string;
  subjectName: string;
  result: string;
  grazing: string;
  protectedArea: string;
  water: string;
  pollution: string;
  conditions: string | null;
  documentNumber: string;
  checkedOn: string;
  validUntil: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface EcologicalCheckHistoryTable {
  county: number;
  id: string;
  place: number;
  subjectType: string;
  subjectId: string;
  subjectName: string;
  result: string;
  grazing: string;
  protectedArea: string;
  water: string;
  pollution: string;
  conditions: string | null;
  documentNumber: string;
  checkedOn: string;
  validUntil: string | null;
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

export interface FactAllocationTable {
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

export interface FactCarryingCapacityTable {
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

export interface FactDisbursementTable {
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

export interface FactEcologicalCheckTable {
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

export interface FactFindingTable {
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

export interface FactForestReformTable {
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

export interface FactFundReceiptTable {
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

export interface FactFundUseTable {
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

export interface FactIdleMoneyTable {
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

export interface FactInsuranceAlertTable {
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

export interface FactInsuranceClaimTable {
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

export interface FactInsurancePayoutTable {
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

export interface FactInsurancePolicyTable {
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

export interface FactInsurancePremiumTable {
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

export interface FactInsuredUnitsTable {
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

export interface FactLandParcelTable {
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

export interface FactLandProjectTable {
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

export interface FactLandRentTable {
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

export interface FactLandRentArrearsTable {
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

export interface FactLandTransferTable {
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

export interface FactLandUseTable {
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

export interface FactLoanTable {
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

export interface FactLoanApplicationTable {
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

export interface FactLoanCompensationTable {
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

export interface FactLoanOverdueTable {
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

export interface FactLoanRepaymentTable {
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

export interface FactLoanReportTable {
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

export interface FactLoanSubsidyTable {
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

export interface FactMisuseAlertTable {
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

export interface FactMisuseCaseTable {
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

export interface FactPerformanceAppraisalTable {
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

export interface FactProjectTable {
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

export interface FactProjectAssetTable {
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

export interface FactProjectPaymentTable {
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

export interface FactProjectProposalTable {
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

export interface FactRewardTable {
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

export interface FactRewardCheckTable {
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

export interface FactRiskFundTable {
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

export interface FactVillageGrantTable {
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

export interface FindingTable {
  county: number;
  id: string;
  place: number;
  number: string;
  source: string;
  misuse: string;
  title: string;
  detail: string;
  amountFen: bigint;
  entryType: string | null;
  entryCounty: number | null;
  entryId: string | null;
  sampleItemId: string | null;
  responsible: string;
  foundOn: string;
  dueOn: string;
  state: string;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  recoveredFen: Generated<bigint>;
  closedOn: string | null;
  closedBy: string | null;
  closingOpinion: string | null;
  reopened: Generated<number>;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FindingHistoryTable {
  county: number;
  id: string;
  place: number;
  number: string;
  source: string;
  misuse: string;
  title: string;
  detail: string;
  amountFen: bigint;
  entryType: string | null;
  entryCounty: number | null;
  entryId: string | null;
  sampleItemId: string | null;
  responsible: string;
  foundOn: string;
  dueOn: string;
  state: string;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  recoveredFen: bigint;
  closedOn: string | null;
  closedBy: string | null;
  closingOpinion: string | null;
  reopened: number;
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

export interface ForestReformTable {
  county: number;
  id: string;
  place: number;
  step: string;
  reachedOn: string;
  documentNumber: string;
  areaMu: number | null;
  certificates: number | null;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ForestReformHistoryTable {
  county: number;
  id: string;
  place: number;
  step: string;
  reachedOn: string;
  documentNumber: string;
  areaMu: number | null;
  certificates: number | null;
  note: string | null;
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

export interface FundTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  level: string;
  source: string;
  name: string;
  startsOn: string;
  endsOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundAccountTable {
  county: number;
  id: string;
  place: number;
  holder: string;
  organisationId: string | null;
  pool: string;
  discipline: string;
  name: string;
  openedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundAccountHistoryTable {
  county: number;
  id: string;
  place: number;
  holder: string;
  organisationId: string | null;
  pool: string;
  discipline: string;
  name: string;
  openedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundCommitmentTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  accountId: string;
  documentId: string | null;
  projectCounty: number;
  projectId: string;
  contractId: string;
  occurredOn: string;
  amountFen: bigint;
  leftFen: bigint;
  releasedFen: Generated<bigint>;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundDocumentTable {
  county: number;
  id: string;
  place: number;
  fundId: string;
  number: string;
  title: string;
  issuedOn: string;
  amountFen: bigint;
  standard: boolean;
  purposes: string[];
  payeeKinds: string[];
  placeLos: number[];
  placeHis: number[];
  startsOn: string;
  endsOn: string | null;
  managementBp: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundForbiddenUseTable {
  id: string;
  purpose: string;
  startsOn: string;
  endsOn: string | null;
  source: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundGoalTable {
  county: number;
  id: string;
  place: number;
  orderId: string;
  indicator: string;
  direction: string;
  unit: string;
  target: number;
  weightBp: number;
  dueOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundGoalHistoryTable {
  county: number;
  id: string;
  place: number;
  orderId: string;
  indicator: string;
  direction: string;
  unit: string;
  target: number;
  weightBp: number;
  dueOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundGoalScoreTable {
  county: number;
  id: string;
  place: number;
  orderCounty: number;
  orderId: string;
  goalId: string;
  lineId: string;
  baseline: number;
  value: number;
  scoreBp: number;
  scoredOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundGoalScoreHistoryTable {
  county: number;
  id: string;
  place: number;
  orderCounty: number;
  orderId: string;
  goalId: string;
  lineId: string;
  baseline: number;
  value: number;
  scoreBp: number;
  scoredOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundLotTable {
  county: number;
  id: string;
  number: Generated<number>;
  place: number;
  organisationId: string | null;
  accountId: string;
  movementCounty: number;
  movementId: string;
  documentId: string;
  arrivedOn: string;
  amountFen: bigint;
  leftFen: bigint;
  reservedFen: Generated<bigint>;
  isOpen: Generated<boolean>;
}

export interface FundLotMoveTable {
  county: number;
  movementId: string;
  ordinal: number;
  place: number;
  otherPlace: number | null;
  organisationId: string | null;
  householdId: string | null;
  kind: string;
  occurredOn: string;
  documentId: string;
  fromCounty: number | null;
  fromAccount: string | null;
  fromLot: string | null;
  toCounty: number | null;
  toAccount: string | null;
  toLot: string | null;
  purpose: string | null;
  payeeKind: string | null;
  payeeId: string | null;
  amountFen: bigint;
  backFen: Generated<bigint>;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface FundMovementTable {
  county: number;
  id: string;
  place: number;
  otherPlace: number | null;
  organisationId: string | null;
  householdId: string | null;
  kind: string;
  fromCounty: number | null;
  fromAccount: string | null;
  toCounty: number | null;
  toAccount: string | null;
  documentId: string | null;
  amountFen: bigint;
  occurredOn: string;
  number: number;
  toEntryId: string | null;
  memo: string;
  purpose: string | null;
  usedPlace: number | null;
  payeeKind: string | null;
  payeeCounty: number | null;
  payeeId: string | null;
  payeeName: string | null;
  bankTail: string | null;
  projectCounty: number | null;
  projectId: string | null;
  contractId: string | null;
  commitmentId: string | null;
  overrideId: string | null;
  recoversId: string | null;
  makerId: string;
  checkerId: string | null;
  payerId: string;
  sourceType: string;
  sourceId: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundOrderTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  upperCounty: number;
  upperAccount: string;
  documentId: string | null;
  number: string;
  title: string;
  occurredOn: string;
  amountFen: bigint;
  lines: number;
  tiltId: string | null;
  state: string;
  madeBy: string;
  checkedBy: string | null;
  doneBy: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundOrderHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  upperCounty: number;
  upperAccount: string;
  documentId: string | null;
  number: string;
  title: string;
  occurredOn: string;
  amountFen: bigint;
  lines: number;
  tiltId: string | null;
  state: string;
  madeBy: string;
  checkedBy: string | null;
  doneBy: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundOrderLineTable {
  county: number;
  id: string;
  place: number;
  orderCounty: number;
  orderId: string;
  accountId: string;
  amountFen: bigint;
  standardYear: number | null;
  doneOn: string | null;
  recalledFen: Generated<bigint>;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundOrderLineHistoryTable {
  county: number;
  id: string;
  place: number;
  orderCounty: number;
  orderId: string;
  accountId: string;
  amountFen: bigint;
  standardYear: number | null;
  doneOn: string | null;
  recalledFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundOverrideTable {
  county: number;
  id: string;
  place: number;
  accountId: string;
  documentId: string;
  code: string;
  purpose: string;
  payeeKind: string;
  payeeId: string;
  payeeName: string;
  amountFen: bigint;
  justification: string;
  askedBy: string;
  askedOn: string;
  state: string;
  decidedBy: string | null;
  decidedOn: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundOverrideHistoryTable {
  county: number;
  id: string;
  place: number;
  accountId: string;
  documentId: string;
  code: string;
  purpose: string;
  payeeKind: string;
  payeeId: string;
  payeeName: string;
  amountFen: bigint;
  justification: string;
  askedBy: string;
  askedOn: string;
  state: string;
  decidedBy: string | null;
  decidedOn: string | null;
  opinion: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundProjectCloseTable {
  county: number;
  id: string;
  place: number;
  closedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundProjectCloseHistoryTable {
  county: number;
  id: string;
  place: number;
  closedOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundRecoveryTable {
  county: number;
  id: string;
  place: number;
  movementId: string;
  amountFen: bigint;
  cause: string;
  grounds: string;
  orderedOn: string;
  orderedBy: string;
  dueOn: string;
  receivedFen: bigint;
  receivedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundRecoveryHistoryTable {
  county: number;
  id: string;
  place: number;
  movementId: string;
  amountFen: bigint;
  cause: string;
  grounds: string;
  orderedOn: string;
  orderedBy: string;
  dueOn: string;
  receivedFen: bigint;
  receivedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundRefusalTable {
  county: number;
  id: string;
  place: number;
  organisationId: string | null;
  accountId: string | null;
  act: string;
  code: string;
  details: unknown;
  purpose: string | null;
  payeeKind: string | null;
  payeeId: string | null;
  payeeName: string | null;
  amountFen: bigint | null;
  occurredOn: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundReservationTable {
  county: number;
  commitmentId: string;
  ordinal: number;
  place: number;
  organisationId: string | null;
  lotId: string;
  documentId: string;
  amountFen: bigint;
  leftFen: bigint;
}

export interface FundRiskPayoutTable {
  county: number;
  id: string;
  place: number;
  accountId: string;
  movementId: string;
  claimType: string;
  claimId: string;
  lossFen: bigint;
  insuredFen: bigint;
  triggerBp: number;
  shareBp: number;
  amountFen: bigint;
  occurredOn: string;
  replenishedFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundRiskPayoutHistoryTable {
  county: number;
  id: string;
  place: number;
  accountId: string;
  movementId: string;
  claimType: string;
  claimId: string;
  lossFen: bigint;
  insuredFen: bigint;
  triggerBp: number;
  shareBp: number;
  amountFen: bigint;
  occurredOn: string;
  replenishedFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface FundTiltTable {
  county: number;
  id: string;
  place: number;
  name: string;
  month: string;
  keyPoor: boolean;
  totalFen: bigint;
  formula: unknown;
  catalogue: string;
  results: unknown;
  digest: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface FundTiltHistoryTable {
  county: number;
  id: string;
  place: number;
  name: string;
  month: string;
  keyPoor: boolean;
  totalFen: bigint;
  formula: unknown;
  catalogue: string;
  results: unknown;
  digest: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface GrassCapacityTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  year: number;
  sheepUnits: number;
  documentNumber: string;
  holdsFrom: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface GrassCapacityHistoryTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  year: number;
  sheepUnits: number;
  documentNumber: string;
  holdsFrom: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface HerdCountTable {
  county: number;
  id: string;
  place: number;
  year: number;
  countedOn: string;
  holderKind: string;
  holderName: string;
  holderId: string;
  sheep: number;
  goats: number;
  cattle: number;
  horses: number;
  donkeys: number;
  camels: number;
  sheepUnits: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface HerdCountHistoryTable {
  county: number;
  id: string;
  place: number;
  year: number;
  countedOn: string;
  holderKind: string;
  holderName: string;
  holderId: string;
  sheep: number;
  goats: number;
  cattle: number;
  horses: number;
  donkeys: number;
  camels: number;
  sheepUnits: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface InsuranceAlertTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  subject: string;
  policyId: string | null;
  claimId: string | null;
  householdId: string | null;
  name: string;
  foundOn: string;
  found: number;
  expected: number;
  measuredIn: string;
  state: string;
  result: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceAlertHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  subject: string;
  policyId: string | null;
  claimId: string | null;
  householdId: string | null;
  name: string;
  foundOn: string;
  found: number;
  expected: number;
  measuredIn: string;
  state: string;
  result: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceClaimTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  policyId: string;
  policyNumber: string;
  line: string;
  unit: string;
  cause: string;
  occurredOn: string;
  toldAt: ColumnType<Date, Date | string, Date | string>;
  reportedOn: string;
  statement: string;
  state: string;
  lines: number;
  agreedFen: bigint;
  surveyedOn: string | null;
  surveyedBy: string | null;
  digest: string | null;
  agreedOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  paidBy: string | null;
  voucher: string | null;
  closedFor: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceClaimHistoryTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  policyId: string;
  policyNumber: string;
  line: string;
  unit: string;
  cause: string;
  occurredOn: string;
  toldAt: ColumnType<Date, Date | string, Date | string>;
  reportedOn: string;
  statement: string;
  state: string;
  lines: number;
  agreedFen: bigint;
  surveyedOn: string | null;
  surveyedBy: string | null;
  digest: string | null;
  agreedOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  paidBy: string | null;
  voucher: string | null;
  closedFor: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceClaimLineTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  insurerId: string;
  claimId: string;
  insuredId: string;
  householdId: string | null;
  name: string;
  reportedUnits: number;
  surveyedUnits: number | null;
  lossBp: number | null;
  computedFen: bigint | null;
  agreedFen: bigint | null;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceClaimLineHistoryTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  insurerId: string;
  claimId: string;
  insuredId: string;
  householdId: string | null;
  name: string;
  reportedUnits: number;
  surveyedUnits: number | null;
  lossBp: number | null;
  computedFen: bigint | null;
  agreedFen: bigint | null;
  paidOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceImportTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  contentHash: Buffer;
  fileName: string;
  rowCount: number;
  matched: number;
  queued: number;
  known: number;
  rejected: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceInsuredTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  insurerId: string;
  policyId: string;
  line: string;
  unit: string;
  householdId: string | null;
  cooperativeId: string | null;
  name: string;
  units: number;
  sumFen: bigint;
  premiumFen: bigint;
  centralFen: bigint;
  regionFen: bigint;
  cityFen: bigint;
  bannerFen: bigint;
  holderFen: bigint;
  claimedFen: bigint;
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  inForce: boolean;
  matched: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceInsuredHistoryTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  insurerId: string;
  policyId: string;
  line: string;
  unit: string;
  householdId: string | null;
  cooperativeId: string | null;
  name: string;
  units: number;
  sumFen: bigint;
  premiumFen: bigint;
  centralFen: bigint;
  regionFen: bigint;
  cityFen: bigint;
  bannerFen: bigint;
  holderFen: bigint;
  claimedFen: bigint;
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  inForce: boolean;
  matched: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceInsurerTable {
  id: string;
  county: number;
  name: string;
  enrolledOn: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceIntakeTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  importId: string;
  rowNumber: number;
  number: string;
  line: string;
  unit: string;
  startsOn: string;
  endsOn: string;
  unitSumFen: bigint;
  rateBp: number;
  deductibleBp: number;
  units: number;
  premiumFen: bigint;
  name: string;
  idNumberMasked: string | null;
  village: string;
  villagePlace: number | null;
  cause: string;
  state: string;
  insuredId: string | null;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceIntakeHistoryTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  importId: string;
  rowNumber: number;
  number: string;
  line: string;
  unit: string;
  startsOn: string;
  endsOn: string;
  unitSumFen: bigint;
  rateBp: number;
  deductibleBp: number;
  units: number;
  premiumFen: bigint;
  name: string;
  idNumberMasked: string | null;
  village: string;
  villagePlace: number | null;
  cause: string;
  state: string;
  insuredId: string | null;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsurancePolicyTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  number: string;
  line: string;
  unit: string;
  holderKind: string;
  cooperativeId: string | null;
  startsOn: string;
  endsOn: string;
  unitSumFen: bigint;
  rateBp: number;
  deductibleBp: number;
  centralBp: number;
  regionBp: number;
  cityBp: number;
  bannerBp: number;
  holderBp: number;
  state: string;
  lines: number;
  units: number;
  sumFen: bigint;
  premiumFen: bigint;
  centralFen: bigint;
  regionFen: bigint;
  cityFen: bigint;
  bannerFen: bigint;
  holderFen: bigint;
  digest: string | null;
  madeBy: string | null;
  issuedOn: string | null;
  issuedBy: string | null;
  source: string;
  importId: string | null;
  previousId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsurancePolicyHistoryTable {
  county: number;
  id: string;
  place: number;
  insurerId: string;
  number: string;
  line: string;
  unit: string;
  holderKind: string;
  cooperativeId: string | null;
  startsOn: string;
  endsOn: string;
  unitSumFen: bigint;
  rateBp: number;
  deductibleBp: number;
  centralBp: number;
  regionBp: number;
  cityBp: number;
  bannerBp: number;
  holderBp: number;
  state: string;
  lines: number;
  units: number;
  sumFen: bigint;
  premiumFen: bigint;
  centralFen: bigint;
  regionFen: bigint;
  cityFen: bigint;
  bannerFen: bigint;
  holderFen: bigint;
  digest: string | null;
  madeBy: string | null;
  issuedOn: string | null;
  issuedBy: string | null;
  source: string;
  importId: string | null;
  previousId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceReminderTable {
  county: number;
  id: string;
  place: number;
  insuredId: string;
  householdId: string | null;
  toldOn: string;
  channel: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface InsuranceReminderHistoryTable {
  county: number;
  id: string;
  place: number;
  insuredId: string;
  householdId: string | null;
  toldOn: string;
  channel: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface InsuranceTermsTable {
  id: string;
  line: string;
  startsOn: string;
  centralBp: number;
  regionBp: number;
  cityBp: number;
  bannerBp: number;
  holderBp: number;
  seasonFrom: string | null;
  seasonTo: string | null;
  source: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
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

export interface LandImportTable {
  county: number;
  id: string;
  place: number;
  sheet: string;
  contentHash: Buffer;
  fileName: string;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandOverlapTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  otherId: string;
  overlapMu: number;
  overlapBp: number;
  foundOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandOverlapHistoryTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  otherId: string;
  overlapMu: number;
  overlapBp: number;
  foundOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LandParcelTable {
  county: number;
  id: string;
  place: number;
  number: string;
  name: string;
  kind: string;
  location: string | null;
  areaMu: number;
  measuredMu: number | null;
  boundary: string | null;
  drawnMu: number | null;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  tenure: string;
  tenureUntil: string | null;
  holderKind: string;
  holderName: string;
  holderId: string | null;
  certificateNumber: string | null;
  note: string | null;
  listedOn: string;
  leftOn: string | null;
  leftKind: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandParcelHistoryTable {
  county: number;
  id: string;
  place: number;
  number: string;
  name: string;
  kind: string;
  location: string | null;
  areaMu: number;
  measuredMu: number | null;
  boundary: string | null;
  drawnMu: number | null;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  tenure: string;
  tenureUntil: string | null;
  holderKind: string;
  holderName: string;
  holderId: string | null;
  certificateNumber: string | null;
  note: string | null;
  listedOn: string;
  leftOn: string | null;
  leftKind: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LandProjectTable {
  county: number;
  id: string;
  place: number;
  name: string;
  kind: string;
  industry: string | null;
  areaMu: number;
  investFen: bigint;
  documentNumber: string;
  approvedOn: string;
  startedOn: string | null;
  finishedOn: string | null;
  acceptedOn: string | null;
  acceptedDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandProjectHistoryTable {
  county: number;
  id: string;
  place: number;
  name: string;
  kind: string;
  industry: string | null;
  areaMu: number;
  investFen: bigint;
  documentNumber: string;
  approvedOn: string;
  startedOn: string | null;
  finishedOn: string | null;
  acceptedOn: string | null;
  acceptedDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LandRentTable {
  county: number;
  id: string;
  place: number;
  transferId: string;
  householdId: string | null;
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

export interface LandRentHistoryTable {
  county: number;
  id: string;
  place: number;
  transferId: string;
  householdId: string | null;
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

export interface LandRentPaymentTable {
  county: number;
  id: string;
  place: number;
  transferId: string;
  rentId: string;
  householdId: string | null;
  dueOn: string;
  rentReceiptId: string;
  runId: string | null;
  amountFen: bigint;
  paidOn: string;
  method: string;
  receiptNumber: string | null;
  note: string | null;
  reversesId: string | null;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandTransferTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  landKind: string;
  number: string;
  kind: string;
  grantorKind: string;
  grantorName: string;
  grantorId: string | null;
  householdId: string | null;
  takerKind: string;
  takerName: string;
  takerId: string | null;
  payerName: string | null;
  areaMu: number;
  part: string;
  purpose: string;
  filingNumber: string | null;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  rentPerMuFen: bigint;
  rentFen: bigint;
  periodMonths: number;
  instalments: number;
  dueAt: string;
  dueDays: number;
  stepBp: number | null;
  stepPeriods: number | null;
  note: string | null;
  closedOn: string | null;
  closedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandTransferHistoryTable {
  county: number;
  id: string;
  place: number;
  parcelId: string;
  landKind: string;
  number: string;
  kind: string;
  grantorKind: string;
  grantorName: string;
  grantorId: string | null;
  householdId: string | null;
  takerKind: string;
  takerName: string;
  takerId: string | null;
  payerName: string | null;
  areaMu: number;
  part: string;
  purpose: string;
  filingNumber: string | null;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  rentPerMuFen: bigint;
  rentFen: bigint;
  periodMonths: number;
  instalments: number;
  dueAt: string;
  dueDays: number;
  stepBp: number | null;
  stepPeriods: number | null;
  note: string | null;
  closedOn: string | null;
  closedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LandUseTable {
  county: number;
  id: string;
  place: number;
  number: string;
  applicantKind: string;
  applicantName: string;
  projectName: string;
  projectId: string | null;
  purpose: string;
  landClass: string;
  areaMu: number;
  requestedOn: string;
  department: string;
  answerDays: number;
  dueOn: string;
  extendedOn: string | null;
  extendedReason: string | null;
  madeBy: string;
  state: string;
  answeredOn: string | null;
  answeredBy: string | null;
  grantedMu: number | null;
  answerDocument: string | null;
  answerReason: string | null;
  securedOn: string | null;
  securedDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LandUseHistoryTable {
  county: number;
  id: string;
  place: number;
  number: string;
  applicantKind: string;
  applicantName: string;
  projectName: string;
  projectId: string | null;
  purpose: string;
  landClass: string;
  areaMu: number;
  requestedOn: string;
  department: string;
  answerDays: number;
  dueOn: string;
  extendedOn: string | null;
  extendedReason: string | null;
  madeBy: string;
  state: string;
  answeredOn: string | null;
  answeredBy: string | null;
  grantedMu: number | null;
  answerDocument: string | null;
  answerReason: string | null;
  securedOn: string | null;
  securedDocument: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface LoanTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  applicationId: string;
  householdId: string | null;
  organisationId: string | null;
  borrowerName: string;
  poor: string;
  bankId: string;
  contractNumber: string;
  regime: string | null;
  onceRegime: string | null;
  principalFen: bigint;
  ratePpm: number;
  method: string;
  termMonths: number;
  everyMonths: number;
  startsOn: string;
  firstDueOn: string | null;
  endsOn: string;
  dayCount: string;
  shiftHolidays: boolean;
  purpose: string;
  collateral: string;
  subsidised: boolean;
  extendedOn: string | null;
  extendedMonths: number | null;
  extensions: Generated<number>;
  outstandingFen: bigint;
  state: string;
  settledOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanApplicationTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  householdId: string | null;
  organisationId: string | null;
  borrowerName: string;
  poor: string;
  regime: string | null;
  appliedOn: string;
  amountFen: bigint;
  termMonths: number;
  purpose: string;
  purposeNote: string | null;
  state: string;
  refusals: Generated<unknown>;
  bankId: string | null;
  declineCode: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  note: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanApplicationHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  householdId: string | null;
  organisationId: string | null;
  borrowerName: string;
  poor: string;
  regime: string | null;
  appliedOn: string;
  amountFen: bigint;
  termMonths: number;
  purpose: string;
  purposeNote: string | null;
  state: string;
  refusals: unknown;
  bankId: string | null;
  declineCode: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  note: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanCompensationTable {
  county: number;
  id: string;
  place: number;
  poolId: string;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  askedOn: string;
  overdueSince: string;
  principalFen: bigint;
  fundFen: bigint;
  bankFen: bigint;
  state: string;
  note: string | null;
  madeBy: string;
  checkedBy: string | null;
  checkedOn: string | null;
  paidBy: string | null;
  paidOn: string | null;
  paymentId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanCompensationHistoryTable {
  county: number;
  id: string;
  place: number;
  poolId: string;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  askedOn: string;
  overdueSince: string;
  principalFen: bigint;
  fundFen: bigint;
  bankFen: bigint;
  state: string;
  note: string | null;
  madeBy: string;
  checkedBy: string | null;
  checkedOn: string | null;
  paidBy: string | null;
  paidOn: string | null;
  paymentId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanConsentTable {
  county: number;
  id: string;
  place: number;
  applicationId: string;
  householdId: string | null;
  bankId: string;
  fields: unknown;
  facts: unknown;
  givenOn: string;
  endsOn: string;
  withdrawnOn: string | null;
  paper: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanConsentHistoryTable {
  county: number;
  id: string;
  place: number;
  applicationId: string;
  householdId: string | null;
  bankId: string;
  fields: unknown;
  facts: unknown;
  givenOn: string;
  endsOn: string;
  withdrawnOn: string | null;
  paper: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanHistoryTable {
  county: number;
  id: string;
  place: number;
  kind: string;
  applicationId: string;
  householdId: string | null;
  organisationId: string | null;
  borrowerName: string;
  poor: string;
  bankId: string;
  contractNumber: string;
  regime: string | null;
  onceRegime: string | null;
  principalFen: bigint;
  ratePpm: number;
  method: string;
  termMonths: number;
  everyMonths: number;
  startsOn: string;
  firstDueOn: string | null;
  endsOn: string;
  dayCount: string;
  shiftHolidays: boolean;
  purpose: string;
  collateral: string;
  subsidised: boolean;
  extendedOn: string | null;
  extendedMonths: number | null;
  extensions: number;
  outstandingFen: bigint;
  state: string;
  settledOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanInstalmentTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  kind: string;
  number: number;
  dueOn: string;
  payBy: string;
  principalFen: bigint;
  interestFen: bigint;
  paidPrincipalFen: bigint;
  paidInterestFen: bigint;
  settledOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanInstalmentHistoryTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  kind: string;
  number: number;
  dueOn: string;
  payBy: string;
  principalFen: bigint;
  interestFen: bigint;
  paidPrincipalFen: bigint;
  paidInterestFen: bigint;
  settledOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanLenderTable {
  id: string;
  county: number;
  name: string;
  admittedOn: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanPaymentTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  kind: string;
  paidOn: string;
  principalFen: bigint;
  interestFen: bigint;
  penaltyFen: bigint;
  afterwards: string | null;
  receipt: string;
  statementId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanPaymentHistoryTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  kind: string;
  paidOn: string;
  principalFen: bigint;
  interestFen: bigint;
  penaltyFen: bigint;
  afterwards: string | null;
  receipt: string;
  statementId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanPoolTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  agreement: string;
  startsOn: string;
  endsOn: string | null;
  fundBp: number;
  triggerDays: number;
  limitBp: number;
  suspendedOn: string | null;
  suspendedBy: string | null;
  suspensionRatioBp: number | null;
  liftedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanPoolHistoryTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  agreement: string;
  startsOn: string;
  endsOn: string | null;
  fundBp: number;
  triggerDays: number;
  limitBp: number;
  suspendedOn: string | null;
  suspendedBy: string | null;
  suspensionRatioBp: number | null;
  liftedOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanReportTable {
  county: number;
  id: string;
  place: number;
  applicationId: string;
  householdId: string | null;
  bankId: string;
  collateral: string;
  source: string;
  reportedOn: string;
  note: string | null;
  state: string;
  result: string | null;
  closedOn: string | null;
  closedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanReportHistoryTable {
  county: number;
  id: string;
  place: number;
  applicationId: string;
  householdId: string | null;
  bankId: string;
  collateral: string;
  source: string;
  reportedOn: string;
  note: string | null;
  state: string;
  result: string | null;
  closedOn: string | null;
  closedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanStatementTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  fileName: string;
  contentHash: string;
  lines: number;
  taken: number;
  matched: number;
  different: number;
  unknown: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanStatementHistoryTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  fileName: string;
  contentHash: string;
  lines: number;
  taken: number;
  matched: number;
  different: number;
  unknown: number;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanStatementLineTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  statementId: string;
  number: number;
  contractNumber: string;
  borrowerName: string;
  receipt: string;
  paidOn: string;
  principalFen: bigint;
  interestFen: bigint;
  balanceFen: bigint | null;
  loanId: string | null;
  paymentId: string | null;
  differences: Generated<unknown>;
  state: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanStatementLineHistoryTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  statementId: string;
  number: number;
  contractNumber: string;
  borrowerName: string;
  receipt: string;
  paidOn: string;
  principalFen: bigint;
  interestFen: bigint;
  balanceFen: bigint | null;
  loanId: string | null;
  paymentId: string | null;
  differences: unknown;
  state: string;
  note: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanSubsidyClaimTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  title: string;
  fromOn: string;
  throughOn: string;
  state: string;
  lines: number;
  totalFen: bigint;
  paidFen: Generated<bigint>;
  madeBy: string;
  checkedBy: string | null;
  checkedOn: string | null;
  paidBy: string | null;
  paidOn: string | null;
  accountId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanSubsidyClaimHistoryTable {
  county: number;
  id: string;
  place: number;
  bankId: string;
  title: string;
  fromOn: string;
  throughOn: string;
  state: string;
  lines: number;
  totalFen: bigint;
  paidFen: bigint;
  madeBy: string;
  checkedBy: string | null;
  checkedOn: string | null;
  paidBy: string | null;
  paidOn: string | null;
  accountId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanSubsidyLineTable {
  county: number;
  id: string;
  place: number;
  claimId: string;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  borrowerName: string;
  poor: string;
  quarterOn: string;
  days: number;
  amountFen: bigint;
  state: string;
  dispute: string | null;
  disputedBy: string | null;
  answer: string | null;
  paidOn: string | null;
  paymentId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanSubsidyLineHistoryTable {
  county: number;
  id: string;
  place: number;
  claimId: string;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  borrowerName: string;
  poor: string;
  quarterOn: string;
  days: number;
  amountFen: bigint;
  state: string;
  dispute: string | null;
  disputedBy: string | null;
  answer: string | null;
  paidOn: string | null;
  paymentId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanUseTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  happenedOn: string;
  amountFen: bigint;
  item: string;
  evidence: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanUseHistoryTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  happenedOn: string;
  amountFen: bigint;
  item: string;
  evidence: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface LoanVisitTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  cause: string;
  sinceOn: string;
  visitedOn: string;
  finding: string;
  promisedOn: string | null;
  promise: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface LoanVisitHistoryTable {
  county: number;
  id: string;
  place: number;
  loanId: string;
  householdId: string | null;
  organisationId: string | null;
  bankId: string;
  cause: string;
  sinceOn: string;
  visitedOn: string;
  finding: string;
  promisedOn: string | null;
  promise: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
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

export interface MisuseAlertTable {
  county: number;
  id: string;
  place: number;
  rule: string;
  fingerprint: string;
  entries: unknown;
  payeeName: string | null;
  amountFen: bigint;
  occurredOn: string;
  detail: unknown;
  foundOn: string;
  state: string;
  result: string | null;
  misuse: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface MisuseAlertHistoryTable {
  county: number;
  id: string;
  place: number;
  rule: string;
  fingerprint: string;
  entries: unknown;
  payeeName: string | null;
  amountFen: bigint;
  occurredOn: string;
  detail: unknown;
  foundOn: string;
  state: string;
  result: string | null;
  misuse: string | null;
  decidedOn: string | null;
  decidedBy: string | null;
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

export interface PaymentOrderTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  contractId: string | null;
  purpose: string;
  spentOn: string;
  accountCounty: number;
  accountId: string;
  documentId: string | null;
  amountFen: bigint;
  payeeKind: string;
  payeeCounty: number | null;
  payeeId: string | null;
  payeeName: string;
  bankTail: string | null;
  invoiceNumber: string | null;
  invoicedOn: string | null;
  memo: string;
  askedOn: string;
  windowFen: bigint;
  approvals: number;
  state: string;
  digest: string;
  madeBy: string;
  firstBy: string | null;
  secondBy: string | null;
  thirdBy: string | null;
  paidOn: string | null;
  paidBy: string | null;
  paymentId: string | null;
  voucherId: string | null;
  endedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface PaymentOrderHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  contractId: string | null;
  purpose: string;
  spentOn: string;
  accountCounty: number;
  accountId: string;
  documentId: string | null;
  amountFen: bigint;
  payeeKind: string;
  payeeCounty: number | null;
  payeeId: string | null;
  payeeName: string;
  bankTail: string | null;
  invoiceNumber: string | null;
  invoicedOn: string | null;
  memo: string;
  askedOn: string;
  windowFen: bigint;
  approvals: number;
  state: string;
  digest: string;
  madeBy: string;
  firstBy: string | null;
  secondBy: string | null;
  thirdBy: string | null;
  paidOn: string | null;
  paidBy: string | null;
  paymentId: string | null;
  voucherId: string | null;
  endedReason: string | null;
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

export interface ProjectTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  number: string;
  name: string;
  kind: string;
  purpose: string;
  content: string;
  scale: string | null;
  benefit: string;
  households: number;
  poorHouseholds: number;
  budgetFen: bigint;
  plannedFrom: string;
  plannedThrough: string;
  awardMethod: string;
  personInCharge: string;
  contact: string | null;
  proposedOn: string;
  madeBy: string;
  state: string;
  endedOn: string | null;
  endedReason: string | null;
  endedBy: string | null;
  endedAtLevel: string | null;
  contractedFen: Generated<bigint>;
  paidFen: Generated<bigint>;
  assetPaidFen: Generated<bigint>;
  assetBookedFen: Generated<bigint>;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectAcceptanceTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  verdict: string;
  acceptedOn: string;
  members: string;
  opinion: string;
  digest: string;
  proposedBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectAcceptanceHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  verdict: string;
  acceptedOn: string;
  members: string;
  opinion: string;
  digest: string;
  proposedBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectAssetTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  assetId: string;
  assetName: string;
  amountFen: bigint;
  handedOn: string;
  keeper: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectAssetHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  assetId: string;
  assetName: string;
  amountFen: bigint;
  handedOn: string;
  keeper: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectAwardTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  method: string;
  subject: string;
  bidders: number | null;
  partyKind: string;
  partyCounty: number | null;
  partyId: string | null;
  partyName: string;
  amountFen: bigint;
  contractedFen: Generated<bigint>;
  decidedOn: string;
  documentNumber: string | null;
  motionId: string | null;
  digest: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectAwardHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  method: string;
  subject: string;
  bidders: number | null;
  partyKind: string;
  partyCounty: number | null;
  partyId: string | null;
  partyName: string;
  amountFen: bigint;
  contractedFen: bigint;
  decidedOn: string;
  documentNumber: string | null;
  motionId: string | null;
  digest: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectContractTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  awardId: string;
  number: string;
  partyKind: string;
  partyCounty: number | null;
  partyId: string | null;
  partyName: string;
  amountFen: bigint;
  paidFen: Generated<bigint>;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  accountCounty: number;
  accountId: string;
  documentId: string | null;
  commitmentId: string;
  endedOn: string | null;
  endedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectContractHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  awardId: string;
  number: string;
  partyKind: string;
  partyCounty: number | null;
  partyId: string | null;
  partyName: string;
  amountFen: bigint;
  paidFen: bigint;
  signedOn: string;
  startsOn: string;
  throughOn: string;
  accountCounty: number;
  accountId: string;
  documentId: string | null;
  commitmentId: string;
  endedOn: string | null;
  endedReason: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectGoalTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  indicator: string;
  direction: string;
  unit: string;
  baseline: number;
  target: number;
  weightBp: number;
  dueOn: string;
  value: number | null;
  scoreBp: number | null;
  scoredOn: string | null;
  scoredBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectGoalHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  indicator: string;
  direction: string;
  unit: string;
  baseline: number;
  target: number;
  weightBp: number;
  dueOn: string;
  value: number | null;
  scoreBp: number | null;
  scoredOn: string | null;
  scoredBy: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  number: string;
  name: string;
  kind: string;
  purpose: string;
  content: string;
  scale: string | null;
  benefit: string;
  households: number;
  poorHouseholds: number;
  budgetFen: bigint;
  plannedFrom: string;
  plannedThrough: string;
  awardMethod: string;
  personInCharge: string;
  contact: string | null;
  proposedOn: string;
  madeBy: string;
  state: string;
  endedOn: string | null;
  endedReason: string | null;
  endedBy: string | null;
  endedAtLevel: string | null;
  contractedFen: bigint;
  paidFen: bigint;
  assetPaidFen: bigint;
  assetBookedFen: bigint;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectProgressTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  reportedOn: string;
  doneBp: number;
  note: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectProgressHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  reportedOn: string;
  doneBp: number;
  note: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface ProjectStepTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  step: string;
  kind: string;
  digest: string;
  reachedOn: string;
  dueOn: string;
  endedOn: string | null;
  proofId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface ProjectStepHistoryTable {
  county: number;
  id: string;
  place: number;
  cooperativeId: string | null;
  projectId: string;
  step: string;
  kind: string;
  digest: string;
  reachedOn: string;
  dueOn: string;
  endedOn: string | null;
  proofId: string | null;
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

export interface RewardTable {
  county: number;
  id: string;
  place: number;
  schemeId: string;
  kind: string;
  unitKind: string;
  applicantKind: string;
  householdId: string | null;
  cooperativeId: string | null;
  name: string;
  poor: string;
  producedOn: string;
  units: number;
  rateFen: bigint;
  amountFen: bigint;
  state: string;
  appliedOn: string;
  checkBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  finding: string | null;
  listId: string | null;
  batchId: string | null;
  paymentId: string | null;
  paidOn: string | null;
  paidBy: string | null;
  closedFor: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardBatchTable {
  county: number;
  id: string;
  place: number;
  schemeId: string;
  title: string;
  accountCounty: number;
  accountId: string;
  lines: number;
  totalFen: bigint;
  state: string;
  madeBy: string;
  paidBy: string | null;
  sentOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardBatchHistoryTable {
  county: number;
  id: string;
  place: number;
  schemeId: string;
  title: string;
  accountCounty: number;
  accountId: string;
  lines: number;
  totalFen: bigint;
  state: string;
  madeBy: string;
  paidBy: string | null;
  sentOn: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface RewardCoinTable {
  unitKind: string;
  unitKey: string;
  total: number;
  used: number;
}

export interface RewardHistoryTable {
  county: number;
  id: string;
  place: number;
  schemeId: string;
  kind: string;
  unitKind: string;
  applicantKind: string;
  householdId: string | null;
  cooperativeId: string | null;
  name: string;
  poor: string;
  producedOn: string;
  units: number;
  rateFen: bigint;
  amountFen: bigint;
  state: string;
  appliedOn: string;
  checkBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  finding: string | null;
  listId: string | null;
  batchId: string | null;
  paymentId: string | null;
  paidOn: string | null;
  paidBy: string | null;
  closedFor: string | null;
  madeBy: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface RewardRateTable {
  id: string;
  schemeId: string;
  startsOn: string;
  rateFen: bigint;
  source: string;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardSchemeTable {
  id: string;
  place: number;
  county: number;
  kind: string;
  title: string;
  documentNumber: string;
  unitKind: string;
  output: string;
  applicants: string;
  leastUnits: number;
  capFen: bigint | null;
  fundDocumentId: string | null;
  startsOn: string;
  endsOn: string;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardTransferTable {
  county: number;
  id: string;
  place: number;
  batchId: string;
  rewardId: string;
  ordinal: number;
  amountFen: bigint;
  name: string;
  bankName: string | null;
  cardMasked: string | null;
  result: string;
  returnedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardTransferHistoryTable {
  county: number;
  id: string;
  place: number;
  batchId: string;
  rewardId: string;
  ordinal: number;
  amountFen: bigint;
  name: string;
  bankName: string | null;
  cardMasked: string | null;
  result: string;
  returnedFor: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface RewardUnitTable {
  county: number;
  id: string;
  place: number;
  rewardId: string;
  cooperativeId: string | null;
  unitKind: string;
  unitKey: string;
  quantity: number;
  released: boolean;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RewardUnitHistoryTable {
  county: number;
  id: string;
  place: number;
  rewardId: string;
  cooperativeId: string | null;
  unitKind: string;
  unitKey: string;
  quantity: number;
  released: boolean;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
  retiredAt: ColumnType<Date, Date | string, Date | string>;
  retiredBy: string;
  reason: string;
}

export interface RiskRequestTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  claimId: string;
  lineId: string;
  householdId: string;
  name: string;
  lossFen: bigint;
  insuredFen: bigint;
  valueFen: bigint;
  basis: string;
  state: string;
  askedOn: string;
  madeBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  opinion: string | null;
  paidOn: string | null;
  paidBy: string | null;
  amountFen: bigint | null;
  movementId: string | null;
  revision: number;
  recordedAt: ColumnType<Date, Date | string, Date | string>;
  recordedBy: string;
}

export interface RiskRequestHistoryTable {
  county: number;
  id: string;
  place: number;
  insuredPlace: number;
  claimId: string;
  lineId: string;
  householdId: string;
  name: string;
  lossFen: bigint;
  insuredFen: bigint;
  valueFen: bigint;
  basis: string;
  state: string;
  askedOn: string;
  madeBy: string;
  checkedOn: string | null;
  checkedBy: string | null;
  opinion: string | null;
  paidOn: string | null;
  paidBy: string | null;
  amountFen: bigint | null;
  movementId: string | null;
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
  auditSample: AuditSampleTable;
  auditSampleHistory: AuditSampleHistoryTable;
  auditSampleItem: AuditSampleItemTable;
  auditSampleItemHistory: AuditSampleItemHistoryTable;
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
  ecologicalCheck: EcologicalCheckTable;
  ecologicalCheckHistory: EcologicalCheckHistoryTable;
  factAgency: FactAgencyTable;
  factAllocation: FactAllocationTable;
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
  factCarryingCapacity: FactCarryingCapacityTable;
  factCollectiveIncome: FactCollectiveIncomeTable;
  factContribution: FactContributionTable;
  factCooperative: FactCooperativeTable;
  factDisbursement: FactDisbursementTable;
  factDisclosure: FactDisclosureTable;
  factDistribution: FactDistributionTable;
  factDividend: FactDividendTable;
  factDividendPayment: FactDividendPaymentTable;
  factDividendUnpaid: FactDividendUnpaidTable;
  factEcologicalCheck: FactEcologicalCheckTable;
  factFinding: FactFindingTable;
  factForestReform: FactForestReformTable;
  factFormationStep: FactFormationStepTable;
  factFundReceipt: FactFundReceiptTable;
  factFundUse: FactFundUseTable;
  factHousehold: FactHouseholdTable;
  factIdleMoney: FactIdleMoneyTable;
  factInsuranceAlert: FactInsuranceAlertTable;
  factInsuranceClaim: FactInsuranceClaimTable;
  factInsurancePayout: FactInsurancePayoutTable;
  factInsurancePolicy: FactInsurancePolicyTable;
  factInsurancePremium: FactInsurancePremiumTable;
  factInsuredUnits: FactInsuredUnitsTable;
  factLandParcel: FactLandParcelTable;
  factLandProject: FactLandProjectTable;
  factLandRent: FactLandRentTable;
  factLandRentArrears: FactLandRentArrearsTable;
  factLandTransfer: FactLandTransferTable;
  factLandUse: FactLandUseTable;
  factLoan: FactLoanTable;
  factLoanApplication: FactLoanApplicationTable;
  factLoanCompensation: FactLoanCompensationTable;
  factLoanOverdue: FactLoanOverdueTable;
  factLoanRepayment: FactLoanRepaymentTable;
  factLoanReport: FactLoanReportTable;
  factLoanSubsidy: FactLoanSubsidyTable;
  factMembership: FactMembershipTable;
  factMisuseAlert: FactMisuseAlertTable;
  factMisuseCase: FactMisuseCaseTable;
  factNetProfit: FactNetProfitTable;
  factNotice: FactNoticeTable;
  factNoticeObjection: FactNoticeObjectionTable;
  factPerformanceAppraisal: FactPerformanceAppraisalTable;
  factPoorContribution: FactPoorContributionTable;
  factPoorMembership: FactPoorMembershipTable;
  factPoorShareUplift: FactPoorShareUpliftTable;
  factPovertyChange: FactPovertyChangeTable;
  factPovertyResident: FactPovertyResidentTable;
  factPovertyState: FactPovertyStateTable;
  factProject: FactProjectTable;
  factProjectAsset: FactProjectAssetTable;
  factProjectPayment: FactProjectPaymentTable;
  factProjectProposal: FactProjectProposalTable;
  factRelief: FactReliefTable;
  factRent: FactRentTable;
  factRentArrears: FactRentArrearsTable;
  factResident: FactResidentTable;
  factResolution: FactResolutionTable;
  factReturnArrears: FactReturnArrearsTable;
  factReturnPayment: FactReturnPaymentTable;
  factReturnPromise: FactReturnPromiseTable;
  factReward: FactRewardTable;
  factRewardCheck: FactRewardCheckTable;
  factRiskFund: FactRiskFundTable;
  factSetAside: FactSetAsideTable;
  factShareholding: FactShareholdingTable;
  factSubmission: FactSubmissionTable;
  factVillage: FactVillageTable;
  factVillageFlag: FactVillageFlagTable;
  factVillageGrant: FactVillageGrantTable;
  factYearSurplus: FactYearSurplusTable;
  figure: FigureTable;
  figureDirty: FigureDirtyTable;
  figureState: FigureStateTable;
  financeGroupMember: FinanceGroupMemberTable;
  financeGroupMemberHistory: FinanceGroupMemberHistoryTable;
  finding: FindingTable;
  findingHistory: FindingHistoryTable;
  fiscalMonth: FiscalMonthTable;
  fiscalMonthHistory: FiscalMonthHistoryTable;
  fiscalYear: FiscalYearTable;
  fiscalYearHistory: FiscalYearHistoryTable;
  forestReform: ForestReformTable;
  forestReformHistory: ForestReformHistoryTable;
  formation: FormationTable;
  formationFounder: FormationFounderTable;
  formationFounderHistory: FormationFounderHistoryTable;
  formationHistory: FormationHistoryTable;
  formationStep: FormationStepTable;
  formationStepHistory: FormationStepHistoryTable;
  frozenFigure: FrozenFigureTable;
  fund: FundTable;
  fundAccount: FundAccountTable;
  fundAccountHistory: FundAccountHistoryTable;
  fundCommitment: FundCommitmentTable;
  fundDocument: FundDocumentTable;
  fundForbiddenUse: FundForbiddenUseTable;
  fundGoal: FundGoalTable;
  fundGoalHistory: FundGoalHistoryTable;
  fundGoalScore: FundGoalScoreTable;
  fundGoalScoreHistory: FundGoalScoreHistoryTable;
  fundLot: FundLotTable;
  fundLotMove: FundLotMoveTable;
  fundMovement: FundMovementTable;
  fundOrder: FundOrderTable;
  fundOrderHistory: FundOrderHistoryTable;
  fundOrderLine: FundOrderLineTable;
  fundOrderLineHistory: FundOrderLineHistoryTable;
  fundOverride: FundOverrideTable;
  fundOverrideHistory: FundOverrideHistoryTable;
  fundProjectClose: FundProjectCloseTable;
  fundProjectCloseHistory: FundProjectCloseHistoryTable;
  fundRecovery: FundRecoveryTable;
  fundRecoveryHistory: FundRecoveryHistoryTable;
  fundRefusal: FundRefusalTable;
  fundReservation: FundReservationTable;
  fundRiskPayout: FundRiskPayoutTable;
  fundRiskPayoutHistory: FundRiskPayoutHistoryTable;
  fundTilt: FundTiltTable;
  fundTiltHistory: FundTiltHistoryTable;
  grassCapacity: GrassCapacityTable;
  grassCapacityHistory: GrassCapacityHistoryTable;
  herdCount: HerdCountTable;
  herdCountHistory: HerdCountHistoryTable;
  household: HouseholdTable;
  householdHistory: HouseholdHistoryTable;
  householdImport: HouseholdImportTable;
  householdLineage: HouseholdLineageTable;
  idempotencyKey: IdempotencyKeyTable;
  insuranceAlert: InsuranceAlertTable;
  insuranceAlertHistory: InsuranceAlertHistoryTable;
  insuranceClaim: InsuranceClaimTable;
  insuranceClaimHistory: InsuranceClaimHistoryTable;
  insuranceClaimLine: InsuranceClaimLineTable;
  insuranceClaimLineHistory: InsuranceClaimLineHistoryTable;
  insuranceImport: InsuranceImportTable;
  insuranceInsured: InsuranceInsuredTable;
  insuranceInsuredHistory: InsuranceInsuredHistoryTable;
  insuranceInsurer: InsuranceInsurerTable;
  insuranceIntake: InsuranceIntakeTable;
  insuranceIntakeHistory: InsuranceIntakeHistoryTable;
  insurancePolicy: InsurancePolicyTable;
  insurancePolicyHistory: InsurancePolicyHistoryTable;
  insuranceReminder: InsuranceReminderTable;
  insuranceReminderHistory: InsuranceReminderHistoryTable;
  insuranceTerms: InsuranceTermsTable;
  interpretation: InterpretationTable;
  landImport: LandImportTable;
  landOverlap: LandOverlapTable;
  landOverlapHistory: LandOverlapHistoryTable;
  landParcel: LandParcelTable;
  landParcelHistory: LandParcelHistoryTable;
  landProject: LandProjectTable;
  landProjectHistory: LandProjectHistoryTable;
  landRent: LandRentTable;
  landRentHistory: LandRentHistoryTable;
  landRentPayment: LandRentPaymentTable;
  landTransfer: LandTransferTable;
  landTransferHistory: LandTransferHistoryTable;
  landUse: LandUseTable;
  landUseHistory: LandUseHistoryTable;
  ledgerAccount: LedgerAccountTable;
  ledgerBook: LedgerBookTable;
  ledgerCounter: LedgerCounterTable;
  ledgerEntry: LedgerEntryTable;
  ledgerLine: LedgerLineTable;
  ledgerMonth: LedgerMonthTable;
  loan: LoanTable;
  loanApplication: LoanApplicationTable;
  loanApplicationHistory: LoanApplicationHistoryTable;
  loanCompensation: LoanCompensationTable;
  loanCompensationHistory: LoanCompensationHistoryTable;
  loanConsent: LoanConsentTable;
  loanConsentHistory: LoanConsentHistoryTable;
  loanHistory: LoanHistoryTable;
  loanInstalment: LoanInstalmentTable;
  loanInstalmentHistory: LoanInstalmentHistoryTable;
  loanLender: LoanLenderTable;
  loanPayment: LoanPaymentTable;
  loanPaymentHistory: LoanPaymentHistoryTable;
  loanPool: LoanPoolTable;
  loanPoolHistory: LoanPoolHistoryTable;
  loanReport: LoanReportTable;
  loanReportHistory: LoanReportHistoryTable;
  loanStatement: LoanStatementTable;
  loanStatementHistory: LoanStatementHistoryTable;
  loanStatementLine: LoanStatementLineTable;
  loanStatementLineHistory: LoanStatementLineHistoryTable;
  loanSubsidyClaim: LoanSubsidyClaimTable;
  loanSubsidyClaimHistory: LoanSubsidyClaimHistoryTable;
  loanSubsidyLine: LoanSubsidyLineTable;
  loanSubsidyLineHistory: LoanSubsidyLineHistoryTable;
  loanUse: LoanUseTable;
  loanUseHistory: LoanUseHistoryTable;
  loanVisit: LoanVisitTable;
  loanVisitHistory: LoanVisitHistoryTable;
  memberTrade: MemberTradeTable;
  memberTradeHistory: MemberTradeHistoryTable;
  membership: MembershipTable;
  membershipAct: MembershipActTable;
  membershipActHistory: MembershipActHistoryTable;
  membershipHistory: MembershipHistoryTable;
  misuseAlert: MisuseAlertTable;
  misuseAlertHistory: MisuseAlertHistoryTable;
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
  paymentOrder: PaymentOrderTable;
  paymentOrderHistory: PaymentOrderHistoryTable;
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
  project: ProjectTable;
  projectAcceptance: ProjectAcceptanceTable;
  projectAcceptanceHistory: ProjectAcceptanceHistoryTable;
  projectAsset: ProjectAssetTable;
  projectAssetHistory: ProjectAssetHistoryTable;
  projectAward: ProjectAwardTable;
  projectAwardHistory: ProjectAwardHistoryTable;
  projectContract: ProjectContractTable;
  projectContractHistory: ProjectContractHistoryTable;
  projectGoal: ProjectGoalTable;
  projectGoalHistory: ProjectGoalHistoryTable;
  projectHistory: ProjectHistoryTable;
  projectProgress: ProjectProgressTable;
  projectProgressHistory: ProjectProgressHistoryTable;
  projectStep: ProjectStepTable;
  projectStepHistory: ProjectStepHistoryTable;
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
  reward: RewardTable;
  rewardBatch: RewardBatchTable;
  rewardBatchHistory: RewardBatchHistoryTable;
  rewardCoin: RewardCoinTable;
  rewardHistory: RewardHistoryTable;
  rewardRate: RewardRateTable;
  rewardScheme: RewardSchemeTable;
  rewardTransfer: RewardTransferTable;
  rewardTransferHistory: RewardTransferHistoryTable;
  rewardUnit: RewardUnitTable;
  rewardUnitHistory: RewardUnitHistoryTable;
  riskRequest: RiskRequestTable;
  riskRequestHistory: RiskRequestHistoryTable;
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
  audit_sample: { county: 'integer', id: 'uuid', place: 'bigint', title: 'text', seed: 'text', drawn_for: 'bigint', paid_from: 'date', paid_through: 'date', least_fen: 'bigint', population: 'integer', population_fen: 'bigint', population_digest: 'text', size: 'integer', drawn_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  audit_sample_history: { county: 'integer', id: 'uuid', place: 'bigint', title: 'text', seed: 'text', drawn_for: 'bigint', paid_from: 'date', paid_through: 'date', least_fen: 'bigint', population: 'integer', population_fen: 'bigint', population_digest: 'text', size: 'integer', drawn_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  audit_sample_item: { county: 'integer', id: 'uuid', place: 'bigint', sample_id: 'uuid', number: 'integer', payment_county: 'integer', payment_id: 'uuid', payment_place: 'bigint', paid_on: 'date', payee_name: 'text', amount_fen: 'bigint', verdict: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  audit_sample_item_history: { county: 'integer', id: 'uuid', place: 'bigint', sample_id: 'uuid', number: 'integer', payment_county: 'integer', payment_id: 'uuid', payment_place: 'bigint', paid_on: 'date', payee_name: 'text', amount_fen: 'bigint', verdict: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
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
  ecological_check: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', subject_name: 'text', result: 'text', grazing: 'text', protected_area: 'text', water: 'text', pollution: 'text', conditions: 'text', document_number: 'text', checked_on: 'date', valid_until: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ecological_check_history: { county: 'integer', id: 'uuid', place: 'bigint', subject_type: 'text', subject_id: 'uuid', subject_name: 'text', result: 'text', grazing: 'text', protected_area: 'text', water: 'text', pollution: 'text', conditions: 'text', document_number: 'text', checked_on: 'date', valid_until: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fact_agency: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_allocation: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
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
  fact_carrying_capacity: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_collective_income: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_contribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_cooperative: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_disbursement: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_disclosure: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_distribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend_payment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_dividend_unpaid: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_ecological_check: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_finding: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_forest_reform: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_formation_step: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_fund_receipt: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_fund_use: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_household: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_idle_money: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insurance_alert: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insurance_claim: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insurance_payout: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insurance_policy: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insurance_premium: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_insured_units: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_parcel: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_project: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_rent: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_rent_arrears: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_transfer: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_land_use: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_application: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_compensation: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_overdue: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_repayment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_report: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_loan_subsidy: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_membership: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_misuse_alert: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_misuse_case: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_net_profit: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_notice: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_notice_objection: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_performance_appraisal: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_contribution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_membership: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poor_share_uplift: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_change: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_poverty_state: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_project: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_project_asset: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_project_payment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_project_proposal: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_relief: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_rent: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_rent_arrears: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_resident: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_resolution: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_arrears: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_payment: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_return_promise: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_reward: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_reward_check: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_risk_fund: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_set_aside: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_shareholding: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_submission: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village_flag: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_village_grant: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  fact_year_surplus: { county: 'integer', place: 'bigint', occurred_on: 'date', ended_on: 'date', recorded_at: 'timestamp with time zone', retired_at: 'timestamp with time zone', household_id: 'uuid', organisation_id: 'uuid', quantity: 'numeric', unit: 'text', dims: 'jsonb', record_type: 'text', record_id: 'uuid' },
  figure: { county: 'integer', place: 'bigint', month: 'text', indicator: 'text', value: 'numeric', row_count: 'integer', own_value: 'numeric', own_row_count: 'integer', computed_at: 'timestamp with time zone' },
  figure_dirty: { county: 'integer', place: 'bigint', from_month: 'text', marked_at: 'timestamp with time zone' },
  figure_state: { one: 'boolean', catalogue_version: 'text', last_month: 'text', counted_at: 'timestamp with time zone' },
  finance_group_member: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', name: 'text', post: 'text', phone: 'text', decision_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  finance_group_member_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', name: 'text', post: 'text', phone: 'text', decision_number: 'text', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  finding: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', source: 'text', misuse: 'text', title: 'text', detail: 'text', amount_fen: 'bigint', entry_type: 'text', entry_county: 'integer', entry_id: 'uuid', sample_item_id: 'uuid', responsible: 'text', found_on: 'date', due_on: 'date', state: 'text', answer: 'text', answered_on: 'date', answered_by: 'uuid', recovered_fen: 'bigint', closed_on: 'date', closed_by: 'uuid', closing_opinion: 'text', reopened: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  finding_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', source: 'text', misuse: 'text', title: 'text', detail: 'text', amount_fen: 'bigint', entry_type: 'text', entry_county: 'integer', entry_id: 'uuid', sample_item_id: 'uuid', responsible: 'text', found_on: 'date', due_on: 'date', state: 'text', answer: 'text', answered_on: 'date', answered_by: 'uuid', recovered_fen: 'bigint', closed_on: 'date', closed_by: 'uuid', closing_opinion: 'text', reopened: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fiscal_month: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', month: 'text', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', checks: 'jsonb', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fiscal_month_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', month: 'text', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', checks: 'jsonb', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fiscal_year: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', year: 'integer', starts_on: 'date', ends_on: 'date', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', surplus_fen: 'bigint', opening_undistributed_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', statements: 'jsonb', digest: 'text', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fiscal_year_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', book_id: 'uuid', year: 'integer', starts_on: 'date', ends_on: 'date', state: 'text', closed_on: 'date', closed_by: 'uuid', closed_by_name: 'text', surplus_fen: 'bigint', opening_undistributed_fen: 'bigint', reserve_used_fen: 'bigint', grant_equity_fen: 'bigint', statements: 'jsonb', digest: 'text', reopened_on: 'date', reopened_by: 'uuid', reopened_by_name: 'text', reopened_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  forest_reform: { county: 'integer', id: 'uuid', place: 'bigint', step: 'text', reached_on: 'date', document_number: 'text', area_mu: 'numeric', certificates: 'integer', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  forest_reform_history: { county: 'integer', id: 'uuid', place: 'bigint', step: 'text', reached_on: 'date', document_number: 'text', area_mu: 'numeric', certificates: 'integer', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', address: 'text', business: 'text', branch_id: 'uuid', drafted_on: 'date', shares_method: 'text', surplus_method: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', uplift_mechanism: 'text', uplift_bp: 'integer', uplift_note: 'text', contact: 'text', note: 'text', state: 'text', cooperative_id: 'uuid', registered_on: 'date', abandoned_on: 'date', abandoned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_founder: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', credit_code: 'text', household_county: 'integer', household_id: 'uuid', member_place: 'bigint', cash_fen: 'bigint', household_grant_fen: 'bigint', cropland_fen: 'bigint', forest_fen: 'bigint', grassland_fen: 'bigint', goods_fen: 'bigint', area_mu: 'numeric', in_kind_note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_founder_history: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', credit_code: 'text', household_county: 'integer', household_id: 'uuid', member_place: 'bigint', cash_fen: 'bigint', household_grant_fen: 'bigint', cropland_fen: 'bigint', forest_fen: 'bigint', grassland_fen: 'bigint', goods_fen: 'bigint', area_mu: 'numeric', in_kind_note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', name: 'text', address: 'text', business: 'text', branch_id: 'uuid', drafted_on: 'date', shares_method: 'text', surplus_method: 'text', par_value_fen: 'bigint', surplus_reserve_bp: 'integer', reserve_quantified_by: 'text', expansion_bp: 'integer', relief_bp: 'integer', welfare_reserve_bp: 'integer', patronage_bp: 'integer', additional_votes_bp: 'integer', quorum_bp: 'integer', ordinary_bp: 'integer', special_bp: 'integer', exit_notice_months: 'integer', unit_exit_notice_months: 'integer', time_weighted: 'boolean', uplift_mechanism: 'text', uplift_bp: 'integer', uplift_note: 'text', contact: 'text', note: 'text', state: 'text', cooperative_id: 'uuid', registered_on: 'date', abandoned_on: 'date', abandoned_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  formation_step: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  formation_step_history: { county: 'integer', id: 'uuid', place: 'bigint', formation_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  frozen_figure: { county: 'integer', submission_id: 'uuid', snapshot: 'integer', indicator: 'text', place: 'bigint', month: 'text', cutoff: 'timestamp with time zone', value: 'numeric', row_count: 'integer', rows_digest: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', level: 'text', source: 'text', name: 'text', starts_on: 'date', ends_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_account: { county: 'integer', id: 'uuid', place: 'bigint', holder: 'text', organisation_id: 'uuid', pool: 'text', discipline: 'text', name: 'text', opened_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_account_history: { county: 'integer', id: 'uuid', place: 'bigint', holder: 'text', organisation_id: 'uuid', pool: 'text', discipline: 'text', name: 'text', opened_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_commitment: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', account_id: 'uuid', document_id: 'uuid', project_county: 'integer', project_id: 'uuid', contract_id: 'uuid', occurred_on: 'date', amount_fen: 'bigint', left_fen: 'bigint', released_fen: 'bigint', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_document: { county: 'integer', id: 'uuid', place: 'bigint', fund_id: 'uuid', number: 'text', title: 'text', issued_on: 'date', amount_fen: 'bigint', standard: 'boolean', purposes: 'text[]', payee_kinds: 'text[]', place_los: 'bigint[]', place_his: 'bigint[]', starts_on: 'date', ends_on: 'date', management_bp: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_forbidden_use: { id: 'uuid', purpose: 'text', starts_on: 'date', ends_on: 'date', source: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_goal: { county: 'integer', id: 'uuid', place: 'bigint', order_id: 'uuid', indicator: 'text', direction: 'text', unit: 'text', target: 'bigint', weight_bp: 'integer', due_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_goal_history: { county: 'integer', id: 'uuid', place: 'bigint', order_id: 'uuid', indicator: 'text', direction: 'text', unit: 'text', target: 'bigint', weight_bp: 'integer', due_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_goal_score: { county: 'integer', id: 'uuid', place: 'bigint', order_county: 'integer', order_id: 'uuid', goal_id: 'uuid', line_id: 'uuid', baseline: 'bigint', value: 'bigint', score_bp: 'integer', scored_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_goal_score_history: { county: 'integer', id: 'uuid', place: 'bigint', order_county: 'integer', order_id: 'uuid', goal_id: 'uuid', line_id: 'uuid', baseline: 'bigint', value: 'bigint', score_bp: 'integer', scored_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_lot: { county: 'integer', id: 'uuid', number: 'bigint', place: 'bigint', organisation_id: 'uuid', account_id: 'uuid', movement_county: 'integer', movement_id: 'uuid', document_id: 'uuid', arrived_on: 'date', amount_fen: 'bigint', left_fen: 'bigint', reserved_fen: 'bigint', is_open: 'boolean' },
  fund_lot_move: { county: 'integer', movement_id: 'uuid', ordinal: 'integer', place: 'bigint', other_place: 'bigint', organisation_id: 'uuid', household_id: 'uuid', kind: 'text', occurred_on: 'date', document_id: 'uuid', from_county: 'integer', from_account: 'uuid', from_lot: 'uuid', to_county: 'integer', to_account: 'uuid', to_lot: 'uuid', purpose: 'text', payee_kind: 'text', payee_id: 'uuid', amount_fen: 'bigint', back_fen: 'bigint', recorded_at: 'timestamp with time zone' },
  fund_movement: { county: 'integer', id: 'uuid', place: 'bigint', other_place: 'bigint', organisation_id: 'uuid', household_id: 'uuid', kind: 'text', from_county: 'integer', from_account: 'uuid', to_county: 'integer', to_account: 'uuid', document_id: 'uuid', amount_fen: 'bigint', occurred_on: 'date', number: 'integer', to_entry_id: 'uuid', memo: 'text', purpose: 'text', used_place: 'bigint', payee_kind: 'text', payee_county: 'integer', payee_id: 'uuid', payee_name: 'text', bank_tail: 'text', project_county: 'integer', project_id: 'uuid', contract_id: 'uuid', commitment_id: 'uuid', override_id: 'uuid', recovers_id: 'uuid', maker_id: 'uuid', checker_id: 'uuid', payer_id: 'uuid', source_type: 'text', source_id: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_order: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', upper_county: 'integer', upper_account: 'uuid', document_id: 'uuid', number: 'text', title: 'text', occurred_on: 'date', amount_fen: 'bigint', lines: 'integer', tilt_id: 'uuid', state: 'text', made_by: 'uuid', checked_by: 'uuid', done_by: 'uuid', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_order_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', upper_county: 'integer', upper_account: 'uuid', document_id: 'uuid', number: 'text', title: 'text', occurred_on: 'date', amount_fen: 'bigint', lines: 'integer', tilt_id: 'uuid', state: 'text', made_by: 'uuid', checked_by: 'uuid', done_by: 'uuid', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_order_line: { county: 'integer', id: 'uuid', place: 'bigint', order_county: 'integer', order_id: 'uuid', account_id: 'uuid', amount_fen: 'bigint', standard_year: 'integer', done_on: 'date', recalled_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_order_line_history: { county: 'integer', id: 'uuid', place: 'bigint', order_county: 'integer', order_id: 'uuid', account_id: 'uuid', amount_fen: 'bigint', standard_year: 'integer', done_on: 'date', recalled_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_override: { county: 'integer', id: 'uuid', place: 'bigint', account_id: 'uuid', document_id: 'uuid', code: 'text', purpose: 'text', payee_kind: 'text', payee_id: 'uuid', payee_name: 'text', amount_fen: 'bigint', justification: 'text', asked_by: 'uuid', asked_on: 'date', state: 'text', decided_by: 'uuid', decided_on: 'date', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_override_history: { county: 'integer', id: 'uuid', place: 'bigint', account_id: 'uuid', document_id: 'uuid', code: 'text', purpose: 'text', payee_kind: 'text', payee_id: 'uuid', payee_name: 'text', amount_fen: 'bigint', justification: 'text', asked_by: 'uuid', asked_on: 'date', state: 'text', decided_by: 'uuid', decided_on: 'date', opinion: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_project_close: { county: 'integer', id: 'uuid', place: 'bigint', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_project_close_history: { county: 'integer', id: 'uuid', place: 'bigint', closed_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_recovery: { county: 'integer', id: 'uuid', place: 'bigint', movement_id: 'uuid', amount_fen: 'bigint', cause: 'text', grounds: 'text', ordered_on: 'date', ordered_by: 'uuid', due_on: 'date', received_fen: 'bigint', received_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_recovery_history: { county: 'integer', id: 'uuid', place: 'bigint', movement_id: 'uuid', amount_fen: 'bigint', cause: 'text', grounds: 'text', ordered_on: 'date', ordered_by: 'uuid', due_on: 'date', received_fen: 'bigint', received_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_refusal: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', account_id: 'uuid', act: 'text', code: 'text', details: 'jsonb', purpose: 'text', payee_kind: 'text', payee_id: 'uuid', payee_name: 'text', amount_fen: 'bigint', occurred_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_reservation: { county: 'integer', commitment_id: 'uuid', ordinal: 'integer', place: 'bigint', organisation_id: 'uuid', lot_id: 'uuid', document_id: 'uuid', amount_fen: 'bigint', left_fen: 'bigint' },
  fund_risk_payout: { county: 'integer', id: 'uuid', place: 'bigint', account_id: 'uuid', movement_id: 'uuid', claim_type: 'text', claim_id: 'uuid', loss_fen: 'bigint', insured_fen: 'bigint', trigger_bp: 'integer', share_bp: 'integer', amount_fen: 'bigint', occurred_on: 'date', replenished_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_risk_payout_history: { county: 'integer', id: 'uuid', place: 'bigint', account_id: 'uuid', movement_id: 'uuid', claim_type: 'text', claim_id: 'uuid', loss_fen: 'bigint', insured_fen: 'bigint', trigger_bp: 'integer', share_bp: 'integer', amount_fen: 'bigint', occurred_on: 'date', replenished_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  fund_tilt: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', month: 'text', key_poor: 'boolean', total_fen: 'bigint', formula: 'jsonb', catalogue: 'text', results: 'jsonb', digest: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  fund_tilt_history: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', month: 'text', key_poor: 'boolean', total_fen: 'bigint', formula: 'jsonb', catalogue: 'text', results: 'jsonb', digest: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  grass_capacity: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', year: 'integer', sheep_units: 'numeric', document_number: 'text', holds_from: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  grass_capacity_history: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', year: 'integer', sheep_units: 'numeric', document_number: 'text', holds_from: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  herd_count: { county: 'integer', id: 'uuid', place: 'bigint', year: 'integer', counted_on: 'date', holder_kind: 'text', holder_name: 'text', holder_id: 'uuid', sheep: 'integer', goats: 'integer', cattle: 'integer', horses: 'integer', donkeys: 'integer', camels: 'integer', sheep_units: 'numeric', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  herd_count_history: { county: 'integer', id: 'uuid', place: 'bigint', year: 'integer', counted_on: 'date', holder_kind: 'text', holder_name: 'text', holder_id: 'uuid', sheep: 'integer', goats: 'integer', cattle: 'integer', horses: 'integer', donkeys: 'integer', camels: 'integer', sheep_units: 'numeric', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  household: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', external_number: 'text', collective_number: 'text', address: 'text', phone: 'bytea', phone_hash: 'bytea', phone_masked: 'text', bank_name: 'text', bank_card: 'bytea', bank_card_hash: 'bytea', bank_card_masked: 'text', cropland_mu: 'numeric', irrigated_mu: 'numeric', forest_mu: 'numeric', converted_forest_mu: 'numeric', orchard_mu: 'numeric', grassland_mu: 'numeric', water_mu: 'numeric', housing_m2: 'numeric', housing_structure: 'text', housing_dangerous: 'boolean', electricity: 'text', water: 'text', fuel: 'text', road: 'text', road_distance_km: 'numeric', joined_on: 'date', joined_kind: 'text', left_on: 'date', left_kind: 'text', left_to: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  household_import: { county: 'integer', id: 'uuid', place: 'bigint', content_hash: 'bytea', file_name: 'text', inserted: 'integer', updated: 'integer', unchanged: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  household_lineage: { county: 'integer', id: 'uuid', place: 'bigint', household_id: 'uuid', kind: 'text', direction: 'text', other_county: 'integer', other_household_id: 'uuid', other_text: 'text', happened_on: 'date', document_number: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  idempotency_key: { account_id: 'uuid', key: 'text', act: 'text', request_hash: 'bytea', status: 'integer', reply: 'jsonb', recorded_at: 'timestamp with time zone' },
  insurance_alert: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', subject: 'text', policy_id: 'uuid', claim_id: 'uuid', household_id: 'uuid', name: 'text', found_on: 'date', found: 'bigint', expected: 'bigint', measured_in: 'text', state: 'text', result: 'text', decided_on: 'date', decided_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_alert_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', subject: 'text', policy_id: 'uuid', claim_id: 'uuid', household_id: 'uuid', name: 'text', found_on: 'date', found: 'bigint', expected: 'bigint', measured_in: 'text', state: 'text', result: 'text', decided_on: 'date', decided_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_claim: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', policy_id: 'uuid', policy_number: 'text', line: 'text', unit: 'text', cause: 'text', occurred_on: 'date', told_at: 'timestamp with time zone', reported_on: 'date', statement: 'text', state: 'text', lines: 'integer', agreed_fen: 'bigint', surveyed_on: 'date', surveyed_by: 'uuid', digest: 'text', agreed_on: 'date', due_on: 'date', paid_on: 'date', paid_by: 'uuid', voucher: 'text', closed_for: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_claim_history: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', policy_id: 'uuid', policy_number: 'text', line: 'text', unit: 'text', cause: 'text', occurred_on: 'date', told_at: 'timestamp with time zone', reported_on: 'date', statement: 'text', state: 'text', lines: 'integer', agreed_fen: 'bigint', surveyed_on: 'date', surveyed_by: 'uuid', digest: 'text', agreed_on: 'date', due_on: 'date', paid_on: 'date', paid_by: 'uuid', voucher: 'text', closed_for: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_claim_line: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', insurer_id: 'uuid', claim_id: 'uuid', insured_id: 'uuid', household_id: 'uuid', name: 'text', reported_units: 'numeric', surveyed_units: 'numeric', loss_bp: 'integer', computed_fen: 'bigint', agreed_fen: 'bigint', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_claim_line_history: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', insurer_id: 'uuid', claim_id: 'uuid', insured_id: 'uuid', household_id: 'uuid', name: 'text', reported_units: 'numeric', surveyed_units: 'numeric', loss_bp: 'integer', computed_fen: 'bigint', agreed_fen: 'bigint', paid_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_import: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', content_hash: 'bytea', file_name: 'text', row_count: 'integer', matched: 'integer', queued: 'integer', known: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_insured: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', insurer_id: 'uuid', policy_id: 'uuid', line: 'text', unit: 'text', household_id: 'uuid', cooperative_id: 'uuid', name: 'text', units: 'numeric', sum_fen: 'bigint', premium_fen: 'bigint', central_fen: 'bigint', region_fen: 'bigint', city_fen: 'bigint', banner_fen: 'bigint', holder_fen: 'bigint', claimed_fen: 'bigint', signed_on: 'date', starts_on: 'date', ends_on: 'date', in_force: 'boolean', matched: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_insured_history: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', insurer_id: 'uuid', policy_id: 'uuid', line: 'text', unit: 'text', household_id: 'uuid', cooperative_id: 'uuid', name: 'text', units: 'numeric', sum_fen: 'bigint', premium_fen: 'bigint', central_fen: 'bigint', region_fen: 'bigint', city_fen: 'bigint', banner_fen: 'bigint', holder_fen: 'bigint', claimed_fen: 'bigint', signed_on: 'date', starts_on: 'date', ends_on: 'date', in_force: 'boolean', matched: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_insurer: { id: 'uuid', county: 'integer', name: 'text', enrolled_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_intake: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', import_id: 'uuid', row_number: 'integer', number: 'text', line: 'text', unit: 'text', starts_on: 'date', ends_on: 'date', unit_sum_fen: 'bigint', rate_bp: 'integer', deductible_bp: 'integer', units: 'numeric', premium_fen: 'bigint', name: 'text', id_number_masked: 'text', village: 'text', village_place: 'bigint', cause: 'text', state: 'text', insured_id: 'uuid', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_intake_history: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', import_id: 'uuid', row_number: 'integer', number: 'text', line: 'text', unit: 'text', starts_on: 'date', ends_on: 'date', unit_sum_fen: 'bigint', rate_bp: 'integer', deductible_bp: 'integer', units: 'numeric', premium_fen: 'bigint', name: 'text', id_number_masked: 'text', village: 'text', village_place: 'bigint', cause: 'text', state: 'text', insured_id: 'uuid', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_policy: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', number: 'text', line: 'text', unit: 'text', holder_kind: 'text', cooperative_id: 'uuid', starts_on: 'date', ends_on: 'date', unit_sum_fen: 'bigint', rate_bp: 'integer', deductible_bp: 'integer', central_bp: 'integer', region_bp: 'integer', city_bp: 'integer', banner_bp: 'integer', holder_bp: 'integer', state: 'text', lines: 'integer', units: 'numeric', sum_fen: 'bigint', premium_fen: 'bigint', central_fen: 'bigint', region_fen: 'bigint', city_fen: 'bigint', banner_fen: 'bigint', holder_fen: 'bigint', digest: 'text', made_by: 'uuid', issued_on: 'date', issued_by: 'uuid', source: 'text', import_id: 'uuid', previous_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_policy_history: { county: 'integer', id: 'uuid', place: 'bigint', insurer_id: 'uuid', number: 'text', line: 'text', unit: 'text', holder_kind: 'text', cooperative_id: 'uuid', starts_on: 'date', ends_on: 'date', unit_sum_fen: 'bigint', rate_bp: 'integer', deductible_bp: 'integer', central_bp: 'integer', region_bp: 'integer', city_bp: 'integer', banner_bp: 'integer', holder_bp: 'integer', state: 'text', lines: 'integer', units: 'numeric', sum_fen: 'bigint', premium_fen: 'bigint', central_fen: 'bigint', region_fen: 'bigint', city_fen: 'bigint', banner_fen: 'bigint', holder_fen: 'bigint', digest: 'text', made_by: 'uuid', issued_on: 'date', issued_by: 'uuid', source: 'text', import_id: 'uuid', previous_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_reminder: { county: 'integer', id: 'uuid', place: 'bigint', insured_id: 'uuid', household_id: 'uuid', told_on: 'date', channel: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  insurance_reminder_history: { county: 'integer', id: 'uuid', place: 'bigint', insured_id: 'uuid', household_id: 'uuid', told_on: 'date', channel: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  insurance_terms: { id: 'uuid', line: 'text', starts_on: 'date', central_bp: 'integer', region_bp: 'integer', city_bp: 'integer', banner_bp: 'integer', holder_bp: 'integer', season_from: 'text', season_to: 'text', source: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  interpretation: { id: 'uuid', revision: 'integer', clause: 'text', question: 'text', answer: 'text', asked_on: 'date', answered_on: 'date', document_number: 'text', withdrawn: 'boolean', reason: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_import: { county: 'integer', id: 'uuid', place: 'bigint', sheet: 'text', content_hash: 'bytea', file_name: 'text', inserted: 'integer', updated: 'integer', unchanged: 'integer', rejected: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_overlap: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', other_id: 'uuid', overlap_mu: 'numeric', overlap_bp: 'integer', found_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_overlap_history: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', other_id: 'uuid', overlap_mu: 'numeric', overlap_bp: 'integer', found_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  land_parcel: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', name: 'text', kind: 'text', location: 'text', area_mu: 'numeric', measured_mu: 'numeric', boundary: 'text', drawn_mu: 'numeric', west: 'numeric', south: 'numeric', east: 'numeric', north: 'numeric', tenure: 'text', tenure_until: 'date', holder_kind: 'text', holder_name: 'text', holder_id: 'uuid', certificate_number: 'text', note: 'text', listed_on: 'date', left_on: 'date', left_kind: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_parcel_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', name: 'text', kind: 'text', location: 'text', area_mu: 'numeric', measured_mu: 'numeric', boundary: 'text', drawn_mu: 'numeric', west: 'numeric', south: 'numeric', east: 'numeric', north: 'numeric', tenure: 'text', tenure_until: 'date', holder_kind: 'text', holder_name: 'text', holder_id: 'uuid', certificate_number: 'text', note: 'text', listed_on: 'date', left_on: 'date', left_kind: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  land_project: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', industry: 'text', area_mu: 'numeric', invest_fen: 'bigint', document_number: 'text', approved_on: 'date', started_on: 'date', finished_on: 'date', accepted_on: 'date', accepted_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_project_history: { county: 'integer', id: 'uuid', place: 'bigint', name: 'text', kind: 'text', industry: 'text', area_mu: 'numeric', invest_fen: 'bigint', document_number: 'text', approved_on: 'date', started_on: 'date', finished_on: 'date', accepted_on: 'date', accepted_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  land_rent: { county: 'integer', id: 'uuid', place: 'bigint', transfer_id: 'uuid', household_id: 'uuid', number: 'integer', starts_on: 'date', through_on: 'date', due_on: 'date', amount_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_rent_history: { county: 'integer', id: 'uuid', place: 'bigint', transfer_id: 'uuid', household_id: 'uuid', number: 'integer', starts_on: 'date', through_on: 'date', due_on: 'date', amount_fen: 'bigint', paid_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  land_rent_payment: { county: 'integer', id: 'uuid', place: 'bigint', transfer_id: 'uuid', rent_id: 'uuid', household_id: 'uuid', due_on: 'date', rent_receipt_id: 'uuid', run_id: 'uuid', amount_fen: 'bigint', paid_on: 'date', method: 'text', receipt_number: 'text', note: 'text', reverses_id: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_transfer: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', land_kind: 'text', number: 'text', kind: 'text', grantor_kind: 'text', grantor_name: 'text', grantor_id: 'uuid', household_id: 'uuid', taker_kind: 'text', taker_name: 'text', taker_id: 'uuid', payer_name: 'text', area_mu: 'numeric', part: 'int4multirange', purpose: 'text', filing_number: 'text', signed_on: 'date', starts_on: 'date', through_on: 'date', rent_per_mu_fen: 'bigint', rent_fen: 'bigint', period_months: 'integer', instalments: 'integer', due_at: 'text', due_days: 'integer', step_bp: 'integer', step_periods: 'integer', note: 'text', closed_on: 'date', closed_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_transfer_history: { county: 'integer', id: 'uuid', place: 'bigint', parcel_id: 'uuid', land_kind: 'text', number: 'text', kind: 'text', grantor_kind: 'text', grantor_name: 'text', grantor_id: 'uuid', household_id: 'uuid', taker_kind: 'text', taker_name: 'text', taker_id: 'uuid', payer_name: 'text', area_mu: 'numeric', part: 'int4multirange', purpose: 'text', filing_number: 'text', signed_on: 'date', starts_on: 'date', through_on: 'date', rent_per_mu_fen: 'bigint', rent_fen: 'bigint', period_months: 'integer', instalments: 'integer', due_at: 'text', due_days: 'integer', step_bp: 'integer', step_periods: 'integer', note: 'text', closed_on: 'date', closed_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  land_use: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', applicant_kind: 'text', applicant_name: 'text', project_name: 'text', project_id: 'uuid', purpose: 'text', land_class: 'text', area_mu: 'numeric', requested_on: 'date', department: 'text', answer_days: 'integer', due_on: 'date', extended_on: 'date', extended_reason: 'text', made_by: 'uuid', state: 'text', answered_on: 'date', answered_by: 'uuid', granted_mu: 'numeric', answer_document: 'text', answer_reason: 'text', secured_on: 'date', secured_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  land_use_history: { county: 'integer', id: 'uuid', place: 'bigint', number: 'text', applicant_kind: 'text', applicant_name: 'text', project_name: 'text', project_id: 'uuid', purpose: 'text', land_class: 'text', area_mu: 'numeric', requested_on: 'date', department: 'text', answer_days: 'integer', due_on: 'date', extended_on: 'date', extended_reason: 'text', made_by: 'uuid', state: 'text', answered_on: 'date', answered_by: 'uuid', granted_mu: 'numeric', answer_document: 'text', answer_reason: 'text', secured_on: 'date', secured_document: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  ledger_account: { county: 'integer', book_id: 'uuid', code: 'text', sub: 'text', number: 'bigint', place: 'bigint', organisation_id: 'uuid', sub_kind: 'text', least: 'bigint', most: 'bigint', balance: 'bigint', last_on: 'date' },
  ledger_book: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', kind: 'text', unit: 'text', opened_on: 'date', closed_through: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ledger_counter: { county: 'integer', book_id: 'uuid', series: 'text', month: 'text', place: 'bigint', organisation_id: 'uuid', last: 'integer' },
  ledger_entry: { county: 'integer', id: 'uuid', place: 'bigint', organisation_id: 'uuid', book_id: 'uuid', series: 'text', month: 'text', number: 'integer', occurred_on: 'date', memo: 'text', source_type: 'text', source_id: 'uuid', reverses_id: 'uuid', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  ledger_line: { county: 'integer', entry_id: 'uuid', ordinal: 'integer', place: 'bigint', organisation_id: 'uuid', account: 'bigint', occurred_on: 'date', amount: 'bigint', red: 'boolean', quantity: 'numeric', memo: 'text' },
  ledger_month: { county: 'integer', book_id: 'uuid', month: 'text', account: 'bigint', place: 'bigint', organisation_id: 'uuid', debit: 'bigint', credit: 'bigint' },
  loan: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', application_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', borrower_name: 'text', poor: 'text', bank_id: 'uuid', contract_number: 'text', regime: 'text', once_regime: 'text', principal_fen: 'bigint', rate_ppm: 'integer', method: 'text', term_months: 'integer', every_months: 'integer', starts_on: 'date', first_due_on: 'date', ends_on: 'date', day_count: 'text', shift_holidays: 'boolean', purpose: 'text', collateral: 'text', subsidised: 'boolean', extended_on: 'date', extended_months: 'integer', extensions: 'integer', outstanding_fen: 'bigint', state: 'text', settled_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_application: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', household_id: 'uuid', organisation_id: 'uuid', borrower_name: 'text', poor: 'text', regime: 'text', applied_on: 'date', amount_fen: 'bigint', term_months: 'integer', purpose: 'text', purpose_note: 'text', state: 'text', refusals: 'jsonb', bank_id: 'uuid', decline_code: 'text', decided_on: 'date', decided_by: 'uuid', note: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_application_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', household_id: 'uuid', organisation_id: 'uuid', borrower_name: 'text', poor: 'text', regime: 'text', applied_on: 'date', amount_fen: 'bigint', term_months: 'integer', purpose: 'text', purpose_note: 'text', state: 'text', refusals: 'jsonb', bank_id: 'uuid', decline_code: 'text', decided_on: 'date', decided_by: 'uuid', note: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_compensation: { county: 'integer', id: 'uuid', place: 'bigint', pool_id: 'uuid', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', asked_on: 'date', overdue_since: 'date', principal_fen: 'bigint', fund_fen: 'bigint', bank_fen: 'bigint', state: 'text', note: 'text', made_by: 'uuid', checked_by: 'uuid', checked_on: 'date', paid_by: 'uuid', paid_on: 'date', payment_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_compensation_history: { county: 'integer', id: 'uuid', place: 'bigint', pool_id: 'uuid', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', asked_on: 'date', overdue_since: 'date', principal_fen: 'bigint', fund_fen: 'bigint', bank_fen: 'bigint', state: 'text', note: 'text', made_by: 'uuid', checked_by: 'uuid', checked_on: 'date', paid_by: 'uuid', paid_on: 'date', payment_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_consent: { county: 'integer', id: 'uuid', place: 'bigint', application_id: 'uuid', household_id: 'uuid', bank_id: 'uuid', fields: 'jsonb', facts: 'jsonb', given_on: 'date', ends_on: 'date', withdrawn_on: 'date', paper: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_consent_history: { county: 'integer', id: 'uuid', place: 'bigint', application_id: 'uuid', household_id: 'uuid', bank_id: 'uuid', fields: 'jsonb', facts: 'jsonb', given_on: 'date', ends_on: 'date', withdrawn_on: 'date', paper: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_history: { county: 'integer', id: 'uuid', place: 'bigint', kind: 'text', application_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', borrower_name: 'text', poor: 'text', bank_id: 'uuid', contract_number: 'text', regime: 'text', once_regime: 'text', principal_fen: 'bigint', rate_ppm: 'integer', method: 'text', term_months: 'integer', every_months: 'integer', starts_on: 'date', first_due_on: 'date', ends_on: 'date', day_count: 'text', shift_holidays: 'boolean', purpose: 'text', collateral: 'text', subsidised: 'boolean', extended_on: 'date', extended_months: 'integer', extensions: 'integer', outstanding_fen: 'bigint', state: 'text', settled_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_instalment: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', kind: 'text', number: 'integer', due_on: 'date', pay_by: 'date', principal_fen: 'bigint', interest_fen: 'bigint', paid_principal_fen: 'bigint', paid_interest_fen: 'bigint', settled_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_instalment_history: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', kind: 'text', number: 'integer', due_on: 'date', pay_by: 'date', principal_fen: 'bigint', interest_fen: 'bigint', paid_principal_fen: 'bigint', paid_interest_fen: 'bigint', settled_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_lender: { id: 'uuid', county: 'integer', name: 'text', admitted_on: 'date', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_payment: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', kind: 'text', paid_on: 'date', principal_fen: 'bigint', interest_fen: 'bigint', penalty_fen: 'bigint', afterwards: 'text', receipt: 'text', statement_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_payment_history: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', kind: 'text', paid_on: 'date', principal_fen: 'bigint', interest_fen: 'bigint', penalty_fen: 'bigint', afterwards: 'text', receipt: 'text', statement_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_pool: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', agreement: 'text', starts_on: 'date', ends_on: 'date', fund_bp: 'integer', trigger_days: 'integer', limit_bp: 'integer', suspended_on: 'date', suspended_by: 'uuid', suspension_ratio_bp: 'integer', lifted_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_pool_history: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', agreement: 'text', starts_on: 'date', ends_on: 'date', fund_bp: 'integer', trigger_days: 'integer', limit_bp: 'integer', suspended_on: 'date', suspended_by: 'uuid', suspension_ratio_bp: 'integer', lifted_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_report: { county: 'integer', id: 'uuid', place: 'bigint', application_id: 'uuid', household_id: 'uuid', bank_id: 'uuid', collateral: 'text', source: 'text', reported_on: 'date', note: 'text', state: 'text', result: 'text', closed_on: 'date', closed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_report_history: { county: 'integer', id: 'uuid', place: 'bigint', application_id: 'uuid', household_id: 'uuid', bank_id: 'uuid', collateral: 'text', source: 'text', reported_on: 'date', note: 'text', state: 'text', result: 'text', closed_on: 'date', closed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_statement: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', file_name: 'text', content_hash: 'text', lines: 'integer', taken: 'integer', matched: 'integer', different: 'integer', unknown: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_statement_history: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', file_name: 'text', content_hash: 'text', lines: 'integer', taken: 'integer', matched: 'integer', different: 'integer', unknown: 'integer', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_statement_line: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', statement_id: 'uuid', number: 'integer', contract_number: 'text', borrower_name: 'text', receipt: 'text', paid_on: 'date', principal_fen: 'bigint', interest_fen: 'bigint', balance_fen: 'bigint', loan_id: 'uuid', payment_id: 'uuid', differences: 'jsonb', state: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_statement_line_history: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', statement_id: 'uuid', number: 'integer', contract_number: 'text', borrower_name: 'text', receipt: 'text', paid_on: 'date', principal_fen: 'bigint', interest_fen: 'bigint', balance_fen: 'bigint', loan_id: 'uuid', payment_id: 'uuid', differences: 'jsonb', state: 'text', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_subsidy_claim: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', title: 'text', from_on: 'date', through_on: 'date', state: 'text', lines: 'integer', total_fen: 'bigint', paid_fen: 'bigint', made_by: 'uuid', checked_by: 'uuid', checked_on: 'date', paid_by: 'uuid', paid_on: 'date', account_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_subsidy_claim_history: { county: 'integer', id: 'uuid', place: 'bigint', bank_id: 'uuid', title: 'text', from_on: 'date', through_on: 'date', state: 'text', lines: 'integer', total_fen: 'bigint', paid_fen: 'bigint', made_by: 'uuid', checked_by: 'uuid', checked_on: 'date', paid_by: 'uuid', paid_on: 'date', account_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_subsidy_line: { county: 'integer', id: 'uuid', place: 'bigint', claim_id: 'uuid', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', borrower_name: 'text', poor: 'text', quarter_on: 'date', days: 'integer', amount_fen: 'bigint', state: 'text', dispute: 'text', disputed_by: 'uuid', answer: 'text', paid_on: 'date', payment_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_subsidy_line_history: { county: 'integer', id: 'uuid', place: 'bigint', claim_id: 'uuid', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', borrower_name: 'text', poor: 'text', quarter_on: 'date', days: 'integer', amount_fen: 'bigint', state: 'text', dispute: 'text', disputed_by: 'uuid', answer: 'text', paid_on: 'date', payment_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_use: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', happened_on: 'date', amount_fen: 'bigint', item: 'text', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_use_history: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', happened_on: 'date', amount_fen: 'bigint', item: 'text', evidence: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  loan_visit: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', cause: 'text', since_on: 'date', visited_on: 'date', finding: 'text', promised_on: 'date', promise: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  loan_visit_history: { county: 'integer', id: 'uuid', place: 'bigint', loan_id: 'uuid', household_id: 'uuid', organisation_id: 'uuid', bank_id: 'uuid', cause: 'text', since_on: 'date', visited_on: 'date', finding: 'text', promised_on: 'date', promise: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  member_trade: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', member_place: 'bigint', occurred_on: 'date', direction: 'text', product: 'text', quantity: 'numeric', unit: 'text', amount_fen: 'bigint', source_type: 'text', source_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  member_trade_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', membership_id: 'uuid', member_place: 'bigint', occurred_on: 'date', direction: 'text', product: 'text', quantity: 'numeric', unit: 'text', amount_fen: 'bigint', source_type: 'text', source_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  membership: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', credit_code: 'text', phone: 'text', household_county: 'integer', household_id: 'uuid', resident_id: 'uuid', organisation_id: 'uuid', member_place: 'bigint', joined_on: 'date', joined_by: 'text', left_on: 'date', left_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  membership_act: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', kind: 'text', state: 'text', occurred_on: 'date', membership_id: 'uuid', to_membership_id: 'uuid', class_id: 'uuid', lot_id: 'uuid', valuation_id: 'uuid', asset_id: 'uuid', policy_id: 'uuid', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', debt_fen: 'bigint', counter: 'text', applied_on: 'date', leaves_on: 'date', leave_reason: 'text', newcomer: 'jsonb', id_number: 'bytea', id_number_masked: 'text', document_number: 'text', memo: 'text', digest: 'text', total_shares: 'bigint', total_fen: 'bigint', settlement: 'jsonb', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', checked_on: 'date', decision: 'text', share_entry_id: 'uuid', voucher_id: 'uuid', voucher_number: 'integer', reversal_by: 'uuid', reversal_reason: 'text', reversed_on: 'date', reversal_voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  membership_act_history: { county: 'integer', id: 'uuid', place: 'bigint', member_place: 'bigint', cooperative_id: 'uuid', kind: 'text', state: 'text', occurred_on: 'date', membership_id: 'uuid', to_membership_id: 'uuid', class_id: 'uuid', lot_id: 'uuid', valuation_id: 'uuid', asset_id: 'uuid', policy_id: 'uuid', shares: 'bigint', agreed_fen: 'bigint', paid_fen: 'bigint', debt_fen: 'bigint', counter: 'text', applied_on: 'date', leaves_on: 'date', leave_reason: 'text', newcomer: 'jsonb', id_number: 'bytea', id_number_masked: 'text', document_number: 'text', memo: 'text', digest: 'text', total_shares: 'bigint', total_fen: 'bigint', settlement: 'jsonb', made_by: 'uuid', made_by_name: 'text', checked_by: 'uuid', checked_by_name: 'text', checked_on: 'date', decision: 'text', share_entry_id: 'uuid', voucher_id: 'uuid', voucher_number: 'integer', reversal_by: 'uuid', reversal_reason: 'text', reversed_on: 'date', reversal_voucher_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  membership_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', form: 'text', number: 'text', kind: 'text', unit_kind: 'text', name: 'text', pinyin: 'text', initials: 'text', id_number: 'bytea', id_number_hash: 'bytea', id_number_masked: 'text', credit_code: 'text', phone: 'text', household_county: 'integer', household_id: 'uuid', resident_id: 'uuid', organisation_id: 'uuid', member_place: 'bigint', joined_on: 'date', joined_by: 'text', left_on: 'date', left_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  misuse_alert: { county: 'integer', id: 'uuid', place: 'bigint', rule: 'text', fingerprint: 'text', entries: 'jsonb', payee_name: 'text', amount_fen: 'bigint', occurred_on: 'date', detail: 'jsonb', found_on: 'date', state: 'text', result: 'text', misuse: 'text', decided_on: 'date', decided_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  misuse_alert_history: { county: 'integer', id: 'uuid', place: 'bigint', rule: 'text', fingerprint: 'text', entries: 'jsonb', payee_name: 'text', amount_fen: 'bigint', occurred_on: 'date', detail: 'jsonb', found_on: 'date', state: 'text', result: 'text', misuse: 'text', decided_on: 'date', decided_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
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
  payment_order: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', contract_id: 'uuid', purpose: 'text', spent_on: 'text', account_county: 'integer', account_id: 'uuid', document_id: 'uuid', amount_fen: 'bigint', payee_kind: 'text', payee_county: 'integer', payee_id: 'uuid', payee_name: 'text', bank_tail: 'text', invoice_number: 'text', invoiced_on: 'date', memo: 'text', asked_on: 'date', window_fen: 'bigint', approvals: 'integer', state: 'text', digest: 'text', made_by: 'uuid', first_by: 'uuid', second_by: 'uuid', third_by: 'uuid', paid_on: 'date', paid_by: 'uuid', payment_id: 'uuid', voucher_id: 'uuid', ended_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  payment_order_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', contract_id: 'uuid', purpose: 'text', spent_on: 'text', account_county: 'integer', account_id: 'uuid', document_id: 'uuid', amount_fen: 'bigint', payee_kind: 'text', payee_county: 'integer', payee_id: 'uuid', payee_name: 'text', bank_tail: 'text', invoice_number: 'text', invoiced_on: 'date', memo: 'text', asked_on: 'date', window_fen: 'bigint', approvals: 'integer', state: 'text', digest: 'text', made_by: 'uuid', first_by: 'uuid', second_by: 'uuid', third_by: 'uuid', paid_on: 'date', paid_by: 'uuid', payment_id: 'uuid', voucher_id: 'uuid', ended_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
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
  project: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', number: 'text', name: 'text', kind: 'text', purpose: 'text', content: 'text', scale: 'text', benefit: 'text', households: 'integer', poor_households: 'integer', budget_fen: 'bigint', planned_from: 'date', planned_through: 'date', award_method: 'text', person_in_charge: 'text', contact: 'text', proposed_on: 'date', made_by: 'uuid', state: 'text', ended_on: 'date', ended_reason: 'text', ended_by: 'uuid', ended_at_level: 'text', contracted_fen: 'bigint', paid_fen: 'bigint', asset_paid_fen: 'bigint', asset_booked_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_acceptance: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', verdict: 'text', accepted_on: 'date', members: 'text', opinion: 'text', digest: 'text', proposed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_acceptance_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', verdict: 'text', accepted_on: 'date', members: 'text', opinion: 'text', digest: 'text', proposed_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_asset: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', asset_id: 'uuid', asset_name: 'text', amount_fen: 'bigint', handed_on: 'date', keeper: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_asset_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', asset_id: 'uuid', asset_name: 'text', amount_fen: 'bigint', handed_on: 'date', keeper: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_award: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', method: 'text', subject: 'text', bidders: 'integer', party_kind: 'text', party_county: 'integer', party_id: 'uuid', party_name: 'text', amount_fen: 'bigint', contracted_fen: 'bigint', decided_on: 'date', document_number: 'text', motion_id: 'uuid', digest: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_award_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', method: 'text', subject: 'text', bidders: 'integer', party_kind: 'text', party_county: 'integer', party_id: 'uuid', party_name: 'text', amount_fen: 'bigint', contracted_fen: 'bigint', decided_on: 'date', document_number: 'text', motion_id: 'uuid', digest: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_contract: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', award_id: 'uuid', number: 'text', party_kind: 'text', party_county: 'integer', party_id: 'uuid', party_name: 'text', amount_fen: 'bigint', paid_fen: 'bigint', signed_on: 'date', starts_on: 'date', through_on: 'date', account_county: 'integer', account_id: 'uuid', document_id: 'uuid', commitment_id: 'uuid', ended_on: 'date', ended_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_contract_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', award_id: 'uuid', number: 'text', party_kind: 'text', party_county: 'integer', party_id: 'uuid', party_name: 'text', amount_fen: 'bigint', paid_fen: 'bigint', signed_on: 'date', starts_on: 'date', through_on: 'date', account_county: 'integer', account_id: 'uuid', document_id: 'uuid', commitment_id: 'uuid', ended_on: 'date', ended_reason: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_goal: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', indicator: 'text', direction: 'text', unit: 'text', baseline: 'bigint', target: 'bigint', weight_bp: 'integer', due_on: 'date', value: 'bigint', score_bp: 'integer', scored_on: 'date', scored_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_goal_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', indicator: 'text', direction: 'text', unit: 'text', baseline: 'bigint', target: 'bigint', weight_bp: 'integer', due_on: 'date', value: 'bigint', score_bp: 'integer', scored_on: 'date', scored_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', number: 'text', name: 'text', kind: 'text', purpose: 'text', content: 'text', scale: 'text', benefit: 'text', households: 'integer', poor_households: 'integer', budget_fen: 'bigint', planned_from: 'date', planned_through: 'date', award_method: 'text', person_in_charge: 'text', contact: 'text', proposed_on: 'date', made_by: 'uuid', state: 'text', ended_on: 'date', ended_reason: 'text', ended_by: 'uuid', ended_at_level: 'text', contracted_fen: 'bigint', paid_fen: 'bigint', asset_paid_fen: 'bigint', asset_booked_fen: 'bigint', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_progress: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', reported_on: 'date', done_bp: 'integer', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_progress_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', reported_on: 'date', done_bp: 'integer', note: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  project_step: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', due_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  project_step_history: { county: 'integer', id: 'uuid', place: 'bigint', cooperative_id: 'uuid', project_id: 'uuid', step: 'text', kind: 'text', digest: 'text', reached_on: 'date', due_on: 'date', ended_on: 'date', proof_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
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
  reward: { county: 'integer', id: 'uuid', place: 'bigint', scheme_id: 'uuid', kind: 'text', unit_kind: 'text', applicant_kind: 'text', household_id: 'uuid', cooperative_id: 'uuid', name: 'text', poor: 'text', produced_on: 'date', units: 'numeric', rate_fen: 'bigint', amount_fen: 'bigint', state: 'text', applied_on: 'date', check_by: 'date', checked_on: 'date', checked_by: 'uuid', finding: 'text', list_id: 'uuid', batch_id: 'uuid', payment_id: 'uuid', paid_on: 'date', paid_by: 'uuid', closed_for: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_batch: { county: 'integer', id: 'uuid', place: 'bigint', scheme_id: 'uuid', title: 'text', account_county: 'integer', account_id: 'uuid', lines: 'integer', total_fen: 'bigint', state: 'text', made_by: 'uuid', paid_by: 'uuid', sent_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_batch_history: { county: 'integer', id: 'uuid', place: 'bigint', scheme_id: 'uuid', title: 'text', account_county: 'integer', account_id: 'uuid', lines: 'integer', total_fen: 'bigint', state: 'text', made_by: 'uuid', paid_by: 'uuid', sent_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  reward_coin: { unit_kind: 'text', unit_key: 'text', total: 'numeric', used: 'numeric' },
  reward_history: { county: 'integer', id: 'uuid', place: 'bigint', scheme_id: 'uuid', kind: 'text', unit_kind: 'text', applicant_kind: 'text', household_id: 'uuid', cooperative_id: 'uuid', name: 'text', poor: 'text', produced_on: 'date', units: 'numeric', rate_fen: 'bigint', amount_fen: 'bigint', state: 'text', applied_on: 'date', check_by: 'date', checked_on: 'date', checked_by: 'uuid', finding: 'text', list_id: 'uuid', batch_id: 'uuid', payment_id: 'uuid', paid_on: 'date', paid_by: 'uuid', closed_for: 'text', made_by: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  reward_rate: { id: 'uuid', scheme_id: 'uuid', starts_on: 'date', rate_fen: 'bigint', source: 'text', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_scheme: { id: 'uuid', place: 'bigint', county: 'integer', kind: 'text', title: 'text', document_number: 'text', unit_kind: 'text', output: 'text', applicants: 'text', least_units: 'numeric', cap_fen: 'bigint', fund_document_id: 'uuid', starts_on: 'date', ends_on: 'date', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_transfer: { county: 'integer', id: 'uuid', place: 'bigint', batch_id: 'uuid', reward_id: 'uuid', ordinal: 'integer', amount_fen: 'bigint', name: 'text', bank_name: 'text', card_masked: 'text', result: 'text', returned_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_transfer_history: { county: 'integer', id: 'uuid', place: 'bigint', batch_id: 'uuid', reward_id: 'uuid', ordinal: 'integer', amount_fen: 'bigint', name: 'text', bank_name: 'text', card_masked: 'text', result: 'text', returned_for: 'text', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  reward_unit: { county: 'integer', id: 'uuid', place: 'bigint', reward_id: 'uuid', cooperative_id: 'uuid', unit_kind: 'text', unit_key: 'text', quantity: 'numeric', released: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  reward_unit_history: { county: 'integer', id: 'uuid', place: 'bigint', reward_id: 'uuid', cooperative_id: 'uuid', unit_kind: 'text', unit_key: 'text', quantity: 'numeric', released: 'boolean', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
  risk_request: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', claim_id: 'uuid', line_id: 'uuid', household_id: 'uuid', name: 'text', loss_fen: 'bigint', insured_fen: 'bigint', value_fen: 'bigint', basis: 'text', state: 'text', asked_on: 'date', made_by: 'uuid', checked_on: 'date', checked_by: 'uuid', opinion: 'text', paid_on: 'date', paid_by: 'uuid', amount_fen: 'bigint', movement_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid' },
  risk_request_history: { county: 'integer', id: 'uuid', place: 'bigint', insured_place: 'bigint', claim_id: 'uuid', line_id: 'uuid', household_id: 'uuid', name: 'text', loss_fen: 'bigint', insured_fen: 'bigint', value_fen: 'bigint', basis: 'text', state: 'text', asked_on: 'date', made_by: 'uuid', checked_on: 'date', checked_by: 'uuid', opinion: 'text', paid_on: 'date', paid_by: 'uuid', amount_fen: 'bigint', movement_id: 'uuid', revision: 'integer', recorded_at: 'timestamp with time zone', recorded_by: 'uuid', retired_at: 'timestamp with time zone', retired_by: 'uuid', reason: 'text' },
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
