-- one meeting of one organ: of a cooperative, or of the village where there is no cooperative (yet)
create table assembly (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid,
  form text not null check (form in ('farmers_professional', 'federation', 'collective_economic', 'village',
    'village_group', 'party_branch')),
  organ text not null check (organ in ('founding_assembly', 'members_assembly', 'representatives', 'board', 'supervisors')),
  title text not null check (length(title) between 2 and 200),
  venue text check (length(venue) <= 200),
  starts_at text check (starts_at ~ '^\d{2}:\d{2}$'),
  noticed_on date not null,
  documents_on date check (documents_on <= held_on),
  held_on date not null check (held_on >= noticed_on),
  roll_kind text not null check (roll_kind in ('named', 'counted')),
  -- how many one person may represent by the charter; 0: none
  proxy_limit int not null default 0 check (proxy_limit between 0 and 20),
  -- who may vote and who was there; of a roll by name they are counted when the meeting is closed
  entitled int check (entitled >= 0),
  households int check (households >= 0),
  women int check (women >= 0),
  present int check (present >= 0),
  proxies int check (proxies >= 0),
  present_households int check (present_households <= households),
  additional_votes int check (additional_votes >= 0),
  additional_votes_present int check (additional_votes_present between 0 and additional_votes),
  -- what the charter demanded on the day of the meeting
  quorum_bp int,
  ordinary_bp int,
  special_bp int,
  additional_votes_bp int,
  chair_name text check (length(chair_name) <= 50),
  recorder_name text check (length(recorder_name) <= 50),
  counter_names text check (length(counter_names) <= 200),
  minutes text check (length(minutes) <= 20000),
  state text not null check (state in ('called', 'closed', 'cancelled')),
  quorum_met boolean,
  closed_on date check (closed_on >= held_on),
  closed_at timestamptz,
  closed_by uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  check (present + proxies <= entitled),
  check ((state = 'closed') = (closed_by is not null)),
  check ((closed_by is null) = (closed_on is null) and (closed_by is null) = (closed_at is null)),
  check (state <> 'closed' or (entitled is not null and present is not null and quorum_met is not null))
);
create index assembly_place on assembly (place, held_on);
create index assembly_cooperative on assembly (county, cooperative_id, held_on);

create table assembly_history (
  like assembly,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index assembly_history_place on assembly_history (place);

-- the roll by name: who is entitled, and whether he came
create table attendance (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid,
  assembly_id uuid not null,
  number text not null check (length(number) between 1 and 30),
  name text not null check (length(name) between 1 and 100),
  membership_id uuid,
  household_id uuid,
  member_place bigint,
  additional_votes int not null default 0 check (additional_votes between 0 and 10000),
  mode text not null check (mode in ('absent', 'present', 'online', 'proxy')),
  proxy_name text check (length(proxy_name) between 1 and 50),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, assembly_id, number),
  foreign key (county, assembly_id) references assembly (county, id),
  check ((mode = 'proxy') = (proxy_name is not null))
);
create unique index attendance_member_once on attendance (county, assembly_id, membership_id);
create index attendance_place on attendance (place);

create table attendance_history (
  like attendance,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what is put to the vote: offered by whoever needs a resolution, put on the agenda of a meeting, decided by it
create table motion (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid,
  assembly_id uuid,
  ordinal int check (ordinal >= 1),
  matter text not null check (matter in ('formation_plan', 'charter_adoption', 'election', 'charter_change',
    'merger_dissolution', 'federation', 'annual_report', 'distribution_plan', 'loss_plan', 'reserve', 'investment',
    'membership', 'expulsion', 'quantification', 'land_contracting', 'land_compensation', 'collective_income', 'project',
    'outsider_income', 'other')),
  title text not null check (length(title) between 2 and 200),
  body text check (length(body) <= 5000),
  -- what it is about, in which version; free motions have none
  subject_type text check (length(subject_type) between 1 and 60),
  subject_id text check (length(subject_id) between 1 and 100),
  digest text,
  page text check (page like '/%'),
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  votes_abstained int check (votes_abstained >= 0),
  votes_required int check (votes_required >= 1),
  votes_whole int check (votes_whole >= 0),
  result text check (result in ('passed', 'rejected', 'no_quorum', 'not_valid', 'notice_short', 'documents_late')),
  decided_on date,
  -- whose numbers: the form of the meeting, so that Party branch and village count by themselves
  resolution_series text,
  resolution_year int check (resolution_year between 2000 and 2200),
  resolution_number int check (resolution_number >= 1),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, assembly_id, ordinal),
  foreign key (county, assembly_id) references assembly (county, id),
  check ((assembly_id is null) = (ordinal is null)),
  check ((subject_type is null) = (subject_id is null) and (subject_type is null) = (digest is null)),
  check ((votes_for is null) = (votes_against is null) and (votes_for is null) = (votes_abstained is null)),
  check ((result is null) = (decided_on is null)),
  -- a meeting that is opened again keeps its numbers
  check (result is null or resolution_number is not null),
  check ((resolution_year is null) = (resolution_number is null)),
  check ((resolution_series is null) = (resolution_number is null)),
  check (result is null or (assembly_id is not null and votes_for is not null))
);
-- a subject is offered once at a time
create unique index motion_offered on motion (county, subject_type, subject_id) where assembly_id is null;
-- the numbers of resolutions of one body in a year
create unique index motion_resolution
  on motion (county, place, cooperative_id, resolution_series, resolution_year, resolution_number)
  nulls not distinct where resolution_number is not null;
create index motion_subject on motion (county, subject_type, subject_id);
create index motion_place on motion (place, decided_on);

create table motion_history (
  like motion,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index motion_history_place on motion_history (place);
