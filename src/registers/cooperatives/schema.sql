create table cooperative (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('farmers_professional', 'shareholding_economic', 'collective_economic_organization',
    'federation', 'company', 'asset_income_project')),
  name text not null check (length(name) between 2 and 100),
  pinyin text not null,
  initials text not null,
  credit_code text check (length(credit_code) = 18),
  address text check (length(address) <= 200),
  chairperson text check (length(chairperson) <= 50),
  phone text check (length(phone) <= 30),
  business text check (length(business) <= 500),
  -- brought into being and led by the village Party branch
  branch_led boolean not null default false,
  fiscal_year_start text not null default '01-01' check (fiscal_year_start ~ '^(0[1-9]|1[0-2])-01$'),
  registered_on date not null,
  dissolved_on date check (dissolved_on >= registered_on),
  dissolved_reason text check (length(dissolved_reason) between 2 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, name),
  check ((dissolved_on is null) = (dissolved_reason is null))
);
create index cooperative_place on cooperative (place, kind);

create table cooperative_history (
  like cooperative,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index cooperative_history_place on cooperative_history (place);

-- one credit code is one organisation, wherever it is registered
create table cooperative_key (
  credit_code text primary key,
  county int not null,
  cooperative_id uuid not null
);

-- the rules of one cooperative, version after version; ratios in basis points, overrides of votes only stricter than the law
create table charter (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  resolution_number text not null check (length(resolution_number) between 2 and 100),
  par_value_fen bigint not null check (par_value_fen > 0),
  surplus_reserve_bp int not null check (surplus_reserve_bp between 0 and 10000),
  reserve_quantified_by text not null check (reserve_quantified_by in ('patronage', 'contribution', 'equal')),
  expansion_bp int not null check (expansion_bp between 0 and 10000),
  relief_bp int not null check (relief_bp between 0 and 10000),
  welfare_reserve_bp int not null check (welfare_reserve_bp between 0 and 10000),
  patronage_bp int not null check (patronage_bp between 0 and 10000),
  additional_votes_bp int not null check (additional_votes_bp between 0 and 10000),
  quorum_bp int check (quorum_bp between 1 and 10000),
  ordinary_bp int check (ordinary_bp between 1 and 10000),
  special_bp int check (special_bp between 1 and 10000),
  exit_notice_months int not null check (exit_notice_months between 0 and 24),
  unit_exit_notice_months int not null check (unit_exit_notice_months between 0 and 24),
  time_weighted boolean not null default false,
  note text check (length(note) <= 1000),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  constraint charter_no_overlap exclude using gist (county with =, cooperative_id with =, daterange(starts_on, ends_on) with &&)
);
create index charter_cooperative on charter (county, cooperative_id, starts_on);
create index charter_place on charter (place);

create table charter_history (
  like charter,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- place is that of the cooperative, member_place the member's own village; left_on is the first day without membership
create table membership (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  form text not null check (form in ('farmers_professional', 'shareholding_economic', 'collective_economic_organization',
    'federation', 'company', 'asset_income_project')),
  number text not null check (length(number) between 1 and 30),
  kind text not null check (kind in ('farmer', 'other_person', 'unit', 'collective', 'cooperative')),
  unit_kind text check (unit_kind in ('enterprise', 'institution', 'social_organisation')),
  name text not null check (length(name) between 1 and 100),
  pinyin text not null,
  initials text not null,
  id_number bytea,
  id_number_hash bytea,
  id_number_masked text,
  credit_code text check (length(credit_code) = 18),
  phone text check (length(phone) <= 30),
  household_county int,
  household_id uuid,
  resident_id uuid,
  organisation_id uuid,
  member_place bigint not null,
  joined_on date not null,
  joined_by text not null check (joined_by in ('founding', 'joined', 'transfer', 'inheritance', 'opening')),
  left_on date check (left_on >= joined_on),
  left_reason text check (left_reason in ('exit', 'expelled', 'died', 'transferred', 'lost', 'dissolved')),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id, number),
  foreign key (county, cooperative_id) references cooperative (county, id),
  check ((left_on is null) = (left_reason is null)),
  check ((household_id is null) = (household_county is null)),
  check (household_id is not null or resident_id is null),
  check ((id_number is null) = (id_number_hash is null) and (id_number is null) = (id_number_masked is null)),
  check ((kind = 'unit') = (unit_kind is not null))
);
create unique index membership_person_once on membership (county, cooperative_id, id_number_hash) where left_on is null;
create unique index membership_resident_once on membership (county, cooperative_id, resident_id) where left_on is null;
create unique index membership_code_once on membership (county, cooperative_id, credit_code) where left_on is null;
create unique index membership_organisation_once on membership (county, cooperative_id, organisation_id) where left_on is null;
create index membership_place on membership (place);
create index membership_member_place on membership (member_place);
create index membership_household on membership (household_id);

create table membership_history (
  like membership,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index membership_history_member_place on membership_history (member_place);

-- who may not stay as it is: found on a day, to be cured within the months the registrar gives
create table composition_breach (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  code text not null check (code in ('members_too_few', 'farmers_too_few', 'units_too_many', 'federation_too_few',
    'federation_foreign_member')),
  found_on date not null,
  cure_by date not null check (cure_by >= found_on),
  cured_on date check (cured_on >= found_on),
  actual int not null check (actual >= 0),
  bound int not null check (bound >= 0),
  members int not null check (members >= 0),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create unique index composition_breach_open on composition_breach (county, cooperative_id, code) where cured_on is null;
create index composition_breach_place on composition_breach (place);

create table composition_breach_history (
  like composition_breach,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
