-- a household asks the risk fund for its share of what the insurer left over; one checks, a third person pays
create table risk_request (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  insured_place bigint not null,
  claim_id uuid not null, line_id uuid not null,
  household_id uuid not null, name text not null,
  loss_fen bigint not null check (loss_fen > 0),
  insured_fen bigint not null check (insured_fen between 0 and loss_fen),
  value_fen bigint not null check (value_fen >= loss_fen),
  -- how loss and value were established
  basis text not null check (length(basis) between 2 and 1000),
  state text not null check (state in ('asked', 'checked', 'paid', 'refused', 'withdrawn')),
  asked_on date not null, made_by uuid not null,
  checked_on date, checked_by uuid, opinion text check (length(opinion) between 1 and 500),
  paid_on date, paid_by uuid, amount_fen bigint check (amount_fen > 0), movement_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, line_id) references insurance_claim_line (county, id),
  check ((state = 'paid') = (paid_on is not null) and (paid_on is null) = (paid_by is null)
    and (paid_on is null) = (amount_fen is null) and (paid_on is null) = (movement_id is null)),
  check (state not in ('checked', 'paid') or checked_by is not null),
  constraint risk_request_three_people check (checked_by <> made_by and paid_by not in (made_by, checked_by))
);
create unique index risk_request_once on risk_request (county, line_id) where state not in ('refused', 'withdrawn');
create index risk_request_place on risk_request (place, state);
create index risk_request_insured_place on risk_request (insured_place);
create index risk_request_household on risk_request (household_id);
create table risk_request_history (
  like risk_request, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index risk_request_history_place on risk_request_history (place);
