create table party_branch (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 2 and 100),
  kind text not null check (kind in ('village', 'joint')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, name)
);
create index party_branch_place on party_branch (place);

create table party_branch_history (
  like party_branch,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- who held which post of the branch from when to when
create table branch_post (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  branch_id uuid not null,
  post text not null check (post in ('secretary', 'deputy', 'reserve')),
  person_name text not null check (length(person_name) between 1 and 50),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, branch_id) references party_branch (county, id)
);
create index branch_post_branch on branch_post (county, branch_id);
create unique index branch_post_one_secretary on branch_post (county, branch_id) where post = 'secretary' and ends_on is null;

create table branch_post_history (
  like branch_post,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- members and rating as counted at the end of a year
create table branch_year (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  branch_id uuid not null,
  year int not null check (year between 2000 and 2100),
  members int not null check (members >= 0),
  rating text check (rating in ('strong', 'general', 'weak')),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, branch_id, year),
  foreign key (county, branch_id) references party_branch (county, id)
);

create table branch_year_history (
  like branch_year,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a weak branch being put right: found, measures, due, closed with what proves it
create table branch_rectification (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  branch_id uuid not null,
  problem text not null check (length(problem) between 2 and 1000),
  measures text not null check (length(measures) between 2 and 1000),
  found_on date not null,
  due_on date not null check (due_on > found_on),
  closed_on date check (closed_on >= found_on),
  evidence text check (length(evidence) between 2 and 1000),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, branch_id) references party_branch (county, id),
  check ((closed_on is null) = (evidence is null))
);
create unique index branch_rectification_one on branch_rectification (county, branch_id) where closed_on is null;

create table branch_rectification_history (
  like branch_rectification,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
