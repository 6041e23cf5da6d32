-- equality of ids beside overlap of dates, for the rule on incompatible positions
create extension if not exists btree_gist;

create table account (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 2 and 60),
  name text not null check (length(name) between 1 and 50),
  password_hash text,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  demo boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

create table position (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  place bigint,
  organisation_id uuid,
  household_county int,
  household_id uuid,
  starts_on date not null,
  -- the first day on which it is no longer held
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check ((household_county is null) = (household_id is null)),
  -- who administers the system, and who audits it, holds nothing else at the same time
  constraint position_incompatible exclude using gist (
    account_id with =,
    (case role when 'administrator' then 1 when 'auditor' then 2 else 0 end) with <>,
    daterange(starts_on, ends_on) with &&
  ),
  constraint position_held_already exclude using gist (
    account_id with =,
    role with =,
    coalesce(place, 0) with =,
    coalesce(organisation_id, household_id, account_id) with =,
    daterange(starts_on, ends_on) with &&
  )
);
create index position_account on position (account_id);
create index position_place on position (place);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  position_id uuid not null references position (id),
  csrf_token text not null,
  device text not null,
  address text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;

-- how often an account did what its feature limits; counted by the statement that allows it
create table act_use (
  account_id uuid not null,
  act text not null,
  minute_began timestamptz not null,
  minute_calls int not null check (minute_calls >= 0),
  day_began timestamptz not null,
  day_answers int not null check (day_answers >= 0),
  -- when the trail was told last that the account was stopped
  stopped_at timestamptz,
  primary key (account_id, act)
);

create table sign_in_attempt (
  subject text not null,
  window_start timestamptz not null,
  failures int not null check (failures >= 0),
  locked_until timestamptz,
  primary key (subject)
);
