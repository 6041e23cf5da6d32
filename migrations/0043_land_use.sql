create table land_use (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 1 and 100),
  starts_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index land_use_place on land_use (place, name);

create table land_use_history (
  like land_use,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
