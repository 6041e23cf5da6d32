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
  confirmed_on date not null,
  confirmed_by uuid not null,
  approved_on date,
  approved_by uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, month),
  check ((state = 'approved') = (approved_by is not null)),
  check (approved_by is null or approved_by <> confirmed_by)
);
create index submission_month on submission (month, place);

create table submission_history (
  like submission,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

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
  month text not null,
  until_on date not null,
  reason text not null check (length(reason) between 2 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index submission_unlock_place on submission_unlock (county, place, month);
