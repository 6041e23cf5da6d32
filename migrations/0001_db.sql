create table idempotency_key (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  act text not null,
  request_hash bytea not null,
  status int,
  reply jsonb,
  recorded_at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_key_recorded_at on idempotency_key (recorded_at);

create table figure_dirty (
  county int not null,
  place bigint not null check (place / 1000000 = county),
  from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
  marked_at timestamptz not null,
  primary key (county, place, from_month)
);
