-- an act that moves members, shares and money: proposed by one, posted by another
create table membership_act (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  member_place bigint not null,
  cooperative_id uuid not null,
  kind text not null check (kind in ('join', 'subscribe', 'pay', 'transfer', 'exit', 'inherit', 'buy_back', 'expire', 'uplift',
    'issue_all')),
  state text not null check (state in ('noticed', 'proposed', 'posted', 'refused', 'withdrawn', 'reversing', 'reversed')),
  occurred_on date not null,
  -- none while somebody is to become a member, or where the act is about all
  membership_id uuid,
  to_membership_id uuid,
  class_id uuid,
  lot_id uuid,
  valuation_id uuid,
  asset_id uuid,
  policy_id uuid,
  shares bigint check (shares > 0),
  agreed_fen bigint check (agreed_fen >= 0),
  paid_fen bigint check (paid_fen >= 0),
  debt_fen bigint check (debt_fen >= 0),
  counter text check (counter in ('bank', 'cash', 'stock', 'consumable_biological', 'productive_biological', 'fixed_asset')),
  -- day of the application, of the notice to leave, of the death
  applied_on date,
  leaves_on date,
  leave_reason text check (leave_reason in ('exit', 'expelled')),
  newcomer jsonb,
  id_number bytea,
  id_number_masked text,
  document_number text not null check (length(document_number) between 2 and 100),
  memo text check (length(memo) <= 200),
  -- what was shown in the preview, and is posted or nothing is
  digest text not null,
  total_shares bigint not null default 0,
  total_fen bigint not null default 0,
  settlement jsonb,
  made_by uuid not null,
  made_by_name text not null,
  checked_by uuid,
  checked_by_name text,
  checked_on date,
  decision text check (length(decision) <= 500),
  share_entry_id uuid,
  voucher_id uuid,
  voucher_number int,
  reversal_by uuid,
  reversal_reason text check (length(reversal_reason) <= 500),
  reversed_on date,
  reversal_voucher_id uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id),
  foreign key (county, membership_id) references membership (county, id),
  foreign key (county, to_membership_id) references membership (county, id),
  foreign key (county, lot_id) references share_lot (county, id),
  foreign key (county, policy_id) references uplift_policy (county, id),
  constraint membership_act_two_persons check (checked_by <> made_by),
  check ((checked_by is null) = (checked_on is null)),
  check (state not in ('posted', 'reversing', 'reversed') or checked_by is not null)
);
-- one notice to leave and one issue of a policy at a time
create unique index membership_act_leaving on membership_act (county, membership_id)
  where kind in ('exit', 'inherit') and state in ('noticed', 'proposed');
create unique index membership_act_policy on membership_act (county, policy_id) where state in ('proposed', 'posted');
create index membership_act_cooperative on membership_act (county, cooperative_id, occurred_on);
create index membership_act_place on membership_act (place);
create index membership_act_member_place on membership_act (member_place);

create table membership_act_history (
  like membership_act,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
