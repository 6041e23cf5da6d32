-- the banks that lend under the measure, each by the id of its agency: everybody may name one
create table loan_lender (
  id uuid primary key,
  county int not null,
  name text not null check (length(name) between 2 and 100),
  admitted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

create table loan_application (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('microcredit', 'cooperative', 'enterprise')),
  household_id uuid, organisation_id uuid,
  borrower_name text not null check (length(borrower_name) between 1 and 100),
  -- of the household on the day it applied
  poor text not null check (poor in ('yes', 'no', 'unknown')),
  -- the rules of microcredit in force on that day; none in the gap between two of them
  regime text,
  applied_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  term_months int not null check (term_months between 1 and 360),
  purpose text not null check (purpose in ('breeding', 'planting', 'machinery', 'processing', 'trade', 'facility', 'other', 'consumption', 'housing', 'relending')),
  purpose_note text check (length(purpose_note) <= 300),
  state text not null check (state in ('draft', 'refused', 'sent', 'approved', 'declined', 'withdrawn', 'contracted')),
  -- why the rules do not let it go to a bank, by code
  refusals jsonb not null default '[]',
  -- to which bank it went; before, no bank knows of it
  bank_id uuid references loan_lender (id),
  decline_code text check (decline_code in ('credit_record', 'repayment_ability', 'purpose', 'bank_quota', 'other')),
  decided_on date, decided_by uuid, note text check (length(note) <= 500),
  made_by uuid not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  check ((household_id is null) <> (organisation_id is null)),
  check ((kind = 'microcredit') = (household_id is not null)),
  check (state not in ('draft', 'refused') or bank_id is null),
  check (state not in ('sent', 'approved', 'declined', 'contracted') or bank_id is not null),
  check ((state = 'refused') = (refusals <> '[]'::jsonb)),
  check ((state = 'declined') = (decline_code is not null)),
  check (decided_by is null or decided_by <> made_by)
);
create index loan_application_place on loan_application (place, applied_on);
create index loan_application_bank on loan_application (bank_id, state);
-- a household has one application on its way
create unique index loan_application_once on loan_application (county, household_id)
  where kind = 'microcredit' and state in ('draft', 'sent', 'approved');
create table loan_application_history (
  like loan_application, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- what the bank may see of the register, for how long, by whose word: the facts are those of the day of consent
create table loan_consent (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  application_id uuid not null, household_id uuid, bank_id uuid not null,
  fields jsonb not null check (jsonb_array_length(fields) > 0),
  facts jsonb not null,
  given_on date not null, ends_on date not null check (ends_on > given_on),
  withdrawn_on date,
  paper text not null check (length(paper) between 2 and 100),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, application_id) references loan_application (county, id),
  -- nothing of what was shown stays when the consent is taken back
  check (withdrawn_on is null or facts = '{}'::jsonb)
);
create unique index loan_consent_open on loan_consent (county, application_id, bank_id) where withdrawn_on is null;
create index loan_consent_place on loan_consent (place);
create table loan_consent_history (
  like loan_consent, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('microcredit', 'cooperative', 'enterprise')),
  application_id uuid not null,
  household_id uuid, organisation_id uuid,
  borrower_name text not null check (length(borrower_name) between 1 and 100),
  poor text not null check (poor in ('yes', 'no', 'unknown')),
  bank_id uuid not null references loan_lender (id),
  contract_number text not null check (length(contract_number) between 2 and 60),
  regime text,
  -- the regime under which a household borrows once, where that is its rule
  once_regime text,
  principal_fen bigint not null check (principal_fen > 0),
  -- a year's interest in millionths of the principal: a hundredth of a basis point, since monthly rates need it
  rate_ppm int not null check (rate_ppm between 0 and 360000),
  method text not null check (method in ('equal_principal', 'equal_instalment', 'interest_only')),
  term_months int not null check (term_months between 1 and 360),
  every_months int not null check (every_months in (1, 3, 6, 12)),
  starts_on date not null, first_due_on date, ends_on date not null check (ends_on > starts_on),
  day_count text not null check (day_count in ('actual_360', 'actual_365', 'monthly')),
  shift_holidays boolean not null,
  purpose text not null,
  collateral text not null check (collateral in ('none', 'guarantee', 'mortgage', 'pledge')),
  subsidised boolean not null,
  extended_on date, extended_months int check (extended_months > 0),
  -- extended once at most
  extensions int not null default 0 check (extensions between 0 and 1),
  outstanding_fen bigint not null check (outstanding_fen between 0 and principal_fen),
  state text not null check (state in ('open', 'settled', 'compensated')),
  settled_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, application_id) references loan_application (county, id),
  unique (county, application_id),
  check ((household_id is null) <> (organisation_id is null)),
  check ((kind = 'microcredit') = (household_id is not null)),
  -- article 13: microcredit asks for no guarantee and no collateral
  check (kind <> 'microcredit' or collateral = 'none'),
  check ((state = 'settled') = (settled_on is not null)),
  check ((extensions = 1) = (extended_on is not null) and (extended_on is null) = (extended_months is null))
);
create unique index loan_contract_once on loan (county, bank_id, contract_number);
create unique index loan_open_once on loan (county, household_id) where kind = 'microcredit' and state <> 'settled';
create unique index loan_regime_once on loan (county, household_id, once_regime) where once_regime is not null;
create index loan_place on loan (place, starts_on);
create index loan_bank on loan (bank_id, state);
create table loan_history (
  like loan, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan_instalment (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  kind text not null check (kind in ('instalment', 'prepayment')),
  number int not null check (number > 0),
  due_on date not null, pay_by date not null check (pay_by >= due_on),
  principal_fen bigint not null check (principal_fen >= 0),
  interest_fen bigint not null check (interest_fen >= 0),
  paid_principal_fen bigint not null check (paid_principal_fen between 0 and principal_fen),
  paid_interest_fen bigint not null check (paid_interest_fen between 0 and interest_fen),
  settled_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, loan_id) references loan (county, id),
  unique (county, loan_id, number),
  check ((settled_on is not null) = (paid_principal_fen = principal_fen and paid_interest_fen = interest_fen))
);
create index loan_instalment_place on loan_instalment (place, pay_by) where settled_on is null;
create table loan_instalment_history (
  like loan_instalment, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- the bank's own workbook, line by line against what stands here
create table loan_statement (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  bank_id uuid not null references loan_lender (id),
  file_name text not null check (length(file_name) between 1 and 200),
  content_hash text not null check (length(content_hash) = 64),
  lines int not null, taken int not null, matched int not null, different int not null, unknown int not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id)
);
create unique index loan_statement_once on loan_statement (county, bank_id, content_hash);
create index loan_statement_place on loan_statement (place);
create table loan_statement_history (
  like loan_statement, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan_payment (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  kind text not null check (kind in ('instalment', 'prepayment')),
  paid_on date not null,
  principal_fen bigint not null check (principal_fen >= 0),
  interest_fen bigint not null check (interest_fen >= 0),
  -- what the bank took for being late, beside the schedule
  penalty_fen bigint not null check (penalty_fen >= 0),
  -- what a prepayment changes: the number of instalments left or each of them
  afterwards text check (afterwards in ('shorten', 'lower')),
  receipt text not null check (length(receipt) between 1 and 60),
  statement_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, loan_id) references loan (county, id),
  check (principal_fen + interest_fen + penalty_fen > 0),
  check ((kind = 'prepayment') = (afterwards is not null))
);
-- a receipt counts once
create unique index loan_payment_once on loan_payment (county, loan_id, receipt);
create index loan_payment_place on loan_payment (place, paid_on);
create table loan_payment_history (
  like loan_payment, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan_statement_line (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  bank_id uuid not null, statement_id uuid not null,
  number int not null check (number > 0),
  contract_number text not null, borrower_name text not null, receipt text not null,
  paid_on date not null, principal_fen bigint not null, interest_fen bigint not null, balance_fen bigint,
  loan_id uuid, payment_id uuid,
  differences jsonb not null default '[]',
  state text not null check (state in ('matched', 'taken', 'different', 'unknown', 'explained')),
  note text check (length(note) <= 300),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, statement_id) references loan_statement (county, id)
);
create index loan_statement_line_statement on loan_statement_line (county, statement_id, number);
create index loan_statement_line_place on loan_statement_line (place);
create table loan_statement_line_history (
  like loan_statement_line, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- what the money was spent on, as seen
create table loan_use (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  happened_on date not null, amount_fen bigint not null check (amount_fen > 0),
  item text not null check (length(item) between 2 and 200),
  evidence text not null check (length(evidence) between 2 and 200),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, loan_id) references loan (county, id)
);
create index loan_use_loan on loan_use (county, loan_id);
create index loan_use_place on loan_use (place);
create table loan_use_history (
  like loan_use, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- a visit closes the task that an overdue instalment or an unexplained use opened
create table loan_visit (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  cause text not null check (cause in ('overdue', 'use')),
  -- the day from which there was something to visit for; one visit closes one task
  since_on date not null,
  visited_on date not null check (visited_on >= since_on),
  finding text not null check (length(finding) between 2 and 500),
  promised_on date, promise text check (length(promise) <= 300),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, loan_id) references loan (county, id)
);
create unique index loan_visit_once on loan_visit (county, loan_id, cause, since_on);
create index loan_visit_place on loan_visit (place);
create table loan_visit_history (
  like loan_visit, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- collateral asked for on a loan that the measure exempts
create table loan_report (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  application_id uuid not null, household_id uuid, bank_id uuid not null,
  collateral text not null check (collateral in ('guarantee', 'mortgage', 'pledge')),
  source text not null check (source in ('refused_terms', 'told')),
  reported_on date not null, note text check (length(note) <= 500),
  state text not null check (state in ('open', 'closed')),
  result text check (length(result) between 1 and 500), closed_on date, closed_by uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, application_id) references loan_application (county, id),
  check ((state = 'closed') = (result is not null) and (result is null) = (closed_by is null) and (closed_by is null) = (closed_on is null))
);
create index loan_report_place on loan_report (place, state);
create table loan_report_history (
  like loan_report, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- interest that the public pays, claimed for a quarter or a year
create table loan_subsidy_claim (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  bank_id uuid not null references loan_lender (id),
  title text not null check (length(title) between 2 and 100),
  from_on date not null, through_on date not null check (through_on > from_on),
  state text not null check (state in ('claimed', 'checked', 'paid', 'withdrawn')),
  lines int not null check (lines >= 0), total_fen bigint not null check (total_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen between 0 and total_fen),
  made_by uuid not null, checked_by uuid, checked_on date, paid_by uuid, paid_on date,
  account_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  check ((checked_by is null) = (checked_on is null) and (paid_by is null) = (paid_on is null)),
  check (state in ('withdrawn') or (state = 'claimed') = (checked_by is null)),
  check ((state = 'paid') = (paid_by is not null)),
  -- who claims does not check, who checks does not pay
  check (checked_by <> made_by and paid_by <> made_by and paid_by <> checked_by)
);
create index loan_subsidy_claim_place on loan_subsidy_claim (place, state);
create table loan_subsidy_claim_history (
  like loan_subsidy_claim, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan_subsidy_line (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  claim_id uuid not null, loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  borrower_name text not null, poor text not null,
  -- the quarter it is for; a year is claimed as four of them
  quarter_on date not null check (extract(day from quarter_on) = 1 and extract(month from quarter_on) in (1, 4, 7, 10)),
  days int not null check (days between 0 and 92),
  amount_fen bigint not null check (amount_fen >= 0),
  state text not null check (state in ('claimed', 'disputed', 'accepted', 'struck', 'paid')),
  dispute text check (length(dispute) between 1 and 300), disputed_by uuid, answer text check (length(answer) between 1 and 300),
  paid_on date, payment_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, claim_id) references loan_subsidy_claim (county, id),
  foreign key (county, loan_id) references loan (county, id),
  check ((state = 'paid') = (paid_on is not null)),
  check (state <> 'disputed' or dispute is not null)
);
-- a loan is subsidised once for a quarter; a line that was struck may be claimed anew
create unique index loan_subsidy_line_once on loan_subsidy_line (county, loan_id, quarter_on) where state <> 'struck';
create index loan_subsidy_line_claim on loan_subsidy_line (county, claim_id);
create index loan_subsidy_line_place on loan_subsidy_line (place, paid_on);
create table loan_subsidy_line_history (
  like loan_subsidy_line, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- the agreement with a bank by which a fund bears part of what borrowers do not repay
create table loan_pool (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  bank_id uuid not null references loan_lender (id),
  agreement text not null check (length(agreement) between 2 and 100),
  starts_on date not null, ends_on date check (ends_on > starts_on),
  fund_bp int not null check (fund_bp between 0 and 10000),
  trigger_days int not null check (trigger_days > 0),
  -- compensated of what was lent: from here on the bank is proposed for suspension
  limit_bp int not null check (limit_bp between 1 and 10000),
  suspended_on date, suspended_by uuid, suspension_ratio_bp int, lifted_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  check ((suspended_on is null) = (suspended_by is null)),
  check (lifted_on is null or suspended_on is not null)
);
create unique index loan_pool_open on loan_pool (county, bank_id) where ends_on is null;
create index loan_pool_place on loan_pool (place);
create table loan_pool_history (
  like loan_pool, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table loan_compensation (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  pool_id uuid not null, loan_id uuid not null, household_id uuid, organisation_id uuid, bank_id uuid not null,
  asked_on date not null, overdue_since date not null,
  principal_fen bigint not null check (principal_fen > 0),
  fund_fen bigint not null check (fund_fen >= 0), bank_fen bigint not null check (bank_fen >= 0),
  state text not null check (state in ('asked', 'confirmed', 'refused', 'paid')),
  note text check (length(note) <= 300),
  made_by uuid not null, checked_by uuid, checked_on date, paid_by uuid, paid_on date, payment_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, pool_id) references loan_pool (county, id),
  foreign key (county, loan_id) references loan (county, id),
  check (fund_fen + bank_fen = principal_fen),
  check ((checked_by is null) = (state = 'asked') and (checked_by is null) = (checked_on is null)),
  check ((state = 'paid') = (paid_by is not null) and (paid_by is null) = (paid_on is null)),
  check (checked_by <> made_by and paid_by <> made_by and paid_by <> checked_by)
);
-- a loan is compensated once
create unique index loan_compensation_once on loan_compensation (county, loan_id) where state <> 'refused';
create index loan_compensation_place on loan_compensation (place);
create table loan_compensation_history (
  like loan_compensation, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
