/** Villages of the rights test, near and far, each with the mark that stands in every text recorded there. */
export const markedSites = [
  { label: 'home', marker: '鼋', place: 150622100201, name: '甲' },
  { label: 'neighbour', marker: '鳌', place: 150622100202, name: '乙' },
  { label: 'township', marker: '鳖', place: 150622101201, name: '丙' },
  { label: 'banner', marker: '鲲', place: 150623100201, name: '丁' },
  { label: 'city', marker: '鳐', place: 150221100201, name: '戊' },
] as const;

/** The other household of the home village, and the organisation at home, bear marks of their own. */
export const fellowMarker = '鼍';
export const organisationMarker = '鼗';

export const markers: readonly string[] = [...markedSites.map((site) => site.marker), fellowMarker, organisationMarker];

/** What every reader may know. */
export const publicMarker = '甲';
export const plainText = '甲乙丙丁';
export const villageEndings = { before: '旧村', now: '村' } as const;
export const newPrefix = '新';

/** Texts as they are recorded at a site. */
export function markedTexts(marker: string) {
  return {
    clerk: `${marker}书记员`,
    address: `${marker}社`,
    bank: `${marker}银行`,
    manager: `${marker}经理`,
    number: `${marker}号`,
    note: `${marker}说明`,
    document: `${marker}发〔2018〕1号`,
    external: `${marker}编号`,
    branch: `${marker}党支部`,
    cooperative: `${marker}专业合作社`,
    secretary: `${marker}书记`,
    content: `${marker}附件正文`,
    file: `${marker}附件.png`,
    reason: `${marker}更正`,
  };
}

export const givenNames = ['文', '武', '成', '康'] as const;

export const divisionsAbove = [
  { code: 150600000000, level: 'city', name: '鄂尔多斯市' },
  { code: 150200000000, level: 'city', name: '包头市' },
  { code: 150622000000, level: 'banner', name: '准格尔旗', bannerKind: 'banner' },
  { code: 150623000000, level: 'banner', name: '鄂托克前旗', bannerKind: 'banner' },
  { code: 150221000000, level: 'banner', name: '土默特右旗', bannerKind: 'banner' },
  { code: 150622100000, level: 'township', name: '薛家湾镇', townshipKind: 'town' },
  { code: 150622101000, level: 'township', name: '沙圪堵镇', townshipKind: 'town' },
  { code: 150623100000, level: 'township', name: '敖勒召其镇', townshipKind: 'town' },
  { code: 150221100000, level: 'township', name: '萨拉齐镇', townshipKind: 'town' },
] as const;

/** What an upload may want beside a workbook: an official text with its articles, and the smallest picture. */
export const uploadTexts = {
  measure: `第1章 总则\n${Array.from({ length: 22 }, (_, index) => `第${index + 1}条 内容。\n`).join('')}`,
  pixel: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

/** Of which table a parameter of a path is, by how the path begins, where neither of them says it. */
export const subjects: Readonly<Record<string, string>> = {
  'parcels id': 'land_parcel',
  'projects awardId': 'project_award',
  'projects contractId': 'project_contract',
  'projects linkId': 'project_asset',
  'audit-samples itemId': 'audit_sample_item',
  'insurance-policies id': 'insurance_policy',
  'insurance-policies insuredId': 'insurance_insured',
  'insurance-intake id': 'insurance_intake',
  'insured id': 'insurance_insured',
  'reward-batches id': 'reward_batch',
  'share-registers id': 'cooperative',
  'loan-prefill id': 'household',
  'household-income id': 'household',
  'books id': 'book',
  'books accountId': 'own_account',
  'member-accounts id': 'membership',
  'household-links id': 'cooperative',
  'returns id': 'return_contract',
  'returns lineId': 'return_schedule',
  'records id': 'household',
  'audit/records id': 'household',
};

/** Values of made-up rows without which no route would find them; null: made up like those of columns that may not be empty. */
export const needed: Readonly<Record<string, Readonly<Record<string, string | number | null>>>> = {
  own_account: { code: '10201' },
  fund_risk_payout: { loss_fen: 9 },
  business_event: { kind: 'produce_sold' },
  asset_rent: { paid_fen: 1 },
  land_transfer: { part: '{[0,100)}' },
  land_rent: { paid_fen: 1 },
  grass_capacity: { holds_from: '2019-01-01' },
  ecological_check: { subject_type: 'project' },
  project_goal: { baseline: 1, target: 2 },
  project: { contracted_fen: 1, paid_fen: 1, asset_paid_fen: 1, asset_booked_fen: 1 },
  project_award: { contracted_fen: 1, bidders: 3, document_number: '招〔2019〕1号' },
  project_acceptance: { proposed_by: '016f785d-a280-7011-b227-944646824205' },
  payment_order: { spent_on: 'household' },
  misuse_alert: { entries: '["150622/016f785d-a280-7011-b227-944646824206"]' },
  finding: { found_on: '2019-06-01', due_on: '2019-07-01' },
  loan_application: { household_id: null, state: 'sent', bank_id: null },
  loan_consent: { household_id: null, fields: '["people"]', facts: '{}' },
  loan: { household_id: null },
  loan_instalment: { household_id: null, pay_by: '2019-12-01', paid_principal_fen: 0 },
  loan_statement: { content_hash: 'a'.repeat(64) },
  loan_payment: { household_id: null },
  loan_statement_line: { state: 'different' },
  loan_subsidy_claim: { through_on: '2019-06-30' },
  loan_subsidy_line: { household_id: null, poor: 'no', quarter_on: '2019-04-01' },
  loan_compensation: { household_id: null, principal_fen: 2 },
  insurance_policy: {
    ...{
      line: 'cattle',
      starts_on: '2019-01-01',
      ends_on: '2020-12-31',
      rate_bp: 600,
      deductible_bp: 0,
      premium_fen: 5,
    },
    ...{ central_bp: 3_500, region_bp: 2_500, city_bp: 500, banner_bp: 500, holder_bp: 3_000 },
    ...{ central_fen: 1, region_fen: 1, city_fen: 1, banner_fen: 1, holder_fen: 1 },
  },
  insurance_insured: {
    ...{ household_id: null, line: 'cattle', starts_on: '2019-01-01', ends_on: '2020-12-31', claimed_fen: 0 },
    ...{ premium_fen: 5, central_fen: 1, region_fen: 1, city_fen: 1, banner_fen: 1, holder_fen: 1 },
  },
  insurance_intake: { line: 'cattle', starts_on: '2019-01-01', ends_on: '2020-12-31' },
  insurance_claim: { line: 'cattle', occurred_on: '2019-06-01', reported_on: '2019-06-02' },
  reward: {
    ...{ household_id: null, applied_on: '2019-06-03', check_by: '2019-06-10', kind: 'subsidy', unit_kind: 'ear_tag' },
    list_id: '016f785d-a280-7011-b227-944646824207',
  },
  dividend: { form: 'farmers_professional', poor: 'no' },
  payout: { form: 'farmers_professional', poor: 'no' },
  distribution: {
    state: 'declared',
    digest: 'a'.repeat(64),
    option_id: '016f785d-a280-7011-b227-944646824201',
    made_by: '016f785d-a280-7011-b227-944646824202',
    patronage_refund_fen: 1,
    remainder_fen: 1,
    declared_on: '2019-06-01',
    declared_by: '016f785d-a280-7011-b227-944646824203',
  },
  distribution_option: { reserve_quantified_by: 'equal' },
  dividend_correction: { posted_on: '2019-06-01', posted_by: '016f785d-a280-7011-b227-944646824204', state: 'posted' },
};

/** Parameters that name a record by another column than its id. */
export const namedBy: Readonly<Record<string, string>> = {
  receiptId: 'receipt_id',
  rentReceiptId: 'rent_receipt_id',
  ticket: 'ticket',
  listId: 'list_id',
};

/** Fields of a body whose names are those of records, and which name a new one. */
export const fresh: Readonly<Record<string, readonly string[]>> = {
  'POST /vouchers/:county/:id/reverse': ['voucherId'],
  'POST /books/:county/:id/vouchers': ['voucherId'],
  'POST /books/:county/:id/subsidiaries': ['subsidiaryId'],
  'POST /projects/:county/:id/assets': ['assetId'],
};

/** Routes that want at least one of the records that they may be asked for. */
export const asksForOne: readonly string[] = ['GET /fund-trace/back', 'POST /insurance-policies/:county/:id/insured'];

/** Whose workbook an upload is: there it names a record that stands, and else only the one it makes. */
export const senders: readonly string[] = ['loan_lender', 'insurance_insurer'];

/** What a route wants of its query or body beyond what the types of the fields say. */
export const wanted: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'GET /disclosures/proposal': { startsOn: '2019-10-01' },
  'GET /disclosures/rows': { startsOn: '2019-10-01', item: '2.1' },
  'PUT /disclosures/:county/:id/remark': { item: '2.1' },
  'GET /books/:county/:id/archive/export': { year: '2019' },
  'GET /books/:county/:id/bank-lines': { code: '102' },
  'GET /books/:county/:id/bank-lines/export': { code: '102' },
  'GET /books/:county/:id/bank-postings': { code: '102' },
  'GET /books/:county/:id/reconciliation': { code: '102' },
};
