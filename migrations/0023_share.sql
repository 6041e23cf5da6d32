-- a kind of shares of one cooperative, with the rules its charter gives it
create table share_class (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  kind text not null check (kind in ('member', 'collective', 'land', 'forest', 'grassland', 'cash', 'household_grant', 'quantified')),
  name text not null check (length(name) between 2 and 60),
  par_fen bigint not null check (par_fen > 0),
  transfer text not null check (transfer in ('free', 'members', 'none')),
  exit text not null check (exit in ('refund', 'return_in_kind', 'stays')),
  termed boolean not null,
  votes boolean not null,
  dividend boolean not null,
  document_number text not null check (length(document_number) between 2 and 100),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id, name),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index share_class_place on share_class (place);
create table share_class_history (
  like share_class,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what a contribution in kind was found to be worth, by whom, and for how long it is given
create table share_valuation (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  membership_id uuid not null,
  source text not null check (source in ('land', 'forest', 'grassland', 'goods')),
  description text not null check (length(description) between 2 and 500),
  parcel text check (length(parcel) <= 500),
  area_mu numeric(12, 2) check (area_mu > 0),
  unit_value_fen bigint check (unit_value_fen > 0),
  value_fen bigint not null check (value_fen > 0),
  method text not null check (method in ('voucher', 'members', 'third_party')),
  valued_on date not null,
  valued_by text not null check (length(valued_by) between 2 and 100),
  document_number text not null check (length(document_number) between 2 and 100),
  term_from date not null,
  term_until date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, membership_id) references membership (county, id),
  check (term_until > term_from),
  check ((area_mu is null) = (unit_value_fen is null))
);
create index share_valuation_cooperative on share_valuation (county, cooperative_id);
create index share_valuation_place on share_valuation (place);
create table share_valuation_history (
  like share_valuation,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- one acquisition of shares, with what is left of it: every share knows what it was paid with
create table share_lot (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null,
  membership_id uuid not null,
  household_id uuid,
  class_id uuid not null,
  source text not null check (source in ('cash', 'goods', 'land', 'forest', 'grassland', 'household_grant', 'collective_property')),
  source_document text check (length(source_document) between 2 and 100),
  valuation_id uuid,
  from_lot_id uuid,
  -- taken over with the opening balances, not acquired through acts here
  opening boolean not null,
  acquired_on date not null,
  expires_on date check (expires_on > acquired_on),
  issued_shares bigint not null check (issued_shares > 0),
  shares bigint not null check (shares between 0 and issued_shares),
  agreed_fen bigint not null check (agreed_fen >= 0),
  paid_fen bigint not null check (paid_fen between 0 and agreed_fen),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, membership_id) references membership (county, id),
  foreign key (county, class_id) references share_class (county, id),
  foreign key (county, valuation_id) references share_valuation (county, id),
  foreign key (county, from_lot_id) references share_lot (county, id)
);
create unique index share_lot_valuation_once on share_lot (county, valuation_id) where shares > 0;
create index share_lot_member on share_lot (county, membership_id);
create index share_lot_class on share_lot (county, cooperative_id, class_id);
create index share_lot_place on share_lot (place);
create index share_lot_member_place on share_lot (member_place);
create table share_lot_history (
  like share_lot,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- why shares and contributions moved, line by line; the sums are held by the ledger beside it
create table share_move (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null,
  membership_id uuid not null,
  household_id uuid,
  form text not null,
  member_kind text not null,
  class_id uuid not null,
  class_kind text not null,
  lot_id uuid not null,
  source text not null,
  kind text not null check (kind in ('opening', 'subscribe', 'pay', 'transfer_in', 'transfer_out', 'inherit_in',
    'inherit_out', 'exit', 'buy_back', 'expire', 'uplift', 'quantify', 'reversal')),
  -- whether the household was registered as poor that day; null where the recorder may not know
  poor boolean,
  occurred_on date not null,
  shares bigint not null,
  agreed_fen bigint not null,
  paid_fen bigint not null,
  entry_id uuid,
  source_type text not null,
  source_id uuid not null,
  reverses_id uuid,
  memo text not null check (length(memo) between 1 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint share_move_reversed_once unique (county, reverses_id),
  foreign key (county, membership_id) references membership (county, id),
  foreign key (county, lot_id) references share_lot (county, id),
  check (shares <> 0 or agreed_fen <> 0 or paid_fen <> 0)
);
create index share_move_cooperative on share_move (county, cooperative_id, occurred_on);
create index share_move_member on share_move (county, membership_id, occurred_on);
create index share_move_source on share_move (county, source_id);
create index share_move_place on share_move (place);
create index share_move_member_place on share_move (member_place);

create table share_certificate (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null,
  membership_id uuid not null,
  household_id uuid,
  number int not null check (number > 0),
  issued_on date not null,
  lines jsonb not null,
  shares bigint not null check (shares >= 0),
  paid_fen bigint not null check (paid_fen >= 0),
  digest text not null,
  signature bytea not null,
  state text not null check (state in ('valid', 'outdated', 'lost', 'replaced')),
  state_on date,
  replaces_id uuid,
  prints int not null check (prints >= 0),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id, number),
  foreign key (county, membership_id) references membership (county, id)
);
create unique index share_certificate_valid on share_certificate (county, membership_id) where state = 'valid';
create index share_certificate_place on share_certificate (place);
create index share_certificate_member_place on share_certificate (member_place);
create table share_certificate_history (
  like share_certificate,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- whoever holds a certificate's id may learn whether it still is valid, and nothing else
create function share_certificate_state(of_county int, of_id uuid)
returns table (state text, state_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.state, c.state_on from share_certificate as c where c.county = of_county and c.id = of_id
$$;

-- how registered-poor members get more, by one of the four lawful ways, from a day on
create table uplift_policy (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  mechanism text not null check (mechanism in ('household_grant', 'quantification', 'collective_share', 'floor_dividend')),
  name text not null check (length(name) between 2 and 100),
  grant_fen bigint not null default 0 check (grant_fen >= 0),
  uplift_bp int not null default 0 check (uplift_bp >= 0),
  floor_fen bigint not null default 0 check (floor_fen >= 0),
  class_id uuid,
  resolution_number text not null check (length(resolution_number) between 2 and 100),
  record_on date not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  include_lifted boolean not null,
  ends_with_poverty boolean not null,
  frozen_on date,
  issued_on date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  foreign key (county, class_id) references share_class (county, id),
  check (record_on <= starts_on),
  check (issued_on is null or frozen_on is not null)
);
create index uplift_policy_cooperative on uplift_policy (county, cooperative_id);
create index uplift_policy_place on uplift_policy (place);
create table uplift_policy_history (
  like uplift_policy,
  retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- who was registered as poor on the record date, and what that one gets
create table uplift_share (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null,
  policy_id uuid not null,
  membership_id uuid not null,
  household_county int,
  household_id uuid,
  form text not null,
  mechanism text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  base_shares bigint not null check (base_shares >= 0),
  uplift_shares bigint not null check (uplift_shares >= 0),
  uplift_fen bigint not null check (uplift_fen >= 0),
  lot_id uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, policy_id, membership_id),
  foreign key (county, policy_id) references uplift_policy (county, id),
  foreign key (county, membership_id) references membership (county, id),
  foreign key (county, lot_id) references share_lot (county, id)
);
create index uplift_share_cooperative on uplift_share (county, cooperative_id);
create index uplift_share_place on uplift_share (place);
create index uplift_share_member_place on uplift_share (member_place);
create table uplift_share_history (
  like uplift_share,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index uplift_share_history_member_place on uplift_share_history (member_place);

-- the one entry by which an organisation that was there before came in, signed over its contents
create table share_opening (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  opened_on date not null,
  entry_id uuid not null,
  file_name text not null,
  members int not null check (members >= 0),
  lots int not null check (lots > 0),
  shares bigint not null check (shares > 0),
  paid_fen bigint not null check (paid_fen >= 0),
  digest text not null,
  signature bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index share_opening_place on share_opening (place);
