-- a set of books of one organisation: the ledger book of the same id, kept in a statutory chart from a day on
create table book (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  chart text not null check (chart in ('coop37', 'collective14', 'collective04')),
  starts_on date not null check (extract(day from starts_on) = 1),
  fiscal_year_start text not null check (fiscal_year_start ~ '^(0[1-9]|1[0-2])-01$'),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), unique (county, cooperative_id, chart),
  unique (county, cooperative_id, starts_on),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index book_place on book (place);
create table book_history (
  like book, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- an account that the organisation added below one of the chart
create table own_account (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  code text not null check (code ~ '^\d{5}(\d\d){0,2}$'),
  name text not null check (length(name) between 1 and 60),
  initials text not null,
  closed_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint own_account_code unique (county, book_id, code),
  foreign key (county, book_id) references book (county, id)
);
create index own_account_place on own_account (place);
create table own_account_history (
  like own_account, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- what a sub-ledger is kept for: other debtors and creditors, grant projects, fund sources, kinds of assets
create table subsidiary (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  kind text not null check (kind in ('other', 'project', 'source', 'asset')),
  name text not null check (length(name) between 1 and 100),
  initials text not null,
  document_number text check (length(document_number) <= 100),
  -- bought with poverty-alleviation funds: kept apart in the books and in the memorandum register
  poverty_project boolean not null default false,
  closed_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint subsidiary_name unique (county, cooperative_id, kind, name),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index subsidiary_place on subsidiary (place);
create table subsidiary_history (
  like subsidiary, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- a draft keeps its lines here; once posted they stand in the ledger entry of the same id, and the voucher never changes
create table voucher (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  state text not null check (state in ('draft', 'posted')),
  series text not null check (series in ('usual', 'opening', 'closing')),
  occurred_on date not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  number int,
  memo text not null check (length(memo) between 1 and 200),
  lines jsonb not null,
  line_count int not null, total_fen bigint not null,
  papers int not null default 0 check (papers between 0 and 9999),
  template text,
  source_type text,
  source_id uuid,
  -- address of the page of what it follows from
  source_page text check (length(source_page) <= 300),
  reverses_id uuid,
  made_by uuid not null, made_by_name text not null,
  checked_by uuid, checked_by_name text, posted_at timestamptz,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint voucher_number unique (county, book_id, series, month, number),
  constraint voucher_two_persons check (checked_by <> made_by),
  constraint voucher_posted_whole check ((state = 'posted') = (number is not null and checked_by is not null and posted_at is not null)),
  constraint voucher_source_whole check ((source_type is null) = (source_id is null)),
  foreign key (county, book_id) references book (county, id)
);
create index voucher_book on voucher (county, book_id, occurred_on desc, number desc);
create index voucher_drafts on voucher (county, book_id, occurred_on) where state = 'draft';
create index voucher_source on voucher (county, source_id) where source_id is not null;
create index voucher_place on voucher (place, state);
create table voucher_history (
  like voucher, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- a month that was closed, with the list it was closed by; open again only by another person, for a reason
create table fiscal_month (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('closed', 'reopened')),
  closed_on date not null, closed_by uuid not null, closed_by_name text not null,
  checks jsonb not null,
  reopened_on date, reopened_by uuid, reopened_by_name text,
  reopened_for text check (length(reopened_for) between 2 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint fiscal_month_once unique (county, book_id, month),
  constraint fiscal_month_two_persons check (reopened_by <> closed_by),
  check ((state = 'reopened') = (reopened_by is not null and reopened_on is not null and reopened_for is not null)),
  foreign key (county, book_id) references book (county, id)
);
create index fiscal_month_place on fiscal_month (place, month);
create table fiscal_month_history (
  like fiscal_month, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- a closed year with its statements as they stood, which a distribution of the surplus is built on
create table fiscal_year (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  year int not null check (year between 1978 and 2200),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  state text not null check (state in ('closed', 'reopened')),
  closed_on date not null, closed_by uuid not null, closed_by_name text not null,
  surplus_fen bigint not null, opening_undistributed_fen bigint not null,
  reserve_used_fen bigint not null, grant_equity_fen bigint not null,
  statements jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reopened_on date, reopened_by uuid, reopened_by_name text,
  reopened_for text check (length(reopened_for) between 2 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint fiscal_year_once unique (county, book_id, year),
  constraint fiscal_year_two_persons check (reopened_by <> closed_by),
  check ((state = 'reopened') = (reopened_by is not null and reopened_on is not null and reopened_for is not null)),
  foreign key (county, book_id) references book (county, id)
);
create index fiscal_year_place on fiscal_year (place, year);
create table fiscal_year_history (
  like fiscal_year, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
create index fiscal_year_history_place on fiscal_year_history (place);

-- what a member sold to the cooperative or took from it: the patronage of the member account (Cooperatives Law art. 43)
create table member_trade (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  membership_id uuid not null,
  member_place bigint not null,
  occurred_on date not null,
  direction text not null check (direction in ('delivers', 'takes')),
  product text not null check (length(product) between 1 and 60),
  quantity numeric(14, 3) not null check (quantity >= 0),
  unit text not null check (length(unit) between 1 and 10),
  amount_fen bigint not null check (amount_fen >= 0),
  source_type text,
  source_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), foreign key (county, cooperative_id) references cooperative (county, id),
  foreign key (county, membership_id) references membership (county, id)
);
create index member_trade_cooperative on member_trade (county, cooperative_id, occurred_on);
create index member_trade_member on member_trade (county, membership_id, occurred_on);
create index member_trade_place on member_trade (place);
create index member_trade_member_place on member_trade (member_place);
create table member_trade_history (
  like member_trade, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- what happened, as a manager says it: it writes its own voucher, and the photo of it hangs here
create table business_event (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{3,40}$'),
  occurred_on date not null,
  memo text not null check (length(memo) between 1 and 200),
  -- fen as digits by name in the template; accounts chosen; sub-ledgers named
  amounts jsonb not null, choices jsonb not null, parties jsonb not null,
  product text check (length(product) between 1 and 60),
  quantity numeric(14, 3) check (quantity > 0),
  unit text check (length(unit) between 1 and 10),
  total_fen bigint not null check (total_fen > 0),
  voucher_id uuid not null,
  made_by_name text not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint business_event_voucher unique (county, voucher_id),
  foreign key (county, book_id) references book (county, id),
  foreign key (county, voucher_id) references voucher (county, id)
);
create index business_event_book on business_event (county, book_id, occurred_on desc);
create index business_event_place on business_event (place);
create table business_event_history (
  like business_event, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- a line of a bank statement, as the bank wrote it; money in is positive
create table bank_line (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  code text not null check (code ~ '^\d{3,9}$'),
  occurred_on date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  balance_fen bigint,
  counterparty text check (length(counterparty) between 1 and 100),
  memo text check (length(memo) between 1 and 200),
  serial text check (length(serial) between 1 and 60),
  -- SHA-256 of what the bank wrote and which of several equal lines of a file it is: the same file twice adds nothing
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- the line of the ledger that it is, or how many it is together: parts are lines of their own, each with one
  voucher_id uuid, ordinal int check (ordinal > 0), split_in int check (split_in > 1), part_of uuid,
  matched_how text check (matched_how in ('by_rule', 'by_hand')), matched_by_name text,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint bank_line_once unique (county, book_id, code, fingerprint),
  constraint bank_line_match unique (county, voucher_id, ordinal),
  constraint bank_line_matched check ((voucher_id is null) = (ordinal is null)
    and (voucher_id is null or split_in is null) and (voucher_id is null and split_in is null) = (matched_how is null)
    and (matched_how is null) = (matched_by_name is null)),
  constraint bank_line_split check (part_of is null or (voucher_id is not null and split_in is null)),
  constraint bank_line_whole foreign key (county, part_of) references bank_line (county, id),
  foreign key (county, book_id) references book (county, id),
  foreign key (county, voucher_id) references voucher (county, id)
);
create index bank_line_parts on bank_line (county, part_of) where part_of is not null;
create index bank_line_book on bank_line (county, book_id, code, occurred_on);
create index bank_line_place on bank_line (place);
create table bank_line_history (
  like bank_line, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- the card of an asset that wears out (37号 art. 23, 26): its month's depreciation is written by itself
create table asset_card (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('fixed_asset', 'productive_biological', 'intangible')),
  -- kind of assets that it belongs to in the books
  subsidiary_id uuid not null,
  -- the same thing on the list of collective assets, which is asked when the card is written
  asset_id uuid,
  purpose text not null check (purpose in ('production_cost', 'expense', 'administration', 'welfare', 'other_expense')),
  cost_fen bigint not null check (cost_fen > 0),
  residual_fen bigint not null check (residual_fen between 0 and cost_fen),
  method text not null check (method in ('straight_line', 'units')),
  life_months int not null check (life_months between 0 and 1200),
  life_units bigint not null check (life_units >= 0),
  nominal boolean not null,
  added_on date not null,
  disposed_on date check (disposed_on >= added_on),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), check (nominal or (method = 'units' and life_units > 0) or (method = 'straight_line' and life_months > 0)),
  foreign key (county, book_id) references book (county, id),
  foreign key (county, subsidiary_id) references subsidiary (county, id)
);
create index asset_card_book on asset_card (county, book_id, added_on);
create index asset_card_place on asset_card (place);
create table asset_card_history (
  like asset_card, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- units that an asset worked in a month, where it wears out by them
create table asset_use (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  card_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  units bigint not null check (units >= 0),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint asset_use_month unique (county, card_id, month),
  foreign key (county, card_id) references asset_card (county, id)
);
create index asset_use_place on asset_use (place);
create table asset_use_history (
  like asset_use, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);

-- depreciation of one asset in one month, and the voucher that books it: once, whoever asks however often
create table depreciation_charge (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, book_id uuid not null,
  card_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  amount_fen bigint not null check (amount_fen > 0),
  voucher_id uuid not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint depreciation_charge_once unique (county, card_id, month),
  foreign key (county, card_id) references asset_card (county, id),
  foreign key (county, voucher_id) references voucher (county, id)
);
create index depreciation_charge_voucher on depreciation_charge (county, voucher_id);
create index depreciation_charge_place on depreciation_charge (place);
create table depreciation_charge_history (
  like depreciation_charge, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision)
);
