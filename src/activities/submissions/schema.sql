create table submission (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  level text not null check (level in ('village', 'township', 'banner', 'city')),
  state text not null check (state in ('confirmed', 'returned', 'approved')),
  -- counts the confirmations: each one freezes its figures anew
  snapshot int not null check (snapshot >= 1),
  cutoff timestamptz not null,
  catalogue_version text not null,
  digest text not null,
  remark text check (length(remark) <= 2000),
  due_on date not null,
  -- the first confirmation decides on timeliness; a report that was returned keeps it
  sent_on date not null,
  confirmed_on date not null check (confirmed_on >= sent_on),
  confirmed_by uuid not null,
  approved_on date,
  approved_by uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, month),
  check ((state = 'approved') = (approved_by is not null)),
  check ((approved_on is null) = (approved_by is null)),
  check (approved_by is null or approved_by <> confirmed_by)
);
create index submission_month on submission (month, place);
create index submission_place on submission (place);

create table submission_history (
  like submission,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index submission_history_place on submission_history (place);

-- why a report was sent back: as a whole, or one figure of it
create table submission_return (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  submission_id uuid not null,
  snapshot int not null,
  indicator text,
  reason text not null check (length(reason) between 2 and 500),
  answer_by date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, submission_id) references submission (county, id)
);
create index submission_return_of on submission_return (county, submission_id);

-- a month past its grace opens again only until a day, for a reason
create table submission_unlock (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  until_on date not null,
  reason text not null check (length(reason) between 2 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index submission_unlock_place on submission_unlock (county, place, month);

-- what a place's own figures were when it confirmed: one row for each figure of a snapshot that counted a record
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
  primary key (county, submission_id, snapshot, indicator),
  foreign key (county, submission_id) references submission (county, id)
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
  unique (county, submission_id, snapshot, about_month, indicator),
  foreign key (county, submission_id) references submission (county, id)
);
create index restatement_month on restatement (month, place);
create index restatement_about on restatement (county, place, about_month);

-- How many milliseconds ago the oldest transaction began that may still write: a cutoff has to lie before it. The
-- owner sees every session of this database; the roles that serve requests see only their own.
create function oldest_open_age_ms() returns int language sql stable security definer set search_path = pg_catalog
  return (
    select coalesce(ceil(extract(epoch from clock_timestamp() - min(xact_start)) * 1000), 0)::int
    from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and xact_start is not null
      and application_name <> 'silian_refresher' and pid <> pg_backend_pid()
  );
