-- a list of households in need, paid out of what distributions set aside for relief and out of nothing else
create table relief (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  form text not null,
  title text not null check (length(title) between 2 and 100),
  -- by what it was decided: a resolution or the charter
  document_number text not null check (length(document_number) between 2 and 60),
  channel text not null check (channel in ('bank', 'cash')),
  state text not null check (state in ('draft', 'listed', 'paid', 'withdrawn')),
  lines int not null check (lines >= 0),
  total_fen bigint not null check (total_fen >= 0),
  -- over who gets how much; stands from the day it is listed
  digest text,
  made_by uuid,
  paid_on date, paid_by uuid, voucher_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  check ((state in ('listed', 'paid')) = (digest is not null) and (digest is null) = (made_by is null)),
  check ((state = 'paid') = (paid_on is not null) and (paid_on is null) = (paid_by is null) and (paid_on is null) = (voucher_id is null)),
  -- nobody pays out his own list
  check (paid_by is null or paid_by <> made_by)
);
create index relief_place on relief (place, state);
create table relief_history (
  like relief, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table relief_line (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null, relief_id uuid not null,
  form text not null,
  household_county int not null, household_id uuid not null,
  name text not null, poor text not null check (poor in ('yes', 'no', 'unknown')),
  amount_fen bigint not null check (amount_fen > 0),
  cause text not null check (length(cause) between 2 and 300),
  paid_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, relief_id) references relief (county, id)
);
-- a household stands on a list once
create unique index relief_line_once on relief_line (county, relief_id, household_county, household_id);
create index relief_line_place on relief_line (place);
create index relief_line_member_place on relief_line (member_place, paid_on);
-- what a household received, by whichever banner's cooperative
create index relief_line_household on relief_line (household_id);
create table relief_line_history (
  like relief_line, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index relief_line_history_member_place on relief_line_history (member_place);
