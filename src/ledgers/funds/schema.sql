-- public money by kind and level; where it comes from
create table fund (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('industry', 'poverty_industry', 'agriculture', 'social')),
  level text not null check (level in ('central', 'region', 'city', 'banner', 'social')),
  source text not null check (source in ('development', 'work_relief', 'minority', 'state_forest', 'state_farm', 'budget', 'social')),
  name text not null check (length(name) between 2 and 100),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (name)
);

-- a document that brings money, with its earmark: for what, where, to whom, when; every yuan keeps its document
create table fund_document (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  fund_id uuid not null,
  number text not null check (length(number) between 2 and 100),
  title text not null check (length(title) between 2 and 200),
  issued_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- the grant of article 11 to each key poor village
  standard boolean not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  -- none: to anybody
  payee_kinds text[] not null,
  -- first and last codes of the places it is for
  place_los bigint[] not null check (cardinality(place_los) > 0),
  place_his bigint[] not null check (cardinality(place_his) = cardinality(place_los)),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- most that may be spent on management, of the document's amount
  management_bp int not null check (management_bp between 0 and 10000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (id),
  unique (number),
  foreign key (county, fund_id) references fund (county, id)
);

-- uses that the rules of fiscal money forbid, from a day on, whatever a document says
create table fund_forbidden_use (
  id uuid not null primary key,
  purpose text not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  -- code of the rule that says so
  source text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (purpose, starts_on)
);

-- one holder's money, pooled over documents; the book of the same id stands in the ledger
create table fund_account (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  holder text not null check (holder in ('office', 'village', 'cooperative')),
  organisation_id uuid,
  pool text not null check (pool in ('special', 'risk')),
  discipline text not null check (discipline in ('fifo', 'pro_rata')),
  name text not null check (length(name) between 2 and 120),
  opened_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_account_holder unique nulls not distinct (county, place, holder, organisation_id, pool),
  check ((holder = 'cooperative') = (organisation_id is not null)),
  check (holder <> 'cooperative' or pool = 'special')
);
create index fund_account_place on fund_account (place);
create table fund_account_history (
  like fund_account,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a project whose money is closed: nothing is paid for it any more
create table fund_project_close (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  closed_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_project_close_place on fund_project_close (place);
create table fund_project_close_history (
  like fund_project_close,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- leave to pay once outside an earmark: asked by one, granted by another, paid by a third
create table fund_override (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  account_id uuid not null,
  document_id uuid not null,
  code text not null check (code in ('fund_purpose_forbidden', 'fund_other_place', 'fund_payee_kind', 'fund_outside_window')),
  purpose text not null,
  payee_kind text not null,
  payee_id uuid not null,
  payee_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  justification text not null check (length(justification) between 10 and 1000),
  asked_by uuid not null,
  asked_on date not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_on date check (decided_on >= asked_on),
  opinion text check (length(opinion) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, account_id) references fund_account (county, id),
  foreign key (document_id) references fund_document (id),
  constraint fund_override_two check (decided_by <> asked_by),
  check ((state in ('granted', 'refused')) = (decided_by is not null))
);
create index fund_override_place on fund_override (place, asked_on);
create table fund_override_history (
  like fund_override,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- one movement of money: in from outside, between accounts, or to a payee
create table fund_movement (
  county int not null,
  id uuid not null,
  -- of the account that gives; of the receiving one where the money comes from outside
  place bigint not null check (place / 1000000 = county),
  other_place bigint,
  organisation_id uuid,
  household_id uuid,
  kind text not null check (kind in ('receipt', 'allocation', 'recall', 'return', 'payment', 'recovery')),
  from_county int,
  from_account uuid,
  to_county int,
  to_account uuid,
  -- only lots of this document
  document_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  occurred_on date not null,
  number int not null check (number > 0),
  to_entry_id uuid,
  memo text not null check (length(memo) between 1 and 300),
  purpose text,
  -- where it is used
  used_place bigint,
  payee_kind text check (payee_kind in ('household', 'cooperative', 'enterprise', 'person', 'agency', 'insurer', 'bank')),
  payee_county int,
  payee_id uuid,
  payee_name text,
  bank_tail text check (bank_tail ~ '^\d{4}$'),
  project_county int,
  project_id uuid,
  contract_id uuid,
  commitment_id uuid,
  override_id uuid,
  -- the payment whose money comes back
  recovers_id uuid,
  maker_id uuid not null,
  checker_id uuid,
  payer_id uuid not null,
  source_type text not null,
  source_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_movement_source unique (county, source_type, source_id, kind),
  constraint fund_movement_override unique (county, override_id),
  constraint fund_movement_two check (maker_id <> payer_id),
  constraint fund_movement_three check (kind not in ('allocation', 'payment') or (checker_id <> maker_id and checker_id <> payer_id and checker_id is not null)),
  check ((kind = 'payment') = (purpose is not null and payee_kind is not null)),
  check ((kind = 'recovery') = (recovers_id is not null)),
  check (from_account is not null or to_account is not null)
);
create index fund_movement_place on fund_movement (place, occurred_on);
create index fund_movement_other on fund_movement (other_place) where other_place is not null;
create index fund_movement_payee on fund_movement (payee_id, occurred_on) where payee_id is not null;
create index fund_movement_project on fund_movement (project_id) where project_id is not null;
create index fund_movement_recovers on fund_movement (recovers_id) where recovers_id is not null;
create index fund_movement_household on fund_movement (household_id) where household_id is not null;

-- money of one document that reached an account at once, with what is left of it
create table fund_lot (
  county int not null,
  id uuid not null,
  -- the order in which lots came to be
  number bigint generated always as identity,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid not null,
  movement_county int not null,
  movement_id uuid not null,
  document_id uuid not null,
  arrived_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  -- promised by contracts, not paid yet
  reserved_fen bigint not null default 0 check (reserved_fen between 0 and left_fen),
  is_open boolean not null generated always as (left_fen > 0) stored, -- for indexes that taking a part does not rewrite
  primary key (county, id)
) with (fillfactor = 80);
create index fund_lot_account on fund_lot (county, account_id, arrived_on, number) where is_open;
create index fund_lot_account_document on fund_lot (county, account_id, document_id, arrived_on, number) where is_open;
create index fund_lot_document on fund_lot (document_id);
create index fund_lot_place on fund_lot (place);

-- which part of which lot a movement took, and the lot or payee it became
create table fund_lot_move (
  county int not null,
  movement_id uuid not null,
  ordinal int not null check (ordinal > 0),
  place bigint not null check (place / 1000000 = county),
  other_place bigint,
  organisation_id uuid,
  household_id uuid,
  kind text not null,
  occurred_on date not null,
  document_id uuid not null,
  from_county int,
  from_account uuid,
  from_lot uuid,
  to_county int,
  to_account uuid,
  to_lot uuid,
  purpose text,
  payee_kind text,
  payee_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  -- of a payment, what came back
  back_fen bigint not null default 0 check (back_fen between 0 and amount_fen),
  recorded_at timestamptz not null,
  primary key (county, movement_id, ordinal)
);
create index fund_lot_move_document on fund_lot_move (document_id, purpose);
create index fund_lot_move_from on fund_lot_move (from_county, from_lot);
create index fund_lot_move_to on fund_lot_move (to_county, to_lot);
create index fund_lot_move_household on fund_lot_move (household_id) where household_id is not null;
create index fund_lot_move_place on fund_lot_move (place, occurred_on);
create index fund_lot_move_other on fund_lot_move (other_place) where other_place is not null;

-- money promised by a contract and not paid yet
create table fund_commitment (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid not null,
  document_id uuid,
  project_county int not null,
  project_id uuid not null,
  contract_id uuid not null,
  occurred_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  released_fen bigint not null default 0 check (released_fen between 0 and amount_fen - left_fen),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_commitment_place on fund_commitment (place);
create index fund_commitment_project on fund_commitment (project_id);

create table fund_reservation (
  county int not null,
  commitment_id uuid not null,
  ordinal int not null check (ordinal > 0),
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  lot_id uuid not null,
  document_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  primary key (county, commitment_id, ordinal)
);
create index fund_reservation_place on fund_reservation (place);
create index fund_reservation_lot on fund_reservation (county, lot_id);
