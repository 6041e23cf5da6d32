-- one question to somebody who decides; the digest says about what, so that a changed document is not approved
create table approval (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id text not null check (length(subject_id) between 1 and 100),
  step text not null check (length(step) between 1 and 60),
  digest text not null,
  title text not null check (length(title) between 1 and 200),
  -- address of the subject's page
  page text check (page like '/%'),
  decider_role text not null check (decider_role in ('township_clerk', 'banner_office', 'city_office', 'village_clerk',
    'village_accountant', 'first_secretary', 'cooperative_manager', 'finance', 'department')),
  maker_id uuid not null,
  asked_on date not null,
  asked_at timestamptz not null,
  due_on date not null check (due_on >= asked_on),
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  decided_on date check (decided_on >= asked_on),
  decided_at timestamptz,
  decided_by uuid,
  opinion text check (length(opinion) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  -- nobody checks his own work
  check (decided_by <> maker_id),
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check ((decided_by is null) = (decided_on is null) and (decided_by is null) = (decided_at is null)),
  check (state in ('asked', 'approved') or opinion is not null)
);
-- one open question at a time for a step of a subject
create unique index approval_open on approval (county, subject_type, subject_id, step) where state = 'asked';
create index approval_subject on approval (county, subject_type, subject_id, step, asked_at);
create index approval_place on approval (place, state, due_on);

create table approval_history (
  like approval,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index approval_history_place on approval_history (place);
