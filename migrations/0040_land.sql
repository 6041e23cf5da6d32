-- pieces of land, whoever holds them (art. 12)
create table land_parcel (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  number text not null check (length(number) between 1 and 30), name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('cropland', 'forest_land', 'grassland', 'building')),
  location text check (length(location) between 1 and 200),
  -- as the contract or certificate has it; what is let is a part of this
  area_mu numeric(12, 2) not null check (area_mu > 0 and area_mu <= 9999999),
  measured_mu numeric(12, 2) check (measured_mu > 0),
  -- GeoJSON Polygon or MultiPolygon, the area it encloses, and the box around it
  boundary text check (length(boundary) between 1 and 200000),
  drawn_mu numeric(12, 2) check (drawn_mu >= 0),
  west numeric(9, 6), south numeric(9, 6), east numeric(9, 6), north numeric(9, 6),
  tenure text not null check (tenure in ('household_contract', 'other_contract', 'collective', 'construction', 'state')),
  -- the last day of the contract under which it is held
  tenure_until date,
  holder_kind text not null check (holder_kind in ('household', 'collective', 'cooperative', 'other')),
  holder_name text not null check (length(holder_name) between 1 and 100),
  -- the household or cooperative on its own register, in this county
  holder_id uuid,
  certificate_number text check (length(certificate_number) between 1 and 60),
  note text check (length(note) between 1 and 1000),
  -- on the register from this day until it was taken, merged or given back
  listed_on date not null,
  left_on date check (left_on >= listed_on), left_kind text check (left_kind in ('expropriated', 'merged', 'given_back')),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint land_parcel_number unique (county, place, number),
  check ((left_on is null) = (left_kind is null)),
  check ((boundary is null) = (drawn_mu is null) and (boundary is null) = (west is null) and (west is null) = (south is null)
    and (west is null) = (east is null) and (west is null) = (north is null))
);
create index land_parcel_place on land_parcel (place, kind);
create index land_parcel_holder on land_parcel (county, holder_id);
create table land_parcel_history (
  like land_parcel, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index land_parcel_history_place on land_parcel_history (place);

-- two outlines of a village that cover the same ground by more than the tolerance; stands until one of them is drawn anew
create table land_overlap (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  parcel_id uuid not null, other_id uuid not null,
  overlap_mu numeric(12, 2) not null check (overlap_mu > 0),
  -- of the smaller of the two
  overlap_bp int not null check (overlap_bp between 1 and 10000),
  found_on date not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, parcel_id) references land_parcel (county, id),
  foreign key (county, other_id) references land_parcel (county, id)
);
create unique index land_overlap_once on land_overlap (county, least(parcel_id, other_id), greatest(parcel_id, other_id));
create index land_overlap_parcel on land_overlap (county, parcel_id);
create index land_overlap_other on land_overlap (county, other_id);
create index land_overlap_place on land_overlap (place);
create table land_overlap_history (
  like land_overlap, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index land_overlap_history_place on land_overlap_history (place);

-- the transfer of the right to work a parcel or a part of it (流转)
create table land_transfer (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  parcel_id uuid not null,
  land_kind text not null check (land_kind in ('cropland', 'forest_land', 'grassland', 'building')),
  number text not null check (length(number) between 1 and 40),
  kind text not null check (kind in ('lease', 'subcontract', 'exchange', 'shares')),
  -- who held the parcel when it was signed
  grantor_kind text not null check (grantor_kind in ('household', 'collective', 'cooperative', 'other')),
  grantor_name text not null check (length(grantor_name) between 1 and 100),
  grantor_id uuid,
  -- the grantor where it is a household: what is paid here is its income
  household_id uuid,
  taker_kind text not null check (taker_kind in ('household', 'person', 'cooperative', 'enterprise', 'collective', 'other')),
  taker_name text not null check (length(taker_name) between 1 and 100),
  taker_id uuid,
  -- who pays where it is not the taker
  payer_name text check (length(payer_name) between 1 and 100),
  area_mu numeric(12, 2) not null check (area_mu > 0 and area_mu <= 9999999),
  -- which hundredths of a mu of the parcel, counted from 0: what makes two takers of one piece impossible
  part int4multirange not null check (not isempty(part)),
  purpose text not null check (purpose in ('planting', 'grazing', 'forestry', 'facility', 'processing', 'tourism', 'other')),
  -- of the record at the township
  filing_number text check (length(filing_number) between 1 and 60),
  signed_on date not null, starts_on date not null,
  -- the last day agreed
  through_on date not null check (through_on >= starts_on),
  -- of a mu, and of the whole area, for one period
  rent_per_mu_fen bigint not null check (rent_per_mu_fen >= 0), rent_fen bigint not null check (rent_fen >= 0),
  period_months int not null check (period_months between 1 and 1200), instalments int not null check (instalments between 1 and 12),
  due_at text not null check (due_at in ('start', 'end')), due_days int not null check (due_days between 0 and 365),
  step_bp int check (step_bp between 1 and 100000), step_periods int check (step_periods between 1 and 100),
  note text check (length(note) between 1 and 1000),
  -- the last day on which it really ran, where it ended early
  closed_on date check (closed_on between starts_on and through_on),
  closed_reason text check (length(closed_reason) between 1 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint land_transfer_number unique (county, place, number),
  foreign key (county, parcel_id) references land_parcel (county, id),
  check ((closed_on is null) = (closed_reason is null)),
  check ((step_bp is null) = (step_periods is null)),
  check (period_months % instalments = 0),
  check (household_id is null or grantor_kind = 'household'),
  check (grantor_id <> taker_id),
  constraint land_transfer_let_once exclude using gist (
    county with =, parcel_id with =, part with &&, daterange(starts_on, coalesce(closed_on, through_on), '[]') with &&
  )
);
create index land_transfer_place on land_transfer (place, through_on);
create index land_transfer_household on land_transfer (household_id);
create index land_transfer_taker on land_transfer (county, taker_id);
create table land_transfer_history (
  like land_transfer, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index land_transfer_history_place on land_transfer_history (place);

-- the rent of a transfer, line by line as its terms make them
create table land_rent (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  transfer_id uuid not null, household_id uuid,
  number int not null check (number >= 1),
  starts_on date not null, through_on date not null check (through_on >= starts_on),
  due_on date not null, amount_fen bigint not null check (amount_fen >= 0),
  paid_fen bigint not null default 0,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, transfer_id, number), foreign key (county, transfer_id) references land_transfer (county, id),
  constraint land_rent_paid check (paid_fen between 0 and amount_fen)
);
create index land_rent_place on land_rent (place, due_on);
create index land_rent_household on land_rent (household_id);
create table land_rent_history (
  like land_rent, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index land_rent_history_place on land_rent_history (place);

-- what was paid, on which line; a wrong payment is taken back by a counter entry, once
create table land_rent_payment (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  transfer_id uuid not null, rent_id uuid not null, household_id uuid,
  due_on date not null,
  -- all lines of one payment share its receipt; a run over many transfers is one payment for each of them
  rent_receipt_id uuid not null, run_id uuid,
  amount_fen bigint not null check (amount_fen <> 0),
  paid_on date not null, method text not null check (method in ('bank', 'cash', 'other')),
  receipt_number text check (length(receipt_number) between 1 and 60),
  note text check (length(note) between 1 and 500),
  reverses_id uuid,
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, transfer_id) references land_transfer (county, id),
  foreign key (county, rent_id) references land_rent (county, id),
  check ((amount_fen < 0) = (reverses_id is not null))
);
create unique index land_rent_payment_reversed_once on land_rent_payment (county, reverses_id) where reverses_id is not null;
create unique index land_rent_payment_run_once on land_rent_payment (county, run_id, rent_id) where run_id is not null;
create index land_rent_payment_transfer on land_rent_payment (county, transfer_id);
create index land_rent_payment_place on land_rent_payment (place, paid_on);
create index land_rent_payment_household on land_rent_payment (household_id);

-- how many sheep units a parcel of grassland carries in a year
create table grass_capacity (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  parcel_id uuid not null,
  year int not null check (year between 2000 and 2100),
  sheep_units numeric(12, 2) not null check (sheep_units >= 0),
  document_number text not null check (length(document_number) between 1 and 60),
  -- first day of the year: from it on, for a year, the figure holds
  holds_from date not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint grass_capacity_once unique (county, parcel_id, year),
  foreign key (county, parcel_id) references land_parcel (county, id),
  check (holds_from = make_date(year, 1, 1))
);
create index grass_capacity_place on grass_capacity (place, year);
create table grass_capacity_history (
  like grass_capacity, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index grass_capacity_history_place on grass_capacity_history (place);

-- the herd of a household or cooperative as it was counted for a year
create table herd_count (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  year int not null check (year between 2000 and 2100),
  counted_on date not null,
  holder_kind text not null check (holder_kind in ('household', 'cooperative')),
  holder_name text not null check (length(holder_name) between 1 and 100), holder_id uuid not null,
  sheep int not null check (sheep between 0 and 1000000), goats int not null check (goats between 0 and 1000000),
  cattle int not null check (cattle between 0 and 1000000), horses int not null check (horses between 0 and 1000000),
  donkeys int not null check (donkeys between 0 and 1000000), camels int not null check (camels between 0 and 1000000),
  -- by the factors in force on the day of the count
  sheep_units numeric(12, 2) not null check (sheep_units >= 0),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint herd_count_once unique (county, holder_id, year),
  check (counted_on between make_date(year, 1, 1) and make_date(year, 12, 31))
);
create index herd_count_place on herd_count (place, year);
create table herd_count_history (
  like herd_count, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index herd_count_history_place on herd_count_history (place);

-- consolidation, basic farmland and comprehensive development, with the days on which each step was reached
create table land_project (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 2 and 100),
  kind text not null check (kind in ('consolidation', 'basic_farmland', 'comprehensive')),
  -- what it serves (art. 12: to support industry)
  industry text check (length(industry) between 1 and 100),
  area_mu numeric(12, 2) not null check (area_mu > 0), invest_fen bigint not null check (invest_fen >= 0),
  document_number text not null check (length(document_number) between 1 and 60),
  approved_on date not null, started_on date check (started_on >= approved_on),
  finished_on date check (finished_on >= started_on), accepted_on date check (accepted_on >= finished_on),
  accepted_document text check (length(accepted_document) between 1 and 60),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint land_project_name unique (county, place, name),
  check (started_on is not null or finished_on is null), check (finished_on is not null or accepted_on is null),
  check ((accepted_on is null) = (accepted_document is null))
);
create index land_project_place on land_project (place, kind);
create table land_project_history (
  like land_project, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index land_project_history_place on land_project_history (place);

-- the steps of the reform of collective forest tenure in a village, each by its document
create table forest_reform (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  step text not null check (step in ('survey', 'plan', 'rights', 'certificates', 'accepted', 'market')),
  reached_on date not null,
  document_number text not null check (length(document_number) between 1 and 60),
  area_mu numeric(12, 2) check (area_mu >= 0), certificates int check (certificates >= 0),
  note text check (length(note) between 1 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint forest_reform_once unique (county, place, step)
);
create index forest_reform_place on forest_reform (place);
create table forest_reform_history (
  like forest_reform, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index forest_reform_history_place on forest_reform_history (place);

-- the check of art. 6 on an industry project; the latest on a subject decides
create table ecological_check (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  subject_type text not null check (subject_type in ('project', 'land_use', 'asset', 'other')),
  subject_id uuid not null, subject_name text not null check (length(subject_name) between 1 and 100),
  result text not null check (result in ('passed', 'conditional', 'failed')),
  grazing text not null check (grazing in ('yes', 'no', 'not_concerned')), protected_area text not null check (protected_area in ('yes', 'no', 'not_concerned')),
  water text not null check (water in ('yes', 'no', 'not_concerned')), pollution text not null check (pollution in ('yes', 'no', 'not_concerned')),
  -- what has to be done first
  conditions text check (length(conditions) between 1 and 500),
  document_number text not null check (length(document_number) between 1 and 60),
  checked_on date not null,
  -- the first day on which it no longer holds
  valid_until date check (valid_until > checked_on),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  constraint ecological_check_passed check (result <> 'passed' or 'no' not in (grazing, protected_area, water, pollution)),
  check ((result = 'conditional') = (conditions is not null))
);
create index ecological_check_subject on ecological_check (county, subject_id, checked_on);
create index ecological_check_place on ecological_check (place);
create table ecological_check_history (
  like ecological_check, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index ecological_check_history_place on ecological_check_history (place);

create table land_import (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county), sheet text not null check (sheet in ('parcels', 'transfers')),
  content_hash bytea not null check (length(content_hash) = 32), file_name text not null,
  inserted int not null, updated int not null, unchanged int not null, rejected int not null,
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id)
);
-- a file that went in whole goes in once
create unique index land_import_once on land_import (county, place, sheet, content_hash) where rejected = 0;
create index land_import_place on land_import (place);
