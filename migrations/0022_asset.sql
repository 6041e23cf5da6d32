-- what the collective of a village owns: the known list that surveys are counted against (art. 9)
create table asset (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  number text not null check (length(number) between 1 and 30),
  name text not null check (length(name) between 1 and 100),
  pinyin text not null,
  initials text not null,
  class text not null check (class in ('natural_resource', 'operating', 'public_welfare', 'undetermined')),
  kind text not null check (kind in (
    'cropland', 'orchard', 'forest_land', 'grassland_natural', 'grassland_sown', 'farm_facility', 'other_farmland',
    'industry_storage', 'commerce', 'homestead', 'public_service', 'transport_water', 'other_construction', 'unused',
    'building', 'structure', 'machinery', 'vehicle', 'tools', 'livestock', 'trees', 'stock', 'construction', 'intangible',
    'investment', 'other')),
  location text check (length(location) between 1 and 200),
  -- what it borders on, in words
  bounds text check (length(bounds) between 1 and 500),
  -- GeoJSON Polygon or MultiPolygon
  boundary text check (length(boundary) between 1 and 200000),
  -- as the books and lists had it, and as it was found
  book_area_mu numeric(12, 2) not null default 0 check (book_area_mu >= 0),
  area_mu numeric(12, 2) not null default 0 check (area_mu >= 0),
  quantity numeric(12, 2) check (quantity >= 0),
  unit text check (length(unit) between 1 and 10),
  book_value_fen bigint not null default 0 check (book_value_fen >= 0),
  verified_value_fen bigint check (verified_value_fen >= 0),
  acquired_on date,
  use_state text not null check (use_state in ('own_use', 'let', 'contracted', 'idle', 'occupied')),
  claim_state text not null check (claim_state in ('certified', 'undisputed', 'disputed', 'unregistered')),
  certificate_number text check (length(certificate_number) between 1 and 60),
  poverty_project boolean not null default false,
  funding_source text check (funding_source in ('central', 'region', 'city', 'banner', 'pairing', 'donation', 'own', 'other')),
  funding_document text check (length(funding_document) between 1 and 60),
  project_name text check (length(project_name) between 1 and 100),
  known_by text not null check (known_by in ('books', 'land_survey', 'contract', 'found')),
  note text check (length(note) between 1 and 1000),
  -- on the list from this day until it was sold, scrapped or taken
  listed_on date not null,
  left_on date check (left_on >= listed_on),
  left_kind text check (left_kind in ('sold', 'scrapped', 'expropriated', 'transferred', 'merged')),
  left_document text check (length(left_document) between 1 and 60),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, number),
  check ((left_on is null) = (left_kind is null)),
  check (not poverty_project or (funding_source is not null and funding_document is not null)),
  check ((class = 'natural_resource') = (kind in (
    'cropland', 'orchard', 'forest_land', 'grassland_natural', 'grassland_sown', 'farm_facility', 'other_farmland',
    'industry_storage', 'commerce', 'homestead', 'public_service', 'transport_water', 'other_construction', 'unused')))
);
create index asset_place on asset (place, class);
create index asset_number on asset (number, place);

create table asset_history (
  like asset,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index asset_history_place on asset_history (place);

-- two parties, two people, one state of the record: whoever changes the record needs both again
create table asset_confirmation (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  asset_id uuid not null,
  asset_revision int not null,
  party text not null check (party in ('village', 'township')),
  confirmed_on date not null,
  -- who wrote the state that is confirmed
  made_by uuid not null,
  note text check (length(note) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint asset_confirmation_party unique (county, asset_id, asset_revision, party),
  constraint asset_confirmation_person unique (county, asset_id, asset_revision, recorded_by),
  check (party = 'village' or recorded_by <> made_by)
);
create index asset_confirmation_place on asset_confirmation (place);

-- the survey of one village and year: reported by the village, accepted by the township
create table asset_survey (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  year int not null check (year between 2000 and 2100),
  state text not null check (state in ('reported', 'returned', 'accepted')),
  -- counted when it was reported
  assets int not null check (assets >= 0),
  confirmed int not null check (confirmed >= 0 and confirmed <= assets),
  -- SHA-256 over the lines of the year: acceptance is of these lines and no others
  digest text not null check (length(digest) between 1 and 64),
  reported_on date not null,
  reported_by uuid not null,
  accepted_on date,
  accepted_by uuid,
  note text check (length(note) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, year),
  check ((state = 'accepted') = (accepted_by is not null)),
  check ((accepted_on is null) = (accepted_by is null)),
  check (accepted_by <> reported_by)
);
create index asset_survey_place on asset_survey (place, year);

create table asset_survey_history (
  like asset_survey,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index asset_survey_history_place on asset_survey_history (place);

-- one line for each asset and year: what it was worth and how large it was at the beginning and at the end
create table asset_check (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  asset_id uuid not null,
  asset_revision int not null,
  class text not null check (class in ('natural_resource', 'operating', 'public_welfare', 'undetermined')),
  year int not null check (year between 2000 and 2100),
  opening_fen bigint not null check (opening_fen >= 0),
  increase_fen bigint not null check (increase_fen >= 0),
  decrease_fen bigint not null check (decrease_fen >= 0),
  closing_fen bigint not null check (closing_fen >= 0),
  opening_mu numeric(12, 2) not null check (opening_mu >= 0),
  increase_mu numeric(12, 2) not null check (increase_mu >= 0),
  decrease_mu numeric(12, 2) not null check (decrease_mu >= 0),
  closing_mu numeric(12, 2) not null check (closing_mu >= 0),
  finding text not null check (finding in ('as_listed', 'changed', 'damaged', 'missing', 'left')),
  cause text check (length(cause) between 1 and 500),
  checked_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, asset_id, year),
  foreign key (county, asset_id) references asset (county, id),
  constraint asset_check_adds_up check (closing_fen = opening_fen + increase_fen - decrease_fen),
  constraint asset_check_area_adds_up check (closing_mu = opening_mu + increase_mu - decrease_mu)
);
create index asset_check_place on asset_check (place, year);

create table asset_check_history (
  like asset_check,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index asset_check_history_place on asset_check_history (place);

-- a lease or contracting of an asset; it runs until its renewal or termination is recorded, also past its last day
create table asset_contract (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  asset_id uuid not null,
  number text not null check (length(number) between 1 and 40),
  kind text not null check (kind in ('lease', 'contracting', 'joint_operation')),
  tenant_kind text not null check (tenant_kind in ('household', 'person', 'enterprise', 'cooperative', 'other')),
  tenant_name text not null check (length(tenant_name) between 1 and 100),
  -- the household, organisation or cooperative on its own register, where it stands on one
  tenant_id uuid,
  -- number of the resolution that let it
  decision_number text check (length(decision_number) between 1 and 60),
  signed_on date not null,
  starts_on date not null,
  -- the last day agreed
  through_on date not null check (through_on >= starts_on),
  rent_fen bigint not null check (rent_fen >= 0),
  period_months int not null check (period_months between 1 and 1200),
  instalments int not null check (instalments between 1 and 12),
  due_at text not null check (due_at in ('start', 'end')),
  due_days int not null check (due_days between 0 and 365),
  -- the rent rises by this every so many periods
  step_bp int check (step_bp between 1 and 100000),
  step_periods int check (step_periods between 1 and 100),
  deposit_fen bigint not null default 0 check (deposit_fen >= 0),
  note text check (length(note) between 1 and 1000),
  renews_id uuid,
  -- the last day on which it really ran
  closed_on date check (closed_on >= starts_on),
  closed_kind text check (closed_kind in ('renewed', 'terminated')),
  closed_reason text check (length(closed_reason) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, number),
  foreign key (county, asset_id) references asset (county, id),
  check ((closed_on is null) = (closed_kind is null)),
  check ((step_bp is null) = (step_periods is null)),
  check (period_months % instalments = 0),
  constraint asset_contract_let_once exclude using gist (
    county with =, asset_id with =, daterange(starts_on, closed_on, '[]') with &&
  )
);
create unique index asset_contract_renewed_once on asset_contract (county, renews_id) where renews_id is not null;
create index asset_contract_place on asset_contract (place, through_on);
create index asset_contract_asset on asset_contract (county, asset_id);

create table asset_contract_history (
  like asset_contract,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index asset_contract_history_place on asset_contract_history (place);

-- the rent of a contract, line by line as its terms make them
create table asset_rent (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  contract_id uuid not null,
  number int not null check (number >= 1),
  starts_on date not null,
  through_on date not null check (through_on >= starts_on),
  due_on date not null,
  amount_fen bigint not null check (amount_fen >= 0),
  paid_fen bigint not null default 0,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, contract_id, number),
  foreign key (county, contract_id) references asset_contract (county, id),
  constraint asset_rent_paid check (paid_fen between 0 and amount_fen)
);
create index asset_rent_place on asset_rent (place, due_on);

create table asset_rent_history (
  like asset_rent,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index asset_rent_history_place on asset_rent_history (place);

-- what was paid, on which line; a wrong payment is taken back by a counter entry, once
create table rent_payment (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  contract_id uuid not null,
  rent_id uuid not null,
  due_on date not null,
  -- all lines of one payment share its receipt
  receipt_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  paid_on date not null,
  method text not null check (method in ('bank', 'cash', 'other')),
  receipt_number text check (length(receipt_number) between 1 and 60),
  note text check (length(note) between 1 and 500),
  reverses_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, contract_id) references asset_contract (county, id),
  foreign key (county, rent_id) references asset_rent (county, id),
  check ((amount_fen < 0) = (reverses_id is not null))
);
create unique index rent_payment_reversed_once on rent_payment (county, reverses_id) where reverses_id is not null;
create index rent_payment_contract on rent_payment (county, contract_id);
create index rent_payment_place on rent_payment (place, paid_on);

create table asset_import (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  content_hash bytea not null check (length(content_hash) = 32),
  file_name text not null,
  inserted int not null, updated int not null, unchanged int not null, rejected int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
-- a file that went in whole goes in once
create unique index asset_import_once on asset_import (county, place, content_hash) where rejected = 0;
create index asset_import_place on asset_import (place);
