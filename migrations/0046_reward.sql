-- a policy that rewards what was done first: for how much of what, who may ask, and out of which money
create table reward_scheme (
  id uuid primary key,
  -- the place for which it holds, and its county
  place bigint not null, county int not null check (place / 1000000 = county),
  kind text not null check (kind in ('subsidy', 'investment')),
  title text not null check (length(title) between 2 and 100),
  document_number text not null check (length(document_number) between 2 and 60),
  unit_kind text not null check (unit_kind in ('ear_tag', 'parcel_year', 'production')),
  -- what is counted: heads of one kind of animal, mu, jin …
  output text not null check (length(output) between 1 and 60),
  applicants text not null check (applicants in ('household', 'poor_household', 'cooperative', 'any')),
  -- the least that is rewarded at all, and the most for one applicant in a year
  least_units numeric(12, 2) not null check (least_units >= 0),
  cap_fen bigint check (cap_fen > 0),
  -- the document in the fund ledger whose money it is
  fund_document_id uuid,
  starts_on date not null, ends_on date not null check (ends_on >= starts_on),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  constraint reward_scheme_once unique (place, document_number, title)
);

-- how much for one unit, from a day on
create table reward_rate (
  id uuid primary key,
  scheme_id uuid not null references reward_scheme (id),
  starts_on date not null,
  rate_fen bigint not null check (rate_fen > 0),
  source text not null check (length(source) between 2 and 300),
  recorded_at timestamptz not null, recorded_by uuid not null,
  constraint reward_rate_once unique (scheme_id, starts_on)
);

-- who asks for a reward, and how it went
create table reward (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  scheme_id uuid not null, kind text not null, unit_kind text not null,
  applicant_kind text not null check (applicant_kind in ('household', 'cooperative')),
  household_id uuid, cooperative_id uuid,
  name text not null check (length(name) between 1 and 100),
  poor text not null check (poor in ('yes', 'no', 'unknown')),
  -- when the output came about
  produced_on date not null,
  units numeric(14, 2) not null check (units >= 0),
  rate_fen bigint not null check (rate_fen > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  state text not null check (state in ('applied', 'checked', 'listed', 'ordered', 'paid', 'returned', 'refused', 'withdrawn')),
  applied_on date not null, check_by date not null,
  checked_on date, checked_by uuid, finding text check (length(finding) between 1 and 500),
  -- what hangs on the board together
  list_id uuid,
  batch_id uuid, payment_id uuid, paid_on date, paid_by uuid,
  closed_for text check (length(closed_for) between 1 and 500),
  made_by uuid not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  check ((applicant_kind = 'household') = (household_id is not null) and (applicant_kind = 'cooperative') = (cooperative_id is not null)),
  check ((checked_on is null) = (checked_by is null) and (checked_on is null) = (finding is null)),
  check ((paid_on is null) = (paid_by is null) and (paid_on is null) = (payment_id is null)),
  check (state not in ('paid', 'returned') or paid_on is not null),
  check (state not in ('listed', 'ordered', 'paid', 'returned') or list_id is not null),
  check (state not in ('refused', 'withdrawn') or closed_for is not null),
  -- who asks, who checks and who pays are three people
  check (checked_by is null or checked_by <> made_by),
  check (paid_by is null or (paid_by <> made_by and paid_by <> checked_by))
);
create index reward_place on reward (place, state);
create index reward_scheme_state on reward (scheme_id, state);
create index reward_household on reward (household_id, scheme_id);
create index reward_list on reward (county, list_id);
create table reward_history (
  like reward, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index reward_history_place on reward_history (place);

-- what is rewarded: an animal by its ear tag, mu of a parcel in a year, a quantity of a production record
create table reward_unit (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  reward_id uuid not null,
  cooperative_id uuid,
  unit_kind text not null, unit_key text not null check (length(unit_key) between 1 and 120),
  quantity numeric(12, 2) not null check (quantity > 0),
  -- taken back when the application was refused or withdrawn
  released boolean not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, reward_id) references reward (county, id),
  constraint reward_unit_line unique (county, reward_id, unit_key)
);
create index reward_unit_place on reward_unit (place);
create table reward_unit_history (
  like reward_unit, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index reward_unit_history_place on reward_unit_history (place);

-- one unit of output is rewarded once, in whatever scheme and county: it is used up like a coin; so is what one applicant
-- may get in a year, counted in yuan
create table reward_coin (
  unit_kind text not null,
  unit_key text not null,
  total numeric(12, 2) not null check (total > 0),
  used numeric(12, 2) not null check (used >= 0),
  primary key (unit_kind, unit_key),
  constraint reward_coin_whole check (used <= total)
);

-- what goes to the bank together, and comes back from it line by line
create table reward_batch (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  scheme_id uuid not null,
  title text not null check (length(title) between 2 and 100),
  account_county int not null, account_id uuid not null,
  lines int not null check (lines > 0), total_fen bigint not null check (total_fen > 0),
  state text not null check (state in ('ordered', 'sent', 'settled')),
  made_by uuid not null, paid_by uuid, sent_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  check ((state = 'ordered') = (sent_on is null) and (sent_on is null) = (paid_by is null)),
  check (paid_by is null or paid_by <> made_by)
);
create index reward_batch_place on reward_batch (place, state);
create table reward_batch_history (
  like reward_batch, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index reward_batch_history_place on reward_batch_history (place);

-- each time that a reward went to the bank, and how it ended there: what the bank refused stays on record
create table reward_transfer (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  batch_id uuid not null, reward_id uuid not null,
  ordinal int not null check (ordinal > 0),
  amount_fen bigint not null check (amount_fen > 0),
  name text not null, bank_name text, card_masked text,
  result text not null check (result in ('sent', 'paid', 'returned')),
  returned_for text check (length(returned_for) between 1 and 200),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, reward_id) references reward (county, id),
  constraint reward_transfer_once unique (county, batch_id, reward_id),
  check ((result = 'returned') = (returned_for is not null))
);
create index reward_transfer_place on reward_transfer (place);
create table reward_transfer_history (
  like reward_transfer, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index reward_transfer_history_place on reward_transfer_history (place);
