-- one distribution of one year's surplus, from the first draft to the last payment; its base is that of closed books
create table distribution (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  form text not null,
  rule_set text not null check (rule_set in ('farmers_professional', 'collective_economic', 'contract')),
  year int not null check (year between 1990 and 2100),
  -- who was a member and held what on this day takes part
  record_on date not null,
  days_weighed int not null check (days_weighed between 1 and 366),
  -- counts the freezes; the last one counts
  snapshot int not null check (snapshot >= 1),
  members int not null check (members >= 0),
  surplus_fen bigint not null, opening_fen bigint not null,
  reserve_used_fen bigint not null check (reserve_used_fen >= 0),
  grant_equity_fen bigint not null check (grant_equity_fen >= 0),
  -- over the figures of the books and over the members as frozen
  basis_digest text not null,
  state text not null check (state in ('draft', 'chosen', 'declared', 'withdrawn')),
  option_id uuid,
  -- over what is decided: base, members, chosen rules and what follows from them
  digest text,
  made_by uuid,
  surplus_reserve_fen bigint check (surplus_reserve_fen >= 0), welfare_fen bigint check (welfare_fen >= 0),
  expansion_fen bigint check (expansion_fen >= 0), relief_fen bigint check (relief_fen >= 0),
  patronage_refund_fen bigint check (patronage_refund_fen >= 0), remainder_fen bigint check (remainder_fen >= 0),
  resolution_number text,
  declared_on date, declared_by uuid,
  voucher_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  check ((state in ('chosen', 'declared')) = (digest is not null)),
  check ((digest is null) = (option_id is null) and (digest is null) = (made_by is null)
    and (digest is null) = (patronage_refund_fen is null) and (digest is null) = (remainder_fen is null)),
  check ((state = 'declared') = (declared_on is not null) and (declared_on is null) = (declared_by is null)),
  -- nobody posts what he chose himself
  check (declared_by is null or declared_by <> made_by)
);
-- a year is distributed once
create unique index distribution_once on distribution (county, cooperative_id, year) where state <> 'withdrawn';
create index distribution_place on distribution (place, year);
create table distribution_history (
  like distribution, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index distribution_history_place on distribution_history (place);

-- up to three ways to divide the same surplus, laid side by side before the vote
create table distribution_option (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, distribution_id uuid not null,
  ordinal int not null check (ordinal between 1 and 3),
  name text not null check (length(name) between 1 and 60),
  surplus_reserve_bp int not null check (surplus_reserve_bp >= 0),
  reserve_quantified_by text check (reserve_quantified_by in ('patronage', 'contribution', 'equal')),
  expansion_bp int not null check (expansion_bp >= 0), relief_bp int not null check (relief_bp >= 0),
  welfare_reserve_bp int not null check (welfare_reserve_bp >= 0),
  patronage_bp int not null check (patronage_bp between 0 and 10000),
  -- of what each member gets, turned into contributions by the same vote
  converted_bp int not null check (converted_bp between 0 and 10000),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, distribution_id, ordinal),
  foreign key (county, distribution_id) references distribution (county, id),
  check (surplus_reserve_bp + expansion_bp + relief_bp + welfare_reserve_bp <= 10000)
);
create index distribution_option_place on distribution_option (place);
create table distribution_option_history (like distribution_option, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision));

-- the members with what they bring to the division, frozen on the record date: what changes afterwards changes nothing here
create table distribution_basis (
  county int not null, distribution_id uuid not null, snapshot int not null,
  -- order by member number: it decides where the last fen goes
  rank int not null check (rank >= 1),
  membership_id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null, cooperative_id uuid not null,
  number text not null, name text not null, household_county int, household_id uuid, resident_id uuid,
  -- unknown where the household lies outside the range of whoever froze it
  poor text not null check (poor in ('yes', 'no', 'unknown')),
  patronage_fen bigint not null check (patronage_fen >= 0),
  contribution_fen bigint not null,
  -- weights are times the days it stood, where the charter weighs time
  contribution_weight bigint not null check (contribution_weight >= 0),
  reserve_share_fen bigint not null check (reserve_share_fen >= 0),
  shares bigint not null check (shares >= 0), shares_weight bigint not null check (shares_weight >= 0),
  -- the part of the weight that is uplift in force on the record date
  uplift_weight bigint not null check (uplift_weight >= 0),
  -- part of what a collective's own shares earn that is given on, and who shares in it
  gives_on_bp int not null check (gives_on_bp between 0 and 10000), receives_on boolean not null,
  -- promised as a floor by contract, paid from outside
  floor_fen bigint not null check (floor_fen >= 0),
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, distribution_id, snapshot, rank),
  unique (county, distribution_id, snapshot, membership_id)
);
create index distribution_basis_place on distribution_basis (place);
create index distribution_basis_member_place on distribution_basis (member_place);

-- what a member gets of a declared distribution: once, and never changed; corrections stand beside it
create table dividend (
  county int not null, distribution_id uuid not null, membership_id uuid not null,
  rank int not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null, cooperative_id uuid not null, household_id uuid,
  form text not null, year int not null, poor text not null, declared_on date not null,
  patronage_refund_fen bigint not null check (patronage_refund_fen >= 0),
  remainder_fen bigint not null check (remainder_fen >= 0),
  -- given on by the collective (negative) or received from it; adds up to 0
  given_on_fen bigint not null,
  reserve_quantified_fen bigint not null check (reserve_quantified_fen >= 0),
  total_fen bigint not null check (total_fen >= 0 and total_fen = patronage_refund_fen + remainder_fen + given_on_fen),
  recorded_at timestamptz not null, recorded_by uuid not null,
  -- in this order it finds what a member got over the years, too
  primary key (county, membership_id, distribution_id)
);
create index dividend_rank on dividend (county, distribution_id, rank);
create index dividend_member_place on dividend (member_place, declared_on);

-- what was declared wrongly, put right by counter entries: who gets how much instead
create table dividend_correction (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, distribution_id uuid not null,
  cause text not null check (length(cause) between 2 and 500),
  -- the amounts proposed; once posted they stand as rows of their own
  proposed jsonb not null,
  state text not null check (state in ('proposed', 'posted')),
  made_by uuid not null,
  posted_on date, posted_by uuid check (posted_by <> made_by),
  voucher_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, distribution_id) references distribution (county, id),
  check ((state = 'posted') = (posted_on is not null) and (posted_on is null) = (posted_by is null))
);
create unique index dividend_correction_open on dividend_correction (county, distribution_id) where state = 'proposed';
create index dividend_correction_place on dividend_correction (place);
create table dividend_correction_history (
  like dividend_correction, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table dividend_change (
  county int not null, correction_id uuid not null, membership_id uuid not null, distribution_id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null, cooperative_id uuid not null, household_id uuid,
  form text not null, year int not null, poor text not null, posted_on date not null,
  old_refund_fen bigint not null, new_refund_fen bigint not null check (new_refund_fen >= 0),
  old_remainder_fen bigint not null, new_remainder_fen bigint not null check (new_remainder_fen >= 0),
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, correction_id, membership_id)
);
create index dividend_change_distribution on dividend_change (county, distribution_id, membership_id);
create index dividend_change_place on dividend_change (place);
create index dividend_change_member_place on dividend_change (member_place);

-- where a member's money goes; found by hash, so that one account for many names is seen
create table payee_account (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null, cooperative_id uuid not null, membership_id uuid not null,
  holder text not null check (length(holder) between 1 and 50), bank_name text not null check (length(bank_name) between 2 and 100),
  account bytea not null, account_hash bytea not null, account_masked text not null,
  -- the paper by which somebody may receive what is due to a member who died, moved or left
  entitled_by text check (length(entitled_by) between 2 and 100),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, membership_id)
);
create index payee_account_hash on payee_account (county, account_hash);
create index payee_account_place on payee_account (place);
create table payee_account_history (
  like payee_account, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

-- a file for the bank, a list paid out in cash, or what was turned into contributions; and what came back of it
create table payout_batch (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, distribution_id uuid not null,
  number int not null check (number >= 1),
  channel text not null check (channel in ('bank', 'cash', 'contribution')),
  made_on date not null, made_by uuid not null,
  payments int not null check (payments >= 1),
  total_fen bigint not null check (total_fen > 0),
  state text not null check (state in ('sent', 'settled')),
  settled_on date check (settled_on >= made_on), settled_by uuid,
  voucher_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, distribution_id, number),
  foreign key (county, distribution_id) references distribution (county, id),
  check ((state = 'settled') = (settled_on is not null) and (settled_on is null) = (settled_by is null))
);
create index payout_batch_place on payout_batch (place);
create table payout_batch_history (like payout_batch, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision));

-- one payment to one member; what it pays is the distribution itself or one of its corrections
create table payout (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null, cooperative_id uuid not null, distribution_id uuid not null,
  batch_id uuid not null, ordinal int not null check (ordinal >= 1),
  item_id uuid not null, membership_id uuid not null, household_id uuid,
  form text not null, poor text not null, name text not null,
  refund_fen bigint not null, dividend_fen bigint not null,
  amount_fen bigint not null check (amount_fen > 0 and amount_fen = refund_fen + dividend_fen),
  holder text, bank_name text, account bytea, account_hash bytea, account_masked text,
  state text not null check (state in ('in_flight', 'paid', 'returned', 'converted')),
  state_on date not null,
  returned_reason text check (length(returned_reason) between 1 and 200),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, batch_id, ordinal),
  foreign key (county, batch_id) references payout_batch (county, id)
);
-- nothing is paid twice: what came back may be sent again, what is on its way or paid may not
create unique index payout_once on payout (county, item_id, membership_id) where state <> 'returned';
create index payout_distribution on payout (county, distribution_id);
create index payout_place on payout (place, state_on);
create index payout_member_place on payout (member_place, state_on);
create index payout_household on payout (household_id) where household_id is not null;
create table payout_history (
  like payout, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index payout_history_member_place on payout_history (member_place);

-- a floor and a share of profit that somebody outside has promised for years, and what came of it
create table return_contract (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null,
  number text not null check (length(number) between 2 and 60),
  payer text not null check (length(payer) between 2 and 100), payer_code text check (length(payer_code) = 18),
  subject text not null check (length(subject) between 2 and 300),
  principal_fen bigint not null check (principal_fen > 0),
  floor_bp int not null check (floor_bp between 0 and 10000), profit_share_bp int not null check (profit_share_bp between 0 and 10000),
  starts_on date not null, ends_on date not null check (ends_on > starts_on),
  months int not null check (months in (1, 3, 6, 12)),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, cooperative_id, number),
  foreign key (county, cooperative_id) references cooperative (county, id),
  check (floor_bp + profit_share_bp > 0)
);
create index return_contract_place on return_contract (place);
create table return_contract_history (
  like return_contract, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);

create table return_schedule (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, contract_id uuid not null,
  ordinal int not null check (ordinal >= 1),
  due_on date not null,
  floor_fen bigint not null check (floor_fen >= 0),
  -- profit as the payer reported it, with its document
  profit_fen bigint, profit_document text check (length(profit_document) between 2 and 100),
  promised_fen bigint not null check (promised_fen >= floor_fen),
  paid_fen bigint not null check (paid_fen >= 0 and paid_fen <= promised_fen), paid_on date,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  unique (county, contract_id, ordinal),
  foreign key (county, contract_id) references return_contract (county, id),
  check ((profit_fen is null) = (profit_document is null))
);
create index return_schedule_due on return_schedule (place, due_on);
create table return_schedule_history (
  like return_schedule, retired_at timestamptz not null, retired_by uuid not null, reason text not null, primary key (county, id, revision)
);
create index return_schedule_history_place on return_schedule_history (place);

create table return_payment (
  county int not null, id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid not null, contract_id uuid not null, schedule_id uuid not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  document text not null check (length(document) between 2 and 100),
  recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, schedule_id) references return_schedule (county, id)
);
create index return_payment_place on return_payment (place, paid_on);

-- What everybody in the cooperative may know of a declared distribution: the sums by which a member recomputes his line.
create function distribution_sums(of_county int, of_id uuid) returns jsonb language sql stable security definer
  set search_path = public, pg_temp as $$
  select jsonb_build_object('cooperativeName', c.name, 'members', d.members, 'grantEquityFen', d.grant_equity_fen::text,
    'days', d.days_weighed, 'refundFen', d.patronage_refund_fen::text, 'remainderFen', d.remainder_fen::text,
    'ruleSet', d.rule_set, 'patronage', (sum(b.patronage_fen))::text, 'contribution', (sum(b.contribution_weight))::text,
    'reserveShares', (sum(b.reserve_share_fen))::text, 'shares', (sum(b.shares_weight))::text, 'reserveFen',
    d.surplus_reserve_fen::text)
  from distribution d join cooperative c on c.county = d.county and c.id = d.cooperative_id
  join distribution_basis b on b.county = d.county and b.distribution_id = d.id and b.snapshot = d.snapshot
  where d.county = of_county and d.id = of_id and d.state = 'declared' group by d.county, d.id, c.name
$$;
