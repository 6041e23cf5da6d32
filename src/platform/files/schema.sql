-- the bytes of files, each content once, found by its own hash; outside: they lie in the folder of the configuration
create table blob (
  sha256 bytea primary key check (length(sha256) = 32),
  bytes bigint not null check (bytes between 1 and 20971520),
  media_type text not null,
  content bytea,
  outside boolean not null default false,
  thumbnail bytea,
  recorded_at timestamptz not null,
  check (outside = (content is null))
);

create table attachment (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  -- the record it belongs to: its table and its id in the same county
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id uuid not null,
  -- the organisation whose record it is: its manager sees it and adds to it
  organisation_id uuid,
  sha256 bytea not null check (length(sha256) = 32),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  name text not null check (length(name) between 1 and 200),
  has_thumbnail boolean not null default false,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, subject_type, subject_id, sha256)
);
create index attachment_place on attachment (place);

create table attachment_history (
  like attachment,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what each place has stored so far; the limit is checked by the statement that adds to it
create table attachment_usage (
  county int not null,
  place bigint not null check (place / 1000000 = county),
  bytes bigint not null check (bytes >= 0),
  limit_bytes bigint not null default 2147483648 check (limit_bytes >= 0),
  primary key (county, place),
  check (bytes <= limit_bytes)
);
