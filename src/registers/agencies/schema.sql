create table agency (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('department', 'pairing_unit', 'bank', 'insurer', 'school', 'other')),
  name text not null check (length(name) between 2 and 100),
  pinyin text not null,
  initials text not null,
  credit_code text,
  contact_name text check (length(contact_name) <= 50),
  contact_phone text check (length(contact_phone) <= 30),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, name)
);
create index agency_place on agency (place, kind);

create table agency_history (
  like agency,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- one credit code is one unit, wherever it is registered
create table agency_key (
  credit_code text primary key,
  county int not null,
  agency_id uuid not null
);
