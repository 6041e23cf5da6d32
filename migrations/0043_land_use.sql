-- a request for land for an industry project, and what the department answered (art. 12)
create table land_use (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  number text not null check (length(number) between 1 and 40),
  applicant_kind text not null check (applicant_kind in ('leading_enterprise', 'enterprise', 'cooperative', 'village', 'household')),
  applicant_name text not null check (length(applicant_name) between 1 and 100),
  project_name text not null check (length(project_name) between 1 and 100),
  -- the project on its own register
  project_id uuid,
  purpose text not null check (purpose in ('production', 'processing', 'tourism', 'storage', 'other')),
  land_class text not null check (land_class in ('facility', 'construction', 'temporary')),
  area_mu numeric(12, 2) not null check (area_mu > 0 and area_mu <= 9999999),
  requested_on date not null,
  -- the department that has to answer, and its last day: in working days, put off once
  department text not null check (length(department) between 1 and 100),
  answer_days int not null check (answer_days between 1 and 250),
  due_on date not null check (due_on > requested_on),
  extended_on date check (extended_on >= requested_on),
  extended_reason text check (length(extended_reason) between 1 and 500),
  made_by uuid not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  answered_on date check (answered_on >= requested_on),
  answered_by uuid,
  granted_mu numeric(12, 2) check (granted_mu > 0 and granted_mu <= area_mu),
  answer_document text check (length(answer_document) between 1 and 60),
  answer_reason text check (length(answer_reason) between 1 and 500),
  -- the day on which the land was handed over, by which document
  secured_on date check (secured_on >= answered_on),
  secured_document text check (length(secured_document) between 1 and 60),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint land_use_number unique (county, place, number),
  check ((state in ('granted', 'refused')) = (answered_on is not null) and (answered_on is null) = (answered_by is null)),
  check ((state = 'granted') = (granted_mu is not null) and (state = 'granted') = (answer_document is not null)),
  check ((state = 'refused') = (answer_reason is not null) or state = 'granted'),
  check ((extended_on is null) = (extended_reason is null)),
  check ((secured_on is null) = (secured_document is null) and (secured_on is null or state = 'granted')),
  -- nobody answers his own request
  constraint land_use_two_people check (answered_by <> made_by)
);
create index land_use_place on land_use (place, state);
create index land_use_project on land_use (county, project_id);

create table land_use_history (
  like land_use,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index land_use_history_place on land_use_history (place);
