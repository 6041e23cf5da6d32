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
