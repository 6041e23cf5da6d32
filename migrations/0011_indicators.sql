create table figure (
  county int not null,
  place bigint not null check (place / 1000000 = county),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  indicator text not null,
  -- with everything below the place
  value numeric not null,
  row_count int not null check (row_count >= 0),
  -- facts that stand at the place itself: all of a village, what a township, banner or the city records directly
  own_value numeric not null,
  own_row_count int not null check (own_row_count >= 0),
  computed_at timestamptz not null,
  primary key (county, place, month, indicator)
);
create index figure_month on figure (month, indicator, place);

create table figure_state (
  one boolean primary key default true check (one),
  -- null until the first full count
  catalogue_version text,
  last_month text,
  counted_at timestamptz
);
