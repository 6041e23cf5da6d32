-- a plan to found an organisation: who, with what, how surplus is divided; the digest of its content binds every proof
create table formation (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('farmers_professional', 'shareholding_economic', 'collective_economic_organization',
    'federation', 'company', 'asset_income_project')),
  name text not null check (length(name) between 2 and 100),
  address text check (length(address) <= 200),
  business text check (length(business) <= 500),
  -- the village Party branch that brings it into being
  branch_id uuid,
  drafted_on date not null,
  shares_method text check (length(shares_method) <= 2000),
  surplus_method text check (length(surplus_method) <= 2000),
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
  -- how registered-poor members are lifted: one of the four lawful ways, or none with the reason
  uplift_mechanism text not null check (uplift_mechanism in ('household_grant', 'quantification', 'collective_share',
    'floor_dividend', 'none')),
  uplift_bp int check (uplift_bp between 1 and 100000),
  uplift_note text check (length(uplift_note) <= 1000),
  -- not part of what is decided
  contact text check (length(contact) <= 100),
  note text check (length(note) <= 1000),
  state text not null check (state in ('open', 'registered', 'abandoned')),
  cooperative_id uuid,
  registered_on date,
  abandoned_on date,
  abandoned_reason text check (length(abandoned_reason) between 2 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id),
  check ((state = 'registered') = (cooperative_id is not null) and (cooperative_id is null) = (registered_on is null)),
  check ((state = 'abandoned') = (abandoned_on is not null) and (abandoned_on is null) = (abandoned_reason is null))
);
create index formation_place on formation (place, state);

create table formation_history (
  like formation,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index formation_history_place on formation_history (place);

-- who founds it, and what he brings; place is that of the plan, member_place the founder's own village
create table formation_founder (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  formation_id uuid not null,
  number text not null check (length(number) between 1 and 30),
  kind text not null check (kind in ('farmer', 'other_person', 'unit', 'collective', 'cooperative')),
  unit_kind text check (unit_kind in ('enterprise', 'institution', 'social_organisation', 'public_affairs')),
  name text not null check (length(name) between 1 and 100),
  credit_code text check (length(credit_code) <= 40),
  household_county int,
  household_id uuid,
  member_place bigint not null,
  cash_fen bigint not null default 0 check (cash_fen >= 0),
  household_grant_fen bigint not null default 0 check (household_grant_fen >= 0),
  cropland_fen bigint not null default 0 check (cropland_fen >= 0),
  forest_fen bigint not null default 0 check (forest_fen >= 0),
  grassland_fen bigint not null default 0 check (grassland_fen >= 0),
  goods_fen bigint not null default 0 check (goods_fen >= 0),
  area_mu numeric(12, 2) check (area_mu >= 0),
  in_kind_note text check (length(in_kind_note) <= 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, formation_id, number),
  foreign key (county, formation_id) references formation (county, id),
  check ((household_id is null) = (household_county is null)),
  check ((kind = 'unit') = (unit_kind is not null))
);
create unique index formation_founder_household_name on formation_founder (county, formation_id, household_id, name);
create index formation_founder_place on formation_founder (place);
create index formation_founder_member_place on formation_founder (member_place);

create table formation_founder_history (
  like formation_founder,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a step that was reached, with what proves it and for which content; it ends when the plan changes or the proof is gone
create table formation_step (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  formation_id uuid not null,
  step text not null check (step in ('draft', 'party_study', 'resolution', 'notice', 'review', 'registration')),
  kind text not null check (kind in ('farmers_professional', 'shareholding_economic', 'collective_economic_organization',
    'federation', 'company', 'asset_income_project')),
  digest text not null,
  reached_on date not null,
  ended_on date check (ended_on >= reached_on),
  proof_id uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, formation_id) references formation (county, id)
);
create unique index formation_step_once on formation_step (county, formation_id, step) where ended_on is null;
create index formation_step_place on formation_step (place, step);

create table formation_step_history (
  like formation_step,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index formation_step_history_place on formation_step_history (place);
