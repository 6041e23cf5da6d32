-- how villages were ranked for more money: the formula, the month, and what came out
create table fund_tilt (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 2 and 100),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  key_poor boolean not null,
  total_fen bigint not null check (total_fen > 0),
  formula jsonb not null,
  catalogue text not null,
  results jsonb not null,
  digest text not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_tilt_place on fund_tilt (place);
create table fund_tilt_history (
  like fund_tilt,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
