-- an order to move money: made by one, checked by another, carried out by a third
create table fund_order (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('receipt', 'allocation', 'recall', 'return')),
  -- of the upper account
  upper_county int not null,
  upper_account uuid not null,
  document_id uuid,
  number text not null check (length(number) between 2 and 100),
  title text not null check (length(title) between 2 and 200),
  occurred_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  lines int not null check (lines > 0),
  tilt_id uuid,
  state text not null check (state in ('made', 'checked', 'done', 'refused', 'withdrawn')),
  made_by uuid not null,
  checked_by uuid,
  done_by uuid,
  opinion text check (length(opinion) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, number),
  constraint fund_order_two check (checked_by <> made_by),
  constraint fund_order_three check (done_by <> made_by and done_by <> checked_by),
  check ((state = 'done') = (done_by is not null)),
  check (state not in ('checked', 'done') or checked_by is not null)
);
create index fund_order_place on fund_order (place, occurred_on);
create table fund_order_history (
  like fund_order,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what an order gives to one account, or takes back from it; it stands where the lower account does
create table fund_order_line (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_county int not null,
  order_id uuid not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- the year whose grant of article 11 this is
  standard_year int check (standard_year between 2018 and 2100),
  done_on date,
  recalled_fen bigint not null default 0 check (recalled_fen between 0 and amount_fen),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, order_id, account_id),
  foreign key (county, account_id) references fund_account (county, id)
);
-- a village gets the grant of a year once; what was taken back whole may be given again
create unique index fund_order_line_standard on fund_order_line (county, place, standard_year)
  where standard_year is not null and done_on is not null and recalled_fen < amount_fen;
create index fund_order_line_place on fund_order_line (place);
create index fund_order_line_order on fund_order_line (order_id);
create table fund_order_line_history (
  like fund_order_line,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what the money of an order is to achieve: an indicator and the level that each place it goes to shall reach. Set while the
-- order is made; the one who checks the order agrees to them too
create table fund_goal (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_id uuid not null,
  indicator text not null check (indicator ~ '^[a-z0-9_]{2,80}$'),
  direction text not null check (direction in ('up', 'down')),
  unit text not null check (length(unit) between 1 and 30),
  -- in the smallest unit of the indicator: fen, basis points, whole things
  target bigint not null,
  weight_bp int not null check (weight_bp between 1 and 10000),
  due_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_goal_once unique (county, order_id, indicator),
  foreign key (county, order_id) references fund_order (county, id)
);
create index fund_goal_place on fund_goal (place);
create table fund_goal_history (
  like fund_goal,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- how a goal ended in one place that got money; it stands where the line of the order does
create table fund_goal_score (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_county int not null,
  order_id uuid not null,
  goal_id uuid not null,
  line_id uuid not null,
  -- what the indicator said in the month of the order, and in the month the goal was due
  baseline bigint not null,
  value bigint not null,
  score_bp int not null check (score_bp between 0 and 10000),
  scored_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_goal_score_once unique (county, line_id, goal_id),
  foreign key (county, line_id) references fund_order_line (county, id)
);
create index fund_goal_score_place on fund_goal_score (place);
create index fund_goal_score_order on fund_goal_score (order_id);
create table fund_goal_score_history (
  like fund_goal_score,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- money to be got back from whoever was paid wrongly or did not spend it
create table fund_recovery (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  movement_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  cause text not null check (cause in ('misused', 'unspent', 'overpaid', 'failed')),
  grounds text not null check (length(grounds) between 2 and 500),
  ordered_on date not null,
  ordered_by uuid not null,
  due_on date not null check (due_on >= ordered_on),
  received_fen bigint not null check (received_fen between 0 and amount_fen),
  received_on date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, movement_id) references fund_movement (county, id)
);
create index fund_recovery_place on fund_recovery (place, due_on);
create table fund_recovery_history (
  like fund_recovery,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a payment out of the risk fund, with the losses that called for it
create table fund_risk_payout (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  account_id uuid not null,
  movement_id uuid not null,
  claim_type text not null,
  claim_id uuid not null,
  loss_fen bigint not null check (loss_fen > 0),
  -- what the insurer paid of it
  insured_fen bigint not null check (insured_fen between 0 and loss_fen),
  trigger_bp int not null check (trigger_bp >= 0),
  share_bp int not null check (share_bp between 0 and 10000),
  amount_fen bigint not null check (amount_fen between 1 and loss_fen - insured_fen),
  occurred_on date not null,
  replenished_fen bigint not null check (replenished_fen between 0 and amount_fen),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  -- one loss is compensated once
  constraint fund_risk_payout_once unique (county, claim_type, claim_id)
);
create index fund_risk_payout_place on fund_risk_payout (place);
create table fund_risk_payout_history (
  like fund_risk_payout,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what was tried and refused; it stands although the act itself left nothing
create table fund_refusal (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid,
  act text not null,
  code text not null,
  details jsonb not null,
  purpose text,
  payee_kind text,
  payee_id uuid,
  payee_name text,
  amount_fen bigint,
  occurred_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_refusal_place on fund_refusal (place, recorded_at);
