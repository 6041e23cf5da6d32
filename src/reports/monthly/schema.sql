-- what a village's figures were when it confirmed: one row for each figure of each snapshot
create table frozen_figure (
  county int not null,
  submission_id uuid not null,
  snapshot int not null,
  indicator text not null,
  place bigint not null check (place / 1000000 = county),
  month text not null,
  cutoff timestamptz not null,
  value numeric not null,
  row_count int not null check (row_count >= 0),
  rows_digest text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, submission_id, snapshot, indicator)
);
create index frozen_figure_month on frozen_figure (month, place);

-- what changed in a closed month afterwards, as the next report states it
create table restatement (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  submission_id uuid not null,
  snapshot int not null,
  month text not null,
  about_month text not null check (about_month < month),
  indicator text not null,
  value_before numeric not null,
  value_after numeric not null,
  causes jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, submission_id, snapshot, about_month, indicator)
);
create index restatement_month on restatement (month, place);
create index restatement_about on restatement (county, place, about_month);
