-- a set of books of one organisation: the ledger book of the same id, kept in a statutory chart from a day on
create table book (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  chart text not null check (chart in ('coop37', 'collective14', 'collective04')),
  starts_on date not null check (extract(day from starts_on) = 1),
  fiscal_year_start text not null check (fiscal_year_start ~ '^(0[1-9]|1[0-2])-01$'),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id, chart),
  unique (county, cooperative_id, starts_on),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index book_place on book (place);

create table book_history (
  like book,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- an account that the organisation added below one of the chart
create table own_account (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  book_id uuid not null,
  code text not null check (code ~ '^\d{5}(\d\d){0,2}$'),
  name text not null check (length(name) between 1 and 60),
  initials text not null,
  closed_on date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint own_account_code unique (county, book_id, code),
  foreign key (county, book_id) references book (county, id)
);
create index own_account_place on own_account (place);

create table own_account_history (
  like own_account,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what a sub-ledger is kept for: other debtors and creditors, grant projects, fund sources, kinds of assets
create table subsidiary (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  kind text not null check (kind in ('other', 'project', 'source', 'asset')),
  name text not null check (length(name) between 1 and 100),
  initials text not null,
  document_number text check (length(document_number) <= 100),
  -- bought with poverty-alleviation funds: kept apart in the books and in the memorandum register
  poverty_project boolean not null default false,
  closed_on date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint subsidiary_name unique (county, cooperative_id, kind, name),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index subsidiary_place on subsidiary (place);

create table subsidiary_history (
  like subsidiary,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a draft keeps its lines here; once posted they stand in the ledger entry of the same id, and the voucher never changes
create table voucher (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  book_id uuid not null,
  state text not null check (state in ('draft', 'posted')),
  series text not null check (series in ('usual', 'opening', 'closing')),
  occurred_on date not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  number int,
  memo text not null check (length(memo) between 1 and 200),
  lines jsonb not null,
  line_count int not null,
  total_fen bigint not null,
  papers int not null default 0 check (papers between 0 and 9999),
  template text,
  source_type text,
  source_id uuid,
  -- address of the page of what it follows from
  source_page text check (length(source_page) <= 300),
  reverses_id uuid,
  made_by uuid not null,
  made_by_name text not null,
  checked_by uuid,
  checked_by_name text,
  posted_at timestamptz,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint voucher_number unique (county, book_id, series, month, number),
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
  like voucher,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a month that was closed, with the list it was closed by; open again only by another person, for a reason
create table fiscal_month (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  book_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('closed', 'reopened')),
  closed_on date not null,
  closed_by uuid not null,
  closed_by_name text not null,
  checks jsonb not null,
  reopened_on date,
  reopened_by uuid,
  reopened_by_name text,
  reopened_for text check (length(reopened_for) between 2 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fiscal_month_once unique (county, book_id, month),
  constraint fiscal_month_two_persons check (reopened_by <> closed_by),
  check ((state = 'reopened') = (reopened_by is not null and reopened_on is not null and reopened_for is not null)),
  foreign key (county, book_id) references book (county, id)
);
create index fiscal_month_place on fiscal_month (place, month);

create table fiscal_month_history (
  like fiscal_month,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a closed year with its statements as they stood, which a distribution of the surplus is built on
create table fiscal_year (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  book_id uuid not null,
  year int not null check (year between 1978 and 2200),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  state text not null check (state in ('closed', 'reopened')),
  closed_on date not null,
  closed_by uuid not null,
  closed_by_name text not null,
  surplus_fen bigint not null,
  opening_undistributed_fen bigint not null,
  reserve_used_fen bigint not null,
  grant_equity_fen bigint not null,
  statements jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reopened_on date,
  reopened_by uuid,
  reopened_by_name text,
  reopened_for text check (length(reopened_for) between 2 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fiscal_year_once unique (county, book_id, year),
  constraint fiscal_year_two_persons check (reopened_by <> closed_by),
  check ((state = 'reopened') = (reopened_by is not null and reopened_on is not null and reopened_for is not null)),
  foreign key (county, book_id) references book (county, id)
);
create index fiscal_year_place on fiscal_year (place, year);

create table fiscal_year_history (
  like fiscal_year,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what a member sold to the cooperative or took from it: the patronage of the member account (Cooperatives Law art. 43)
create table member_trade (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
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
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  foreign key (county, membership_id) references membership (county, id)
);
create index member_trade_cooperative on member_trade (county, cooperative_id, occurred_on);
create index member_trade_member on member_trade (county, membership_id, occurred_on);
create index member_trade_place on member_trade (place);
create index member_trade_member_place on member_trade (member_place);

create table member_trade_history (
  like member_trade,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
