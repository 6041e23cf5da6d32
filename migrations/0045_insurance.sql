-- the insurers that cover the city, each by the id of its agency: everybody may name one on a policy
create table insurance_insurer (
  id uuid primary key,
  county int not null,
  name text not null check (length(name) between 2 and 100),
  enrolled_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

-- what a line is insured on from a day on: who bears which part of the premium, and when its season opens and closes
create table insurance_terms (
  id uuid primary key,
  line text not null,
  starts_on date not null,
  central_bp int not null check (central_bp between 0 and 10000),
  region_bp int not null check (region_bp between 0 and 10000),
  city_bp int not null check (city_bp between 0 and 10000),
  banner_bp int not null check (banner_bp between 0 and 10000),
  holder_bp int not null check (holder_bp between 0 and 10000),
  -- month and day, both or neither: a line without a season is insured all year round
  season_from text check (season_from ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  season_to text check (season_to ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  source text not null check (length(source) between 2 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- the terms of a day are said once; what was wrong is replaced from a later day on
  constraint insurance_terms_once unique (line, starts_on),
  check (central_bp + region_bp + city_bp + banner_bp + holder_bp = 10000),
  check ((season_from is null) = (season_to is null))
);

-- a contract with an insurer for one household, one cooperative, or the households of a village together
create table insurance_policy (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insurer_id uuid not null,
  number text not null check (length(number) between 2 and 60),
  line text not null, unit text not null check (unit in ('head', 'mu')),
  holder_kind text not null check (holder_kind in ('household', 'cooperative', 'village')),
  cooperative_id uuid,
  -- both days are insured
  starts_on date not null, ends_on date not null check (ends_on > starts_on),
  unit_sum_fen bigint not null check (unit_sum_fen > 0),
  rate_bp int not null check (rate_bp between 1 and 10000),
  -- what the contract leaves to the insured of each loss
  deductible_bp int not null check (deductible_bp between 0 and 9999),
  central_bp int not null, region_bp int not null, city_bp int not null, banner_bp int not null, holder_bp int not null,
  state text not null check (state in ('draft', 'listed', 'in_force', 'withdrawn')),
  lines int not null check (lines >= 0),
  units numeric(14, 2) not null check (units >= 0),
  sum_fen bigint not null check (sum_fen >= 0),
  premium_fen bigint not null check (premium_fen >= 0),
  central_fen bigint not null, region_fen bigint not null, city_fen bigint not null, banner_fen bigint not null, holder_fen bigint not null,
  -- over who insures how much; stands from the day the list is fixed
  digest text,
  made_by uuid,
  issued_on date, issued_by uuid,
  source text not null check (source in ('hand', 'import')),
  import_id uuid,
  -- the policy it goes on from
  previous_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint insurance_policy_once unique (county, insurer_id, number, place),
  check (central_bp + region_bp + city_bp + banner_bp + holder_bp = 10000),
  check (central_fen + region_fen + city_fen + banner_fen + holder_fen = premium_fen),
  check ((holder_kind = 'cooperative') = (cooperative_id is not null)),
  check ((source = 'import') = (import_id is not null)),
  check ((state = 'in_force') = (issued_on is not null) and (issued_on is null) = (issued_by is null)),
  -- a list by hand is put in force by somebody else; one of the insurer’s own file is in force already
  check (source = 'import' or issued_by is null or issued_by <> made_by)
);
create index insurance_policy_place on insurance_policy (place, line);
create index insurance_policy_insurer on insurance_policy (insurer_id, number);
create index insurance_policy_ends on insurance_policy (place, ends_on);
create table insurance_policy_history (
  like insurance_policy, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_policy_history_place on insurance_policy_history (place);

-- who is insured by a policy, with how much; a cooperative that insures its own stands here without a household
create table insurance_insured (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  -- where the insured lives
  insured_place bigint not null,
  insurer_id uuid not null, policy_id uuid not null,
  line text not null, unit text not null,
  household_id uuid, cooperative_id uuid,
  name text not null check (length(name) between 1 and 100),
  units numeric(12, 2) not null check (units > 0),
  sum_fen bigint not null check (sum_fen > 0),
  premium_fen bigint not null check (premium_fen >= 0),
  central_fen bigint not null, region_fen bigint not null, city_fen bigint not null, banner_fen bigint not null, holder_fen bigint not null,
  -- agreed to be paid so far
  claimed_fen bigint not null,
  signed_on date,
  starts_on date not null, ends_on date not null,
  in_force boolean not null,
  matched text not null check (matched in ('register', 'number', 'name', 'near', 'hand')),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, policy_id) references insurance_policy (county, id),
  check ((household_id is null) <> (cooperative_id is null)),
  check (central_fen + region_fen + city_fen + banner_fen + holder_fen = premium_fen),
  -- no more is paid than was insured
  constraint insurance_insured_claimed check (claimed_fen between 0 and sum_fen)
);
-- a household stands on a list once
create unique index insurance_insured_once on insurance_insured (county, policy_id, coalesce(household_id, cooperative_id));
create index insurance_insured_place on insurance_insured (place, ends_on);
create index insurance_insured_insured_place on insurance_insured (insured_place, line);
create index insurance_insured_household on insurance_insured (household_id, line);
create index insurance_insured_insurer on insurance_insured (insurer_id);
create table insurance_insured_history (
  like insurance_insured, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_insured_history_place on insurance_insured_history (place);
create index insurance_insured_history_insured_place on insurance_insured_history (insured_place);

-- a workbook of an insurer that was taken in
create table insurance_import (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insurer_id uuid not null,
  content_hash bytea not null check (length(content_hash) = 32),
  file_name text not null,
  row_count int not null, matched int not null, queued int not null, known int not null, rejected int not null,
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id)
);
-- a file that went in whole goes in once
create unique index insurance_import_once on insurance_import (county, place, insurer_id, content_hash) where rejected = 0;
create index insurance_import_place on insurance_import (place);

-- a row of a workbook whose household nobody could tell; it waits for somebody to match it by hand
create table insurance_intake (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insurer_id uuid not null,
  import_id uuid not null, row_number int not null check (row_number > 0),
  number text not null, line text not null, unit text not null,
  starts_on date not null, ends_on date not null,
  unit_sum_fen bigint not null check (unit_sum_fen > 0), rate_bp int not null, deductible_bp int not null,
  units numeric(12, 2) not null check (units > 0), premium_fen bigint not null,
  name text not null, id_number_masked text,
  -- as it stands in the file, and the village where it could be told: there the row waits, else with whoever took it in
  village text not null, village_place bigint,
  cause text not null check (cause in ('nobody', 'several', 'name_differs', 'village_unknown')),
  state text not null check (state in ('open', 'matched', 'dismissed')),
  insured_id uuid, note text check (length(note) between 1 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, import_id, row_number),
  check ((state = 'matched') = (insured_id is not null)),
  check (state <> 'dismissed' or note is not null)
);
create index insurance_intake_place on insurance_intake (place, state);
create table insurance_intake_history (
  like insurance_intake, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_intake_history_place on insurance_intake_history (place);

-- that somebody was told that his insurance ends
create table insurance_reminder (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insured_id uuid not null, household_id uuid,
  told_on date not null,
  channel text not null check (channel in ('phone', 'message', 'visit')),
  note text check (length(note) between 1 and 300),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint insurance_reminder_once unique (county, insured_id, told_on)
);
create index insurance_reminder_place on insurance_reminder (place);
create table insurance_reminder_history (
  like insurance_reminder, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- a loss, from the report to the payment
create table insurance_claim (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insurer_id uuid not null, policy_id uuid not null,
  policy_number text not null, line text not null, unit text not null,
  cause text not null check (cause in ('disease', 'accident', 'drought', 'flood', 'hail', 'snow', 'frost', 'wind', 'fire', 'pest', 'other')),
  occurred_on date not null,
  -- as the phone says that it was told; the day on which it arrived stands beside it
  told_at timestamptz not null, reported_on date not null check (reported_on >= occurred_on),
  statement text not null check (length(statement) between 2 and 2000),
  state text not null check (state in ('reported', 'surveyed', 'listed', 'agreed', 'paid', 'declined', 'withdrawn')),
  lines int not null check (lines >= 0), agreed_fen bigint not null check (agreed_fen >= 0),
  surveyed_on date, surveyed_by uuid,
  digest text,
  agreed_on date, due_on date, paid_on date, paid_by uuid, voucher text check (length(voucher) between 1 and 60),
  closed_for text check (length(closed_for) between 1 and 500),
  made_by uuid not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, policy_id) references insurance_policy (county, id),
  check ((surveyed_on is null) = (surveyed_by is null) and (agreed_on is null) = (due_on is null)),
  check ((state = 'paid') = (paid_on is not null) and (paid_on is null) = (paid_by is null) and (paid_on is null) = (voucher is null)),
  check (state not in ('agreed', 'paid') or agreed_on is not null),
  check (state not in ('declined', 'withdrawn') or closed_for is not null),
  -- nobody surveys the loss he reported himself
  check (surveyed_by is null or surveyed_by <> made_by)
);
create index insurance_claim_place on insurance_claim (place, state);
create index insurance_claim_insurer on insurance_claim (insurer_id, state);
create table insurance_claim_history (
  like insurance_claim, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_claim_history_place on insurance_claim_history (place);

-- who lost what: as reported, as surveyed, as agreed
create table insurance_claim_line (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insured_place bigint not null,
  insurer_id uuid not null, claim_id uuid not null, insured_id uuid not null,
  household_id uuid,
  name text not null,
  reported_units numeric(12, 2) not null check (reported_units > 0),
  surveyed_units numeric(12, 2) check (surveyed_units >= 0),
  -- how much of each unit was lost
  loss_bp int check (loss_bp between 0 and 10000),
  -- what the survey comes to, and what was agreed
  computed_fen bigint check (computed_fen >= 0),
  agreed_fen bigint check (agreed_fen >= 0),
  paid_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, claim_id) references insurance_claim (county, id),
  foreign key (county, insured_id) references insurance_insured (county, id),
  check ((surveyed_units is null) = (loss_bp is null) and (loss_bp is null) = (computed_fen is null)
    and (computed_fen is null) = (agreed_fen is null)),
  check (paid_on is null or agreed_fen is not null),
  constraint insurance_claim_line_once unique (county, claim_id, insured_id)
);
create index insurance_claim_line_place on insurance_claim_line (place);
create index insurance_claim_line_insured_place on insurance_claim_line (insured_place, paid_on);
create index insurance_claim_line_household on insurance_claim_line (household_id) where household_id is not null;
create table insurance_claim_line_history (
  like insurance_claim_line, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_claim_line_history_place on insurance_claim_line_history (place);
create index insurance_claim_line_history_insured_place on insurance_claim_line_history (insured_place);

-- what looks wrong in policies and claims, and what came of looking into it
create table insurance_alert (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('over_insured', 'duplicate', 'same_sum', 'same_payout', 'payout_differs', 'not_publicised')),
  -- what it is about, so that the same doubt is one case
  subject text not null check (length(subject) between 1 and 120),
  policy_id uuid, claim_id uuid, household_id uuid,
  name text not null,
  found_on date not null,
  -- what was found beside what was to be expected: units in hundredths, amounts in fen, or a count
  found bigint not null, expected bigint not null, measured_in text not null check (measured_in in ('head', 'mu', 'fen', 'count')),
  state text not null check (state in ('open', 'confirmed', 'cleared')),
  result text check (length(result) between 1 and 500),
  decided_on date, decided_by uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint insurance_alert_once unique (county, kind, subject),
  check ((state = 'open') = (result is null) and (result is null) = (decided_on is null) and (result is null) = (decided_by is null))
);
create index insurance_alert_place on insurance_alert (place, state);
create table insurance_alert_history (
  like insurance_alert, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index insurance_alert_history_place on insurance_alert_history (place);
