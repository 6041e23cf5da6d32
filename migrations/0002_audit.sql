create table audit_event (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  recorded_at timestamptz not null,
  account_id uuid not null,
  position_id uuid not null,
  actor_name text not null,
  role text not null,
  act text not null,
  record_type text,
  record_id uuid,
  reason text,
  address text not null,
  request_id text not null,
  -- canonical JSON, kept as the very text that was hashed
  changes json not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  primary key (county, id)
);
create index audit_event_record on audit_event (county, record_id);
create index audit_event_place on audit_event (place, id);
create index audit_event_recorded_at on audit_event (recorded_at);
create index audit_event_account on audit_event (account_id, recorded_at);
-- acts on several records name their first in record_id; the others are found here
create index audit_event_records on audit_event using gin (jsonb_path_query_array(changes::jsonb, '$[*].id') jsonb_path_ops)
  where json_array_length(changes) > 1;

create table audit_commitment (
  county int not null,
  event_id uuid not null,
  path text not null,
  salt bytea not null,
  sealed bytea,
  primary key (county, event_id, path)
);

create table audit_seal (
  number bigint primary key,
  sealed_at timestamptz not null,
  leaf_count int not null check (leaf_count > 0),
  algorithm text not null default 'sha256' check (algorithm in ('sha256', 'sm3')),
  root bytea not null,
  previous bytea not null,
  head bytea not null
);

create table audit_seal_leaf (
  county int not null,
  event_id uuid not null,
  seal_number bigint not null,
  ordinal int not null,
  leaf_hash bytea not null,
  primary key (county, event_id)
);
create index audit_seal_leaf_order on audit_seal_leaf (seal_number, ordinal);
