create table figure (
  county int not null,
  place bigint not null check (place / 1000000 = county),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  indicator text not null,
  value numeric not null,
  row_count int not null check (row_count >= 0),
  computed_at timestamptz not null,
  primary key (county, place, month, indicator)
);
create index figure_month on figure (month, indicator, place);

create table figure_state (
  one boolean primary key default true check (one),
  catalogue_version text not null,
  last_month text not null,
  counted_at timestamptz not null
);
